#include <algorithm>
#include <cmath>

#include "study/calibration.hpp"
#include "study/fitter.hpp"

namespace sojourn::study {
namespace {

using model::Count;

constexpr double most_market_constant_usd = 25'000;

// Slow where the gap is small, so that the lag of queues and contracts does not swing; faster beyond a factor of e.
double paced(double gap, double near, double far) {
  const double beyond = std::max(0.0, std::abs(gap) - 1.0);
  return std::copysign(near * std::min(std::abs(gap), 1.0) + far * std::min(beyond, 1.0), gap);
}

}  // namespace

// How many searches succeed: the start thins the willing of years past by it.
void Fitter::fit_accepted(sim::Run& run) {
  std::vector<std::array<std::array<double, 2>, 2>> sums(accepted_.size());
  std::vector<double> seekers(accepted_.size());
  for (std::size_t k = 0; k < base_.markets.size(); ++k) {
    const auto of = [&](Count kind) { return static_cast<double>(run.counts()[k][model::index(kind)]); };
    auto& sum = sums[index(base_.corridor(base_.markets[k].corridor).origin) * 2 + index(base_.markets[k].sex)];
    seekers[static_cast<std::size_t>(&sum - sums.data())] += of(Count::seekers);
    sum[0][0] += of(Count::matched) - of(Count::repeat_matched);
    sum[0][1] += of(Count::spells_begun) - of(Count::repeat_spells);
    sum[1][0] += of(Count::repeat_matched);
    sum[1][1] += of(Count::repeat_spells);
  }
  for (std::size_t p = 0; p < sums.size(); ++p) {
    search_[p].observe(seekers[p], sums[p][0][1] + sums[p][1][1], 36);
    if (search_[p].bottom >= 10) run.markets().fitted().search_months[p / 2][p % 2] = search_[p].value(1.0);
    for (std::size_t e = 0; e < 2; ++e) {
      accepted_[p][e].observe(sums[p][e][0], sums[p][e][1], 36);
      if (accepted_[p][e].bottom < 10) continue;
      run.markets().fitted().accepted_per_search[p / 2][p % 2][e] = std::clamp(accepted_[p][e].value(1.0), 0.01, 1.0);
    }
  }
}

// Searches of each market as chances, not as drawn: for corridors of which a simulated month shows nobody.
void Fitter::observe_choices(const sim::Run& run) {
  const sim::Markets& markets = run.markets();
  for (std::size_t o = 0; o < base_.origins.size(); ++o) {
    for (std::size_t x = 0; x < 2; ++x) {
      const auto& all = markets.of(static_cast<OriginId>(o), static_cast<Sex>(x));
      double orders = 0, begun = 0;
      for (const std::uint32_t k : all) {
        searches_wanted_[k] = markets[k].recent_orders * target_tightness(base_, base_.markets[k]);
        orders += searches_wanted_[k];
        searches_expected_[k] = 0;
      }
      for (std::size_t s = 0; s < skill_count; ++s) {
        const sim::Counts& counts = run.profile_counts()[(o * skill_count + s) * 2 + x];
        const auto spells = static_cast<double>(counts[model::index(Count::spells_begun)]);
        double weights = 0;
        for (const std::uint32_t k : all) weights += markets.choice_weight(markets[k], static_cast<Skill>(s), false);
        if (weights <= 0) continue;
        for (const std::uint32_t k : all) searches_expected_[k] += spells * markets.choice_weight(markets[k], static_cast<Skill>(s), false) / weights;
        begun += spells;
      }
      if (orders <= 0) continue;
      for (const std::uint32_t k : all) searches_wanted_[k] *= begun / orders;
    }
  }
}

// Taste means hold the crowding of an origin and sex; market constants that of its corridors and of its sectors
// around it.
void Fitter::fit_tastes(sim::Run& run, double gain) {
  model::FittedConstants& fitted = run.markets().fitted();
  observe_choices(run);
  for (std::size_t k = 0; k < crowding_.size(); ++k) {
    crowding_[k].observe(run.markets()[k].crowding.applicants, run.markets()[k].crowding.orders, 36);
  }
  for (CrowdPool& pool : crowds_) {
    double applicants = 0, orders = 0, wanted = 0, searches_wanted = 0, searches_expected = 0;
    for (const std::size_t k : pool.markets) {
      const model::Tightness& crowding = run.markets()[k].crowding;
      applicants += crowding.applicants;
      orders += crowding.orders;
      wanted += crowding.orders * target_tightness(base_, base_.markets[k]);
      searches_wanted += searches_wanted_[k];
      searches_expected += searches_expected_[k];
    }
    const double trust = orders / (orders + 5.0);
    double gap = wanted > 0 ? trust * std::log(wanted / std::max(applicants, 0.03 * wanted)) : 0.0;
    if (searches_wanted > 0) {
      gap += (1 - trust) * std::log(searches_wanted / std::max(searches_expected, 0.001 * searches_wanted));
    }
    pool.constant = std::clamp(pool.constant + gain * parameters_.search_scale_usd * paced(gap, 0.04, 0.12),
                               -most_market_constant_usd, most_market_constant_usd);
  }
  std::ranges::fill(fitted.market_constant_usd, 0.0);
  for (const CrowdPool& pool : crowds_) {
    for (const std::size_t k : pool.markets) fitted.market_constant_usd[k] += pool.constant;
  }
  for (std::size_t o = 0; o < base_.origins.size(); ++o) {
    for (std::size_t x = 0; x < 2; ++x) {
      double applicants = 0, orders = 0, wanted = 0, constants = 0, weights = 0;
      const auto& markets = run.markets().of(static_cast<OriginId>(o), static_cast<Sex>(x));
      for (const std::uint32_t k : markets) {
        const model::Tightness& crowding = run.markets()[k].crowding;
        applicants += crowding.applicants;
        orders += crowding.orders;
        wanted += crowding.orders * target_tightness(base_, base_.markets[k]);
        constants += fitted.market_constant_usd[k] * flow_[k];
        weights += flow_[k];
      }
      if (orders <= 0) continue;
      for (const std::uint32_t k : markets) {
        fitted.market_constant_usd[k] = std::clamp(fitted.market_constant_usd[k] - constants / weights,
                                                   -most_market_constant_usd, most_market_constant_usd);
      }
      const double gap = std::log(std::max(applicants, 0.02 * orders) / wanted);
      fitted.taste_mean[o][x] = std::clamp(fitted.taste_mean[o][x] + gain * paced(gap, 0.006, 0.03), -3.5, 5.0);
    }
  }
}

}  // namespace sojourn::study
