// Work abroad: what happens to workers, what becomes of it, and what the books say of it.
#include <gtest/gtest.h>

#include <cmath>

#include "sim/employers.hpp"
#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

const sim::RunTables& usual() {
  static const sim::RunTables tables = tables_of({});
  return tables;
}

double of_market(Simulation& simulation, CorridorId corridor, Sector sector, Sex sex, Count kind) {
  const std::size_t k = market_of(simulation.base(), corridor, sector, sex);
  return static_cast<double>(simulation.run().counts()[k][model::index(kind)]);
}

TEST(WorkAbroad, FeedsEveryCount) {
  for (const Count kind :
       {Count::late_pay_spells, Count::withheld_events, Count::long_hours_events, Count::threat_events, Count::violence_events,
        Count::injuries_mild, Count::illnesses, Count::dismissals, Count::deaths_traffic, Count::deaths_work,
        Count::job_change_requests, Count::job_changes, Count::moves_at_end, Count::abscondings, Count::overstays, Count::removals,
        Count::complaints_filed, Count::complaints_resolved, Count::forced_labour_stock, Count::passports_kept,
        Count::irregular_stock, Count::returns_violation, Count::returns_deportation}) {
    EXPECT_GT(total(usual(), kind), 0) << "count " << model::index(kind);
  }
}

// Within a contract workers move where that is free (the destination in Europe) and nowhere else.
TEST(JobChange, HappensWhereItIsLawfulAlone) {
  Simulation simulation{{.parameters = {}, .levers = {}, .months = 24}};
  double free_moves = 0, tied_moves = 0, tied_left = 0, free_left = 0;
  while (simulation.run().step()) {
    free_moves += of_market(simulation, bbb_europe, Sector::care_health, Sex::women, Count::job_changes);
    free_left += of_market(simulation, bbb_europe, Sector::care_health, Sex::women, Count::abscondings);
    tied_moves += of_market(simulation, aaa_gulf, Sector::construction, Sex::men, Count::job_changes);
    tied_left += of_market(simulation, aaa_gulf, Sector::construction, Sex::men, Count::abscondings);
  }
  EXPECT_GT(free_moves, 0);
  EXPECT_EQ(free_left, 0);
  EXPECT_EQ(tied_moves, 0);
  EXPECT_GT(tied_left, 0);
}

// A run begins with as many irregular workers as it has three years later, within a fifth and five standard errors.
TEST(IrregularStock, IsThereFromTheBeginning) {
  Simulation simulation{{.parameters = {}, .levers = {}, .months = 36, .burn_in_months = 0, .scale = 20}, 2};
  const auto irregular = [&] {
    std::int64_t sum = 0;
    for (const sim::Counts& counts : simulation.run().counts()) sum += counts[model::index(Count::irregular_stock)];
    return static_cast<double>(sum);
  };
  ASSERT_TRUE(simulation.run().step());
  const double first = irregular();
  while (simulation.run().step()) {
  }
  EXPECT_GT(first, 200);
  EXPECT_NEAR(irregular(), first, 0.2 * first + 5 * std::sqrt(first));
}

TEST(ForcedLabour, IsMoreCommonInHouseholdsThanOnSites) {
  Simulation simulation{{.parameters = {}, .levers = {}, .months = 12, .burn_in_months = 18, .scale = 20}, 2};
  while (simulation.run().step()) {
  }
  const auto share = [&](Sector sector, Sex sex) {
    return of_market(simulation, aaa_gulf, sector, sex, Count::forced_labour_stock) /
           of_market(simulation, aaa_gulf, sector, sex, Count::stock_abroad);
  };
  EXPECT_GT(share(Sector::domestic_work, Sex::women), share(Sector::construction, Sex::men) * 1.2);
}

TEST(EmployerRecords, AddUpFindingsInAnyOrder) {
  const sim::Finding a{.demand_cell = 3, .employer = {7}}, b{.demand_cell = 3, .employer = {9}}, c{.demand_cell = 1, .employer = {7}};
  sim::EmployerRecords records;
  records.add({b, a, b});
  records.add({c, b});
  records.add({});
  EXPECT_EQ(records.findings(3, {7}), 1);
  EXPECT_EQ(records.findings(3, {9}), 3);
  EXPECT_EQ(records.findings(1, {7}), 1);
  EXPECT_EQ(records.findings(1, {9}), 0);
  EXPECT_EQ(records.known(), 3U);
}

}  // namespace
}  // namespace sojourn::test
