#include "whole_run.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <ctime>

namespace sojourn::bench {
namespace {

using model::Count;
using model::Stage;

std::int64_t total(const std::vector<sim::Counts>& counts, std::initializer_list<Count> kinds) {
  std::int64_t sum = 0;
  for (const sim::Counts& market : counts) {
    for (const Count kind : kinds) sum += market[model::index(kind)];
  }
  return sum;
}

constexpr std::array abroad_stages{Stage::employment, Stage::protection, Stage::money};

void note_month(const sim::Run& run, RunTiming& timing, double abroad_wall) {
  const auto& counts = run.counts();
  const std::int64_t workers = total(counts, {Count::stock_abroad});
  ++timing.months;
  timing.worker_months += workers;
  timing.abroad_rates.push_back(static_cast<double>(workers) / abroad_wall);
  timing.departures += total(counts, {Count::deployments});
  timing.abroad_events +=
      total(counts, {Count::contract_ends, Count::deaths, Count::returns_violation, Count::returns_job_loss,
                     Count::returns_family, Count::returns_health, Count::withheld_events, Count::registered_rehires, Count::complaints_filed,
                     Count::complaints_closed, Count::complaints_lapsed});
  timing.acting = total(counts, {Count::seekers, Count::on_the_way, Count::stock_abroad, Count::at_home_former});
}

sim::Run begin(const World& world, const sim::RunInput& input, const population::Cells& cells,
               const population::Candidates& candidates, Parallel& threads) {
  sim::Run run{input, cells, candidates, threads};
  if (!world.is_fitted()) run.markets().hold_order_shares(true);  // as the calibration does before costs are known
  return run;
}

population::Cells cells_of(const World& world, const sim::RunInput& input) {
  return {world.base(), input.scale, input.start + -input.burn_in_months, input.end};
}

}  // namespace

Seconds operator-(const Seconds& later, const Seconds& earlier) noexcept {
  return {later.wall - earlier.wall, later.processor - earlier.processor};
}

Seconds clocks() noexcept {
  timespec used{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now().time_since_epoch();
  return {wall.count(), static_cast<double>(used.tv_sec) + 1e-9 * static_cast<double>(used.tv_nsec)};
}

double peak_memory_mib() noexcept {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;  // Linux counts in KiB
}

Seconds RunTiming::abroad() const noexcept {
  Seconds sum;
  for (const Stage stage : abroad_stages) sum += stages[static_cast<std::size_t>(stage)];
  return sum;
}

double RunTiming::median_abroad_rate() const {
  std::vector<double> rates = abroad_rates;
  const auto middle = rates.begin() + static_cast<std::ptrdiff_t>(rates.size() / 2);
  std::nth_element(rates.begin(), middle, rates.end());
  return *middle;
}

RunTiming time_run(const World& world, const RunSpec& spec) {
  RunTiming timing{.spec = spec};
  const sim::RunInput input = world.input(spec.scale, spec.years, spec.burn_in_months, 0);
  Parallel threads{spec.threads};
  const Seconds before = clocks();
  const population::Cells cells = cells_of(world, input);
  const population::Candidates candidates{cells};
  sim::Run run = begin(world, input, cells, candidates, threads);
  timing.start = clocks() - before;

  Seconds last = clocks();
  run.on_stage([&](Stage stage) {
    const Seconds now = clocks();
    timing.stages[static_cast<std::size_t>(stage)] += now - last;
    last = now;
  });
  for (bool more = true; more;) {
    const double abroad_before = timing.abroad().wall;
    last = clocks();
    const Seconds month = last;
    more = run.step();
    timing.monthly += clocks() - month;
    note_month(run, timing, timing.abroad().wall - abroad_before);
  }
  timing.digest = run.tables().digest;
  return timing;
}

StudyTiming time_side_by_side(const World& world, const RunSpec& spec, int runs) {
  StudyTiming timing{.spec = spec, .runs = runs, .all = {}, .digest = 0};
  std::vector<std::uint64_t> digests(static_cast<std::size_t>(runs));
  const Seconds before = clocks();
  const sim::RunInput shared = world.input(spec.scale, spec.years, spec.burn_in_months, 0);
  const population::Cells cells = cells_of(world, shared);
  const population::Candidates candidates{cells};
  Parallel threads{spec.threads};
  threads.for_each(digests.size(), [&](std::size_t r, int) {
    const sim::RunInput input = world.input(spec.scale, spec.years, spec.burn_in_months, static_cast<std::uint32_t>(r));
    Parallel alone{1};
    sim::Run run = begin(world, input, cells, candidates, alone);
    while (run.step()) {
    }
    digests[r] = run.tables().digest;
  });
  timing.all = clocks() - before;
  for (const std::uint64_t digest : digests) timing.digest = timing.digest * 0x100000001b3U ^ digest;
  return timing;
}

}  // namespace sojourn::bench
