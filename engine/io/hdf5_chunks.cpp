#include "io/hdf5_chunks.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <bit>
#include <memory>
#include <new>
#include <type_traits>
#include <variant>

#include "io/result_layout.hpp"

namespace sojourn::io::hdf5 {
namespace {

/// A chunk is one scenario and replicate; beyond this size it is split, since HDF5 takes chunks below 4 GiB only and
/// readers decompress a whole one for a single number.
constexpr hsize_t largest_chunk_bytes = hsize_t{64} << 20U;

constexpr std::uint32_t deflate_left_out = 1U << 1U;  // the second filter

/// All first bytes, then all second bytes, ...: bytes that vary little side by side.
std::vector<unsigned char> shuffled(std::span<const unsigned char> values, std::size_t value_bytes) {
  std::vector<unsigned char> planes(values.size());
  const std::size_t count = values.size() / value_bytes;
  for (std::size_t b = 0; b < value_bytes; ++b) {
    for (std::size_t i = 0; i < count; ++i) planes[b * count + i] = values[i * value_bytes + b];
  }
  return planes;
}

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const noexcept { libdeflate_free_compressor(compressor); }
};

/// What HDF5's deflate filter reads, made by libdeflate: in a third of the time that zlib takes. Empty if that would be no
/// smaller: the chunk is then stored as it is.
std::vector<unsigned char> deflated(const std::vector<unsigned char>& bytes, int level) {
  const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor{libdeflate_alloc_compressor(level)};
  if (!compressor) throw std::bad_alloc{};
  std::vector<unsigned char> out(bytes.size());
  out.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

template <class Number>
PackedChunk packed_run(std::span<const Number> run, int level) {
  return packed({reinterpret_cast<const unsigned char*>(run.data()), run.size_bytes()}, sizeof(Number), level);
}

/// Run `number` of as many as the variable has chunks.
PackedChunk packed_run(const Values& values, std::size_t number, std::size_t chunks, int level) {
  const auto pack_some = [&](const auto& some) -> PackedChunk {
    using Number = typename std::decay_t<decltype(some)>::value_type;
    if constexpr (std::is_arithmetic_v<Number>) {
      const std::size_t count = some.size() / chunks;
      const std::span<const Number> run{some.data() + number * count, count};
      if constexpr (std::is_same_v<Number, float>) {
        const std::vector<float> rounded = five_significant_digits({run.begin(), run.end()});
        return packed_run(std::span<const float>{rounded}, level);
      } else {
        return packed_run(run, level);
      }
    }
    return {};
  };
  return std::visit(pack_some, values);
}

std::size_t value_bytes(const Values& values) noexcept {
  return std::visit([](const auto& some) { return sizeof(some[0]); }, values);
}

/// Number of chunks that pack() makes of a variable.
std::size_t runs_of(const Group& group, const Variable& variable) {
  const Lengths lengths = lengths_of(group, variable);
  const std::size_t count = value_count(variable.values);
  if (lengths.empty() || count == 0 || std::holds_alternative<Text>(variable.values)) return 0;
  const Lengths chunk = chunk_of(variable.axes, lengths, value_bytes(variable.values));
  if (!chunks_are_runs(lengths, chunk)) return 0;
  std::size_t each = 1;
  for (const hsize_t length : chunk) each *= length;
  return count / each;
}

}  // namespace

std::vector<PackedVariable> pack(const Group& group, int level, const ForEach& for_each) {
  struct Job {
    std::size_t variable, number;
  };
  std::vector<PackedVariable> all(group.variables.size());
  std::vector<Job> jobs;
  for (std::size_t v = 0; v < all.size(); ++v) {
    all[v].resize(runs_of(group, group.variables[v]));
    for (std::size_t number = 0; number < all[v].size(); ++number) jobs.push_back({v, number});
  }
  for_each(jobs.size(), [&](std::size_t j) {
    const auto [v, number] = jobs[j];
    all[v][number] = packed_run(group.variables[v].values, number, all[v].size(), level);
  });
  return all;
}

Lengths lengths_of(const Group& group, const Variable& variable) {
  Lengths lengths;
  for (const std::string& name : variable.axes) lengths.push_back(value_count(find_axis(group, name)->labels));
  return lengths;
}

Lengths chunk_of(const std::vector<std::string>& axes, const Lengths& lengths, std::size_t value_bytes) {
  Lengths chunk = lengths;
  if (!axes.empty() && axes[0] == "scenario") chunk[0] = 1;
  if (axes.size() > 1 && (axes[1] == "replicate" || axes[1] == "stat") && axes[0] == "scenario") chunk[1] = 1;
  const auto bytes = [&] {
    hsize_t product = value_bytes;
    for (const hsize_t length : chunk) product *= length;
    return product;
  };
  while (bytes() > largest_chunk_bytes) {
    auto& first_long = *std::ranges::find_if(chunk, [](hsize_t length) { return length > 1; });
    first_long = (first_long + 1) / 2;
  }
  return chunk;
}

bool chunks_are_runs(const Lengths& lengths, const Lengths& chunk) noexcept {
  if constexpr (std::endian::native != std::endian::little) return false;
  std::size_t axis = 0;
  while (axis < chunk.size() && chunk[axis] == 1) ++axis;
  return std::equal(chunk.begin() + static_cast<std::ptrdiff_t>(axis), chunk.end(), lengths.begin() + static_cast<std::ptrdiff_t>(axis));
}

Lengths chunk_begin(const Lengths& lengths, const Lengths& chunk, std::size_t number) {
  Lengths begin(lengths.size());
  for (std::size_t axis = lengths.size(); axis-- > 0;) {
    const hsize_t along = (lengths[axis] + chunk[axis] - 1) / chunk[axis];
    begin[axis] = number % along * chunk[axis];
    number /= along;
  }
  return begin;
}

PackedChunk packed(std::span<const unsigned char> values, std::size_t value_bytes, int level) {
  PackedChunk chunk;
  if (level > 0) {
    const std::vector<unsigned char> planes = shuffled(values, value_bytes);
    chunk.bytes = deflated(planes, level);
    if (chunk.bytes.empty()) {
      chunk.bytes = planes;
      chunk.filters_left_out = deflate_left_out;
    }
  } else {
    chunk.bytes.assign(values.begin(), values.end());
  }
  const std::uint32_t sum = fletcher32(chunk.bytes);
  for (unsigned shift = 0; shift < 32; shift += 8) chunk.bytes.push_back(static_cast<unsigned char>(sum >> shift));
  return chunk;
}

std::uint32_t fletcher32(std::span<const unsigned char> bytes) noexcept {
  // Words of two bytes, the first one high; sums are folded before they can overflow (H5checksum.c).
  constexpr std::size_t words_at_once = 360;
  std::uint32_t first = 0, second = 0;
  const auto fold = [](std::uint32_t sum) { return (sum & 0xffffU) + (sum >> 16U); };
  const std::size_t words = bytes.size() / 2;
  for (std::size_t w = 0; w < words;) {
    for (const std::size_t end = std::min(words, w + words_at_once); w < end; ++w) {
      first += static_cast<std::uint32_t>(bytes[2 * w] << 8U | bytes[2 * w + 1]);
      second += first;
    }
    first = fold(first);
    second = fold(second);
  }
  if (bytes.size() % 2 != 0) {
    first += static_cast<std::uint32_t>(bytes.back() << 8U);
    second += first;
    first = fold(first);
    second = fold(second);
  }
  return fold(second) << 16U | fold(first);
}

}  // namespace sojourn::io::hdf5
