#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Equal pay for equal work, whatever the origin. docs/model/levers/equal-treatment.md
extern const LeverKind equal_treatment_kind;

/// Turns the rule on equal pay into the wage floor that it is: wage + closed (best - wage), where that is above the floor in
/// force; with its own enforcement. `best_usd_per_month`: of all origins and both sexes in the destination and sector, in
/// the base year like `wage_usd_per_month`.
void set_equal_pay_floor(MarketTerms& terms, double wage_usd_per_month, double best_usd_per_month) noexcept;

}  // namespace sojourn::model
