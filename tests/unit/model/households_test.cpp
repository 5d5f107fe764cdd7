#include "model/households.hpp"

#include <gtest/gtest.h>

namespace sojourn::model {
namespace {

const Parameters standard;

TEST(Poverty, IsTheExampleOfItsPage) {
  const Household family{.members = 4, .earnings_usd = 55};
  const double line = poverty_line_usd(UsdPerMonth{100}, standard);
  EXPECT_DOUBLE_EQ(line, 15);
  EXPECT_DOUBLE_EQ(income_per_head_usd(family, {}), 13.75);
  EXPECT_DOUBLE_EQ(income_per_head_usd(family, {.received_usd = 80, .debt_service_usd = 20}), 28.75);
  const PovertyStatus with = poverty_status(family, {.received_usd = 80, .debt_service_usd = 20}, line);
  EXPECT_FALSE(with.poor);
  EXPECT_TRUE(with.out_of_poverty);
}

TEST(Poverty, IsLeftOnlyByThoseWhoWouldBePoorAndAreNot) {
  const Household poor{.members = 5, .earnings_usd = 0}, rich{.members = 2, .earnings_usd = 500};
  const double line = 15;
  EXPECT_TRUE(poverty_status(poor, {.received_usd = 74}, line).poor);
  EXPECT_FALSE(poverty_status(poor, {.received_usd = 74}, line).out_of_poverty);
  EXPECT_TRUE(poverty_status(poor, {.received_usd = 76}, line).out_of_poverty);
  EXPECT_FALSE(poverty_status(rich, {.received_usd = 76}, line).out_of_poverty) << "was not poor without";
  EXPECT_FALSE(poverty_status(rich, {}, line).poor);
  EXPECT_EQ(income_per_head_usd(poor, {.debt_service_usd = 100}), 0.0) << "never below nothing";
}

TEST(Household, IsATraitOfThePersonAndHasAMember) {
  const RunKey run = run_key(11, 0);
  for (std::uint32_t i = 0; i < 300; ++i) {
    const PersonId person{0, 0, i};
    const Household once = household_of(run, person, UsdPerMonth{100}, standard);
    EXPECT_GE(once.members, 1);
    EXPECT_GE(once.earnings_usd, 0.0);
    const Household again = household_of(run, person, UsdPerMonth{300}, standard);
    EXPECT_EQ(again.members, once.members);
    EXPECT_DOUBLE_EQ(again.earnings_usd, 3 * once.earnings_usd);
  }
}

TEST(Care, IsTheExampleOfItsPage) {
  EXPECT_NEAR(young_child_probability(28, standard), 0.35, 1e-12);
  EXPECT_NEAR(young_child_probability(35, standard), 0.212, 5e-4);
  EXPECT_LT(young_child_probability(50, standard), 0.01);
}

TEST(Care, IsMissingOnlyWhereThereIsAChild) {
  const RunKey run = run_key(11, 0);
  Parameters alone;
  alone.carer_probability = 0;
  alone.mother_of_young_child_share = 0.7;
  for (std::uint32_t i = 0; i < 300; ++i) {
    const Care care = care_left_behind(run, PersonId{0, 0, i}, 28, alone);
    EXPECT_EQ(care.without_carer, care.young_child);
    alone.carer_probability = 1;
    EXPECT_FALSE(care_left_behind(run, PersonId{0, 0, i}, 28, alone).without_carer);
    alone.carer_probability = 0;
  }
}

TEST(OutflowWage, IsTheExampleOfItsPageAndOffByDefault) {
  EXPECT_EQ(outflow_wage_factor(0.1, standard), 1.0);
  Parameters on;
  on.home_wage_outflow_elasticity = 0.25;
  EXPECT_NEAR(outflow_wage_factor(0.1, on), 1.0241, 5e-5);
  EXPECT_LT(outflow_wage_factor(-0.1, on), 1.0) << "who comes back presses wages";
  EXPECT_EQ(outflow_wage_factor(0, on), 1.0);
}

}  // namespace
}  // namespace sojourn::model
