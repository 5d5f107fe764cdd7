#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Most hours that may be asked for, and days of rest. docs/model/levers/hours-and-rest.md
extern const LeverKind hours_and_rest_kind;

}  // namespace sojourn::model
