#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Sub-agents become agents of a licence. docs/model/levers/subagent-registration.md
extern const LeverKind subagent_registration_kind;

}  // namespace sojourn::model
