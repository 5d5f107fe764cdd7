#include "model/training.hpp"

#include <gtest/gtest.h>

namespace sojourn::model {
namespace {

const Parameters standard;

MarketTerms testing(double enforcement, double pass) {
  MarketTerms terms;
  terms.test_enforcement = enforcement;
  terms.test_pass = pass;
  return terms;
}

TEST(Training, IsAskedForByWhoHasNoCertificateAndCanPay) {
  MarketTerms terms;
  const Learner learner{.own_money = Usd{100}};
  EXPECT_FALSE(asks_for_training(learner, terms)) << "no seats";
  terms.training_seats_per_month = 10;
  terms.training_fee_usd = 100;
  EXPECT_TRUE(asks_for_training(learner, terms));
  EXPECT_FALSE(asks_for_training({.own_money = Usd{99}}, terms));
  EXPECT_FALSE(asks_for_training({.certificate = true, .own_money = Usd{100}}, terms));
  EXPECT_FALSE(asks_for_training({.with_papers = false, .own_money = Usd{100}}, terms));
}

TEST(SkillTest, IsTheExampleOfItsPage) {
  const MarketTerms terms = testing(0.8, 0.7);
  EXPECT_EQ(skill_test(terms, false, 0.2), TestOutcome::failed);
  EXPECT_EQ(skill_test(terms, false, 0.2401), TestOutcome::passed);
  EXPECT_EQ(skill_test(terms, false, 0.8), TestOutcome::not_asked);
  int failed = 0, passed = 0;
  for (int i = 0; i < 1000; ++i) {
    const TestOutcome outcome = skill_test(terms, false, (i + 0.5) / 1000);
    failed += outcome == TestOutcome::failed ? 1 : 0;
    passed += outcome == TestOutcome::passed ? 1 : 0;
  }
  EXPECT_EQ(failed, 240);
  EXPECT_EQ(passed, 560);
  EXPECT_DOUBLE_EQ(0.01 * dismissals_left(true, standard), 0.008);
  EXPECT_EQ(dismissals_left(false, standard), 1) << "to the bit";
}

TEST(SkillTest, IsNotAskedOfHoldersOfACertificateNorWhereNoRuleIs) {
  for (const double u : {1e-9, 0.5, 0.999}) {
    EXPECT_EQ(skill_test(testing(1, 0), true, u), TestOutcome::not_asked);
    EXPECT_EQ(skill_test(MarketTerms{}, false, u), TestOutcome::not_asked);
  }
}

TEST(SkillTest, FailsTheSameSearchesAndMoreWhereItIsStricter) {
  for (int i = 0; i < 100; ++i) {
    const double u = (i + 0.5) / 100;
    if (skill_test(testing(0.5, 0.6), false, u) == TestOutcome::failed) {
      EXPECT_EQ(skill_test(testing(0.5, 0.3), false, u), TestOutcome::failed);
      EXPECT_EQ(skill_test(testing(0.9, 0.6), false, u), TestOutcome::failed);
    }
  }
}

}  // namespace
}  // namespace sojourn::model
