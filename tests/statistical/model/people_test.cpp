#include "model/people.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace sojourn::model {
namespace {

const Parameters standard;
const RunKey run = run_key(2026, 3);

double below(double taste) { return 0.5 * std::erfc(-taste / std::sqrt(2.0)); }

// The i-th of n persons lies in the i-th of n equal slices of the normal distribution, so the distribution of any slice
// of people is never further than 1/n from it: n = 10,000 independent draws would be off by about 0.9 / sqrt(n) =
// 0.009.
TEST(TasteStatistical, IsStandardNormalAndStratified) {
  constexpr std::uint32_t n = 10'000;
  std::vector<double> tastes;
  double mean = 0, variance = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    tastes.push_back(taste(run, PersonId{0, 3, i}, n));
    mean += tastes.back() / n;
    variance += tastes.back() * tastes.back() / n;
  }
  EXPECT_TRUE(std::ranges::is_sorted(tastes));
  double furthest = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    furthest = std::max(
        {furthest, std::abs(below(tastes[i]) - i / double{n}), std::abs(below(tastes[i]) - (i + 1) / double{n})});
  }
  EXPECT_LE(furthest, 1.0 / n + 1e-12);
  // Each taste is off its slice's mean by less than the slice is wide; the widths of all but the two open ones add up
  // to 2 * 3.72, and those two are within 3 of it for all but one key in a million: (7.4 + 2 * 3) / n < 0.0014 at the
  // worst.
  EXPECT_NEAR(mean, 0, 0.0014);
  // The two open slices hold squares of about 15 each, with a standard deviation of about 4: 5 sqrt(2) 4 / n = 0.003.
  EXPECT_NEAR(variance, 1, 0.003);
}

TEST(TasteStatistical, IsWholeInEvenASmallSlice) {
  constexpr std::uint32_t n = 10;
  int above = 0;
  for (std::uint32_t i = 0; i < n; ++i) above += taste(run, PersonId{0, 4, i}, n) > 0 ? 1 : 0;
  EXPECT_EQ(above, 5);
}

TEST(FeeSpreadStatistical, HasMeanOne) {
  // Log-normal with mean 1: variance exp(0.45^2) - 1 = 0.224; five standard errors at 100,000 persons are 0.0075.
  constexpr std::uint32_t n = 100'000;
  double sum = 0;
  for (std::uint32_t i = 0; i < n; ++i) sum += fee_spread(run, PersonId{0, 5, i}, standard);
  EXPECT_NEAR(sum / n, 1, 5 * std::sqrt((std::exp(0.45 * 0.45) - 1) / n));
}

TEST(WealthStatistical, HasItsMedianAndItsShareOfLand) {
  constexpr std::uint32_t n = 100'000;
  int poor = 0, landed = 0, small_pledge = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    const Wealth is = wealth(run, PersonId{0, 6, i}, UsdPerMonth{100}, standard);
    poor += is.own_usd < 500 ? 1 : 0;
    landed += is.pledge_limit_usd > 0 ? 1 : 0;
    small_pledge += is.pledge_limit_usd > 0 && is.pledge_limit_usd < 12'000 ? 1 : 0;
  }
  // A half of n, 0.85 of n, and a half of the landed: standard errors sqrt(n)/2, sqrt(0.85 0.15 n) and sqrt(0.85 n)/2.
  EXPECT_NEAR(poor, 0.5 * n, 5 * 0.5 * std::sqrt(n));
  EXPECT_NEAR(landed, 0.85 * n, 5 * std::sqrt(0.85 * 0.15 * n));
  EXPECT_NEAR(small_pledge, 0.5 * landed, 5 * 0.5 * std::sqrt(0.85 * n));
}

}  // namespace
}  // namespace sojourn::model
