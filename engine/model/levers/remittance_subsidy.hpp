#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// The origin's part of the cost of sending money. docs/model/levers/remittance-subsidy.md
extern const LeverKind remittance_subsidy_kind;

}  // namespace sojourn::model
