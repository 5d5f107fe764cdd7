#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A fund for wages that employers owe. docs/model/levers/wage-theft-fund.md
extern const LeverKind wage_theft_fund_kind;

}  // namespace sojourn::model
