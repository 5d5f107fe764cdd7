// Pathways, platforms and quotas in whole runs: not one bit at zero, and the directions that their pages tell.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

constexpr int start_place = 6;
constexpr Month start = first_recorded + start_place;
const std::vector<CorridorId> everywhere{aaa_gulf, aaa_asia, bbb_gulf, bbb_europe, ccc_island};

using Numbers = std::map<std::string, double>;
using Words = std::map<std::string, std::vector<std::string>>;

Case with(std::vector<model::LeverSpec> levers, int months = 12) { return {.parameters = {}, .levers = std::move(levers), .months = months}; }

struct Kind {
  std::string name;
  Numbers numbers;
  Words words{};
};
void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }

model::LeverSpec lever(const Kind& kind, double level, std::vector<CorridorId> corridors = everywhere) {
  model::LeverSpec made = lever_on(kind.name, std::move(corridors), start, level, kind.numbers);
  made.words = kind.words;
  return made;
}

const Kind channel{"government_channel", {{"places_per_year", 20'000}, {"worker_cost_usd", 450}, {"agencies_barred", 0}}, {{"selection", {"lottery"}}}};
const Kind barred{"government_channel", {{"places_per_year", 1e6}, {"worker_cost_usd", 450}, {"agencies_barred", 1}}, {{"selection", {"test"}}}};
const Kind platform{"matching_platform", {{"job_orders_listed_percent", 100}}};
const Kind circular{"circular_scheme", {{"places_per_year", 6'000}, {"max_stay_months", 9}, {"reentry_right", 1}}};
const Kind seasonal{"seasonal_quota", {{"places_per_year", 6'000}, {"max_stay_months", 9}, {"reentry_right", 0}}};
const Kind legal{"legal_pathway", {{"places_per_year", 6'000}, {"worker_cost_usd", 100}}, {{"language_level", {"A2"}}}};
const Kind student{"student_mobility", {{"places_per_year", 6'000}, {"work_hours_per_week", 20}}};
const Kind ceiling{"places_quota", {{"places_per_year", 10'000}}};
const Kind nationals{"nationalisation_quota", {{"nationals_percent", 20}, {"firm_workers_min", 10}}};

const std::vector<Kind>& all_kinds() {
  static const std::vector<Kind> all{channel, platform, circular, seasonal, legal, student, ceiling, nationals};
  return all;
}

class PathwayKind : public testing::TestWithParam<Kind> {
 protected:
  static const sim::RunTables& baseline() {
    static const sim::RunTables tables = tables_of(with({}));
    return tables;
  }
};
INSTANTIATE_TEST_SUITE_P(All, PathwayKind, testing::ValuesIn(all_kinds()), [](const auto& tested) { return tested.param.name; });

TEST_P(PathwayKind, ChangesNotOneBitAtZeroOrWhereItReachesNobody) {
  model::LeverSpec nobody = lever(GetParam(), 1);
  nobody.reach.skills = 0;
  expect_same(tables_of(with({lever(GetParam(), 0), nobody})), baseline());
}

TEST_P(PathwayKind, ChangesSomethingFromItsStartOnAndNothingEarlier) {
  const sim::RunTables tables = tables_of(with({lever(GetParam(), 1)}));
  EXPECT_NE(tables.digest, baseline().digest);
  for (int month = 0; month < start_place; ++month) {
    for (std::size_t o = 0; o < tables.origins; ++o) {
      for (std::size_t x = 0; x < 2; ++x) ASSERT_EQ(tables.origin_month(month, o, x), baseline().origin_month(month, o, x)) << month;
    }
  }
}

TEST(Pathways, GiveTheSameBytesOnOneTwoAndEightThreadsAndInAnyOrder) {
  std::vector<model::LeverSpec> levers;
  for (const Kind& kind : all_kinds()) levers.push_back(lever(kind, 0.7));
  levers.push_back(lever(barred, 0.5, {aaa_asia}));
  levers.back().id = "barred";
  const sim::RunTables one = tables_of(with(levers));
  for (const int threads : {2, 8}) expect_same(tables_of(with(levers), threads), one);
  std::ranges::reverse(levers);
  expect_same(tables_of(with(levers)), one);
}

TEST(Pathways, ThatEndLeaveNobodyInTheirQueuesAndAccountsInOrder) {
  std::vector<model::LeverSpec> levers;
  for (const Kind& kind : {barred, circular, seasonal, legal, student}) {
    levers.push_back(lever(kind, 1));
    levers.back().end = start + 11;
  }
  const sim::RunTables tables = tables_of(with(levers, 42));
  const std::int64_t in_force = total(tables, Count::pathway_deployments, start_place, start_place + 12);
  EXPECT_GT(in_force, 0);
  EXPECT_LT(50 * total(tables, Count::pathway_deployments, start_place + 30), in_force) << "who was on the way has left by then";
}

// Signs. Runs of four years, read over the last three.
constexpr int long_months = 48;

const sim::RunTables& long_baseline() {
  static const sim::RunTables tables = tables_of(with({}, long_months));
  return tables;
}
sim::RunTables tables_with(const Kind& kind, std::vector<CorridorId> corridors) { return tables_of(with({lever(kind, 1, std::move(corridors))}, long_months)); }
std::int64_t on(const sim::RunTables& tables, CorridorId corridor, Count kind) {
  std::int64_t sum = 0;
  for (int year = 1; year < tables.years; ++year) {
    for (std::size_t x = 0; x < 2; ++x) sum += tables.annual_corridor[(static_cast<std::size_t>(year) * tables.corridors + index(corridor)) * 2 + x][model::index(kind)];
  }
  return sum;
}
double ratio(const sim::RunTables& tables, CorridorId corridor, Count top, Count bottom) {
  return static_cast<double>(on(tables, corridor, top)) / static_cast<double>(on(tables, corridor, bottom));
}

TEST(GovernmentChannel, LowersTheCostOnItsOwnCorridorAndStaysUnderItsPlaces) {
  const sim::RunTables open = tables_with(channel, {aaa_gulf});
  EXPECT_EQ(on(open, bbb_gulf, Count::via_government), 0);
  EXPECT_GT(on(open, aaa_gulf, Count::via_government), 50);
  EXPECT_LE(on(open, aaa_gulf, Count::via_government), 4 * 20'000 / 50);
  EXPECT_LT(ratio(open, aaa_gulf, Count::cost_cents, Count::deployments), ratio(long_baseline(), aaa_gulf, Count::cost_cents, Count::deployments));
}

TEST(GovernmentChannel, WithAgenciesBarredIsTheOnlyWay) {
  const sim::RunTables only = tables_with(barred, {aaa_gulf});
  std::int64_t others = 0;
  for (int year = 2; year < only.years; ++year) {
    for (std::size_t x = 0; x < 2; ++x) {
      const sim::Counts& counts = only.annual_corridor[(static_cast<std::size_t>(year) * only.corridors + index(aaa_gulf)) * 2 + x];
      others += counts[model::index(Count::via_agency)] + counts[model::index(Count::via_subagents)] + counts[model::index(Count::via_direct)];
    }
  }
  EXPECT_LT(others, on(only, aaa_gulf, Count::via_government) / 20) << "those who were on the way in the first year";
  EXPECT_LT(ratio(only, aaa_gulf, Count::cost_cents, Count::deployments), 0.6 * ratio(long_baseline(), aaa_gulf, Count::cost_cents, Count::deployments));
  EXPECT_NEAR(ratio(only, aaa_asia, Count::cost_cents, Count::deployments) / ratio(long_baseline(), aaa_asia, Count::cost_cents, Count::deployments), 1, 0.1);
}

TEST(PlacesQuota, LowersHiresWhereItHoldsAndSendsOrdersElsewhere) {
  const sim::RunTables held = tables_with(ceiling, {aaa_gulf});
  EXPECT_LT(on(held, aaa_gulf, Count::deployments), 4 * on(long_baseline(), aaa_gulf, Count::deployments) / 10);
  EXPECT_LE(on(held, aaa_gulf, Count::matched), 3 * 10'000 / 50 + 60) << "three years of places, and what was open before";
  EXPECT_GT(on(held, bbb_gulf, Count::deployments), 11 * on(long_baseline(), bbb_gulf, Count::deployments) / 10);
  EXPECT_NEAR(static_cast<double>(on(held, ccc_island, Count::deployments)) / static_cast<double>(on(long_baseline(), ccc_island, Count::deployments)), 1, 0.05);
}

TEST(NationalisationQuota, PutsNationalsInPostsAndLowersAllJobsOfItsDestination) {
  const sim::RunTables ruled = tables_with(nationals, {aaa_gulf, bbb_gulf});
  EXPECT_GT(on(ruled, aaa_gulf, Count::nationals_in_posts), 0);
  EXPECT_EQ(on(ruled, aaa_asia, Count::nationals_in_posts), 0);
  EXPECT_GT(on(ruled, aaa_gulf, Count::posts_closed), 0) << "some firms close";
  EXPECT_EQ(on(ruled, aaa_asia, Count::posts_closed), 0);
  EXPECT_EQ(on(long_baseline(), aaa_gulf, Count::posts_closed), 0);
  const auto lost = [&](CorridorId corridor) { return on(long_baseline(), corridor, Count::stock_abroad) - on(ruled, corridor, Count::stock_abroad); };
  EXPECT_GT(lost(aaa_gulf), on(ruled, aaa_gulf, Count::nationals_in_posts)) << "more posts go than nationals come";
  EXPECT_NEAR(static_cast<double>(lost(ccc_island)), 0, 0.03 * static_cast<double>(on(long_baseline(), ccc_island, Count::stock_abroad)));
}

TEST(MatchingPlatform, BringsMoreSeekersAndShorterChainsButNoJob) {
  const sim::RunTables listed = tables_with(platform, everywhere);
  const auto share = [&](Count kind) {
    return static_cast<double>(total(listed, kind, 12)) / static_cast<double>(total(long_baseline(), kind, 12));
  };
  EXPECT_GT(share(Count::spells_begun), 1.2);
  EXPECT_GT(share(Count::offers_shown), 1.02);
  EXPECT_LT(share(Count::defrauded), 1.0);
  EXPECT_NEAR(share(Count::deployments), 1, 0.1) << "orders set how many leave";
  EXPECT_LT(total(listed, Count::chain_links, 12) * 10, total(long_baseline(), Count::chain_links, 12) * 8);
}

TEST(MatchingPlatform, BringsOffersThatAreRefusedAndMovesFewerThanItMakesSeek) {
  model::LeverSpec some = lever(platform, 1);
  some.only.pilot_percent = 30;
  const sim::RunTables helped = tables_of(with({some}, long_months));
  const auto more = [&](Count kind) {
    return static_cast<double>(total(helped, kind, 12)) / static_cast<double>(total(long_baseline(), kind, 12)) - 1;
  };
  const double offers = more(Count::offers_shown);
  EXPECT_GT(offers, 0.05);
  EXPECT_GT(more(Count::offers_refused), 2 * offers) << "offers gained are offers refused";
  EXPECT_LT(more(Count::matched), offers / 4);
}

TEST(ExtraPlaces, AddWorkersAndNeverMoreThanTheyAre) {
  for (const Kind& kind : {circular, seasonal, legal, student}) {
    SCOPED_TRACE(kind.name);
    const sim::RunTables open = tables_with(kind, {bbb_europe});
    EXPECT_GT(on(open, bbb_europe, Count::pathway_deployments), 200);
    EXPECT_LE(total(open, Count::pathway_deployments), 6'000 * (long_months - start_place) / 12 / 50);
    EXPECT_EQ(on(open, aaa_gulf, Count::pathway_deployments), 0);
    EXPECT_GT(on(open, bbb_europe, Count::stock_abroad), on(long_baseline(), bbb_europe, Count::stock_abroad));
    const double usual = static_cast<double>(on(open, bbb_europe, Count::deployments) - on(open, bbb_europe, Count::pathway_deployments));
    EXPECT_NEAR(usual / static_cast<double>(on(long_baseline(), bbb_europe, Count::deployments)), 1, 0.15) << "employers' own orders stay";
  }
}

TEST(ExtraPlaces, DifferByPriceStayAndPay) {
  const sim::RunTables by_state = tables_with(circular, {bbb_europe}), by_recruiters = tables_with(seasonal, {bbb_europe});
  const sim::RunTables by_law = tables_with(legal, {bbb_europe}), studies = tables_with(student, {bbb_europe});
  const auto cost = [](const sim::RunTables& tables) { return ratio(tables, bbb_europe, Count::cost_cents, Count::deployments); };
  EXPECT_LT(cost(by_state), cost(by_recruiters));
  EXPECT_LT(cost(by_law), cost(long_baseline()));
  EXPECT_LT(ratio(studies, bbb_europe, Count::wage_first_cents, Count::deployments), ratio(long_baseline(), bbb_europe, Count::wage_first_cents, Count::deployments));
  // A season ends: per worker of the pathway there are more ends of contracts, and a right to come back keeps people within the permit.
  EXPECT_GT(ratio(by_state, bbb_europe, Count::contract_ends, Count::stock_abroad), ratio(long_baseline(), bbb_europe, Count::contract_ends, Count::stock_abroad));
  Kind without = circular;
  without.numbers["reentry_right"] = 0;
  EXPECT_LT(ratio(by_state, bbb_europe, Count::overstays, Count::contract_ends),
            ratio(tables_with(without, {bbb_europe}), bbb_europe, Count::overstays, Count::contract_ends));
  EXPECT_GT(on(by_state, bbb_europe, Count::repeat_hires), on(tables_with(without, {bbb_europe}), bbb_europe, Count::repeat_hires));
}

}  // namespace
}  // namespace sojourn::test
