#include "io/reference_csv.hpp"

#include <gtest/gtest.h>

namespace sojourn::io {
namespace {

CsvTable parsed(const std::string& bytes) {
  std::vector<Diagnostic> findings;
  CsvTable table = parse_csv("t.csv", bytes, findings);
  EXPECT_TRUE(findings.empty()) << to_string(findings.at(0));
  return table;
}

std::string only_finding(const std::string& bytes) {
  std::vector<Diagnostic> findings;
  static_cast<void>(parse_csv("t.csv", bytes, findings));
  EXPECT_EQ(findings.size(), 1U);
  return findings.empty() ? "" : to_string(findings[0]);
}

TEST(Csv, SplitsFieldsAndKeepsTheirLines) {
  const CsvTable table = parsed("a,b,c\n1,,3\n\n4,5,6");
  EXPECT_EQ(table.header, (std::vector<std::string>{"a", "b", "c"}));
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].fields, (std::vector<std::string>{"1", "", "3"}));
  EXPECT_EQ(table.rows[1].line, 4U);
}

TEST(Csv, ReadsQuotedCommasAndDoubledQuotes) {
  const CsvTable table = parsed("a,b\n\"one, two\",\"she said \"\"no\"\"\"\n");
  EXPECT_EQ(table.rows.at(0).fields, (std::vector<std::string>{"one, two", "she said \"no\""}));
}

TEST(Csv, ReadsLinesThatEndAsOnWindowsAndAByteOrderMark) {
  const CsvTable table = parsed(
      "\xEF\xBB\xBF"
      "a,b\r\n1,2\r\n");
  EXPECT_EQ(table.header, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(table.rows.at(0).fields, (std::vector<std::string>{"1", "2"}));
}

TEST(Csv, KeepsSpacesAndLettersOfOtherScripts) {
  EXPECT_EQ(parsed("a\n नेपाल \n").rows.at(0).fields, (std::vector<std::string>{" नेपाल "}));
}

TEST(Csv, TellsAShortRow) {
  EXPECT_EQ(only_finding("a,b,c\n1,2\n"),
            "t.csv:2:2: error: row ends after 2 of 3 fields\n   hint: write the missing commas; the first missing "
            "field is c\n");
}

TEST(Csv, TellsALongRow) {
  EXPECT_EQ(only_finding("a,b\n1,2,3\n"),
            "t.csv:2:3: error: row has 3 fields, the header has 2\n   hint: put a text that holds a comma in double "
            "quotes\n");
}

TEST(Csv, TellsAnOpenQuote) {
  EXPECT_EQ(only_finding("a,b\n\"1,2\n"),
            "t.csv:2: error: a double quote is not closed on this line\n"
            "   hint: write \"\" for a quote inside quotes; a field cannot span lines\n");
}

TEST(Csv, TellsWhatIsNotUtf8) {
  for (const std::string bad : {"\xE9", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82"}) {
    EXPECT_EQ(only_finding("a\nx" + bad + "\n"), "t.csv:2: error: not UTF-8\n   hint: save the table as CSV, UTF-8\n");
  }
}

TEST(Csv, TellsAZeroByteAndAnEmptyFile) {
  EXPECT_EQ(only_finding(std::string("a\n1\n\0", 5)),
            "t.csv:3: error: holds a zero byte: not a text file\n   hint: save the table as CSV, UTF-8\n");
  EXPECT_EQ(only_finding(""), "t.csv: error: is empty\n   hint: the first line names the columns\n");
}

}  // namespace
}  // namespace sojourn::io
