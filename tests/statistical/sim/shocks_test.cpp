// Shocks strike with the chances that scenarios write, whatever other hazards do.
#include <gtest/gtest.h>

#include <cmath>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

constexpr Month start = first_recorded + 6;

sim::RunTables struck_by(model::ShockSpec shock, std::vector<model::LeverSpec> levers = {}) {
  return tables_of({.parameters = {}, .levers = std::move(levers), .shocks = {std::move(shock)}, .months = 9});
}

double stock(const sim::RunTables& tables, Count kind, int month) {
  return static_cast<double>(total(tables, kind, month, month + 1));
}

TEST(JobLossStatistical, HappensWithItsChance) {
  const sim::RunTables tables = struck_by(shock_on(
      "border_closure", {aaa_gulf, aaa_asia, bbb_gulf, bbb_europe, ccc_island}, start, start,
      {{"departures_stopped_percent", 0}, {"returns_stopped_percent", 0}, {"job_loss_percent_per_month", 20}}));
  // About 11,300 workers at a chance of 0.2: standard error 0.0038. At five of those a correct rule fails for about one
  // seed in two million. Arrivals of the month (2 %) and those who left before the draw (2 %) weigh a tenth of that.
  const auto lost = static_cast<double>(total(tables, Count::jobs_lost_to_shock, 6, 7));
  const double exposed = stock(tables, Count::stock_abroad, 6) + lost;
  ASSERT_GT(exposed, 10'000);
  EXPECT_NEAR(lost / exposed, 0.2, 5 * std::sqrt(0.2 * 0.8 / exposed));
  EXPECT_EQ(total(tables, Count::jobs_lost_to_shock), total(tables, Count::returns_crisis));
  EXPECT_EQ(total(tables, Count::stranded_workers), 0) << "the way home is open";
}

TEST(ExpulsionStatistical, HappensWithItsChanceToIrregularWorkersAlone) {
  Case setup{.parameters = {},
             .levers = {womens_ban({aaa_gulf, bbb_gulf}, first_recorded + -6, 0.9)},
             .shocks = {shock_on("expulsion", {aaa_gulf, bbb_gulf}, start, start, {{"irregular_percent", 50}})},
             .months = 9};
  // Nobody irregular but past the ban: others live where the shock does not strike, too.
  setup.parameters.absconding_per_month = 0;
  setup.parameters.overstay_logit = -100;
  const sim::RunTables tables = tables_of(setup);
  // Whoever is abroad past the ban at the draw: those still there at the month's end and those expelled. Five standard
  // errors of a share of one half.
  const auto expelled = static_cast<double>(total(tables, Count::expelled, 6, 7));
  const double exposed = stock(tables, Count::irregular_stock, 6) + expelled;
  ASSERT_GT(exposed, 100);
  EXPECT_NEAR(expelled / exposed, 0.5, 5 * std::sqrt(0.25 / exposed));
}

}  // namespace
}  // namespace sojourn::test
