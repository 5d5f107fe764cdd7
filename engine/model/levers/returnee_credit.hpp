#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Loans for returnees who would begin an enterprise. docs/model/levers/returnee-credit.md
extern const LeverKind returnee_credit_kind;

}  // namespace sojourn::model
