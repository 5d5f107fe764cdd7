// The fitted constants: missing, stale, or there already.
#include <gtest/gtest.h>

#include "cli/program.hpp"

namespace sojourn::test {
namespace {

namespace fs = std::filesystem;

/// A copy of the shipped library, without its fitted constants.
class Constants : public ::testing::Test {
 protected:
  Workplace place_;
  const Workplace::Environment library_{{"SOJOURN_LIBRARY", "library"}};

  void SetUp() override {
    fs::copy(fs::path{SOJOURN_SOURCE_DIR} / "scenarios", place_.folder() / "library", fs::copy_options::recursive);
    fs::remove_all(place_.folder() / "library/reference/fitted");
    fs::create_directories(place_.folder() / "library/reference/fitted");
    place_.write("cap.toml", "title = \"nothing changed\"\n");
    place_.write("ab.toml", "reference = { grades = [\"A\", \"B\"] }\n");
  }
  void write_stale() const {
    place_.write("library/reference/fitted/base-ABC.csv",
                 "quantity,origin,destination,sector,sex,value\nmade_from,,,,,another base year\n");
  }
};

TEST_F(Constants, ThatAreMissingNameTheCommandThatMakesThem) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"run", "cap.toml"}, std::vector<std::string>{"validate", "--levels"}}) {
    const Said said = place_.run(words, library_);
    EXPECT_EQ(said.code, 2);
    EXPECT_EQ(said.out, "");
    EXPECT_EQ(said.err.find("library/reference/fitted/base-ABC.csv: error: "), 0U) << said.err;
    EXPECT_NE(said.err.find("\n   hint: run: sojourn calibrate --base\n"), std::string::npos) << said.err;
  }
  EXPECT_FALSE(place_.has("cap.h5"));
}

TEST_F(Constants, OfOtherGradesAreAskedForByTheFileThatChoosesThem) {
  const Said said = place_.run({"run", "ab.toml"}, library_);
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(said.err.find("library/reference/fitted/base-AB.csv: error: "), 0U) << said.err;
  EXPECT_NE(said.err.find("\n   hint: run: sojourn calibrate --base ab.toml\n"), std::string::npos) << said.err;
}

TEST_F(Constants, ThatAreStaleNameTheCommandToo) {
  write_stale();
  const Said said = place_.run({"run", "cap.toml"}, library_);
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(said.err.find("library/reference/fitted/base-ABC.csv:2:"), 0U) << said.err;
  EXPECT_NE(said.err.find("\n   hint: run: sojourn calibrate --base --force\n"), std::string::npos) << said.err;
  EXPECT_FALSE(place_.has("cap.h5"));
}

TEST_F(Constants, AreNotReplacedWithoutForce) {
  write_stale();
  const std::string before = place_.read("library/reference/fitted/base-ABC.csv");
  const Said said = place_.run({"calibrate", "--base"}, library_);
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(said.err,
            "library/reference/fitted/base-ABC.csv: error: the constants cannot be written here: the file exists\n"
            "   hint: --force replaces it\n");
  EXPECT_EQ(place_.read("library/reference/fitted/base-ABC.csv"), before);
}

TEST_F(Constants, AreFittedOnlyForAScenarioThatReads) {
  const Said said = place_.run({"calibrate", "--base", "nowhere.toml"}, library_);
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(said.err.find("nowhere.toml: error: "), 0U) << said.err;
}

TEST(Validate, OffersTheNearestCaseAndListsThemAll) {
  const Said said = Workplace{}.run({"validate", "transfer-fees"});
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(said.err, "sojourn validate: error: transfer-fees: no such case\n   hint: did you mean \"transfer-fee\"?\n");
  const Said list = Workplace{}.run({"validate", "--list"});
  EXPECT_EQ(list.code, 0) << list.err;
  EXPECT_NE(list.out.find("border-closure-2020\n  departures in the calendar year"), std::string::npos) << list.out;
}

TEST(Validate, TellsDefectsOfTheCasesBeforeItRuns) {
  const Workplace place;
  fs::copy(fs::path{SOJOURN_SOURCE_DIR} / "scenarios", place.folder() / "library", fs::copy_options::recursive);
  std::string table = place.read("library/validation/cases.csv");
  place.write("library/validation/cases.csv", table.replace(table.find("243=49.9"), 8, "243=50.9"));
  const Said said = place.run({"validate"}, {{"SOJOURN_LIBRARY", "library"}});
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(said.out, "");
  EXPECT_EQ(said.err.find("library:validation/cases.csv:"), 0U) << said.err;
  EXPECT_NE(said.err.find("line 243 of outcomes.csv says 49.9, not 50.9"), std::string::npos) << said.err;
}

TEST(Validate, TakesOneFileForLevels) {
  const Said said = Workplace{}.run({"validate", "--levels", "one.toml", "two.toml"});
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(said.err.find("sojourn validate: error: --levels takes one scenario file"), 0U) << said.err;
}

TEST(Validate, TellsDefectsOfThePublishedLevelsBeforeItRuns) {
  const Workplace place;
  fs::copy(fs::path{SOJOURN_SOURCE_DIR} / "scenarios", place.folder() / "library", fs::copy_options::recursive);
  std::string table = place.read("library/reference/evidence/levels.csv");
  place.write("library/reference/evidence/levels.csv", table.replace(table.find("173=29"), 6, "173=28"));
  const Said said = place.run({"validate", "--levels"}, {{"SOJOURN_LIBRARY", "library"}});
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(said.out, "");
  EXPECT_EQ(said.err.find("library:reference/evidence/levels.csv:"), 0U) << said.err;
  EXPECT_NE(said.err.find("line 173 of outcomes.csv says 29, not 28"), std::string::npos) << said.err;
}

TEST(Calibrate, AsksWhatToCalibrate) {
  const Said said = Workplace{}.run({"calibrate"});
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(said.err,
            "sojourn calibrate: error: nothing to calibrate: targets of one's own come later\n"
            "   hint: sojourn calibrate --base\n");
}

}  // namespace
}  // namespace sojourn::test
