#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <numeric>
#include <optional>

#include "io/digest.hpp"
#include "model/fitted.hpp"
#include "sim/run.hpp"
#include "study/gaps.hpp"
#include "study/groups.hpp"
#include "study/headline.hpp"
#include "study/outcome.hpp"
#include "study/run_input.hpp"
#include "study/series.hpp"
#include "study/statistics.hpp"
#include "study/table_groups.hpp"
#include "study/version.hpp"

namespace sojourn::study {

model::Parameters parameters_of(const Scenario& scenario) {
  model::Parameters parameters;
  for (const auto& [name, value] : scenario.parameters) parameters.*model::find_parameter(name)->member = value;
  return parameters;
}

namespace {

sim::Policy policy_of(const Scenario& scenario, const Study& study, const model::BaseYear& base) {
  sim::Policy policy{.levers = scenario.levers, .shocks = scenario.shocks, .demand_growth_percent = {}, .home_wage_growth_percent = {}, .growth_start = study.start};
  policy.demand_growth_percent.assign(base.destinations.size() * sector_count, 0);
  policy.home_wage_growth_percent.assign(base.origins.size(), 0);
  for (const Growth& growth : scenario.demand_growth) {
    for (std::size_t d = 0; d < base.destinations.size(); ++d) {
      for (std::size_t s = 0; s < sector_count; ++s) {
        if (growth.places[d] && (growth.sectors >> s & 1U) != 0) policy.demand_growth_percent[d * sector_count + s] = growth.percent_per_year;
      }
    }
  }
  for (const Growth& growth : scenario.home_wage_growth) {
    for (std::size_t o = 0; o < base.origins.size(); ++o) {
      if (growth.places[o]) policy.home_wage_growth_percent[o] = growth.percent_per_year;
    }
  }
  return policy;
}

/// Runs every scenario and replicate, side by side where there are enough of them, else with threads inside each.
class Workshop {
 public:
  Workshop(const Study& study, const model::BaseYear& base, const model::FittedConstants& fitted, const RunOptions& options, Parallel& threads)
      : study_{study}, base_{base}, fitted_{fitted}, options_{options},
        cells_{base, study.scale, study.start + (-study.burn_in_months), study.end}, candidates_{cells_},
        threads_{threads},
        runs_(study.scenarios.size(), std::vector<sim::RunTables>(static_cast<std::size_t>(study.replicates))) {}

  bool work() {
    const auto replicates = static_cast<std::size_t>(study_.replicates);
    if (replicates < static_cast<std::size_t>(threads_.threads())) {
      for (std::size_t r = 0; r < replicates; ++r) one_replicate(r, threads_);
    } else {
      threads_.for_each(replicates, [&](std::size_t r, int) {
        Parallel alone{1};
        one_replicate(r, alone);
      });
    }
    return !stopped();
  }
  [[nodiscard]] Runs& runs() noexcept { return runs_; }

 private:
  [[nodiscard]] bool stopped() const { return options_.stop != nullptr && options_.stop->load(); }

  // Scenarios that have one past with the first run it once and part where they first can differ.
  void one_replicate(std::size_t replicate, Parallel& threads) {
    if (stopped()) return;
    sim::Run trunk{input_of(0, replicate), cells_, candidates_, threads};
    std::vector<std::size_t> order(study_.scenarios.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t s) { return s == 0 ? study_.end + 1 : parts_from_first(s); });
    for (const std::size_t scenario : order) {
      if (stopped()) return;
      const Month from = scenario == 0 ? study_.end + 1 : parts_from_first(scenario);
      if (from <= study_.start + (-study_.burn_in_months)) {  // nothing in common
        sim::Run own{input_of(scenario, replicate), cells_, candidates_, threads};
        finish(own, scenario, replicate, own.month());
        continue;
      }
      while (trunk.month() < from && trunk.month() <= study_.end && !stopped()) {
        const Month month = trunk.month();
        trunk.step();
        tell(month, 1);
      }
      if (stopped()) return;
      if (scenario == 0) {
        runs_[0][replicate] = trunk.take_tables();
        finish_one();
      } else {
        tell(from, from - (study_.start + (-study_.burn_in_months)));  // the past counts for this scenario too
        sim::Run own = trunk.fork(policy_of(study_.scenarios[scenario], study_, base_));
        finish(own, scenario, replicate, from);
      }
    }
  }

  // First month that a scenario does not share with the first one; before the burn-in if they share none.
  [[nodiscard]] Month parts_from_first(std::size_t scenario) const {
    const Scenario& mine = study_.scenarios[scenario];
    const Scenario& first = study_.scenarios[0];
    const Month beginning = study_.start + (-study_.burn_in_months);
    const auto early = [&](const auto& one) { return one.start < study_.start; };
    const auto own_early = [&](const model::LeverSpec& lever) { return !lever.rule_in_force && early(lever); };
    const auto acts_early = [&](const Scenario& one) { return std::ranges::any_of(one.levers, own_early) || std::ranges::any_of(one.shocks, early); };
    // Levers and shocks in the burn-in act there, rules in force that both have in both; parameters act from the first day.
    if (mine.parameters != first.parameters || acts_early(mine) || acts_early(first)) return beginning;
    if (acts_first(study_, scenario, 0) < study_.start) return beginning;
    return first_difference(study_, scenario, 0);
  }

  [[nodiscard]] sim::RunInput input_of(std::size_t scenario, std::size_t replicate) const {
    return run_input(study_, base_, fitted_, scenario, static_cast<std::uint32_t>(replicate));
  }

  void finish(sim::Run& run, std::size_t scenario, std::size_t replicate, Month from) {
    bool more = from <= study_.end;
    while (more && !stopped()) {
      const Month month = run.month();
      more = run.step();
      tell(month, 1);
    }
    if (stopped()) return;
    runs_[scenario][replicate] = run.take_tables();
    finish_one();
  }

  void finish_one() {
    {
      const std::scoped_lock one_at_a_time{telling_};
      ++runs_done_;
    }
    tell(study_.end, 0);
  }

  void tell(Month month, int months) {
    const std::scoped_lock one_at_a_time{telling_};
    months_done_ += months;
    if (!options_.on_progress) return;
    const auto tasks = static_cast<double>(study_.scenarios.size()) * study_.replicates;
    options_.on_progress({.percent = 100.0 * months_done_ / (tasks * (study_.months() + study_.burn_in_months)),
                          .replicate = runs_done_, .of = static_cast<int>(tasks), .month = month});
  }

  const Study& study_;
  const model::BaseYear& base_;
  const model::FittedConstants& fitted_;
  const RunOptions& options_;
  population::Cells cells_;
  population::Candidates candidates_;
  Parallel& threads_;
  Runs runs_;
  std::mutex telling_;
  int months_done_ = 0, runs_done_ = 0;
};

// Under a seed that varies nothing every replicate would be the same, and an interval a lie.
void refuse_equal_replicates(const Runs& runs) {
  for (const auto& scenario : runs) {
    if (scenario.size() < 2) continue;
    const bool all_equal = std::ranges::all_of(scenario, [&](const sim::RunTables& run) { return run.digest == scenario.front().digest; });
    if (all_equal) throw std::runtime_error{"all replicates are equal: nobody acted in this run; lower population.scale"};
  }
}

double share_saved(const Runs& runs, const Study& study, const model::BaseYear& base) {
  for (std::size_t s = 0; s < study.scenarios.size(); ++s) {
    const std::size_t b = compared_index(study, s);
    if (b == s) continue;
    const Table table = period_table(study, base, first_difference(study, s, b));
    const model::Indicator& indicator = *model::find_indicator("deployments");
    const auto totals = [&](const std::vector<sim::RunTables>& replicates) {
      std::vector<double> values;
      for (const sim::RunTables& run : replicates) {
        CellSums sums;
        for (std::size_t o = 0; o < run.origins; ++o) {
          table.add(run, 0, o, 0, sums);
          table.add(run, 0, o, 1, sums);
        }
        values.push_back(value_of(indicator, sums, study.scale));
      }
      return values;
    };
    const double gain = paired_effect(totals(runs[s]), totals(runs[b]), study.interval_percent).pairing_gain;
    return std::isfinite(gain) && gain > 1 ? 1.0 - 1.0 / gain : 0.0;
  }
  return 0;
}

io::Attributes root_attributes(const Study& study, const Outcome& outcome) {
  return {{"title", study.title.empty() ? study.name : study.title}, {"question", study.question}, {"digest", outcome.digest},
          {"status", std::string{"complete"}}, {"last_complete_month", to_string(study.end)},
          {"semantics_version", std::int32_t{semantics_version}}};
}

std::vector<std::string> notes_of(const Study& study) {
  std::vector<std::string> notes{"parameters stand at their central values: intervals hold chance only",
                                 fmt::format("levels of {} are carried to {} by an index of 1: no table holds a later one for all corridors", study.base_year, to_string(study.start))};
  if (study.replicates < 2) notes.emplace_back("one replicate: an effect needs two or more for an interval");
  return notes;
}

bool wants(const Study& study, const std::string& table) {
  return study.output_tables.empty() || std::ranges::find(study.output_tables, table) != study.output_tables.end();
}

}  // namespace

std::string digest_text(std::uint64_t digest) { return fmt::format("sj1:{:016x}", digest); }

sim::RunInput run_input(const Study& study, const model::BaseYear& base, const model::FittedConstants& fitted, std::size_t scenario,
                        std::uint32_t replicate) {
  return {.base = base, .fitted = fitted, .parameters = parameters_of(study.scenarios[scenario]),
          .policy = policy_of(study.scenarios[scenario], study, base), .start = study.start, .end = study.end,
          .burn_in_months = study.burn_in_months, .scale = study.scale, .origins = study.origins,
          .destinations = study.destinations, .key = run_key(study.seed, replicate)};
}

Outcome run_study(const Study& study, const model::BaseYear& base, const model::FittedConstants& fitted, const RunOptions& options) {
  Outcome outcome;
  Parallel threads{options.threads > 0 ? options.threads : Parallel::available_threads()};
  std::optional<Workshop> workshop{std::in_place, study, base, fitted, options, threads};
  if (!workshop->work()) {
    outcome.stopped = true;
    return outcome;
  }
  Runs runs = std::move(workshop->runs());
  workshop.reset();
  refuse_equal_replicates(runs);
  io::Digest digest;
  for (const auto& scenario : runs) {
    for (const sim::RunTables& run : scenario) {
      outcome.run_digests.push_back(digest_text(run.digest));
      digest.add_number(static_cast<std::int64_t>(run.digest));
    }
  }
  outcome.digest = digest.text();
  outcome.headlines = headlines_of(study, base, runs);
  outcome.notes = notes_of(study);
  outcome.variance_share_saved = share_saved(runs, study, base);

  outcome.file.attributes = root_attributes(study, outcome);
  outcome.file.compression_level = study.compression_level;
  const bool compares = !outcome.headlines.empty();
  for (const Table& table : tables_of(study, base)) {
    if (!wants(study, table.name)) continue;
    const TableValues values{table, study, runs, threads};
    outcome.file.groups.push_back(level_group(table, study, values, threads));
    if (compares) outcome.file.groups.push_back(effect_group(table, study, values, threads));
  }
  if (compares) {
    Month from = study.end;
    for (const Headline& headline : outcome.headlines) from = std::min(from, headline.from);
    const Table table = period_table(study, base, from);
    outcome.file.groups.push_back(effect_group(table, study, TableValues{table, study, runs, threads}, threads));
  }
  Table by_origin = period_table(study, base, study.start);
  by_origin.name = "origin";
  for (const Table& table : {by_origin, corridor_period_table(study, base)}) {
    outcome.file.groups.push_back(gap_group(table, study, TableValues{table, study, runs, threads}, threads));
  }
  outcome.gaps = gap_tables_of(study, base, runs);
  if (wants(study, "annual_returns")) outcome.file.groups.push_back(returns_group(study, base, runs));
  if (wants(study, "costs")) outcome.file.groups.push_back(costs_group(study, base, runs));
  if (std::ranges::any_of(study.scenarios, [](const Scenario& scenario) { return !scenario.levers.empty(); })) outcome.file.groups.push_back(measures_group(study));
  if (std::ranges::any_of(study.scenarios, [](const Scenario& scenario) { return !scenario.shocks.empty(); })) outcome.file.groups.push_back(shocks_group(study));
  outcome.file.groups.push_back(data_group(base));
  return outcome;
}

}  // namespace sojourn::study
