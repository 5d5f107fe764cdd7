#include "model/levers/lever.hpp"

#include <algorithm>
#include <array>

#include "model/levers/complaint_mechanism.hpp"
#include "model/levers/age_limit.hpp"
#include "model/levers/agency_licensing.hpp"
#include "model/levers/agency_rating.hpp"
#include "model/levers/agency_short_list.hpp"
#include "model/levers/departure_ban.hpp"
#include "model/levers/domestic_worker_coverage.hpp"
#include "model/levers/emergency_response.hpp"
#include "model/levers/employer_change.hpp"
#include "model/levers/employer_blacklist.hpp"
#include "model/levers/employer_pays.hpp"
#include "model/levers/family_background_rule.hpp"
#include "model/levers/fee_cap.hpp"
#include "model/levers/flexi_permit.hpp"
#include "model/levers/gbvh_response.hpp"
#include "model/levers/hotline.hpp"
#include "model/levers/hours_and_rest.hpp"
#include "model/levers/information_campaign.hpp"
#include "model/levers/labour_attaches.hpp"
#include "model/levers/labour_inspection.hpp"
#include "model/levers/orientation.hpp"
#include "model/levers/passport_retention_ban.hpp"
#include "model/levers/regularisation.hpp"
#include "model/levers/sponsorship_reform.hpp"
#include "model/levers/standard_contract.hpp"
#include "model/levers/joint_liability.hpp"
#include "model/levers/migration_loan.hpp"
#include "model/levers/reintegration_programme.hpp"
#include "model/levers/remittance_cost_cap.hpp"
#include "model/levers/remittance_subsidy.hpp"
#include "model/levers/subagent_registration.hpp"
#include "model/levers/government_channel.hpp"
#include "model/levers/matching_platform.hpp"
#include "model/levers/circular_scheme.hpp"
#include "model/levers/seasonal_quota.hpp"
#include "model/levers/legal_pathway.hpp"
#include "model/levers/student_mobility.hpp"
#include "model/levers/places_quota.hpp"
#include "model/levers/nationalisation_quota.hpp"
#include "model/levers/terms.hpp"
#include "model/levers/verification_service.hpp"
#include "model/levers/wage_floor.hpp"
#include "model/levers/wage_protection.hpp"
#include "model/levers/women_attaches.hpp"
#include "model/levers/women_orientation.hpp"
#include "model/levers/wage_theft_fund.hpp"

namespace sojourn::model {
namespace {

// Adding a kind: its file pair, and its line here.
constexpr std::array kinds{
    &fee_cap_kind,
    &employer_pays_kind,
    &agency_licensing_kind,
    &agency_rating_kind,
    &joint_liability_kind,
    &agency_short_list_kind,
    &subagent_registration_kind,
    &verification_service_kind,
    &employer_blacklist_kind,
    &government_channel_kind,
    &migration_loan_kind,
    &wage_floor_kind,
    &departure_ban_kind,
    &employer_change_kind,
    &sponsorship_reform_kind,
    &flexi_permit_kind,
    &passport_retention_ban_kind,
    &standard_contract_kind,
    &wage_protection_kind,
    &hours_and_rest_kind,
    &domestic_worker_coverage_kind,
    &labour_inspection_kind,
    &complaint_mechanism_kind,
    &hotline_kind,
    &labour_attaches_kind,
    &women_attaches_kind,
    &gbvh_response_kind,
    &orientation_kind,
    &women_orientation_kind,
    &information_campaign_kind,
    &regularisation_kind,
    &emergency_response_kind,
    &matching_platform_kind,
    &circular_scheme_kind,
    &seasonal_quota_kind,
    &legal_pathway_kind,
    &student_mobility_kind,
    &places_quota_kind,
    &nationalisation_quota_kind,
    &age_limit_kind,
    &family_background_rule_kind,
    &remittance_cost_cap_kind,
    &remittance_subsidy_kind,
    &wage_theft_fund_kind,
    &reintegration_programme_kind,
};

bool in_force_months(const LeverSpec& lever, Month month) {
  if (month < lever.start || (lever.end && month > *lever.end)) return false;
  const auto open = lever.numbers.find("open_months");  // a window that shuts of itself
  return open == lever.numbers.end() || month - lever.start < static_cast<int>(open->second);
}

}  // namespace

double LeverSpec::enforcement(Month month) const {
  if (!in_force_months(*this, month) || implementation.empty()) return 0;
  double level = implementation.front().level;
  for (const ImplementationStep& step : implementation) {
    if (step.from <= month) level = step.level;
  }
  if (phase_in_months <= 0) return level;
  const int months_in_force = month - start + 1;
  return level * std::min(1.0, static_cast<double>(months_in_force) / phase_in_months);
}

std::span<const LeverKind* const> lever_kinds() { return kinds; }

const LeverKind* find_lever_kind(std::string_view name) {
  const auto found = std::ranges::find(kinds, name, &LeverKind::name);
  return found == kinds.end() ? nullptr : *found;
}

MarketTerms terms_of(std::span<const LeverSpec> levers, Month month, CorridorId corridor, Sector sector, Sex sex,
                     Skill skill, double wage_usd_per_month, const std::vector<bool>& left_out) {
  const auto applies = [&](const LeverSpec& lever) {
    const LeverKind& kind = *find_lever_kind(lever.kind);
    const auto place = static_cast<std::size_t>(&lever - levers.data());
    return (left_out.empty() || !left_out[place]) && in_force_months(lever, month) && lever.reach.holds(corridor, sector, sex, skill) &&
           (kind.only_sectors >> index(sector) & 1U) != 0 && (kind.only_sexes >> index(sex) & 1U) != 0;
  };
  const auto replaced = [&](const LeverSpec& lever) {
    return std::ranges::any_of(levers, [&](const LeverSpec& other) {
      return std::ranges::find(other.replaces, lever.id) != other.replaces.end() && applies(other);
    });
  };
  MarketTerms terms;
  for (const LeverSpec& lever : levers) {
    if (!applies(lever)) continue;
    const double enforcement = lever.enforcement(month);
    if (enforcement <= 0 || replaced(lever)) continue;
    find_lever_kind(lever.kind)->apply(lever, enforcement, wage_usd_per_month, terms);
  }
  return terms;
}

}  // namespace sojourn::model
