// What communities tell reaches their own members, moves gains the right way, and never above what bounds allow for.
#include "sim/hearsay.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

class Hearsay : public testing::Test {
 protected:
  Simulation simulation_{{.parameters = {}, .levers = {}, .months = 1, .burn_in_months = 1, .scale = 200}};
  sim::Hearsay hearsay_{std::vector<OriginId>(5, aaa), model::Parameters{}};

  void SetUp() override { simulation_.run().step(); }
  [[nodiscard]] const sim::Markets& markets() { return simulation_.run().markets(); }
  [[nodiscard]] double shift(std::uint32_t community, double own = 1, bool experienced = false) {
    return hearsay_.gain_shift(community, own, aaa, Sex::men, Skill::elementary, experienced, markets());
  }
};

TEST_F(Hearsay, IsNoneForAnAveragePersonOfAnAverageCommunity) {
  for (std::uint32_t c = 0; c < 5; ++c) {
    EXPECT_NEAR(shift(c), 0.0, 1e-3);
    EXPECT_NEAR(shift(c, 1, true), 0.0, 1e-3);
  }
}

TEST_F(Hearsay, OfADeathLowersTheGainOfThatCommunityAndOfNoOther) {
  std::vector<double> before;
  hearsay_.member_died(2, gulf, 3, markets());
  hearsay_.pass_month(markets());
  sim::Hearsay without{std::vector<OriginId>(5, aaa), model::Parameters{}};
  without.pass_month(markets());
  for (std::uint32_t c = 0; c < 5; ++c)
    before.push_back(without.gain_shift(c, 1, aaa, Sex::men, Skill::elementary, false, markets()));
  for (const std::uint32_t c : {0U, 1U, 3U, 4U}) EXPECT_EQ(shift(c), before[c]);
  EXPECT_LT(shift(2), before[2] - 50);
  EXPECT_GT(hearsay_.news_factor(2, gulf), 1.1);
  EXPECT_EQ(hearsay_.news_factor(2, asia), 1.0);

  // Not below what losing the whole destination takes, and forgotten in the end.
  const double share = markets().destination_risk(aaa, Sex::men, Skill::elementary, false, gulf).share;
  ASSERT_GT(share, 0.0);
  for (int n = 0; n < 60; ++n) hearsay_.pass_month(markets());
  EXPECT_EQ(hearsay_.news_factor(2, gulf), 1.0);
}

TEST_F(Hearsay, OfADeathTurnsPeopleFromOffersThereOnly) {
  hearsay_.member_died(1, gulf, 3, markets());
  sim::Hearsay without{std::vector<OriginId>(5, aaa), model::Parameters{}};
  hearsay_.pass_month(markets());
  without.pass_month(markets());
  const auto k_gulf = market_of(simulation_.base(), aaa_gulf, Sector::construction, Sex::men);
  const auto k_asia = markets().of(aaa, Sex::men);
  for (const std::uint32_t k : k_asia) {
    const double with_news = hearsay_.market_shift(1, 1.0, false, markets()[k], markets().parameters());
    const double none = without.market_shift(1, 1.0, false, markets()[k], markets().parameters());
    if (markets()[k].destination == gulf)
      EXPECT_LT(with_news, none);
    else
      EXPECT_EQ(with_news, none);
  }
  EXPECT_EQ(markets()[k_gulf].destination, gulf);
}

TEST_F(Hearsay, OfReturnsCorrectsPay) {
  for (int n = 0; n < 8; ++n) hearsay_.member_came_home(4);
  hearsay_.pass_month(markets());
  EXPECT_LT(hearsay_.pay_bias(4), 1.25);
  EXPECT_GT(hearsay_.pay_bias(0), 1.25) << "nobody came home to tell";
  EXPECT_LT(shift(4), 0.0);
  EXPECT_GT(shift(0), 0.0);
  EXPECT_GT(shift(4, 1, true), shift(4)) << "experience listens less";
}

TEST_F(Hearsay, IsWorthLessThanOwnExperience) {
  EXPECT_GT(shift(0, 0.5), 0.0);
  EXPECT_LT(shift(0, 2.0), 0.0);
  EXPECT_LT(shift(0, 0.5, true), shift(0, 0.5));
  EXPECT_GT(shift(0, 2.0, true), shift(0, 2.0));
}

TEST_F(Hearsay, NeverLiftsAGainAboveWhatBoundsAllowFor) {
  const double highest = markets().highest_belief_shift(aaa, Sex::men, Skill::elementary);
  const model::DeathBeliefs& beliefs = markets().death_beliefs();
  for (int month = 0; month < 60; ++month) hearsay_.pass_month(markets());  // nobody returns: the untold bias
  for (const double quantile : {0.0, 1e-9, 0.01, 0.3, 0.9})
    EXPECT_LE(shift(0, beliefs.factor(quantile)), highest + 1e-3);
  EXPECT_GT(shift(0, beliefs.lowest()), 0.99 * highest) << "and the bound is no larger than needed";
}

}  // namespace
}  // namespace sojourn::test
