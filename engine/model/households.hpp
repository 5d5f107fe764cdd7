#pragma once
// Families left behind: income with and without remittances, the poverty line, care of young children, and what emigration
// does to wages at home (MODEL 5.17).
#include "core/person.hpp"
#include "core/random.hpp"
#include "core/units.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// The family of a person, as it is without that person: a trait of the person's key.
struct Household {
  int members = 1;            ///< at home
  double earnings_usd = 0;    ///< a month, of those at home
};
/// One member and a Poisson number more; an earner with `household_earner_share`, who earns about `home_wage`.
[[nodiscard]] Household household_of(RunKey run, PersonId person, UsdPerMonth home_wage, const Parameters& parameters);

/// Monthly amounts of money that a family has beside its own earnings.
struct HouseholdMoney {
  double received_usd = 0;      ///< remittances after their cost
  double debt_service_usd = 0;  ///< paid by those at home
};
/// Income a head and month, never below 0.
[[nodiscard]] double income_per_head_usd(const Household& household, const HouseholdMoney& money) noexcept;
/// The line, USD a head and month, from the origin's mean wage.
[[nodiscard]] double poverty_line_usd(UsdPerMonth mean_home_wage, const Parameters& parameters) noexcept;

struct PovertyStatus {
  bool poor = false;             ///< with what is received
  bool out_of_poverty = false;   ///< not poor with it, poor without
};
[[nodiscard]] PovertyStatus poverty_status(const Household& household, const HouseholdMoney& money, double line_usd) noexcept;

/// Chance that a woman of this age has a child under five.
[[nodiscard]] double young_child_probability(double age_years, const Parameters& parameters);
/// Chance that somebody of this age has a child younger than `years`: births in spans of five years, each as
/// `young_child_probability` at its age; exactly that at 5. Men as women of their age (assumed).
[[nodiscard]] double child_under_probability(double age_years, int years, const Parameters& parameters);
/// Whether a person has one: the draw of `care_left_behind`, so that at 5 years the same mothers have one.
[[nodiscard]] bool has_child_under(RunKey run, PersonId person, double age_years, int years, const Parameters& parameters);
/// A mother abroad: whether she has a child under five, and whether nobody has taken over its care. Keyed by the person.
struct Care {
  bool young_child = false;
  bool without_carer = false;
};
[[nodiscard]] Care care_left_behind(RunKey run, PersonId person, double age_years, const Parameters& parameters);

/// Factor on the home wage of an origin and skill whose net outflow since the start is this share of its people;
/// exactly 1 at an elasticity of 0 (EQUATIONS 5.17).
[[nodiscard]] double outflow_wage_factor(double net_outflow_share, const Parameters& parameters);

}  // namespace sojourn::model
