#include "support/world.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

#include "study/calibration.hpp"

namespace sojourn::test {
namespace {

model::Level level(double value) { return {value, Grade::model, "invented for tests"}; }

model::Origin origin(const char* code, double women, double men, double home_wage) {
  model::Origin origin;
  origin.code = origin.name = code;
  origin.working_age = {level(women), level(men)};
  // A growing population: two per cent fewer at each year of age.
  double sum = 0;
  for (std::size_t a = 0; a < origin.age_share.size(); ++a) sum += origin.age_share[a] = std::pow(0.98, a);
  for (double& share : origin.age_share) share /= sum;
  origin.skill_share = {0.55, 0.35, 0.10};
  origin.home_wage_usd_per_month = {level(0.8 * home_wage), level(home_wage)};
  origin.registered_target = level(30'000);
  return origin;
}

model::Destination destination(const char* code, const char* region, double contract_months, bool limited_stay) {
  model::Destination destination;
  destination.code = destination.name = code;
  destination.region = region;
  destination.contract_months = contract_months;
  destination.limited_stay = limited_stay;
  if (destination.region == "europe") destination.sponsorship = model::Sponsorship::free;
  return destination;
}

struct Jobs {
  CorridorId corridor;
  Sector sector;
  Sex sex;
  double workers, wage_usd;
};

// Ordered by corridor, sector, sex, as a base year is.
constexpr Jobs all_jobs[] = {{aaa_gulf, Sector::domestic_work, Sex::women, 70'000, 300},
                             {aaa_gulf, Sector::construction, Sex::men, 130'000, 350},
                             {aaa_gulf, Sector::services, Sex::women, 15'000, 380},
                             {aaa_gulf, Sector::services, Sex::men, 40'000, 380},
                             {aaa_asia, Sector::manufacturing, Sex::women, 30'000, 500},
                             {aaa_asia, Sector::manufacturing, Sex::men, 35'000, 520},
                             {bbb_gulf, Sector::domestic_work, Sex::women, 60'000, 320},
                             {bbb_gulf, Sector::construction, Sex::men, 70'000, 360},
                             {bbb_gulf, Sector::services, Sex::men, 30'000, 390},
                             {bbb_europe, Sector::care_health, Sex::women, 20'000, 900},
                             {bbb_europe, Sector::agriculture_fishing, Sex::men, 20'000, 800},
                             {ccc_island, Sector::services, Sex::women, 15'000, 420},
                             {ccc_island, Sector::services, Sex::men, 25'000, 430}};

sim::Policy policy_of(const model::BaseYear& base, const Case& setup) {
  sim::Policy policy;
  policy.levers = setup.levers;
  policy.shocks = setup.shocks;
  policy.demand_growth_percent.assign(base.destinations.size() * sector_count, 0);
  policy.home_wage_growth_percent.assign(base.origins.size(), 0);
  policy.growth_start = first_recorded;
  return policy;
}

sim::RunInput input_of(const World& world, const Case& setup) {
  return {.base = world.base,
          .fitted = world.fitted,
          .parameters = setup.parameters,
          .policy = policy_of(world.base, setup),
          .start = first_recorded,
          .end = first_recorded + (setup.months - 1),
          .burn_in_months = setup.burn_in_months,
          .scale = setup.scale,
          .origins = std::vector<bool>(world.base.origins.size(), true),
          .destinations = std::vector<bool>(world.base.destinations.size(), true),
          .key = run_key(setup.seed, setup.replicate)};
}

// Three years with order shares held, then orders weighed so that they are split the same way at the costs reached.
World settled_world() {
  World world{.base = synthetic_base(), .fitted = {}};
  const Case setup{.parameters = {}, .levers = {}, .months = 36, .burn_in_months = 0, .scale = 100};
  world.fitted = study::unfitted_constants(world.base, setup.parameters);
  world.fitted.taste_mean.assign(world.base.origins.size(), {1.4, 1.1});  // women, men; found by trial
  const std::vector<double> flow = world.fitted.order_weight;
  Simulation simulation{setup, 1, world};
  simulation.run().markets().hold_order_shares(true);
  (void)simulation.finish();
  const sim::Markets& markets = simulation.run().markets();
  for (const sim::DemandCell& cell : markets.demand()) {
    double sum = 0;
    for (const std::uint32_t k : cell.markets) sum += flow[k];
    for (const std::uint32_t k : cell.markets) {
      world.fitted.order_weight[k] =
          flow[k] / sum * std::pow(markets[k].employer_cost, setup.parameters.origin_substitution);
      world.fitted.tightness[k] = markets[k].tightness;
    }
  }
  return world;
}

}  // namespace

model::BaseYear synthetic_base(double workers) {
  model::BaseYear base;
  base.origins = {origin("AAA", 6e6, 6e6, 160), origin("BBB", 4e6, 4e6, 200), origin("CCC", 1e6, 1e6, 180)};
  base.destinations = {destination("GLF", "gulf", 24, false), destination("ASI", "east_asia", 36, true),
                       destination("EUR", "europe", 24, false), destination("ISL", "other", 24, false)};
  const auto add_corridor = [&base](OriginId from, DestinationId to, double stay_months, double registered_share) {
    model::Corridor corridor;
    corridor.origin = from;
    corridor.destination = to;
    corridor.mean_stay_months = stay_months;
    corridor.registered_share = registered_share;
    corridor.remittance_cost_percent = level(5);
    corridor.documented_cost_usd = {level(350), level(400)};
    corridor.recruitment_cost_months = {level(0), level(0)};
    base.corridors.push_back(corridor);
  };
  add_corridor(aaa, gulf, 46, 0.9);
  add_corridor(aaa, asia, 40, 1);
  add_corridor(bbb, gulf, 44, 0.8);
  add_corridor(bbb, europe, 50, 0.7);
  add_corridor(ccc, island, 42, 1);
  for (const Jobs& jobs : all_jobs) {
    base.markets.push_back({jobs.corridor, jobs.sector, jobs.sex, level(jobs.workers * workers), level(jobs.wage_usd)});
    model::Corridor& its = base.corridors[index(jobs.corridor)];
    its.workers.value += jobs.workers * workers;
    its.new_hires_per_year.value = 12 * its.workers.value / its.mean_stay_months;
    its.registered_per_year.value = its.new_hires_per_year.value * its.registered_share;
  }
  base.sha256 = "synthetic";
  return base;
}

const World& synthetic_world() {
  static const World world = settled_world();
  return world;
}

const World& populous_world() {
  static const World world = [] {
    World populous{.base = synthetic_base(0.02), .fitted = synthetic_world().fitted};
    for (auto& tastes : populous.fitted.taste_mean) {
      for (double& mean : tastes) mean += 1.6;  // a fiftieth of the tail above 1.2 lies above 2.8
    }
    for (double& stock : populous.fitted.desired_stock) stock *= 0.02;
    return populous;
  }();
  return world;
}

std::size_t market_of(const model::BaseYear& base, CorridorId corridor, Sector sector, Sex sex) {
  std::size_t k = 0;
  while (base.markets.at(k).corridor != corridor || base.markets[k].sector != sector || base.markets[k].sex != sex) ++k;
  return k;
}

Simulation::Simulation(const Case& setup, int threads, const World& world)
    : world_{world},
      cells_{world.base, setup.scale, first_recorded + -setup.burn_in_months, first_recorded + (setup.months - 1)},
      candidates_{cells_},
      own_threads_{std::make_unique<Parallel>(threads)},
      run_{input_of(world, setup), cells_, candidates_, *own_threads_} {}

Simulation::Simulation(const Case& setup, Parallel& threads, const World& world)
    : world_{world},
      cells_{world.base, setup.scale, first_recorded + -setup.burn_in_months, first_recorded + (setup.months - 1)},
      candidates_{cells_},
      run_{input_of(world, setup), cells_, candidates_, threads} {}

const sim::RunTables& Simulation::finish() {
  while (run_.step()) {
  }
  return run_.tables();
}

sim::RunTables tables_of(const Case& setup, int threads, const World& world) {
  Simulation simulation{setup, threads, world};
  return simulation.finish();
}

void expect_same(const sim::RunTables& one, const sim::RunTables& other) {
  EXPECT_EQ(one.digest, other.digest);
  EXPECT_EQ(one.monthly_origin, other.monthly_origin);
  EXPECT_EQ(one.monthly_corridor, other.monthly_corridor);
  EXPECT_EQ(one.annual_corridor, other.annual_corridor);
  EXPECT_EQ(one.annual_sector, other.annual_sector);
  EXPECT_EQ(one.annual_skill, other.annual_skill);
  EXPECT_EQ(one.cost_origin_month, other.cost_origin_month);
  EXPECT_EQ(one.cost_corridor_year, other.cost_corridor_year);
}

std::int64_t total(const sim::RunTables& tables, model::Count kind, int from, int to) {
  std::int64_t sum = 0;
  for (int month = from; month < (to < 0 ? tables.months : to); ++month) {
    for (std::size_t o = 0; o < tables.origins; ++o) {
      for (std::size_t x = 0; x < 2; ++x) sum += tables.origin_month(month, o, x)[model::index(kind)];
    }
  }
  return sum;
}

model::LeverSpec lever_on(const std::string& kind, std::vector<CorridorId> corridors, Month start, double level,
                          std::map<std::string, double> numbers) {
  model::LeverSpec lever;
  lever.kind = lever.id = kind;
  lever.reach.corridors.assign(5, false);
  for (const CorridorId corridor : corridors) lever.reach.corridors[index(corridor)] = true;
  lever.start = start;
  lever.implementation = {{start, level}};
  lever.numbers = std::move(numbers);
  return lever;
}

model::ShockSpec shock_on(const std::string& kind, std::vector<CorridorId> corridors, Month start, Month end,
                          std::map<std::string, double> numbers, int recovery_months) {
  model::ShockSpec shock;
  shock.kind = shock.id = kind;
  shock.reach.corridors.assign(5, false);
  for (const CorridorId corridor : corridors) shock.reach.corridors[index(corridor)] = true;
  shock.start = start;
  shock.end = end;
  shock.recovery_months = recovery_months;
  shock.numbers = std::move(numbers);
  return shock;
}

model::LeverSpec fee_cap(std::vector<CorridorId> corridors, Month start, double level, double cap_usd) {
  model::LeverSpec lever = lever_on("fee_cap", std::move(corridors), start, level,
                                    {{"cap_usd", cap_usd}, {"fine_usd", 2'000}, {"refund_percent", 50}});
  lever.words["counts"] = {"all_costs"};
  return lever;
}

model::LeverSpec employer_pays(std::vector<CorridorId> corridors, Month start, double level) {
  model::LeverSpec lever = lever_on("employer_pays", std::move(corridors), start, level, {{"fine_usd", 2'000}});
  lever.words["items"] = {"all"};
  return lever;
}

model::LeverSpec wage_floor(std::vector<CorridorId> corridors, Month start, double level, double floor_usd) {
  return lever_on("wage_floor", std::move(corridors), start, level, {{"floor_usd_per_month", floor_usd}});
}

model::LeverSpec womens_ban(std::vector<CorridorId> corridors, Month start, double level) {
  model::LeverSpec lever = lever_on("departure_ban", std::move(corridors), start, level);
  lever.reach.sexes = 1U << index(Sex::women);
  return lever;
}

}  // namespace sojourn::test
