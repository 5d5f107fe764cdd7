// The baseline beside published figures: ranges, judgement, and values worked out by hand from a few counts.
#include "study/published.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "study/levels.hpp"
#include "support/world.hpp"

namespace sojourn::study {
namespace {

using model::Count;
using namespace sojourn::test;

PublishedRow row_of(double low, double high, double simulated, double standard_error, int in_replicates = 10) {
  PublishedRow row;
  row.low = low;
  row.high = high;
  row.simulated = simulated;
  row.standard_error = standard_error;
  row.in_replicates = in_replicates;
  judge(row, 10);
  return row;
}

TEST(JudgingPublishedFigures, HoldsTheMeanToTheRangeAndThreeStandardErrors) {
  EXPECT_TRUE(row_of(4, 6, 4, 0.1).hit);
  EXPECT_TRUE(row_of(4, 6, 3.71, 0.1).hit) << "0.29 below, 0.3 allowed";
  EXPECT_FALSE(row_of(4, 6, 3.69, 0.1).hit);
  EXPECT_TRUE(row_of(4, 6, 6.29, 0.1).hit);
  EXPECT_FALSE(row_of(4, 6, 6.31, 0.1).hit);
  EXPECT_FALSE(row_of(4, 6, 6.01, 0).hit);
  EXPECT_TRUE(row_of(-2000, -1600, -1700, 10).hit);
  EXPECT_FALSE(row_of(-2000, -1600, -300, 10).hit);
  EXPECT_TRUE(row_of(1000, std::numeric_limits<double>::infinity(), 9000, 10).hit);
}

TEST(JudgingPublishedFigures, DoesNotJudgeWhatChanceWouldJudge) {
  EXPECT_TRUE(row_of(4, 6, 9, 0.89).bound) << "a tenth of what is simulated, 0.9";
  const PublishedRow chance = row_of(4, 6, 9, 0.91);
  EXPECT_FALSE(chance.bound);
  EXPECT_EQ(chance.note, "too few simulated");
  EXPECT_TRUE(row_of(0, 0, 2681, 135).bound) << "a published zero is missed, not passed over";
  EXPECT_FALSE(row_of(0, 0, 2681, 135).hit);
  EXPECT_FALSE(row_of(4, 6, 5, 0.1, 4).bound) << "a value in 4 of 10 replicates";
  EXPECT_TRUE(row_of(4, 6, 5, 0.1, 5).bound);
  const PublishedRow nobody = row_of(4, 6, std::nan(""), 0, 0);
  EXPECT_FALSE(nobody.bound);
  EXPECT_EQ(nobody.note, "nobody simulated there in the year");
}

/// Counts of the synthetic world, all zero, in two replicates.
class Years : public testing::Test {
 protected:
  model::BaseYear base_ = synthetic_base();
  std::vector<std::vector<sim::Counts>> years_{2, std::vector<sim::Counts>(base_.markets.size())};

  void count(std::size_t replicate, CorridorId corridor, Sector sector, Sex sex, Count kind, std::int64_t n) {
    years_[replicate][market_of(base_, corridor, sector, sex)][model::index(kind)] += n;
  }
  /// So many left, at that cost each.
  void leave(std::size_t replicate, CorridorId corridor, Sector sector, Sex sex, std::int64_t n, double months) {
    count(replicate, corridor, sector, sex, Count::deployments, n);
    count(replicate, corridor, sector, sex, Count::cost_millimonths,
          std::llround(static_cast<double>(n) * months * 1000));
    count(replicate, corridor, sector, sex, Count::cost_cents, std::llround(static_cast<double>(n) * months * 30'000));
  }
};

io::RecruitmentCostRow survey(std::uint32_t line, const char* origin, const char* destination, io::RowSex sex,
                              double months, Grade grade = Grade::b) {
  io::RecruitmentCostRow row;
  row.at.line = line;
  row.origin = origin;
  row.destination = destination;
  row.sectors = (1U << sector_count) - 1;
  row.group = "all";
  row.sex = sex;
  row.year = 2018;
  row.months = months;
  row.grade = grade;
  return row;
}

TEST_F(Years, GiveTheMeanOfIndividualRatiosOfThoseWhomTheRowSpeaksOf) {
  for (const std::size_t r : {0U, 1U}) {
    leave(r, aaa_gulf, Sector::construction, Sex::men, 30, r == 0 ? 4 : 6);
    leave(r, aaa_gulf, Sector::domestic_work, Sex::women, 10, 1);
    leave(r, aaa_asia, Sector::manufacturing, Sex::men, 50, 20);
  }
  const std::vector rows{survey(2, "AAA", "GLF", io::RowSex::men, 5), survey(3, "AAA", "GLF", io::RowSex::both, 4),
                         survey(4, "AAA", "GCC", io::RowSex::women, 1), survey(5, "ALL", "ASI", io::RowSex::men, 19)};
  const std::vector<PublishedRow> lines = judge_costs(base_, rows, years_);
  ASSERT_EQ(lines.size(), 4U);
  // Men: 4 and 6, mean 5, standard error sqrt(2 / 1 / 2) = 1: more than a tenth.
  EXPECT_DOUBLE_EQ(lines[0].simulated, 5);
  EXPECT_DOUBLE_EQ(lines[0].standard_error, 1);
  EXPECT_FALSE(lines[0].bound);
  EXPECT_DOUBLE_EQ(lines[1].simulated, ((30 * 4 + 10) / 40.0 + (30 * 6 + 10) / 40.0) / 2);
  EXPECT_DOUBLE_EQ(lines[2].simulated, 1);
  EXPECT_TRUE(lines[2].hit);
  EXPECT_DOUBLE_EQ(lines[3].simulated, 20);
  EXPECT_TRUE(lines[3].bound && lines[3].hit) << "17.1 to 20.9";
  EXPECT_EQ(lines[3].place, "to ASI");
  EXPECT_EQ(lines[2].place, "AAA-GCC");
}

TEST_F(Years, GiveRangesFromTheRowFromItsNeighboursOrFromTheMarginOfAFigure) {
  leave(0, aaa_gulf, Sector::construction, Sex::men, 30, 5);
  leave(1, aaa_gulf, Sector::construction, Sex::men, 30, 5);
  std::vector rows{survey(2, "AAA", "GLF", io::RowSex::men, 10, Grade::a), survey(3, "AAA", "GLF", io::RowSex::men, 14),
                   survey(4, "AAA", "GLF", io::RowSex::both, 20), survey(5, "AAA", "GLF", io::RowSex::men, 5)};
  rows[3].sectors = 1U << index(Sector::services);
  rows[3].wage_usd = 300;
  rows[3].low_usd = 900;
  rows[3].high_usd = 1800;
  const std::vector<PublishedRow> lines = judge_costs(base_, rows, years_);
  // Rows 2 and 3 speak of the same people: one line. The span takes in row 5, whose sector overlaps: 3 to 6 months.
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0].source, "recruitment_costs.csv:2,3");
  EXPECT_EQ(lines[0].grade, Grade::b);
  EXPECT_DOUBLE_EQ(lines[0].low, 3);
  EXPECT_DOUBLE_EQ(lines[0].high, 15.4);
  EXPECT_DOUBLE_EQ(lines[1].low, 18) << "both sexes are other people than men";
  EXPECT_DOUBLE_EQ(lines[1].high, 22);
  EXPECT_EQ(lines[2].unit, "months");
  EXPECT_DOUBLE_EQ(lines[2].high, 15.4);
  EXPECT_EQ(lines[3].unit, "USD");
  EXPECT_DOUBLE_EQ(lines[3].low, 900);
  EXPECT_DOUBLE_EQ(lines[3].high, 1800);
}

TEST_F(Years, DoNotJudgeRowsThatAreNoTargets) {
  leave(0, aaa_gulf, Sector::construction, Sex::men, 30, 5);
  leave(1, aaa_gulf, Sector::construction, Sex::men, 30, 5);
  std::vector rows{survey(2, "AAA", "GLF", io::RowSex::men, 10, Grade::c), survey(3, "AAA", "GLF", io::RowSex::men, 11),
                   survey(4, "AAA", "GLF", io::RowSex::men, 12), survey(5, "AAA", "GLF", io::RowSex::men, 13),
                   survey(6, "AAA", "GLF", io::RowSex::men, 14), survey(7, "AAA", "GLF", io::RowSex::men, 5)};
  rows[1].use = io::RowUse::single;
  rows[2].use = io::RowUse::repeat;
  rows[3].use = io::RowUse::other;
  rows[4].year = base_.year - 11;
  const std::vector<PublishedRow> lines = judge_costs(base_, rows, years_);
  ASSERT_EQ(lines.size(), 4U) << "neither the single case nor repeat migrants";
  EXPECT_EQ(lines[0].note, "grade C, recalled: no target");
  EXPECT_EQ(lines[1].note, "an upper bound, a price or a single case: no target");
  EXPECT_EQ(lines[2].note, "of 2008: no target");
  for (std::size_t i = 0; i < 3; ++i) EXPECT_FALSE(lines[i].bound) << i;
  EXPECT_TRUE(lines[3].bound && lines[3].hit);
  EXPECT_DOUBLE_EQ(lines[3].low, 4.5) << "rows that are no targets widen no range";
  EXPECT_DOUBLE_EQ(lines[3].high, 5.5);
}

TEST_F(Years, JudgeDollarsOfYearsWhoseDollarsStandAlone) {
  io::RecruitmentCostRow dollars = survey(6, "AAA", "GLF", io::RowSex::men, 0);
  dollars.months.reset();
  dollars.mean_usd = 1500;
  dollars.year = 2011;
  EXPECT_TRUE(judge_costs(base_, std::vector{dollars}, years_).empty());
  dollars.year = 2014;
  EXPECT_EQ(judge_costs(base_, std::vector{dollars}, years_).size(), 1U);
}

io::PublishedLevelRow level(const char* measure, const char* origin, const char* destination, double low, double high) {
  io::PublishedLevelRow row;
  row.level = row.measure = measure;
  row.origin = origin;
  row.destination = destination;
  row.sectors = (1U << sector_count) - 1;
  row.sex = io::RowSex::both;
  row.low = low;
  row.high = high;
  row.unit = "percent";
  row.grade = Grade::b;
  row.reason = "a reason";
  return row;
}

TEST_F(Years, GiveLevelsOfTheMeasuresThatTheirRowsName) {
  for (const std::size_t r : {0U, 1U}) {
    const auto men = [&](Count kind, std::int64_t n) { count(r, aaa_gulf, Sector::construction, Sex::men, kind, n); };
    men(Count::stock_abroad, 12 * 1000);
    men(Count::irregular_stock, 12 * 430);
    men(Count::deaths, 10);
    men(Count::deaths_traffic, 1);
    men(Count::deaths_work, 2);
    men(Count::late_pay_spells, 30);
    men(Count::long_hours_events, 10);
    men(Count::threat_events, 5);
    men(Count::violence_events, 3);
    men(Count::injuries_severe, 1);
    men(Count::injuries_mild, 1);
    men(Count::complaints_filed, 2);
    men(Count::defrauded, 19);
    men(Count::deployments, 81);
    men(Count::borrowers, 63);
    count(r, bbb_gulf, Sector::construction, Sex::men, Count::deaths, 90);  // another origin's
  }
  const std::vector rows{level("non_accident_deaths_percent", "AAA", "ALL", 50, 100),
                         level("violations_per_complaint", "AAA", "GLF", 10, 100),
                         level("paid_never_left_percent", "AAA", "ALL", 19, 19),
                         level("irregular_percent", "ALL", "GLF", 41.6, 44.8),
                         level("borrowers_percent", "AAA", "ALL", 70, 70),
                         level("deaths_per_100000_workers_year", "AAA", "GCC", 40, 160)};
  const std::vector<PublishedRow> lines = judge_levels(base_, rows, years_);
  ASSERT_EQ(lines.size(), rows.size());
  EXPECT_DOUBLE_EQ(lines[0].simulated, 70);
  EXPECT_TRUE(lines[0].hit);
  EXPECT_DOUBLE_EQ(lines[1].simulated, 25);
  EXPECT_TRUE(lines[1].hit);
  EXPECT_DOUBLE_EQ(lines[2].simulated, 19);
  EXPECT_DOUBLE_EQ(lines[2].low, 17.1) << "a single figure of grade B, 10 % of it below";
  EXPECT_DOUBLE_EQ(lines[3].simulated, 43);
  EXPECT_DOUBLE_EQ(lines[4].simulated, 100 * 63 / 81.0);
  EXPECT_FALSE(lines[4].hit);
  EXPECT_EQ(lines[4].note, "a reason");
  EXPECT_DOUBLE_EQ(lines[5].simulated, 1000) << "10 in 1,000 worker-years";
  EXPECT_FALSE(lines[5].hit);
}

TEST_F(Years, CountHowManyNeighboursOfAListRise) {
  for (const std::size_t r : {0U, 1U}) {
    for (const auto& [corridor, sector, percent] :
         {std::tuple{aaa_gulf, Sector::construction, 30}, std::tuple{aaa_asia, Sector::manufacturing, 10},
          std::tuple{bbb_europe, Sector::agriculture_fishing, r == 0 ? 20 : 40}}) {
      count(r, corridor, sector, Sex::men, Count::stock_abroad, 100);
      count(r, corridor, sector, Sex::men, Count::forced_labour_stock, percent);
    }
  }
  io::PublishedLevelRow order = level("forced_labour_percent", "ALL", "ASI+EUR+GLF", 2, 2);
  order.ascending = true;
  const std::vector<PublishedRow> lines = judge_levels(base_, std::vector{order}, years_);
  EXPECT_DOUBLE_EQ(lines[0].simulated, 1.5) << "10 < 20 < 30, and 10 < 40 > 30";
  EXPECT_EQ(lines[0].low, 2) << "an order has no margin";
}

TEST(LevelsOfTheBaseline, AreThoseOfTheFirstRecordedYearAndAreCountedApart) {
  const World& world = synthetic_world();
  model::BaseYear base = world.base;
  base.year = first_recorded.year();  // where the other runs of this world start
  PublishedRows published;
  published.costs = {survey(2, "AAA", "ALL", io::RowSex::both, 1000)};
  published.costs[0].year = base.year;
  published.levels = {level("deaths_per_100000_workers_year", "ALL", "ALL", 1, 100'000),
                      level("borrowers_percent", "AAA", "ALL", 200, 300)};
  LevelsOptions options;
  options.scale = 200;
  options.replicates = 2;
  options.threads = 2;
  const LevelsReport report = validate_levels(base, world.fitted, {}, published, options);
  ASSERT_EQ(report.costs.size(), 1U);
  ASSERT_EQ(report.published.size(), 2U);
  EXPECT_EQ(report.recruitment_costs().met, 0) << "a thousand months";
  EXPECT_EQ(report.recruitment_costs().of, 1);
  EXPECT_EQ(report.levels().met, 1) << "no more than all in debt";
  EXPECT_EQ(report.levels().of, 2);
  EXPECT_EQ(report.misses(), 2 + report.registers().of - report.registers().met);
  EXPECT_EQ(report.bounds(), 3 + report.registers().of);

  // The same year, run by hand: costs of AAA over its first twelve months.
  double months = 0;
  for (const std::uint32_t replicate : {0U, 1U}) {
    const sim::RunTables tables = tables_of({.parameters = {}, .levers = {}, .months = 36, .burn_in_months = 24,
                                             .scale = options.scale, .seed = options.seed, .replicate = replicate});
    double cost = 0, left = 0;
    for (int month = 0; month < 12; ++month) {
      for (const std::size_t sex : {0U, 1U}) {
        const sim::Counts& counts = tables.origin_month(month, index(aaa), sex);
        cost += static_cast<double>(counts[model::index(Count::cost_millimonths)]) / 1000;
        left += static_cast<double>(counts[model::index(Count::deployments)]);
      }
    }
    months += cost / left / 2;
  }
  EXPECT_NEAR(report.costs[0].simulated, months, 1e-9);
  const std::string text = to_text(report);
  EXPECT_NE(text.find("costs 0 of 1, levels 1 of 2\n"), std::string::npos) << text;
  EXPECT_NE(text.find("MISS"), std::string::npos) << text;
  EXPECT_NE(text.find("\n            a reason\n"), std::string::npos) << text;
}

}  // namespace
}  // namespace sojourn::study
