#pragma once
// What a published case can be measured by: indicators and a few sums that only cases ask for, by name.
#include <string>
#include <string_view>
#include <vector>

#include "model/indicators.hpp"

namespace sojourn::io {

/// The flow, stock or ratio of that name: an indicator of the catalogue, a ratio of published levels (level_measure), or
/// one that only cases use (docs/model/cases.md). Nothing for other names, and for medians and percentiles.
[[nodiscard]] const model::Indicator* case_measure(std::string_view name);

/// Every name that `case_measure` knows, those of cases first.
[[nodiscard]] std::vector<std::string> case_measure_names();

}  // namespace sojourn::io
