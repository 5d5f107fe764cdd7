#include "gap_table.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sojourn::cli {
namespace {

study::Summary summary(double mean, double lower, double upper, int count = 10) {
  return {.mean = mean, .sd = 0, .se = 0, .lower = lower, .median = mean, .upper = upper, .count = count};
}

study::GapRow row(const std::string& label, bool is_share, study::Summary women, study::Summary men,
                  study::Summary gap) {
  return {
      .indicator = "x", .label = label, .unit = "usd", .is_share = is_share, .women = women, .men = men, .gap = gap};
}

study::GapRow deployments() {
  return row("deployments, per year", true, summary(1'234'567, 1.2e6, 1.3e6), summary(3'703'701, 3.6e6, 3.8e6),
             summary(25, 24.4, 25.6));
}
study::GapRow cost() {
  return row("recruitment cost paid, mean USD", false, summary(402, 390, 414), summary(1'507, 1'480, 1'530),
             summary(-1'105, -1'140, -1'070));
}

TEST(GapCell, IsTheShareOfWomenOrTheDifferenceWithItsInterval) {
  EXPECT_EQ(gap_cell(deployments()), "25.0 % women (24.4 to 25.6)");
  EXPECT_EQ(gap_cell(cost()), "-1,110 (-1,140 to -1,070)");
  EXPECT_EQ(gap_cell(row("x", false, {}, {}, summary(8, -4, 20))), "no clear gap (-4.0 to +20.0)");
}

TEST(GapCell, HasNoIntervalFromOneReplicateAndNothingWithoutAnybody) {
  const double missing = std::nan("");
  EXPECT_EQ(gap_cell(row("x", false, {}, {}, summary(-1'105, missing, missing, 1))), "-1,110");
  EXPECT_EQ(gap_cell(row("x", true, {}, {}, summary(25, missing, missing, 1))), "25.0 % women");
  EXPECT_EQ(gap_cell(row("x", false, {}, {}, summary(missing, missing, missing, 0))), "nobody to compare");
}

study::GapTable table() { return {"baseline", "Nepal", Month{2026, 1}, Month{2035, 12}, 10, {deployments(), cost()}}; }

TEST(GapTitle, SaysWhoseWomenAndMenWhereAndWhen) {
  EXPECT_EQ(gap_title(table(), 90),
            "Women and men under baseline, Nepal, 2026-01 to 2035-12 (90 % intervals, 10 replicates)");
}

TEST(GapRows, StandInThreeColumnsOrBelowOneAnother) {
  EXPECT_EQ(gap_rows(table(), 0),
            "                                       women        men                          gap\n"
            "  deployments, per year            1,230,000  3,700,000  25.0 % women (24.4 to 25.6)\n"
            "  recruitment cost paid, mean USD        402      1,510    -1,110 (-1,140 to -1,070)\n");
  EXPECT_EQ(
      gap_rows(table(), 60),
      "  deployments, per year\n    women  1,230,000\n    men    3,700,000\n    gap    25.0 % women (24.4 to 25.6)\n"
      "  recruitment cost paid, mean USD\n    women  402\n    men    1,510\n    gap    -1,110 (-1,140 to -1,070)\n");
  study::GapTable nobody = table();
  nobody.rows = {row("cost", false, summary(std::nan(""), 0, 0, 0), summary(5, 4, 6), summary(std::nan(""), 0, 0, 0))};
  EXPECT_NE(gap_rows(nobody, 0).find("nobody  5.00  nobody to compare"), std::string::npos) << gap_rows(nobody, 0);
}

}  // namespace
}  // namespace sojourn::cli
