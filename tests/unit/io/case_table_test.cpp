// The table of published cases: strict rows, each tied to a scenario file and to the evidence that it cites.
#include "io/case_table.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <limits>
#include <set>
#include <string>

#include "core/diagnostic.hpp"
#include "io/case_measures.hpp"

namespace sojourn::io {
namespace {

namespace fs = std::filesystem;

/// A folder of cases with one scenario file, and evidence of two rows; an origin AAA, destinations GLF and ASI.
class Cases : public testing::Test {
 protected:
  // Of this test alone: tests run side by side.
  fs::path folder_ = fs::path{testing::TempDir()} / "sojourn_cases" / testing::UnitTest::GetInstance()->current_test_info()->name();
  model::BaseYear base_;

  void SetUp() override {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    base_.origins.resize(1);
    base_.origins[0].code = "AAA";
    base_.destinations.resize(2);
    base_.destinations[0].code = "GLF";
    base_.destinations[1].code = "ASI";
    write("floor.toml", "title = \"a floor\"\n");
    write("instruments.csv", "instrument,effect_size\nfloor,-0.55\nban,\n");
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) const { std::ofstream{folder_ / name} << text; }
  [[nodiscard]] std::vector<CaseRow> read(const std::string& rows) const {
    write("cases.csv", "case,variant,figure,measure,per,statistic,cause,less,origin,destination,sector,sex,skill,months,low,high,unit,rows,source,confidence,reason\n" + rows);
    return read_cases(folder_, folder_, base_);
  }
  [[nodiscard]] std::string defects(const std::string& rows) const {
    try {
      static_cast<void>(read(rows));
    } catch (const InputError& error) {
      return error.what();
    }
    return "nothing";
  }
};

TEST_F(Cases, ReadWhatARowSays) {
  const std::vector<CaseRow> rows = read(
      "floor,,hires,deployments,,percent,,,AAA,GLF+ASI,domestic_work+construction,F,all,1-12,-75,-10,percent,instruments:2=-0.55,a paper,C,\n"
      "floor,paper,recovery,deployments,stock_abroad,level,,hires,ALL,ALL,all,T,medium,-2-36,0,,points,instruments:2=-0.55 instruments:3=,a paper,A,known\n");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].at.line, 2U);
  EXPECT_EQ(rows[0].statistic, CaseStatistic::percent);
  EXPECT_EQ(rows[0].sectors, 1U << index(Sector::domestic_work) | 1U << index(Sector::construction));
  EXPECT_EQ(rows[0].sex, RowSex::women);
  EXPECT_EQ(rows[0].low, -75);
  EXPECT_EQ(rows[0].high, -10);
  EXPECT_EQ(rows[0].first_month, 1);
  EXPECT_EQ(rows[0].last_month, 12);
  EXPECT_EQ(rows[0].rows, "instruments.csv:2");
  EXPECT_EQ(rows[1].variant, "paper");
  EXPECT_EQ(rows[1].less, "hires");
  EXPECT_EQ(rows[1].skills, 1U << index(Skill::medium));
  EXPECT_EQ(rows[1].first_month, -2);
  EXPECT_EQ(rows[1].last_month, 36);
  EXPECT_EQ(rows[1].high, std::numeric_limits<double>::infinity());
  EXPECT_EQ(rows[1].rows, "instruments.csv:2 instruments.csv:3");
  EXPECT_EQ(rows[1].reason, "known");
}

TEST_F(Cases, TellEveryDefectWithItsLine) {
  const std::string said = defects(
      "flor,,,deploymnts,deaths_per_100000_workers_year,share,pay_belief,hires,AAX,GLF,domestic,X,medium,12-1,2,1,,instruments:2=-0.5 instruments:9=1 wages:2=1 7,,D,\n"
      "floor,,a,median_recruitment_cost_usd,,elasticity,,,AAA,GLF,all,T,all,1,,,usd,,a paper,A,\n"
      "floor,,a,deployments,,level,,,AAA,GLF,all,T,all,1-2,,,persons,,a paper,A,\n");
  const auto says = [&](const std::string& text) { EXPECT_NE(said.find("library:validation/cases.csv:" + text), std::string::npos) << text << "\n" << said; };
  says("2:1: error: case = \"flor\": flor.toml is not there");
  says("2:3: error: figure = \"\": must not be empty");
  says("2:4: error: measure = \"deploymnts\": nothing that a run counts\n   hint: did you mean \"deployments\"?");
  says("2:5: error: per = \"deaths_per_100000_workers_year\": a ratio already");
  says("2:6: error: statistic = \"share\": not one of level, change, percent, elasticity");
  says("2:7: error: cause = \"pay_belief\": an elasticity has a cause, and nothing else has");
  says("2:8: error: less = \"hires\": no figure of this case in a row above");
  says("2:9: error: origin = \"AAX\": no country");
  says("2:11: error: sector = \"domestic\": no sector");
  says("2:12: error: sex = \"X\": not a sex");
  says("2:13: error: skill = \"medium\": skills are counted over all destinations and sectors only");
  says("2:14: error: months = \"12-1\": not two months since the change");
  says("2:16: error: high = \"1\": the range ends before it begins, at 2");
  says("2:17: error: unit = \"\": must not be empty");
  EXPECT_NE(said.find("line 2 of instruments.csv says -0.55, not -0.5"), std::string::npos) << said;
  EXPECT_NE(said.find("instruments.csv has no row at line 9"), std::string::npos) << said;
  EXPECT_NE(said.find("wages:2=1 is no line of a table with its value"), std::string::npos) << said;
  says("3:4: error: measure = \"median_recruitment_cost_usd\": nothing that a run counts");
  says("3:7: error: cause = \"\": an elasticity has a cause");
  says("4:1: error: the same key as line 3: floor, a");
}

TEST_F(Cases, AreNotThereWithoutATable) {
  EXPECT_THROW(static_cast<void>(read_cases(folder_ / "elsewhere", folder_, base_)), InputError);
}

TEST(CaseMeasures, AreFlowsStocksAndRatiosByName) {
  for (const std::string& name : case_measure_names()) {
    const model::Indicator* measure = case_measure(name);
    ASSERT_NE(measure, nullptr) << name;
    EXPECT_EQ(measure->name, name);
    EXPECT_FALSE(measure->definition.empty()) << name;
  }
  EXPECT_EQ(case_measure("p80_recruitment_cost_usd"), nullptr);
  EXPECT_EQ(case_measure("no_such"), nullptr);
}

TEST(ShippedCases, HaveRowsAndAFileEach) {
  const fs::path folder{SOJOURN_SOURCE_DIR "/scenarios/validation"};
  std::ifstream in{folder / "cases.csv"};
  std::set<std::string> names;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) names.insert(line.substr(0, line.find(',')));
  EXPECT_GE(names.size(), 9U);
  for (const std::string& name : names) EXPECT_TRUE(fs::is_regular_file(folder / (name + ".toml"))) << name;
  for (const auto& entry : fs::directory_iterator{folder}) {
    const bool is_scenario = entry.path().extension() == ".toml";
    EXPECT_TRUE(!is_scenario || names.contains(entry.path().stem().string())) << entry.path() << " has no row";
  }
}

}  // namespace
}  // namespace sojourn::io
