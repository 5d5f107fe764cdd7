// Single mechanics, timed by Google Benchmark: what one draw, one month of market tables, one look at a block costs.
#include <benchmark/benchmark.h>

#include <memory>

#include "core/random.hpp"
#include "model/decision.hpp"
#include "sim/bounds.hpp"
#include "sim/parallel.hpp"
#include "sim/run.hpp"
#include "world.hpp"

namespace {

using namespace sojourn;

constexpr int scale = 1000;

const bench::World& world() {
  static const bench::World shipped;
  return shipped;
}

// One run at scale 1000 after its first year, for what can only be timed on people who have begun to act.
struct Moment {
  sim::RunInput input = world().input(scale, 2, 0, 0);
  population::Cells cells{world().base(), scale, input.start, input.end};
  population::Candidates candidates{cells};
  Parallel alone{1};
  sim::Run run{input, cells, candidates, alone};
  population::Candidates::Rungs rungs{candidates.groups()};

  Moment() {
    if (!world().is_fitted()) run.markets().hold_order_shares(true);
    for (int month = 0; month < 12; ++month) (void)run.step();
    bound();
  }
  void bound() {
    for (std::size_t o = 0; o < cells.origins(); ++o) {
      for (const Sex sex : all_sexes)
        sim::bound_hazards(run.markets(), candidates, static_cast<OriginId>(o), sex, 0, false, model::network_index(1.0, false, run.markets().parameters()), rungs);
    }
  }
};

Moment& moment() {
  static const auto held = std::make_unique<Moment>();
  return *held;
}

void uniform_draw(benchmark::State& state) {
  std::uint64_t who = 0;
  for (auto _ : state) benchmark::DoNotOptimize(RandomStream({1, 2}, ++who, 24000, Draw::alarm).uniform());
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(uniform_draw);

void exponential_draw(benchmark::State& state) {
  std::uint64_t who = 0;
  for (auto _ : state) benchmark::DoNotOptimize(RandomStream({1, 2}, ++who, 24000, Draw::alarm).exponential());
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(exponential_draw);

void poisson_draw(benchmark::State& state) {
  const double mean = static_cast<double>(state.range(0)) / 100.0;
  std::uint64_t who = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(RandomStream({1, 2}, ++who, 24000, Draw::candidates_rung).poisson(mean));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(poisson_draw)->ArgName("mean_x100")->Arg(1)->Arg(100)->Arg(2000)->Arg(10000);

void choice_weight(benchmark::State& state) {
  double gain = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(model::choice_weight(0.01, 2.0, Usd{gain += 0.5}, world().parameters()));
}
BENCHMARK(choice_weight);

void market_tables_of_a_month(benchmark::State& state) {
  sim::Markets markets = moment().run.markets();
  Month month = moment().run.month();
  for (auto _ : state) {
    markets.begin_month(month);
    month = month + 1;
  }
  state.counters["markets"] = static_cast<double>(markets.count());
}
BENCHMARK(market_tables_of_a_month)->Unit(benchmark::kMicrosecond);

void bounds_of_a_month(benchmark::State& state) {
  for (auto _ : state) moment().bound();
  state.counters["groups"] = static_cast<double>(moment().candidates.groups());
}
BENCHMARK(bounds_of_a_month)->Unit(benchmark::kMicrosecond);

void candidates_of_a_block(benchmark::State& state) {
  Moment& now = moment();
  std::int32_t when = now.run.month().count();
  std::int64_t candidates = 0;
  for (auto _ : state) {
    now.candidates.draw(now.input.key, 0, ++when, now.run.month(), now.rungs, 1.0, 0, now.candidates.groups(),
                        [&candidates](const population::Candidate&) { ++candidates; });
  }
  state.counters["candidates"] = static_cast<double>(candidates) / static_cast<double>(state.iterations());
}
BENCHMARK(candidates_of_a_block)->Unit(benchmark::kMicrosecond);

void headcount_of_a_block(benchmark::State& state) {
  Moment& now = moment();
  const std::vector<std::uint16_t> profiles = sim::profiles_of_markets(now.input.base);
  for (auto _ : state) benchmark::DoNotOptimize(now.run.blocks()[0].headcount(now.cells, profiles));
  state.counters["workers"] = static_cast<double>(now.run.blocks()[0].workers());
}
BENCHMARK(headcount_of_a_block)->Unit(benchmark::kMicrosecond);

void digest_of_a_month(benchmark::State& state) {
  std::uint64_t digest = 0;
  for (auto _ : state) benchmark::DoNotOptimize(digest = sim::chain_digest(digest, moment().run.counts(), moment().run.lines()));
}
BENCHMARK(digest_of_a_month)->Unit(benchmark::kMicrosecond);

void tally_cleared_and_added(benchmark::State& state) {
  const std::size_t markets = world().base().markets.size(), origins = world().base().origins.size();
  const std::size_t agencies = moment().run.agencies().count();
  sim::Tally all{markets, origins, agencies}, one{markets, origins, agencies};
  for (auto _ : state) {
    all.add(one);
    one.clear();
    benchmark::ClobberMemory();
  }
}
BENCHMARK(tally_cleared_and_added)->Unit(benchmark::kMicrosecond);

void parallel_loop(benchmark::State& state) {
  Parallel threads{static_cast<int>(state.range(0))};
  for (auto _ : state) threads.for_each(16, [](std::size_t index, int) { benchmark::DoNotOptimize(index); });
}
BENCHMARK(parallel_loop)->ArgName("threads")->Arg(1)->Arg(2)->UseRealTime();

}  // namespace
