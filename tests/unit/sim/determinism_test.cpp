// The same bytes for any number of threads, in any company, and whatever lies ahead (MODEL 9.3).
#include <gtest/gtest.h>

#include <vector>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

constexpr int eight_blocks_scale = 1;

Case of_eight_blocks() {
  return {.parameters = {}, .levers = {}, .months = 8, .burn_in_months = 4, .scale = eight_blocks_scale};
}

TEST(Run, GivesTheSameBytesOnOneTwoAndEightThreads) {
  Simulation one{of_eight_blocks(), 1, populous_world()};
  ASSERT_GE(one.cells().blocks(), 8U);
  const sim::RunTables& expected = one.finish();
  EXPECT_GT(total(expected, model::Count::deployments), 500);
  EXPECT_GT(total(expected, model::Count::returns_own_choice), 100);
  for (const int threads : {2, 8}) {
    SCOPED_TRACE(threads);
    expect_same(tables_of(of_eight_blocks(), threads, populous_world()), expected);
  }
}

TEST(Run, GivesTheSameBytesSideBySideAsAlone) {
  std::vector<Case> cases(4, {.parameters = {}, .levers = {}, .months = 12});
  for (std::uint32_t i = 0; i < cases.size(); ++i) cases[i].replicate = i;
  cases[3].levers = {wage_floor({aaa_gulf}, first_recorded, 1, 400)};
  std::vector<sim::RunTables> alone, together(cases.size());
  for (const Case& one : cases) alone.push_back(tables_of(one));
  (void)synthetic_world();
  Parallel threads{4};
  threads.for_each(cases.size(), [&](std::size_t i, int) {
    Simulation simulation{cases[i], threads};
    together[i] = simulation.finish();
  });
  for (std::size_t i = 0; i < cases.size(); ++i) {
    SCOPED_TRACE(i);
    expect_same(together[i], alone[i]);
  }
}

TEST(Run, GivesOtherBytesForAnotherReplicateSeedAndScale) {
  const Case first{.parameters = {}, .levers = {}, .months = 3};
  Case replicate = first, seed = first, scale = first;
  replicate.replicate = 1;
  seed.seed = 8;
  scale.scale = 60;
  const std::uint64_t digest = tables_of(first).digest;
  EXPECT_EQ(tables_of(first).digest, digest);
  EXPECT_NE(tables_of(replicate).digest, digest);
  EXPECT_NE(tables_of(seed).digest, digest);
  EXPECT_NE(tables_of(scale).digest, digest);
}

class LaterEnd : public testing::TestWithParam<int> {};

TEST_P(LaterEnd, ChangesNoMonthThatBothRunsHave) {
  Case early{.parameters = {}, .levers = {}, .months = 6};
  Case late = early;
  late.months = GetParam();
  const sim::RunTables some = tables_of(early), more = tables_of(late);
  for (int month = 0; month < early.months; ++month) {
    for (std::size_t o = 0; o < some.origins; ++o) {
      for (std::size_t x = 0; x < 2; ++x) {
        ASSERT_EQ(some.origin_month(month, o, x), more.origin_month(month, o, x)) << "month " << month;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(InTheSameYearAndYearsOn, LaterEnd, testing::Values(7, 12, 30));

}  // namespace
}  // namespace sojourn::test
