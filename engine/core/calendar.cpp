#include "core/calendar.hpp"

#include <chrono>

namespace sojourn {

std::optional<Month> parse_month(std::string_view text) noexcept {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  std::int32_t digits[6]{};
  for (std::size_t i = 0, k = 0; i < 7; ++i) {
    if (i == 4) continue;
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    digits[k++] = text[i] - '0';
  }
  const std::int32_t year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3];
  const std::int32_t month = digits[4] * 10 + digits[5];
  if (year < 1900 || year > 2200 || month < 1 || month > 12) return std::nullopt;
  return Month{year, month};
}

std::string to_string(Month month) {
  const auto two = [](std::int32_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  std::string year = std::to_string(month.year());
  year.insert(0, year.size() < 4 ? 4 - year.size() : 0, '0');
  return year + "-" + two(month.of_year());
}

std::int32_t days_since_1970(Month month) noexcept {
  const std::chrono::year_month_day first{std::chrono::year{month.year()},
                                          std::chrono::month{static_cast<unsigned>(month.of_year())},
                                          std::chrono::day{1}};
  return static_cast<std::int32_t>(std::chrono::sys_days{first}.time_since_epoch().count());
}

}  // namespace sojourn
