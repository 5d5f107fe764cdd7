#include "model/recruitment.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sojourn::model {
namespace {

const Parameters standard;
const RunKey run = run_key(2026, 5);
constexpr std::int32_t month = 24'312;

TEST(ProcessingStatistical, TakesThreeMonthsInTheMean) {
  // Gamma of shape 3 and mean 3, rounded to whole months, at least one: mean sum_k P(T >= k - 1/2), with the first term
  // 1, = 3.0154, variance 3.006.
  Parameters steady;
  steady.drop_out_per_month = 0;
  constexpr std::uint64_t n = 100'000;
  double sum = 0;
  for (std::uint64_t who = 0; who < n; ++who) {
    sum += processing(RandomStream{run, who, month, Draw::processing}, 3, steady).months;
  }
  EXPECT_NEAR(sum / n, 3.0154, 5 * std::sqrt(3.006 / n));
}

TEST(ProcessingStatistical, LosesThoseWhoDropOutAtTheirHazard) {
  // Three stages of mean one month against a hazard of c = -ln(0.97): 1 - (1 + c)^-3 = 0.0861 drop out.
  constexpr std::uint64_t n = 100'000;
  double dropped = 0;
  for (std::uint64_t who = 0; who < n; ++who) {
    dropped += processing(RandomStream{run, who, month, Draw::processing}, 3, standard).drops_out ? 1 : 0;
  }
  EXPECT_NEAR(dropped / n, 0.0861, 5 * std::sqrt(0.0861 * 0.9139 / n));
}

}  // namespace
}  // namespace sojourn::model
