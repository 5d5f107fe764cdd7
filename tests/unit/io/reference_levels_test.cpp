// Published levels: strict rows, tied to the rows of outcomes.csv that they rest on.
#include "io/reference_levels.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "io/level_measures.hpp"
#include "io/reference_evidence.hpp"

namespace sojourn::io {
namespace {

namespace fs = std::filesystem;

const fs::path shipped{SOJOURN_SOURCE_DIR "/scenarios/reference"};

/// A copy of the shipped tables, for one test, to be spoiled.
class Levels : public testing::Test {
 protected:
  // Of this test alone: tests run side by side.
  fs::path library_ =
      fs::path{testing::TempDir()} / "sojourn_levels" / testing::UnitTest::GetInstance()->current_test_info()->name();

  void SetUp() override {
    fs::remove_all(library_);
    fs::create_directories(library_.parent_path());
    fs::copy(shipped, library_, fs::copy_options::recursive);
  }
  void TearDown() override { fs::remove_all(library_); }

  [[nodiscard]] fs::path table() const { return library_ / "evidence" / levels_table_name; }
  void append(const std::string& rows) const { std::ofstream{table(), std::ios::app} << rows; }
  [[nodiscard]] std::size_t lines() const {
    std::ifstream in{table()};
    return static_cast<std::size_t>(std::count(std::istreambuf_iterator<char>{in}, {}, '\n'));
  }
  [[nodiscard]] std::string message() const {
    try {
      static_cast<void>(read_reference_tables({library_, "", ""}));
    } catch (const InputError& error) {
      return error.what();
    }
    return "nothing";
  }
};

TEST_F(Levels, AsShippedAreOfMeasuresThatARunCounts) {
  const ReferenceTables tables = read_reference_tables({library_, "", ""});
  ASSERT_FALSE(tables.levels.empty());
  for (const PublishedLevelRow& row : tables.levels) {
    EXPECT_NE(level_measure(row.measure), nullptr) << row.measure;
    EXPECT_LE(row.low, row.high) << row.level;
    EXPECT_TRUE(row.rows.starts_with("outcomes.csv:")) << row.rows;
  }
  const auto malaysia = std::ranges::find_if(tables.levels, [](const PublishedLevelRow& row) {
    return row.measure == "forced_labour_percent" && row.destination == "MYS";
  });
  ASSERT_NE(malaysia, tables.levels.end());
  EXPECT_LT(malaysia->low, 29);
  EXPECT_GT(malaysia->high, 29);
  EXPECT_EQ(malaysia->sectors, 1U << index(Sector::domestic_work));
  EXPECT_EQ(malaysia->rows, "outcomes.csv:173");
}

TEST_F(Levels, TellEveryDefectAtOnce) {
  const std::size_t last = lines();
  append(
      ",forced_labor_percent,levels,BGDX,ALL,domestic,X,5,4,,173=30 999=1 x=1 7,,D,\n"
      "deaths,mean_cost,level,ALL,ALL,,T,\"1,5\",,percent,72=41.2,a page,A,\n"
      "again,irregular_percent,level,ALL,MYS,all,T,1,2,percent,236=41.6,a page,A,\n");
  const std::string at = "library:reference/evidence/levels.csv:";
  const auto line = [&](std::size_t place) { return at + std::to_string(last + place) + ":"; };
  const std::string said = message();
  EXPECT_NE(said.find(line(1) + "1: error: level = \"\": must not be empty\n"), std::string::npos) << said;
  EXPECT_NE(said.find(line(1) + "2: error: measure = \"forced_labor_percent\": no ratio that a run counts\n"
                                "   hint: did you mean \"forced_labour_percent\"?\n"),
            std::string::npos);
  EXPECT_NE(said.find(line(1) + "3: error: compare = \"levels\": not one of level, ascending\n"), std::string::npos);
  EXPECT_NE(said.find(line(1) + "4: error: origin = \"BGDX\": no country of origins.csv or destinations.csv\n"),
            std::string::npos);
  EXPECT_NE(said.find(line(1) + "6: error: sector = \"domestic\": domestic is no sector\n"), std::string::npos);
  EXPECT_NE(said.find(line(1) + "7: error: sex = \"X\": not a sex\n"), std::string::npos);
  EXPECT_NE(said.find(line(1) + "9: error: high = \"4\": the range ends before it begins, at 5\n"), std::string::npos);
  EXPECT_NE(said.find(line(1) + "10: error: unit = \"\": must not be empty\n"), std::string::npos);
  const std::string cited = line(1) + "11: error: outcomes_rows = \"173=30 999=1 x=1 7\": ";
  EXPECT_NE(said.find(cited + "line 173 of outcomes.csv says 29, not 30\n"), std::string::npos);
  EXPECT_NE(said.find(cited + "outcomes.csv has no row at line 999\n"), std::string::npos);
  EXPECT_NE(said.find(cited + "x=1 is no line with its value\n"), std::string::npos);
  EXPECT_NE(said.find(cited + "7 is no line with its value\n"), std::string::npos);
  EXPECT_NE(said.find(line(1) + "12: error: source = \"\": must not be empty\n"), std::string::npos);
  EXPECT_NE(said.find(line(1) + "13: error: confidence = \"D\": not a grade\n"), std::string::npos);
  EXPECT_NE(said.find(line(2) + "2: error: measure = \"mean_cost\": no ratio that a run counts\n"), std::string::npos);
  EXPECT_NE(said.find(line(2) + "6: error: sector = \"\": must not be empty\n"), std::string::npos);
  EXPECT_NE(said.find(line(2) + "8: error: low = \"1,5\": not a number\n"), std::string::npos);
  EXPECT_NE(said.find(line(2) + "9: error: high = \"\": must not be empty\n"), std::string::npos);
  EXPECT_NE(said.find(line(3) + "1: error: the same key as line "), std::string::npos);
}

TEST_F(Levels, ReachNoHashAndMayBeAbsent) {
  const ReferenceTables before = read_reference_tables({library_, "", ""});
  append("again,irregular_percent,level,ALL,THA,all,T,1,2,percent,236=41.6,a page,A,\n");
  const ReferenceTables after = read_reference_tables({library_, "", ""});
  EXPECT_EQ(after.levels.size(), before.levels.size() + 1);
  EXPECT_EQ(after.sha256, before.sha256);
  fs::remove(table());
  const ReferenceTables without = read_reference_tables({library_, "", ""});
  EXPECT_TRUE(without.levels.empty());
  EXPECT_EQ(without.sha256, before.sha256);
}

TEST(LevelMeasures, AreRatiosOfTheCatalogueAndAFewOfTheirOwn) {
  EXPECT_NE(level_measure("borrowers_percent"), nullptr);
  EXPECT_NE(level_measure("irregular_percent"), nullptr);
  EXPECT_EQ(level_measure("deployments"), nullptr) << "a flow has no range without a scale";
  EXPECT_EQ(level_measure("median_recruitment_cost_months"), nullptr);
  for (const std::string& name : level_measure_names()) EXPECT_EQ(level_measure(name)->name, name);
}

}  // namespace
}  // namespace sojourn::io
