#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Dues of those who leave, money for families of the dead, flights for the stranded. docs/model/levers/welfare-fund.md
extern const LeverKind welfare_fund_kind;

}  // namespace sojourn::model
