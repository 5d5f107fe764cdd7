// Levers that reach only some persons: who they are, that others see nothing of them, and that conditions which everybody
// meets are no conditions.
#include <gtest/gtest.h>

#include <cmath>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

constexpr int start_place = 8;
constexpr Month start = first_recorded + start_place;
const std::vector<CorridorId> everywhere{aaa_gulf, aaa_asia, bbb_gulf, bbb_europe, ccc_island};

Case with(std::vector<model::LeverSpec> levers, int months = 16) {
  return {.parameters = {}, .levers = std::move(levers), .months = months};
}

model::LeverSpec for_some(model::LeverSpec lever, model::Conditions only) {
  lever.only = only;
  return lever;
}

model::LeverSpec named(model::LeverSpec lever, const char* id) {
  lever.id = id;
  return lever;
}

struct Kind {
  const char* name;
  model::LeverSpec (*at)(Month from, double level);
};

void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }

class LeverForSome : public testing::TestWithParam<Kind> {
 protected:
  static const sim::RunTables& baseline() {
    static const sim::RunTables tables = tables_of(with({}));
    return tables;
  }
  static model::LeverSpec half(double level, Month from = start) {
    return for_some(GetParam().at(from, level), {.pilot_percent = 50});
  }
};

INSTANTIATE_TEST_SUITE_P(
    AllFour, LeverForSome,
    testing::Values(Kind{"fee_cap", [](Month from, double level) { return fee_cap(everywhere, from, level, 100); }},
                    Kind{"employer_pays", [](Month from, double level) { return employer_pays(everywhere, from, level); }},
                    Kind{"wage_floor", [](Month from, double level) { return wage_floor(everywhere, from, level, 600); }},
                    Kind{"departure_ban", [](Month from, double level) { return womens_ban(everywhere, from, level); }}),
    [](const auto& tested) { return std::string{tested.param.name}; });

TEST_P(LeverForSome, ChangesNotOneBitAtZeroImplementation) { expect_same(tables_of(with({half(0)})), baseline()); }

TEST_P(LeverForSome, ChangesNotOneBitBeforeItStarts) {
  expect_same(tables_of(with({half(1, first_recorded + 16)})), baseline());
}

TEST_P(LeverForSome, ChangesNotOneBitWhereNobodyMeetsItsConditions) {
  expect_same(tables_of(with({for_some(GetParam().at(start, 1), {.arrived_after = Month{2100, 1}})})), baseline());
}

// Everybody is 15 or older: through the terms of persons and through those of markets come the same bytes.
TEST_P(LeverForSome, IsTheLeverForAllWhereEverybodyMeetsItsConditions) {
  expect_same(tables_of(with({for_some(GetParam().at(start, 0.7), {.age_min_years = 15})})),
              tables_of(with({GetParam().at(start, 0.7)})));
}

TEST_P(LeverForSome, MovesSomethingAndLessThanForAll) {
  const auto distance = [](const sim::RunTables& tables) {
    const auto cost = [](const sim::RunTables& of) {
      return static_cast<double>(total(of, Count::cost_cents, start_place)) /
             static_cast<double>(total(of, Count::deployments, start_place));
    };
    const auto wage = [](const sim::RunTables& of) {
      return static_cast<double>(total(of, Count::wage_first_cents, start_place)) /
             static_cast<double>(total(of, Count::deployments, start_place));
    };
    const auto barred = [](const sim::RunTables& of) { return total(of, Count::irregular_departures, start_place); };
    return std::abs(cost(tables) - cost(baseline())) + std::abs(wage(tables) - wage(baseline())) +
           1e3 * static_cast<double>(std::abs(barred(tables) - barred(baseline())));
  };
  const double some = distance(tables_of(with({half(1)}))), all = distance(tables_of(with({GetParam().at(start, 1)})));
  EXPECT_GT(some, 0);
  EXPECT_LT(some, all);
}

model::PersonFacts person(std::uint32_t number, std::uint64_t community = 0) {
  return {.person = PersonId{number % 7, 3 + number % 11, number}, .community = community, .spells_before = static_cast<int>(number % 2),
          .arrived = start, .age_years = 20 + static_cast<int>(number % 30)};
}

bool capped(const sim::Markets& markets, const model::PersonFacts& facts) {
  const std::size_t k = market_of(markets.base(), aaa_gulf, Sector::construction, Sex::men);
  return markets.terms(k, Skill::elementary, facts).fee_cap_usd >= 0;
}

TEST(PilotPercent, ReachesItsShareOfPersonsAndTheSameOnesInEveryScenario) {
  const model::LeverSpec cap = for_some(fee_cap({aaa_gulf}, start, 0.9, 100), {.pilot_percent = 50});
  model::LeverSpec other = for_some(fee_cap({aaa_gulf, bbb_gulf}, start, 0.2, 300), {.pilot_percent = 50});
  model::LeverSpec wider = for_some(fee_cap({aaa_gulf}, start, 0.9, 100), {.pilot_percent = 70});
  const auto ban = named(for_some(womens_ban(everywhere, start, 0.5), {.pilot_percent = 50}), "ban");
  const auto floor = named(for_some(wage_floor({aaa_gulf}, start, 1, 500), {.first_timers = true}), "floor");
  Simulation alone{with({cap})}, in_company{with({floor, ban, other})}, of_more{with({wider})};
  for (Simulation* simulation : {&alone, &in_company, &of_more}) (void)simulation->finish();
  constexpr std::uint32_t persons = 20'000;
  std::uint32_t reached = 0;
  for (std::uint32_t i = 0; i < persons; ++i) {
    const bool in = capped(alone.run().markets(), person(i));
    ASSERT_EQ(capped(in_company.run().markets(), person(i)), in) << i;
    if (in) {
      ASSERT_TRUE(capped(of_more.run().markets(), person(i))) << "a wider pilot reaches the same and more";
    }
    reached += in ? 1 : 0;
  }
  EXPECT_NEAR(reached, persons / 2.0, 5 * std::sqrt(persons * 0.25));  // binomial, five standard deviations
}

TEST(PilotPercent, OfTwoLeversReachesPersonsIndependently) {
  const auto cap = named(for_some(fee_cap({aaa_gulf}, start, 0.9, 100), {.pilot_percent = 50}), "cap");
  const auto floor = named(for_some(wage_floor({aaa_gulf}, start, 1, 500), {.pilot_percent = 50}), "floor");
  Simulation both{with({cap, floor})};
  (void)both.finish();
  const sim::Markets& markets = both.run().markets();
  const std::size_t k = market_of(markets.base(), aaa_gulf, Sector::construction, Sex::men);
  constexpr std::uint32_t persons = 20'000;
  std::uint32_t by_both = 0;
  for (std::uint32_t i = 0; i < persons; ++i) {
    const model::MarketTerms& terms = markets.terms(k, Skill::elementary, person(i));
    by_both += terms.fee_cap_usd >= 0 && terms.wage_floor_usd_per_month > 0 ? 1 : 0;
  }
  EXPECT_NEAR(by_both, persons / 4.0, 5 * std::sqrt(persons * 0.25 * 0.75));
}

TEST(CommunitiesPercent, ReachesWholeCommunities) {
  Simulation simulation{with({for_some(fee_cap({aaa_gulf}, start, 0.9, 100), {.communities_percent = 30})})};
  (void)simulation.finish();
  constexpr std::uint32_t communities = 5'000;
  std::uint32_t reached = 0;
  for (std::uint32_t c = 0; c < communities; ++c) {
    const bool in = capped(simulation.run().markets(), person(1, c));
    for (std::uint32_t i = 2; i < 12; ++i) ASSERT_EQ(capped(simulation.run().markets(), person(i, c)), in);
    reached += in ? 1 : 0;
  }
  EXPECT_NEAR(reached, communities * 0.3, 5 * std::sqrt(communities * 0.3 * 0.7));
}

// Cases under a rule among those who leave by the corridor. Of n of them the share is binomial; who is reached pays
// less and so is shown fewer refusals, which moves the share by less than the bound of a tenth.
TEST(PilotPercent, PutsHalfOfThoseWhoLeaveUnderTheRuleAndNobodyElsewhere) {
  const model::LeverSpec all = fee_cap({bbb_gulf}, start, 0.9, 100);
  const sim::RunTables half = tables_of(with({for_some(all, {.pilot_percent = 50})}, 24)), whole = tables_of(with({all}, 24));
  const auto cases = [](const sim::RunTables& tables) { return static_cast<double>(total(tables, Count::rule_cases, start_place + 4)); };
  ASSERT_GT(cases(whole), 400);
  EXPECT_NEAR(cases(half) / cases(whole), 0.5, 5 * std::sqrt(0.25 / cases(whole)) + 0.1);
  const sim::RunTables none = tables_of(with({}, 24));  // nobody else sends to the island, nor does CCC elsewhere
  for (int month = 0; month < half.months; ++month) {
    for (std::size_t x = 0; x < 2; ++x) {
      ASSERT_EQ(half.origin_month(month, index(ccc), x), none.origin_month(month, index(ccc), x)) << "month " << month;
    }
  }
}

// The mean of what is paid is that of the reached and the others, each as in a run where all or none are reached. So the
// effect is the share reached: half, binomial among n who left, and a tenth for the better chances of who pays less.
TEST(PilotPercent, OfHalfHasAboutHalfTheEffectOnWhatIsPaid) {
  const auto sum = [](const sim::RunTables& tables, Count kind) {
    double all = 0;
    for (int month = start_place + 4; month < tables.months; ++month) {
      for (std::size_t x = 0; x < 2; ++x) all += static_cast<double>(tables.origin_month(month, index(ccc), x)[model::index(kind)]);
    }
    return all;
  };
  const auto paid = [&](const sim::RunTables& tables) { return sum(tables, Count::cost_cents) / sum(tables, Count::deployments); };
  const model::LeverSpec all = employer_pays({ccc_island}, start, 1);
  const sim::RunTables none = tables_of(with({}, 30));
  const double whole = paid(none) - paid(tables_of(with({all}, 30)));
  const double half = paid(none) - paid(tables_of(with({for_some(all, {.pilot_percent = 50})}, 30)));
  EXPECT_GT(whole, 0.1 * paid(none));  // else half of it is lost in the noise
  const double left = sum(none, Count::deployments);
  ASSERT_GT(left, 300);
  RecordProperty("share_of_effect", std::to_string(half / whole));
  EXPECT_NEAR(half / whole, 0.5, 5 * std::sqrt(0.25 / left) + 0.1);
}

TEST(FirstTimers, AreTheOnlyOnesUnderARuleForThem) {
  const model::LeverSpec cap = for_some(fee_cap(everywhere, start, 0.9, 100), {.first_timers = true});
  const sim::RunTables tables = tables_of(with({cap}, 24));
  const std::int64_t cases = total(tables, Count::rule_cases, start_place), left = total(tables, Count::deployments, start_place);
  EXPECT_GT(cases, 0);
  EXPECT_LE(cases, left - total(tables, Count::repeat_hires, start_place));
}

TEST(ArrivedAfter, LeavesThoseAloneWhoAreThere) {
  const Month later = start + 2;
  const sim::RunTables tables = tables_of(with({for_some(fee_cap(everywhere, start, 0.9, 100), {.arrived_after = later})}));
  EXPECT_EQ(total(tables, Count::rule_cases, 0, start_place + 3), 0);
  EXPECT_GT(total(tables, Count::rule_cases, start_place + 3), 0);
}

TEST(LeversForSome, GiveTheSameBytesOnOneTwoAndEightThreads) {
  Case setup{.parameters = {}, .levers = {}, .months = 8, .burn_in_months = 4, .scale = 1};
  const Month from = first_recorded + 2;
  setup.levers = {for_some(fee_cap(everywhere, from, 0.9, 100), {.first_timers = true, .age_max_years = 40}),
                  for_some(wage_floor({aaa_gulf, bbb_gulf}, from, 0.9, 600), {.communities_percent = 40}),
                  for_some(womens_ban(everywhere, from, 0.8), {.children_under_years = 3, .pilot_percent = 60})};
  const sim::RunTables one = tables_of(setup, 1, populous_world());
  EXPECT_GT(total(one, Count::rule_cases), 0);
  EXPECT_GT(total(one, Count::irregular_departures), 0);
  for (const int threads : {2, 8}) expect_same(tables_of(setup, threads, populous_world()), one);
}

TEST(LeversForSome, AreAtMostEightOnAMarket) {
  std::vector<model::LeverSpec> levers;
  for (const char* id : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
    levers.push_back(named(for_some(fee_cap({aaa_gulf}, start, 0.9, 100), {.pilot_percent = 10}), id));
  }
  EXPECT_NO_THROW((void)tables_of(with(levers, 10)));
  levers.push_back(named(levers.front(), "i"));
  EXPECT_THROW((void)tables_of(with(levers, 10)), std::invalid_argument);
}

// start_when, end_when

model::Trigger when(const char* indicator, bool above, double value, int months = 1) {
  return {.indicator = indicator, .above = above, .value = value, .for_months = months, .origins = {true, true, true},
          .destinations = {true, true, true, true}};
}

TEST(StartWhen, StartsInTheMonthAfterItsIndicatorHasSaidSoLongEnough) {
  model::LeverSpec watched = fee_cap(everywhere, first_recorded, 0.9, 100), dated = fee_cap(everywhere, first_recorded + 3, 0.9, 100);
  watched.start_when = when("stock_abroad", true, 0, 3);
  const sim::RunTables tables = tables_of(with({watched}));
  expect_same(tables, tables_of(with({dated})));
  EXPECT_NE(tables.digest, tables_of(with({})).digest);
}

TEST(StartWhen, ChangesNotOneBitWhereItsIndicatorNeverSaysSo) {
  model::LeverSpec never = fee_cap(everywhere, first_recorded, 0.9, 100);
  never.start_when = when("stock_abroad", false, 0);
  expect_same(tables_of(with({never})), tables_of(with({})));
  never.start_when = when("stock_abroad", true, 0);
  never.start_when->origins = {false, false, false};  // nobody there
  expect_same(tables_of(with({never})), tables_of(with({})));
}

TEST(EndWhen, EndsALeverAfterTheMonthThatSaysSo) {
  model::LeverSpec watched = fee_cap(everywhere, start, 0.9, 100), dated = watched;
  watched.end_when = when("stock_abroad", true, 0, 2);
  dated.end = start + 1;
  expect_same(tables_of(with({watched})), tables_of(with({dated})));
}

TEST(EndWhen, LetsALeverStartAgain) {
  model::LeverSpec blinking = fee_cap(everywhere, first_recorded, 0.9, 100);
  blinking.start_when = when("stock_abroad", true, 0);
  blinking.end_when = when("stock_abroad", true, 0, 2);
  Simulation simulation{with({blinking}, 12)};
  std::vector<bool> on;
  for (int month = 0; month < simulation.months(); ++month) {
    simulation.run().step();
    const model::LeverSpec& lever = simulation.run().markets().levers().front();
    const Month next = simulation.run().month();
    on.push_back(next >= lever.start && (!lever.end || next <= *lever.end));
  }
  // after months of burn-in: off for a month, on for two, and so on
  const std::vector<bool> recorded(on.begin() + simulation.run().input().burn_in_months, on.end());
  EXPECT_EQ(recorded, (std::vector<bool>{true, true, false, true, true, false, true, true, false, true, true, false}));
}

}  // namespace
}  // namespace sojourn::test
