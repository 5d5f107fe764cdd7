#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A course before departure on contract and rights. docs/model/levers/orientation.md
extern const LeverKind orientation_kind;

}  // namespace sojourn::model
