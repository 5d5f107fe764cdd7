#include "model/channels.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace sojourn::model {
namespace {

const Parameters standard;
const RunKey run = run_key(2026, 5);
constexpr std::int32_t month = 24'312;

TEST(ChannelStatistical, SharesAreTheLogitProbabilities) {
  // Each share binomial: standard error sqrt(p (1 - p) / n).
  constexpr std::uint64_t n = 200'000;
  const auto weights = channel_weights({684.69, 1153.11, 102.70}, 0.3, true, standard);
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::array<double, 3> taken{};
  for (std::uint64_t who = 0; who < n; ++who) {
    taken[static_cast<std::size_t>(choose_channel(weights, RandomStream{run, who, month, Draw::recruiter}))] += 1;
  }
  for (std::size_t c = 0; c < taken.size(); ++c) {
    const double p = weights[c] / sum;
    EXPECT_NEAR(taken[c] / n, p, 5 * std::sqrt(p * (1 - p) / n)) << c;
  }
}

TEST(ChannelStatistical, SmallerRentsMoveOnlyThoseWhoTakeThem) {
  // Common luck: where one way becomes cheaper people change to it, none between the others.
  const auto dear = channel_weights({684.69, 1153.11, 102.70}, 0.3, true, standard);
  auto cheap = dear;
  cheap[0] *= 1.5;
  int moved = 0;
  for (std::uint64_t who = 0; who < 20'000; ++who) {
    const Recruiter before = choose_channel(dear, RandomStream{run, who, month, Draw::recruiter});
    const Recruiter after = choose_channel(cheap, RandomStream{run, who, month, Draw::recruiter});
    if (before == after) continue;
    ++moved;
    EXPECT_EQ(after, Recruiter::agency);
  }
  EXPECT_GT(moved, 0);
}

TEST(ChannelStatistical, ChainsOfAnOpenMarketHaveTheMeanThatRentsAreMadeFor) {
  // Rents of NPL-QAT (S 6,870, share 0.13, all liquid), one in eight with a tie. Integrated over distances and ties:
  // the mean of links is within 0.15 of the mean chain, so that the rent of a market is that of its workers.
  constexpr std::uint64_t n = 100'000;
  double links = 0;
  for (std::uint64_t who = 0; who < n; ++who) {
    const Access access = access_of(run, who);
    ChannelRents rents{};
    for (const Recruiter way : {Recruiter::agency, Recruiter::sub_agents, Recruiter::direct}) {
      const double chain = std::max<int>(1, chain_links(way, access.distance, standard));
      rents[static_cast<std::size_t>(way)] = 6'870 * share_through_links(0.13, chain, standard) * rent_factor(way, RecruitmentRegime::open, standard);
    }
    const auto weights = channel_weights(rents, access.distance, access.tie_draw < 0.125, standard);
    links += chain_links(choose_channel(weights, RandomStream{run, who, month, Draw::recruiter}), access.distance, standard);
  }
  EXPECT_NEAR(links / n, standard.recruitment_chain_links, 0.15);
}

}  // namespace
}  // namespace sojourn::model
