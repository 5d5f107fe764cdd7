#include "model/conditions.hpp"

#include <gtest/gtest.h>

namespace sojourn::model {
namespace {

const Parameters standard;

TEST(Conditions, AreThoseOfNoRuleWithoutOne) {
  for (const Sector sector : {Sector::domestic_work, Sector::construction}) EXPECT_EQ(condition_factors({}, sector, standard), ConditionFactors{});
}

TEST(Conditions, GiveTheWorkedNumbers) {
  EXPECT_DOUBLE_EQ(fine_weight(1000, standard), 0.8);
  EXPECT_EQ(fine_weight(0, standard), 0.0);
  MarketTerms paid;
  paid.wage_protection = 1;
  paid.wage_protection_days = 7;
  EXPECT_NEAR(condition_factors(paid, Sector::construction, standard).wage_withheld, 0.595, 5e-4);
  EXPECT_DOUBLE_EQ(hours_strength(48, 0, standard), 1);
  EXPECT_NEAR(hours_strength(112, 4, standard), 0.307, 5e-4);
  EXPECT_EQ(hours_strength(112, 0, standard), 0.0);
  EXPECT_NEAR(visited_within_year(14, Sector::construction, standard), 0.244, 5e-4);
  EXPECT_NEAR(visited_within_year(14, Sector::domestic_work, standard), 0.0014, 5e-5);
}

TEST(Conditions, AvertOnlyWhatTheirRuleIsAbout) {
  MarketTerms hours;
  hours.hours_rule = 0.5;
  hours.hours_rule_per_week = 48;
  const ConditionFactors factors = condition_factors(hours, Sector::domestic_work, standard);
  EXPECT_DOUBLE_EQ(factor_of(factors, EmploymentEvent::long_hours), 0.75);
  for (const EmploymentEvent other : {EmploymentEvent::death, EmploymentEvent::wage_withheld, EmploymentEvent::violence, EmploymentEvent::layoff}) {
    EXPECT_EQ(factor_of(factors, other), 1.0);
  }
}

TEST(Conditions, OfInspectorsReachAllHarmAndHouseholdsLess) {
  MarketTerms visits;
  visits.inspections_per_1000_year = 50;
  visits.inspection_fine_usd = 2000;
  const ConditionFactors site = condition_factors(visits, Sector::construction, standard);
  const ConditionFactors household = condition_factors(visits, Sector::domestic_work, standard);
  EXPECT_LT(site.violence, household.violence);
  EXPECT_LT(household.violence, 1);
  EXPECT_EQ(site.wage_withheld, site.injury);
  visits.inspection_fine_usd = 0;
  EXPECT_EQ(condition_factors(visits, Sector::construction, standard).violence, 1.0) << "without a fine nothing is at stake";
}

TEST(Conditions, LowerLogitsByTheFinesWeight) {
  MarketTerms terms;
  terms.passport_ban = 0.5;
  terms.passport_ban_fine_usd = 1000;
  terms.standard_contract = 0.6;
  terms.standard_contract_fine_usd = 2000;
  const ConditionFactors factors = condition_factors(terms, Sector::construction, standard);
  EXPECT_DOUBLE_EQ(factors.passport_logit, -0.6);
  EXPECT_NEAR(factors.substitution_logit, -0.427, 5e-4);
}

}  // namespace
}  // namespace sojourn::model
