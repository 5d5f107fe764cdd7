#include "effect_table.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sojourn::cli {
namespace {

study::EffectRow row(const std::string& indicator, const std::string& label, int sex, double effect, double lower,
                     double upper, double baseline = 1'000) {
  return {.scenario = "npl-fee-cap",
          .baseline = "baseline",
          .indicator = indicator,
          .label = label,
          .unit = "usd",
          .sex = sex,
          .baseline_value = baseline,
          .effect = effect,
          .lower = lower,
          .upper = upper,
          .same_sign = 31,
          .pairs = 32,
          .has_interval = true};
}

study::Headline fee_cap() {
  return {"npl-fee-cap",
          "baseline",
          "Nepal",
          Month{2026, 7},
          Month{2035, 12},
          {row("mean_recruitment_cost_usd", "recruitment cost paid, mean USD", 0, -118, -161, -80),
           row("mean_recruitment_cost_usd", "recruitment cost paid, mean USD", 1, -412, -505, -331),
           row("mean_recruitment_cost_usd", "recruitment cost paid, mean USD", 2, -388, -476, -312),
           row("deployments", "deployments, per year", 0, -60, -620, 240),
           row("deployments", "deployments, per year", 1, -9'312, -15'811, -3'911),
           row("deployments", "deployments, per year", 2, -9'512, -16'011, -4'011)}};
}

TEST(EffectTitle, SaysWhatIsComparedWhereWhenAndHowSurely) {
  EXPECT_EQ(effect_title(fee_cap(), 90),
            "Effect of npl-fee-cap against baseline, Nepal, 2026-07 to 2035-12 (90 % intervals, 32 pairs)");
}

TEST(EffectCell, ShowsTheIntervalBesideTheEffect) {
  EXPECT_EQ(effect_cell(row("x", "x", 0, -412, -505, -331)), "-412 (-505 to -331)");
  EXPECT_EQ(effect_cell(row("x", "x", 0, 1'190, 330, 2'460)), "+1,190 (+330 to +2,460)");
}

TEST(EffectCell, SaysNoClearChangeWhereTheIntervalHoldsZero) {
  EXPECT_EQ(effect_cell(row("x", "x", 0, -60, -620, 240)), "no clear change (-620 to +240)");
  EXPECT_EQ(effect_cell(row("x", "x", 0, 0, 0, 0)), "no clear change (0 to 0)");
}

TEST(EffectCell, SaysThatThereIsNobodyToMeasure) {
  EXPECT_EQ(effect_cell(row("x", "x", 0, std::nan(""), 0, 0)), "nobody to measure");
}

TEST(EffectRows, StandInThreeColumns) {
  EXPECT_EQ(
      effect_rows(fee_cap(), 0),
      "                                               women                          men                         both\n"
      "  recruitment cost paid, mean USD              -118 (-161 to -80)         -412 (-505 to -331)         -388 "
      "(-476 to -312)\n"
      "  deployments, per year            no clear change (-620 to +240)  -9,300 (-15,800 to -3,900)  -9,500 "
      "(-16,000 to -4,000)\n");
}

TEST(EffectRows, StandBelowOneAnotherOnANarrowTerminal) {
  EXPECT_EQ(effect_rows(fee_cap(), 80),
            "  recruitment cost paid, mean USD\n"
            "    women  -118 (-161 to -80)\n"
            "    men    -412 (-505 to -331)\n"
            "    both   -388 (-476 to -312)\n"
            "  deployments, per year\n"
            "    women  no clear change (-620 to +240)\n"
            "    men    -9,300 (-15,800 to -3,900)\n"
            "    both   -9,500 (-16,000 to -4,000)\n");
}

TEST(EffectRows, ShowNoEffectWithoutAnInterval) {
  study::Headline headline = fee_cap();
  for (study::EffectRow& one : headline.rows) one.has_interval = false;
  EXPECT_EQ(effect_rows(headline, 0),
            "  an interval needs 2 or more replicates (run.replicates), and no effect is shown without one\n");
  EXPECT_EQ(effect_title(headline, 90), "Effect of npl-fee-cap against baseline, Nepal, 2026-07 to 2035-12");
  EXPECT_FALSE(is_small(headline));
}

TEST(IsSmall, NeedsEveryWholeIntervalWithinThreePercent) {
  study::Headline headline = fee_cap();
  headline.rows = {row("x", "x", 0, 5, -10, 30), row("x", "x", 1, -29, -30, -28)};
  EXPECT_TRUE(is_small(headline));
  headline.rows.push_back(row("x", "x", 2, 5, -10, 31));
  EXPECT_FALSE(is_small(headline));
}

}  // namespace
}  // namespace sojourn::cli
