#pragma once
// Numbers as people read them: thousands separated, no more digits than are known.
#include <cstdint>
#include <string>

namespace sojourn::cli {

/// `12,345.60` with that many decimals (0 to 9), rounded to nearest.
[[nodiscard]] std::string with_separators(double value, int decimals = 0);

/// Decimals (negative: tens, hundreds) at which the largest of the three shows three significant digits, or two once
/// that would take more than two decimals.
[[nodiscard]] int decimals_shown(double effect, double lower, double upper);

/// `-1.53` or `+1,190` rounded at `decimals` (negative: at tens, hundreds); `0` carries no sign.
[[nodiscard]] std::string signed_number(double value, int decimals);

/// Three significant digits, thousands separated: `1,050`, `0.0123`.
[[nodiscard]] std::string three_digits(double value);

/// `5 min 48 s`, `48 s`, `2 h 5 min`.
[[nodiscard]] std::string duration_text(double seconds);

/// Of a file, in powers of ten: `116 MB`.
[[nodiscard]] std::string file_size_text(std::uint64_t bytes);

/// Of memory, in powers of two: `3.0 GiB`.
[[nodiscard]] std::string memory_text(std::uint64_t bytes);

}  // namespace sojourn::cli
