// The library that ships is itself input: every file reads, its README tells what it asks, and it runs.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/program.hpp"

namespace sojourn::test {
namespace {

namespace fs = std::filesystem;

const fs::path library = fs::path{SOJOURN_SOURCE_DIR} / "scenarios";

/// Scenario files by folder, `.` for those at the top; without published cases, each of which is a study of its own.
std::map<std::string, std::vector<std::string>> shipped() {
  std::map<std::string, std::vector<std::string>> files;
  for (const auto& entry : fs::recursive_directory_iterator{library}) {
    if (entry.path().extension() != ".toml" || entry.path().parent_path().filename() == "validation") continue;
    files[fs::relative(entry.path().parent_path(), library).string()].push_back(entry.path().string());
  }
  for (auto& [folder, names] : files) std::ranges::sort(names);
  return files;
}

std::vector<std::string> folders() {
  std::vector<std::string> names;
  for (const auto& [folder, files] : shipped()) names.push_back(folder);
  return names;
}

class Library : public testing::TestWithParam<std::string> {
 protected:
  Workplace place_;
  const std::vector<std::string> files_ = shipped().at(GetParam());
};

// One study of all files of a folder: their scenarios have names of their own, and the baseline is run once.
TEST_P(Library, ReadsWithoutAWarning) {
  std::vector<std::string> words{"check"};
  words.insert(words.end(), files_.begin(), files_.end());
  const Said said = place_.run(words);
  EXPECT_EQ(said.code, 0) << said.err;
  EXPECT_EQ(said.err.find("warning: "), std::string::npos) << said.err;
  for (const std::string& file : files_) EXPECT_TRUE(said.out.find(file + ": valid; ") != std::string::npos) << file;
}

// One simulated person for 20,000, two years and two replicates: whether a file runs at all, not what comes out.
TEST_P(Library, Runs) {
  std::vector<std::string> words{"run", "-q", "-o", "all.h5", "--json"};
  words.insert(words.end(), files_.begin(), files_.end());
  for (const char* setting : {"population.scale=20000", "time.end=\"2027-12\"", "time.burn_in_months=6",
                              "run.replicates=2", "output.tables=[\"annual_corridor\"]", "output.indicators=[\"lead\"]"})
    words.insert(words.end(), {"--set", setting});
  const Said said = place_.run(words);
  ASSERT_EQ(said.code, 0) << said.err;
  EXPECT_EQ(nlohmann::json::parse(said.out)["status"], "complete") << said.out;
  const auto info = nlohmann::json::parse(place_.run({"info", "all.h5", "--json"}).out);
  std::set<std::string> ran;
  for (const auto& scenario : info["scenarios"]) ran.insert(scenario.get<std::string>());
  for (const std::string& file : files_) EXPECT_TRUE(ran.contains(fs::path{file}.stem().string())) << file;
}

std::string name_of_folder(const testing::TestParamInfo<std::string>& folder) {
  std::string name = folder.param == "." ? "top" : folder.param;
  std::ranges::replace(name, '-', '_');
  return name;
}
INSTANTIATE_TEST_SUITE_P(Shipped, Library, testing::ValuesIn(folders()), name_of_folder);

std::string text_of(const fs::path& file) {
  std::ifstream stream{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

/// The text between the quotation marks of `key = "..."` at the beginning of a line.
std::string value_of(const std::string& text, const std::string& key) {
  std::size_t at = text.find("\n" + key);
  if (at == std::string::npos) return "";
  at = text.find('"', at) + 1;
  return text.substr(at, text.find('"', at) - at);
}

TEST(LibraryFiles, BeginWithWhatIsAskedAndTellAssumptionsAndSources) {
  for (const auto& [folder, files] : shipped()) {
    for (const std::string& file : files) {
      const std::string text = text_of(file);
      EXPECT_EQ(text.find("# "), 0U) << file << ": the header comes first";
      EXPECT_FALSE(value_of(text, "question").empty()) << file;
      EXPECT_NE(text.find("assumed"), std::string::npos) << file << ": what is assumed is said";
      if (folder != ".") {
        EXPECT_NE(text.find("\n# Assumptions"), std::string::npos) << file;
        EXPECT_NE(text.find("\n# Sources"), std::string::npos) << file;
      }
    }
  }
}

TEST(PublishedCases, ReadWithoutAWarningEach) {
  Workplace place;
  int cases = 0;
  for (const auto& entry : fs::directory_iterator{library / "validation"}) {
    if (entry.path().extension() != ".toml") continue;
    ++cases;
    const Said said = place.run({"check", entry.path().string()});
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_EQ(said.err.find("warning: "), std::string::npos) << said.err;
    EXPECT_EQ(text_of(entry.path()).find("# Published case: "), 0U) << entry.path();
  }
  EXPECT_EQ(cases, 12);
}

TEST(LibraryFiles, AreListedInTheReadmeWithTheirQuestion) {
  const std::string readme = text_of(library / "README.md");
  for (const auto& [folder, files] : shipped()) {
    for (const std::string& file : files) {
      const std::string link = fs::relative(file, library).string();
      const std::string row = "(" + link + ") | " + value_of(text_of(file), "question") + " |";
      EXPECT_NE(readme.find(row), std::string::npos) << "scenarios/README.md lacks: " << row;
    }
  }
}

}  // namespace
}  // namespace sojourn::test
