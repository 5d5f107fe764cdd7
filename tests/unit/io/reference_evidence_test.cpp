#include "io/reference_evidence.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "io/reference_tables.hpp"

namespace sojourn::io {
namespace {

namespace fs = std::filesystem;

const fs::path shipped{SOJOURN_SOURCE_DIR "/scenarios/reference"};

/// A copy of the shipped tables, for one test, to be spoiled.
class EvidenceTables : public testing::Test {
 protected:
  // Of this test alone: tests run side by side.
  fs::path library_ =
      fs::path{testing::TempDir()} / "sojourn_evidence" / testing::UnitTest::GetInstance()->current_test_info()->name();

  void SetUp() override {
    fs::remove_all(library_);
    fs::create_directories(library_.parent_path());
    fs::copy(shipped, library_, fs::copy_options::recursive);
  }
  void TearDown() override { fs::remove_all(library_); }

  /// Puts `to` in place of the first `from` in a table.
  void change(const std::string& name, const std::string& from, const std::string& to) const {
    std::ostringstream text;
    text << std::ifstream{library_ / "evidence" / name}.rdbuf();
    std::string bytes = text.str();
    const std::size_t place = bytes.find(from);
    ASSERT_NE(place, std::string::npos) << from;
    std::ofstream{library_ / "evidence" / name} << bytes.replace(place, from.size(), to);
  }
  void append(const std::string& name, const std::string& rows) const {
    std::ofstream{library_ / "evidence" / name, std::ios::app} << rows;
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

TEST_F(EvidenceTables, AreAllShippedAndHaveNoDefect) {
  for (const std::string& name : evidence_table_names()) EXPECT_TRUE(fs::exists(library_ / "evidence" / name)) << name;
  EXPECT_EQ(message(), "nothing");
}

TEST_F(EvidenceTables, TellEveryDefectOfEveryTableAtOnce) {
  append("finance.csv",
         "NPL,QTR,X,19,1.5,-3,,,\"1,2\",,,,,a note,,,D\n"
         "BGD,ALL,T,2018,0.78,,,,,,,,,again,BBS Cost of Migration Survey 2020 via bdnews24,,B\n"
         "NPL,QAT\n");
  append("fee_rules.csv", "orgin,NPL,QAT,all,cap,10,NPR,1,2030,,worker,a rule,,,a page,,B\n");
  append("outcomes.csv", "deaths,np,Nepal,QAT,Qatar,all,T,lately,,persons,deaths,a page,,A\n");
  EXPECT_EQ(
      message(),
      "library:reference/evidence/finance.csv:49:2: error: destination = \"QTR\": no country of origins.csv or "
      "destinations.csv\n"
      "   hint: did you mean \"QAT\"?\n"
      "library:reference/evidence/finance.csv:49:3: error: sex = \"X\": not a sex\n"
      "   hint: write F, M or T (both)\n"
      "library:reference/evidence/finance.csv:49:4: error: year = \"19\": not a year between 1950 and 2100\n"
      "   hint: write four digits, 2019; a fiscal year by the year in which it ends\n"
      "library:reference/evidence/finance.csv:49:5: error: share_borrowing = \"1.5\": must lie between 0 and 1\n"
      "library:reference/evidence/finance.csv:49:6: error: loan_amount_usd = \"-3\": cannot be negative\n"
      "library:reference/evidence/finance.csv:49:9: error: interest_rate_annual = \"1,2\": not a number\n"
      "   hint: write 12: decimal point, no thousands separator\n"
      "library:reference/evidence/finance.csv:49:15: error: source = \"\": must not be empty\n"
      "library:reference/evidence/finance.csv:49:17: error: confidence = \"D\": not a grade\n"
      "   hint: write A (primary), B (secondary) or C (recalled)\n"
      "library:reference/evidence/finance.csv:50:1: error: the same key as line 2: BGD, ALL, T, 2018, , BBS Cost "
      "of Migration Survey 2020 via bdnews24\n"
      "   hint: delete one of the two rows\n"
      "library:reference/evidence/finance.csv:51:2: error: row ends after 2 of 17 fields\n"
      "   hint: write the missing commas; the first missing field is sex\n"
      "library:reference/evidence/fee_rules.csv:61:1: error: rule_by = \"orgin\": not one of origin, destination, "
      "bilateral\n"
      "   hint: did you mean \"origin\"?\n"
      "library:reference/evidence/fee_rules.csv:61:5: error: rule_type = \"cap\": not one of zero_fee, cap_amount, "
      "cap_months_wage, none\n"
      "library:reference/evidence/outcomes.csv:390:2: error: origin = \"np\": not a code\n"
      "   hint: write three capitals, or several codes joined by +\n"
      "library:reference/evidence/outcomes.csv:390:8: error: year = \"lately\": no year in it\n"
      "   hint: write 2019, 2018/19 or 2016-2020\n"
      "library:reference/evidence/outcomes.csv:390:9: error: value = \"\": must not be empty\n");
}

TEST_F(EvidenceTables, TellWrongColumnsAndFilesThatAreNoTable) {
  change("instruments.csv", "effect_size", "effect_sise");
  fs::copy(library_ / "evidence" / "finance.csv", library_ / "evidence" / "finances.csv");
  EXPECT_EQ(message(),
            "library:reference/evidence/instruments.csv:1:13: error: unknown column \"effect_sise\"\n"
            "   hint: did you mean \"effect_size\"?\n"
            "library:reference/evidence/instruments.csv:1: error: column \"effect_size\" is missing\n"
            "   hint: the shipped table of this name shows all columns\n"
            "library:reference/evidence/finances.csv: error: is no reference table\n"
            "   hint: did you mean \"finance.csv\"?\n");
}

TEST_F(EvidenceTables, ChangeNoHashOfWhatARunReads) {
  const std::string before = read_reference_tables({library_, "", ""}).sha256;
  change("finance.csv", "0.78", "0.77");
  const ReferenceTables after = read_reference_tables({library_, "", ""});
  EXPECT_EQ(after.sha256, before);
  for (const TableFile& file : after.files) EXPECT_EQ(file.path.find("evidence"), std::string::npos) << file.path;
  fs::remove_all(library_ / "evidence");
  EXPECT_EQ(read_reference_tables({library_, "", ""}).sha256, before);
}

}  // namespace
}  // namespace sojourn::io
