// The start of a run: exposure to search, entrances to markets, and who is abroad before the first month.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <vector>

#include "sim/entrances.hpp"
#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

/// The tables that a start reads, without a run.
class Past {
  World world_;
  population::Cells cells_;
  sim::Markets markets_;
  sim::Exposure exposure_;

  static sim::Policy no_policy(const model::BaseYear& base) {
    sim::Policy policy;
    policy.demand_growth_percent.assign(base.destinations.size() * sector_count, 0);
    policy.home_wage_growth_percent.assign(base.origins.size(), 0);
    policy.growth_start = first_recorded;
    return policy;
  }
  static World of_one_skill(std::array<double, skill_count> shares) {
    World world = synthetic_world();
    for (model::Origin& origin : world.base.origins) origin.skill_share = shares;
    return world;
  }

 public:
  static constexpr int scale = 50;
  explicit Past(World world = synthetic_world(), std::vector<bool> destinations = {true, true, true, true})
      : world_{std::move(world)},
        cells_{world_.base, scale, first_recorded, first_recorded + 11},
        markets_{world_.base, world_.fitted,      {},           no_policy(world_.base),
                 scale,       {true, true, true}, destinations, run_key(7, 0)},
        exposure_{(markets_.begin_month(first_recorded + -1), markets_)} {}
  explicit Past(std::array<double, skill_count> shares) : Past{of_one_skill(shares)} {}
  [[nodiscard]] const sim::Exposure& exposure() const { return exposure_; }
  [[nodiscard]] const sim::Markets& markets() const { return markets_; }
  [[nodiscard]] sim::Entrances entrances(OriginId origin, Sex sex) const {
    return {markets_, cells_, exposure_, origin, sex, first_recorded};
  }
  [[nodiscard]] double flow(std::size_t market) const {
    return world_.base.markets[market].workers.value / world_.base.corridor(markets_[market].corridor).mean_stay_months;
  }
};

constexpr auto youngest = static_cast<std::int32_t>(model::Parameters{}.age_search_youngest_years);
constexpr auto oldest = static_cast<std::int32_t>(model::Parameters{}.age_search_oldest_years);
constexpr std::int32_t born = 1990;

TEST(Exposure, IsNoneBeforeTheYoungestAgeOfSearchAndStaysAfterTheOldest) {
  const Past past;
  const sim::Exposure& exposure = past.exposure();
  EXPECT_EQ(exposure.until(Month{born + youngest, 1}, born), 0);
  EXPECT_EQ(exposure.until(Month{born, 1}, born), 0);
  EXPECT_EQ(exposure.until(Month{born - 3, 6}, born), 0) << "not born yet";
  EXPECT_GT(exposure.until(Month{born + youngest, 2}, born), 0);
  EXPECT_LT(exposure.until(Month{born + oldest, 12}, born), exposure.most());
  for (const std::int32_t age : {oldest + 1, oldest + 2, 64, 70}) {
    EXPECT_DOUBLE_EQ(exposure.until(Month{born + age, 7}, born), exposure.most()) << age;
  }
}

TEST(Exposure, IsMonthsOfSearchWeighedByTheAgeFactor) {
  const Past past;
  double sum = 0;
  for (std::int32_t m = 0; m < (oldest + 5) * 12; ++m) {
    const Month month{born * 12 + m};
    ASSERT_NEAR(past.exposure().until(month, born), sum, 1e-9) << to_string(month);
    sum += model::age_factor(m / 12, past.markets().parameters());
  }
  EXPECT_NEAR(past.exposure().most(), sum, 1e-9);
}

// The worked number of docs/model/start.md.
TEST(Exposure, IsTheExampleOfItsPage) {
  const Past past;
  EXPECT_NEAR(past.exposure().until(Month{born + 30, 1}, born), 144, 1e-9);
  EXPECT_NEAR(past.exposure().until(Month{born + 40, 1}, born), 244.6, 0.05);
  EXPECT_NEAR(past.exposure().most(), 340.2, 0.05);
  // Three searches in ten succeed, one takes three months: those who left before an age (eq. 2).
  const double hazard = 0.0043;
  const auto left = [&](std::int32_t age) {
    return -std::expm1(-0.3 * past.exposure().until(Month{born + age, 1}, born) * hazard / (1 + 3 * hazard));
  };
  EXPECT_NEAR(left(30), 0.168, 5e-4);
  EXPECT_NEAR(left(40), 0.268, 5e-4);
}

TEST(Exposure, FindsTheMonthInWhichItIsReached) {
  const Past past;
  for (Month month{born + youngest, 1}; month.year() <= born + oldest; month = month + 1) {
    const double here = past.exposure().until(month, born), next = past.exposure().until(month + 1, born);
    ASSERT_EQ(past.exposure().when(0.5 * (here + next), born), month) << to_string(month);
    ASSERT_LE(std::abs(past.exposure().when(here, born) - month), 1) << to_string(month);  // the edge itself is rounded
  }
  EXPECT_EQ(past.exposure().when(0, born), (Month{born + youngest, 1}));
}

// Chances of each market, read off an even grid of the draw.
constexpr int grid = 40'000;
std::map<std::uint16_t, double> chances(const sim::Entrances& entrances, Skill skill,
                                        std::uint16_t last = sim::no_market) {
  std::map<std::uint16_t, double> found;
  for (int i = 0; i < grid; ++i) found[entrances.pick(skill, last, (i + 0.5) / grid)] += 1.0 / grid;
  return found;
}
constexpr double resolution = 1.5 / grid;  // an interval's two ends fall between points of the grid

TEST(Entrances, LeadEverybodyToAMarketOfTheirOriginAndSexThatIsOpenToTheirSkill) {
  const Past past;
  for (const OriginId origin : {aaa, bbb, ccc}) {
    for (const Sex sex : all_sexes) {
      const sim::Entrances entrances = past.entrances(origin, sex);
      for (const Skill skill : {Skill::elementary, Skill::medium, Skill::high}) {
        double sum = 0;
        for (const auto& [market, chance] : chances(entrances, skill)) {
          ASSERT_NE(market, sim::no_market);
          EXPECT_EQ(past.markets()[market].origin, origin);
          EXPECT_EQ(past.markets()[market].sex, sex);
          EXPECT_LE(past.markets()[market].lowest, skill) << "market " << market;
          sum += chance;
        }
        EXPECT_NEAR(sum, 1, 1e-9);
        const double extremes[] = {0x1p-33, 1 - 0x1p-33};  // the least and the most that a stream draws
        for (const double u : extremes) EXPECT_NE(entrances.pick(skill, sim::no_market, u), sim::no_market);
      }
    }
  }
}

// Where all leavers have one skill, their chances are the shares of the base year's flows over the markets open to
// them.
TEST(Entrances, OfOneSkillFollowTheFlowsOfTheBaseYear) {
  for (const Skill skill : {Skill::elementary, Skill::medium, Skill::high}) {
    std::array<double, skill_count> shares{};
    shares[index(skill)] = 1;
    const Past past{shares};
    for (const OriginId origin : {aaa, bbb, ccc}) {
      for (const Sex sex : all_sexes) {
        const auto& markets = past.markets().of(origin, sex);
        const auto open = [&](std::size_t k) { return past.markets()[k].lowest <= skill ? past.flow(k) : 0.0; };
        const double all = std::accumulate(markets.begin(), markets.end(), 0.0,
                                           [&](double sum, std::size_t k) { return sum + open(k); });
        const auto found = chances(past.entrances(origin, sex), skill);
        for (const std::uint32_t k : markets) {
          const auto chance = found.find(static_cast<std::uint16_t>(k));
          EXPECT_NEAR(chance == found.end() ? 0.0 : chance->second, open(k) / all, resolution)
              << "skill " << index(skill) << ", market " << k;
        }
      }
    }
  }
}

// However many of each skill leave, flows are a mean of the skills' chances: each lies between the least and the most.
TEST(Entrances, OfAllSkillsTogetherCanMakeUpTheFlowsOfTheBaseYear) {
  const Past past;
  for (const OriginId origin : {aaa, bbb, ccc}) {
    for (const Sex sex : all_sexes) {
      const auto& markets = past.markets().of(origin, sex);
      const double all = std::accumulate(markets.begin(), markets.end(), 0.0,
                                         [&](double sum, std::size_t k) { return sum + past.flow(k); });
      const sim::Entrances entrances = past.entrances(origin, sex);
      for (const std::uint32_t k : markets) {
        double least = 1, most = 0;
        for (const Skill skill : {Skill::elementary, Skill::medium, Skill::high}) {
          auto found = chances(entrances, skill);
          least = std::min(least, found[static_cast<std::uint16_t>(k)]);
          most = std::max(most, found[static_cast<std::uint16_t>(k)]);
        }
        EXPECT_LE(least, past.flow(k) / all + resolution) << "market " << k;
        EXPECT_GE(most, past.flow(k) / all - resolution) << "market " << k;
        EXPECT_LT(most - least, 0.5) << "market " << k << ": no bound at all";
      }
    }
  }
}

TEST(Entrances, DrawPeopleBackToTheirLastMarketByTheirAttachment) {
  const Past past;
  const sim::Entrances entrances = past.entrances(aaa, Sex::women);
  const auto& markets = past.markets().of(aaa, Sex::women);
  ASSERT_EQ(markets.size(), 3U);
  const double tie = std::exp(past.markets().parameters().attachment);
  for (std::size_t i = 0; i < 3; ++i) {
    const auto mine = static_cast<std::uint16_t>(markets[i]), other = static_cast<std::uint16_t>(markets[(i + 1) % 3]),
               third = static_cast<std::uint16_t>(markets[(i + 2) % 3]);
    auto at_mine = chances(entrances, Skill::medium, mine), at_third = chances(entrances, Skill::medium, third);
    const double odds = at_mine[mine] / at_mine[other], untied = at_third[mine] / at_third[other];
    const double least = std::min({at_mine[mine], at_mine[other], at_third[mine], at_third[other]});
    ASSERT_GT(least, 0.01);
    EXPECT_NEAR(odds / untied / tie, 1, 4 * resolution / least) << "market " << mine;
  }
}

TEST(Entrances, NeverLeadToAMarketThatIsNotSimulated) {
  std::vector<bool> destinations(4, true);
  destinations[index(gulf)] = destinations[index(island)] = false;
  const Past past{synthetic_world(), destinations};
  for (const Skill skill : {Skill::elementary, Skill::medium, Skill::high}) {
    for (const OriginId origin : {aaa, bbb}) {
      for (const Sex sex : all_sexes) {
        const sim::Entrances entrances = past.entrances(origin, sex);
        const auto last = static_cast<std::uint16_t>(past.markets().of(origin, sex).front());
        ASSERT_EQ(past.markets()[last].destination, gulf);
        const bool any_open = std::ranges::any_of(past.markets().of(origin, sex), [&](std::uint32_t k) {
          return past.markets()[k].simulated && past.markets()[k].lowest <= skill;
        });
        for (const std::uint16_t before : {sim::no_market, last}) {
          for (const auto& [market, chance] : chances(entrances, skill, before)) {
            EXPECT_EQ(market != sim::no_market, any_open);
            EXPECT_TRUE(market == sim::no_market || past.markets()[market].simulated) << "market " << market;
          }
        }
      }
    }
    EXPECT_EQ(past.entrances(ccc, Sex::men).pick(skill, sim::no_market, 0.5), sim::no_market) << "all are closed";
  }
}

TEST(Start, FillsEveryMarketOfEveryBlockWithTheWorkersOfTheTablesInWholePersons) {
  Simulation simulation{
      {.parameters = {}, .levers = {}, .months = 2, .burn_in_months = 0, .scale = 1}, 2, populous_world()};
  const model::BaseYear& base = simulation.base();
  ASSERT_GE(simulation.cells().blocks(), 4U);
  std::int64_t abroad = 0;
  for (const sim::Block& block : simulation.run().blocks()) {
    const sim::FlowCount here = block.flow_count(base.markets.size(), first_recorded.count());
    for (std::size_t k = 0; k < base.markets.size(); ++k) {
      EXPECT_LT(
          std::abs(static_cast<double>(here.persons[k]) - base.markets[k].workers.value / simulation.cells().blocks()),
          1)
          << "market " << k;
      abroad += here.persons[k];
    }
  }
  EXPECT_GT(abroad, 10'000);
  // The first month's table shows them, with those who came and went in it.
  ASSERT_TRUE(simulation.run().step());
  std::int64_t recorded = 0;
  for (const sim::Counts& counts : simulation.run().counts()) {
    const auto of = [&counts](Count kind) { return counts[model::index(kind)]; };
    recorded += of(Count::stock_abroad) - of(Count::deployments) + of(Count::deaths);
    for (const Count kind : model::return_counts) {
      recorded += of(kind);
    }
  }
  EXPECT_EQ(recorded, abroad);
}

TEST(Start, PutsThoseWhoLeftTheCrowdInOnePlaceEach) {
  Simulation simulation{
      {.parameters = {}, .levers = {}, .months = 2, .burn_in_months = 0, .scale = 1}, 2, populous_world()};
  const model::BaseYear& base = simulation.base();
  const model::Parameters parameters;
  // Those who will drop out are on the way too.
  const double processing = parameters.processing_mean_months /
                            std::pow(1.0 - parameters.drop_out_per_month, parameters.processing_mean_months);
  std::int64_t seeking = 0;
  for (const sim::Block& block : simulation.run().blocks()) {
    const sim::Headcount heads = block.headcount(simulation.cells(), sim::profiles_of_markets(base));
    for (const OriginId origin : {aaa, bbb, ccc}) {
      for (const Sex sex : all_sexes) {
        const std::size_t p = index(origin) * 2 + index(sex);
        const std::int64_t pools = heads.seeking[p] + heads.on_the_way[p] + heads.abroad[p] + heads.home[p];
        seeking += heads.seeking[p];
        EXPECT_GT(heads.home[p], 0) << p;
        EXPECT_GT(heads.acted[p], pools) << p << ": nobody has settled for good before the run";
        double travellers = 0;
        const auto& markets = simulation.run().markets().of(origin, sex);
        for (const std::uint32_t k : markets) {
          travellers +=
              base.markets[k].workers.value / base.corridor(base.markets[k].corridor).mean_stay_months * processing;
        }
        EXPECT_LT(std::abs(static_cast<double>(heads.on_the_way[p]) - travellers / simulation.cells().blocks()),
                  static_cast<double>(markets.size()))
            << p;
      }
    }
  }
  EXPECT_GT(seeking, 0);
  EXPECT_NO_THROW(simulation.finish());  // every month's audit holds what settled before to account
}

// With nobody leaving early, everyone abroad at the start meets exactly one contract end within a contract's length.
// Months left are spread evenly over it: of n workers one month's share has a standard error of sqrt(n / L).
TEST(Start, LeavesEveryWorkerAContractThatEndsInTheFutureAndWithinItsLength) {
  Case setup{.parameters = {}, .levers = {}, .months = 40, .burn_in_months = 0, .scale = 20};
  setup.parameters.early_exit_per_month = 0;
  setup.parameters.death_men_per_100000_year = setup.parameters.death_women_per_100000_year = 0;
  setup.parameters.layoff_hazard_max_per_month = 0;
  // Nor for what happens to them, nor is anybody there without a contract.
  model::Parameters& none = setup.parameters;
  none.leave_after_harm_probability = none.leave_after_illness_probability = none.injury_per_100000_year = none.dismissal_per_month = 0;
  none.absconding_per_month = none.retaliation_probability = 0;
  none.transfer_after_case_share = 1;
  none.overstay_logit = -100;
  Simulation simulation{setup, 2};
  const std::size_t markets = simulation.base().markets.size();
  std::vector<std::int64_t> abroad(markets), ended(markets), ended_at_once(markets), ended_in_first_half(markets);
  for (const sim::Block& block : simulation.run().blocks()) {
    const sim::FlowCount here = block.flow_count(markets, first_recorded.count());
    for (std::size_t k = 0; k < markets; ++k) abroad[k] += here.persons[k];
  }
  std::vector<int> contract(markets);
  for (std::size_t k = 0; k < markets; ++k)
    contract[k] = static_cast<int>(std::lround(simulation.run().markets()[k].contract_months));
  for (int month = 0; month < setup.months; ++month) {
    (void)simulation.run().step();
    for (std::size_t k = 0; k < markets; ++k) {
      const std::int64_t ends = simulation.run().counts()[k][model::index(Count::contract_ends)];
      if (month == 0) ended_at_once[k] = ends;
      if (month < contract[k] / 2) ended_in_first_half[k] += ends;
      if (month < contract[k]) ended[k] += ends;
    }
  }
  for (std::size_t k = 0; k < markets; ++k) {
    EXPECT_EQ(ended[k], abroad[k]) << "market " << k;
    const auto n = static_cast<double>(abroad[k]);
    EXPECT_NEAR(static_cast<double>(ended_at_once[k]), n / contract[k], 5 * std::sqrt(n / contract[k]))
        << "market " << k;
    EXPECT_NEAR(static_cast<double>(ended_in_first_half[k]), n * (contract[k] / 2) / contract[k],
                5 * std::sqrt(0.25 * n))
        << "market " << k;
  }
}

// An age is seen where it ends a stay: retirement at the youngest age of search lets nobody's contract end otherwise.
TEST(Start, HasNobodyAbroadBelowTheYoungestAgeOfSearch) {
  Case setup{.parameters = {}, .levers = {}, .months = 24, .burn_in_months = 0};
  setup.parameters.age_search_youngest_years = setup.parameters.retirement_age_years = 35;
  const sim::RunTables tables = tables_of(setup, 2);
  EXPECT_GT(total(tables, Count::returns_age), 1000);
  EXPECT_EQ(total(tables, Count::renewals), 0);
  for (const Count kind : {Count::returns_not_renewed, Count::returns_own_choice, Count::returns_target}) {
    EXPECT_EQ(total(tables, kind), 0);
  }
}

}  // namespace
}  // namespace sojourn::test
