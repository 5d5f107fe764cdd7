#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A line to call, and shelters, for those threatened or beaten. docs/model/levers/gbvh-response.md
extern const LeverKind gbvh_response_kind;

}  // namespace sojourn::model
