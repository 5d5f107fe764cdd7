#include "sim/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

namespace sojourn {
namespace {

class ParallelOnThreads : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(OneTwoAndEight, ParallelOnThreads, testing::Values(1, 2, 8));

/// Some work that a compiler cannot leave out, so that threads overlap.
std::uint64_t busy(std::uint64_t seed, int steps) {
  std::uint64_t x = seed + 1;
  for (int i = 0; i < steps; ++i) x = x * 6364136223846793005U + 1442695040888963407U;
  return x;
}

TEST_P(ParallelOnThreads, VisitsEachIndexOnce) {
  Parallel parallel{GetParam()};
  for (const std::size_t count : {0U, 1U, 2U, 7U, 64U, 10'000U}) {
    std::vector<int> visits(count, 0);  // each index is written by its own body only
    parallel.for_each(count, [&](std::size_t i, int) { ++visits[i]; });
    EXPECT_EQ(visits, std::vector<int>(count, 1)) << count;
  }
}

TEST_P(ParallelOnThreads, GivesTheSameBytesAsALoop) {
  Parallel parallel{GetParam()};
  std::vector<std::uint64_t> expected(5'000);
  for (std::size_t i = 0; i < expected.size(); ++i) expected[i] = busy(i, 200);
  std::vector<std::uint64_t> found(expected.size());
  parallel.for_each(found.size(), [&](std::size_t i, int) { found[i] = busy(i, 200); });
  EXPECT_EQ(found, expected);
}

TEST_P(ParallelOnThreads, KeepsWorkersApart) {
  Parallel parallel{GetParam()};
  std::vector<std::atomic<int>> busy_workers(static_cast<std::size_t>(GetParam()));
  std::atomic<int> clashes{0};
  std::vector<std::int64_t> scratch(busy_workers.size(), 0);  // not atomic: the thread sanitizer sees a clash too
  parallel.for_each(3'000, [&](std::size_t i, int worker) {
    ASSERT_GE(worker, 0);
    ASSERT_LT(worker, GetParam());
    const auto mine = static_cast<std::size_t>(worker);
    if (busy_workers[mine].fetch_add(1) != 0) ++clashes;
    scratch[mine] += static_cast<std::int64_t>(i);
    EXPECT_NE(busy(i, 500), 0U);
    busy_workers[mine].fetch_sub(1);
  });
  EXPECT_EQ(clashes.load(), 0);
  EXPECT_EQ(std::accumulate(scratch.begin(), scratch.end(), std::int64_t{0}), 2'999LL * 3'000 / 2);
}

TEST_P(ParallelOnThreads, RunsALoopWithinALoop) {
  Parallel parallel{GetParam()};
  constexpr std::size_t outer = 24;
  constexpr std::size_t inner = 6;
  std::vector<int> visits(outer * inner, 0);
  std::vector<int> depth(static_cast<std::size_t>(GetParam()), 0);  // bodies of the outer loop on this worker
  std::atomic<int> reentered{0};
  parallel.for_each(outer, [&](std::size_t i, int worker) {
    int& mine = depth[static_cast<std::size_t>(worker)];
    if (++mine != 1) ++reentered;
    parallel.for_each(inner, [&](std::size_t j, int) {
      ++visits[i * inner + j];
      std::this_thread::sleep_for(std::chrono::microseconds{300 * ((i + j) % 4)});  // uneven: some have to wait
    });
    --mine;
  });
  EXPECT_EQ(visits, std::vector<int>(outer * inner, 1));
  EXPECT_EQ(reentered.load(), 0) << "a worker took up another outer body while it waited for an inner loop";
}

TEST_P(ParallelOnThreads, RunsALoopWithinALoopOfOne) {
  Parallel parallel{GetParam()};
  std::vector<int> visits(1'000, 0);
  parallel.for_each(
      1, [&](std::size_t, int) { parallel.for_each(visits.size(), [&](std::size_t j, int) { ++visits[j]; }); });
  EXPECT_EQ(visits, std::vector<int>(1'000, 1));
}

TEST_P(ParallelOnThreads, HandsAnExceptionToTheCallerAndGoesOn) {
  Parallel parallel{GetParam()};
  const auto fail_at_17 = [](std::size_t i, int) {
    if (i == 17) throw std::runtime_error{"at 17"};
  };
  for (int time = 0; time < 3; ++time) {
    try {
      parallel.for_each(100, fail_at_17);
      ADD_FAILURE() << "no exception";
    } catch (const std::runtime_error& error) {
      EXPECT_STREQ(error.what(), "at 17");
    }
  }
  std::atomic<int> done{0};
  parallel.for_each(100, [&](std::size_t, int) { ++done; });
  EXPECT_EQ(done.load(), 100);
}

TEST_P(ParallelOnThreads, HandsOnAnExceptionOfAnInnerLoop) {
  Parallel parallel{GetParam()};
  const auto outer = [&](std::size_t i, int) {
    parallel.for_each(10, [i](std::size_t j, int) {
      if (i == 3 && j == 4) throw std::out_of_range{"inner"};
    });
  };
  EXPECT_THROW(parallel.for_each(8, outer), std::out_of_range);
}

TEST_P(ParallelOnThreads, LetsSeveralCallersTakeTurns) {
  Parallel parallel{GetParam()};
  std::vector<std::vector<int>> visits(4, std::vector<int>(500, 0));
  {
    std::vector<std::jthread> callers;
    for (std::vector<int>& mine : visits) {
      callers.emplace_back([&] { parallel.for_each(mine.size(), [&](std::size_t i, int) { ++mine[i]; }); });
    }
  }
  for (const std::vector<int>& mine : visits) EXPECT_EQ(mine, std::vector<int>(500, 1));
}

TEST_P(ParallelOnThreads, RunsShortLoopsOneAfterAnother) {
  // Helpers come late to a loop or when it is over; none may touch what belongs to another one.
  Parallel parallel{GetParam()};
  for (std::size_t loop = 0; loop < 5'000; ++loop) {
    std::vector<std::size_t> found(1 + loop % 7, 0);
    parallel.for_each(found.size(), [&](std::size_t i, int) { found[i] += loop + i; });
    for (std::size_t i = 0; i < found.size(); ++i) ASSERT_EQ(found[i], loop + i);
  }
}

TEST_P(ParallelOnThreads, GoesOnAfterARest) {
  // Long enough for helpers to fall asleep, which they may or may not do: the sums are the same.
  Parallel parallel{GetParam()};
  for (int loop = 0; loop < 4; ++loop) {
    std::atomic<int> done{0};
    parallel.for_each(64, [&](std::size_t, int) { ++done; });
    EXPECT_EQ(done.load(), 64);
    std::this_thread::sleep_for(std::chrono::milliseconds{40});
  }
}

TEST_P(ParallelOnThreads, UsesAllItsThreads) {
  // Each body waits until all workers have one: fewer threads than promised would wait until the time is up.
  Parallel parallel{GetParam()};
  const auto wanted = static_cast<std::size_t>(GetParam());
  std::atomic<std::size_t> present{0};
  parallel.for_each(wanted, [&](std::size_t, int) {
    ++present;
    for (int tries = 0; present.load() < wanted && tries < 10'000; ++tries) {
      std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    EXPECT_EQ(present.load(), wanted);
  });
}

TEST(Parallel, TakesBodiesThatChangeOrAreConst) {
  struct Counter {
    std::atomic<int> seen{0};
    void operator()(std::size_t, int) { ++seen; }
  } counter;
  Parallel parallel{2};
  parallel.for_each(10, counter);
  EXPECT_EQ(counter.seen.load(), 10);

  std::atomic<int> calls{0};
  const auto constant = [&calls](std::size_t, int) { ++calls; };
  parallel.for_each(10, constant);
  EXPECT_EQ(calls.load(), 10);
}

TEST(Parallel, RefusesNoThreads) {
  EXPECT_THROW(Parallel{0}, std::invalid_argument);
  EXPECT_THROW(Parallel{-1}, std::invalid_argument);
  EXPECT_THROW(Parallel{1025}, std::invalid_argument);
}

TEST(Parallel, KnowsHowManyThreadsItHasAndCouldHave) {
  EXPECT_EQ(Parallel{3}.threads(), 3);
  EXPECT_GE(Parallel::available_threads(), 1);
}

}  // namespace
}  // namespace sojourn
