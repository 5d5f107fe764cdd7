// Published cases: what becomes of a measure is worked out by hand, and a tiny case runs.
#include "study/cases.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "core/diagnostic.hpp"
#include "unit/study/study_support.hpp"

namespace sojourn::study::test {
namespace {

using io::CaseCause;
using io::CaseRow;
using io::CaseStatistic;
using model::Count;

CaseRow row_of(const std::string& measure, CaseStatistic statistic, const std::string& per = "") {
  CaseRow row;
  row.case_name = "floor";
  row.figure = measure;
  row.measure = measure;
  row.per = per;
  row.statistic = statistic;
  row.origin = row.destination = "ALL";
  row.sectors = (1U << sector_count) - 1;
  row.skills = (1U << skill_count) - 1;
  row.sex = io::RowSex::both;
  row.low = -std::numeric_limits<double>::infinity();
  row.high = std::numeric_limits<double>::infinity();
  return row;
}

WindowSums sums_of(std::initializer_list<std::pair<Count, std::int64_t>> counts, int months) {
  WindowSums sums;
  sums.months = months;
  for (const auto& [kind, n] : counts) sums.counts[model::index(kind)] = n;
  return sums;
}

TEST(CaseValue, IsAMonthsMeanOfFlowsAndStocksAndTheRatioOfSums) {
  const WindowSums year = sums_of({{Count::deployments, 240}, {Count::stock_abroad, 12'000}, {Count::cost_cents, 240 * 50'000}, {Count::job_changes, 90}}, 12);
  EXPECT_DOUBLE_EQ(case_value(row_of("deployments", CaseStatistic::level), year, 100), 2'000);
  EXPECT_DOUBLE_EQ(case_value(row_of("stock_abroad", CaseStatistic::level), year, 100), 100'000);
  EXPECT_DOUBLE_EQ(case_value(row_of("mean_recruitment_cost_usd", CaseStatistic::level), year, 100), 500);
  // 90 moves in the year over a mean stock of 1,000: 9 per 100 workers.
  EXPECT_DOUBLE_EQ(case_value(row_of("moves_within_contract", CaseStatistic::level, "stock_abroad"), year, 100), 9);
  EXPECT_TRUE(std::isnan(case_value(row_of("deployments", CaseStatistic::level, "stock_abroad"), sums_of({{Count::deployments, 1}}, 12), 1)));
  EXPECT_TRUE(std::isnan(case_value(row_of("deployments", CaseStatistic::level), WindowSums{}, 1)));
}

TEST(CaseStatistics, AreLevelChangePercentAndElasticity) {
  const model::Parameters parameters;
  EXPECT_DOUBLE_EQ(case_statistic(row_of("deployments", CaseStatistic::level), 30, 40, parameters), 30);
  EXPECT_DOUBLE_EQ(case_statistic(row_of("deployments", CaseStatistic::change), 30, 40, parameters), -10);
  EXPECT_DOUBLE_EQ(case_statistic(row_of("deployments", CaseStatistic::percent), 30, 40, parameters), -25);
  EXPECT_TRUE(std::isnan(case_statistic(row_of("deployments", CaseStatistic::percent), 30, 0, parameters)));
  CaseRow pay = row_of("first_searches", CaseStatistic::elasticity);
  pay.cause = CaseCause::pay_belief;
  // A bias of 1.25 that is told half of the truth becomes 1.125.
  EXPECT_NEAR(cause_ln(CaseCause::pay_belief, parameters), std::log(1.125 / 1.25), 1e-12);
  EXPECT_NEAR(cause_ln(CaseCause::death_belief, parameters), std::log(5.5 / 10), 1e-12);
  EXPECT_NEAR(case_statistic(pay, 90, 100, parameters), std::log(0.9) / std::log(0.9), 1e-12);
}

TEST(CaseValues, TakePercentsOfTheMeansOverReplicates) {
  const model::Parameters parameters;
  const CaseRow percent = row_of("complaints_filed", CaseStatistic::percent);
  // Means 2 and 4: -50 %. Replicate by replicate they would be -100, -50 and nothing at all.
  const std::vector<double> scenario{0, 2, 4}, compared{4, 4, 4};
  const std::vector<double> values = case_values(percent, scenario, compared, parameters);
  ASSERT_EQ(values.size(), 3U);
  EXPECT_NEAR((values[0] + values[1] + values[2]) / 3, -50, 1e-9);
  EXPECT_NEAR(values[0], 3 * -50.0 - 2 * -25.0, 1e-9) << "all but the first: 3 over 4";
  const std::vector<double> rare{0, 0, 3}, rarer{1, 0, 1};
  EXPECT_TRUE(std::isfinite(case_values(percent, rare, rarer, parameters)[1])) << "nobody complained in a pair";
  const std::vector<double> gone{std::nan(""), 2, 4};
  const std::vector<double> left = case_values(percent, gone, compared, parameters);
  EXPECT_TRUE(std::isnan(left[0]));
  EXPECT_NEAR((left[1] + left[2]) / 2, -25, 1e-9);
  const CaseRow change = row_of("complaints_filed", CaseStatistic::change);
  EXPECT_EQ(case_values(change, scenario, compared, parameters), (std::vector<double>{-4, -2, 0}));
}

TEST(JudgingACase, HoldsTheMeanToTheRange) {
  CaseFigure figure;
  figure.row = row_of("deployments", CaseStatistic::percent);
  figure.row.low = -75;
  figure.row.high = -10;
  figure.values = {-10.5, -12, -13.5};
  judge(figure, 90);
  EXPECT_TRUE(figure.hit);
  EXPECT_DOUBLE_EQ(figure.simulated.mean, -12);
  EXPECT_EQ(figure.note, "the interval holds an end of the range") << figure.simulated.upper;
  figure.values = {-9, -9, -11.9};
  judge(figure, 90);
  EXPECT_FALSE(figure.hit) << "-9.97";
  figure.values = {-30, -31, -32};
  judge(figure, 90);
  EXPECT_TRUE(figure.hit);
  EXPECT_EQ(figure.note, "") << "far from both ends";
}

TEST(JudgingACase, CountsWhatNobodyDidAsAMissUnlessItIsShown) {
  const double nan = std::nan("");
  CaseReport report;
  report.figures.resize(1);
  CaseFigure& figure = report.figures[0];
  figure.row = row_of("deployments", CaseStatistic::percent);
  figure.row.low = 0;
  figure.values = {1, nan, nan, 1};
  judge(figure, 90);
  EXPECT_FALSE(figure.hit);
  EXPECT_FALSE(report.hit());
  figure.row.bound = false;
  judge(figure, 90);
  EXPECT_TRUE(report.hit());
}

/// A floor on women's domestic work of AAA in the Gulf, from the seventh month.
Study floor_study(int replicates) {
  Study study = small_study(replicates);
  study.scenarios.resize(2);
  study.scenarios[1].name = "floor";
  return study;
}

std::vector<CaseRow> rows_of_floor() {
  CaseRow hires = row_of("deployments", CaseStatistic::percent);
  hires.figure = "hires there";
  hires.origin = "AAA";
  hires.destination = "GLF";
  hires.low = -100;
  hires.high = 0;
  CaseRow elsewhere = hires;
  elsewhere.figure = "hires of others beyond";
  elsewhere.origin = "CCC";
  elsewhere.destination = "ALL";
  elsewhere.less = "hires there";
  elsewhere.low = 0;
  elsewhere.high = 100;
  CaseRow past = hires;
  past.figure = "before the change";
  past.first_month = -5;
  past.last_month = 0;
  past.low = past.high = 0;
  CaseRow of_skill = row_of("deployments", CaseStatistic::level);
  of_skill.figure = "of medium skill";
  of_skill.skills = 1U << index(Skill::medium);
  return {hires, elsewhere, past, of_skill};
}

TEST(RunningACase, SetsTheScenarioBesideWhatItIsComparedWith) {
  const Study study = floor_study(4);
  const World& world = synthetic_world();
  const std::vector<CaseRow> rows = rows_of_floor();
  const CaseReport report = run_case(study, world.base, world.fitted, rows, {.threads = 2, .on_progress = {}});
  ASSERT_EQ(report.figures.size(), 4U);
  const CaseFigure &hires = report.figures[0], &others = report.figures[1], &past = report.figures[2], &medium = report.figures[3];
  EXPECT_TRUE(hires.hit) << hires.simulated.mean;
  EXPECT_LT(hires.simulated.mean, -1) << "the floor costs jobs";
  for (const double value : past.values) EXPECT_EQ(value, 0) << "one past, to the bit";
  for (std::size_t r = 0; r < 4; ++r) {
    EXPECT_EQ(others.values[r], 0 - hires.values[r]) << "CCC shares no employer with AAA and stays as it is";
  }
  EXPECT_GT(medium.simulated.mean, 0);
  EXPECT_EQ(report.hit(), hires.hit && others.hit && past.hit && medium.hit);
  const std::string text = to_text(report);
  EXPECT_NE(text.find("hires there"), std::string::npos);
  EXPECT_NE(text.find("-100 to 0"), std::string::npos) << text;
  EXPECT_EQ(summary_text(std::vector{report}).substr(0, 6), "1 case");
}

TEST(RunningACase, GivesTheSameValuesOnAnyNumberOfThreads) {
  const Study study = floor_study(3);
  const World& world = synthetic_world();
  const std::vector<CaseRow> rows = rows_of_floor();
  const CaseReport one = run_case(study, world.base, world.fitted, rows, {.threads = 1, .on_progress = {}});
  const CaseReport three = run_case(study, world.base, world.fitted, rows, {.threads = 3, .on_progress = {}});
  for (std::size_t f = 0; f < rows.size(); ++f) EXPECT_EQ(one.figures[f].values, three.figures[f].values);
}

TEST(RunningACase, AgreesWithTheTablesOfARunOfTheSameStudy) {
  const Study study = floor_study(2);
  const World& world = synthetic_world();
  CaseRow left = row_of("deployments", CaseStatistic::level);
  left.first_month = 1;
  left.last_month = 6;
  const CaseReport report = run_case(study, world.base, world.fitted, std::vector{left}, {.threads = 1, .on_progress = {}});
  const Outcome outcome = run(study);
  const Array deployments{outcome, "/monthly/origin", "deployments"};  // sex, origin, month, replicate, scenario
  std::vector<std::size_t> lengths;
  for (std::size_t axis = 0; axis < 5; ++axis) lengths.push_back(deployments.length(axis));
  ASSERT_EQ(lengths, (std::vector<std::size_t>{2, 2, 24, 3, 2}));
  for (std::size_t r = 0; r < 2; ++r) {
    double sum = 0;
    for (std::size_t month = 6; month < 12; ++month) {
      for (std::size_t origin = 0; origin < 3; ++origin) {
        for (std::size_t sex = 0; sex < 2; ++sex) sum += deployments.at({1, r, month, origin, sex});
      }
    }
    EXPECT_DOUBLE_EQ(report.figures[0].values[r], sum / 6);
  }
}

TEST(RunningACase, RefusesMonthsAfterTheEndAndUnknownVariants) {
  const Study study = floor_study(2);
  const World& world = synthetic_world();
  CaseRow late = row_of("deployments", CaseStatistic::level);
  late.last_month = 19;  // the change comes in month 7 of 24
  late.at.line = 7;
  try {
    static_cast<void>(run_case(study, world.base, world.fitted, std::vector{late}, {.threads = 1, .on_progress = {}}));
    FAIL() << "not refused";
  } catch (const InputError& error) {
    const std::string said = error.what();
    EXPECT_EQ(said.find("library:validation/cases.csv:7:"), 0U) << said;
    EXPECT_NE(said.find("the change comes in 2026-07, and the scenario ends in 2027-12"), std::string::npos) << said;
  }
  late.last_month = 12;
  late.variant = "paper";
  EXPECT_THROW(static_cast<void>(run_case(study, world.base, world.fitted, std::vector{late}, {.threads = 1, .on_progress = {}})), InputError);
}

}  // namespace
}  // namespace sojourn::study::test
