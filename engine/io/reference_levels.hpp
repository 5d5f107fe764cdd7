#pragma once
// Published levels that a baseline should meet: one typed row each, tied to the rows of outcomes.csv that it rests on.
#include <filesystem>
#include <vector>

#include "core/diagnostic.hpp"
#include "io/reference_row.hpp"

namespace sojourn::io {

inline constexpr const char* levels_table_name = "levels.csv";

/// Rows of `levels.csv` in the folder of evidence tables; none if it is not there. Adds every defect: what the other
/// evidence tables are held to, measures that cannot be computed, ranges that end before they begin, and rows of
/// outcomes.csv that are not there or say another value than the one stated.
[[nodiscard]] std::vector<PublishedLevelRow> read_levels(const std::filesystem::path& folder, const CountryCodes& codes,
                                                         std::vector<Diagnostic>& findings);

}  // namespace sojourn::io
