#pragma once
// What rules on the conditions of work change for one worker: hours, pay, papers, inspection (MODEL 5.8, 5.9).
#include "core/ids.hpp"
#include "model/employment.hpp"
#include "model/levers/lever.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Factors on hazards and terms added to logits; 1 and 0 where no rule speaks.
struct ConditionFactors {
  double wage_withheld = 1, long_hours = 1, threat = 1, violence = 1, injury = 1;
  double early_own = 1;           ///< below 1: the rest goes home on leave instead, and comes back
  double confinement = 1;
  double passport_logit = 0, substitution_logit = 0;
  friend bool operator==(const ConditionFactors&, const ConditionFactors&) = default;
};
/// Where a rule acts, as far as inspection and records ask.
struct ConditionPlace {
  Sex sex = Sex::men;
  double corridor_workers = 0;  ///< whom joint visits are for, of the base year; 0: there are none
};
/// prod over rules of (1 - effect x coverage x enforcement) (EQUATIONS 5.9), in an order of its own, so that no order of
/// levers matters.
[[nodiscard]] ConditionFactors condition_factors(const MarketTerms& terms, Sector sector, const Parameters& parameters,
                                                 const ConditionPlace& place = {}) noexcept;

/// Weight of a rule whose breach costs `fine_usd`: fine / (fine + `fine_half_effect_usd`), 0 without a fine.
[[nodiscard]] double fine_weight(double fine_usd, const Parameters& parameters) noexcept;
/// How much of the way from hours without a rule to the standard week a rule goes, 0 to 1.
[[nodiscard]] double hours_strength(double most_per_week, double rest_days_per_month, const Parameters& parameters) noexcept;
/// Chance that a worker's employer is visited within a year; households let few inspectors in.
[[nodiscard]] double visited_within_year(double inspections_per_1000_year, Sector sector, const Parameters& parameters) noexcept;

/// What records shared by both countries are worth, 0 to 1: old ones less, for women less where they tell no sex.
[[nodiscard]] double records_value(const MarketTerms& terms, Sex sex, const Parameters& parameters) noexcept;
/// What is left of confinement, threats and violence where workers may call home so many hours a week.
[[nodiscard]] double family_contact_factor(const MarketTerms& terms, const Parameters& parameters) noexcept;

/// What is left of an event that a rule may avert: its factor, 1 for events that no such rule is about.
[[nodiscard]] double factor_of(const ConditionFactors& factors, EmploymentEvent event) noexcept;

}  // namespace sojourn::model
