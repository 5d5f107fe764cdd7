// Campaigns and courses in whole runs: nothing at zero, and whom they move which way.
#include <gtest/gtest.h>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

struct Told {
  double reached = 0, pay = 0, risk = 0, covered = 0, quality = 0;
};

void tell(sim::Markets& markets, Told told) {
  for (std::size_t k = 0; k < markets.count(); ++k) {
    markets.at(k).terms.change([&](model::MarketTerms& terms) {
      terms.campaign_reached = told.reached;
      terms.campaign_pay_accuracy = told.pay;
      terms.campaign_risk_accuracy = told.risk;
      terms.orientation_covered = told.covered;
      terms.orientation_quality = told.quality;
    });
  }
  markets.see_terms();
}

// From the sixth month on; a lever would write the same terms.
sim::RunTables tables_with(Told told, const Case& setup = {.parameters = {}, .levers = {}, .months = 24}, int threads = 1,
                           const World& world = synthetic_world()) {
  Simulation simulation{setup, threads, world};
  for (int month = 0; month < 6; ++month) simulation.run().step();
  tell(simulation.run().markets(), told);
  return simulation.finish();
}

TEST(Campaign, ChangesNotOneBitWhereItReachesNobodyOrSaysNothing) {
  const sim::RunTables silent = tables_with({});
  expect_same(tables_with({.reached = 0, .pay = 1, .risk = 1}), silent);
  expect_same(tables_with({.reached = 1, .pay = 0, .risk = 0}), silent);
}

TEST(Course, ChangesNotOneBitWithoutCoverOrQuality) {
  const sim::RunTables silent = tables_with({});
  expect_same(tables_with({.covered = 0, .quality = 1}), silent);
  expect_same(tables_with({.covered = 1, .quality = 0}), silent);
}

TEST(Campaign, OnPayKeepsPeopleAtHomeAndOnRiskLetsThemGo) {
  const std::int64_t silent = total(tables_with({}), Count::spells_begun);
  EXPECT_LT(total(tables_with({.reached = 1, .pay = 1}), Count::spells_begun), silent);
  EXPECT_GT(total(tables_with({.reached = 1, .risk = 1}), Count::spells_begun), silent);
}

TEST(Campaign, MovesLessWhereItReachesFewer) {
  const std::int64_t silent = total(tables_with({}), Count::spells_begun);
  const std::int64_t some = total(tables_with({.reached = 0.3, .risk = 1}), Count::spells_begun);
  const std::int64_t all = total(tables_with({.reached = 1, .risk = 1}), Count::spells_begun);
  EXPECT_GT(some, silent);
  EXPECT_GT(all, some);
}

TEST(Course, LowersSubstitutionAndRaisesComplaintsAmongThoseWhoLeaveWithIt) {
  const Case setup{.parameters = {}, .levers = {}, .months = 48};
  const sim::RunTables none = tables_with({}, setup), course = tables_with({.covered = 1, .quality = 1}, setup);
  EXPECT_EQ(total(none, Count::informed_departures), 0);
  EXPECT_EQ(total(course, Count::informed_departures, 1), total(course, Count::deployments, 1));
  EXPECT_LT(total(course, Count::substituted), 9 * total(none, Count::substituted) / 10);
  EXPECT_GT(total(course, Count::complaints_filed), total(none, Count::complaints_filed));
}

TEST(Told, GivesTheSameBytesOnOneTwoAndEightThreads) {
  const Told told{.reached = 0.5, .pay = 1, .risk = 0.5, .covered = 0.7, .quality = 0.6};
  const Case setup{.parameters = {}, .levers = {}, .months = 8, .burn_in_months = 2, .scale = 1};
  const sim::RunTables one = tables_with(told, setup, 1, populous_world());
  EXPECT_GT(total(one, Count::informed_departures), 10);
  for (const int threads : {2, 8}) expect_same(tables_with(told, setup, threads, populous_world()), one);
}

}  // namespace
}  // namespace sojourn::test
