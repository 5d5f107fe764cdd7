// The one list of packages, on systems that the tests do not run on.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <string>

namespace sojourn::architecture {
namespace {

struct Result {
  int exit_code = -1;
  std::string output;  ///< stdout and stderr
};

/// tools/install-packages as on a system whose PATH holds nothing: no apt-get, no dpkg-query.
Result without_debian(const std::string& arguments) {
  const std::string command =
      "PATH=/nonexistent /bin/bash '" SOJOURN_SOURCE_DIR "/tools/install-packages' " + arguments + " 2>&1";
  Result result;
  std::FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return result;
  std::array<char, 1024> buffer{};
  while (std::fgets(buffer.data(), static_cast<int>(buffer.size()), pipe) != nullptr) result.output += buffer.data();
  const int status = pclose(pipe);
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return result;
}

TEST(InstallPackages, NamesWhatIsNeededOnAnotherSystemAndStops) {
  const Result result = without_debian("program");
  EXPECT_EQ(result.exit_code, 2);
  for (const char* package : {"g++", "cmake", "libhdf5-dev", "libtbb-dev", "libtomlplusplus-dev", "librandom123-dev"}) {
    EXPECT_NE(result.output.find(std::string{"\n  "} + package + "\n"), std::string::npos) << package;
  }
  EXPECT_EQ(result.output.find("libgtest-dev"), std::string::npos) << "the program needs no test packages";
}

TEST(InstallPackages, NamesTheTestPackagesTooWhenTestsAreMeant) {
  const Result result = without_debian("tests");
  EXPECT_EQ(result.exit_code, 2);
  for (const char* package : {"libhdf5-dev", "libgtest-dev", "python3-xarray"}) {
    EXPECT_NE(result.output.find(std::string{"\n  "} + package + "\n"), std::string::npos) << package;
  }
}

TEST(InstallPackages, ShowsItsUsageForAnythingElse) {
  const Result result = without_debian("everything");
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_EQ(result.output, "usage: tools/install-packages program|tests|benchmarks\n");
}

}  // namespace
}  // namespace sojourn::architecture
