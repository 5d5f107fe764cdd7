#include "model/irregular_entry.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"

namespace sojourn::model {
namespace {

TEST(IrregularEntryStatistical, OfSeekersIsTheShareOfEntriesOnceSomeHaveDroppedOutWithPapers) {
  const Parameters standard;
  const RunKey run = run_key(2026, 14);
  constexpr std::uint64_t n = 200'000;
  constexpr int waiting_months = 3, crossing_months = 1;
  ASSERT_EQ(standard.border_crossing_months, crossing_months);
  const double share = share_of_seekers(0.7, Months{waiting_months}, standard);
  double crossed = 0, with_papers = 0;
  for (std::uint64_t who = 0; who < n; ++who) {
    const bool crosses = RandomStream{run, who, 24'312, Draw::irregular_entry}.uniform() < share;
    RandomStream month{run, who, 24'312, Draw::processing};
    bool leaves = true;
    for (int m = crosses ? crossing_months : waiting_months; m > 0 && leaves; --m) {
      leaves = month.uniform() >= standard.drop_out_per_month;
    }
    crossed += leaves && crosses ? 1 : 0;
    with_papers += leaves && !crosses ? 1 : 0;
  }
  // A share of those who left, binomial: five standard errors, 0.005. 0.6871 of seekers would be off by 0.013.
  const double left = crossed + with_papers;
  EXPECT_NEAR(crossed / left, 0.7, 5 * std::sqrt(0.7 * 0.3 / left));
  EXPECT_NEAR(crossed / n, 0.6871 * 0.97, 5 * std::sqrt(0.6665 * 0.3335 / n));
}

}  // namespace
}  // namespace sojourn::model
