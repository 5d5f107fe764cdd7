#pragma once
// Entry without papers where a border can be crossed: how many take that way, by what papers cost (MODEL 5.2, 5.12).
#include "core/units.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// What the cheapest regular way into a market takes.
struct RegularWay {
  Usd cost;                    ///< papers and rent, as expected under the rules in force
  Months waiting;              ///< from acceptance to departure
  UsdPerMonth gained_a_month;  ///< by being abroad rather than at home: what a month of waiting forgoes
};
/// Burden of that way, USD: cost with interest, and the months of waiting.
[[nodiscard]] Usd regular_burden(const RegularWay& way, const Parameters& parameters) noexcept;

/// Share of those who seek work in a market and would cross without papers: the base year's odds times
/// exp((burden now - burden then) / (channel_choice_scale x search_scale_usd)). Exactly `base_share` where the burden is the
/// same, and 0 where that is 0.
[[nodiscard]] double irregular_share(double base_share, Usd burden_now, Usd burden_then, const Parameters& parameters);

/// Share of seekers that gives a share of entries: fewer drop out on the shorter way, which takes `border_crossing_months`.
[[nodiscard]] double share_of_seekers(double share_of_entries, Months regular_waiting, const Parameters& parameters);

/// Hazard of removal, or of giving up, where a border can be crossed: what is left of one over the corridor's mean stay when
/// other exits are taken off, those by harm as often as irregular workers meet it; at most `removal_per_year`, at least 0.
[[nodiscard]] PerMonth removal_where_crossed(Months mean_stay, PerMonth other_exits, PerMonth exits_by_harm,
                                             const Parameters& parameters) noexcept;

}  // namespace sojourn::model
