#pragma once
// Women, men and the gap between them under each scenario, as the terminal prints it.
#include "model/base_year.hpp"
#include "study/outcome.hpp"
#include "study/series.hpp"

namespace sojourn::study {

/// One table for each scenario, over the simulated origins and the recorded months; sums are per year.
[[nodiscard]] std::vector<GapTable> gap_tables_of(const Study& study, const model::BaseYear& base, const Runs& runs);

}  // namespace sojourn::study
