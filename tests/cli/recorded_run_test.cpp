// A result whose makings are not those at hand: each difference is told before a month is lived.
#include "recorded_run.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "core/diagnostic.hpp"
#include "io/result_writer.hpp"
#include "study/version.hpp"

namespace sojourn::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* in_full =
    "format = 1\ncompare_with = \"none\"\n[population]\nscale = 20000\n[run]\nseed = 5\nreplicates = 2\n";

class Recorded : public ::testing::Test {
 protected:
  std::string file_ = "recorded-" + std::string{testing::UnitTest::GetInstance()->current_test_info()->name()} + ".h5";
  io::Provenance made_;

  void SetUp() override {
    const World world = load_world({});
    made_.engine_version = "0.0.9";
    made_.commit = "0123456789ab";
    made_.semantics_version = study::semantics_version;
    for (const char* name : {"baseline", "cap", "floor"}) made_.scenarios.push_back({name, "", in_full});
    for (const io::TableFile& table : world.tables) made_.inputs.push_back({table.path, table.sha256});
    const study::InputFile constants = constants_input(world);
    made_.inputs.push_back({constants.path, constants.sha256});
    made_.replicates = {0, 1};
    for (const char* digest : {"b0", "b1", "c0", "c1", "f0", "f1"}) made_.digests.emplace_back(digest);
  }
  void TearDown() override { fs::remove(file_); }

  void write() const {
    io::ResultFile result;
    result.attributes = {{"digest", std::string{"sj1:0"}}, {"status", std::string{"complete"}}};
    io::write_results(file_, result, made_, {.force = true});
  }
  /// The one complaint about the scenario and replicate, as `code: text`; empty if there is none.
  [[nodiscard]] std::string complaint(const std::optional<std::string>& scenario = "cap",
                                      std::uint32_t replicate = 1) const {
    write();
    try {
      (void)load_recorded_run(file_, scenario, replicate);
    } catch (const InputError& error) {
      return error.findings().front().code + ": " + error.what() + " " + error.findings().front().hint;
    }
    return "";
  }
};

void expect_words(const std::string& text, std::initializer_list<const char*> words) {
  for (const char* word : words) EXPECT_NE(text.find(word), std::string::npos) << "\"" << word << "\" in: " << text;
}

TEST_F(Recorded, RunIsMadeReadyFromWhatTheFileHolds) {
  write();
  const RecordedRun run = load_recorded_run(file_, "cap", 1);
  EXPECT_EQ(run.digest, "c1");
  ASSERT_EQ(run.loaded.study.scenarios.size(), 1U);
  EXPECT_EQ(run.loaded.study.scenarios.front().name, "cap");
  EXPECT_EQ(run.loaded.study.seed, 5U);
  EXPECT_EQ(run.loaded.study.scale, 20'000);
}

TEST_F(Recorded, RunOfOtherRulesIsRefusedByItsSemantics) {
  made_.semantics_version = study::semantics_version - 1;
  expect_words(complaint(), {"other-semantics: ", "made with semantics", "use Sojourn 0.0.9, commit 0123456789ab",
                             "run the scenario again"});
}

TEST_F(Recorded, RunFromOtherTablesNamesThem) {
  made_.inputs[1].sha256 = std::string(64, '0');
  expect_words(complaint(), {"other-tables: ", made_.inputs[1].path.c_str(), "sojourn run cap.toml --force"});
  made_.inputs.erase(made_.inputs.begin() + 1);
  expect_words(complaint(), {"other-tables: "});
}

TEST_F(Recorded, RunFromTablesOfItsOwnIsToldFromItsFolder) {
  for (io::Provenance::Input& input : made_.inputs) {
    if (input.path.starts_with("library:")) input.path = "tables/" + fs::path{input.path}.filename().string();
  }
  expect_words(complaint(), {"other-tables: ", " and 15 more", "found from its folder alone: go there"});
}

TEST_F(Recorded, RunWithOtherFittedConstantsNamesTheirTable) {
  made_.inputs.back().sha256 = std::string(64, '0');
  expect_words(complaint(), {"other-constants: ", "library:reference/fitted/base-ABC.csv", "put back the table"});
  made_.inputs.pop_back();
  EXPECT_EQ(complaint(), "") << "a file that does not name the table is judged by its digest";
}

TEST_F(Recorded, RunIsOneScenarioAndReplicateOfTheFile) {
  expect_words(complaint("ceiling"), {"unknown-scenario: ", "it has baseline, cap, floor"});
  expect_words(complaint(std::nullopt), {"which-scenario: ", "--scenario NAME"});
  expect_words(complaint("cap", 2), {"unknown-replicate: ", "it has 0 to 1"});
  made_.scenarios.pop_back();
  made_.digests.resize(4);
  EXPECT_EQ(complaint(std::nullopt), "") << "of two, the one beside the baseline";
}

TEST(SameRun, IsToldByItsDigest) {
  EXPECT_NO_THROW(check_same_run("cap.h5", "sj1:1", "sj1:1"));
  EXPECT_NO_THROW(check_same_run("cap.toml", "", "sj1:1")) << "a scenario file records none";
  EXPECT_THROW(check_same_run("cap.h5", "sj1:1", "sj1:2"), InputError);
}

}  // namespace
}  // namespace sojourn::cli
