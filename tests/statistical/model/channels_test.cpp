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

constexpr std::array private_ways{Recruiter::agency, Recruiter::sub_agents, Recruiter::direct};

// Rents of NPL-QAT (S 6,870, share 0.13, all liquid).
std::array<double, 3> weights_at(double distance, bool tie) {
  ChannelRents rents{};
  for (const Recruiter way : private_ways) {
    const double chain = std::max<int>(1, chain_links(way, distance, standard));
    rents[static_cast<std::size_t>(way)] = 6'870 * share_through_links(0.13, chain, standard) * rent_factor(way, RecruitmentRegime::open, standard);
  }
  return channel_weights(rents, distance, tie, standard);
}

double mean_links_at(double distance, bool tie) {
  const auto weights = weights_at(distance, tie);
  double links = 0;
  for (const Recruiter way : private_ways) links += weights[static_cast<std::size_t>(way)] * chain_links(way, distance, standard);
  return links / std::accumulate(weights.begin(), weights.end(), 0.0);
}

TEST(ChannelStatistical, ChainsOfAnOpenMarketHaveAboutTheMeanThatRentsAreMadeFor) {
  // One in eight with a tie; the mean of links integrated over distances. Links lie within 0 to 3: variance below 2.25.
  constexpr double ties = 0.125;
  constexpr int steps = 1'000;
  double expected = 0;
  for (int i = 0; i < steps; ++i) {
    const double distance = (i + 0.5) / steps;
    expected += (ties * mean_links_at(distance, true) + (1 - ties) * mean_links_at(distance, false)) / steps;
  }
  EXPECT_NEAR(expected, standard.recruitment_chain_links, 0.25);
  constexpr std::uint64_t n = 100'000;
  double links = 0;
  for (std::uint64_t who = 0; who < n; ++who) {
    const Access access = access_of(run, who);
    const auto weights = weights_at(access.distance, access.tie_draw < ties);
    links += chain_links(choose_channel(weights, RandomStream{run, who, month, Draw::recruiter}), access.distance, standard);
  }
  EXPECT_NEAR(links / n, expected, 5 * std::sqrt(2.25 / n));
}

}  // namespace
}  // namespace sojourn::model
