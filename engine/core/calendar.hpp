#pragma once
// Calendar months: the only clock of the model.
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sojourn {

/// A calendar month, counted from January of year 0.
class Month {
  std::int32_t count_{};

 public:
  constexpr Month() noexcept = default;
  constexpr explicit Month(std::int32_t months_since_year_0) noexcept : count_{months_since_year_0} {}
  constexpr Month(std::int32_t year, std::int32_t month_of_year) noexcept : count_{year * 12 + month_of_year - 1} {}
  [[nodiscard]] constexpr std::int32_t count() const noexcept { return count_; }
  [[nodiscard]] constexpr std::int32_t year() const noexcept { return count_ / 12; }
  /// 1 to 12.
  [[nodiscard]] constexpr std::int32_t of_year() const noexcept { return count_ % 12 + 1; }
  friend constexpr auto operator<=>(Month, Month) noexcept = default;
  friend constexpr Month operator+(Month month, std::int32_t months) noexcept { return Month{month.count_ + months}; }
  friend constexpr std::int32_t operator-(Month later, Month earlier) noexcept { return later.count_ - earlier.count_; }
};

/// Reads `"2026-07"`; nothing for anything else (a day included). Years 1900 to 2200.
[[nodiscard]] std::optional<Month> parse_month(std::string_view text) noexcept;
/// `"2026-07"`.
[[nodiscard]] std::string to_string(Month month);
/// Days from 1970-01-01 to the first of `month` (proleptic Gregorian calendar).
[[nodiscard]] std::int32_t days_since_1970(Month month) noexcept;

}  // namespace sojourn
