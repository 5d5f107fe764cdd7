#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// The lowest monthly wage that a contract may name. docs/model/levers/wage-floor.md
extern const LeverKind wage_floor_kind;

}  // namespace sojourn::model
