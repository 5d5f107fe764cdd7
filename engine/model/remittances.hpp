#pragma once
// A worker's month of money: living, debt service, what is sent home and its cost, what is saved (MODEL 5.13).
#include "core/ids.hpp"
#include "core/units.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Constant between events, so that running totals stay exact. In whole cents: wage = living + service + sent + saved.
struct MonthlyBudget {
  Cents wage = 0;
  Cents living = 0;
  Cents service = 0;   ///< debt instalment
  Cents sent = 0;      ///< before the transfer cost
  Cents saved = 0;
};
/// Splits a wage; `service` is cut to what is left after living cost.
[[nodiscard]] MonthlyBudget monthly_budget(Cents wage, double living_share, Cents service, Sex sex, const Parameters& parameters) noexcept;

/// Cost of sending an amount at a corridor's price, cents.
[[nodiscard]] Cents transfer_cost(Cents sent, double cost_percent) noexcept;

}  // namespace sojourn::model
