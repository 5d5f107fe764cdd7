#include "model/beliefs.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "model/decision.hpp"

namespace sojourn::model {
namespace {

const Parameters standard;

double factor_of(const DeathNews& news) { return std::exp(static_cast<double>(news.ln_factor)); }

TEST(Bias, ShrinksWithOwnJobAndOrientationAsOnItsPage) {
  EXPECT_NEAR(pay_bias(true, standard), 1.05, 1e-12);
  EXPECT_NEAR(death_bias(true, standard), 2.8, 1e-12);
  EXPECT_EQ(pay_bias(false, standard), 1.25);
  EXPECT_EQ(death_bias(false, standard), 10.0);
  EXPECT_EQ(oriented(10, 0, standard), 10.0) << "an orientation that is worth nothing teaches nothing";
  EXPECT_NEAR(oriented(10, 1, standard), 5.5, 1e-12);
  EXPECT_EQ(learned(1.0, 0.7), 1.0) << "who is right stays right";
}

TEST(DeathBeliefs, AreTheExampleOfTheirPage) {
  const DeathBeliefs beliefs{standard};
  EXPECT_NEAR(beliefs.factor(0.5), 0.872, 5e-4);
  EXPECT_NEAR(beliefs.lowest(), 0.263, 5e-4);
  EXPECT_NEAR(beliefs.factor(1.0), 2.894, 5e-4);
  double mean = 0;
  constexpr int steps = 20'000;
  for (int i = 0; i < steps; ++i) mean += beliefs.factor((i + 0.5) / steps) / steps;
  EXPECT_NEAR(mean, 1.0, 1e-4) << "the market-level bias stays where it was";
}

TEST(DeathBeliefs, AreAllOneWithoutSpread) {
  Parameters equal = standard;
  equal.death_belief_log_sd = 0;
  const DeathBeliefs beliefs{equal};
  EXPECT_EQ(beliefs.of(run_key(1, 0), PersonId{0, 1, 2}), 1.0);
  EXPECT_EQ(beliefs.lowest(), 1.0);
}

TEST(RelativeDeathBelief, IsCorrectedByOwnExperience) {
  EXPECT_EQ(relative_death_belief(2, false, standard), 2.0);
  EXPECT_NEAR(relative_death_belief(2, true, standard), 1.714, 5e-4);
  EXPECT_NEAR(relative_death_belief(1, true, standard), 1.0, 1e-12);
}

TEST(DeathNews, OfOneAndOfThreeIsTheExampleOfItsPage) {
  DeathNews one;
  hear_of_death(one, 7, 1, standard);
  EXPECT_EQ(factor_of(one), 1.0) << "told from the next month on";
  let_a_month_pass(one, standard);
  EXPECT_NEAR(factor_of(one), 1.15, 1e-6);
  for (int month = 0; month < 4; ++month) let_a_month_pass(one, standard);
  EXPECT_NEAR(factor_of(one), 1.072, 5e-4);
  DeathNews three;
  for (int n = 0; n < 3; ++n) hear_of_death(three, 7, 1, standard);
  let_a_month_pass(three, standard);
  EXPECT_NEAR(factor_of(three), 1.719, 5e-4);
}

TEST(DeathNews, CountsAThirdDeathDoublyWithinSixMonthsOnly) {
  DeathNews close, far;
  for (const std::int16_t month : std::array<std::int16_t, 3>{0, 3, 5}) hear_of_death(close, month, 1, standard);
  for (const std::int16_t month : std::array<std::int16_t, 3>{0, 3, 6}) hear_of_death(far, month, 1, standard);
  EXPECT_NEAR(static_cast<double>(close.untold), 2 * std::log(1.15) + std::log(1.3), 1e-6);
  EXPECT_NEAR(static_cast<double>(far.untold), 3 * std::log(1.15), 1e-6);
}

TEST(DeathNews, TellsADoublingAMonthAtMostAndTheRestLater) {
  DeathNews news;
  hear_of_death(news, 0, 10, standard);
  let_a_month_pass(news, standard);
  EXPECT_NEAR(factor_of(news), 2.0, 1e-6);
  let_a_month_pass(news, standard);
  EXPECT_NEAR(factor_of(news), 3.582, 5e-4);
  for (int month = 0; month < 60 && !is_forgotten(news); ++month) let_a_month_pass(news, standard);
  EXPECT_TRUE(is_forgotten(news));
}

TEST(PayNews, IsTheExampleOfItsPageAndStaysAtTheCommonBiasAtUsualReturns) {
  EXPECT_NEAR(told_of_pay(5, standard), 0.226, 5e-4);
  EXPECT_EQ(told_of_pay(0, standard), 0.0);
  const double usual = usually_told_of_pay(5, 1, standard), untold = untold_pay_bias(usual, standard);
  EXPECT_NEAR(usual, 0.2212, 5e-5);
  EXPECT_NEAR(untold, 1.696, 5e-4);
  EXPECT_NEAR(next_pay_bias(1.25, untold, usual, standard), 1.25, 1e-12);
  EXPECT_NEAR(next_pay_bias(1.25, untold, told_of_pay(10, standard), standard), 1.192, 5e-4);
  EXPECT_GT(next_pay_bias(1.25, untold, 0, standard), 1.25) << "nobody came home to tell";
  double bias = 1.25;
  for (int month = 0; month < 100; ++month) bias = next_pay_bias(bias, untold, 0, standard);
  EXPECT_NEAR(bias, untold, 1e-6) << "and never passes what the untold believe";
  EXPECT_NEAR(untold_pay_bias(0, standard), 1.25, 1e-12) << "an origin without returns keeps the common bias";
}

TEST(Beliefs, MoveTheSearchOfBangladeshAsOnTheirPage) {
  const double pay = 295 * 0.8 * present_value_months(Months{48}, 0.01);
  const double danger = standard.death_value_usd * death_bias(false, standard) * 130.0 / 100'000 / 12 * 48;
  const DeathBeliefs beliefs{standard};
  EXPECT_NEAR(danger * (1 - beliefs.lowest()), 6519, 2);
  EXPECT_NEAR(pay * (1.25 - 1.1922), 518, 1);
  const double median = beliefs.factor(0.5), before = -9328.57 - danger * (median - 1);
  const double lost = danger * median * 0.15;
  EXPECT_NEAR(lost, 1156, 1);
  EXPECT_NEAR(search_hazard(Usd{before}, 0, 0, 0, 1, standard).value(), 0.0061, 5e-5);
  EXPECT_NEAR(search_hazard(Usd{before - lost}, 0, 0, 0, 1, standard).value(), 0.0042, 5e-5);
}

}  // namespace
}  // namespace sojourn::model
