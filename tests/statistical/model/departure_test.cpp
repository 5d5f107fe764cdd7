#include "model/departure.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"

namespace sojourn::model {
namespace {

const RunKey run = run_key(2026, 11);
constexpr std::int32_t month = 24'312;
constexpr std::uint64_t n = 200'000;

// Five standard errors of a share of n independent people.
double tolerance(double share, double people) { return 5 * std::sqrt(share * (1 - share) / people); }

TEST(ChannelStatistical, SendsTheShareWithoutPapersPastTheRegisterAndShowsItItsShareOfTheOthers) {
  // A third crosses without papers; of the others the register sees 0.28: 0.28 x 2/3 = 0.1867 of all.
  constexpr double crossing = 1.0 / 3, seen = 0.28;
  double registered = 0, irregular = 0;
  for (std::uint64_t who = 0; who < n; ++who) {
    const bool crosses = RandomStream{run, who, month, Draw::irregular_entry}.uniform() < crossing;
    const Channel channel = channel_of(crosses, seen, RandomStream{run, who, month, Draw::registered}.uniform());
    registered += channel == Channel::registered ? 1 : 0;
    irregular += channel == Channel::irregular ? 1 : 0;
  }
  EXPECT_NEAR(irregular / n, crossing, tolerance(crossing, n));
  EXPECT_NEAR(registered / n, seen * (1 - crossing), tolerance(seen * (1 - crossing), n));
  EXPECT_NEAR(registered / (n - irregular), seen, tolerance(seen, n - irregular));
}

TEST(BanStatistical, StopsItsShareOfPeopleWhateverTheRegisterWouldHaveSeen) {
  MarketTerms terms;
  for (const double enforced : {0.1, 0.3, 0.9}) {
    terms.departure_barred = enforced;
    double stopped = 0, seen = 0;
    for (std::uint64_t who = 0; who < n; ++who) {
      if (!is_barred(terms, RandomStream{run, who, 0, Draw::barred}.uniform())) continue;
      ++stopped;
      seen += channel_of(false, 0.28, RandomStream{run, who, month, Draw::registered}.uniform()) == Channel::registered ? 1 : 0;
    }
    EXPECT_NEAR(stopped / n, enforced, tolerance(enforced, n));
    EXPECT_NEAR(seen / stopped, 0.28, tolerance(0.28, stopped)) << "the two draws are tied to each other";
  }
}

}  // namespace
}  // namespace sojourn::model
