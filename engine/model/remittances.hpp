#pragma once
// A worker's month of money: living, debt service, what is sent home, how and at which cost, what is saved (MODEL 5.13).
#include "core/ids.hpp"
#include "core/units.hpp"
#include "model/levers/lever.hpp"
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
/// Splits a wage; `service` is cut to what is left after living cost. `transfers` of the usual size go home in a month: more
/// than 1 is taken from own saving, and no more is sent than is left.
[[nodiscard]] MonthlyBudget monthly_budget(Cents wage, double living_share, Cents service, Sex sex, const Parameters& parameters,
                                           double transfers = 1) noexcept;

/// Transfers a month for one at the base price: (price / base price)^-elasticity, exactly 1 at the base price, and no more
/// than at a sixteenth of it (EQUATIONS 5.13).
[[nodiscard]] double transfers_per_month(double cost_percent, double base_cost_percent, const Parameters& parameters);

/// What senders pay for a hundred dollars under the terms: the base price, brought towards a cap as far as that is kept, less
/// a subsidy; never below 0. Exactly the base price without either.
[[nodiscard]] double price_of_sending(double base_cost_percent, const MarketTerms& terms) noexcept;

/// Share of the amount that goes informal ways where formal ones cost so much.
[[nodiscard]] double informal_share(double cost_percent, const Parameters& parameters);

/// Cost of sending an amount at a price, cents.
[[nodiscard]] Cents transfer_cost(Cents sent, double cost_percent) noexcept;

/// How an amount is sent: the informal part has its own price, `informal_cost_percent`.
struct Transfer {
  Cents informal = 0;      ///< part of the amount
  Cents fee = 0;           ///< of both parts
};
[[nodiscard]] Transfer transfer(Cents sent, double cost_percent, double informal_share, const Parameters& parameters) noexcept;

}  // namespace sojourn::model
