#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "architecture/rules.hpp"
#include "architecture/source_tree.hpp"

namespace sojourn::architecture {
namespace {

const std::string root = SOJOURN_SOURCE_DIR;

TEST(IncludesOf, FindsBothForms) {
  const std::vector<std::string> expected{"sim/parallel.hpp", "vector"};
  EXPECT_EQ(includes_of("#include \"sim/parallel.hpp\"\n  # include <vector>\n// include <mutex>\nint include;\n"),
            expected);
}

TEST(ForbiddenInModel, KnowsThreadsFilesClocksAndRandomStates) {
  for (const char* header : {"oneapi/tbb/parallel_for.h", "tbb/tbb.h", "H5Cpp.h", "thread", "mutex", "fstream",
                             "iostream", "random", "chrono"}) {
    EXPECT_TRUE(forbidden_in_model(header)) << header;
  }
  for (const char* header : {"core/random.hpp", "vector", "cmath", "model/month.hpp"}) {
    EXPECT_FALSE(forbidden_in_model(header)) << header;
  }
}

TEST(MayInclude, PointsDownwardsOnly) {
  EXPECT_TRUE(may_include("model", "core/units.hpp"));
  EXPECT_TRUE(may_include("study", "sim/parallel.hpp"));
  EXPECT_TRUE(may_include("core", "Eigen/Dense"));
  EXPECT_FALSE(may_include("core", "model/decision.hpp"));
  EXPECT_FALSE(may_include("model", "population/pool.hpp"));
  EXPECT_FALSE(may_include("population", "sim/parallel.hpp"));
  EXPECT_FALSE(may_include("sim", "study/study.hpp"));
  EXPECT_TRUE(may_include("io", "study/scenario.hpp"));
  EXPECT_FALSE(may_include("io", "study/outcome.hpp"));
}

TEST(MachinePathsIn, FindsFoldersOfOneMachine) {
  const std::string folder = "/" + std::string{"home"};  // in parts, so that this file passes the test below
  EXPECT_EQ(machine_paths_in("a\nsee " + folder + "/someone/x\n").size(), 1U);
  EXPECT_EQ(machine_paths_in("\"" + folder + "\"").size(), 1U);
  EXPECT_EQ(machine_paths_in(folder).size(), 1U);
  EXPECT_TRUE(machine_paths_in("/usr/bin/python3 docs" + folder + " a" + folder + "/b /homeland").empty());
}

TEST(FileLinksIn, LeavesOutTheWebAndCode) {
  const std::vector<std::string> expected{"docs/README.md", "LICENSE"};
  EXPECT_EQ(
      file_links_in("[a](docs/README.md#top) [web](https://example.org/x) `[i](j)`\n```\n[b](c)\n```\n[l](LICENSE)"),
      expected);
}

TEST(Architecture, ModelIncludesNoThreadsFilesClockOrRandomState) {
  const std::vector<TextFile> files = cpp_files(root, "engine/model");
  ASSERT_FALSE(files.empty());
  for (const TextFile& file : files) {
    for (const std::string& header : includes_of(file.text)) {
      EXPECT_FALSE(forbidden_in_model(header)) << file.path << " includes " << header;
    }
  }
}

TEST(Architecture, DependenciesOfTheEnginePointOneWay) {
  const std::vector<TextFile> files = cpp_files(root, "engine");
  ASSERT_FALSE(files.empty());
  for (const TextFile& file : files) {
    const std::string folder = file.path.substr(7, file.path.find('/', 7) - 7);  // after "engine/"
    for (const std::string& header : includes_of(file.text)) {
      EXPECT_TRUE(may_include(folder, header)) << file.path << " includes " << header;
    }
  }
}

TEST(Architecture, PublicHeadersAreFreeOfHeavyLibraries) {
  // Each costs seconds wherever it is included, and would become part of what users of the library must install.
  for (const TextFile& file : cpp_files(root, "engine")) {
    if (!file.path.ends_with(".hpp")) continue;
    for (const std::string& header : includes_of(file.text)) {
      EXPECT_FALSE(header.starts_with("toml++") || header.starts_with("boost/program_options") ||
                   header.starts_with("nlohmann") || header.starts_with("oneapi/tbb"))
          << file.path << " includes " << header;
    }
  }
}

TEST(Architecture, NoFileNamesAFolderOfOneMachine) {
  const std::vector<TextFile> files = text_files(root);
  ASSERT_GT(files.size(), 20U);
  for (const TextFile& file : files) {
    for (const std::string& line : machine_paths_in(file.text)) ADD_FAILURE() << file.path << ":" << line;
  }
}

TEST(Architecture, LinksOfTheDocsLeadToFiles) {
  for (const TextFile& file : text_files(root)) {
    if (!file.path.ends_with(".md")) continue;
    const std::filesystem::path folder = (std::filesystem::path{root} / file.path).parent_path();
    for (const std::string& link : file_links_in(file.text)) {
      EXPECT_TRUE(std::filesystem::exists(folder / link)) << file.path << " links to " << link;
    }
  }
}

}  // namespace
}  // namespace sojourn::architecture
