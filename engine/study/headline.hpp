#pragma once
// The comparison that the terminal prints.
#include "model/base_year.hpp"
#include "study/outcome.hpp"
#include "study/series.hpp"

namespace sojourn::study {

/// First month in which two scenarios can differ: the earliest start of a lever, growth or parameter that they do not share.
[[nodiscard]] Month first_difference(const Study& study, std::size_t scenario, std::size_t baseline);
/// One headline for each scenario that is compared; origins are those that the differing levers told apart, else all.
[[nodiscard]] std::vector<Headline> headlines_of(const Study& study, const model::BaseYear& base, const Runs& runs);

}  // namespace sojourn::study
