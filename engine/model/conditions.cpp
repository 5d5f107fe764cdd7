#include "model/conditions.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::model {
namespace {

constexpr double days_per_month = 365.25 / 12;

// Share of imposed hours that rules on hours and rest avert where each is kept.
double hours_averted(const MarketTerms& terms, const Parameters& parameters) noexcept {
  const double most = terms.hours_rule > 0 ? terms.hours_rule_per_week : parameters.usual_hours_without_rule_per_week;
  const double hours = terms.hours_rule * hours_strength(most, 0, parameters);
  const double rest =
      terms.rest_rule * hours_strength(parameters.usual_hours_without_rule_per_week, terms.rest_rule_days_per_month, parameters);
  return parameters.hours_rule_effect * std::max(hours, rest);  // who rests works fewer hours: one of them, not both
}

}  // namespace

double fine_weight(double fine_usd, const Parameters& parameters) noexcept {
  return fine_usd <= 0 ? 0.0 : fine_usd / (fine_usd + parameters.fine_half_effect_usd);
}

double hours_strength(double most_per_week, double rest_days_per_month, const Parameters& parameters) noexcept {
  const double usual = parameters.usual_hours_without_rule_per_week;
  const double allowed = std::min(most_per_week, usual * (1.0 - rest_days_per_month / days_per_month));
  return std::clamp((usual - allowed) / (usual - parameters.standard_hours_per_week), 0.0, 1.0);
}

double visited_within_year(double inspections_per_1000_year, Sector sector, const Parameters& parameters) noexcept {
  const double seen = sector == Sector::domestic_work ? parameters.inspection_household_access : parameters.inspection_workers_seen;
  return 1.0 - std::exp(-inspections_per_1000_year / 1000.0 * seen);
}

double records_value(const MarketTerms& terms, Sex sex, const Parameters& parameters) noexcept {
  if (terms.records_shared <= 0) return 0;
  const double timely = parameters.records_half_delay_months / (parameters.records_half_delay_months + terms.records_delay_months);
  const bool hidden = sex == Sex::women && !terms.records_by_sex;
  return terms.records_shared * timely * (hidden ? parameters.records_without_sex : 1.0);
}

double family_contact_factor(const MarketTerms& terms, const Parameters& parameters) noexcept {
  if (terms.family_contact <= 0) return 1;
  const double hours = terms.family_contact_hours;
  return 1.0 - parameters.family_contact_effect * terms.family_contact * hours / (hours + parameters.family_contact_half_hours);
}

ConditionFactors condition_factors(const MarketTerms& terms, Sector sector, const Parameters& parameters,
                                   const ConditionPlace& place) noexcept {
  ConditionFactors factors;
  // Inspectors who know where cases were go there: as good as so many visits more.
  const double aimed = 1.0 + parameters.records_targeting_effect * records_value(terms, place.sex, parameters);
  const double joint = place.corridor_workers > 0 ? terms.joint_inspections_per_year * 1000.0 / place.corridor_workers : 0.0;
  if (terms.inspections_per_1000_year > 0 || joint > 0) {
    double inspected = 1.0 - parameters.inspection_effect * fine_weight(terms.inspection_fine_usd, parameters) *
                                 visited_within_year(terms.inspections_per_1000_year * aimed, sector, parameters);
    if (joint > 0) {  // reports, and cannot fine
      inspected *= 1.0 - parameters.inspection_effect * parameters.joint_inspection_weight *
                             visited_within_year(joint * aimed, sector, parameters);
    }
    factors.wage_withheld = factors.long_hours = factors.threat = factors.violence = factors.injury = inspected;
  }
  if (terms.wage_protection > 0) {
    const double prompt =
        parameters.wage_protection_half_days / (parameters.wage_protection_half_days + terms.wage_protection_days);
    factors.wage_withheld *= 1.0 - parameters.wage_protection_effect * terms.wage_protection * prompt;
  }
  factors.long_hours *= 1.0 - hours_averted(terms, parameters);
  if (terms.rest_rule > 0 && terms.rest_rule_days_per_month > 0) {
    factors.confinement = 1.0 - parameters.rest_day_confinement_effect * terms.rest_rule;
  }
  if (terms.family_contact > 0) {
    const double in_touch = family_contact_factor(terms, parameters);
    factors.threat *= in_touch;
    factors.violence *= in_touch;
    factors.confinement *= in_touch;
  }
  factors.early_own = 1.0 - parameters.leave_right_effect * terms.leave_right;
  factors.passport_logit =
      parameters.passport_ban_logit * terms.passport_ban * fine_weight(terms.passport_ban_fine_usd, parameters);
  factors.substitution_logit =
      parameters.standard_contract_logit * terms.standard_contract * fine_weight(terms.standard_contract_fine_usd, parameters);
  return factors;
}

double factor_of(const ConditionFactors& factors, EmploymentEvent event) noexcept {
  switch (event) {
    case EmploymentEvent::wage_withheld: return factors.wage_withheld;
    case EmploymentEvent::long_hours: return factors.long_hours;
    case EmploymentEvent::threat: return factors.threat;
    case EmploymentEvent::violence: return factors.violence;
    case EmploymentEvent::injury: return factors.injury;
    case EmploymentEvent::early_own: return factors.early_own;
    default: return 1;
  }
}

}  // namespace sojourn::model
