// The home side of a run: savings, work after return, families, and the price of sending money.
#include <gtest/gtest.h>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

sim::RunTables with(double model::Parameters::*parameter, double value, int months = 24) {
  Case setup{.parameters = {}, .levers = {}, .months = months};
  setup.parameters.*parameter = value;
  return tables_of(setup);
}

const sim::RunTables& usual() {
  static const sim::RunTables tables = tables_of({});
  return tables;
}

double share(const sim::RunTables& tables, Count part, Count whole) {
  return static_cast<double>(total(tables, part)) / static_cast<double>(total(tables, whole));
}

TEST(HomeSide, FeedsEveryCount) {
  for (const Count kind : {Count::savings_held, Count::savings_brought_cents, Count::savings_of_dead_cents, Count::home_seeking_work,
                           Count::home_enterprises, Count::found_work_at_home, Count::enterprises_started, Count::enterprises_failed,
                           Count::returnees_observed, Count::returnees_working, Count::index_economic_milli, Count::index_social_milli,
                           Count::index_psychosocial_milli, Count::abroad_again_within_window, Count::home_beyond_window,
                           Count::returns_deportation, Count::returns_health, Count::returns_family, Count::returns_not_renewed, Count::returns_own_choice,
                           Count::returns_target, Count::households_abroad, Count::households_poor, Count::households_out_of_poverty,
                           Count::mothers_of_young_children, Count::children_without_carer, Count::sent_informal_in_force,
                           Count::fees_informal_in_force}) {
    EXPECT_GT(total(usual(), kind), 0) << "count " << model::index(kind);
  }
  EXPECT_EQ(total(usual(), Count::returns_crisis), 0) << "nothing raises it";
}

// At ten and five per cent a month, 71 and 46 per cent have found wage work within a year (reintegration.md, eq. 1); some more
// begin an enterprise, the sick find less.
TEST(HomeSide, FindsReturneesAtWorkAfterAYear) {
  const double at_work = share(usual(), Count::returnees_working, Count::returnees_observed);
  EXPECT_GT(at_work, 0.5);
  EXPECT_LT(at_work, 0.85);
}

TEST(HomeSide, FindsNoWorkAtAHazardOfZeroAndNoEnterpriseAtNone) {
  Case setup;
  setup.parameters.home_job_men_per_month = setup.parameters.home_job_women_per_month = 0;
  setup.parameters.enterprise_start_per_month = 0;
  const sim::RunTables tables = tables_of(setup);
  for (const Count kind : {Count::found_work_at_home, Count::enterprises_started, Count::enterprises_failed, Count::home_enterprises,
                           Count::returnees_working}) {
    EXPECT_EQ(total(tables, kind), 0) << "count " << model::index(kind);
  }
  EXPECT_GT(total(tables, Count::returnees_observed), 0);
}

// Nothing that is only measured or lived at home moves who goes.
TEST(HomeSide, LeavesDeparturesAsTheyAreWhateverBecomesOfReturnees) {
  for (double model::Parameters::*parameter :
       {&model::Parameters::home_job_men_per_month, &model::Parameters::distress_base_logit, &model::Parameters::poverty_line_wage_share,
        &model::Parameters::household_dependants_mean, &model::Parameters::carer_probability}) {
    const model::Parameters standard;
    const sim::RunTables tables = with(parameter, standard.*parameter * 0.9);
    for (const Count kind : {Count::deployments, Count::returns_own_choice, Count::repeat_hires, Count::sent_in_force}) {
      EXPECT_EQ(total(tables, kind), total(usual(), kind));
    }
  }
}

TEST(ReturnReasons, AreNobodysAtAShareOfZero) {
  EXPECT_EQ(total(with(&model::Parameters::not_renewed_share, 0), Count::returns_not_renewed), 0);
  EXPECT_EQ(total(with(&model::Parameters::savings_target_share, 0), Count::returns_target), 0);
  Case well;
  well.parameters.illness_per_month = well.parameters.injury_per_100000_year = 0;
  EXPECT_EQ(total(tables_of(well), Count::returns_health), 0);
}

TEST(Families, AreNotPoorBelowALineOfZeroAndHaveCarersWhereAllHave) {
  const sim::RunTables tables = with(&model::Parameters::poverty_line_wage_share, 0);
  EXPECT_EQ(total(tables, Count::households_poor), 0);
  EXPECT_EQ(total(tables, Count::households_out_of_poverty), 0);
  EXPECT_EQ(total(with(&model::Parameters::carer_probability, 1), Count::children_without_carer), 0);
  EXPECT_NEAR(share(usual(), Count::children_without_carer, Count::mothers_of_young_children), 0.2, 0.02);
}

// A cheaper service in the middle of a run, in one corridor.
TEST(Transfers, AnswerToANewPriceInItsMonthAndKeepTheBooks) {
  Simulation simulation{{.parameters = {}, .levers = {}, .months = 6}};
  for (int month = 0; month < 8; ++month) ASSERT_TRUE(simulation.run().step());
  const std::size_t changed = market_of(simulation.base(), aaa_gulf, Sector::construction, Sex::men);
  const std::size_t other = market_of(simulation.base(), bbb_gulf, Sector::construction, Sex::men);
  const auto rate = [&](std::size_t market, Count kind) {
    const sim::Counts& counts = simulation.run().counts()[market];
    return static_cast<double>(counts[model::index(kind)]) / static_cast<double>(counts[model::index(Count::stock_abroad)]);
  };
  const double sent = rate(changed, Count::sent_in_force), elsewhere = rate(other, Count::sent_in_force);
  const double saved = rate(changed, Count::saved_in_force), fees = rate(changed, Count::fees_in_force);
  sim::MarketNow& market = simulation.run().markets().at(changed);
  market.remittance_cost_percent = market.base_remittance_cost_percent * 7 / 8;
  ASSERT_TRUE(simulation.run().step());
  EXPECT_NEAR(rate(changed, Count::sent_in_force) / sent, 1.069, 0.01);
  EXPECT_LT(rate(changed, Count::saved_in_force), saved);
  EXPECT_LT(rate(changed, Count::fees_in_force), fees);
  EXPECT_NEAR(rate(other, Count::sent_in_force) / elsewhere, 1.0, 0.01);
  (void)simulation.finish();  // the audit counts every worker again in December and at the end
}

TEST(HomeWages, RiseWhereManyHaveLeftOnlyIfTheElasticitySaysSo) {
  for (const double elasticity : {0.0, 0.25}) {
    Case setup{.parameters = {}, .levers = {}, .months = 3};
    setup.parameters.home_wage_outflow_elasticity = elasticity;
    Simulation simulation{setup};
    ASSERT_TRUE(simulation.run().step());
    sim::Markets& markets = simulation.run().markets();
    const double before = markets.home_wage(aaa, Sex::men, Skill::medium), other = markets.home_wage(aaa, Sex::men, Skill::high);
    markets.set_net_outflow(aaa, Skill::medium, 0.1);
    markets.begin_month(simulation.run().month());
    EXPECT_NEAR(markets.home_wage(aaa, Sex::men, Skill::medium) / before, elasticity > 0 ? 1.0241 : 1.0, 5e-5);
    EXPECT_NEAR(markets.home_wage(aaa, Sex::men, Skill::high) / other, 1.0, 1e-3);
  }
}

}  // namespace
}  // namespace sojourn::test
