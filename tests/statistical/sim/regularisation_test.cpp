// Who takes an open window, as frequencies.
#include <gtest/gtest.h>

#include <cmath>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

// A month's window that reaches half of those without papers, with a fee that nobody has saved: the share that goes home
// is then all that it does.
TEST(OpenWindow, SendsHomeTheShareThatWouldRatherGo) {
  World world = synthetic_world();
  world.base.corridors[index(ccc_island)].irregular_entry_share = 0.9;
  world.base.corridors[index(ccc_island)].irregular_cost_usd = 178.5;
  Case setup{.parameters = {}, .levers = {}, .months = 2, .burn_in_months = 0, .scale = 5};
  setup.parameters.amnesty_home_share = 0.4;
  Simulation simulation{setup, 2, world};
  simulation.run().step();
  sim::Markets& markets = simulation.run().markets();
  for (std::size_t k = 0; k < markets.count(); ++k) {
    markets.at(k).terms.change([&](model::MarketTerms& terms) {
      terms.regularisation_reached = 0.5;
      terms.regularisation_fee_usd = 1e6;
    });
  }
  markets.see_terms();
  const sim::RunTables& tables = simulation.finish();
  EXPECT_EQ(total(tables, Count::regularised, 1, 2), 0);
  const auto went = static_cast<double>(total(tables, Count::amnesty_returns, 1, 2));
  // There at the draw: those there at the month's end and those who went. Five standard deviations, 0.2 of them go.
  const double there = static_cast<double>(total(tables, Count::irregular_stock, 1, 2)) + went;
  ASSERT_GT(there, 1'000);
  EXPECT_NEAR(went / there, 0.2, 5 * std::sqrt(0.2 * 0.8 / there));
}

}  // namespace
}  // namespace sojourn::test
