#include "study/fitter.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "sim/regime.hpp"
#include "study/calibration.hpp"

namespace sojourn::study {
namespace {

constexpr int supply_passes = 8;  // in which applicants are found before orders are lifted for want of them
constexpr int levels_from = 12;   // month of a pass from which flows and stays are looked at: the queues have filled

}  // namespace

Fitter::Fitter(const model::BaseYear& base, const model::Parameters& parameters)
    : base_{base},
      parameters_{parameters},
      reach_(base.corridors.size()),
      origin_reach_(base.origins.size()),
      employer_cost_(base.markets.size()),
      crowding_(base.markets.size()),
      searches_wanted_(base.markets.size()),
      searches_expected_(base.markets.size()),
      accepted_(base.origins.size() * 2),
      search_(base.origins.size() * 2) {
  for (const model::Market& market : base.markets) {
    const model::Corridor& corridor = base.corridor(market.corridor);
    flow_.push_back(market.workers.value / corridor.mean_stay_months);
    const double renewal =
        sim::regime_of(corridor, base.destination(corridor.destination), market.sex, parameters).renewal;
    first_logit_.push_back(std::log(std::max(renewal, 0.01) / (1.0 - renewal)));
  }
  make_pools();
  make_cost_groups();
  make_crowds();
}

void Fitter::set_scale(int scale) {
  const double finer = static_cast<double>(scale_) / scale;
  scale_ = scale;
  const auto rescale = [finer](auto& all) {
    for (Smoothed& sum : all) {
      sum.top *= finer;
      sum.bottom *= finer;
    }
  };
  rescale(crowding_);
  rescale(search_);
  for (auto& sums : accepted_) rescale(sums);
  for (auto* pools : {&pools_, &cells_}) {
    for (Pool& pool : *pools) {
      for (Smoothed* sum : {&pool.stay, &pool.hires}) {
        sum->top *= finer;
        sum->bottom *= finer;
      }
    }
  }
  for (auto* reaches : {&reach_, &origin_reach_}) {
    for (auto& sums : *reaches) rescale(sums);
  }
  for (CostGroup& group : costs_) {
    group.cost.top *= finer;
    group.cost.bottom *= finer;
  }
}

void Fitter::make_pools() {
  std::map<std::tuple<std::size_t, std::size_t, bool>, std::size_t> place;
  for (std::size_t k = 0; k < base_.markets.size(); ++k) {
    const model::Market& market = base_.markets[k];
    const auto key = std::tuple{index(market.corridor), index(market.sex), is_domestic(market)};
    const auto [found, fresh] = place.try_emplace(key, pools_.size());
    if (fresh) pools_.emplace_back();
    pools_[found->second].markets.push_back(k);
    pools_[found->second].expected_stock += market.workers.value;
  }
}

void Fitter::make_crowds() {
  std::map<std::tuple<int, std::size_t, std::size_t, std::size_t>, std::size_t> place;
  for (std::size_t k = 0; k < base_.markets.size(); ++k) {
    const model::Market& market = base_.markets[k];
    const std::size_t origin = index(base_.corridor(market.corridor).origin), sex = index(market.sex);
    for (const auto& key : {std::tuple{0, index(market.corridor), sex, std::size_t{0}},
                            std::tuple{1, origin, sex, index(market.sector)}, std::tuple{2, k, sex, std::size_t{0}}}) {
      const auto [found, fresh] = place.try_emplace(key, crowds_.size());
      if (fresh) crowds_.emplace_back();
      crowds_[found->second].markets.push_back(k);
    }
  }
}

void Fitter::make_cost_groups() {
  std::map<std::tuple<std::size_t, std::size_t, double>, std::size_t> place;
  for (std::size_t c = 0; c < base_.corridors.size(); ++c) {
    for (std::size_t x = 0; x < 2; ++x) {
      const double target = base_.corridors[c].recruitment_cost_months[x].value;
      if (target == 0) continue;
      const auto [found, fresh] = place.try_emplace({index(base_.corridors[c].origin), x, target}, costs_.size());
      if (fresh) costs_.push_back({.corridors = {}, .target_months = target, .cost = {}});
      costs_[found->second].corridors.push_back(c * 2 + x);
    }
  }
}

void Fitter::observe(sim::Run& run, int pass, int month, double gain) {
  if (gain <= 0) return;
  for (std::size_t k = 0; k < employer_cost_.size(); ++k) {
    const double now = run.markets()[k].employer_cost;
    employer_cost_[k] = employer_cost_[k] == 0 ? now : employer_cost_[k] + (now - employer_cost_[k]) / 12.0;
  }
  fit_tastes(run, gain);
  if (month >= levels_from) {
    fit_stays(run);
    fit_orders(run, pass < supply_passes ? 0.0 : gain);
  }
  fit_rents(run, gain);
  fit_accepted(run);
}

model::FittedConstants Fitter::finish(const sim::Run& run) const {
  model::FittedConstants fitted = run.markets().fitted();
  for (std::size_t k = 0; k < base_.markets.size(); ++k) {  // a market of few orders stands where all are to stand
    const double few = 2.0 * 36;
    fitted.tightness[k] =
        (crowding_[k].top + few * target_tightness(base_, base_.markets[k])) / (crowding_[k].bottom + few);
  }
  return fitted;
}

}  // namespace sojourn::study
