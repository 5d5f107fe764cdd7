#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// The most that sending money may cost. docs/model/levers/remittance-cost-cap.md
extern const LeverKind remittance_cost_cap_kind;

}  // namespace sojourn::model
