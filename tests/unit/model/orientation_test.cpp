#include "model/orientation.hpp"

#include <gtest/gtest.h>

#include "model/placement.hpp"
#include "model/protection.hpp"

namespace sojourn::model {
namespace {

const Parameters standard;

// A job of 300 USD over a stay of 48 months: 9,113 USD of gain for a bias on pay higher by 1; a man's believed risk of death
// weighs 8,840 USD at the common bias of 10.
constexpr BeliefWorth job{.pay_usd = 9'113, .death_usd = 8'840, .experienced = false};

MarketTerms campaign(double pay, double risk, double reached = 1) {
  MarketTerms terms;
  terms.campaign_reached = reached;
  terms.campaign_pay_accuracy = pay;
  terms.campaign_risk_accuracy = risk;
  return terms;
}

TEST(Campaign, ReachesTheSamePersonsAndMoreWhenItReachesFurther) {
  int reached = 0;
  for (int i = 0; i < 1000; ++i) {
    const double u = (i + 0.5) / 1000;
    if (reached_by_campaign(campaign(1, 1, 0.2), u)) {
      EXPECT_TRUE(reached_by_campaign(campaign(1, 1, 0.5), u));
    }
    reached += reached_by_campaign(campaign(1, 1, 0.5), u) ? 1 : 0;
  }
  EXPECT_EQ(reached, 500);
  EXPECT_FALSE(reached_by_campaign(MarketTerms{}, 1e-9));
}

TEST(Campaign, MovesBeliefsHalfwayToTheTruthAtFullAccuracy) {
  EXPECT_NEAR(campaign_shift(campaign(1, 0), job, standard).value(), -9'113 * 0.125, 0.01);
  EXPECT_NEAR(campaign_shift(campaign(0, 1), job, standard).value(), 3'978, 0.01);
  EXPECT_NEAR(campaign_shift(campaign(1, 1), job, standard).value(), 2'838.875, 0.01);
  EXPECT_NEAR(campaign_shift(campaign(0, 0.5), job, standard).value(), 1'989, 0.01);
}

TEST(Campaign, TellsNothingNewWithoutAccuracyOrWhereBeliefsAreTrue) {
  EXPECT_EQ(campaign_shift(campaign(0, 0), job, standard).value(), 0);
  Parameters knowing;
  knowing.pay_belief_bias = knowing.death_belief_bias = 1;
  EXPECT_EQ(campaign_shift(campaign(1, 1), job, knowing).value(), 0);
}

TEST(Campaign, TellsThoseLessWhoHaveBeenThere) {
  BeliefWorth known = job;
  known.experienced = true;
  const double shift = campaign_shift(campaign(0, 1), known, standard).value();
  EXPECT_GT(shift, 0);
  EXPECT_LT(shift, campaign_shift(campaign(0, 1), job, standard).value());
}

TEST(Course, InformsTheShareCoveredTimesItsQuality) {
  MarketTerms terms;
  terms.orientation_covered = 0.8;
  terms.orientation_quality = 0.5;
  EXPECT_TRUE(is_informed(terms, 0.399));
  EXPECT_FALSE(is_informed(terms, 0.401));
  EXPECT_FALSE(is_informed(MarketTerms{}, 1e-9));
}

TEST(Informed, AreCheatedLessAndComplainMore) {
  EXPECT_NEAR(substitution_probability(0, false, standard), 0.2497, 5e-5);
  EXPECT_NEAR(substitution_probability(0, false, standard, ContractKnown::told), 0.1680, 5e-5);
  const ComplaintTerms knows{.knows_rights = true}, not_told;
  EXPECT_GT(complaint_probability(knows, standard), complaint_probability(not_told, standard));
}

}  // namespace
}  // namespace sojourn::model
