#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Offers that workers can check. docs/model/levers/verification-service.md
extern const LeverKind verification_service_kind;

}  // namespace sojourn::model
