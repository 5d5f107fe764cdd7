// Means, intervals and pairs, on numbers small enough to work out by hand.
#include "study/statistics.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

namespace sojourn::study {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

TEST(Summarise, GivesTheMeanAndAStudentInterval) {
  // 1, 2, 4, 5: mean 3, sum of squares 10, standard deviation sqrt(10/3), error sqrt(10/12); t(3, 90 %) = 2.353.
  const Summary summary = summarise(std::array{1.0, 2.0, 4.0, 5.0}, 90);
  EXPECT_DOUBLE_EQ(summary.mean, 3);
  EXPECT_DOUBLE_EQ(summary.median, 3);
  EXPECT_NEAR(summary.sd, std::sqrt(10.0 / 3), 1e-12);
  EXPECT_NEAR(summary.se, std::sqrt(10.0 / 12), 1e-12);
  EXPECT_NEAR(summary.lower, 3 - 2.3533634 * std::sqrt(10.0 / 12), 1e-6);
  EXPECT_NEAR(summary.upper, 3 + 2.3533634 * std::sqrt(10.0 / 12), 1e-6);
  EXPECT_EQ(summary.count, 4);
}

TEST(Summarise, WidensWithTheIntervalAsked) {
  const std::array values{1.0, 2.0, 4.0, 5.0};
  EXPECT_NEAR(summarise(values, 95).upper, 3 + 3.1824463 * std::sqrt(10.0 / 12), 1e-6);
  EXPECT_NEAR(summarise(values, 50).upper, 3 + 0.7648923 * std::sqrt(10.0 / 12), 1e-6);
}

TEST(Summarise, HasNoIntervalWithOneValueAndNothingWithNone) {
  const Summary one = summarise(std::array{7.0, missing}, 90), none = summarise(std::array{missing}, 90);
  EXPECT_EQ(one.count, 1);
  EXPECT_EQ(one.mean, 7);
  EXPECT_TRUE(std::isnan(one.lower) && std::isnan(one.upper) && std::isnan(one.se));
  EXPECT_EQ(none.count, 0);
  EXPECT_TRUE(std::isnan(none.mean));
}

TEST(Spread, HoldsTheAskedShareOfTheValues) {
  std::array<double, 21> values{};
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = static_cast<double>((i * 8) % 21);  // 0 to 20 in another order
  const Summary summary = spread(values, 90);
  EXPECT_NEAR(summary.lower, 1, 1e-12);
  EXPECT_NEAR(summary.median, 10, 1e-12);
  EXPECT_NEAR(summary.upper, 19, 1e-12);
}

TEST(PairedEffects, LeaveOutPairsWithAMissingValue) {
  const PairedEffect effect = paired_effect(std::array{5.0, missing, 7.0, 9.0}, std::array{1.0, 2.0, missing, 3.0}, 90);
  EXPECT_EQ(effect.difference.count, 2);
  EXPECT_DOUBLE_EQ(effect.difference.mean, 5);
}

TEST(PairedEffects, CountPairsWithTheSignOfTheMean) {
  const PairedEffect effect = paired_effect(std::array{3.0, 3.0, 3.0, 3.0}, std::array{1.0, 4.0, 3.0, 0.0}, 90);
  EXPECT_DOUBLE_EQ(effect.difference.mean, 1);
  EXPECT_EQ(effect.same_sign, 2) << "2 and 3; neither -1 nor 0";
}

TEST(PairedEffects, GainWhatTheRunsHaveInCommon) {
  // Variances 10/3 and 13/3 of the runs, 1/3 of their differences 0.5, 1.5, 0.5, 1.5: (10/3 + 13/3) / (1/3) = 23.
  const PairedEffect effect = paired_effect(std::array{1.5, 3.5, 4.5, 6.5}, std::array{1.0, 2.0, 4.0, 5.0}, 90);
  EXPECT_NEAR(effect.pairing_gain, 23, 1e-9);
}

TEST(PairedEffects, OfEqualRunsAreZeroWithAnIntervalOfNothing) {
  const std::array values{1.0, 2.0, 4.0};
  const PairedEffect effect = paired_effect(values, values, 90);
  EXPECT_EQ(effect.difference.mean, 0);
  EXPECT_EQ(effect.difference.lower, 0);
  EXPECT_EQ(effect.difference.upper, 0);
  EXPECT_EQ(effect.same_sign, 0);
  EXPECT_TRUE(std::isnan(effect.pairing_gain));
}

}  // namespace
}  // namespace sojourn::study
