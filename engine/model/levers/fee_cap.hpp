#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A legal ceiling on what the worker pays, as an amount or in months of wage. docs/model/levers/fee-cap.md
extern const LeverKind fee_cap_kind;

}  // namespace sojourn::model
