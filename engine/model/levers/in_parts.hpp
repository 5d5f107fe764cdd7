#pragma once
#include <algorithm>
#include <cmath>

#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A capacity in whole parts of 2^-20, so that the sum over levers is exact and their order moves nothing.
[[nodiscard]] inline double in_parts(double capacity) noexcept { return std::round(capacity * 0x1p20) * 0x1p-20; }

/// -ln of what a share leaves over, in whole parts of 2^-40, for shares that combine as independent ones: the sum over
/// levers is exact. All is as good as 1 - e^-40.
[[nodiscard]] inline double missed_ln(double share) noexcept {
  return std::round(std::min(40.0, -std::log1p(-share)) * 0x1p40) * 0x1p-40;
}

/// Seats of several programmes add up, at the lowest fee of them: keys `seats_per_month` and `worker_pays_usd`.
inline void add_seats(const LeverSpec& lever, double enforcement, double& seats_per_month, double& fee_usd) {
  const double seats = in_parts(enforcement * lever.numbers.at("seats_per_month"));
  if (seats <= 0) return;
  const double fee = lever.numbers.at("worker_pays_usd");
  fee_usd = seats_per_month > 0 ? std::min(fee_usd, fee) : fee;
  seats_per_month += seats;
}

/// Makes certificates of a share of workers count beside those that others make count: 1 - (1 - a)(1 - b).
inline void recognise(MarketTerms& terms, double share) noexcept {
  if (share <= 0) return;
  terms.recognition_missed_ln += missed_ln(share);
  terms.skills_recognised = -std::expm1(-terms.recognition_missed_ln);
}

}  // namespace sojourn::model
