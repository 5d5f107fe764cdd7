#pragma once
// What holds for a result file before a byte of it is written: shapes, names, rounding, the digest of its content.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "io/dataset.hpp"
#include "io/for_each.hpp"

namespace sojourn::io {

/// The nearest number of five significant decimal digits, as a float; NaN and infinities stay, -0 becomes 0.
/// Deterministic: no call of the C library's log or pow.
[[nodiscard]] float five_significant_digits(float value) noexcept;
[[nodiscard]] std::vector<float> five_significant_digits(const std::vector<float>& values);

/// `text` with every byte that is not UTF-8, and every NUL, replaced by U+FFFD: readers refuse other text.
[[nodiscard]] std::string valid_utf8(std::string_view text);

[[nodiscard]] std::size_t value_count(const Values& values) noexcept;
/// The axis of that name; null if the group has none.
[[nodiscard]] const Axis* find_axis(const Group& group, std::string_view name) noexcept;

/// Promises between the maker of a result and its writer: names fit for netCDF and unique, every variable over axes of
/// its group with exactly as many values as cells, distinct labels, no attribute that the format uses itself.
/// \throws std::logic_error naming the group, the variable and what is wrong: a fault of the engine, not of the user.
void check_layout(const std::vector<const Group*>& groups);
void check_layout(const ResultFile& file);

/// Digest of what is stored, `sj1:...`: path, type, shape and bytes of every axis and variable, groups by path,
/// variables as written; independent of compression and of the order of groups. `/timing` is left out.
[[nodiscard]] std::string file_digest(const std::vector<const Group*>& groups, const ForEach& for_each);
[[nodiscard]] std::string file_digest(const ResultFile& file);

}  // namespace sojourn::io
