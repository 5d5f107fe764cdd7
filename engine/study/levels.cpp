#include "study/levels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>

#include "sim/run.hpp"

namespace sojourn::study {
namespace {

using model::Count;

constexpr int burn_in_months = 24;
constexpr int years = 3;
constexpr int judged_months = 12;  // flows, costs and published levels are those of the first year
constexpr double relative_bound = 0.05;
constexpr double small_cell_per_year = 20'000;

// What one replicate shows, in persons.
struct Sample {
  std::vector<double> registered_origin, registered_corridor, entries_corridor, stock_origin_first, stock_origin_last;
};

double registered(const sim::Counts& counts) {
  return static_cast<double>(counts[model::index(Count::registered_new)] + counts[model::index(Count::registered_renewals)] +
                             counts[model::index(Count::registered_rehires)]);
}

Sample sample_of(const sim::RunTables& tables, const model::BaseYear& base, double scale) {
  Sample sample;
  for (std::size_t o = 0; o < base.origins.size(); ++o) {
    double year = 0, first = 0, last = 0;
    for (std::size_t x = 0; x < 2; ++x) {
      for (int m = 0; m < 12; ++m) year += registered(tables.origin_month(m, o, x));
      first += static_cast<double>(tables.origin_month(0, o, x)[model::index(Count::stock_abroad)]);
      last += static_cast<double>(tables.origin_month(tables.months - 1, o, x)[model::index(Count::stock_abroad)]);
    }
    sample.registered_origin.push_back(year * scale);
    sample.stock_origin_first.push_back(first * scale);
    sample.stock_origin_last.push_back(last * scale);
  }
  for (std::size_t c = 0; c < base.corridors.size(); ++c) {
    double seen = 0, entries = 0;
    for (std::size_t x = 0; x < 2; ++x) {
      const sim::Counts& counts = tables.annual_corridor[c * 2 + x];
      seen += registered(counts);
      entries += static_cast<double>(counts[model::index(Count::deployments)]);
    }
    sample.registered_corridor.push_back(seen * scale);
    sample.entries_corridor.push_back(entries * scale);
  }
  return sample;
}

struct Estimate {
  double mean = 0, standard_error = 0;
};

template <class Value>
Estimate estimate(const std::vector<Sample>& samples, Value&& value) {
  Estimate result;
  const auto n = static_cast<double>(samples.size());
  for (const Sample& sample : samples) result.mean += value(sample) / n;
  double squares = 0;
  for (const Sample& sample : samples) squares += std::pow(value(sample) - result.mean, 2);
  if (samples.size() > 1) result.standard_error = std::sqrt(squares / (n - 1) / n);
  return result;
}

// Persons, of the mean of so many replicates: never less than that of events which come singly, since a cell where nothing was
// drawn would else seem to be known exactly.
double standard_error_of(const Estimate& found, double target, std::size_t replicates, double scale) {
  return std::max(found.standard_error, std::sqrt(target * scale / static_cast<double>(replicates)));
}

void judge(LevelRow& row) {
  if (!row.bound) return;
  const double gap = std::abs(row.simulated - row.target);
  row.hit = gap <= relative_bound * row.target || (row.target < small_cell_per_year && gap <= 3 * row.standard_error);
}

void add_origins(LevelsReport& report, const model::BaseYear& base, const std::vector<Sample>& samples) {
  for (std::size_t o = 0; o < base.origins.size(); ++o) {
    const model::Origin& origin = base.origins[o];
    const Estimate found = estimate(samples, [&](const Sample& s) { return s.registered_origin[o]; });
    LevelRow row{.what = "registered deployments, first year", .place = origin.code, .target = origin.registered_target.value,
                 .simulated = found.mean, .standard_error = found.standard_error, .grade = origin.registered_target.grade,
                 .note = origin.counted.measure};
    row.bound = origin.registered_target_year == base.year && row.grade <= Grade::b && row.target > 0;
    if (!row.bound) row.note += fmt::format("; no total of {} in grades A and B", base.year);
    judge(row);
    report.rows.push_back(row);
  }
}

void add_cells(LevelsReport& report, const model::BaseYear& base, const std::vector<Sample>& samples, double scale) {
  for (std::size_t c = 0; c < base.corridors.size(); ++c) {
    const model::Corridor& corridor = base.corridors[c];
    if (!corridor.is_target) continue;
    const Estimate found = estimate(samples, [&](const Sample& s) {
      return corridor.target_counts_entries ? s.entries_corridor[c] : s.registered_corridor[c];
    });
    LevelRow row{.what = "registered deployments, first year", .place = base.corridor_code(static_cast<CorridorId>(c)),
                 .target = corridor.target_per_year, .simulated = found.mean,
                 .standard_error = standard_error_of(found, corridor.target_per_year, samples.size(), scale),
                 .grade = corridor.registered_per_year.grade, .bound = true,
                 .note = corridor.target_counts_entries ? "entries counted at the destination" : ""};
    judge(row);
    report.rows.push_back(row);
  }
}

void add_stocks(LevelsReport& report, const model::BaseYear& base, const std::vector<Sample>& samples) {
  const auto add = [&](const std::string& place, auto first, auto last) {
    const Estimate start = estimate(samples, first);
    const Estimate end = estimate(samples, last);
    LevelRow row{.what = fmt::format("workers abroad after {} years", years), .place = place, .target = start.mean,
                 .simulated = end.mean, .standard_error = end.standard_error, .bound = true, .note = "against the first month"};
    row.hit = std::abs(row.simulated - row.target) <= relative_bound * row.target ||
              (row.target < small_cell_per_year && std::abs(row.simulated - row.target) <= 3 * row.standard_error);
    report.rows.push_back(row);
  };
  for (std::size_t o = 0; o < base.origins.size(); ++o) {
    add(base.origins[o].code, [o](const Sample& s) { return s.stock_origin_first[o]; }, [o](const Sample& s) { return s.stock_origin_last[o]; });
  }
  const auto sum = [](const std::vector<double>& values) {
    double total = 0;
    for (const double value : values) total += value;
    return total;
  };
  add("all", [&](const Sample& s) { return sum(s.stock_origin_first); }, [&](const Sample& s) { return sum(s.stock_origin_last); });
}

template <class Row>
Met met_of(const std::vector<Row>& rows) {
  Met met;
  for (const Row& row : rows) {
    if (!row.bound) continue;
    ++met.of;
    if (row.hit) ++met.met;
  }
  return met;
}

void add_month(std::vector<sim::Counts>& year, const std::vector<sim::Counts>& month) {
  for (std::size_t k = 0; k < month.size(); ++k) {
    for (std::size_t kind = 0; kind < month[k].size(); ++kind) year[k][kind] += month[k][kind];
  }
}

}  // namespace

Met LevelsReport::registers() const { return met_of(rows); }
Met LevelsReport::recruitment_costs() const { return met_of(costs); }
Met LevelsReport::levels() const { return met_of(published); }
int LevelsReport::bounds() const { return registers().of + recruitment_costs().of + levels().of; }
int LevelsReport::misses() const { return bounds() - registers().met - recruitment_costs().met - levels().met; }

LevelsReport validate_levels(const model::BaseYear& base, const model::FittedConstants& fitted, const model::Parameters& parameters,
                             const PublishedRows& published, const LevelsOptions& options) {
  const Month start{base.year, 1};
  const Month end{base.year + years - 1, 12};
  const population::Cells cells{base, options.scale, start + (-burn_in_months), end};
  const population::Candidates candidates{cells};
  sim::Policy policy;
  policy.levers = options.rules;
  policy.demand_growth_percent.assign(base.destinations.size() * sector_count, 0);
  policy.home_wage_growth_percent.assign(base.origins.size(), 0);
  policy.growth_start = start;
  std::vector<Sample> samples(static_cast<std::size_t>(options.replicates));
  std::vector<std::vector<sim::Counts>> first_years(samples.size(), std::vector<sim::Counts>(base.markets.size()));
  Parallel threads{options.threads > 0 ? options.threads : Parallel::available_threads()};
  const int months = options.replicates * (years * 12 + burn_in_months);
  std::atomic<int> done{0};
  std::mutex report_one_at_a_time;
  threads.for_each(samples.size(), [&](std::size_t r, int) {
    Parallel alone{1};
    const sim::RunInput input{.base = base, .fitted = fitted, .parameters = parameters, .policy = policy, .start = start, .end = end,
                              .burn_in_months = burn_in_months, .scale = options.scale,
                              .origins = std::vector<bool>(base.origins.size(), true),
                              .destinations = std::vector<bool>(base.destinations.size(), true),
                              .key = run_key(options.seed, static_cast<std::uint32_t>(r))};
    sim::Run run{input, cells, candidates, alone};
    bool more = true;
    while (more) {
      const int recorded = run.month() - start;
      more = run.step();
      if (recorded >= 0 && recorded < judged_months) add_month(first_years[r], run.counts());
      const int so_far = ++done;
      if (!options.on_progress) continue;
      const std::scoped_lock one{report_one_at_a_time};
      options.on_progress(so_far, months);
    }
    samples[r] = sample_of(run.tables(), base, options.scale);
  });
  LevelsReport report;
  report.scale = options.scale;
  report.replicates = options.replicates;
  add_origins(report, base, samples);
  add_cells(report, base, samples, options.scale);
  add_stocks(report, base, samples);
  report.costs = judge_costs(base, published.costs, first_years);
  report.published = judge_levels(base, published.levels, first_years);
  return report;
}

}  // namespace sojourn::study
