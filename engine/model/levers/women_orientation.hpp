#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A course before departure on contract and rights, for women. docs/model/levers/women-orientation.md
extern const LeverKind women_orientation_kind;

}  // namespace sojourn::model
