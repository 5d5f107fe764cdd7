#pragma once
// Levers that start or end when an indicator says so: the common keys `start_when` and `end_when` (INTERFACE 2).
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/indicators.hpp"

namespace sojourn::model {

/// "Above, or below, so much for so many months, in these places."
struct Trigger {
  std::string indicator;       ///< of the catalogue, one for which `can_be_watched`
  bool above = true;           ///< else below; a value that is equal is neither
  double value = 0;            ///< in the indicator's unit; flows are those of one month
  int for_months = 1;          ///< one after the other
  std::vector<bool> origins{};       ///< by OriginId
  std::vector<bool> destinations{};  ///< by DestinationId
  friend bool operator==(const Trigger&, const Trigger&) = default;
};

/// Whether an indicator can be computed from the counts of one month: flows, stocks and ratios; no median and no
/// percentile, which need the distribution of a longer time.
[[nodiscard]] bool can_be_watched(const Indicator& indicator) noexcept;
/// Whether the counts of a month, summed over the trigger's places, say so. Never where the denominator is zero.
[[nodiscard]] bool is_met(const Trigger& trigger, std::span<const std::int64_t> sums, double scale);

}  // namespace sojourn::model
