#pragma once
// Destination demand: a desired stock, orders from its gap and from replacement, split over origins (MODEL 5.3).
// The only path from a rule to demand.
#include <cstdint>
#include <span>

#include "core/units.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// What one order of a market costs its employer a month, beside the wage.
struct EmployerTerms {
  UsdPerMonth wage;               ///< paid on average to a new hire
  Usd recruitment_paid;           ///< by the employer for one order
  Usd rent_received;              ///< part of the worker's payment that flows to the employer's side
  Months contract;                ///< over which both are spread
};
/// c = wage + keep + (recruitment - rent received) / contract months, USD a month, at least a tenth of the wage.
[[nodiscard]] UsdPerMonth employer_cost(const EmployerTerms& terms, const Parameters& parameters) noexcept;

/// State of one destination-sector (and sex where jobs are sex-typed), in simulated persons.
struct DemandState {
  double base_stock = 0;          ///< L0
  double activity = 1;            ///< index of activity, income elasticity applied
  double relative_cost = 1;       ///< mean cost of contracts in force over the base year's
  double stock = 0;               ///< L
  double in_pipeline = 0;         ///< B: orders open and workers on their way
  double mean_exits_per_month = 0;///< over twelve months
  double quota_factor = 1;        ///< of the desired stock that a quota of nationals leaves
  double longer_way_months = 0;   ///< from order to arrival here beyond `order_to_arrival_months`; negative where shorter
};
/// L* = L0 * activity * relative_cost^-eta * quota factor.
[[nodiscard]] double desired_stock(const DemandState& state, const Parameters& parameters);
/// N = [X/(1-drop-outs) + lambda (L* + X tau - L - B)]+, orders a month (EQUATIONS 5.3).
[[nodiscard]] double new_orders(const DemandState& state, const Parameters& parameters);
/// Layoff hazard where even a stop of hiring leaves more than is wanted; 0 otherwise.
[[nodiscard]] PerMonth layoff_hazard(const DemandState& state, const Parameters& parameters);

/// One market's orders in whole simulated persons.
struct OrderBook {
  double due = 0;                 ///< orders due and not yet placed; below 0 where some were placed ahead
  std::int64_t open = 0;          ///< orders on offer
  std::int64_t waiting = 0;       ///< applicants who could pay and accept, and got no order last month
  double tightness = 1;           ///< applicants over orders
};
/// Whole orders to place this month, 0 or more. One simulated order stands for many, which come and are filled one after
/// another: so it is placed as soon as a part of it is due where somebody waits for it, else when it is whole. Where applicants
/// are fewer than orders, nobody waits for the rounding: one order may be placed ahead. Else orders and applicants of small
/// markets would miss one another, the more so the fewer people are simulated.
[[nodiscard]] std::int64_t whole_orders(const OrderBook& book) noexcept;
/// Open orders given up this month, expected: only where applicants are fewer than orders; elsewhere an order stays open only
/// because one stands for many.
[[nodiscard]] double lapsing_orders(const OrderBook& book, const Parameters& parameters) noexcept;

/// Shares of new orders: a c^-theta over their sum. `weights`, `costs` and `shares` have one entry a market.
void split_orders(std::span<const double> weights, std::span<const double> costs, const Parameters& parameters,
                  std::span<double> shares);
/// Cost of one composite order, C = (sum a c^-theta)^(-1/theta) with weights that sum to one at base.
[[nodiscard]] double composite_cost(std::span<const double> weights, std::span<const double> costs,
                                    const Parameters& parameters);

/// Evasion of a wage floor one month on: share of new hires who get the going wage (EQUATIONS 5.3).
[[nodiscard]] double next_evasion(double evasion, UsdPerMonth going_wage, UsdPerMonth floor, double enforcement,
                                  const Parameters& parameters) noexcept;

}  // namespace sojourn::model
