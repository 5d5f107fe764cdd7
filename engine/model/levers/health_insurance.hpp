#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Treatment paid for by an insurance. docs/model/levers/health-insurance.md
extern const LeverKind health_insurance_kind;

}  // namespace sojourn::model
