#pragma once
// Chunks as HDF5 stores them: shuffled, deflated, with a checksum. Its own filters run in one thread only, and deflating
// is most of the time that a result takes to write; here every chunk is one piece of work. Private to io.
#include <hdf5.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "io/dataset.hpp"
#include "io/for_each.hpp"

namespace sojourn::io::hdf5 {

using Lengths = std::vector<hsize_t>;

/// One chunk, ready for H5Dwrite_chunk.
struct PackedChunk {
  std::vector<unsigned char> bytes;
  std::uint32_t filters_left_out = 0;  ///< a bit for each filter that did not serve, by its place
};

/// All chunks of a variable in the order of their values; none where HDF5 must lay the values out itself.
using PackedVariable = std::vector<PackedChunk>;

/// Packs each variable of a group, floats rounded as the file holds them; the chunks side by side.
[[nodiscard]] std::vector<PackedVariable> pack(const Group& group, int level, const ForEach& for_each);

/// Lengths of a variable's axes.
[[nodiscard]] Lengths lengths_of(const Group& group, const Variable& variable);
/// Lengths of a chunk of a variable: one scenario and replicate (or statistic), split where that is too large.
[[nodiscard]] Lengths chunk_of(const std::vector<std::string>& axes, const Lengths& lengths, std::size_t value_bytes);
/// Whether every chunk is one unbroken and whole run of the values as they lie in memory, and memory is as the file.
[[nodiscard]] bool chunks_are_runs(const Lengths& lengths, const Lengths& chunk) noexcept;
/// Where chunk `number` begins, by axis.
[[nodiscard]] Lengths chunk_begin(const Lengths& lengths, const Lengths& chunk, std::size_t number);

/// What HDF5's filters shuffle, deflate (both only if `level` is above 0) and Fletcher-32 read as the values.
[[nodiscard]] PackedChunk packed(std::span<const unsigned char> values, std::size_t value_bytes, int level);
/// Checksum of HDF5's Fletcher-32 filter.
[[nodiscard]] std::uint32_t fletcher32(std::span<const unsigned char> bytes) noexcept;

}  // namespace sojourn::io::hdf5
