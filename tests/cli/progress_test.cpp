#include "progress.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace sojourn::cli {
namespace {

// 58 % after 208.55 s: 208.55 * 42 / 58 = 151.02 s are left.
ProgressLine far() {
  return {.progress = {.percent = 58, .replicate = 19, .of = 32, .month = Month{2031, 4}},
          .counted = "replicate",
          .elapsed_s = 208.55,
          .memory_bytes = 3.0 * 1024 * 1024 * 1024};
}

TEST(BarLine, ShowsBarMonthTimeLeftAndMemory) {
  EXPECT_EQ(
      bar_line(far(), 120),
      "  running     [================>             ] 58 %  replicate 19 of 32, 2031-04   2 min 31 s left   3.0 GiB");
}

TEST(BarLine, NeverFillsTheWidthSinceAWrappedLineCannotBeRewritten) {
  for (const int width : {40, 60, 100, 110}) EXPECT_LT(bar_line(far(), width).size(), static_cast<std::size_t>(width));
  EXPECT_EQ(bar_line(far(), 60), "  58 %  replicate 19 of 32   2 min 31 s left");
}

TEST(PlainLine, IsTheOneOfTheContract) {
  EXPECT_EQ(plain_line(far()), "run 58% replicate 19/32 2031-04 eta 151s rss 3.0GiB");
}

TEST(PlainLine, CountsRunsWhereThereAreSeveralScenarios) {
  ProgressLine line = far();
  line.counted = "runs";
  EXPECT_EQ(plain_line(line), "run 58% runs 19/32 2031-04 eta 151s rss 3.0GiB");
}

TEST(PlainLine, LeavesOutAMonthThatIsNotKnown) {
  ProgressLine line = far();
  line.progress.month = Month{};
  line.counted = "months";
  EXPECT_EQ(plain_line(line), "run 58% months 19/32 eta 151s rss 3.0GiB");
}

TEST(JsonLine, IsTheOneOfTheContract) {
  EXPECT_EQ(json_line(far()),
            "{\"event\":\"progress\",\"percent\":58.0,\"replicate\":19,\"of\":32,\"month\":\"2031-04\",\"eta_s\":151,"
            "\"memory_bytes\":3221225472}\n");
}

TEST(TimeLeft, IsUnknownAtTheStart) {
  ProgressLine line = far();
  line.progress.percent = 0;
  EXPECT_LT(time_left_s(line), 0);
  EXPECT_EQ(nlohmann::json::parse(json_line(line)).contains("eta_s"), false);
}

}  // namespace
}  // namespace sojourn::cli
