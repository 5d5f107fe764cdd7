#include "model/agencies.hpp"

#include <algorithm>
#include <cmath>

#include "model/fees.hpp"

namespace sojourn::model {
namespace {

constexpr double smoothing_months = 12;       // of margin and complaints
constexpr double reputation_years = 2;        // of placements of a usual agency that a reputation is made of
constexpr double effort_months = 6;           // EQUATIONS 5.15
constexpr double usd_per_kusd = 1000;

std::uint64_t key_of(const AgencyPlace& place) { return static_cast<std::uint64_t>(place.origin) << 32U | place.slot; }

Agency with_traits(const AgencyPlace& place, std::int32_t generation, double honesty, const Parameters& parameters) {
  RandomStream trait{place.run, key_of(place), generation, Draw::agency_trait};
  Agency agency;
  agency.generation = static_cast<std::uint16_t>(generation);
  agency.honesty = static_cast<float>(honesty);
  const double smallest = parameters.agency_capacity_smallest;
  agency.capacity = static_cast<float>(smallest + (1.0 - smallest) * trait.uniform());
  agency.effort_logit = static_cast<float>(parameters.agency_effort_spread_logit * trait.normal());
  agency.effort = static_cast<float>(settled_effort(agency, agency_stake_kusd(agency, {}, parameters), parameters));
  agency.margin_usd_per_month = static_cast<float>(
      parameters.registered_hires_per_agency / 12.0 * (parameters.employer_service_cost_usd - parameters.agency_placement_cost_usd) -
      parameters.agency_overhead_usd_per_month);
  return agency;
}

void inspect(Agency& agency, const AgencyMonth& report, const AgencyPlace& place, std::int32_t month, const AgencyRules& rules,
             const Parameters& parameters) {
  const double expected = place.cases_per_simulated * static_cast<double>(report.found_millionths) * 1e-6;
  if (expected <= 0 || !agency.licensed(month)) return;
  const std::uint32_t found = RandomStream{place.run, key_of(place), month, Draw::agency_inspected}.poisson(expected);
  agency.violations = static_cast<std::uint8_t>(std::min<std::uint32_t>(255, agency.violations + found));
  if (agency.violations < violations_allowed(rules, parameters)) return;
  agency.violations = 0;
  ++agency.suspensions;
  agency.suspended_until = month + 1 + static_cast<std::int32_t>(std::lround(months_of_suspension(rules, parameters)));
  if (agency.suspensions >= parameters.suspensions_before_licence_loss) agency.open = false;
}

}  // namespace

std::uint32_t agency_slots(double registered_hires_per_year, int scale, const Parameters& parameters) {
  const double agencies = registered_hires_per_year / parameters.registered_hires_per_agency;
  const double of_simulated = registered_hires_per_year / scale / parameters.simulated_hires_per_agency;
  return static_cast<std::uint32_t>(std::clamp(std::min(agencies, of_simulated), 1.0, 65'000.0));
}

double cases_per_simulated(double registered_hires_per_year, int scale, std::uint32_t slots, const Parameters& parameters) {
  const double agencies = std::max(1.0, registered_hires_per_year / parameters.registered_hires_per_agency);
  return scale * static_cast<double>(slots) / agencies;
}

Agency first_agency(const AgencyPlace& place, std::uint32_t slots, const Parameters& parameters) {
  RandomStream trait{place.run, key_of(place), 0, Draw::honesty};
  Agency agency = with_traits(place, 0, (place.slot + trait.uniform()) / slots, parameters);
  agency.reputation = static_cast<float>(std::max(0.0, 1.0 - parameters.fraud_share * 2.0 * (1.0 - static_cast<double>(agency.honesty))));
  // Findings of the years before: else all would wait alike for their first suspension.
  agency.violations = static_cast<std::uint8_t>(trait.uniform() * parameters.violations_before_suspension);
  return agency;
}

Agency next_agency(const AgencyPlace& place, const Agency& before, const Parameters& parameters) {
  const std::int32_t generation = before.generation + 1;
  const double honesty = RandomStream{place.run, key_of(place), generation, Draw::honesty}.uniform();
  Agency agency = with_traits(place, generation, honesty, parameters);
  agency.reputation = static_cast<float>(place.mean_reputation);
  return agency;
}

double agency_weight(const Agency& agency, double mean_reputation, std::int32_t month, const AgencyRules& rules,
                     const Parameters& parameters) {
  if (!agency.licensed(month)) return 0;
  const double response = parameters.word_of_mouth + parameters.rating_response * rules.rating_published;
  const double standing = std::clamp(static_cast<double>(agency.reputation) - mean_reputation, -1.0, 1.0);
  return static_cast<double>(agency.capacity) * std::exp(response * (standing - 1.0));
}

double agency_stake_kusd(const Agency& agency, const AgencyRules& rules, const Parameters& parameters) {
  const double margin = std::max(0.0, static_cast<double>(agency.margin_usd_per_month));
  const double claims = static_cast<double>(agency.complaints_per_year) / 12.0 * parameters.agency_claim_usd;
  const double rating = std::max(rules.rating_expected, rules.rating_published) * parameters.rating_response * margin;
  const double licence = parameters.inspection_probability_base * parameters.licence_value_usd +
                         rules.licence_found * parameters.licence_value_usd + rules.licence_penalty_usd;
  return (rating + rules.joint_liability * claims + licence) / usd_per_kusd;
}

double settled_effort(const Agency& agency, double stake_kusd, const Parameters& parameters) {
  return logistic(parameters.agency_effort_logit + static_cast<double>(agency.effort_logit) +
                  parameters.agency_effort_per_kusd * stake_kusd);
}

double agency_margin_usd(const AgencyMonth& month, double cases_per_simulated, const Parameters& parameters) {
  const double per_placement = parameters.employer_service_cost_usd - parameters.agency_placement_cost_usd;
  return cases_per_simulated * (to_usd(month.rent_cents) + static_cast<double>(month.placements) * per_placement) -
         parameters.agency_overhead_usd_per_month;
}

void end_agency_month(Agency& agency, const AgencyMonth& report, const AgencyPlace& place, std::int32_t month,
                      const AgencyRules& rules, const Parameters& parameters) {
  if (!agency.open) return;
  const auto smooth = [](float& level, double now, double share) {
    level = static_cast<float>(static_cast<double>(level) + (now - static_cast<double>(level)) * share);
  };
  const double w = place.cases_per_simulated;
  smooth(agency.margin_usd_per_month, agency_margin_usd(report, w, parameters), 1.0 / smoothing_months);
  smooth(agency.complaints_per_year, w * 12.0 * static_cast<double>(report.complaints), 1.0 / smoothing_months);
  const auto cases = static_cast<double>(report.placements + report.false_offers);
  if (cases > 0) {
    const double bad = std::min(1.0, static_cast<double>(report.false_offers + report.complaints) / cases);
    smooth(agency.reputation, 1.0 - bad, std::min(1.0, w * cases / (reputation_years * parameters.registered_hires_per_agency)));
  }
  smooth(agency.effort, settled_effort(agency, agency_stake_kusd(agency, rules, parameters), parameters), 1.0 / effort_months);
  inspect(agency, report, place, month, rules, parameters);
  agency.months_of_loss = agency.margin_usd_per_month < 0 ? static_cast<std::uint16_t>(agency.months_of_loss + 1) : std::uint16_t{0};
  if (agency.months_of_loss >= parameters.agency_loss_months) agency.open = false;
}

bool agency_enters(double mean_margin_usd_per_year, const Parameters& parameters, double bond_usd) noexcept {
  return mean_margin_usd_per_year > parameters.agency_entry_cost_usd + bond_usd;
}

AgencyRules agency_rules(const MarketTerms& terms, std::int32_t month, const Parameters& parameters) {
  AgencyRules rules;
  const bool published = month >= terms.ratings_published;
  const bool expected = terms.ratings_published - month <= parameters.rating_horizon_months;
  rules.rating_published = published ? terms.agencies_rated : 0.0;
  rules.rating_expected = expected ? terms.agencies_rated : 0.0;
  rules.joint_liability = terms.joint_liability;
  if (terms.licence_enforcement <= 0) return rules;
  rules.licensing = terms.licence_enforcement;
  rules.licence_found = licensing_probability(terms, parameters);
  rules.licence_penalty_usd = rules.licence_found * (terms.licence_fine_usd + terms.licence_bond_usd / terms.licence_violations);
  rules.bond_usd = terms.licence_enforcement * terms.licence_bond_usd;
  rules.violations_before_suspension = terms.licence_violations;
  rules.suspension_months = terms.licence_suspension_months;
  return rules;
}

void AgencyRulesMean::add(const AgencyRules& rules, double share) noexcept {
  sum_.rating_expected += share * rules.rating_expected;
  sum_.rating_published += share * rules.rating_published;
  sum_.joint_liability += share * rules.joint_liability;
  sum_.licensing += share * rules.licensing;
  sum_.licence_found += share * rules.licence_found;
  sum_.licence_penalty_usd += share * rules.licence_penalty_usd;
  sum_.bond_usd += share * rules.bond_usd;
  violations_ += share * rules.licensing * rules.violations_before_suspension;
  months_ += share * rules.licensing * rules.suspension_months;
}

AgencyRules AgencyRulesMean::mean() const noexcept {
  AgencyRules mean = sum_;
  if (mean.licensing <= 0) return mean;
  mean.violations_before_suspension = violations_ / mean.licensing;
  mean.suspension_months = months_ / mean.licensing;
  return mean;
}

double violations_allowed(const AgencyRules& rules, const Parameters& parameters) noexcept {
  const double usual = parameters.violations_before_suspension;
  return rules.licensing > 0 ? usual + rules.licensing * (rules.violations_before_suspension - usual) : usual;
}

double months_of_suspension(const AgencyRules& rules, const Parameters& parameters) noexcept {
  const double usual = parameters.suspension_months;
  return rules.licensing > 0 ? usual + rules.licensing * (rules.suspension_months - usual) : usual;
}

ShortList short_list(const MarketTerms& terms, std::uint32_t slots, double agencies) noexcept {
  if (terms.short_list_enforcement <= 0 || terms.short_list_agencies >= agencies) return {};
  const double of_slots = std::round(terms.short_list_agencies / agencies * slots);
  return {.slots = static_cast<std::uint32_t>(std::max(1.0, of_slots)), .enforcement = terms.short_list_enforcement};
}

double screening_shift(double effort, const Parameters& parameters) {
  const double stake = parameters.inspection_probability_base * parameters.licence_value_usd / usd_per_kusd;
  return parameters.screening_effect * (effort - settled_effort({}, stake, parameters));
}

}  // namespace sojourn::model
