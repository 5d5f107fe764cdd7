// Trainees, paid less than others for the same work: they leave and overstay, until labour law covers them.
#include <gtest/gtest.h>

#include "model/decision.hpp"
#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

constexpr int months = 36;
constexpr double share = 0.5;

// The Gulf's unskilled workers of AAA paid half of before, as trainees or because all are paid so.
World paid_half(bool as_trainees) {
  World world = synthetic_world();
  for (model::Market& market : world.base.markets) {
    if (market.corridor != aaa_gulf || model::lowest_skill(market.sector) != Skill::elementary) continue;
    market.wage_usd_per_month.value *= share;
    if (as_trainees) market.trainee_pay_share = share;
  }
  return world;
}

sim::RunTables run(const World& world, std::vector<model::LeverSpec> levers = {}) {
  return tables_of({.parameters = {}, .levers = std::move(levers), .months = months, .scale = 20}, 1, world);
}

double in_gulf(const sim::RunTables& tables, Count kind) {
  double sum = 0;
  for (int year = 0; year < tables.years; ++year) {
    for (std::size_t x = 0; x < 2; ++x) {
      const std::size_t place = (static_cast<std::size_t>(year) * tables.corridors + index(aaa_gulf)) * 2 + x;
      sum += static_cast<double>(tables.annual_corridor[place][model::index(kind)]);
    }
  }
  return sum;
}

TEST(Trainees, LeaveAndOverstayMoreThanWorkersOfTheSamePay) {
  const sim::RunTables trainees = run(paid_half(true)), workers = run(paid_half(false));
  const double left = in_gulf(workers, Count::abscondings);
  ASSERT_GT(left, 50);
  // Twice as many from each of them; other ratios of pay than 2 are held in 0.5 to 2.
  EXPECT_GT(in_gulf(trainees, Count::abscondings), 1.5 * left);
  EXPECT_LT(in_gulf(trainees, Count::abscondings), 2.5 * left);
  EXPECT_GT(in_gulf(trainees, Count::overstays), 1.15 * in_gulf(workers, Count::overstays));
}

TEST(Trainees, ArePaidAsOthersUnderEqualTreatmentAndLeaveLess) {
  const World world = paid_half(true);
  const sim::RunTables before = run(world);
  const sim::RunTables after = run(world, {lever_on("equal_treatment", {aaa_gulf}, first_recorded, 1, {{"gap_closed_percent", 100}})});
  const auto offered = [](const sim::RunTables& tables) {
    return in_gulf(tables, Count::wage_offered_cents) / in_gulf(tables, Count::deployments);
  };
  EXPECT_NEAR(offered(after) / offered(before), 1 / share, 0.1);
  EXPECT_LT(in_gulf(after, Count::abscondings), in_gulf(before, Count::abscondings));
}

}  // namespace
}  // namespace sojourn::test
