#include "model/recruitment.hpp"

#include <gtest/gtest.h>

#include <cstdint>

namespace sojourn::model {
namespace {

const Parameters standard;
const RunKey run = run_key(11, 0);

TEST(Rank, IsTheExampleOfItsPage) {
  EXPECT_NEAR(rank(true, Usd{3000}, Usd{4000}, Usd{2000}, 0.25, standard), 1.231, 5e-4);
}

TEST(Rank, RisesWithExperienceGainMeansAndChance) {
  const double base = rank(false, Usd{0}, Usd{4000}, Usd{2000}, 0, standard);
  EXPECT_GT(rank(true, Usd{0}, Usd{4000}, Usd{2000}, 0, standard), base);
  EXPECT_GT(rank(false, Usd{1}, Usd{4000}, Usd{2000}, 0, standard), base);
  EXPECT_GT(rank(false, Usd{0}, Usd{4001}, Usd{2000}, 0, standard), base);
  EXPECT_GT(rank(false, Usd{0}, Usd{4000}, Usd{2000}, 0.01, standard), base);
}

TEST(Rank, LeavesMeansOutWhereNothingIsPaid) {
  EXPECT_EQ(rank(false, Usd{0}, Usd{9000}, Usd{0}, 0, standard), 0.0);
  EXPECT_EQ(rank(false, Usd{0}, Usd{9000}, Usd{-1800}, 0, standard), 0.0);
}

TEST(Fraud, IsTheExampleOfItsPage) {
  EXPECT_NEAR(fraud_probability(0.5, 2, standard), 0.17, 1e-12);
  EXPECT_NEAR(fraud_probability(0.2, 2, standard), 0.272, 1e-12);
  EXPECT_NEAR(fraud_probability(0.8, 2, standard), 0.068, 1e-12);
}

TEST(Fraud, IsZeroAtFullHonestyOrNoFraudAndLongerChainsHaveMore) {
  EXPECT_EQ(fraud_probability(1, 2, standard), 0.0);
  Parameters other;
  other.fraud_share = 0;
  EXPECT_EQ(fraud_probability(0, 2, other), 0.0);
  other.fraud_share = 0.33;
  EXPECT_EQ(fraud_probability(0.2, 0, standard), 0.0) << "nobody between";
  EXPECT_NEAR(fraud_probability(0.5, 3, standard), 0.255, 1e-12);
  EXPECT_EQ(fraud_probability(0, 4, other), 0.95) << "never certain";
}

TEST(Processing, TakesAtLeastAMonthAndNobodyDropsOutAtZeroHazard) {
  Parameters steady;
  steady.drop_out_per_month = 0;
  for (std::uint64_t who = 0; who < 5000; ++who) {
    const Processing is = processing(RandomStream{run, who, 24'312, Draw::processing}, 3, steady);
    EXPECT_GE(is.months, 1);
    EXPECT_FALSE(is.drops_out);
  }
}

TEST(Processing, OfSomebodyWhoLeavesAnywayIsTheSameWhateverTheDropOut) {
  Parameters steady;
  steady.drop_out_per_month = 0;
  int left = 0;
  for (std::uint64_t who = 0; who < 500; ++who) {
    const RandomStream stream{run, who, 24'312, Draw::processing};
    const Processing is = processing(stream, 3, standard);
    if (is.drops_out) continue;
    ++left;
    EXPECT_EQ(is.months, processing(stream, 3, steady).months);
  }
  EXPECT_GT(left, 400);
}

}  // namespace
}  // namespace sojourn::model
