#include "number_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace sojourn::cli {
namespace {

/// Exponent of ten of the first digit; 0 for zero.
int magnitude(double value) { return value == 0 ? 0 : static_cast<int>(std::floor(std::log10(std::abs(value)))); }

/// Rounds at `decimals`, which may be negative.
double rounded(double value, int decimals) {
  const double step = std::pow(10.0, -decimals);
  return std::round(value / step) * step;
}

}  // namespace

std::string with_separators(double value, int decimals) {
  if (!std::isfinite(value)) return "unknown";
  std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
  const bool is_zero = digits.find_first_of("123456789") == std::string::npos;
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  for (std::size_t at = whole; at > 3; at -= 3) digits.insert(at - 3, ",");
  return (value < 0 && !is_zero ? "-" : "") + digits;
}

int decimals_shown(double effect, double lower, double upper) {
  const double largest = std::max({std::abs(effect), std::abs(lower), std::abs(upper)});
  if (largest == 0 || !std::isfinite(largest)) return 0;
  const int three = 2 - magnitude(largest);
  return three <= 2 ? three : std::min(9, std::max(2, three - 1));
}

std::string signed_number(double value, int decimals) {
  const double near = rounded(value, decimals);
  const std::string text = with_separators(near, std::max(0, decimals));
  return near > 0 ? "+" + text : text;
}

std::string three_digits(double value) {
  if (!std::isfinite(value)) return "unknown";
  const int decimals = value == 0 ? 0 : std::min(9, 2 - magnitude(value));
  return with_separators(rounded(value, decimals), std::max(0, decimals));
}

std::string duration_text(double seconds) {
  const auto whole = static_cast<long long>(std::llround(std::max(0.0, seconds)));
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

std::string file_size_text(std::uint64_t bytes) {
  static constexpr std::array units{"bytes", "kB", "MB", "GB", "TB"};
  double size = static_cast<double>(bytes);
  std::size_t unit = 0;
  while (size >= 999.5 && unit + 1 < units.size()) {
    size /= 1000;
    ++unit;
  }
  return fmt::format("{:.{}f} {}", size, unit > 0 && size < 9.95 ? 1 : 0, units[unit]);
}

std::string memory_text(std::uint64_t bytes) {
  const double gib = static_cast<double>(bytes) / (1024.0 * 1024.0 * 1024.0);
  return gib >= 0.1 ? fmt::format("{:.1f} GiB", gib) : fmt::format("{:.0f} MiB", gib * 1024);
}

}  // namespace sojourn::cli
