#pragma once
// What a published level can be compared with: ratios of counts, by name.
#include <string>
#include <string_view>
#include <vector>

#include "model/indicators.hpp"

namespace sojourn::io {

/// The ratio of that name: one of the indicator catalogue, or one that only levels are compared with
/// (docs/model/levels.md). Nothing for other names, and for indicators that are no ratio.
[[nodiscard]] const model::Indicator* level_measure(std::string_view name);

/// Every name that `level_measure` knows, those of levels first.
[[nodiscard]] std::vector<std::string> level_measure_names();

}  // namespace sojourn::io
