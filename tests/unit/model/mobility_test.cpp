#include "model/mobility.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "model/contract_end.hpp"

namespace sojourn::model {
namespace {

const Parameters standard;
const MobilityRule tied = mobility_rule(Sponsorship::tied, standard);
const MobilityRule at_end = mobility_rule(Sponsorship::contract_end, standard);
const MobilityRule free_to_move = mobility_rule(Sponsorship::free, standard);

TEST(MobilityRule, FollowsTheSponsorship) {
  EXPECT_FALSE(tied.within_contract || tied.at_contract_end);
  EXPECT_TRUE(!at_end.within_contract && at_end.at_contract_end);
  EXPECT_TRUE(free_to_move.within_contract && free_to_move.at_contract_end);
}

TEST(RequestHazard, IsTheExampleOfItsPage) {
  EXPECT_NEAR(request_hazard(free_to_move, standard) * 1200, 9.6, 1e-9);                               // requests per 100 a year
  EXPECT_NEAR(request_hazard(free_to_move, standard) * 1200 * free_to_move.approval, 6.2, 0.05);  // moves
  EXPECT_EQ(request_hazard(tied, standard), 0.0);
  EXPECT_EQ(request_hazard(at_end, standard), 0.0);
}

TEST(RequestFactor, RisesWithHarmAndFallsWithDebt) {
  EXPECT_EQ(request_factor(false, 0, standard), 1.0);
  EXPECT_EQ(request_factor(true, 0, standard), 3.0);
  EXPECT_NEAR(request_factor(false, 1, standard), std::exp(-0.5), 1e-15);
}

TEST(Absconding, IsForTheTiedAloneAndTheExampleOfItsPage) {
  EXPECT_EQ(absconding_hazard(free_to_move, standard), 0.0);
  EXPECT_NEAR(absconding_hazard(tied, standard) * 12'000, 2.4, 1e-9);  // per 1,000 a year
  EXPECT_EQ(absconding_factor(1, 0, false, 1, standard), 1.0);
  EXPECT_NEAR(absconding_factor(2, 2, true, 1, standard), 2 * std::exp(1.0) * 6, 1e-12);
  EXPECT_GT(absconding_factor(1, 1, false, 1, standard), absconding_factor(1, 0, false, 1, standard));
}

// Alarms at the highest hazard of any rule, events kept by what is left: together each rule's own hazard.
TEST(MobilityLeft, GivesEachRuleItsOwnHazard) {
  const EmploymentHazards market{.job_request = request_hazard(free_to_move, standard), .absconding = absconding_hazard(tied, standard)};
  MobilityRule half = free_to_move;
  half.within_contract = 0.5;
  for (const MobilityRule& own : {tied, at_end, half, free_to_move}) {
    const auto left = [&](EmploymentEvent event) { return mobility_left(own, event, market, standard); };
    EXPECT_DOUBLE_EQ(market.job_request * left(EmploymentEvent::job_request), request_hazard(own, standard));
    EXPECT_DOUBLE_EQ(market.absconding * left(EmploymentEvent::absconding), absconding_hazard(own, standard));
  }
  EXPECT_EQ(mobility_left(free_to_move, EmploymentEvent::job_request, market, standard), 1.0) << "exactly";
  EXPECT_EQ(mobility_left(tied, EmploymentEvent::absconding, market, standard), 1.0);
  EXPECT_EQ(mobility_left(tied, EmploymentEvent::job_request, {}, standard), 1.0) << "where nobody may ask nothing is averted";
}

TEST(PayOfOthers, IsTheExampleOfItsPage) {
  EXPECT_DOUBLE_EQ(pay_of_others(UsdPerMonth{750}, UsdPerMonth{750}, 0.5), 2.0);
  EXPECT_DOUBLE_EQ(pay_of_others(UsdPerMonth{1200}, UsdPerMonth{750}, 0.5), 1.25) << "no more than others get";
  EXPECT_EQ(pay_of_others(UsdPerMonth{1600}, UsdPerMonth{750}, 0.5), 1.0) << "gets it already";
  EXPECT_DOUBLE_EQ(pay_of_others(UsdPerMonth{600}, UsdPerMonth{750}, 0.5), 2.0) << "who was paid less than trainees stays below others";
  for (const double own : {100.0, 750.0, 2000.0}) EXPECT_EQ(pay_of_others(UsdPerMonth{own}, UsdPerMonth{750}, 1), 1.0) << "no trainees";
}

TEST(PayOfOthers, MakesTraineesLeaveAndOverstay) {
  const double more = pay_of_others(UsdPerMonth{750}, UsdPerMonth{750}, 0.5);
  EXPECT_DOUBLE_EQ(absconding_factor(1, 0, false, more, standard), 2 * absconding_factor(1, 0, false, 1, standard));
  const OverstayTerms worker{.irregular_over_home_wage = 4, .may_come_back = false};
  const OverstayTerms trainee{.irregular_over_home_wage = 4 * more, .may_come_back = false};
  EXPECT_GT(overstay_probability(trainee, standard), overstay_probability(worker, standard));
}

TEST(Overstay, IsTheExampleOfItsPage) {
  const double ratio = 240.0 / 91.0;
  EXPECT_NEAR(overstay_probability({.irregular_over_home_wage = ratio, .may_come_back = true}, standard), 0.0386, 5e-4);
  EXPECT_NEAR(overstay_probability({.irregular_over_home_wage = ratio, .may_come_back = false}, standard), 0.0748, 5e-4);
}

TEST(Overstay, RisesWithDebtAndPayAndWhereNobodyMayComeBack) {
  const OverstayTerms usual{.irregular_over_home_wage = 2};
  OverstayTerms other = usual;
  other.debt_over_half_year_wage = 1;
  EXPECT_GT(overstay_probability(other, standard), overstay_probability(usual, standard));
  other = usual;
  other.irregular_over_home_wage = 3;
  EXPECT_GT(overstay_probability(other, standard), overstay_probability(usual, standard));
  other = usual;
  other.may_come_back = false;
  EXPECT_GT(overstay_probability(other, standard), overstay_probability(usual, standard));
}

// EQUATIONS 5.10: markup 0.4, V_s 0.4. Freedom to move at contract end and within it, and what employers answer.
TEST(Mobility, KeepsMoreWorkersAsInTheExampleOfItsPage) {
  const double pay = renewal_pay_factor(free_to_move, tied, standard);
  EXPECT_NEAR(pay, 1.077, 5e-4);
  RenewalTerms terms{.regime_logit = 0.4, .wage_offered = UsdPerMonth{300}, .wage_reference = UsdPerMonth{300}};
  const EndChoice before = end_choice(terms, standard);
  EXPECT_NEAR(before.stays, 0.599, 5e-4);
  EXPECT_EQ(before.moves, 0.0);
  terms.may_move = true;
  const EndChoice unanswered = end_choice(terms, standard);
  EXPECT_NEAR(unanswered.stays, 0.573, 3e-3) << "without the employer's answer fewer stay with it";
  terms.wage_offered = UsdPerMonth{300 * pay};
  const EndChoice after = end_choice(terms, standard);
  EXPECT_NEAR(after.stays, 0.665, 1e-3);
  EXPECT_NEAR(after.moves, 0.049, 1e-3);
  EXPECT_NEAR(1 - after.stays - after.moves, 0.286, 1e-3);
}

TEST(Mobility, PaysNewcomersLessAsInTheExampleOfItsPage) {
  EXPECT_NEAR(entry_pay_factor(free_to_move, tied, 0.66, standard), 0.968, 5e-4);
  EXPECT_EQ(entry_pay_factor(tied, tied, 0.66, standard), 1.0);
  EXPECT_EQ(renewal_pay_factor(free_to_move, free_to_move, standard), 1.0);
}

}  // namespace
}  // namespace sojourn::model
