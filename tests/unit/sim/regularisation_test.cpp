// An open window of regularisation in whole runs: nothing where it reaches nobody, fewer without papers where it does.
#include <gtest/gtest.h>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

constexpr int months_open_after = 6;

const World& with_irregular_workers() {
  static const World world = [] {
    World crossed = synthetic_world();
    crossed.base.corridors[index(ccc_island)].irregular_entry_share = 0.7;
    crossed.base.corridors[index(ccc_island)].irregular_cost_usd = 178.5;
    return crossed;
  }();
  return world;
}

struct Window {
  double reached = 0, fee_usd = 0, places = -1;
};

// Opens the window in every market from a month of the run on; a lever would write the same terms.
sim::RunTables tables_with(Window window, int months = 24) {
  Simulation simulation{{.parameters = {}, .levers = {}, .months = months}, 1, with_irregular_workers()};
  sim::Markets& markets = simulation.run().markets();
  for (int month = 0; month < months_open_after; ++month) simulation.run().step();
  for (std::size_t k = 0; k < markets.count(); ++k) {
    markets.at(k).terms.change([&](model::MarketTerms& terms) {
      terms.regularisation_reached = window.reached;
      terms.regularisation_fee_usd = window.fee_usd;
      terms.regularisation_places_per_month = window.places;
    });
  }
  markets.see_terms();
  return simulation.finish();
}

std::int64_t irregular_at_end(const sim::RunTables& tables) {
  return total(tables, Count::irregular_stock, tables.months - 1, tables.months);
}

TEST(OpenWindow, ChangesNotOneBitWhereItReachesNobody) {
  expect_same(tables_with({.reached = 0, .fee_usd = 300, .places = 10}), tables_with({}));
}

TEST(OpenWindow, TurnsIrregularWorkersIntoRegularOnesOrSendsThemHome) {
  constexpr int months = 40;  // a permit's contract of two years has come to its end by then
  const sim::RunTables shut = tables_with({}, months), open = tables_with({.reached = 0.2}, months);
  EXPECT_EQ(total(shut, Count::regularised), 0);
  EXPECT_EQ(total(shut, Count::amnesty_returns), 0);
  ASSERT_GT(irregular_at_end(shut), 100);
  EXPECT_LT(irregular_at_end(open), irregular_at_end(shut) / 2);
  EXPECT_GT(total(open, Count::regularised), 4 * total(open, Count::amnesty_returns));
  EXPECT_GT(total(open, Count::amnesty_returns), 0);
  EXPECT_GT(total(open, Count::wages_in_force, 6, 24), total(shut, Count::wages_in_force, 6, 24));
  EXPECT_GT(total(open, Count::contract_ends), total(shut, Count::contract_ends));
}

TEST(OpenWindow, ReachesFewerWithAFeeWhichComesOutOfSavings) {
  const sim::RunTables free = tables_with({.reached = 0.2}), dear = tables_with({.reached = 0.2, .fee_usd = 1'000});
  EXPECT_EQ(total(free, Count::regularisation_fees_cents), 0);
  EXPECT_LT(total(dear, Count::regularised), total(free, Count::regularised));
  EXPECT_EQ(total(dear, Count::regularisation_fees_cents), total(dear, Count::regularised) * 100'000);
}

TEST(OpenWindow, GrantsAboutAsManyPermitsAsThereArePlaces) {
  constexpr int per_month = 5;  // simulated persons
  const sim::RunTables few = tables_with({.reached = 0.2, .fee_usd = 0, .places = per_month * 50.0});
  const sim::RunTables none = tables_with({.reached = 0.2, .fee_usd = 0, .places = 0});
  const std::int64_t all = total(tables_with({.reached = 0.2}), Count::regularised);
  EXPECT_LT(total(few, Count::regularised), all);
  // Of those who may ask, seven in ten do: places for five give three or four; four destinations, twenty-four months.
  EXPECT_LT(total(few, Count::regularised), 4 * 24 * per_month);
  EXPECT_GT(total(few, Count::regularised), 0);
  EXPECT_EQ(total(none, Count::regularised), 0);
}

TEST(OpenWindow, GivesTheSameBytesOnOneTwoAndEightThreads) {
  World world = populous_world();
  world.base.corridors[index(aaa_gulf)].irregular_entry_share = 0.5;
  world.base.corridors[index(aaa_gulf)].irregular_cost_usd = 178.5;
  const auto run = [&](int threads) {
    Simulation simulation{{.parameters = {}, .levers = {}, .months = 6, .burn_in_months = 2, .scale = 1}, threads, world};
    simulation.run().step();
    sim::Markets& markets = simulation.run().markets();
    for (std::size_t k = 0; k < markets.count(); ++k) {
      markets.at(k).terms.change([&](model::MarketTerms& terms) {
        terms.regularisation_reached = 0.3;
        terms.regularisation_fee_usd = 100;
      });
    }
    markets.see_terms();
    return simulation.finish();
  };
  const sim::RunTables one = run(1);
  EXPECT_GT(total(one, Count::regularised), 50);
  for (const int threads : {2, 8}) expect_same(run(threads), one);
}

}  // namespace
}  // namespace sojourn::test
