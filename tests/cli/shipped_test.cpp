// The library that ships is itself input: it must read without a remark.
#include <gtest/gtest.h>

#include "cli/program.hpp"

namespace sojourn::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> shipped() {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator{fs::path{SOJOURN_SOURCE_DIR} / "scenarios"}) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path().string());
  }
  return files;
}

TEST(ShippedScenario, IsValid) {
  const std::vector<std::string> files = shipped();
  ASSERT_GE(files.size(), 3U);
  for (const std::string& file : files) {
    const Said said = Workplace{}.run({"check", file});
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_EQ(said.err, "") << file;
    EXPECT_EQ(said.out.find(file + ": valid; "), 0U) << said.out;
  }
}

}  // namespace
}  // namespace sojourn::test
