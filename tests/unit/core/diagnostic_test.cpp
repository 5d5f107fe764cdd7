#include "core/diagnostic.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sojourn {
namespace {

Diagnostic negative_cap() {
  return {.severity = Severity::error,
          .file = "npl-qat-fee-cap.toml",
          .where = {.line = 14, .column = 11, .width = 4},
          .what = "cap_usd = -200",
          .why = "a cap cannot be negative",
          .hint = "write 0 for zero-fee recruitment, or delete the line for no cap",
          .source_line = "cap_usd = -200",
          .code = "out-of-range"};
}

TEST(Diagnostic, PrintsPlaceReasonLineCaretsAndHint) {
  EXPECT_EQ(to_string(negative_cap()),
            "npl-qat-fee-cap.toml:14:11: error: cap_usd = -200: a cap cannot be negative\n"
            "   14 | cap_usd = -200\n"
            "      |           ^~~~\n"
            "   hint: write 0 for zero-fee recruitment, or delete the line for no cap\n");
}

TEST(Diagnostic, PutsOneCaretUnderOneCharacter) {
  Diagnostic finding = negative_cap();
  finding.where = {.line = 1204, .column = 1, .width = 1};
  finding.hint.clear();
  EXPECT_EQ(to_string(finding),
            "npl-qat-fee-cap.toml:1204:1: error: cap_usd = -200: a cap cannot be negative\n"
            "   1204 | cap_usd = -200\n"
            "        | ^\n");
}

TEST(Diagnostic, OmitsWhatItDoesNotKnow) {
  EXPECT_EQ(to_string(Diagnostic{.what = "--threads 0", .why = "at least 1"}), "error: --threads 0: at least 1\n");
  EXPECT_EQ(to_string(Diagnostic{.file = "missing.toml", .what = "no such file"}),
            "missing.toml: error: no such file\n");
  EXPECT_EQ(to_string(Diagnostic{.file = "wages.csv", .where = {.line = 7}, .what = "3 fields, 5 expected"}),
            "wages.csv:7: error: 3 fields, 5 expected\n");
}

TEST(Diagnostic, NamesItsSeverity) {
  EXPECT_EQ(to_string(Diagnostic{.severity = Severity::warning, .what = "a"}), "warning: a\n");
  EXPECT_EQ(to_string(Diagnostic{.severity = Severity::note, .what = "a"}), "note: a\n");
}

TEST(InputError, HoldsAllFindingsAndPrintsThemInOrder) {
  const std::vector<Diagnostic> findings{Diagnostic{.what = "first"}, Diagnostic{.what = "second"}};
  const InputError error{findings};
  EXPECT_EQ(error.findings().size(), 2U);
  EXPECT_STREQ(error.what(), "error: first\nerror: second\n");
}

const std::vector<std::string> keys{"cap_usd", "cap_months_of_wage", "counts", "fine_usd", "refund_percent"};

TEST(NearestName, FindsTheSlipOfTheFinger) {
  EXPECT_EQ(nearest_name("cap_uds", keys), "cap_usd");                // two letters swapped
  EXPECT_EQ(nearest_name("cap_us", keys), "cap_usd");                 // one missing
  EXPECT_EQ(nearest_name("refundpercents", keys), "refund_percent");  // one missing, one too many
  EXPECT_EQ(nearest_name("fine_usd", keys), "fine_usd");              // exact
}

TEST(NearestName, IsEmptyWhereNothingIsNear) {
  EXPECT_EQ(nearest_name("implementation", keys), "");
  EXPECT_EQ(nearest_name("counts", {}), "");
}

TEST(NearestName, AllowsAThirdOfTheLetters) {
  // Twelve letters: four edits are near, five are not.
  EXPECT_EQ(nearest_name("abcdefghWXYZ", {"abcdefghijkl"}), "abcdefghijkl");
  EXPECT_EQ(nearest_name("abcdefgVWXYZ", {"abcdefghijkl"}), "");
}

TEST(NearestName, PrefersTheNearerAndThenTheFirst) {
  EXPECT_EQ(nearest_name("abcd", {"abzz", "abcz"}), "abcz");
  EXPECT_EQ(nearest_name("abcd", {"abcx", "abcy"}), "abcx");
}

}  // namespace
}  // namespace sojourn
