#include <algorithm>
#include <cmath>

#include "model/fees.hpp"
#include "study/fitter.hpp"

namespace sojourn::study {
namespace {

using model::Count;

constexpr double most_residual = 6.0;

}  // namespace

// Exits over stock must be one over the mean stay.
void Fitter::fit_stays(sim::Run& run) {
  for (Pool& pool : pools_) {
    double exits = 0, expected = 0;
    for (const std::size_t k : pool.markets) {
      const sim::Counts& counts = run.counts()[k];
      exits += static_cast<double>(counts[model::index(Count::deaths)]);
      for (const Count kind : model::return_counts) exits += static_cast<double>(counts[model::index(kind)]);
      expected += static_cast<double>(counts[model::index(Count::stock_abroad)]) /
                  base_.corridor(base_.markets[k].corridor).mean_stay_months;
    }
    pool.stay.observe(exits, expected, 36);
    const double trust = pool.stay.bottom / (pool.stay.bottom + 30.0);
    pool.logit_shift = std::clamp(pool.logit_shift + 0.03 * trust * (pool.stay.value(1.0) - 1.0), -3.0, 3.0);
    for (const std::size_t k : pool.markets) run.markets().fitted().stay_logit[k] = first_logit_[k] + pool.logit_shift;
  }
}

// Where orders stay unfilled the share of orders and the desired stock must lie above what is to be held.
void Fitter::fit_orders(sim::Run& run, double gain) {
  model::FittedConstants& fitted = run.markets().fitted();
  const auto missing = [&](const std::vector<std::size_t>& markets, double expected) {
    double stock = 0;
    for (const std::size_t k : markets) {
      stock += static_cast<double>(run.counts()[k][model::index(Count::stock_abroad)]);
    }
    return (expected - stock) / (expected + 20.0);
  };
  for (Pool& pool : pools_) {
    double hires = 0, wanted = 0, stock = 0;
    for (const std::size_t k : pool.markets) {
      hires += static_cast<double>(run.counts()[k][model::index(Count::deployments)]);
      stock += static_cast<double>(run.counts()[k][model::index(Count::stock_abroad)]);
      wanted += flow_[k] / scale_;
    }
    const double short_of =
        pool.expected_stock > 0 ? (pool.expected_stock / scale_ - stock) / (pool.expected_stock / scale_ + 20.0) : 0.0;
    pool.hires.observe(hires, wanted * (1.0 + 0.5 * std::clamp(short_of, -0.5, 0.5)), 12);
    const double trust = pool.hires.bottom / (pool.hires.bottom + 20.0);
    pool.uplift = std::clamp(pool.uplift + (gain > 0 ? 0.02 * std::max(gain, 0.3) : 0.0) * trust *
                                               std::clamp(1.0 - pool.hires.value(1.0), -1.0, 1.0),
                             -0.8, 4.0);
  }
  if (cells_.empty()) {
    for (const sim::DemandCell& cell : run.markets().demand()) {
      Pool pool;
      for (const std::uint32_t k : cell.markets) {
        pool.markets.push_back(k);
        pool.expected_stock += base_.markets[k].workers.value;
      }
      cells_.push_back(std::move(pool));
    }
  }
  for (Pool& cell : cells_) {
    cell.uplift = std::clamp(cell.uplift + (gain > 0 ? 0.04 * std::max(gain, 0.25) : 0.0) *
                                               missing(cell.markets, cell.expected_stock / scale_),
                             -0.3, 1.5);
    for (const std::size_t k : cell.markets) {
      fitted.desired_stock[k] = base_.markets[k].workers.value * (1.0 + cell.uplift);
    }
  }
  set_order_weights(fitted);
  run.markets().refresh_demand_base();
}

// Shares of orders at the costs of now, so that a composite order costs one: shares of flows, lifted where orders
// stay open.
void Fitter::set_order_weights(model::FittedConstants& fitted) const {
  std::vector<double> share(base_.markets.size());
  for (const Pool& pool : pools_) {
    for (const std::size_t k : pool.markets) share[k] = flow_[k] * (1.0 + pool.uplift);
  }
  for (const Pool& cell : cells_) {
    double sum = 0;
    for (const std::size_t k : cell.markets) sum += share[k];
    for (const std::size_t k : cell.markets) {
      fitted.order_weight[k] = share[k] / sum * std::pow(employer_cost_[k], parameters_.origin_substitution);
    }
  }
}

// The share of the surplus that intermediaries take, so that new hires pay what surveys found.
void Fitter::fit_rents(sim::Run& run, double gain) {
  std::vector<std::array<double, 4>> sums(base_.corridors.size() * 2);
  for (std::size_t k = 0; k < base_.markets.size(); ++k) {
    auto& sum = sums[index(base_.markets[k].corridor) * 2 + index(base_.markets[k].sex)];
    const auto of = [&](Count kind) { return static_cast<double>(run.counts()[k][model::index(kind)]); };
    sum[0] += of(Count::cost_millimonths) / 1000.0;
    sum[1] += of(Count::deployments);
    sum[2] += of(Count::payable_rent_reach_cents);
    sum[3] += of(Count::payable_surplus_cents);
  }
  model::FittedConstants& fitted = run.markets().fitted();
  for (std::size_t c = 0; c < base_.corridors.size(); ++c) {
    for (std::size_t x = 0; x < 2; ++x) {
      reach_[c][x].observe(sums[c * 2 + x][2], sums[c * 2 + x][3], 36);
      origin_reach_[index(base_.corridors[c].origin)][x].observe(sums[c * 2 + x][2], sums[c * 2 + x][3], 36 * 10);
      const double origin = origin_reach_[index(base_.corridors[c].origin)][x].value(0.5);
      fitted.rent_reach[c][x] = reach_[c][x].bottom > 0 ? reach_[c][x].value(origin) : origin;
    }
  }
  for (CostGroup& group : costs_) {
    double months = 0, hires = 0;
    for (const std::size_t place : group.corridors) {
      months += sums[place][0];
      hires += sums[place][1];
    }
    group.cost.observe(months, hires, 12);
    if (group.cost.bottom < 5) continue;
    const double found = std::max(0.05, group.cost.value(group.target_months));
    const double wanted = std::max(0.05, group.target_months);  // a family that is paid: no rent is low enough
    // By the slope of the share in its logit: where intermediaries take nearly all, a step of the logit moves little.
    const double slope = std::max(1.0 - model::rent_share(group.residual, 1.0, 0.0, parameters_), 0.05);
    group.residual = std::clamp(group.residual + gain * 0.035 / slope * std::clamp(std::log(wanted / found), -1.0, 1.0),
                                -most_residual, most_residual);
    for (const std::size_t place : group.corridors) fitted.rent_residual[place / 2][place % 2] = group.residual;
  }
}

}  // namespace sojourn::study
