#include "model/demand.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::model {
namespace {

// Share of accepted workers who drop out before leaving, over the mean processing time.
double drop_out_share(const Parameters& parameters) {
  return 1.0 - std::pow(1.0 - parameters.drop_out_per_month, parameters.processing_mean_months);
}

}  // namespace

UsdPerMonth employer_cost(const EmployerTerms& terms, const Parameters& parameters) noexcept {
  const double cost = terms.wage.value() + parameters.employer_keep_usd_per_month +
                      (terms.recruitment_paid.value() - terms.rent_received.value()) / terms.contract.value();
  return UsdPerMonth{std::max(cost, 0.1 * terms.wage.value())};
}

double desired_stock(const DemandState& state, const Parameters& parameters) {
  return state.base_stock * state.activity * std::pow(state.relative_cost, -parameters.demand_cost_elasticity) * state.quota_factor;
}

double new_orders(const DemandState& state, const Parameters& parameters) {
  const double wanted = desired_stock(state, parameters);
  const double replacement = state.mean_exits_per_month / (1.0 - drop_out_share(parameters));
  const double way = parameters.order_to_arrival_months + state.longer_way_months;
  const double gap = wanted + state.mean_exits_per_month * way - state.stock - state.in_pipeline;
  return std::max(0.0, replacement + parameters.gap_closed_per_month * gap);
}

PerMonth layoff_hazard(const DemandState& state, const Parameters& parameters) {
  if (state.stock <= 0) return PerMonth{0};
  const double change = parameters.gap_closed_per_month * (desired_stock(state, parameters) - state.stock) +
                        state.mean_exits_per_month;
  return PerMonth{std::clamp(-change / state.stock, 0.0, parameters.layoff_hazard_max_per_month)};
}

std::int64_t whole_orders(const OrderBook& book) noexcept {
  const double ahead = book.tightness < 1 ? 1.0 : 0.0;
  auto orders = static_cast<std::int64_t>(std::max(0.0, book.due));
  while (book.waiting > book.open + orders && book.due - static_cast<double>(orders) > -ahead) ++orders;
  return orders;
}

double lapsing_orders(const OrderBook& book, const Parameters& parameters) noexcept {
  return book.tightness < 1 ? static_cast<double>(book.open) * parameters.order_lapse_per_month : 0.0;
}

void split_orders(std::span<const double> weights, std::span<const double> costs, const Parameters& parameters,
                  std::span<double> shares) {
  double sum = 0;
  for (std::size_t k = 0; k < weights.size(); ++k) {
    shares[k] = weights[k] > 0 ? weights[k] * std::pow(costs[k], -parameters.origin_substitution) : 0.0;
    sum += shares[k];
  }
  if (sum <= 0) return;
  for (double& share : shares) share /= sum;
}

double composite_cost(std::span<const double> weights, std::span<const double> costs, const Parameters& parameters) {
  double sum = 0;
  for (std::size_t k = 0; k < weights.size(); ++k) {
    if (weights[k] > 0) sum += weights[k] * std::pow(costs[k], -parameters.origin_substitution);
  }
  return sum > 0 ? std::pow(sum, -1.0 / parameters.origin_substitution) : 1.0;  // nobody to hire from: cost as at base
}

double next_evasion(double evasion, UsdPerMonth going_wage, UsdPerMonth floor, double enforcement,
                    const Parameters& parameters) noexcept {
  const double distance = std::clamp(2.0 * (1.0 - going_wage.value() / floor.value()), 0.0, 1.0);
  const double target = parameters.evasion_ceiling * (1.0 - enforcement) * distance;
  return evasion + (target - evasion) / parameters.evasion_lag_months;
}

}  // namespace sojourn::model
