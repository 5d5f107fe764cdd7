#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// An open window in which irregular workers get a permit or go home without penalty. docs/model/levers/regularisation.md
extern const LeverKind regularisation_kind;

}  // namespace sojourn::model
