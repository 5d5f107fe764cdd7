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

/// Makes certificates of a share of workers count beside those that others make count: 1 - (1 - a)(1 - b).
inline void recognise(MarketTerms& terms, double share) noexcept {
  if (share <= 0) return;
  terms.recognition_missed_ln += missed_ln(share);
  terms.skills_recognised = -std::expm1(-terms.recognition_missed_ln);
}

}  // namespace sojourn::model
