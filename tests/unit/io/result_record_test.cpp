// How a result was made, read back: what it takes to live one of its runs again.
#include "io/result_record.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "core/diagnostic.hpp"
#include "io/result_writer.hpp"
#include "unit/io/result_synthetic.hpp"

namespace sojourn::io {
namespace {

namespace fs = std::filesystem;

class Record : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path{"result-record"} / testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    path_ = folder_ / "made.h5";
  }
  void TearDown() override { fs::remove_all(folder_); }
  void write(const Provenance& provenance) const {
    write_results(path_, synthetic::result(), provenance, {.force = true});
  }
  fs::path folder_, path_;
};

TEST_F(Record, HoldsEachScenarioInFullWithTheDigestsOfItsRuns) {
  write(synthetic::provenance());
  const ResultRecord record = read_result_record(path_);
  EXPECT_EQ(record.semantics_version, 1);
  EXPECT_EQ(record.engine_version, "0.1.0");
  ASSERT_EQ(record.scenarios.size(), 2U);
  EXPECT_EQ(record.scenarios[0].name, "baseline");
  EXPECT_EQ(record.scenarios[0].digests, (std::vector<std::string>{"sj1:0", "sj1:1", "sj1:2"}));
  EXPECT_EQ(record.scenarios[1].effective, "format = 1\ntitle = \"Fee cap\"\n");
  EXPECT_EQ(record.scenarios[1].digests, (std::vector<std::string>{"sj1:3", "sj1:4", "sj1:5"}));
  ASSERT_EQ(record.inputs.size(), 1U);
  EXPECT_EQ(record.inputs[0].path, "npl-fee-cap.toml");
  EXPECT_EQ(record.inputs[0].sha256, std::string(64, 'a'));
}

TEST_F(Record, IsRefusedWhereAScenarioIsNotInside) {
  Provenance provenance = synthetic::provenance();
  provenance.scenarios[1].effective = "";
  write(provenance);
  try {
    (void)read_result_record(path_);
    FAIL() << "a run cannot be lived again without its scenario";
  } catch (const InputError& error) {
    EXPECT_EQ(error.findings().front().code, "no-provenance");
    EXPECT_NE(std::string{error.what()}.find("does not hold the scenarios"), std::string::npos) << error.what();
  }
}

TEST_F(Record, IsLookedForInWhatIsCalledAResultOrBeginsAsOne) {
  write(synthetic::provenance());
  EXPECT_TRUE(looks_like_result(path_));
  fs::rename(path_, folder_ / "renamed");
  EXPECT_TRUE(looks_like_result(folder_ / "renamed"));
  std::ofstream{folder_ / "cap.toml"} << "title = \"a cap\"\n";
  EXPECT_FALSE(looks_like_result(folder_ / "cap.toml"));
  std::ofstream{folder_ / "empty"};
  EXPECT_FALSE(looks_like_result(folder_ / "empty"));
  EXPECT_TRUE(looks_like_result("nowhere.h5")) << "so that the missing file is told as a missing result";
  EXPECT_FALSE(looks_like_result("-"));
}

}  // namespace
}  // namespace sojourn::io
