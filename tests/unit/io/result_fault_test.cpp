// What happens when the disk refuses, or when a file is not what its reader hopes.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <hdf5.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "core/diagnostic.hpp"
#include "io/result_reader.hpp"
#include "io/result_writer.hpp"
#include "unit/io/result_synthetic.hpp"

namespace sojourn::io {
namespace {

namespace fs = std::filesystem;

class ResultFault : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path{"result-fault"} / testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    path_ = folder_ / "old.h5";
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write() { write_results(path_, synthetic::result(), synthetic::provenance(), {.force = true}); }
  std::string complaint(const std::optional<std::string>& group = {}) {
    try {
      (void)read_results(path_, group);
    } catch (const InputError& error) {
      return error.what();
    }
    return "";
  }
  template <class Value>
  void replace_root_attribute(const char* name, hid_t type, hid_t space, const Value* value) {
    const hid_t file = H5Fopen(path_.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    H5Adelete(file, name);
    const hid_t attribute = H5Acreate2(file, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
    H5Awrite(attribute, type, value);
    H5Aclose(attribute);
    H5Fclose(file);
  }
  fs::path folder_, path_;
};

/// Files of this process cannot grow above `bytes` while it lives: what a full disk looks like to a writer.
class SmallDisk {
  rlimit earlier_{};
  void (*earlier_handler_)(int);

 public:
  explicit SmallDisk(rlim_t bytes) : earlier_handler_{std::signal(SIGXFSZ, SIG_IGN)} {
    getrlimit(RLIMIT_FSIZE, &earlier_);
    const rlimit small{bytes, earlier_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallDisk() {
    setrlimit(RLIMIT_FSIZE, &earlier_);
    std::signal(SIGXFSZ, earlier_handler_);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
};

TEST_F(ResultFault, AFullDiskIsToldInTheSystemsWordsAndLeavesNoFile) {
  for (const rlim_t bytes : {0U, 512U, 5'000U, 20'000U, 60'000U}) {
    std::string message;
    testing::internal::CaptureStderr();
    {
      const SmallDisk disk{bytes};
      try {
        write();
      } catch (const std::runtime_error& failure) {
        message = failure.what();
      }
    }
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
    EXPECT_EQ(message, (folder_ / "old.partial.h5").string() + " cannot be written: File too large") << bytes;
    EXPECT_TRUE(fs::is_empty(folder_)) << bytes;
  }
  write();  // and the library goes on working
  EXPECT_TRUE(fs::exists(path_));
}

TEST_F(ResultFault, AFaultyResultLeavesNoFile) {
  ResultFile file = synthetic::result();
  file.groups[0].variables[0].values = std::vector<std::int32_t>(95);
  EXPECT_THROW(write_results(path_, file, synthetic::provenance()), std::logic_error);
  file = synthetic::result();
  file.groups.push_back({"/provenance", {}, {}, {}});
  EXPECT_THROW(write_results(path_, file, synthetic::provenance()), std::logic_error);
  file = synthetic::result();
  file.attributes.clear();
  EXPECT_THROW(write_results(path_, file, synthetic::provenance()), std::logic_error);
  EXPECT_TRUE(fs::is_empty(folder_));
}

TEST_F(ResultFault, TwoRunsCannotWriteTheSamePartialFile) {
  const fs::path partial = folder_ / "old.partial.h5";
  const int other = ::open(partial.c_str(), O_RDWR | O_CREAT, 0666);
  ASSERT_EQ(::flock(other, LOCK_EX), 0);
  ASSERT_EQ(::write(other, "theirs", 6), 6);
  std::string message;
  try {
    write();
  } catch (const std::runtime_error& failure) {
    message = failure.what();
  }
  ::close(other);
  EXPECT_EQ(message, partial.string() + " cannot be written: another run is writing it");
  EXPECT_EQ(fs::file_size(partial), 6U);
}

TEST_F(ResultFault, NothingIsReplacedUnlessForced) {
  write();
  const auto before = fs::last_write_time(path_);
  EXPECT_THROW(write_results(path_, synthetic::result(), synthetic::provenance()), InputError);
  EXPECT_EQ(fs::last_write_time(path_), before);
}

TEST_F(ResultFault, AMissingFileIsNamed) { EXPECT_EQ(complaint(), path_.string() + ": error: no such file\n"); }

TEST_F(ResultFault, AFileThatIsNoHdf5IsNotOurs) {
  std::ofstream{path_} << "format = 1\n";
  EXPECT_EQ(complaint(), path_.string() +
                             ": error: not a results file of Sojourn: it is not HDF5\n"
                             "   hint: results are the .h5 files that sojourn run writes\n");
}

TEST_F(ResultFault, AnHdf5FileOfAnotherProgramIsNotOurs) {
  H5Fclose(H5Fcreate(path_.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
  EXPECT_NE(complaint().find("an HDF5 file of another program"), std::string::npos);
}

TEST_F(ResultFault, ANewerMajorFormatNamesTheProgramThatReadsIt) {
  write();
  const std::int32_t version[2] = {3, 0};
  const hsize_t two = 2;
  const hid_t pair = H5Screate_simple(1, &two, nullptr), scalar = H5Screate(H5S_SCALAR), text = H5Tcopy(H5T_C_S1);
  H5Tset_size(text, 5);
  H5Tset_strpad(text, H5T_STR_NULLPAD);
  replace_root_attribute("format_version", H5T_NATIVE_INT32, pair, version);
  replace_root_attribute("engine_version", text, scalar, "3.1.0");
  H5Sclose(pair);
  H5Sclose(scalar);
  H5Tclose(text);
  EXPECT_EQ(complaint(), path_.string() +
                             ": error: results format 3.0, made by Sojourn 3.1.0; this program reads 1.x\n"
                             "   hint: install that version, or ask its owner for sojourn export\n");
  EXPECT_THROW((void)read_result_info(path_), InputError);
}

TEST_F(ResultFault, ATruncatedFileIsDamagedHoweverMuchIsLeft) {
  write();
  const auto whole = fs::file_size(path_);
  for (std::uintmax_t percent = 99; percent > 1; percent -= 7) {
    fs::resize_file(path_, whole * percent / 100);
    EXPECT_NE(complaint().find("the file is cut short or damaged: "), std::string::npos) << percent;
    EXPECT_THROW((void)read_result_info(path_), InputError) << percent;
  }
}

TEST_F(ResultFault, AFlippedByteInANumberIsFoundByItsChecksum) {
  write();
  const hid_t file = H5Fopen(path_.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
  const hid_t dataset = H5Dopen2(file, "/monthly/origin/deployments", H5P_DEFAULT);
  hsize_t offset[5] = {}, bytes = 0;
  haddr_t place = 0;
  unsigned filters_skipped = 0;
  const hid_t space = H5Dget_space(dataset);
  H5Dget_chunk_info(dataset, space, 0, offset, &filters_skipped, &place, &bytes);
  H5Sclose(space);
  H5Dclose(dataset);
  H5Fclose(file);
  std::fstream stream{path_, std::ios::in | std::ios::out | std::ios::binary};
  stream.seekg(static_cast<std::streamoff>(place + bytes / 2));
  const char before = static_cast<char>(stream.get());
  stream.seekp(static_cast<std::streamoff>(place + bytes / 2));
  stream.put(static_cast<char>(before ^ 0x10));
  stream.close();
  EXPECT_NE(complaint().find("the file is cut short or damaged: "), std::string::npos);
}

TEST_F(ResultFault, AnUnknownGroupOffersTheNearest) {
  write();
  EXPECT_EQ(complaint("annual/coridor"),
            path_.string() + ": error: no group /annual/coridor\n   hint: did you mean /annual/corridor?\n");
}

TEST_F(ResultFault, InfoTellsWhatIsInAFile) {
  write();
  const ResultInfo info = read_result_info(path_);
  EXPECT_EQ(info.status, "complete");
  EXPECT_EQ(info.scenarios, (std::vector<std::string>{"baseline", "npl-fee-cap"}));
  EXPECT_EQ(info.replicates, 3);
  EXPECT_EQ(info.months, 4);
  EXPECT_EQ(info.seed, 7);
  EXPECT_EQ(info.engine_version, "0.1.0");
  EXPECT_EQ(info.semantics_version, 1);
  EXPECT_EQ(info.indicators, 4);  // deployments (twice), cost (and _both), days, remittances; no codes, no texts
  EXPECT_EQ(info.digest, "sj1:7c1e0a94d2b35f68");
  EXPECT_EQ(info.title, "Fee cap – नेपाल");
  EXPECT_EQ(info.question, "What does a cap do?");
  EXPECT_EQ(info.record, record_json(synthetic::provenance()));
}

}  // namespace
}  // namespace sojourn::io
