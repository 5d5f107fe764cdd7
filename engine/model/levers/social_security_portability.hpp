#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Contributions that are paid out at return. docs/model/levers/social-security-portability.md
extern const LeverKind social_security_portability_kind;

}  // namespace sojourn::model
