// Alarms give each worker events at the hazards of market and employer, although nobody is looked at in a quiet month.
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "model/placement.hpp"
#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

/// Mean of the employers' factor: over quality z, standard normal cut at +-3 with its tails put at the ends.
double mean_factor(const model::Parameters& parameters) {
  double mean = 0;
  constexpr int steps = 6000;
  constexpr double width = 6.0 / steps;
  for (int i = 0; i < steps; ++i) {
    const double z = -3 + (i + 0.5) * width;
    mean += model::harm_factor(z, parameters) * std::exp(-z * z / 2) / std::sqrt(2 * 3.141592653589793) * width;
  }
  const double tail = std::erfc(3 / std::sqrt(2.0)) / 2;
  return mean + tail * (model::harm_factor(-3, parameters) + model::harm_factor(3, parameters));
}

// Part of a month that somebody who is there at its beginning spends, leaving at hazard x.
double exposure(double x) { return x > 0 ? -std::expm1(-x) / x : 1.0; }

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
  const double factor = mean_factor(world.parameters);
  std::vector<double> present;
  for (int month = -world.burn_in_months; month < world.months; ++month) {
    (void)simulation.run().step();
    const sim::Markets& markets = simulation.run().markets();
    for (std::size_t k = 0; month >= 0 && k < present.size(); ++k) {
      const sim::MarketNow& market = markets[k];
      const double there = exposure(market.hazards.death + market.hazards.early_own + market.hazards.layoff +
                                    market.hazards.illness * world.parameters.leave_after_illness_probability);
      const sim::Counts& counts = simulation.run().counts()[k];
      const auto of = [&counts](Count kind) { return static_cast<double>(counts[model::index(kind)]); };
      Tally& dead = deaths[index(market.sex)];
      dead.expected += present[k] * market.hazards.death * there;
      dead.happened += of(Count::deaths);
      own.expected += present[k] * market.hazards.early_own * there;
      own.happened += of(Count::returns_family);
      if (market.sector != Sector::domestic_work) continue;  // a household each: elsewhere workers share their employers' luck
      unpaid.expected += present[k] * market.hazards.harm.wage_withheld * factor * there;
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

TEST(MeanFactor, IsOneLessWhatIsCutAtThreeDeviations) {
  EXPECT_NEAR(mean_factor(model::Parameters{}), 0.9937, 5e-4);
}

}  // namespace
}  // namespace sojourn::test
