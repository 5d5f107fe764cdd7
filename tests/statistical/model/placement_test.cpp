#include "model/placement.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sojourn::model {
namespace {

const Parameters standard;
const RunKey run = run_key(2026, 4);

TEST(HarmFactorStatistical, HasMeanOneButForTheCutAtThree) {
  // Without the cut the mean of exp(-z - 1/2) is 1. With z held at +-3 it is
  //   Phi(4) - Phi(-2) + Phi(-3) (e^2.5 + e^-3.5) = 0.97722 + 0.01644 + 0.00004 = 0.99370,
  // and the mean square is e (Phi(5) - Phi(-1)) + Phi(-3) (e^5 + e^-7) = 2.4874: standard deviation 1.2247.
  constexpr std::uint64_t n = 200'000;
  double sum = 0;
  for (std::uint64_t who = 0; who < n; ++who) {
    sum += harm_factor(employer_quality(RandomStream{run, who, 24'312, Draw::employer}), standard);
  }
  EXPECT_NEAR(sum / n, 0.9937, 5 * 1.2247 / std::sqrt(n));
}

TEST(HarmFactorStatistical, PutsFourTenthsOfTheEventsAtTheWorstTenthOfEmployers) {
  // Share of events at z < -1.2816: (Phi(-1.2816 + 1) - Phi(-2) + Phi(-3) e^2.5) / 0.9937
  //   = (0.38912 - 0.02275 + 0.01644) / 0.9937 = 0.3852. Its standard error over n employers is below 1.2247 / sqrt(n).
  constexpr std::uint64_t n = 200'000;
  double all = 0, worst = 0;
  for (std::uint64_t who = 0; who < n; ++who) {
    const double quality = employer_quality(RandomStream{run, who, 24'312, Draw::employer});
    all += harm_factor(quality, standard);
    if (quality < -1.2816) worst += harm_factor(quality, standard);
  }
  EXPECT_NEAR(worst / all, 0.385, 5 * 1.2247 / std::sqrt(n));
}

TEST(SubstitutionCutStatistical, HasItsMeanAndIsSeldomHalfTheWage) {
  // Beta(2, 8): mean 0.2, variance 2 * 8 / (10^2 * 11) = 0.01455; P(cut > 1/2) = 10 / 512 = 0.0195.
  constexpr std::uint64_t n = 100'000;
  double sum = 0, half = 0;
  for (std::uint64_t who = 0; who < n; ++who) {
    const double cut = substitution_cut(RandomStream{run, who, 24'312, Draw::substitution}, standard);
    sum += cut;
    half += cut > 0.5 ? 1 : 0;
  }
  EXPECT_NEAR(sum / n, 0.2, 5 * std::sqrt(0.01455 / n));
  EXPECT_NEAR(half / n, 0.01953, 5 * std::sqrt(0.01953 * 0.98047 / n));
}

}  // namespace
}  // namespace sojourn::model
