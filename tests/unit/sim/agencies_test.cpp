// The agencies of a run: who serves whom, what suspensions move, and that nothing happens where nothing can.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

std::int64_t suspensions(Simulation& simulation) {
  std::int64_t sum = 0;
  for (std::size_t o = 0; o < simulation.base().origins.size(); ++o) {
    const auto all = simulation.run().agencies().of(static_cast<OriginId>(o));
    for (const model::Agency& agency : all) sum += agency.suspensions + agency.generation;
  }
  return sum;
}

TEST(Agencies, LoseLicencesOnlyWhereSomethingIsFound) {
  Case setup{.parameters = {}, .levers = {}, .months = 36};
  setup.parameters.inspection_probability_base = 0;
  Simulation blind{setup};
  (void)blind.finish();
  EXPECT_EQ(suspensions(blind), 0);
  setup.parameters.inspection_probability_base = 0.02;
  Simulation seeing{setup};
  (void)seeing.finish();
  EXPECT_GT(suspensions(seeing), 0);
}

TEST(Agencies, WithoutALicenceServeNobody) {
  Case setup{.parameters = {}, .levers = {}, .months = 36};
  setup.parameters.inspection_probability_base = 0.02;
  Simulation simulation{setup};
  (void)simulation.finish();
  const sim::Agencies& agencies = simulation.run().agencies();
  const std::int32_t month = simulation.run().month().count();
  ASSERT_GT(agencies.licensed(aaa), 0U);
  ASSERT_GT(agencies.suspended(aaa), 0U) << "else the test sees nothing";
  EXPECT_GT(agencies.concentration(aaa), 0.0);
  for (std::uint64_t person = 0; person < 5'000; ++person) {
    EXPECT_TRUE(agencies.of(aaa, agencies.serve(aaa, person, month)).licensed(month));
  }
}

TEST(Agencies, ServeInProportionToTheirWeights) {
  Simulation simulation{Case{}};
  const sim::Agencies& agencies = simulation.run().agencies();
  const auto all = agencies.of(aaa);
  const std::int32_t month = simulation.run().month().count();
  double mean = 0, capacity = 0;
  for (const model::Agency& agency : all) {
    mean += static_cast<double>(agency.capacity * agency.reputation);
    capacity += static_cast<double>(agency.capacity);
  }
  mean /= capacity;
  std::vector<double> weights, served(all.size());
  double sum = 0;
  for (const model::Agency& agency : all) sum += weights.emplace_back(model::agency_weight(agency, mean, month, {}, model::Parameters{}));
  constexpr int people = 50'000;
  for (std::uint64_t person = 0; person < people; ++person) served[agencies.serve(aaa, person, month)] += 1;
  for (std::size_t a = 0; a < all.size(); ++a) {  // binomial
    const double p = weights[a] / sum;
    EXPECT_NEAR(served[a] / people, p, 5 * std::sqrt(p * (1 - p) / people)) << a;
  }
}

TEST(Agencies, ScreenBetterWhereRatingsWillBePublishedAndWorkersComeToLessHarm) {
  const auto withheld = [](bool rated) {
    // Announced within the horizon and public after the run: effort alone moves, nobody can choose by ratings yet.
    const model::LeverSpec rating = lever_on("agency_rating", {aaa_gulf, aaa_asia, bbb_gulf, bbb_europe, ccc_island}, first_recorded, rated ? 1 : 0,
                                             {{"agencies_rated_percent", 100}, {"workers_reached_percent", 100}, {"published_after_months", 60}});
    Case setup{.parameters = {}, .levers = {rating}, .months = 60};
    setup.parameters.rating_horizon_months = 60;
    Simulation simulation{setup};
    const sim::RunTables& tables = simulation.finish();
    double effort = 0;
    const auto all = std::as_const(simulation.run()).agencies().of(aaa);
    for (const model::Agency& agency : all) effort += static_cast<double>(agency.effort);
    return std::pair{effort / static_cast<double>(all.size()), total(tables, Count::withheld_events, 36)};
  };
  const auto [effort, events] = withheld(false);
  const auto [rated_effort, rated_events] = withheld(true);
  EXPECT_GT(rated_effort, effort + 0.1);
  EXPECT_LT(rated_events, events);
}

TEST(Channels, OfAnOpenMarketAreAllUsedAndMakeUpTheDeployments) {
  const sim::RunTables tables = tables_of(Case{});
  for (const Count way : {Count::via_agency, Count::via_subagents, Count::via_direct}) EXPECT_GT(total(tables, way), 0);
  EXPECT_EQ(total(tables, Count::via_government), 0);
  EXPECT_EQ(total(tables, Count::deducted_cents), 0);
  const double agencies = static_cast<double>(total(tables, Count::via_agency) + total(tables, Count::via_subagents));
  EXPECT_NEAR(static_cast<double>(total(tables, Count::chain_links)) / agencies, 2.2, 0.3);
}

// The world with another way of recruiting to one destination.
World recruited(DestinationId where, model::RecruitmentRegime regime) {
  World world = synthetic_world();
  world.base.destinations[index(where)].recruitment = regime;
  return world;
}

TEST(GovernmentChannel, CostsThePapersWaitsLongerAndDefraudsNobody) {
  const World world = recruited(asia, model::RecruitmentRegime::government);
  Simulation simulation{Case{.parameters = {}, .levers = {}, .months = 36}, 1, world};
  std::int64_t cost = 0, hires = 0, months = 0, defrauded = 0, other_months = 0, other_hires = 0;
  while (simulation.run().step()) {
    for (std::size_t k = 0; k < world.base.markets.size(); ++k) {
      const sim::Counts& counts = simulation.run().counts()[k];
      const auto of = [&counts](Count kind) { return counts[model::index(kind)]; };
      if (simulation.run().markets()[k].destination != asia) {
        EXPECT_EQ(of(Count::via_government), 0);
        other_months += of(Count::months_to_deploy);
        other_hires += of(Count::deployments);
        continue;
      }
      EXPECT_EQ(of(Count::via_government), of(Count::deployments));
      cost += of(Count::cost_cents) - of(Count::cost_documented_cents);
      hires += of(Count::deployments);
      months += of(Count::months_to_deploy);
      defrauded += of(Count::defrauded);
    }
  }
  ASSERT_GT(hires, 0);
  EXPECT_EQ(cost, 0);
  EXPECT_EQ(defrauded, 0);
  const double elsewhere = static_cast<double>(other_months) / static_cast<double>(other_hires);
  EXPECT_GT(static_cast<double>(months) / static_cast<double>(hires), 3.0 + elsewhere);
}

TEST(Deductions, AreBorneByDomesticWorkersAsADebtWithoutInterest) {
  const World world = recruited(gulf, model::RecruitmentRegime::wages_deducted);
  Simulation simulation{Case{}, 1, world};
  std::int64_t deducted = 0, debt = 0;
  while (simulation.run().step()) {
    for (std::size_t k = 0; k < world.base.markets.size(); ++k) {
      const sim::Counts& counts = simulation.run().counts()[k];
      const bool domestic = world.base.markets[k].sector == Sector::domestic_work;
      if (!domestic) {
        EXPECT_EQ(counts[model::index(Count::deducted_cents)], 0);
      }
      deducted += counts[model::index(Count::deducted_cents)];
      debt += domestic ? counts[model::index(Count::debt_at_departure_cents)] : 0;
      EXPECT_LE(counts[model::index(Count::deducted_cents)], std::max<std::int64_t>(0, counts[model::index(Count::debt_at_departure_cents)]));
    }
  }
  EXPECT_GT(deducted, 0);
  EXPECT_GE(debt, deducted);
}

TEST(VisaTrade, MovesRentToTheEmployersSide) {
  const auto employers_share = [](const World& world) {
    const sim::RunTables tables = tables_of(Case{}, 1, world);
    const auto employer = static_cast<double>(total(tables, Count::cost_employer_side_cents));
    return employer / (employer + static_cast<double>(total(tables, Count::cost_agency_cents) + total(tables, Count::cost_subagent_cents)));
  };
  EXPECT_GT(employers_share(recruited(gulf, model::RecruitmentRegime::visa_sold)), employers_share(synthetic_world()) + 0.1);
}

}  // namespace
}  // namespace sojourn::test
