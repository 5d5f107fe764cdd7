// Beliefs move searches the way trials found, in runs that share their luck; and news of deaths does so where people
// die.
#include <gtest/gtest.h>

#include <cmath>

#include "model/beliefs.hpp"
#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

std::int64_t searches(void (*change)(model::Parameters&), std::uint32_t replicate) {
  Case setup{.parameters = {}, .levers = {}, .months = 12, .burn_in_months = 6, .scale = 50};
  setup.replicate = replicate;
  change(setup.parameters);
  return total(tables_of(setup), Count::spells_begun);
}

// First searches of a year are some thousands: their chance, even unshared, has a relative standard deviation below 3
// %. A tenth of the believed pay is worth about 900 USD of 3,000 in the search index and a tenth of the danger about
// 700: both move searches by more than 5 %, of which shared luck leaves the sign without doubt in each of three
// replicates.
TEST(BeliefsStatistical, MoreBelievedPayBringsMoreSearchesAndMoreBelievedDangerFewer) {
  for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
    const std::int64_t common = searches([](model::Parameters&) {}, replicate);
    const std::int64_t pay = searches([](model::Parameters& p) { p.pay_belief_bias *= 1.1; }, replicate);
    const std::int64_t danger = searches([](model::Parameters& p) { p.death_belief_bias *= 1.1; }, replicate);
    EXPECT_GT(common, 1000);
    EXPECT_GT(pay, common) << replicate;
    EXPECT_LT(danger, common) << replicate;
  }
}

void deadly(model::Parameters& p) {
  p.death_men_per_100000_year *= 10;
  p.death_women_per_100000_year *= 10;
  p.death_belief_bias /= 5;
}
void deadly_and_untold(model::Parameters& p) {
  deadly(p);
  p.death_news_factor = p.death_news_cluster_factor = 1;
}

// Two runs with ten times the deaths, one of which tells nobody of them. About 2 % of workers die in a year and a half
// of the run; communities of 200 simulated people hear of a death every year or so, at ten times the weight.
TEST(BeliefsStatistical, NewsOfDeathsLowersSearches) {
  for (std::uint32_t replicate = 0; replicate < 2; ++replicate) {
    EXPECT_LT(searches(deadly, replicate), searches(deadly_and_untold, replicate)) << replicate;
  }
}

// The mean of n factors has a standard deviation of at most 0.6 / sqrt(n): five of them for 100,000 people are 0.0095.
TEST(BeliefsStatistical, PeopleBelieveTheCommonRiskInTheMean) {
  const model::DeathBeliefs beliefs{model::Parameters{}};
  double sum = 0;
  constexpr std::uint32_t persons = 100'000;
  for (std::uint32_t i = 0; i < persons; ++i) sum += beliefs.of(run_key(5, 1), PersonId{0, 3, i});
  EXPECT_NEAR(sum / persons, 1.0, 0.0095);
}

}  // namespace
}  // namespace sojourn::test
