// What clauses of agreements write: the worked numbers of their pages, and which of two holds.
#include <gtest/gtest.h>

#include <algorithm>

#include "model/conditions.hpp"
#include "model/levers/equal_treatment.hpp"
#include "model/levers/terms.hpp"
#include "model/protection.hpp"
#include "model/social_protection.hpp"
#include "unit/model/levers/lever_support.hpp"

namespace sojourn::model::test {
namespace {

const Parameters standard;

MarketTerms terms(const std::vector<LeverSpec>& levers, Sex sex = Sex::women, Sector sector = Sector::construction) {
  return terms_of(levers, start + 5, CorridorId{0}, sector, sex, Skill::elementary, 250);
}
LeverSpec with_word(LeverSpec lever, const std::string& key, const std::string& word) {
  lever.words[key] = {word};
  return lever;
}

const LeverSpec equal = lever_of("equal_treatment", 0.4, {{"gap_closed_percent", 50}});
const LeverSpec insurance =
    with_word(lever_of("health_insurance", 0.6, {{"workers_covered_percent", 90}}), "paid_by", "employer");
const LeverSpec pension =
    lever_of("social_security_portability", 0.5, {{"portable_percent", 80}, {"contribution_percent", 10}});
const LeverSpec committee =
    lever_of("joint_committee", 1, {{"meetings_per_year", 4}, {"joint_inspections_per_year", 300}});
const LeverSpec home =
    with_word(lever_of("return_clause", 0.5, {{"wages_settled_percent", 80}}), "ticket_paid_by", "employer");
const LeverSpec calls = lever_of("family_communication", 0.5, {{"hours_per_week", 5}});
const LeverSpec records =
    lever_of("data_exchange", 1, {{"records_shared_percent", 80}, {"by_sex", 1}, {"delay_months", 3}});
const LeverSpec framework =
    lever_of("gbvh_framework", 1, {{"shelter_places", 400}, {"shared_blacklist", 1}, {"case_handover_days", 7}});

TEST(EqualTreatment, IsTheWorkedExampleOfTheDocs) {
  MarketTerms now = terms({equal});
  set_equal_pay_floor(now, 250, 400);
  EXPECT_DOUBLE_EQ(now.wage_floor_usd_per_month, 325);
  EXPECT_EQ(now.wage_floor_enforcement, 0.4);
}

TEST(EqualTreatment, LeavesTheBestPaidAndAHigherFloorAlone) {
  MarketTerms best = terms({equal});
  set_equal_pay_floor(best, 400, 400);
  EXPECT_EQ(best.wage_floor_usd_per_month, 0);
  MarketTerms floored = terms({equal, wage_floor(0.9, 350)});
  set_equal_pay_floor(floored, 250, 400);
  EXPECT_EQ(floored.wage_floor_usd_per_month, 350);
  EXPECT_EQ(floored.wage_floor_enforcement, 0.9);
  MarketTerms none;
  set_equal_pay_floor(none, 250, 400);
  EXPECT_EQ(none, MarketTerms{});
}

TEST(HealthInsurance, IsTheWorkedExampleOfTheDocs) {
  const MarketTerms now = terms({insurance});
  EXPECT_NEAR(insured_share(now, standard), 0.717, 5e-4);
  EXPECT_NEAR(clause_cost({.insured = now.insured_by_employer}, UsdPerMonth{300}, Months{24}, PerMonth{0.008}, standard)
                  .value(),
              6.48, 5e-3);
  const MarketTerms own = terms({with_word(insurance, "paid_by", "worker")});
  EXPECT_EQ(own.insured_by_employer, 0);
  EXPECT_NEAR(insurance_of_workers(own.insured_by_worker, Months{24}, standard).value(), 155.52, 5e-3);
}

TEST(SocialSecurityPortability, IsTheWorkedExampleOfTheDocs) {
  const MarketTerms now = terms({pension});
  EXPECT_EQ(now.social_security_since, start.count());
  EXPECT_EQ(social_security_at_return(now, 30'000, start.count(), start.count() + 20), 48'000);
  EXPECT_DOUBLE_EQ(300 * now.social_security_cost, 15);
  EXPECT_EQ(now.social_security_reached, 0.5);
}

TEST(JointCommittee, IsTheWorkedExampleOfTheDocs) {
  const MarketTerms now = terms({committee});
  EXPECT_NEAR(committee_chance(now, {.committee_waiting = 50}, 1, standard), 0.167, 5e-4);
  EXPECT_EQ(committee_chance(now, {.committee_waiting = 2}, 1, standard), 1.0);
  EXPECT_EQ(committee_chance({}, {.committee_waiting = 50}, 1, standard), 0.0);
  const ConditionFactors visited =
      condition_factors(now, Sector::construction, standard, {.corridor_workers = 100'000});
  EXPECT_NEAR(visited.violence, 0.985, 5e-4);
  EXPECT_EQ(condition_factors(now, Sector::construction, standard), ConditionFactors{}) << "nobody to visit";
  EXPECT_EQ(terms({committee, named(committee, "other")}).committee_meetings_per_year, 8);
}

TEST(ReturnClause, IsTheWorkedExampleOfTheDocs) {
  const MarketTerms now = terms({home});
  EXPECT_NEAR(clause_cost({.tickets = now.tickets_by_employer}, UsdPerMonth{300}, Months{24}, PerMonth{0.008}, standard)
                  .value(),
              1.27, 5e-3);
  EXPECT_DOUBLE_EQ(900 * now.wages_settled, 720);
  EXPECT_EQ(now.wages_settled_reached, 0.5);
  EXPECT_EQ(terms({with_word(home, "ticket_paid_by", "worker")}).tickets_by_employer, 0);
}

TEST(FamilyCommunication, IsTheWorkedExampleOfTheDocs) {
  const ConditionFactors factors = condition_factors(terms({calls}), Sector::domestic_work, standard);
  EXPECT_NEAR(factors.violence, 0.906, 5e-4);
  EXPECT_EQ(factors.threat, factors.violence);
  EXPECT_EQ(factors.confinement, factors.violence);
  EXPECT_EQ(factors.wage_withheld, 1);
}

TEST(DataExchange, IsTheWorkedExampleOfTheDocs) {
  EXPECT_DOUBLE_EQ(records_value(terms({records}), Sex::women, standard), 0.64);
  LeverSpec without = records;
  without.numbers["by_sex"] = 0;
  EXPECT_DOUBLE_EQ(records_value(terms({without}), Sex::women, standard), 0.32);
  EXPECT_DOUBLE_EQ(records_value(terms({without}), Sex::men, standard), 0.64);
  const LeverSpec visits =
      lever_of("labour_inspection", 1, {{"inspections_per_1000_workers_per_year", 14}, {"fine_usd", 2000}});
  const LeverSpec more =
      lever_of("labour_inspection", 1, {{"inspections_per_1000_workers_per_year", 22.96}, {"fine_usd", 2000}});
  const ConditionFactors aimed =
      condition_factors(terms({records, visits}), Sector::construction, standard, {.sex = Sex::women});
  EXPECT_NEAR(aimed.violence, condition_factors(terms({more}), Sector::construction, standard).violence, 1e-6);
  EXPECT_EQ(condition_factors(terms({records}), Sector::construction, standard), ConditionFactors{}) << "nobody to aim";
}

TEST(GbvhFramework, IsTheWorkedExampleOfTheDocs) {
  const MarketTerms now = terms({framework});
  EXPECT_NEAR(shelter_chance(now, {}, 1, standard), 0.303, 5e-4);
  EXPECT_EQ(now.blacklist_enforcement, 1);
  EXPECT_EQ(now.blacklist_violations, 1);
  EXPECT_EQ(now.blacklist_months, 24);
  LeverSpec unlisted = framework;
  unlisted.numbers["shared_blacklist"] = 0;
  EXPECT_EQ(terms({unlisted}).blacklist_enforcement, 0);
  const LeverSpec response =
      lever_of("gbvh_response", 1, {{"shelter_places", 100}, {"hotline_reach_percent", 60}, {"days_to_respond", 9}});
  EXPECT_EQ(terms({framework, response}), terms({response, framework}));
  EXPECT_EQ(terms({framework, response}).shelter_places, 500);
}

TEST(Clauses, WriteTheSameInAnyOrder) {
  std::vector<LeverSpec> levers;
  for (const LeverSpec& one : {equal, insurance, pension, committee, home, calls, records, framework}) {
    levers.push_back(one);
    LeverSpec other = named(one, one.kind + "-2");
    other.implementation.front().level = 0.7;
    for (auto& [key, value] : other.numbers) value = std::max(1.0, value * 0.9);
    if (other.numbers.contains("by_sex")) other.numbers["by_sex"] = 0;
    levers.push_back(other);
  }
  const MarketTerms forwards = terms(levers);
  std::ranges::reverse(levers);
  EXPECT_EQ(terms(levers), forwards);
}

TEST(Clauses, WriteNothingAtZero) {
  for (LeverSpec one : {equal, insurance, pension, committee, home, calls, records, framework}) {
    one.implementation.front().level = 0;
    EXPECT_EQ(terms({one}), MarketTerms{}) << one.kind;
  }
  for (LeverSpec one : {equal, insurance, pension, committee, calls, records}) {
    for (auto& [key, value] : one.numbers) value = 0;
    EXPECT_EQ(terms({one}), MarketTerms{}) << one.kind << " without strength";
  }
}

}  // namespace
}  // namespace sojourn::model::test
