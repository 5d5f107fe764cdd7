#pragma once
// What a policy lever is: a kind with keys, a filter, months in force, and one function that changes the terms of markets.
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.hpp"
#include "core/ids.hpp"
#include "model/levers/conditions.hpp"
#include "model/levers/pathway_terms.hpp"
#include "model/levers/trigger.hpp"

namespace sojourn::model {

/// What rules say on one market and skill in one month: the only thing that a lever writes. Defaults are "no rule".
struct MarketTerms {
  // fee cap (EQUATIONS 5.5); several caps: the lowest holds
  double fee_cap_usd = -1;             ///< what the worker may be asked for; negative: no cap
  double fee_cap_enforcement = 0;      ///< 0 to 1
  double fee_cap_fine_usd = 0;
  double fee_cap_refund_share = 0;     ///< of what was overcharged, refunded when a case is found
  bool fee_cap_counts_all_costs = true;  ///< else the recruiter's fee alone
  // employer pays: what the items cover by law; how far it is kept follows from the enforcement (EQUATIONS 5.5)
  double employer_pays_documented = 0;  ///< share of documented components moved to the employer, 0 to 1
  double employer_pays_fee = 0;         ///< share of the recruitment fee (rent) forbidden, 0 to 1
  double employer_pays_enforcement = 0;
  double employer_pays_fine_usd = 0;
  // wage floor
  double wage_floor_usd_per_month = 0;  ///< 0: none
  double wage_floor_enforcement = 0;
  // departure ban: share of departures through regular channels that it stops, 0 to 1
  double departure_barred = 0;
  // seats home beside the usual ones while a corridor's ways home are limited, persons a month
  double evacuation_seats_per_month = 0;          ///< on flights of a corridor of their own
  double evacuation_seats_without_corridor = 0;   ///< on what the closure leaves open
  double stranded_support_usd_per_month = 0;      ///< to each stranded worker without pay
  // an open window of regularisation; 0: none
  double regularisation_reached = 0;          ///< of workers in irregular status whom it reaches in a month, 0 to 1
  double regularisation_fee_usd = 0;          ///< for a permit, out of the worker's savings
  double regularisation_places_per_month = -1;  ///< permits for workers of a destination, persons; negative: no limit
  // what people are told: by a campaign before they decide, in a course before they leave
  double campaign_reached = 0;        ///< of persons, 0 to 1, the same in every scenario
  double campaign_pay_accuracy = 0;   ///< of what it says on pay, 0 to 1
  double campaign_risk_accuracy = 0;  ///< of what it says on the risk of death, 0 to 1
  double orientation_covered = 0;     ///< of those who leave with papers, 0 to 1
  double orientation_quality = 0;     ///< 0 to 1
  // recognised skills
  double skills_recognised = 0;               ///< of workers with a certificate, whose counts at the destination, 0 to 1
  double certification_seats_per_month = 0;   ///< for what was learnt abroad, persons of an origin a month
  double certification_fee_usd = 0;           ///< of such a seat, out of the savings brought home
  // changing employer and leaving the country: what a rule adds to the destination's own (model/mobility.hpp)
  double change_allowed = 0;        ///< of workers whom the rule reaches within the contract, 0 to 1
  double change_after_months = 0;   ///< with the same employer first
  double change_approval = 0;       ///< of requests, 0 to 1
  double change_notice_months = 0;
  double consent_free = 0;          ///< of workers who need no consent to go to another employer, 0 to 1
  double exit_free = 0;             ///< of workers who need no permit of the employer's to leave the country, 0 to 1
  double flexi_permits_per_month = 0;  ///< for workers of a destination in irregular status, persons
  double flexi_usd_per_year = 0;
  // conditions of work (model/conditions.hpp): shares of employers who keep the rule as far as it is enforced, 0 to 1
  double passport_ban = 0;
  double passport_ban_fine_usd = 0;
  double standard_contract = 0;
  double standard_contract_fine_usd = 0;
  double wage_protection = 0;          ///< times the share of wages covered
  double wage_protection_days = 0;     ///< allowed until pay
  double hours_rule = 0;
  double hours_rule_per_week = 0;      ///< most that may be asked, rest days apart
  double rest_rule = 0;
  double rest_rule_days_per_month = 0;
  double leave_right = 0;
  double end_of_service = 0;           ///< paid at the end of a completed contract
  double inspections_per_1000_year = 0;  ///< of workers; inspectorates add up
  double inspection_fine_usd = 0;
  // complaints and help (model/protection.hpp); capacities in persons, for one corridor; they add up
  double desk_cases_per_month = 0;
  double desk_days_to_decide = 0;      ///< at least; 0: none in force
  double retaliation_protected = 0;    ///< of workers, 0 to 1
  double channel_reached = 0;          ///< of workers with somebody to call, 0 to 1
  double attaches = 0;
  double attache_cases_per_month = 0;
  double women_attaches = 0;           ///< who serve women alone
  double women_attache_cases_per_month = 0;
  double gbvh_reached = 0;             ///< of workers who can call for help against violence, 0 to 1
  double shelter_places = 0;
  double shelter_days_to_respond = 0;

  // agencies, sub-agents and employers (EQUATIONS 5.5, 5.8, 5.15)
  double licence_inspections_per_year = 0;  ///< of one agency, by the licensing authority
  double licence_enforcement = 0;           ///< 0 to 1
  double licence_fine_usd = 0;              ///< for one violation
  double licence_bond_usd = 0;              ///< deposited, lost with the licence
  double licence_violations = 0;            ///< found, that suspend a licence
  double licence_suspension_months = 0;
  double agencies_rated = 0;           ///< share of the market's choices that ratings reach, 0 to 1
  std::int32_t ratings_published = 0;  ///< month count from which they are public
  double joint_liability = 0;          ///< share of workers' claims on employers that the agency answers for, 0 to 1
  double short_list_agencies = 0;      ///< that may recruit
  double short_list_enforcement = 0;   ///< share of searches that keep to them, 0 to 1
  double subagents_registered = 0;     ///< share of them, 0 to 1
  double offers_verified = 0;          ///< share of workers who check offer and contract before they pay, 0 to 1
  double blacklist_enforcement = 0;    ///< share of registered placements that keep to it, 0 to 1
  double blacklist_violations = 0;     ///< cases found against an employer, that list it
  double blacklist_months = 0;         ///< since the last of them
  // loans for recruitment costs, of one programme for an origin (EQUATIONS 5.6)
  std::int64_t loans_per_year_milli = 0;  ///< thousandths of a loan, so that sums are exact
  double loan_limit_usd = 0;
  double loan_rate_per_year = 0;
  double loan_term_months = 0;            ///< over which that part of a debt is repaid
  // whom the regular channels are closed to, by what the person is (EQUATIONS 5.2)
  double age_limit_enforcement = 0;  ///< share of persons outside the ages whom it stops, 0 to 1
  double youngest_age_years = 0, oldest_age_years = 200;  ///< inclusive
  double child_rule_enforcement = 0;  ///< share of mothers whom it stops, 0 to 1
  double child_rule_years = 0;        ///< the youngest child must have completed
  // money sent home (EQUATIONS 5.13), wages owed
  double remittance_cap_percent = -1;  ///< of the amount; negative: none
  double remittance_cap_enforcement = 0;
  double remittance_subsidy_percent = 0;  ///< of the amount, enforcement included
  double wage_fund_months = 0;            ///< of wage, the most that is paid for wages owed at a return
  double wage_fund_reached = 0;           ///< of those who come home with wages owed, 0 to 1
  double wage_fund_days = 0;              ///< from the return until it pays
  // programmes for returnees, of one origin (EQUATIONS 5.14)
  std::int64_t reintegration_seats_milli = 0;  ///< thousandths of a seat a month
  std::uint8_t reintegration_parts = 0;        ///< bits of Support
  std::uint8_t reintegration_reasons = 0;      ///< bits of who may take part: completed, early, crisis
  double reintegration_grant_usd = 0;
  double reintegration_months = 0;
  double reintegration_women_min = 0;          ///< share of seats kept for women, 0 to 1
  // skills before leaving, on the way home and at home (EQUATIONS 5.7, 5.14); seats are shared by an origin's people
  double recognition_missed_ln = 0;      ///< of certificates that no rule makes count: -ln of their share; gives skills_recognised
  double passport_missed_ln = 0;         ///< the same of skills passports, which count once they are verified
  double passport_days = 0;              ///< until then
  double departing_seats_per_month = 0;  ///< for certificates of what was learnt, given at the contract's end, persons
  double departing_fee_usd = 0;          ///< out of the savings brought home
  double training_seats_per_month = 0;   ///< in courses for those who seek work abroad, persons
  double training_months = 0;            ///< length of a course
  double training_fee_usd = 0;           ///< out of the person's own money
  double test_enforcement = 0;           ///< share of offers to people without a certificate that ask for a test, 0 to 1
  double test_pass = 1;                  ///< share of those tested who pass, 0 to 1
  double credit_loans_per_month = 0;     ///< for enterprises of returnees, persons
  double credit_limit_usd = 0;
  double credit_rate_per_year = 0;
  double credit_term_months = 0;
  // a welfare fund of those who leave with papers (EQUATIONS 5.5, 5.16)
  double welfare_members = 0;            ///< share of them who join, 0 to 1
  double welfare_dues_usd = 0;           ///< of a member, once a departure
  double welfare_death_benefit_usd = 0;  ///< to the family of a member who dies abroad
  bool welfare_repatriates = false;      ///< brings home members who are stranded
  // clauses of agreements (model/social_protection.hpp, conditions.hpp, protection.hpp)
  double equal_pay_closed = 0;       ///< of the gap to the best paid origin in the destination and sector, 0 to 1
  double equal_pay_enforcement = 0;
  double insured_by_employer = 0;    ///< share of workers, 0 to 1
  double insured_by_worker = 0;      ///< the same, at their own cost
  double social_security_cost = 0;    ///< to employers, share of the wage bill
  double social_security_share = 0;   ///< of the wage of a month, paid out at return
  double social_security_reached = 0; ///< share of workers, 0 to 1
  std::int32_t social_security_since = 0;   ///< month count from which contributions are paid
  double tickets_by_employer = 0;    ///< of returns before the contract's end, share, 0 to 1
  double wages_settled = 0;          ///< of wages owed at return, 0 to 1
  double wages_settled_reached = 0;  ///< of those who return with wages owed, 0 to 1
  double family_contact = 0;         ///< share of workers, 0 to 1
  double family_contact_hours = 0;   ///< a week
  double committee_meetings_per_year = 0;
  double joint_inspections_per_year = 0;  ///< visits to employers, for the workers of one corridor
  double records_shared = 0;         ///< 0 to 1
  double records_delay_months = 0;
  bool records_by_sex = false;
  // ways into the market beside the usual one, and its limits (model/pathways.hpp, model/nationalisation.hpp)
  std::array<PathwayTerms, pathway_kinds> pathways{};  ///< by place_of(Pathway)
  double agencies_barred = 0;              ///< share of searches and orders that only a government channel may serve, 0 to 1
  double orders_listed = 0;                ///< share of orders on a public matching platform, 0 to 1
  std::int64_t hires_ceiling_milli = -1;   ///< thousandths of a hire a year in each corridor; negative: none
  double hires_ceiling_enforcement = 0;
  double nationals_quota = 0;              ///< share of nationals in a firm's staff, 0 to 1
  double nationals_quota_firm_workers = 0; ///< of the smallest firms under it
  double nationals_quota_enforcement = 0;  ///< share of those firms that are held to it, 0 to 1

  [[nodiscard]] const PathwayTerms& pathway(Pathway way) const noexcept { return pathways[place_of(way)]; }
  friend bool operator==(const MarketTerms&, const MarketTerms&) = default;
};

/// A lever's reach: one flag per id; a market is reached if all its flags are set.
struct Reach {
  std::vector<bool> corridors;          ///< by CorridorId
  std::uint32_t sectors = 0xff;         ///< bit per Sector
  std::uint32_t sexes = 0x3;            ///< bit per Sex
  std::uint32_t skills = 0x7;           ///< bit per Skill
  [[nodiscard]] bool holds(CorridorId corridor, Sector sector, Sex sex, Skill skill) const {
    return corridors[index(corridor)] && (sectors >> index(sector) & 1U) && (sexes >> index(sex) & 1U) &&
           (skills >> index(skill) & 1U);
  }
};

/// One step of `implementation`: the level from that month on.
struct ImplementationStep {
  Month from;
  double level = 0;
};

/// One lever of a scenario, read and checked.
struct LeverSpec {
  std::string kind;
  std::string id;
  Reach reach;
  Month start;
  std::optional<Month> end;  ///< last month in force
  std::vector<ImplementationStep> implementation;  ///< ordered; the first holds from the start
  int phase_in_months = 0;
  Conditions only;                      ///< of persons, `pilot_percent` among them; none: everybody
  std::optional<Trigger> start_when{};  ///< then `start` is the first month in which it is looked at
  std::optional<Trigger> end_when{};
  std::map<std::string, double> numbers;                   ///< strength keys, booleans as 0 or 1
  std::map<std::string, std::vector<std::string>> words;   ///< strength keys that are text or lists of text
  std::vector<std::string> replaces;
  std::string title, why, source;
  std::string as_written;  ///< "file.toml:8", for messages and provenance
  bool rule_in_force = false;  ///< of the reference tables: gives way to a lever of its kind that is enforced as well

  /// Whether `month` lies within its months in force, an open window that shuts of itself included.
  [[nodiscard]] bool in_months(Month month) const;
  /// Implementation times phase-in in `month`, 0 outside the months in force.
  [[nodiscard]] double enforcement(Month month) const;
};

enum class KeyType : std::uint8_t { number, integer, boolean, choice, choices };

/// One strength key of a kind. The unit stands in the name (`_usd`, `_percent`, ...).
struct KeySpec {
  std::string_view name;
  KeyType type = KeyType::number;
  double lowest = 0, highest = 0;
  std::optional<double> preset{};           ///< none: the key is required (unless it is one of an alternative)
  std::span<const std::string_view> choices{};  ///< for choice and choices
  std::string_view preset_choice{};        ///< for choice and choices
  int one_of = 0;                          ///< keys of a kind with the same positive number: exactly one must be written
  std::string_view meaning{};              ///< half a sentence
};

/// One kind of lever. Adding one: a file pair that defines this, and a line in `lever_kinds()`.
struct LeverKind {
  std::string_view name;
  std::string_view theme;             ///< "fair recruitment", "agreements", "gender", ...
  std::string_view summary;           ///< one line
  std::string_view acts_through;      ///< the mechanisms, by name and number
  std::string_view evidence;          ///< with grades
  std::string_view example;           ///< TOML to paste
  bool rule_on_others = false;        ///< then `implementation` must be written
  bool whole_markets = false;         ///< acts on places that all share: then `only` and `pilot_percent` are refused
  bool sets_a_level = false;          ///< two of this kind on one cell and month need `replaces`
  std::span<const KeySpec> keys{};
  /// Adds the rule to the terms of one market and skill, enforced at `enforcement` in (0, 1].
  void (*apply)(const LeverSpec& lever, double enforcement, double wage_usd_per_month, MarketTerms& terms) = nullptr;
  std::uint32_t only_sectors = 0xff;  ///< bit per Sector: those that a rule of this kind can be about
  std::uint32_t only_sexes = 0x3;     ///< bit per Sex
};

/// Every kind that exists, in the order of `sojourn levers`.
[[nodiscard]] std::span<const LeverKind* const> lever_kinds();
/// The kind of that name, or nullptr.
[[nodiscard]] const LeverKind* find_lever_kind(std::string_view name);

}  // namespace sojourn::model
