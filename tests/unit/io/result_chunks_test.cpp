// Chunks that we pack ourselves are read by HDF5 as its own.
#include <gtest/gtest.h>

#include <hdf5.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <numeric>
#include <thread>

#include "io/hdf5_chunks.hpp"
#include "io/result_writer.hpp"
#include "result_synthetic.hpp"

namespace sojourn::io::hdf5 {
namespace {

template <class Number>
std::span<const unsigned char> bytes_of(const std::vector<Number>& values) {
  return {reinterpret_cast<const unsigned char*>(values.data()), values.size() * sizeof(Number)};
}

// A file of one chunk with the filters of results, ours put in place of what HDF5 would store where one is given; what
// HDF5 reads back of it, and the bytes that lie there.
struct Stored {
  std::vector<std::int32_t> values;
  std::vector<unsigned char> bytes;
};

Stored through_hdf5(const std::vector<std::int32_t>& values, int level, const PackedChunk* mine) {
  const std::string name = testing::TempDir() + "sojourn_chunk.h5";
  const hid_t file = H5Fcreate(name.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
  const hsize_t length = values.size(), begin = 0;
  const hid_t space = H5Screate_simple(1, &length, nullptr);
  const hid_t properties = H5Pcreate(H5P_DATASET_CREATE);
  H5Pset_chunk(properties, 1, &length);
  if (level > 0) {
    H5Pset_shuffle(properties);
    H5Pset_deflate(properties, static_cast<unsigned>(level));
  }
  H5Pset_fletcher32(properties);
  const hid_t dataset = H5Dcreate2(file, "values", H5T_STD_I32LE, space, H5P_DEFAULT, properties, H5P_DEFAULT);
  if (mine == nullptr) H5Dwrite(dataset, H5T_NATIVE_INT32, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
  else H5Dwrite_chunk(dataset, H5P_DEFAULT, mine->filters_left_out, &begin, mine->bytes.size(), mine->bytes.data());
  H5Dflush(dataset);
  Stored stored{.values = std::vector<std::int32_t>(values.size(), -1), .bytes = {}};
  hsize_t size = 0;
  H5Dget_chunk_storage_size(dataset, &begin, &size);
  stored.bytes.resize(size);
  std::uint32_t filters_left_out = 0;
  H5Dread_chunk(dataset, H5P_DEFAULT, &begin, &filters_left_out, stored.bytes.data());
  H5Dclose(dataset);
  H5Pclose(properties);
  H5Sclose(space);
  H5Fclose(file);
  // From the disk, since HDF5 would answer from its cache.
  const hid_t again = H5Fopen(name.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
  const hid_t there = H5Dopen2(again, "values", H5P_DEFAULT);
  EXPECT_GE(H5Dread(there, H5T_NATIVE_INT32, H5S_ALL, H5S_ALL, H5P_DEFAULT, stored.values.data()), 0);
  H5Dclose(there);
  H5Fclose(again);
  std::remove(name.c_str());
  return stored;
}

std::string bytes_of_file(const std::string& name) {
  std::ifstream file{name, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

TEST(PackedChunks, AreReadByHdf5AsItsOwn) {
  for (const std::size_t count : {1U, 2U, 3U, 359U, 360U, 361U, 5003U}) {
    std::vector<std::int32_t> values(count);
    std::iota(values.begin(), values.end(), 65'530);
    for (std::size_t i = 0; i < count; i += 3) values[i] *= -30'403;
    for (const int level : {0, 1, 6}) {
      const PackedChunk mine = packed(bytes_of(values), sizeof(std::int32_t), level);
      EXPECT_EQ(through_hdf5(values, level, &mine).values, values) << count << " values, level " << level;
      const Stored theirs = through_hdf5(values, level, nullptr);
      if (level == 0) EXPECT_EQ(mine.bytes, theirs.bytes) << count << " values";
      else EXPECT_LE(mine.bytes.size(), theirs.bytes.size() + theirs.bytes.size() / 20 + 16) << count << " values, level " << level;
    }
  }
}

TEST(PackedChunks, HaveAChecksumOfOddNumbersOfBytesToo) {
  // The usual check value of Fletcher-32 is F04FC729, from words with the low byte first; HDF5 has the high byte first.
  const std::vector<unsigned char> bytes{'a', 'b', 'c', 'd', 'e'};
  EXPECT_EQ(fletcher32(bytes), 0x4ff029c7U);
}

TEST(PackedChunks, BeginWhereTheirValuesLie) {
  const Lengths lengths{2, 3, 4, 5}, chunk{1, 1, 4, 5};
  EXPECT_TRUE(chunks_are_runs(lengths, chunk));
  EXPECT_EQ(chunk_begin(lengths, chunk, 0), (Lengths{0, 0, 0, 0}));
  EXPECT_EQ(chunk_begin(lengths, chunk, 4), (Lengths{1, 1, 0, 0}));
}

TEST(PackedChunks, AreLeftToHdf5WhereTheyAreParts) {
  EXPECT_FALSE(chunks_are_runs({3, 7}, {1, 4}));
  EXPECT_FALSE(chunks_are_runs({3, 7}, {2, 7}));
  EXPECT_TRUE(chunks_are_runs({3, 7}, {3, 7}));
}

TEST(PackedChunks, GiveTheSameFileInAnyOrderOfWork) {
  const std::string one = testing::TempDir() + "sojourn_in_order.h5", other = testing::TempDir() + "sojourn_backwards.h5";
  write_results(one, synthetic::result(), synthetic::provenance(), {.force = true});
  const ForEach backwards = [](std::size_t count, const std::function<void(std::size_t)>& body) {
    while (count-- > 0) body(count);
  };
  std::this_thread::sleep_for(std::chrono::milliseconds{1100});  // no time of writing is in the bytes
  write_results(other, synthetic::result(), synthetic::provenance(), {.force = true, .for_each = backwards});
  EXPECT_FALSE(bytes_of_file(one).empty());
  EXPECT_TRUE(bytes_of_file(one) == bytes_of_file(other));
  std::remove(one.c_str());
  std::remove(other.c_str());
}

}  // namespace
}  // namespace sojourn::io::hdf5
