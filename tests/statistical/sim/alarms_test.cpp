// Alarms give each worker events at the hazards of market and employer, although nobody is looked at in a quiet month.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <map>

#include "model/placement.hpp"
#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

/// Means over employers of what a month turns hazards into, at most one event a month.
struct MonthFactors {
  double common = 0;       ///< on hazards that are the same at any employer
  double of_employer = 0;  ///< on hazards that the employer's factor multiplies
};

// An employer of factor M rings with probability 1 - exp(-B max(1, M)), and a ringing alarm is an event of hazard h
// with probability h / (B max(1, M)): over quality z, standard normal cut at +-3 with its tails put at the ends.
MonthFactors month_factors(double bound, const model::Parameters& parameters) {
  MonthFactors mean;
  const auto add = [&](double z, double weight) {
    const double factor = model::harm_factor(z, parameters);
    const double runs_at = bound * std::max(1.0, factor);
    const double rings = -std::expm1(-runs_at) / runs_at;
    mean.common += weight * rings;
    mean.of_employer += weight * factor * rings;
  };
  constexpr int steps = 6000;
  constexpr double width = 6.0 / steps;
  for (int i = 0; i < steps; ++i) {
    const double z = -3 + (i + 0.5) * width;
    add(z, std::exp(-z * z / 2) / std::sqrt(2 * 3.141592653589793) * width);
  }
  const double tail = std::erfc(3 / std::sqrt(2.0)) / 2;
  add(-3, tail);
  add(3, tail);
  return mean;
}

struct Tally {
  double expected = 0, happened = 0;
};

class AlarmsStatistical : public testing::Test {
 protected:
  // Nobody leaves because of the employer, nor goes home at a contract's end for a wage that bad employers cut more often,
  // so that the mix of employers stays what it was drawn as; and nobody is more exposed than others at the same employer.
  static Case setup() {
    Case setup{.parameters = {}, .levers = {}, .months = 36, .burn_in_months = 12, .scale = 10};
    setup.parameters.leave_after_harm_probability = setup.parameters.dismissal_per_month = setup.parameters.injury_severe_share = 0;
    setup.parameters.harm_confined_factor = setup.parameters.harm_debt_factor = setup.parameters.job_request_harm_factor = 1;
    setup.parameters.absconding_per_month = setup.parameters.harm_stay_logit = 0;
    setup.parameters.overstay_logit = setup.parameters.complaint_base_logit = -100;
    setup.parameters.pay_response = 0;
    setup.parameters.death_women_per_100000_year = 100;
    setup.parameters.death_men_per_100000_year = 200;
    return setup;
  }
};

// Counts of rare independent events are Poisson: standard error the root of what is expected. Four comparisons at five
// standard errors: one seed in 400,000 would fail by chance.
TEST_F(AlarmsStatistical, GiveDeathsEarlyReturnsAndLatePayAtTheirHazards) {
  const Case world = setup();
  Simulation simulation{world, 2};
  std::array<Tally, 2> deaths;
  Tally own, unpaid;
  std::map<double, MonthFactors> factors;
  std::vector<double> present;
  for (int month = -world.burn_in_months; month < world.months; ++month) {
    (void)simulation.run().step();
    const sim::Markets& markets = simulation.run().markets();
    for (std::size_t k = 0; month >= 0 && k < present.size(); ++k) {
      const sim::MarketNow& market = markets[k];
      const auto [found, fresh] = factors.try_emplace(market.alarm_bound);
      if (fresh) found->second = month_factors(market.alarm_bound, world.parameters);
      const sim::Counts& counts = simulation.run().counts()[k];
      const auto of = [&counts](Count kind) { return static_cast<double>(counts[model::index(kind)]); };
      Tally& dead = deaths[index(market.sex)];
      dead.expected += present[k] * market.hazards.death * found->second.common;
      dead.happened += of(Count::deaths);
      own.expected += present[k] * market.hazards.early_own * found->second.common;
      own.happened += of(Count::returns_family);
      if (market.sector != Sector::domestic_work) continue;  // a household each: elsewhere workers share their employers' luck
      unpaid.expected += present[k] * market.hazards.harm.wage_withheld * found->second.of_employer;
      unpaid.happened += of(Count::late_pay_spells);
    }
    // At risk next month: who is abroad now. Arrivals of a month are not at risk before the next.
    present.clear();
    for (const sim::Counts& counts : simulation.run().counts())
      present.push_back(static_cast<double>(counts[model::index(Count::stock_abroad)]));
  }
  for (const Tally& tally : {deaths[0], deaths[1], own}) {
    EXPECT_GT(tally.expected, 50);
    EXPECT_NEAR(tally.happened, tally.expected, 5 * std::sqrt(tally.expected));
  }
  // 13,000 households: their mean factor has a standard error of sqrt((e - 1) / 13,000), beside that of the counts.
  EXPECT_GT(unpaid.expected, 10'000);
  EXPECT_NEAR(unpaid.happened, unpaid.expected, 5 * std::sqrt(unpaid.expected + unpaid.expected * unpaid.expected * 1.718 / 13'000));
}

// The same without the engine: what the employers' mix and one event a month make of a hazard.
TEST(MonthFactors, AreNearOneForRareEventsAndFallWithTheBound) {
  const model::Parameters parameters;
  EXPECT_NEAR(month_factors(1e-6, parameters).common, 1, 1e-4);
  EXPECT_NEAR(month_factors(1e-6, parameters).of_employer, 1, 0.02)
      << "mean factor 1, less what is cut at three deviations";
  EXPECT_LT(month_factors(0.03, parameters).of_employer, month_factors(0.003, parameters).of_employer);
}

}  // namespace
}  // namespace sojourn::test
