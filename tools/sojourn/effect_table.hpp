#pragma once
// The answer on the terminal: paired effects with their intervals, women, men and both (INTERFACE 3).
#include <string>
#include <vector>

#include "study/outcome.hpp"

namespace sojourn::cli {

/// `Effect of npl-fee-cap against baseline, Nepal, 2026-07 to 2035-12 (90 % intervals, 32 pairs)`
[[nodiscard]] std::string effect_title(const study::Headline& headline, double interval_percent);

/// `-412 (-505 to -331)`, or `no clear change (-620 to +240)` if the interval holds zero, or why there is no number.
[[nodiscard]] std::string effect_cell(const study::EffectRow& row);

/// True if every interval lies within 3 % of the baseline's value on both sides: then one line says it all.
[[nodiscard]] bool is_small(const study::Headline& headline);

/// The rows below the title. Columns women, men, both; below one another where `width` (0: unlimited) is too narrow.
[[nodiscard]] std::string effect_rows(const study::Headline& headline, int width);

}  // namespace sojourn::cli
