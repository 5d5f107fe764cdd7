#pragma once
// Women, men and the gap between them under a scenario, on the terminal (sojourn run --gaps).
#include <string>

#include "study/outcome.hpp"

namespace sojourn::cli {

/// `Women and men under baseline, all 12 origins, 2026-01 to 2035-12 (90 % intervals, 10 replicates)`
[[nodiscard]] std::string gap_title(const study::GapTable& table, double interval_percent);

/// `24.6 % women (24.1 to 25.2)` of what adds up; `-1,110 (-1,190 to -1,030)` or `no clear gap (-12 to +30)` of what
/// does not, women less men; without the brackets if one replicate gives no interval; `nobody to compare`.
[[nodiscard]] std::string gap_cell(const study::GapRow& row);

/// The rows below the title. Columns women, men, gap; below one another where `width` (0: unlimited) is too narrow.
[[nodiscard]] std::string gap_rows(const study::GapTable& table, int width);

}  // namespace sojourn::cli
