#include "model/people.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sojourn::model {
namespace {

const Parameters standard;
const RunKey run = run_key(7, 0);

double below(double taste) { return 0.5 * std::erfc(-taste / std::sqrt(2.0)); }

TEST(Taste, LiesInThePersonsOwnQuantileOfTheSlice) {
  constexpr std::uint32_t n = 400;
  for (std::uint32_t i = 0; i < n; ++i) {
    const double share = below(taste(run, PersonId{1, 2, i}, n)) * n;
    EXPECT_GE(share, i - 1e-9);
    EXPECT_LE(share, i + 1 + 1e-9);
  }
}

TEST(Taste, OfTheHundredthOfAThousandIsTheExampleOfItsPage) {
  // Index 99 of 1,000: between the quantiles of 0.099 and 0.100, -1.2873 and -1.2816.
  const double z = taste(run, PersonId{0, 0, 99}, 1000);
  EXPECT_GT(z, -1.2873);
  EXPECT_LT(z, -1.2815);
}

TEST(Taste, StaysFiniteForTheLastPersonOfALargeSlice) {
  constexpr std::uint32_t n = 1U << 20U;
  for (std::uint32_t replicate = 0; replicate < 2000; ++replicate) {
    EXPECT_TRUE(std::isfinite(taste(run_key(7, replicate), PersonId{0, 0, n - 1}, n)));
  }
}

TEST(Traits, AreThePersonsForLife) {
  const PersonId person{3, 4, 5};
  const Wealth once = wealth(run, person, UsdPerMonth{100}, standard);
  const Wealth again = wealth(run, person, UsdPerMonth{100}, standard);
  EXPECT_EQ(once.own_usd, again.own_usd);
  EXPECT_EQ(once.pledge_limit_usd, again.pledge_limit_usd);
  EXPECT_EQ(taste(run, person, 10), taste(run, person, 10));
  EXPECT_EQ(fee_spread(run, person, standard), fee_spread(run, person, standard));
  EXPECT_NE(taste(run, person, 10), taste(run_key(7, 1), person, 10)) << "another replicate is another draw";
}

TEST(Wealth, IsTheMedianWithoutSpreadAndGrowsWithTheHomeWage) {
  Parameters even;
  even.wealth_log_sd = 0;
  even.lender_limit_log_sd = 0;
  even.land_share = 1;
  const Wealth of = wealth(run, PersonId{0, 1, 2}, UsdPerMonth{90.75}, even);
  EXPECT_DOUBLE_EQ(of.own_usd, 5 * 90.75);
  EXPECT_DOUBLE_EQ(of.pledge_limit_usd, 120 * 90.75);
  EXPECT_NEAR(wealth(run, PersonId{0, 1, 2}, UsdPerMonth{181.5}, standard).own_usd,
              2 * wealth(run, PersonId{0, 1, 2}, UsdPerMonth{90.75}, standard).own_usd, 1e-9);
}

TEST(Wealth, HasNoPledgeWithoutLand) {
  Parameters landless;
  landless.land_share = 0;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    EXPECT_EQ(wealth(run, PersonId{0, 0, i}, UsdPerMonth{100}, landless).pledge_limit_usd, 0.0);
  }
}

TEST(FeeSpread, IsOneWithoutSpreadAndPositiveWith) {
  Parameters even;
  even.fee_spread_sd = 0;
  for (std::uint32_t i = 0; i < 100; ++i) {
    EXPECT_DOUBLE_EQ(fee_spread(run, PersonId{0, 0, i}, even), 1.0);
    EXPECT_GT(fee_spread(run, PersonId{0, 0, i}, standard), 0.0);
  }
}

TEST(HomeWage, OfAnElementaryWorkerFromBangladeshIsTheExampleOfItsPage) {
  EXPECT_NEAR(home_wage_factor(Skill::elementary, standard) * 165, 90.75, 1e-9);
  EXPECT_LT(home_wage_factor(Skill::elementary, standard), home_wage_factor(Skill::medium, standard));
  EXPECT_LT(home_wage_factor(Skill::medium, standard), home_wage_factor(Skill::high, standard));
}

}  // namespace
}  // namespace sojourn::model
