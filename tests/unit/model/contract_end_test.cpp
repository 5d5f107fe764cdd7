#include "model/contract_end.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sojourn::model {
namespace {

const Parameters standard;

RenewalTerms at_rest(double stays) {
  return {.regime_logit = std::log(stays / (1 - stays)),
          .wage_offered = UsdPerMonth{295},
          .wage_reference = UsdPerMonth{295}};
}

TEST(MeanStay, OfContractsOfTwoYearsIsTheExampleOfItsPage) {
  const auto stay = [](double renewal) { return mean_stay(Months{24}, PerMonth{0.008}, renewal).value(); };
  EXPECT_NEAR(stay(0.36), 31, 0.5);
  EXPECT_NEAR(stay(0.57), 41, 0.5);
  EXPECT_NEAR(stay(0.67), 49, 0.5);
  EXPECT_NEAR(stay(0.77), 60, 0.5);
  EXPECT_NEAR(stay(0), 21.84, 5e-3);
}

TEST(MeanStay, IsTheContractWithoutExitsAndRenewals) {
  EXPECT_EQ(mean_stay(Months{24}, PerMonth{0}, 0).value(), 24.0);
  EXPECT_EQ(mean_stay(Months{24}, PerMonth{0}, 0.5).value(), 48.0);
}

TEST(RenewalFor, IsTheInverseOfMeanStay) {
  for (const double renewal : {0.0, 0.2, 0.57, 0.9}) {
    for (const double exits : {0.0, 0.004, 0.015}) {
      const Months stay = mean_stay(Months{36}, PerMonth{exits}, renewal);
      EXPECT_NEAR(renewal_for(Months{36}, PerMonth{exits}, stay), renewal, 1e-12);
    }
  }
}

TEST(RenewalFor, StaysAChanceWhereNoRenewalCouldGiveTheStay) {
  EXPECT_EQ(renewal_for(Months{24}, PerMonth{0.008}, Months{10}), 0.0);
  EXPECT_EQ(renewal_for(Months{24}, PerMonth{0.008}, Months{5000}), 0.98);
}

TEST(StayProbability, AtRestIsTheFittedOne) { EXPECT_NEAR(stay_probability(at_rest(0.67), standard), 0.67, 1e-12); }

TEST(StayProbability, IsTheExampleOfItsPage) {
  RenewalTerms raised = at_rest(0.67);
  raised.wage_offered = UsdPerMonth{324.5};
  EXPECT_NEAR(stay_probability(raised, standard), 0.782, 5e-4);
  RenewalTerms closed = at_rest(0.70);
  closed.fill_of_orders = 0.5;
  EXPECT_NEAR(stay_probability(closed, standard), 0.810, 5e-4);
  closed = at_rest(0.70);
  closed.way_open = 0.5;
  EXPECT_NEAR(stay_probability(closed, standard), 0.810, 5e-4);
  closed.way_open = 0.05;
  EXPECT_NEAR(stay_probability(closed, standard), 0.879, 5e-4);
  RenewalTerms arrived_at_target = at_rest(0.67);
  arrived_at_target.target_reached = true;
  EXPECT_NEAR(stay_probability(arrived_at_target, standard), 0.428, 5e-4);
  RenewalTerms indebted = at_rest(0.67);
  indebted.debt_over_half_year_wage = 1;
  EXPECT_NEAR(stay_probability(indebted, standard), 0.733, 5e-4);
  RenewalTerms shrinking = at_rest(0.67);
  shrinking.layoff_hazard = 0.01;
  EXPECT_NEAR(stay_probability(shrinking, standard), 0.536, 5e-4);
}

TEST(StayProbability, RisesWithPayDebtAndUnfilledOrdersAndIsZeroWhereTheMarketCollapses) {
  const double base = stay_probability(at_rest(0.5), standard);
  RenewalTerms terms = at_rest(0.5);
  terms.wage_offered = UsdPerMonth{296};
  EXPECT_GT(stay_probability(terms, standard), base);
  terms = at_rest(0.5);
  terms.debt_over_half_year_wage = 2;
  EXPECT_GT(stay_probability(terms, standard), base);
  const double at_two = stay_probability(terms, standard);
  terms.debt_over_half_year_wage = 7;
  EXPECT_EQ(stay_probability(terms, standard), at_two);
  terms = at_rest(0.5);
  terms.fill_of_orders = 0.9;
  EXPECT_GT(stay_probability(terms, standard), base);
  terms.layoff_hazard = standard.layoff_hazard_max_per_month;
  EXPECT_EQ(stay_probability(terms, standard), 0.0);
}

TEST(StayProbability, RisesAsTheWayInShutsButNotWhereNobodyIsFoundAnyway) {
  RenewalTerms terms = at_rest(0.5);
  double before = stay_probability(terms, standard);
  for (const double open : {0.9, 0.5, 0.1, 0.0}) {
    terms.way_open = open;
    EXPECT_GT(stay_probability(terms, standard), before) << open;
    before = stay_probability(terms, standard);
  }
  terms.fill_of_orders = 0;
  EXPECT_EQ(stay_probability(terms, standard), before);
  terms.way_open = 1;
  EXPECT_EQ(stay_probability(terms, standard), before);
}

}  // namespace
}  // namespace sojourn::model
