#include "model/social_protection.hpp"

#include <gtest/gtest.h>

namespace sojourn::model {
namespace {

const Parameters standard;

MarketTerms insured(double by_employer, double by_worker) {
  MarketTerms terms;
  terms.insured_by_employer = by_employer;
  terms.insured_by_worker = by_worker;
  return terms;
}

TEST(SocialProtection, GivesTheWorkedNumbers) {
  EXPECT_NEAR(insured_share(insured(0.54, 0), standard), 0.717, 5e-4);
  EXPECT_EQ(treatment_cost(30'000, standard), 45'000);
  MarketTerms terms;
  terms.social_security_share = 0.08;
  EXPECT_EQ(social_security_at_return(terms, 30'000, 100, 120), 48'000);
  EXPECT_NEAR(clause_cost({.insured = 0.54, .contributions = 0.05, .tickets = 0.5}, UsdPerMonth{300}, Months{24},
                          PerMonth{0.008}, standard)
                  .value(),
              22.75, 5e-3);
  EXPECT_EQ(end_of_service_pay(20'000, 30, standard), 50'000);
  EXPECT_NEAR(clause_cost({.end_of_service = 0.5}, UsdPerMonth{300}, Months{24}, PerMonth{0.008}, standard).value(), 10.32, 5e-3);
}

TEST(SocialProtection, PaysForServiceByItsMonthsAndExpectsLessOfItWhereMoreLeaveEarly) {
  EXPECT_EQ(end_of_service_pay(20'000, 0, standard), 0);
  EXPECT_EQ(end_of_service_pay(20'000, -1, standard), 0);
  EXPECT_GT(end_of_service_pay(20'000, 31, standard), end_of_service_pay(20'000, 30, standard));
  const auto cost = [](double hazard) {
    return clause_cost({.end_of_service = 1}, UsdPerMonth{300}, Months{24}, PerMonth{hazard}, standard).value();
  };
  EXPECT_DOUBLE_EQ(cost(0), 25);
  EXPECT_LT(cost(0.02), cost(0.01));
}

TEST(SocialProtection, IsTodaysWithoutARule) {
  EXPECT_DOUBLE_EQ(insured_share({}, standard), standard.insured_share);
  EXPECT_EQ(insurance_of_workers(0, Months{24}, standard).value(), 0);
  EXPECT_EQ(clause_cost({}, UsdPerMonth{300}, Months{24}, PerMonth{0.008}, standard).value(), 0);
  EXPECT_EQ(social_security_at_return({}, 30'000, 100, 120), 0);
}

TEST(SocialProtection, CoversMoreWhoeverPays) {
  EXPECT_GT(insured_share(insured(0.5, 0), standard), standard.insured_share);
  EXPECT_EQ(insured_share(insured(0.5, 0), standard), insured_share(insured(0, 0.5), standard));
  EXPECT_DOUBLE_EQ(insured_share(insured(1, 0), standard), 1);
  EXPECT_GT(insurance_of_workers(0.5, Months{24}, standard).value(), 0);
}

TEST(SocialProtection, CountsNoContributionsFromBeforeTheRuleOrBeforeArrival) {
  MarketTerms terms;
  terms.social_security_share = 0.1;
  terms.social_security_since = 110;
  EXPECT_EQ(social_security_at_return(terms, 1'000, 100, 120), 1'000);
  EXPECT_EQ(social_security_at_return(terms, 1'000, 115, 120), 500);
  EXPECT_EQ(social_security_at_return(terms, 1'000, 100, 109), 0);
}

TEST(SocialProtection, LeavesTheWayHomeToWorkersWhoLeaveEarlyOfThemselves) {
  for (const ReturnReason own : {ReturnReason::family, ReturnReason::employer_violation, ReturnReason::health_injury}) {
    EXPECT_TRUE(pays_own_ticket(own));
  }
  for (const ReturnReason other :
       {ReturnReason::crisis, ReturnReason::deportation, ReturnReason::dismissal_job_loss,
        ReturnReason::contract_own_choice, ReturnReason::target_reached, ReturnReason::age}) {
    EXPECT_FALSE(pays_own_ticket(other));
  }
}

}  // namespace
}  // namespace sojourn::model
