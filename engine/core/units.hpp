#pragma once
// Units as types: a monthly wage passed where a monthly hazard was meant does not compile.
#include <compare>
#include <cstdint>

namespace sojourn {

/// A number that carries its unit and nothing else.
template <class Unit>
class Quantity {
  double value_{};

 public:
  constexpr Quantity() noexcept = default;
  constexpr explicit Quantity(double value) noexcept : value_{value} {}
  [[nodiscard]] constexpr double value() const noexcept { return value_; }
  friend constexpr auto operator<=>(Quantity, Quantity) noexcept = default;
};

using Usd = Quantity<struct UsdUnit>;                  ///< US dollars of the study's price year
using UsdPerMonth = Quantity<struct UsdPerMonthUnit>;  ///< a wage, an instalment, a living cost
using Months = Quantity<struct MonthsUnit>;
using PerMonth = Quantity<struct PerMonthUnit>;        ///< a hazard, per person-month at risk

/// Money that is paid, owed or summed: whole US cents, so that every sum is exact and free of order.
using Cents = std::int64_t;

/// Nearest cent, halves away from zero. Amounts of the model stay far below 2^53 cents.
[[nodiscard]] constexpr Cents to_cents(double usd) noexcept {
  return static_cast<Cents>(usd * 100.0 + (usd < 0 ? -0.5 : 0.5));
}
[[nodiscard]] constexpr double to_usd(Cents cents) noexcept { return static_cast<double>(cents) / 100.0; }

}  // namespace sojourn
