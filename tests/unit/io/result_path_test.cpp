#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "core/diagnostic.hpp"
#include "io/result_path.hpp"

namespace sojourn::io {
namespace {

namespace fs = std::filesystem;

class ResultPath : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path{"result-path"} / testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  static std::string refusal(const fs::path& path, bool force = false) {
    try {
      check_writable(path, force);
    } catch (const InputError& error) {
      return error.what();
    }
    return "";
  }
  fs::path folder_;
};

TEST_F(ResultPath, IsPartialUntilComplete) {
  EXPECT_EQ(partial_path("out/npl-fee-cap.h5"), "out/npl-fee-cap.partial.h5");
  EXPECT_EQ(partial_path("v1.2"), "v1.2.partial.h5");
}

TEST_F(ResultPath, LeavesNothingBehindWhenAsked) {
  EXPECT_EQ(refusal(folder_ / "a.h5"), "");
  EXPECT_TRUE(fs::is_empty(folder_));
}

TEST_F(ResultPath, IsRefusedWhereAFileStandsUnlessForced) {
  std::ofstream{folder_ / "a.h5"} << "earlier";
  EXPECT_EQ(refusal(folder_ / "a.h5"), (folder_ / "a.h5").string() +
                                           ": error: the result cannot be written here: the file exists\n"
                                           "   hint: --force replaces it, -o NAME writes another\n");
  EXPECT_EQ(refusal(folder_ / "a.h5", true), "");
  EXPECT_EQ(fs::file_size(folder_ / "a.h5"), 7U);
}

TEST_F(ResultPath, IsRefusedInAMissingFolder) {
  const std::string missing = (folder_ / "none").string();
  EXPECT_EQ(refusal(folder_ / "none" / "a.h5"),
            missing + "/a.h5: error: the result cannot be written here: there is no folder " + missing +
                "\n   hint: mkdir -p " + missing + "\n");
}

TEST_F(ResultPath, IsRefusedIfItIsAFolderOrLiesInAFile) {
  fs::create_directory(folder_ / "a.h5");
  std::ofstream{folder_ / "file"} << "";
  EXPECT_NE(refusal(folder_ / "a.h5", true).find("it is a folder"), std::string::npos);
  EXPECT_NE(refusal(folder_ / "file" / "a.h5").find("is not a folder"), std::string::npos);
  EXPECT_NE(refusal(folder_.string() + "/").find("it names no file"), std::string::npos);
}

TEST_F(ResultPath, IsRefusedWhereTheSystemTakesNoFile) {
  // Nobody, root included, can create a file in /proc; a read-only folder stops everybody but root.
  EXPECT_NE(refusal("/proc/a.h5").find("No such file or directory"), std::string::npos);
  if (::geteuid() == 0) return;
  fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_NE(refusal(folder_ / "a.h5").find("Permission denied"), std::string::npos);
  fs::permissions(folder_, fs::perms::owner_all);
}

TEST_F(ResultPath, NamesTooLongAreRefusedBeforeARun) {
  EXPECT_NE(refusal(folder_ / (std::string(250, 'x') + ".h5")).find("File name too long"), std::string::npos);
}

TEST_F(ResultPath, PublishesByRenaming) {
  std::ofstream{folder_ / "a.partial.h5"} << "new";
  std::ofstream{folder_ / "a.h5"} << "earlier";
  publish(folder_ / "a.partial.h5", folder_ / "a.h5", true);
  EXPECT_EQ(fs::file_size(folder_ / "a.h5"), 3U);
  EXPECT_FALSE(fs::exists(folder_ / "a.partial.h5"));
}

TEST_F(ResultPath, KeepsBothIfAFileAppearedDuringTheRun) {
  std::ofstream{folder_ / "a.partial.h5"} << "new";
  std::ofstream{folder_ / "a.h5"} << "earlier";
  EXPECT_THROW(publish(folder_ / "a.partial.h5", folder_ / "a.h5", false), InputError);
  EXPECT_EQ(fs::file_size(folder_ / "a.h5"), 7U);
  EXPECT_EQ(fs::file_size(folder_ / "a.partial.h5"), 3U);
}

}  // namespace
}  // namespace sojourn::io
