// A border that can be crossed without papers, and one that is open: who comes that way, what it takes, what it leaves
// alone.
#include <gtest/gtest.h>

#include <utility>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

constexpr double share = 0.7;
constexpr double crossing_usd = 178.5;

// The island, which shares no employer with the others, behind a border that can be crossed; men and women of CCC.
World crossed(double irregular_share = share) {
  World world = synthetic_world();
  world.base.corridors[index(ccc_island)].irregular_entry_share = irregular_share;
  world.base.corridors[index(ccc_island)].irregular_cost_usd = crossing_usd;
  return world;
}
World open_border() {
  World world = synthetic_world();
  model::Corridor& corridor = world.base.corridors[index(ccc_island)];
  corridor.open_border = true;
  corridor.registered_share = 0;
  return world;
}

struct Sums {
  double entries = 0, irregular = 0, stock_at_start = 0, irregular_at_start = 0, stock = 0, irregular_stock = 0;
  std::int64_t cost = 0, documented = 0, employer_side = 0, agency = 0, subagents = 0, registered = 0, direct = 0, defrauded = 0, links = 0;
};

Sums of_ccc(const sim::RunTables& tables) {
  Sums sums;
  for (int month = 0; month < tables.months; ++month) {
    for (std::size_t x = 0; x < 2; ++x) {
      const sim::Counts& now = tables.origin_month(month, index(ccc), x);
      const auto of = [&now](Count kind) { return now[model::index(kind)]; };
      sums.entries += static_cast<double>(of(Count::deployments));
      sums.irregular += static_cast<double>(of(Count::irregular_departures));
      if (month == 0) {
        sums.stock_at_start += static_cast<double>(of(Count::stock_abroad));
        sums.irregular_at_start += static_cast<double>(of(Count::irregular_stock));
      }
      if (month + 1 == tables.months) {
        sums.stock += static_cast<double>(of(Count::stock_abroad));
        sums.irregular_stock += static_cast<double>(of(Count::irregular_stock));
      }
      sums.cost += of(Count::cost_cents);
      sums.documented += of(Count::cost_documented_cents);
      sums.employer_side += of(Count::cost_employer_side_cents);
      sums.agency += of(Count::cost_agency_cents);
      sums.subagents += of(Count::cost_subagent_cents);
      sums.registered += of(Count::registered_new);
      sums.direct += of(Count::via_direct);
      sums.defrauded += of(Count::defrauded);
      sums.links += of(Count::chain_links);
    }
  }
  return sums;
}

void expect_same_elsewhere(const sim::RunTables& tables) {
  const sim::RunTables baseline = tables_of({.parameters = {}, .levers = {}, .months = tables.months});
  for (int month = 0; month < tables.months; ++month) {
    for (const OriginId origin : {aaa, bbb}) {
      for (std::size_t x = 0; x < 2; ++x) {
        ASSERT_EQ(tables.origin_month(month, index(origin), x), baseline.origin_month(month, index(origin), x)) << month;
      }
    }
  }
}

TEST(CrossedBorder, LeavesEveryOtherCorridorAsItWas) {
  expect_same_elsewhere(tables_of({.parameters = {}, .levers = {}, .months = 12}, 1, crossed()));
}

TEST(CrossedBorder, ChangesNotOneBitWithoutAShare) {
  expect_same(tables_of({.parameters = {}, .levers = {}, .months = 12}, 1, crossed(0)),
              tables_of({.parameters = {}, .levers = {}, .months = 12}));
}

// Half of people with land to pledge, as when the constants of this world were set: with more the regular way is dearer
// here than they say, and fewer take it.
model::Parameters as_set() {
  model::Parameters parameters;
  parameters.land_share = 0.5;
  return parameters;
}

TEST(CrossedBorder, IsCrossedByTheShareOfTheTablesFromTheStartOn) {
  // The share answers to the crowding of the regular way, which this world's constants are not fitted to: it is that of
  // the tables while the crowding is still the start's.
  const Sums first_year = of_ccc(tables_of({.parameters = as_set(), .levers = {}, .months = 12, .burn_in_months = 0, .scale = 4}, 2, crossed()));
  ASSERT_GT(first_year.entries, 1'000);
  // Four standard deviations of 1,000 draws are 0.06; who crosses can always pay, which adds a little.
  EXPECT_NEAR(first_year.irregular / first_year.entries, share, 0.06);
  const Sums sums = of_ccc(tables_of({.parameters = as_set(), .levers = {}, .months = 60, .scale = 20}, 2, crossed()));
  // Stays without a permit have another length than contracts, so the stock's share is not that of entries; but the
  // start must have it as the run keeps it.
  EXPECT_GT(sums.irregular_at_start / sums.stock_at_start, 0.4);
  EXPECT_NEAR(sums.irregular_at_start / sums.stock_at_start, sums.irregular_stock / sums.stock, 0.08);
  EXPECT_NEAR(sums.stock / sums.stock_at_start, 1, 0.15);
}

TEST(CrossedBorder, PaysTheBrokerAloneForTheCrossing) {
  World world = crossed(0.99);
  const Sums sums = of_ccc(tables_of({.parameters = {}, .levers = {}, .months = 24}, 1, world));
  ASSERT_GT(sums.irregular, 100);
  const double by_crossing = sums.irregular * crossing_usd * 100;
  EXPECT_GE(static_cast<double>(sums.subagents), by_crossing * 0.999);
  EXPECT_LT(static_cast<double>(sums.documented), 0.1 * 400 * 100 * sums.entries);  // papers are bought by the few others
  EXPECT_LT(static_cast<double>(sums.registered), 0.1 * sums.entries);
}

TEST(CrossedBorder, IsCrossedMoreSeldomWherePapersBecomeCheaper) {
  const Case before{.parameters = {}, .levers = {}, .months = 24};
  Case after = before;
  after.levers = {employer_pays({ccc_island}, first_recorded, 1)};
  const World world = crossed();
  Simulation dear{before, 1, world}, cheap{after, 1, world};
  (void)dear.finish();
  (void)cheap.finish();
  const std::size_t k = market_of(dear.base(), ccc_island, Sector::services, Sex::men);
  EXPECT_LT(cheap.run().markets()[k].irregular_share, dear.run().markets()[k].irregular_share - 0.02);
}

TEST(CrossedBorder, GivesTheSameBytesOnOneTwoAndEightThreads) {
  World world = populous_world();
  world.base.corridors[index(aaa_gulf)].irregular_entry_share = 0.5;
  world.base.corridors[index(aaa_gulf)].irregular_cost_usd = crossing_usd;
  const Case setup{.parameters = {}, .levers = {}, .months = 6, .burn_in_months = 2, .scale = 1};
  const sim::RunTables one = tables_of(setup, 1, world);
  EXPECT_GT(total(one, Count::irregular_departures), 50);
  for (const int threads : {2, 8}) expect_same(tables_of(setup, threads, world), one);
}

TEST(CrossedBorder, CostsWhomABanStopsNothingMore) {
  const Case banned{.parameters = as_set(), .levers = {womens_ban({ccc_island}, first_recorded, 1)}, .months = 24};
  const World with_way = crossed(), without = crossed(0);
  const Sums over = of_ccc(tables_of(banned, 1, with_way)), past = of_ccc(tables_of(banned, 1, without));
  EXPECT_GT(over.entries, past.entries);
}

TEST(OpenBorder, CostsTravelAloneAndKnowsNoAgencyNoFraudNoRegisterAndNoIrregularity) {
  const sim::RunTables tables = tables_of({.parameters = {}, .levers = {}, .months = 24}, 1, open_border());
  const Sums sums = of_ccc(tables);
  ASSERT_GT(sums.entries, 100);
  EXPECT_EQ(sums.cost, sums.documented);
  EXPECT_EQ(sums.direct, static_cast<std::int64_t>(sums.entries));
  EXPECT_EQ(sums.links, 0);
  EXPECT_EQ(sums.defrauded, 0);
  EXPECT_EQ(sums.registered, 0);
  EXPECT_EQ(sums.irregular, 0);
  EXPECT_EQ(sums.irregular_stock, 0);
  expect_same_elsewhere(tables);
}

}  // namespace
}  // namespace sojourn::test
