// Recognised skills in whole runs: nothing at zero, whom they move which way, and seats that are shared.
#include <gtest/gtest.h>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

struct Skills {
  double recognised = 0, seats = 0, fee_usd = 0;
};

void set(sim::Markets& markets, Skills skills) {
  for (std::size_t k = 0; k < markets.count(); ++k) {
    markets.at(k).terms.change([&](model::MarketTerms& terms) {
      terms.skills_recognised = skills.recognised;
      terms.certification_seats_per_month = skills.seats;
      terms.certification_fee_usd = skills.fee_usd;
    });
  }
  markets.see_terms();
}

// From the sixth month on; a lever would write the same terms.
sim::RunTables tables_with(Skills skills, const Case& setup = {.parameters = {}, .levers = {}, .months = 24},
                           int threads = 1, const World& world = synthetic_world()) {
  Simulation simulation{setup, threads, world};
  for (int month = 0; month < 6; ++month) simulation.run().step();
  set(simulation.run().markets(), skills);
  return simulation.finish();
}

double mean_first_wage(const sim::RunTables& tables) {
  return static_cast<double>(total(tables, Count::wage_first_cents, 1)) /
         static_cast<double>(total(tables, Count::deployments, 1));
}

constexpr double plenty = 1e6;  // seats a month

TEST(RecognisedSkills, ChangeNotOneBitWhereNoneCountAndNoSeatsAre) {
  const sim::RunTables silent = tables_with({});
  expect_same(tables_with({.recognised = 0, .seats = 0, .fee_usd = 100}), silent);
  EXPECT_EQ(total(silent, Count::recognised_hires), 0);
  EXPECT_EQ(total(silent, Count::skills_certified), 0);
}

TEST(RecognisedSkills, AreOnlyCountedWhereTheyAreWorthNothing) {
  Case setup{.parameters = {}, .levers = {}, .months = 24};
  setup.parameters.rank_certificate = setup.parameters.recognised_wage_ln = 0;
  setup.parameters.certified_job_ln = setup.parameters.certified_home_wage_ln = 0;
  const sim::RunTables silent = tables_with({}, setup), all = tables_with({.recognised = 1, .seats = plenty}, setup);
  EXPECT_GT(total(all, Count::recognised_hires), 0);
  EXPECT_GT(total(all, Count::skills_certified), 0);
  for (const Count kind : {Count::spells_begun, Count::deployments, Count::wage_first_cents, Count::sent_in_force,
                           Count::returnees_working, Count::index_economic_milli, Count::found_work_at_home}) {
    EXPECT_EQ(total(all, kind), total(silent, kind)) << "count " << model::index(kind);
  }
}

TEST(RecognisedSkills, RaiseWhatTheRecognisedArePaidByThePremium) {
  const sim::RunTables silent = tables_with({}), all = tables_with({.recognised = 1});
  const double share = static_cast<double>(total(all, Count::recognised_hires, 1)) /
                       static_cast<double>(total(all, Count::deployments, 1));
  EXPECT_GT(share, 0.1);
  EXPECT_LT(share, 0.9);
  // A tenth more for the share that counts, before contracts are replaced; who is hired where moves the mean a little.
  EXPECT_GT(mean_first_wage(all), mean_first_wage(silent) * (1 + 0.05 * share));
  EXPECT_LT(mean_first_wage(all), mean_first_wage(silent) * (1 + 0.20 * share));
}

TEST(RecognisedSkills, GoFurtherWhereMoreCount) {
  const std::int64_t some = total(tables_with({.recognised = 0.3}), Count::recognised_hires);
  EXPECT_GT(some, 0);
  EXPECT_GT(total(tables_with({.recognised = 1}), Count::recognised_hires), some);
}

// At a share of 0.3 the line for orders serves the recognised first: they are more of those hired than of those
// certified.
TEST(RecognisedSkills, BringThoseFurtherUpTheLineForOrders) {
  Case indifferent{.parameters = {}, .levers = {}, .months = 24};
  indifferent.parameters.rank_certificate = 0;
  const Case preferred{.parameters = {}, .levers = {}, .months = 24};
  EXPECT_GT(total(tables_with({.recognised = 0.3}, preferred), Count::recognised_hires),
            total(tables_with({.recognised = 0.3}, indifferent), Count::recognised_hires));
}

TEST(RecognisedSkills, CountInNoHousehold) {
  Simulation simulation{{.parameters = {}, .levers = {}, .months = 12}};
  simulation.run().step();
  set(simulation.run().markets(), {.recognised = 1});
  std::int64_t in_households = 0, elsewhere = 0;
  while (simulation.run().step()) {
    for (std::size_t k = 0; k < simulation.base().markets.size(); ++k) {
      const std::int64_t hired = simulation.run().counts()[k][model::index(Count::recognised_hires)];
      (simulation.base().markets[k].sector == Sector::domestic_work ? in_households : elsewhere) += hired;
    }
  }
  EXPECT_EQ(in_households, 0);
  EXPECT_GT(elsewhere, 0);
}

TEST(Certificates, AreGivenToNoMoreThanThereAreSeats) {
  constexpr int per_month = 3;  // simulated persons, of each of three origins
  const Case setup{.parameters = {}, .levers = {}, .months = 24, .burn_in_months = 6, .scale = 50};
  const sim::RunTables few = tables_with({.seats = per_month * 50.0}, setup),
                       many = tables_with({.seats = plenty}, setup);
  ASSERT_GT(total(many, Count::skills_certified), 3 * 24 * per_month * 2);
  EXPECT_LE(total(few, Count::skills_certified), 3 * 24 * per_month);
  EXPECT_GE(total(few, Count::skills_certified), 2 * 24 * per_month) << "two origins at least fill their seats";
}

TEST(Certificates, CarryWhatIsLessThanOneSimulatedPerson) {
  // A fifth of a simulated person a month: five in 24 months for each origin, less what is under way.
  const std::int64_t given = total(tables_with({.seats = 10}), Count::skills_certified);
  EXPECT_GE(given, 3 * 3);
  EXPECT_LE(given, 3 * 5);
}

TEST(Certificates, BringReturneesToWorkSooner) {
  const Case setup{.parameters = {}, .levers = {}, .months = 48};
  const sim::RunTables none = tables_with({}, setup), all = tables_with({.seats = plenty}, setup);
  const auto share = [](const sim::RunTables& tables, Count part) {
    return static_cast<double>(total(tables, part, 14)) /
           static_cast<double>(total(tables, Count::returnees_observed, 14));
  };
  EXPECT_GT(share(all, Count::returnees_working), share(none, Count::returnees_working) + 0.03);
  EXPECT_GT(share(all, Count::index_economic_milli), share(none, Count::index_economic_milli));
}

// Where nobody has more than elementary skills, only who was certified on return can be recognised when leaving again.
TEST(Certificates, CountAbroadOnTheNextJourney) {
  World unskilled = synthetic_world();
  for (model::Origin& origin : unskilled.base.origins) origin.skill_share = {1, 0, 0};
  const Case setup{.parameters = {}, .levers = {}, .months = 48};
  const sim::RunTables unseated = tables_with({.recognised = 1}, setup, 1, unskilled);
  const sim::RunTables seated = tables_with({.recognised = 1, .seats = plenty}, setup, 1, unskilled);
  ASSERT_GT(total(unseated, Count::deployments), 1'000);
  EXPECT_EQ(total(unseated, Count::recognised_hires), 0);
  EXPECT_GT(total(seated, Count::recognised_hires), 0);
  EXPECT_LE(total(seated, Count::recognised_hires), total(seated, Count::repeat_hires));
}

TEST(Certificates, CostWhatTheFeeSaysAndGoToFewerWhereItIsHigh) {
  const sim::RunTables free = tables_with({.seats = plenty}), dear = tables_with({.seats = plenty, .fee_usd = 1'000});
  EXPECT_EQ(total(free, Count::certification_fees_cents), 0);
  EXPECT_EQ(total(dear, Count::certification_fees_cents), total(dear, Count::skills_certified) * 100'000);
  EXPECT_LT(total(dear, Count::skills_certified), total(free, Count::skills_certified));
  EXPECT_GT(total(dear, Count::skills_certified), 0);
}

TEST(RecognisedSkills, GiveTheSameBytesOnOneTwoAndEightThreads) {
  const Skills skills{.recognised = 0.5, .seats = 8, .fee_usd = 20};
  const Case setup{.parameters = {}, .levers = {}, .months = 8, .burn_in_months = 2, .scale = 1};
  const sim::RunTables one = tables_with(skills, setup, 1, populous_world());
  EXPECT_GT(total(one, Count::recognised_hires), 10);
  EXPECT_GT(total(one, Count::skills_certified), 10);
  for (const int threads : {2, 8}) expect_same(tables_with(skills, setup, threads, populous_world()), one);
}

}  // namespace
}  // namespace sojourn::test
