#include "model/reintegration.hpp"

#include <gtest/gtest.h>

namespace sojourn::model {
namespace {

const Parameters standard;

TEST(Reintegration, KeepsSeatsForWomenAndLeavesTheOthersToMen) {
  const SeatsAsked asked{.all = 1'000, .women = 400};
  const SeatsGranted lot = seats_granted(350, asked, 0), kept = seats_granted(350, asked, 0.6);
  EXPECT_DOUBLE_EQ(lot.women, 0.35);
  EXPECT_EQ(lot.women, lot.men);
  EXPECT_DOUBLE_EQ(kept.women, 0.525);
  EXPECT_NEAR(kept.men, 0.2333, 5e-5);
  EXPECT_DOUBLE_EQ(kept.women * 400 + kept.men * 600, 350) << "no seat more";
  // Seats that women leave; a share that the lot gives them anyway; seats for all; women alone, and none.
  const SeatsGranted few = seats_granted(350, {.all = 700, .women = 100}, 0.6);
  EXPECT_EQ(few.women, 1);
  EXPECT_DOUBLE_EQ(few.men * 600, 250);
  EXPECT_EQ(seats_granted(350, asked, 0.3).women, lot.women);
  EXPECT_EQ(seats_granted(2'000, asked, 0.6).men, 1);
  EXPECT_DOUBLE_EQ(seats_granted(350, {.all = 400, .women = 400}, 0.6).women, 0.875);
  EXPECT_DOUBLE_EQ(seats_granted(350, {.all = 600, .women = 0}, 1).men, 350.0 / 600);
}

TEST(JobSearch, IsTheExampleOfItsPage) {
  const double in_2020 = job_hazard(Sex::men, 0.65, false, standard);
  EXPECT_NEAR(in_2020, 0.065, 1e-12);
  EXPECT_NEAR(still_without_work(in_2020, 5), 0.71, 0.005);
  EXPECT_NEAR(still_without_work(job_hazard(Sex::women, 1, false, standard), 12), 0.54, 0.005);
}

TEST(JobSearch, IsSlowerForWomenForTheSickAndInABadMarketAndNeverAboveOne) {
  const double usual = job_hazard(Sex::men, 1, false, standard);
  EXPECT_LT(job_hazard(Sex::women, 1, false, standard), usual);
  EXPECT_NEAR(job_hazard(Sex::men, 1, true, standard), usual / 2, 1e-12);
  EXPECT_EQ(job_hazard(Sex::men, 0, false, standard), 0.0);
  EXPECT_EQ(job_hazard(Sex::men, 100, false, standard), 1.0);
  EXPECT_EQ(still_without_work(0, 600), 1.0);
  EXPECT_EQ(still_without_work(usual, 0), 1.0);
  EXPECT_EQ(still_without_work(usual, -3), 1.0);
}

// The answer of one keyed stream.
HomeWork answer(HomeWork now, double hazard, Cents savings, std::uint64_t who, const Parameters& parameters = standard) {
  RandomStream stream{run_key(5, 0), who, 24'000, Draw::home_life};
  return next_work(now, hazard, savings, 300'000, stream, parameters);
}

TEST(Work, StaysAsItIsForWorkersAndTheInactive) {
  for (std::uint64_t who = 0; who < 200; ++who) {
    EXPECT_EQ(answer(HomeWork::wage_work, 1, 1'000'000, who), HomeWork::wage_work);
    EXPECT_EQ(answer(HomeWork::inactive, 1, 1'000'000, who), HomeWork::inactive);
  }
}

TEST(Work, IsFoundByEverybodyAtAHazardOfOneAndByNobodyAtZero) {
  for (std::uint64_t who = 0; who < 200; ++who) {
    EXPECT_EQ(answer(HomeWork::seeking, 1, 0, who), HomeWork::wage_work);
    EXPECT_EQ(answer(HomeWork::seeking, 0, 0, who), HomeWork::seeking);
  }
}

TEST(Enterprise, NeedsTheWholeEntryCostInSavings) {
  EXPECT_EQ(enterprise_entry(UsdPerMonth{100}, standard), 300'000) << "thirty home wages";
  Parameters eager;
  eager.enterprise_start_per_month = 1;
  for (std::uint64_t who = 0; who < 200; ++who) {
    EXPECT_EQ(answer(HomeWork::seeking, 0, 299'999, who, eager), HomeWork::seeking);
    EXPECT_EQ(answer(HomeWork::seeking, 0, 300'000, who, eager), HomeWork::enterprise);
  }
  eager.enterprise_failure_per_month = 1;
  EXPECT_EQ(answer(HomeWork::enterprise, 0, 0, 1, eager), HomeWork::seeking);
  eager.enterprise_failure_per_month = 0;
  EXPECT_EQ(answer(HomeWork::enterprise, 1, 0, 1, eager), HomeWork::enterprise);
}

TEST(Distress, IsTheExampleOfItsPage) {
  const UsdPerMonth wage{100};
  EXPECT_NEAR(distress_on_return({.months = 24}, wage, standard), 0.091, 5e-4);
  const Experience driven_out{.violation = true, .owed_lost = 60'000, .debt_ratio = 0.5, .months = 12};
  EXPECT_NEAR(distress_on_return(driven_out, wage, standard), 0.366, 5e-4);
  EXPECT_NEAR(after_half_lives(0.366, 9, standard.distress_half_life_months), 0.183, 1e-12);
}

TEST(Distress, RisesWithEveryHarmAndStaysBelowOne) {
  const UsdPerMonth wage{100};
  const double none = distress_on_return({}, wage, standard);
  EXPECT_GT(none, 0);
  EXPECT_GT(distress_on_return({.violation = true}, wage, standard), none);
  EXPECT_GT(distress_on_return({.owed_lost = 50'000}, wage, standard), none);
  EXPECT_GT(distress_on_return({.debt_ratio = 1}, wage, standard), none);
  EXPECT_GT(distress_on_return({.months = 36}, wage, standard), none);
  EXPECT_GT(distress_on_return({.harmed = true}, wage, standard), none);
  EXPECT_GT(distress_on_return({.injured = true}, wage, standard), none);
  EXPECT_LT(distress_on_return({.violation = true, .owed_lost = 1'000'000'000, .debt_ratio = 1e9, .months = 600, .harmed = true, .injured = true}, wage, standard), 1.0);
}

TEST(Recovery, TakesAMonthAtLeastAndTwentyInTheMean) {
  EXPECT_EQ(months_to_recover(0.99, standard), 1);
  EXPECT_EQ(months_to_recover(0.5, standard), 14) << "ln 0.5 / ln 0.95 = 13.5";
  double sum = 0;
  constexpr int draws = 10'000;
  for (int i = 0; i < draws; ++i) sum += months_to_recover((i + 0.5) / draws, standard);
  EXPECT_NEAR(sum / draws, 20, 0.1);
}

TEST(Index, IsTheExampleOfItsPage) {
  const Reintegration settled = reintegration({.work = HomeWork::wage_work, .debt_ratio = 0, .distress_on_return = 0.091,
                                               .months_abroad = 24, .months_home = 12}, standard);
  EXPECT_EQ(settled.economic, 1.0);
  EXPECT_NEAR(settled.social, 0.875, 1e-12);
  EXPECT_NEAR(settled.psychosocial, 0.964, 5e-4);
  EXPECT_NEAR(settled.index(), 0.946, 5e-4);
  const Reintegration driven_out = reintegration({.work = HomeWork::seeking, .debt_ratio = 0.5, .distress_on_return = 0.366,
                                                  .months_abroad = 12, .months_home = 12}, standard);
  EXPECT_EQ(driven_out.economic, 0.25);
  EXPECT_NEAR(driven_out.index(), 0.681, 5e-4);
}

TEST(Index, LiesBetweenZeroAndOneAndRisesWithTimeAtHome) {
  for (const HomeWork work : {HomeWork::seeking, HomeWork::wage_work, HomeWork::enterprise, HomeWork::inactive}) {
    for (const double debt : {0.0, 0.4, 50.0}) {
      double before = -1;
      for (const int home : {0, 3, 12, 60, 600}) {
        const Reintegration is = reintegration({.work = work, .debt_ratio = debt, .distress_on_return = 0.8, .months_abroad = 600,
                                                .months_home = home}, standard);
        for (const double score : {is.economic, is.social, is.psychosocial}) {
          EXPECT_GE(score, 0.0);
          EXPECT_LE(score, 1.0);
        }
        EXPECT_GT(is.index(), before);
        before = is.index();
      }
    }
  }
}

TEST(EnterpriseLoan, IsTheExampleOfItsPage) {
  MarketTerms terms;
  terms.credit_loans_per_month = 1;
  terms.credit_limit_usd = 2'000;
  terms.credit_rate_per_year = 0.05;
  terms.credit_term_months = 60;
  const UsdPerMonth wage{100};
  const Cents entry = enterprise_entry(wage, standard);
  EXPECT_TRUE(lacks_credit(HomeWork::seeking, 120'000, entry, terms));
  EXPECT_FALSE(lacks_credit(HomeWork::seeking, 99'999, entry, terms)) << "over the limit";
  const HomeDebt debt = with_enterprise_loan({}, 0, entry - 120'000, terms, wage, standard);
  EXPECT_EQ(debt.loan.principal, 180'000);
  EXPECT_EQ(debt.service.instalment, 2'500);
  EXPECT_EQ(debt.service.months, 86);
  EXPECT_EQ(balance_after(debt.loan, 2'500, 86), 0);
  EXPECT_EQ(with_enterprise_loan({}, 0, 180'000, terms, UsdPerMonth{1'000}, standard).service.instalment, 3'397);
}

}  // namespace
}  // namespace sojourn::model
