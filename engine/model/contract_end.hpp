#pragma once
// Contract end: stay for another contract, move to another employer, or go home (MODEL 5.10).
#include "core/units.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// What the two sides weigh at contract end.
struct RenewalTerms {
  double regime_logit = 0;        ///< fitted, so that base stays equal the corridor's mean stay
  UsdPerMonth wage_offered;
  UsdPerMonth wage_reference;     ///< what newcomers to that market are paid now
  double debt_over_half_year_wage = 0;  ///< b = debt / (6 wage), at most 2
  double fill_of_orders = 1;      ///< share of orders that find somebody; unfillable orders keep incumbents
  double way_open = 1;            ///< share of the usual departures let through: who is found and cannot come fills no order
  double layoff_hazard = 0;       ///< a shrinking market renews fewer
  bool harmed_within_year = false;
  double may_move = 0;            ///< chance that going to another employer is lawful: 0 or 1 unless a rule is kept in part
  bool target_reached = false;    ///< has saved what was aimed at
};
/// Chances at contract end; the rest does neither.
struct EndChoice {
  double stays = 0;  ///< another contract with the same employer
  double moves = 0;  ///< a contract with another one
};
/// Logit over stay, move and return: V_s, V_m = V_s - cost of moving - refusal, 0 (EQUATIONS 5.10).
[[nodiscard]] EndChoice end_choice(const RenewalTerms& terms, const Parameters& parameters);
/// Chance of staying with the same employer where nobody may move.
[[nodiscard]] double stay_probability(const RenewalTerms& terms, const Parameters& parameters);

/// Contract arithmetic (EQUATIONS 5.0): mean stay T = ((1-e^(-hL))/h) / (1 - rho e^(-hL)).
[[nodiscard]] Months mean_stay(Months contract, PerMonth early_exit, double renewal_probability);
/// The renewal probability that gives a mean stay, between 0 and 0.98.
[[nodiscard]] double renewal_for(Months contract, PerMonth early_exit, Months mean_stay);

}  // namespace sojourn::model
