// Nobody and no cent is lost: a run balances its books every month, and stops with the account that does not.
#include <gtest/gtest.h>

#include <numeric>
#include <stdexcept>
#include <string>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

TEST(Accounts, BalanceInEveryMonthOfFiveYears) {
  Case setup{.parameters = {}, .levers = {}, .months = 60, .burn_in_months = 12};
  setup.levers = {fee_cap({aaa_gulf, bbb_gulf}, first_recorded + 6, 0.8, 200),
                  wage_floor({aaa_gulf}, first_recorded + 12, 0.7, 450),
                  employer_pays({aaa_asia}, first_recorded + 18, 0.9),
                  womens_ban({bbb_gulf}, first_recorded + 24, 0.8)};
  Simulation simulation{setup, 2};
  const sim::RunTables& tables = simulation.finish();  // the audit of a month throws where an account is broken
  EXPECT_EQ(tables.months, 60);
  // The books have entries of every kind, or their balance would say nothing.
  for (const Count kind :
       {Count::deployments, Count::returns_own_choice, Count::deaths, Count::withheld_cents, Count::cost_agency_cents,
        Count::paid_by_employer_cents, Count::refunded_cents, Count::defrauded, Count::dropped_out, Count::settled,
        Count::last_instalment_cents, Count::irregular_departures, Count::complaints_filed, Count::repeat_hires,
        Count::pledges_seized, Count::savings_brought_cents, Count::savings_of_dead_cents, Count::recovered_cents,
        Count::returnees_observed, Count::abroad_again_within_window, Count::home_beyond_window}) {
    EXPECT_GT(total(tables, kind), 0) << "count " << model::index(kind);
  }
}

TEST(Accounts, BalanceWhereOrdersStayOpenAndLapse) {
  Case setup{.parameters = {}, .levers = {}, .months = 24, .burn_in_months = 12};
  setup.parameters.search_hazard_max_per_month = 0.004;
  const sim::RunTables tables = tables_of(setup);
  EXPECT_GT(total(tables, Count::open_orders), 0);
  EXPECT_GT(total(tables, Count::orders_lapsed), 0);
}

// What the audit holds, once more from the recorded tables and not from the engine's own sums.
void expect_balance(const sim::RunTables& tables) {
  for (std::size_t o = 0; o < tables.origins; ++o) {
    for (std::size_t x = 0; x < 2; ++x) {
      for (int month = 0; month < tables.months; ++month) {
        const sim::Counts& now = tables.origin_month(month, o, x);
        const auto of = [&now](Count kind) { return now[model::index(kind)]; };
        ASSERT_EQ(of(Count::wages_in_force), of(Count::living_in_force) + of(Count::service_in_force) +
                                                 of(Count::sent_in_force) + of(Count::saved_in_force));
        ASSERT_EQ(of(Count::cost_cents), of(Count::cost_documented_cents) + of(Count::cost_employer_side_cents) +
                                             of(Count::cost_agency_cents) + of(Count::cost_subagent_cents));
        ASSERT_EQ(of(Count::withheld_cents), of(Count::withheld_sent_cents) + of(Count::withheld_saved_cents));
        if (month == 0) continue;
        const sim::Counts& before = tables.origin_month(month - 1, o, x);
        const auto change = [&](Count kind) { return of(kind) - before[model::index(kind)]; };
        std::int64_t came_back = 0;
        for (const Count kind : model::return_counts) came_back += of(kind);
        ASSERT_EQ(change(Count::stock_abroad), of(Count::deployments) - came_back - of(Count::deaths))
            << "month " << month;
        ASSERT_EQ(change(Count::savings_held),
                  of(Count::saved_in_force) - of(Count::withheld_saved_cents) + of(Count::recovered_cents) +
                      of(Count::social_security_cents) + of(Count::stranded_support_cents) +
                      of(Count::end_of_service_cents) - of(Count::treatment_paid_cents) - of(Count::return_tickets_cents) -
                      of(Count::savings_brought_cents) - of(Count::savings_of_dead_cents))
            << "month " << month;
        ASSERT_EQ(change(Count::wage_fund_due_cents), of(Count::wage_fund_granted_cents) - of(Count::wage_fund_paid_cents));
        ASSERT_EQ(of(Count::households_abroad), of(Count::stock_abroad));
        ASSERT_EQ(change(Count::on_the_way), of(Count::matched) - of(Count::deployments) - of(Count::dropped_out))
            << "month " << month;
        ASSERT_EQ(change(Count::waiting_cases),
                  of(Count::complaints_filed) - of(Count::complaints_closed) - of(Count::complaints_lapsed));
        ASSERT_EQ(of(Count::complaints_closed), of(Count::complaints_resolved) + of(Count::complaints_unremedied));
        ASSERT_EQ(change(Count::open_orders), of(Count::orders_new) - of(Count::matched) - of(Count::orders_lapsed))
            << "month " << month;
        ASSERT_EQ(of(Count::offers_shown), of(Count::matched) + of(Count::offers_refused) +
                                               of(Count::offers_without_money) + of(Count::defrauded));
      }
    }
  }
}

TEST(Accounts, AddUpInTheRecordedTables) { expect_balance(tables_of({.parameters = {}, .levers = {}, .months = 36})); }

// A fund that pays later, pay at the end of service, and support while the way home is shut.
TEST(Accounts, AddUpWhereLeversPayWorkers) {
  const std::vector<CorridorId> everywhere{aaa_gulf, aaa_asia, bbb_gulf, bbb_europe, ccc_island};
  model::LeverSpec law = lever_on("domestic_worker_coverage", everywhere, first_recorded + 2, 0.7);
  law.words["rights"] = {"end_of_service"};
  Case setup{.parameters = {}, .levers = {law}, .months = 36};
  setup.levers.push_back(lever_on("wage_theft_fund", everywhere, first_recorded + 3, 0.8, {{"max_months_of_wage", 6}, {"days_to_pay", 150}}));
  setup.levers.push_back(lever_on("emergency_response", everywhere, first_recorded + 4, 0.9,
                                  {{"evacuations_per_month", 1'000}, {"wage_claims_per_month", 0}, {"flight_corridor", 0},
                                   {"stranded_support_usd_per_month", 150}}));
  setup.shocks = {shock_on("border_closure", everywhere, first_recorded + 6, first_recorded + 12,
                           {{"departures_stopped_percent", 0}, {"returns_stopped_percent", 80}, {"job_loss_percent_per_month", 2}})};
  const sim::RunTables tables = tables_of(setup);
  for (const Count kind : {Count::wage_fund_granted_cents, Count::wage_fund_paid_cents, Count::wage_fund_due_cents, Count::end_of_service_cents,
                           Count::stranded_support_cents, Count::evacuated}) {
    EXPECT_GT(total(tables, kind), 0) << "count " << model::index(kind);
  }
  expect_balance(tables);
}

// Runs until the audit stops it; the message, or nothing if it never does.
std::string complaint_of(Simulation& simulation) {
  try {
    (void)simulation.finish();
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

TEST(Accounts, StopTheRunWhereOrdersAreLost) {
  Simulation simulation{{.parameters = {}, .levers = {}, .months = 3}};
  ASSERT_TRUE(simulation.run().step());
  simulation.run().markets().at(market_of(simulation.base(), aaa_gulf, Sector::construction, Sex::men)).open_orders =
      -100'000;
  const std::string message = complaint_of(simulation);
  EXPECT_EQ(message.rfind("account broken in 2025-08, AAA-GLF, construction, men: job orders", 0), 0U) << message;
}

TEST(Accounts, StopTheRunWherePeopleAreLost) {
  Simulation simulation{{.parameters = {}, .levers = {}, .months = 3}};
  ASSERT_TRUE(simulation.run().step());
  // A whole block's people replaced by nobody, and with them the marks of who left the crowd: those who died or settled
  // before are still in the books.
  const sim::Run& run = simulation.run();
  const Month first = run.input().start + -run.input().burn_in_months;
  simulation.run().blocks()[0] = sim::Block{0, simulation.cells(), run.markets(), first, simulation.months()};
  const std::string message = complaint_of(simulation);
  EXPECT_EQ(message.rfind("account broken in 2025-08, AAA, women: persons who left the crowd: ", 0), 0U) << message;
}

}  // namespace
}  // namespace sojourn::test
