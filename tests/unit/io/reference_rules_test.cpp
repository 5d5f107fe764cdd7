// rules_in_force.csv: what is shipped rests on rows of the evidence, and every defect is told with its line.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "core/calendar.hpp"
#include "io/reference_csv.hpp"
#include "io/reference_tables.hpp"

namespace sojourn::io {
namespace {

const std::filesystem::path library{SOJOURN_SOURCE_DIR "/scenarios/reference"};
constexpr auto header =
    "id,kind,origins,destinations,sectors,sexes,skills,start,end,implementation,keys,rows,source,confidence,note\n";
constexpr auto cap = "ref-npl-fee,fee_cap,NPL,gcc,,,,2015-07,,0.05,cap_usd=98,fee_rules.csv:5,CESLAM 2016,B,\n";

std::vector<RuleInForceRow> shipped() { return read_reference_tables({library, "", ""}).rules_in_force; }

/// Reads the shipped tables with this text as rules_in_force.csv.
class Own : public testing::Test {
  std::filesystem::path folder_ = std::filesystem::path{testing::TempDir()} / "own_rules" /
                                  testing::UnitTest::GetInstance()->current_test_info()->name();

 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  ReferenceTables tables(const std::string& text) {
    std::ofstream{folder_ / "rules_in_force.csv", std::ios::binary} << text;
    return read_reference_tables({library, folder_, "mine"});
  }
  std::string message(const std::string& row) {
    try {
      static_cast<void>(tables(header + row));
    } catch (const InputError& error) {
      return error.what();
    }
    return "nothing";
  }
};

std::vector<CsvRow> evidence(const std::string& name) {
  std::vector<Diagnostic> findings;
  std::ifstream in{library / "evidence" / name, std::ios::binary};
  const std::string bytes{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
  return parse_csv(name, bytes, findings).rows;
}

TEST(RulesInForceTable, HoldsTheRulesThatTheContractNames) {
  std::set<std::string> ids;
  for (const RuleInForceRow& rule : shipped()) ids.insert(rule.id);
  for (const char* id : {"ref-npl-fee-gcc-2015", "ref-npl-fee-mys-2018"}) EXPECT_TRUE(ids.contains(id)) << id;
}

TEST(RulesInForceTable, KeepsSourceAndGradeOfTheEvidenceThatItIsDerivedFrom) {
  const std::vector<CsvRow> fees = evidence("fee_rules.csv"), instruments = evidence("instruments.csv");
  for (const RuleInForceRow& rule : shipped()) {
    SCOPED_TRACE(rule.id);
    std::size_t place = 0;
    for (const std::string& cited : rule.rows) {
      const bool fee = cited.starts_with("fee_rules.csv:");
      ASSERT_TRUE(fee || cited.starts_with("instruments.csv:")) << cited;
      const std::vector<CsvRow>& rows = fee ? fees : instruments;
      const auto line = static_cast<std::uint32_t>(std::stoul(cited.substr(cited.find(':') + 1)));
      const auto row = std::ranges::find(rows, line, &CsvRow::line);
      ASSERT_NE(row, rows.end()) << cited;
      const std::string& grade = row->fields.back();
      EXPECT_LE(grade, std::string{grade_names[index(rule.grade)]}) << "no better than " << cited;
      if (place++ == 0) {
        EXPECT_EQ(row->fields[row->fields.size() - 3], rule.source);
      }
    }
  }
}

TEST(RulesInForceTable, SaysWhereAnEnforcementIsAssumed) {
  // Nobody measures enforcement: a row either tells what was seen of its being kept, or says that it is assumed.
  for (const RuleInForceRow& rule : shipped()) EXPECT_FALSE(rule.note.empty()) << rule.id;
}

TEST_F(Own, MayBeEmptyAndIsPartOfTheHash) {
  EXPECT_TRUE(tables(header).rules_in_force.empty());
  EXPECT_EQ(tables(std::string{header} + cap).rules_in_force.size(), 1U);
  EXPECT_NE(tables(header).sha256, tables(std::string{header} + cap).sha256);
}

TEST_F(Own, IsReadWithAllThatARowSays) {
  const RuleInForceRow rule = tables(std::string{header} +
                                     "ref-x,employer_pays,NPL+BGD,-SAU,domestic_work,women,elementary,2018-11,2020-01,0.25,"
                                     "items=visa+airfare;fine_usd=100,fee_rules.csv:7+instruments.csv:26,\"A, B\",C,why\n")
                                  .rules_in_force.front();
  EXPECT_EQ(rule.kind, "employer_pays");
  EXPECT_EQ(rule.origins, (std::vector<std::string>{"NPL", "BGD"}));
  EXPECT_EQ(rule.destinations, (std::vector<std::string>{"-SAU"}));
  EXPECT_EQ(rule.start, "2018-11");
  EXPECT_EQ(rule.end, "2020-01");
  EXPECT_EQ(rule.implementation, 0.25);
  ASSERT_EQ(rule.keys.size(), 2U);
  EXPECT_EQ(rule.keys[0].second, (std::vector<std::string>{"visa", "airfare"}));
  EXPECT_EQ(rule.rows.size(), 2U);
  EXPECT_EQ(rule.source, "A, B");
  EXPECT_EQ(rule.grade, Grade::c);
}

TEST_F(Own, DefectsAreToldWithTheirLine) {
  EXPECT_EQ(message("ref-x,fee_cup,NPL,,,,,,,0.05,cap_usd=98,fee_rules.csv:5,S,B,\n"),
            "mine/rules_in_force.csv:2:2: error: kind = \"fee_cup\": no such lever\n   hint: did you mean \"fee_cap\"?\n");
  EXPECT_EQ(message(std::string{cap} + cap),
            "mine/rules_in_force.csv:3:1: error: the same key as line 2: ref-npl-fee\n   hint: delete one of the two rows\n");
  EXPECT_EQ(message("npl-fee,fee_cap,NPL,,,,,,,0.05,cap_usd=98,fee_rules.csv:5,S,B,\n"),
            "mine/rules_in_force.csv:2:1: error: id = \"npl-fee\": cannot be the name of a rule in force\n"
            "   hint: write ref- and letters a to z, digits and -\n");
  EXPECT_EQ(message("ref-x,fee_cap,NPX,,,,,2020-13,2019-01,1.5,cap_usd=98,fee_rules.csv,,D,\n"),
            "mine/rules_in_force.csv:2:3: error: origins = \"NPX\": \"NPX\" is unknown\n"
            "   hint: write codes of the tables or groups, joined by +; sojourn levers --groups lists all\n"
            "mine/rules_in_force.csv:2:8: error: start = \"2020-13\": not a month\n"
            "   hint: write year and month, 2015-07; leave it empty for no limit\n"
            "mine/rules_in_force.csv:2:9: error: end = \"2019-01\": is before the start\n"
            "   hint: end is the last month in force\n"
            "mine/rules_in_force.csv:2:10: error: implementation = \"1.5\": must lie between 0 and 1\n"
            "mine/rules_in_force.csv:2:12: error: rows = \"fee_rules.csv\": names no line of an evidence table\n"
            "   hint: write fee_rules.csv:5\n"
            "mine/rules_in_force.csv:2:13: error: source = \"\": must not be empty\n"
            "mine/rules_in_force.csv:2:14: error: confidence = \"D\": not a grade\n"
            "   hint: write A (primary), B (secondary) or C (recalled)\n");
}

TEST_F(Own, KeysAreThoseOfTheKind) {
  const auto why = [&](const std::string& keys) {
    const std::string text = message("ref-x,fee_cap,NPL,,,,,,,0.05," + keys + ",fee_rules.csv:5,S,B,\n");
    const std::size_t begin = text.find("\": ") + 3;
    return text == "nothing" ? text : text.substr(begin, text.find('\n') - begin);
  };
  EXPECT_EQ(why("cap_usd=98;counts=service_fee"), "nothing");
  EXPECT_EQ(why("cap_usd=98;capp=1"), "fee_cap has no key capp");
  EXPECT_EQ(why("cap_usd=98;counts=some"), "counts cannot be some");
  EXPECT_EQ(why("cap_usd=60000"), "cap_usd is 0 to 50000");
  EXPECT_EQ(why("cap_usd"), "cap_usd has no value");
  EXPECT_EQ(why("fine_usd=5"), "cap_usd and its alternatives: exactly one of them must stand");
  EXPECT_EQ(why("cap_usd=5;cap_months_of_wage=1"), "cap_usd and its alternatives: exactly one of them must stand");
}

}  // namespace
}  // namespace sojourn::io
