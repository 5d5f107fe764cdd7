#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Seats home and staff for wage claims while a corridor is closed. docs/model/levers/emergency-response.md
extern const LeverKind emergency_response_kind;

}  // namespace sojourn::model
