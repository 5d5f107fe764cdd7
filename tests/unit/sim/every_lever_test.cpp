// Every kind of lever that there is, by the registry: at zero it changes no bit of a run, before it starts neither, and in
// force it changes something. A new kind fails here until it has its entry below.
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using Numbers = std::map<std::string, double>;
using Words = std::map<std::string, std::vector<std::string>>;

constexpr int months = 14, start_place = 3;
constexpr Month start = first_recorded + start_place;
const std::vector<CorridorId> everywhere{aaa_gulf, aaa_asia, bbb_gulf, bbb_europe, ccc_island};

/// A kind at a strength that moves what it acts on.
struct Strength {
  Numbers numbers;
  Numbers none{};  ///< keys in place of those above, under which the rule asks for nothing; empty: a kind without such
  Words words{};
  bool waits = false;  ///< for something that these few months do not bring
};

const Numbers posts{{"attaches_per_destination", 50}, {"cases_per_attache_per_month", 25}};
const Numbers course{{"workers_covered_percent", 90}, {"quality_percent", 80}, {"course_days", 3}};

const std::map<std::string_view, Strength>& strengths() {
  static const std::map<std::string_view, Strength> all{
      {"fee_cap", {{{"cap_usd", 100}, {"fine_usd", 2000}, {"refund_percent", 50}}, {}, {{"counts", {"all_costs"}}}}},
      {"employer_pays", {{{"fine_usd", 2000}}, {}, {{"items", {"all"}}}}},
      {"agency_licensing",
       {{{"inspections_per_agency_per_year", 24}, {"fine_usd", 5000}, {"bond_usd", 10'000}, {"violations_before_suspension", 2},
         {"suspension_months", 24}},
        {{"inspections_per_agency_per_year", 0}}}},
      {"agency_rating",
       {{{"agencies_rated_percent", 100}, {"workers_reached_percent", 100}, {"published_after_months", 2}},
        {{"agencies_rated_percent", 0}}}},
      // An agency answers for nobody until somebody complains: AgencyRating of policy_levers_test waits for that.
      {"joint_liability", {{{"damage_borne_by_agency_percent", 100}}, {{"damage_borne_by_agency_percent", 0}}, {}, true}},
      {"agency_short_list", {{{"agencies_allowed", 3}}}},
      {"subagent_registration", {{{"registered_percent", 100}}, {{"registered_percent", 0}}}},
      {"verification_service", {{{"workers_reached_percent", 100}}, {{"workers_reached_percent", 0}}}},
      // A list is empty until cases have been found against employers.
      {"employer_blacklist", {{{"violations_before_listing", 1}, {"listing_months", 600}}, {}, {}, true}},
      {"migration_loan", {{{"loans_per_year", 1e6}, {"max_usd", 3000}, {"interest_percent_per_year", 5}, {"term_months", 24}}, {{"loans_per_year", 0}}}},
      {"wage_floor", {{{"floor_usd_per_month", 600}}, {{"floor_usd_per_month", 0}}}},
      {"departure_ban", {}},
      {"employer_change", {{{"after_months", 0}, {"approval_probability", 0.7}, {"notice_months", 1}}}},
      {"sponsorship_reform",
       {{{"exit_permit_needed", 0}, {"consent_to_change_needed", 0}}, {{"exit_permit_needed", 1}, {"consent_to_change_needed", 1}}}},
      {"flexi_permit", {{{"permits_per_year", 1e6}, {"permit_usd_per_year", 100}}, {{"permits_per_year", 0}}}},
      {"passport_retention_ban", {{{"fine_usd", 1000}}, {{"fine_usd", 0}}}},
      {"standard_contract", {{{"substitution_fine_usd", 2000}}, {{"substitution_fine_usd", 0}}}},
      {"wage_protection", {{{"wages_covered_percent", 100}, {"days_to_pay", 7}}, {{"wages_covered_percent", 0}}}},
      {"hours_and_rest",
       {{{"max_hours_per_week", 48}, {"rest_days_per_month", 4}}, {{"max_hours_per_week", 112}, {"rest_days_per_month", 0}}}},
      {"domestic_worker_coverage", {{}, {}, {{"rights", {"all"}}}}},
      {"labour_inspection",
       {{{"inspections_per_1000_workers_per_year", 200}, {"fine_usd", 10'000}}, {{"inspections_per_1000_workers_per_year", 0}}}},
      {"complaint_mechanism",
       {{{"cases_per_month", 5000}, {"days_to_decide", 30}, {"retaliation_protection", 1}},
        {{"cases_per_month", 0}, {"retaliation_protection", 0}}}},
      {"hotline", {{{"reach_percent", 100}, {"legal_aid_cases_per_month", 500}}, {{"reach_percent", 0}, {"legal_aid_cases_per_month", 0}}}},
      {"labour_attaches", {posts, {{"attaches_per_destination", 0}}}},
      {"women_attaches", {posts, {{"attaches_per_destination", 0}}}},
      {"gbvh_response",
       {{{"shelter_places", 50'000}, {"hotline_reach_percent", 100}, {"days_to_respond", 0}}, {{"hotline_reach_percent", 0}}}},
      {"orientation", {course, {{"workers_covered_percent", 0}}}},
      {"women_orientation", {course, {{"workers_covered_percent", 0}}}},
      {"information_campaign",
       {{{"workers_reached_percent", 80}, {"accuracy_percent", 100}}, {{"workers_reached_percent", 0}}, {{"topics", {"all"}}}}},
      {"regularisation", {{{"open_months", 6}, {"fee_usd", 0}, {"places", 1e7}}}},
      {"emergency_response",
       {{{"evacuations_per_month", 5000}, {"wage_claims_per_month", 5000}, {"flight_corridor", 1}, {"stranded_support_usd_per_month", 200}},
        {{"evacuations_per_month", 0}, {"wage_claims_per_month", 0}, {"stranded_support_usd_per_month", 0}}}},
      {"age_limit", {{{"min_age_years", 30}, {"max_age_years", 45}}}},
      {"family_background_rule", {{{"youngest_child_min_years", 18}}, {{"youngest_child_min_years", 0}}}},
      {"remittance_cost_cap", {{{"cap_percent_of_amount", 1}}, {{"cap_percent_of_amount", 30}}}},
      {"remittance_subsidy", {{{"subsidy_percent_of_amount", 2.5}}, {{"subsidy_percent_of_amount", 0}}}},
      {"wage_theft_fund", {{{"max_months_of_wage", 6}, {"days_to_pay", 60}}, {{"max_months_of_wage", 0}}}},
      {"reintegration_programme",
       {{{"seats_per_month", 1e6}, {"grant_usd", 3000}, {"support_months", 12}, {"women_min_percent", 30}}, {{"seats_per_month", 0}},
        {{"components", {"all"}}, {"eligible", {"all"}}}}},
      {"skills_recognition", {{{"certificates_recognised_percent", 100}}, {{"certificates_recognised_percent", 0}}}},
      {"qualification_framework",
       {{{"levels_mapped_percent", 100}, {"employers_accepting_percent", 50}}, {{"employers_accepting_percent", 0}}, {{"scheme", {"saqf"}}}}},
      {"skills_passport",
       {{{"workers_covered_percent", 100}, {"days_to_verify", 14}, {"employers_reading_percent", 100}}, {{"workers_covered_percent", 0}}}},
      {"training_seats", {{{"seats_per_month", 1e6}, {"course_months", 2}, {"worker_pays_usd", 0}}, {{"seats_per_month", 0}}}},
      {"skill_test", {{{"pass_percent", 50}}}},
      {"prior_learning_on_return", {{{"seats_per_month", 1e6}, {"worker_pays_usd", 0}}, {{"seats_per_month", 0}}}},
      {"certify_skills_gained", {{{"seats_per_month", 1e6}, {"worker_pays_usd", 0}}, {{"seats_per_month", 0}}}},
      {"returnee_credit",
       {{{"loans_per_year", 1e6}, {"max_usd", 50'000}, {"interest_percent_per_year", 5}, {"term_months", 60}}, {{"loans_per_year", 0}}}},
      {"welfare_fund",
       {{{"dues_usd", 50}, {"death_benefit_usd", 5000}, {"repatriation_covered", 1}},
        {{"dues_usd", 0}, {"death_benefit_usd", 0}, {"repatriation_covered", 0}}}},
      // Clauses are levers of their own, made when a scenario is read: the kind itself does nothing.
      {"blma", {{}, {}, {{"bundle", {"none"}}}, true}},
      {"equal_treatment", {{{"gap_closed_percent", 100}}, {{"gap_closed_percent", 0}}}},
      {"health_insurance", {{{"workers_covered_percent", 100}}, {{"workers_covered_percent", 0}}, {{"paid_by", {"employer"}}}}},
      {"social_security_portability",
       {{{"portable_percent", 100}, {"contribution_percent", 10}}, {{"contribution_percent", 0}}}},
      {"joint_committee",
       {{{"meetings_per_year", 200}, {"joint_inspections_per_year", 100'000}}, {{"meetings_per_year", 0}, {"joint_inspections_per_year", 0}}}},
      {"return_clause", {{{"wages_settled_percent", 100}}, {}, {{"ticket_paid_by", {"employer"}}}}},
      {"family_communication", {{{"hours_per_week", 20}}, {{"hours_per_week", 0}}}},
      // Aims inspectors, of whom there are none here: DataExchange of agreement_levers_test has some.
      {"data_exchange",
       {{{"records_shared_percent", 100}, {"by_sex", 1}, {"delay_months", 0}}, {{"records_shared_percent", 0}}, {}, true}},
      {"gbvh_framework",
       {{{"shelter_places", 50'000}, {"shared_blacklist", 1}, {"case_handover_days", 0}}, {{"shelter_places", 0}, {"shared_blacklist", 0}}}},
      {"government_channel",
       {{{"places_per_year", 100'000}, {"worker_cost_usd", 100}, {"agencies_barred", 0}}, {{"places_per_year", 0}}, {{"selection", {"lottery"}}}}},
      {"matching_platform", {{{"job_orders_listed_percent", 100}}, {{"job_orders_listed_percent", 0}}}},
      {"circular_scheme", {{{"places_per_year", 50'000}, {"max_stay_months", 9}, {"reentry_right", 1}}, {{"places_per_year", 0}}}},
      {"seasonal_quota", {{{"places_per_year", 50'000}, {"max_stay_months", 9}, {"reentry_right", 0}}, {{"places_per_year", 0}}}},
      {"legal_pathway",
       {{{"places_per_year", 50'000}, {"worker_cost_usd", 100}}, {{"places_per_year", 0}}, {{"language_level", {"none"}}}}},
      {"student_mobility", {{{"places_per_year", 50'000}, {"work_hours_per_week", 40}}, {{"places_per_year", 0}}}},
      {"places_quota", {{{"places_per_year", 1'000}}, {{"places_per_year", 1e7}}}},
      {"nationalisation_quota", {{{"nationals_percent", 30}, {"firm_workers_min", 10}}, {{"nationals_percent", 0}}}},
  };
  return all;
}

// Few people, with a border that is closed in part, so that help in a crisis has somebody to help.
sim::RunTables run_with(std::vector<model::LeverSpec> levers) {
  const model::ShockSpec closure =
      shock_on("border_closure", everywhere, first_recorded + 1, first_recorded + months,
               {{"departures_stopped_percent", 20}, {"returns_stopped_percent", 60}, {"job_loss_percent_per_month", 1}});
  return tables_of({.parameters = {}, .levers = std::move(levers), .shocks = {closure}, .months = months, .burn_in_months = 2,
                    .scale = 100});
}

const sim::RunTables& baseline() {
  static const sim::RunTables tables = run_with({});
  return tables;
}

class EveryLever : public testing::TestWithParam<const model::LeverKind*> {
 protected:
  static const Strength* strength() {
    const auto found = strengths().find(GetParam()->name);
    return found == strengths().end() ? nullptr : &found->second;
  }
  static model::LeverSpec lever(double level, Month from = start) {
    model::LeverSpec spec = lever_on(std::string{GetParam()->name}, everywhere, from, level, strength()->numbers);
    spec.words = strength()->words;
    return spec;
  }
  void SetUp() override { ASSERT_NE(strength(), nullptr) << "give " << GetParam()->name << " a strength in strengths()"; }
};

INSTANTIATE_TEST_SUITE_P(Registry, EveryLever, testing::ValuesIn(model::lever_kinds().begin(), model::lever_kinds().end()),
                         [](const auto& tested) { return std::string{tested.param->name}; });

TEST_P(EveryLever, ChangesNotOneBitAtZeroImplementationOrBeforeItStarts) {
  model::LeverSpec later = lever(1, first_recorded + months);
  later.id = "later";
  expect_same(run_with({lever(0), later}), baseline());
}

std::vector<const model::LeverKind*> kinds_that_may_ask_for_nothing() {
  std::vector<const model::LeverKind*> kinds;
  for (const model::LeverKind* kind : model::lever_kinds()) {
    const auto found = strengths().find(kind->name);
    if (found != strengths().end() && !found->second.none.empty()) kinds.push_back(kind);
  }
  return kinds;
}

class WeakLever : public EveryLever {};
INSTANTIATE_TEST_SUITE_P(Registry, WeakLever, testing::ValuesIn(kinds_that_may_ask_for_nothing()),
                         [](const auto& tested) { return std::string{tested.param->name}; });

TEST_P(WeakLever, ChangesNotOneBitAtZeroStrength) {
  model::LeverSpec weak = lever(1);
  for (const auto& [key, value] : strength()->none) weak.numbers[key] = value;
  expect_same(run_with({weak}), baseline());
}

TEST_P(EveryLever, ChangesNothingBeforeItsStartAndSomethingAfter) {
  const sim::RunTables tables = run_with({lever(1)});
  for (int month = 0; month < start_place; ++month) {
    for (std::size_t o = 0; o < tables.origins; ++o) {
      for (std::size_t x = 0; x < 2; ++x) ASSERT_EQ(tables.origin_month(month, o, x), baseline().origin_month(month, o, x)) << month;
    }
  }
  if (!strength()->waits) {
    EXPECT_NE(tables.digest, baseline().digest);
  }
}

}  // namespace
}  // namespace sojourn::test
