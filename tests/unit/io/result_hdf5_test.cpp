// The rules of the format as the HDF5 library sees them (docs/formats/results.md, "Rules").
#include <gtest/gtest.h>
#include <hdf5.h>
#include <hdf5_hl.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "io/result_writer.hpp"
#include "unit/io/result_synthetic.hpp"

namespace sojourn::io {
namespace {

class ResultHdf5 : public testing::Test {
 protected:
  // A file for each test: CTest runs them side by side.
  ResultHdf5() : name_{std::string{"hdf5-"} + testing::UnitTest::GetInstance()->current_test_info()->name() + ".h5"} {
    write_results(name_, synthetic::result(), synthetic::provenance(), {.force = true});
    file_ = H5Fopen(name_.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
  }
  ~ResultHdf5() override {
    H5Fclose(file_);
    std::filesystem::remove(name_);
  }

  /// The creation properties of a dataset or group.
  hid_t properties_of(const std::string& path) const {
    const hid_t object = H5Oopen(file_, path.c_str(), H5P_DEFAULT);
    const hid_t properties =
        H5Iget_type(object) == H5I_DATASET ? H5Dget_create_plist(object) : H5Gget_create_plist(object);
    H5Oclose(object);
    return properties;
  }
  std::vector<hsize_t> chunk_of(const std::string& path) const {
    const hid_t properties = properties_of(path);
    hsize_t chunk[8] = {};
    const int rank = H5Pget_layout(properties) == H5D_CHUNKED ? H5Pget_chunk(properties, 8, chunk) : 0;
    H5Pclose(properties);
    return {chunk, chunk + rank};
  }
  std::string name_;
  hid_t file_ = H5I_INVALID_HID;
};

TEST_F(ResultHdf5, ChunksHoldOneScenarioAndReplicateOrStatistic) {
  EXPECT_EQ(chunk_of("/monthly/origin/deployments"), (std::vector<hsize_t>{1, 1, 4, 2, 2}));
  EXPECT_EQ(chunk_of("/effects/period/deployments"), (std::vector<hsize_t>{1, 1, 2, 2}));
  EXPECT_EQ(chunk_of("/effects/period/deployments_same_sign_percent"), (std::vector<hsize_t>{1, 2, 2}));
  EXPECT_EQ(chunk_of("/annual/corridor/corridor_origin"), (std::vector<hsize_t>{3}));
}

TEST_F(ResultHdf5, NumbersAreShuffledCompressedAndChecked) {
  for (const char* path : {"/monthly/origin/deployments", "/monthly/origin/month", "/effects/period/deployments"}) {
    const hid_t properties = properties_of(path);
    std::vector<H5Z_filter_t> filters;
    for (int i = 0; i < H5Pget_nfilters(properties); ++i) {
      unsigned flags = 0;
      std::size_t count = 0;
      filters.push_back(
          H5Pget_filter2(properties, static_cast<unsigned>(i), &flags, &count, nullptr, 0, nullptr, nullptr));
    }
    H5Pclose(properties);
    EXPECT_EQ(filters, (std::vector<H5Z_filter_t>{H5Z_FILTER_SHUFFLE, H5Z_FILTER_DEFLATE, H5Z_FILTER_FLETCHER32}))
        << path;
  }
}

TEST_F(ResultHdf5, CreationOrderIsTracked) {
  constexpr unsigned both = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
  for (const char* path : {"/", "/monthly", "/monthly/origin", "/measures/log", "/monthly/origin/deployments",
                           "/monthly/origin/origin", "/provenance/record"}) {
    const hid_t properties = properties_of(path);
    unsigned of_attributes = 0;
    EXPECT_GE(H5Pget_attr_creation_order(properties, &of_attributes), 0);
    EXPECT_EQ(of_attributes, both) << path;
    if (H5Pisa_class(properties, H5P_GROUP_CREATE) > 0) {
      unsigned of_links = 0;
      EXPECT_GE(H5Pget_link_creation_order(properties, &of_links), 0);
      EXPECT_EQ(of_links, both) << path;
    }
    H5Pclose(properties);
  }
}

TEST_F(ResultHdf5, CountsCarryNoFillValueAndMeansCarryNaN) {
  H5D_fill_value_t of_counts{}, of_means{};
  for (auto& [path, fill] : {std::pair{"/monthly/origin/deployments", &of_counts},
                             std::pair{"/monthly/origin/mean_recruitment_cost_usd", &of_means}}) {
    const hid_t properties = properties_of(path);
    H5Pfill_value_defined(properties, fill);
    H5Pclose(properties);
  }
  EXPECT_EQ(of_counts, H5D_FILL_VALUE_DEFAULT);
  EXPECT_EQ(of_means, H5D_FILL_VALUE_USER_DEFINED);
  EXPECT_EQ(H5Aexists_by_name(file_, "/monthly/origin/deployments", "_FillValue", H5P_DEFAULT), 0);
  EXPECT_GT(H5Aexists_by_name(file_, "/monthly/origin/mean_recruitment_cost_usd", "_FillValue", H5P_DEFAULT), 0);
}

TEST_F(ResultHdf5, EveryAxisHasItsScaleAttachedAndItIsAScaleOfThatName) {
  const Group group = synthetic::monthly_origin();
  const hid_t variable = H5Dopen2(file_, "/monthly/origin/deployments", H5P_DEFAULT);
  for (unsigned i = 0; i < group.axes.size(); ++i) {
    const hid_t scale = H5Dopen2(file_, ("/monthly/origin/" + group.axes[i].name).c_str(), H5P_DEFAULT);
    EXPECT_GT(H5DSis_scale(scale), 0);
    EXPECT_GT(H5DSis_attached(variable, scale, i), 0) << group.axes[i].name;
    char name[64] = {};
    H5DSget_scale_name(scale, name, sizeof name);
    EXPECT_EQ(name, group.axes[i].name);
    H5Dclose(scale);
  }
  H5Dclose(variable);
}

TEST_F(ResultHdf5, TheLibraryStillPrintsItsErrorsForOthers) {
  H5E_auto2_t print = nullptr;
  void* data = nullptr;
  H5Eget_auto2(H5E_DEFAULT, &print, &data);
  EXPECT_NE(print, nullptr);
}

TEST(ResultChunks, OfMoreThanSixtyFourMebibytesAreSplit) {
  constexpr const char* name = "result-large.h5";
  constexpr std::int32_t months = 130, cells = 200'000;  // 104 MB: one run of a wide table
  ResultFile file;
  file.attributes = {{"digest", "sj1:0000000000000001"}};
  Group group{"/monthly/wide", {synthetic::text_axis("scenario", {"baseline"})}, {}, {}};
  group.axes.push_back({"month", synthetic::counts(months), {}});
  group.axes.push_back({"cell", synthetic::counts(cells), {}});
  group.variables = {
      {"persons", {"scenario", "month", "cell"}, std::vector<std::int32_t>(std::size_t{months} * cells), {}}};
  file.groups = {group};
  write_results(name, file, {}, {.force = true});
  const hid_t opened = H5Fopen(name, H5F_ACC_RDONLY, H5P_DEFAULT);
  const hid_t dataset = H5Dopen2(opened, "/monthly/wide/persons", H5P_DEFAULT);
  const hid_t properties = H5Dget_create_plist(dataset);
  hsize_t chunk[3] = {};
  H5Pget_chunk(properties, 3, chunk);
  EXPECT_EQ(chunk[0], 1U);
  EXPECT_EQ(chunk[1], 65U);
  EXPECT_EQ(chunk[2], 200'000U);
  H5Pclose(properties);
  H5Dclose(dataset);
  H5Fclose(opened);
  std::filesystem::remove(name);
}

}  // namespace
}  // namespace sojourn::io
