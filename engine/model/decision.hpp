#pragma once
// Who seeks work abroad, for which market, and who takes an offer (MODEL 5.2): search, offer, acceptance.
#include "core/ids.hpp"
#include "core/units.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// D(T) = (1 - (1+r)^-T) / r: what a dollar a month over T months is worth today.
[[nodiscard]] double present_value_months(Months stay, double discount_per_month);

/// The lowest skill that a sector hires: elementary, medium (transport, care and health), high (professional). Assumed.
[[nodiscard]] Skill lowest_skill(Sector sector) noexcept;

/// What a person of one skill weighs about one market, before own taste and own price.
struct MarketView {
  UsdPerMonth wage;             ///< offered abroad
  UsdPerMonth home_wage;        ///< what the person earns at home
  double living_share = 0.2;    ///< of the wage, not provided by the employer
  Usd expected_cost;            ///< going recruitment cost
  double death_hazard = 0;      ///< true, per month
  bool experienced = false;     ///< has worked abroad: beliefs corrected by the own job
  Months expected_stay;
  double present_value = 0;     ///< D(expected_stay)
};

/// Perceived gain from going, USD (EQUATIONS 5.2): pay less living cost and home wage over the expected stay,
/// less cost with interest, less perceived risk of death and harm, less separation.
[[nodiscard]] Usd perceived_gain(const MarketView& market, const Parameters& parameters);

/// Cost of one dollar of recruitment cost to the person, interest included: 1 + r_b T_b / 24.
[[nodiscard]] double cost_with_interest(const Parameters& parameters) noexcept;

/// Factor of age on the search hazard: 1 to age 30, then falling by `search_hazard_age_decline_per_year`;
/// 0 outside the ages at which people go.
[[nodiscard]] double age_factor(int age_years, const Parameters& parameters);

/// Index of the network: what the share of the community abroad, or own experience, adds inside the search index.
[[nodiscard]] double network_index(double share_of_community_abroad, bool experienced, const Parameters& parameters) noexcept;

/// Share of women without experience whom family and community keep from going at all: fades as more of the community are
/// abroad. 0 for men and for the experienced.
[[nodiscard]] double kept_home_by_norms(Sex sex, bool experienced, double share_of_community_abroad, const Parameters& parameters);

/// Hazard of beginning to seek: h_max(age) * logistic((G* + sd (z - mean)) / scale + network).
[[nodiscard]] PerMonth search_hazard(Usd gain_of_all_markets, double taste, double taste_mean, double network,
                                     double age, const Parameters& parameters);

/// Gain by which somebody falls short who seeks only because seeking was made easy: what is missing to the index of `unaided`, the
/// search hazard without help, for the month's draw `drawn` to lie below it. 0 for whoever seeks without help (`drawn` < `unaided`).
[[nodiscard]] Usd short_without_help(PerMonth drawn, PerMonth unaided, double age, const Parameters& parameters);

/// The draw of acceptance, uniform in (0, 1), of who falls `short_of` so much: is below acceptance_probability(G, ...) as often as `u`
/// is below acceptance_probability(G - short_of, ...). `u` itself at 0.
[[nodiscard]] double acceptance_draw(double u, Usd short_of, const Parameters& parameters);

/// Chance of taking an offer whose terms are known.
[[nodiscard]] double acceptance_probability(Usd gain, double taste, double taste_mean, const Parameters& parameters);

/// Weight of a market in the choice: people hear of markets in proportion to recent orders and shun crowded ones.
/// `gain` includes the market constant. Irregular entry past a ban costs `irregular_cost_usd` of gain.
[[nodiscard]] double choice_weight(double recent_orders_share, double tightness, Usd gain, const Parameters& parameters);

}  // namespace sojourn::model
