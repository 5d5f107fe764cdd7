#pragma once
// The comparison that the terminal prints.
#include "model/base_year.hpp"
#include "study/outcome.hpp"
#include "study/series.hpp"

namespace sojourn::study {

/// First month, that of a lever or shock before the study's start too, in which levers and shocks that two scenarios do not
/// share act; `study.end` if they share all. A rule in force that one of them changes acts from where it is enforced otherwise.
[[nodiscard]] Month acts_first(const Study& study, std::size_t scenario, std::size_t baseline);
/// First month in which two scenarios can differ: the earliest start of a lever, growth or parameter that they do not share.
[[nodiscard]] Month first_difference(const Study& study, std::size_t scenario, std::size_t baseline);
/// Sums of a scenario's replicates over the chosen origins, for women, men and both: every indicator is read off them.
using ReplicateSums = std::vector<std::array<CellSums, 3>>;
[[nodiscard]] ReplicateSums sums_of(const Table& table, const std::vector<bool>& origins,
                                    const std::vector<sim::RunTables>& runs);
/// Values of women (0), men (1) or both (2) over the replicates; flows per year.
[[nodiscard]] std::vector<double> values_of(const ReplicateSums& all, const model::Indicator& indicator,
                                            std::size_t sex, int scale);
/// "Nepal", "Bangladesh, Nepal", "all 12 origins".
[[nodiscard]] std::string origins_label(const model::BaseYear& base, const std::vector<bool>& origins);
/// As the terminal tells it: flows per year.
[[nodiscard]] std::string label_in_headline(const model::Indicator& indicator);
[[nodiscard]] std::string unit_in_headline(const model::Indicator& indicator);

/// One headline for each scenario that is compared; origins are those that the differing levers told apart, else all.
[[nodiscard]] std::vector<Headline> headlines_of(const Study& study, const model::BaseYear& base, const Runs& runs);

}  // namespace sojourn::study
