#include "model/returning.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace sojourn::model {
namespace {

const Parameters standard;

TEST(ReturnReason, IsEarlyBeforeTheContractEndsOnly) {
  EXPECT_TRUE(is_early(ReturnReason::employer_violation));
  EXPECT_TRUE(is_early(ReturnReason::job_loss));
  EXPECT_TRUE(is_early(ReturnReason::family_health_own));
  EXPECT_TRUE(is_early(ReturnReason::crisis));
  EXPECT_FALSE(is_early(ReturnReason::not_renewed_or_own_choice));
  EXPECT_FALSE(is_early(ReturnReason::age));
}

TEST(ReturnReason, FollowsTheEvent) {
  EXPECT_EQ(reason_of(EmploymentEvent::early_violation), ReturnReason::employer_violation);
  EXPECT_EQ(reason_of(EmploymentEvent::layoff), ReturnReason::job_loss);
  EXPECT_EQ(reason_of(EmploymentEvent::early_own), ReturnReason::family_health_own);
}

TEST(ReturnReason, HasANameEach) {
  EXPECT_EQ(std::set<std::string_view>(return_reason_names.begin(), return_reason_names.end()).size(), 6U);
  EXPECT_EQ(return_reason_names[static_cast<std::size_t>(ReturnReason::age)], "age");
}

TEST(Settling, IsForThoseWhoWereNotDrivenOut) {
  for (const double months : {1.0, 24.0, 120.0}) {
    EXPECT_EQ(settle_probability(ReturnReason::employer_violation, Months{months}, standard), 0.0);
    EXPECT_EQ(settle_probability(ReturnReason::job_loss, Months{months}, standard), 0.0);
    EXPECT_EQ(settle_probability(ReturnReason::age, Months{months}, standard), 1.0);
  }
}

TEST(Settling, AfterAContractAndAfterASeasonIsTheExampleOfItsPage) {
  for (const ReturnReason reason : {ReturnReason::not_renewed_or_own_choice, ReturnReason::family_health_own}) {
    EXPECT_NEAR(settle_probability(reason, Months{24}, standard), 0.35, 1e-12);
    EXPECT_NEAR(settle_probability(reason, Months{48}, standard), 0.70, 1e-12);
    EXPECT_NEAR(settle_probability(reason, Months{7}, standard), 0.10, 5e-3);
    EXPECT_EQ(settle_probability(reason, Months{480}, standard), 0.7);
    EXPECT_EQ(settle_probability(reason, Months{0}, standard), 0.0);
  }
}

TEST(HomeService, IsTheExampleOfItsPage) {
  const Loan left{.principal = 40'000, .rate_per_month = 0.02};
  const Service service = home_service(left, UsdPerMonth{100}, standard);
  EXPECT_EQ(service.instalment, 2'500);
  EXPECT_EQ(service.months, 20);
  EXPECT_EQ(balance_after(left, service.instalment, service.months), 0);
}

TEST(HomeService, OfADebtTooLargeForAHomeWageNeverEnds) {
  EXPECT_EQ(home_service({.principal = 200'000, .rate_per_month = 0.02}, UsdPerMonth{100}, standard).months,
            never_repaid);
  EXPECT_EQ(home_service({}, UsdPerMonth{100}, standard).months, 0);
}

}  // namespace
}  // namespace sojourn::model
