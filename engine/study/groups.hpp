#pragma once
// Groups of the result file beside levels and effects: returns by reason, costs, measures, data grades.
#include "io/dataset.hpp"
#include "model/base_year.hpp"
#include "study/series.hpp"

namespace sojourn::study {

/// `/annual/returns`: returns by origin and reason.
[[nodiscard]] io::Group returns_group(const Study& study, const model::BaseYear& base, const Runs& runs);
/// `/costs`: distribution of recruitment cost in months of wage, and who received it.
[[nodiscard]] io::Group costs_group(const Study& study, const model::BaseYear& base, const Runs& runs);
/// `/measures`: every lever of every scenario, as written.
[[nodiscard]] io::Group measures_group(const Study& study);
/// `/shocks`: every shock of every scenario.
[[nodiscard]] io::Group shocks_group(const Study& study);
/// `/data`: every input level with its grade and source.
[[nodiscard]] io::Group data_group(const model::BaseYear& base);

}  // namespace sojourn::study
