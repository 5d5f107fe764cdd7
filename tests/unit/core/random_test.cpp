#include "core/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

namespace sojourn {
namespace {

std::vector<std::uint32_t> words(RandomStream stream, int n) {
  std::vector<std::uint32_t> all;
  for (int i = 0; i < n; ++i) all.push_back(stream.word());
  return all;
}

constexpr RunKey run{0x12345678U, 0x9abcdef0U};
constexpr std::uint64_t somebody = 0x0003'0007'0000'002aU;
constexpr std::int32_t some_month = 2026 * 12;

// The known answers that Random123 ships with its source (kat_vectors, philox4x32 10).
TEST(Philox, GivesTheKnownAnswersOfItsAuthors) {
  using Block = std::array<std::uint32_t, 4>;
  const auto philox = [](Block counter, std::array<std::uint32_t, 2> key) {
    const auto out = r123::Philox4x32{}({{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
    return Block{out[0], out[1], out[2], out[3]};
  };
  constexpr std::uint32_t ones = 0xffffffffU;
  EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}), (Block{0x6627e8d5U, 0xe169c58dU, 0xbc57ac4cU, 0x9b00dbd8U}));
  EXPECT_EQ(philox({ones, ones, ones, ones}, {ones, ones}),
            (Block{0x408f276dU, 0x41c83b0eU, 0xa20bc7c6U, 0x6d5451fdU}));
  EXPECT_EQ(philox({0x243f6a88U, 0x85a308d3U, 0x13198a2eU, 0x03707344U}, {0xa4093822U, 0x299f31d0U}),
            (Block{0xd16cfe09U, 0x94fdccebU, 0x5001e420U, 0x24126ea1U}));
}

// Any other layout of the counter would change every result ever published.
TEST(RandomStream, IsPhiloxOfWhoWhenAndWhy) {
  const auto block = [](std::uint32_t n) {
    return r123::Philox4x32{}({{0x0000002aU, 0x00030007U, static_cast<std::uint32_t>(some_month), (25U << 20U) + n}},
                              {{run.k0, run.k1}});
  };
  const auto drawn = words(RandomStream{run, somebody, some_month, Draw::accept}, 12);
  for (std::uint32_t i = 0; i < 12; ++i) EXPECT_EQ(drawn[i], block(i / 4)[i % 4]) << i;
}

TEST(RandomStream, DrawsTheSameForTheSameKey) {
  EXPECT_EQ(words(RandomStream{run, somebody, some_month, Draw::rank}, 100),
            words(RandomStream{run, somebody, some_month, Draw::rank}, 100));
}

TEST(RandomStream, SharesNothingWithAnotherPersonMonthPurposeOrRun) {
  const auto mine = words(RandomStream{run, somebody, some_month, Draw::rank}, 100);
  const std::vector others{RandomStream{run, somebody + 1, some_month, Draw::rank},
                           RandomStream{run, somebody, some_month + 1, Draw::rank},
                           RandomStream{run, somebody, some_month, Draw::accept},
                           RandomStream{RunKey{run.k0 + 1, run.k1}, somebody, some_month, Draw::rank}};
  const std::set<std::uint32_t> known(mine.begin(), mine.end());
  for (const RandomStream& other : others) {
    for (const std::uint32_t word : words(other, 100)) EXPECT_FALSE(known.contains(word));
  }
}

TEST(RandomStream, KeepsItsNthDrawWhateverOtherStreamsDraw) {
  const auto alone = words(RandomStream{run, somebody, some_month, Draw::rank}, 20);
  RandomStream mine{run, somebody, some_month, Draw::rank};
  RandomStream other{run, somebody, some_month, Draw::employer};
  for (std::size_t i = 0; i < alone.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) (void)other.word();
    EXPECT_EQ(mine.word(), alone[i]) << i;
  }
}

TEST(RunKey, DiffersBySeedAndByReplicate) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> keys;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    for (std::uint32_t replicate = 0; replicate < 50; ++replicate) {
      const RunKey key = run_key(seed, replicate);
      keys.emplace(key.k0, key.k1);
    }
  }
  EXPECT_EQ(keys.size(), 2500U);
  EXPECT_NE(run_key(1, 0).k0, run_key(1ULL << 32U, 0).k0) << "the upper half of a seed counts";
}

TEST(Uniform, IsNeverZeroOrOneAndFillsTheRange) {
  RandomStream stream{run, somebody, some_month, Draw::event};
  double lowest = 1, highest = 0, sum = 0;
  constexpr int n = 1'000'000;
  for (int i = 0; i < n; ++i) {
    const double u = stream.uniform();
    lowest = std::min(lowest, u);
    highest = std::max(highest, u);
    sum += u;
  }
  EXPECT_GE(lowest, 0x1p-33);
  EXPECT_LE(highest, 1 - 0x1p-33);
  EXPECT_LT(lowest, 2e-5);  // a million draws leave a gap of 2e-5 at an end with chance e^-20
  EXPECT_GT(highest, 1 - 2e-5);
  EXPECT_NEAR(sum / n, 0.5, 5 * std::sqrt(1.0 / 12 / n));
}

TEST(Below, StaysBelowItsBoundAndReachesEveryNumber) {
  RandomStream stream{run, somebody, some_month, Draw::agency};
  std::array<int, 7> seen{};
  for (int i = 0; i < 7000; ++i) ++seen.at(stream.below(7));
  for (const int n : seen) EXPECT_NEAR(n, 1000, 5 * std::sqrt(1000.0 * 6 / 7));
  EXPECT_EQ(stream.below(1), 0U);
}

struct Moments {
  double mean = 0, variance = 0;
};
template <class Sample>
Moments moments(int n, Sample&& sample) {
  double sum = 0, squares = 0;
  for (int i = 0; i < n; ++i) {
    const double x = sample(RandomStream{run, static_cast<std::uint64_t>(i), some_month, Draw::event});
    sum += x;
    squares += x * x;
  }
  return {sum / n, squares / n - sum / n * (sum / n)};
}

// Five standard errors: a right generator fails for about one key in two million.
TEST(Exponential, HasMeanAndVarianceOne) {
  constexpr int n = 100'000;
  const Moments is = moments(n, [](RandomStream stream) { return stream.exponential(); });
  EXPECT_NEAR(is.mean, 1, 5 / std::sqrt(n));
  EXPECT_NEAR(is.variance, 1, 5 * std::sqrt(8.0 / n));  // var(s^2) = (mu_4 - sigma^4) / n = (9 - 1) / n
}

TEST(Normal, HasMeanZeroAndVarianceOne) {
  constexpr int n = 100'000;
  const Moments is = moments(n, [](RandomStream stream) { return stream.normal(); });
  EXPECT_NEAR(is.mean, 0, 5 / std::sqrt(n));
  EXPECT_NEAR(is.variance, 1, 5 * std::sqrt(2.0 / n));
}

TEST(Poisson, IsZeroForNoMean) {
  for (std::uint64_t who = 0; who < 1000; ++who) {
    EXPECT_EQ((RandomStream{run, who, some_month, Draw::event}.poisson(0.0)), 0U);
  }
}

// Small means by inversion, those from 30 on by a library: both have mean and variance as they should.
TEST(Poisson, HasItsMeanAsMeanAndAsVariance) {
  constexpr int n = 50'000;
  for (const double mean : {0.01, 0.7, 5.0, 29.9, 30.1, 200.0, 5000.0}) {
    const Moments is = moments(n, [mean](RandomStream stream) { return static_cast<double>(stream.poisson(mean)); });
    EXPECT_NEAR(is.mean, mean, 5 * std::sqrt(mean / n)) << mean;
    EXPECT_NEAR(is.variance, mean, 5 * std::sqrt((2 * mean * mean + mean) / n)) << mean;  // mu_4 = 3 m^2 + m
  }
}

TEST(NormalQuantile, HasTheValuesOfTheTables) {
  EXPECT_NEAR(normal_quantile(0.5), 0, 1e-15);
  EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-14);
  EXPECT_NEAR(normal_quantile(0.025), -1.959963984540054, 1e-14);
  EXPECT_NEAR(normal_quantile(0.001), -3.090232306167813, 1e-13);
  EXPECT_NEAR(normal_quantile(1e-10), -6.361340902404056, 1e-12);
}

TEST(Logistic, IsAHalfAtZeroAndAddsUpWithItsMirror) {
  EXPECT_DOUBLE_EQ(logistic(0), 0.5);
  EXPECT_NEAR(logistic(1), 0.7310585786300049, 1e-15);
  for (const double x : {0.1, 2.0, 30.0}) EXPECT_NEAR(logistic(x) + logistic(-x), 1, 1e-15);
  EXPECT_EQ(logistic(-1e9), 0.0);
  EXPECT_EQ(logistic(1e9), 1.0);
}

}  // namespace
}  // namespace sojourn
