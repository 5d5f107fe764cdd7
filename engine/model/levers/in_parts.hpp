#pragma once
#include <cmath>

namespace sojourn::model {

/// A capacity in whole parts of 2^-20, so that the sum over levers is exact and their order moves nothing.
[[nodiscard]] inline double in_parts(double capacity) noexcept { return std::round(capacity * 0x1p20) * 0x1p-20; }

}  // namespace sojourn::model
