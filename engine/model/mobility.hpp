#pragma once
// Changing employer, leaving one without leave, staying past a permit, and being found (MODEL 5.10, 5.12).
#include "core/units.hpp"
#include "model/base_year.hpp"
#include "model/employment.hpp"
#include "model/levers/lever.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Whether a worker may go to another employer without consent, within a contract and at its end. What the destination's
/// sponsorship rule says, unless a lever says more.
struct MobilityRule {
  double within_contract = 0;   ///< share of workers, 0 or 1 unless a lever is kept in part
  double at_contract_end = 0;   ///< the same
  double approval = 1;          ///< share of lawful requests that are approved
  double after_months = 0;      ///< with an employer before the contract may be left
  double notice_months = 1;
};
[[nodiscard]] MobilityRule mobility_rule(Sponsorship sponsorship, const Parameters& parameters) noexcept;
/// The destination's own rule with what levers say beside it. Nobody loses a right: a lever moves the share of workers who
/// have it upwards. The same rule where no lever speaks.
[[nodiscard]] MobilityRule mobility_under(const MobilityRule& base, const MarketTerms& terms, const Parameters& parameters) noexcept;
/// Whether a worker who has been with an employer so long may ask, or need not leave without asking.
[[nodiscard]] inline bool may_ask(const MobilityRule& rule, double months_in_job) noexcept { return months_in_job >= rule.after_months; }
/// Factor on leaving for harm where no permit to leave the country is needed: 1 where workers were never tied.
[[nodiscard]] double leaving_factor(const MobilityRule& base, const MarketTerms& terms, const Parameters& parameters) noexcept;

/// Hazard of asking to change employer within a contract: offers that come, times the chance that one beats the present job
/// by the cost of moving (EQUATIONS 5.10); 0 where it is not lawful. Of the offers some do not wait for a notice longer than a month.
[[nodiscard]] double request_hazard(const MobilityRule& rule, const Parameters& parameters) noexcept;
/// Factor of the worker's own: who was harmed in the last twelve months looks harder, who owes the agency less.
[[nodiscard]] double request_factor(bool harmed_within_year, double debt_over_half_year_wage, const Parameters& parameters) noexcept;

/// Hazard of leaving a tied employer irregularly at every factor 1; 0 where workers are free to move. Where they are only
/// after some months, it is that of the first months: later ones are thinned by `within_contract`.
[[nodiscard]] double absconding_hazard(const MobilityRule& rule, const Parameters& parameters) noexcept;
/// What is left of a request or of absconding for a worker under a rule of their own, where the market's alarms run at
/// `market`, which is as high for any rule that holds there: the share of the hazard, exactly 1 under the rule that gives it.
[[nodiscard]] double mobility_left(const MobilityRule& own, EmploymentEvent event, const EmploymentHazards& market,
                                   const Parameters& parameters) noexcept;
inline constexpr double highest_outside_wage_ratio = 2;  ///< of pay outside over own pay, and half at least: assumed
/// h_e e^(0.5 b) (1 + 5 harmed in three months) x pay outside over own pay (EQUATIONS 5.10).
[[nodiscard]] double absconding_factor(double harm_factor, double debt_over_half_year_wage, bool harmed_within_quarter,
                                       double outside_over_own_wage, const Parameters& parameters) noexcept;

/// What the same work pays a worker who is no trainee, over the own pay: up to 1 / `trainee_pay_share` times it, and no more than what
/// others get, `going` / `trainee_pay_share`. Exactly 1 where nobody comes as a trainee (share 1), and for who earns that already.
[[nodiscard]] double pay_of_others(UsdPerMonth own, UsdPerMonth going, double trainee_pay_share) noexcept;

/// What weighs at contract end for who stays past a permit rather than go home (V_o of EQUATIONS 5.12).
struct OverstayTerms {
  double debt_over_half_year_wage = 0;
  double irregular_over_home_wage = 1;
  bool may_come_back = true;  ///< a right to come back lowers it; a hard limit on stays raises it
};
/// Chance that who neither renews nor moves stays on irregularly.
[[nodiscard]] double overstay_probability(const OverstayTerms& terms, const Parameters& parameters);

/// Offer to incumbents over their pay, beside what the base year's rule gives: w_off = w (1 + beta markup), beta higher
/// where workers may move (EQUATIONS 5.10). 1 at the base rule.
[[nodiscard]] double renewal_pay_factor(const MobilityRule& rule, const MobilityRule& base, const Parameters& parameters) noexcept;
/// Pay of newcomers over the reference: firms that expect to share later pay less at entry. 1 at the base rule.
[[nodiscard]] double entry_pay_factor(const MobilityRule& rule, const MobilityRule& base, double stay_probability,
                                      const Parameters& parameters) noexcept;

}  // namespace sojourn::model
