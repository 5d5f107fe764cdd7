#include "model/returning.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

#include "model/indicators.hpp"

namespace sojourn::model {
namespace {

const Parameters standard;

TEST(ReturnReason, IsEarlyBeforeTheContractEndsOnly) {
  for (const ReturnReason reason :
       {ReturnReason::crisis, ReturnReason::deportation, ReturnReason::employer_violation, ReturnReason::health_injury,
        ReturnReason::dismissal_job_loss, ReturnReason::family}) {
    EXPECT_TRUE(is_early(reason)) << return_reason_names.at(sojourn::index(reason));
  }
  for (const ReturnReason reason : {ReturnReason::contract_not_renewed, ReturnReason::contract_own_choice,
                                    ReturnReason::target_reached, ReturnReason::age}) {
    EXPECT_FALSE(is_early(reason)) << return_reason_names.at(sojourn::index(reason));
  }
}

TEST(ReturnReason, FollowsTheEvent) {
  EXPECT_EQ(reason_of(EmploymentEvent::violence), ReturnReason::employer_violation);
  EXPECT_EQ(reason_of(EmploymentEvent::wage_withheld), ReturnReason::employer_violation);
  EXPECT_EQ(reason_of(EmploymentEvent::layoff), ReturnReason::dismissal_job_loss);
  EXPECT_EQ(reason_of(EmploymentEvent::dismissal), ReturnReason::dismissal_job_loss);
  EXPECT_EQ(reason_of(EmploymentEvent::illness), ReturnReason::health_injury);
  EXPECT_EQ(reason_of(EmploymentEvent::removal), ReturnReason::deportation);
  EXPECT_EQ(reason_of(EmploymentEvent::early_own), ReturnReason::family);
}

TEST(ReturnReason, AtContractEndIsTheEmployersTheTargetsOrTheWorkers) {
  EXPECT_EQ(reason_at_contract_end(false, 0.29, standard), ReturnReason::contract_not_renewed);
  EXPECT_EQ(reason_at_contract_end(true, 0.29, standard), ReturnReason::contract_not_renewed) << "tested first";
  EXPECT_EQ(reason_at_contract_end(true, 0.31, standard), ReturnReason::target_reached);
  EXPECT_EQ(reason_at_contract_end(false, 0.31, standard), ReturnReason::contract_own_choice);
}

TEST(ReturnReason, HasANameAndACountEachInTheOrderOfTheTest) {
  const std::set<std::string_view> names(return_reason_names.begin(), return_reason_names.end());
  EXPECT_EQ(names.size(), return_reason_names.size());
  ASSERT_EQ(return_counts.size(), return_reason_names.size());
  EXPECT_EQ(return_reason_names.at(sojourn::index(ReturnReason::age)), "age");
  EXPECT_EQ(return_counts.at(sojourn::index(ReturnReason::employer_violation)), Count::returns_violation);
  EXPECT_EQ(return_counts.at(sojourn::index(ReturnReason::dismissal_job_loss)), Count::returns_job_loss);
  EXPECT_EQ(return_counts.at(sojourn::index(ReturnReason::target_reached)), Count::returns_target);
  EXPECT_EQ(return_counts.at(sojourn::index(ReturnReason::age)), Count::returns_age);
}

TEST(Settling, IsForThoseWhoWereNotDrivenOut) {
  for (const double months : {1.0, 24.0, 120.0}) {
    for (const ReturnReason reason : {ReturnReason::crisis, ReturnReason::deportation, ReturnReason::employer_violation,
                                      ReturnReason::dismissal_job_loss}) {
      EXPECT_EQ(settle_probability(reason, Months{months}, standard), 0.0);
    }
    EXPECT_EQ(settle_probability(ReturnReason::age, Months{months}, standard), 1.0);
  }
}

TEST(Settling, AfterAContractAndAfterASeasonIsTheExampleOfItsPage) {
  for (const ReturnReason reason :
       {ReturnReason::contract_not_renewed, ReturnReason::contract_own_choice, ReturnReason::target_reached,
        ReturnReason::family, ReturnReason::health_injury}) {
    EXPECT_NEAR(settle_probability(reason, Months{24}, standard), 0.35, 1e-12);
    EXPECT_NEAR(settle_probability(reason, Months{48}, standard), 0.70, 1e-12);
    EXPECT_NEAR(settle_probability(reason, Months{7}, standard), 0.10, 5e-3);
    EXPECT_EQ(settle_probability(reason, Months{480}, standard), 0.7);
    EXPECT_EQ(settle_probability(reason, Months{0}, standard), 0.0);
  }
}

TEST(SearchFactor, IsDoubleAfterACrisisAndOneAfterAnythingElse) {
  EXPECT_EQ(search_factor(ReturnReason::crisis, standard), 3.0);
  for (std::size_t r = 1; r < return_reason_names.size(); ++r) {
    EXPECT_EQ(search_factor(static_cast<ReturnReason>(r), standard), 1.0) << return_reason_names.at(r);
  }
}

TEST(SavingsTarget, IsOneTraitOfThePersonInProportionToTheHomeWage) {
  const RunKey run = run_key(3, 0);
  int with_target = 0;
  for (std::uint32_t i = 0; i < 200; ++i) {
    const PersonId person{0, 1, i};
    const double at_100 = savings_target_usd(run, person, UsdPerMonth{100}, standard);
    EXPECT_DOUBLE_EQ(savings_target_usd(run, person, UsdPerMonth{200}, standard), 2 * at_100);
    EXPECT_EQ(savings_target_usd(run, person, UsdPerMonth{100}, standard), at_100);
    if (at_100 > 0) ++with_target;
  }
  EXPECT_GT(with_target, 40);
  EXPECT_LT(with_target, 120);
  Parameters nobody;
  nobody.savings_target_share = 0;
  for (std::uint32_t i = 0; i < 50; ++i)
    EXPECT_EQ(savings_target_usd(run, PersonId{0, 1, i}, UsdPerMonth{100}, nobody), 0.0);
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
