#include "study/cases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "core/diagnostic.hpp"
#include "io/case_measures.hpp"
#include "model/beliefs.hpp"
#include "sim/run.hpp"
#include "study/headline.hpp"
#include "study/run_input.hpp"
#include "study/selection.hpp"

namespace sojourn::study {
namespace {

using model::Measure;

constexpr double nobody = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint32_t all_skills = (1U << skill_count) - 1;

/// Flows as what they add up to, stocks as their mean.
double amount(const model::Indicator& indicator, const WindowSums& sums, double scale) {
  const double value = model::indicator_value(indicator, sums.counts, scale);
  return indicator.measure == Measure::stock ? value / sums.months : value;
}

void add(sim::Counts& sum, const sim::Counts& more) {
  for (std::size_t kind = 0; kind < sum.size(); ++kind) sum[kind] += more[kind];
}

/// A row with the scenarios that it speaks of and its months.
struct Asked {
  const io::CaseRow* row;
  std::size_t scenario, compared;
  Month first, last;
  Selection selection;
  std::vector<std::size_t> markets;
};

[[noreturn]] void refuse(const io::CaseRow& row, const std::string& what, const std::string& why, const std::string& hint) {
  throw InputError{{Severity::error, fmt::format("library:validation/{}", io::cases_table_name), row.at, what, why, hint, "", "case-table"}};
}

Asked asked_of(const io::CaseRow& row, const Study& study, const model::BaseYear& base) {
  const std::string name = row.variant.empty() ? row.case_name : fmt::format("{}-{}", row.case_name, row.variant);
  const auto found = std::ranges::find(study.scenarios, name, &Scenario::name);
  if (found == study.scenarios.end()) refuse(row, fmt::format("variant = \"{}\"", row.variant), fmt::format("{}.toml has no such scenario", row.case_name), "");
  Asked asked{.row = &row, .scenario = static_cast<std::size_t>(found - study.scenarios.begin()), .compared = 0, .first = {}, .last = {},
              .selection = {row.origin, row.destination, row.sectors, row.sex}, .markets = {}};
  asked.compared = compared_index(study, asked.scenario);
  if (asked.compared == asked.scenario) refuse(row, name, "is compared with nothing", "let it extend a scenario");
  const Month change = first_difference(study, asked.scenario, asked.compared);
  asked.first = change + (row.first_month - 1);
  asked.last = change + (row.last_month - 1);
  if (asked.last > study.end) {
    refuse(row, fmt::format("months = \"{}-{}\"", row.first_month, row.last_month),
           fmt::format("the change comes in {}, and the scenario ends in {}", to_string(change), to_string(study.end)), "");
  }
  for (std::size_t k = 0; k < base.markets.size(); ++k) {
    if (asked.selection.takes(base, base.markets[k])) asked.markets.push_back(k);
  }
  return asked;
}

/// Every run of a case: a trunk that the scenarios part from, as in a study.
class CaseRuns {
 public:
  CaseRuns(const Study& study, const model::BaseYear& base, const model::FittedConstants& fitted, std::vector<Asked> asked,
           const CaseOptions& options)
      : study_{study}, base_{base}, fitted_{fitted}, asked_{std::move(asked)}, options_{options},
        cells_{base, study.scale, study.start + (-study.burn_in_months), last_month()}, candidates_{cells_},
        threads_{options.threads > 0 ? options.threads : Parallel::available_threads()} {
    for (std::size_t s = 0; s < study.scenarios.size(); ++s) parts_.push_back(s == 0 ? last_month() + 1 : parting_month(study, s));
    of_ = static_cast<int>(study.scenarios.size()) * study.replicates * (last_month() - beginning() + 1);
  }

  /// By replicate, scenario, row.
  using Sums = std::vector<std::vector<std::vector<WindowSums>>>;

  Sums work() {
    const auto replicates = static_cast<std::size_t>(study_.replicates);
    Sums sums(replicates, std::vector<std::vector<WindowSums>>(study_.scenarios.size(), std::vector<WindowSums>(asked_.size())));
    threads_.for_each(replicates, [&](std::size_t r, int) { one_replicate(r, sums[r]); });
    return sums;
  }

 private:
  [[nodiscard]] Month beginning() const { return study_.start + (-study_.burn_in_months); }
  // No later month is asked for; that of the study if nothing is.
  [[nodiscard]] Month last_month() const {
    Month last = asked_.empty() ? study_.end : study_.start;
    for (const Asked& one : asked_) last = std::max(last, one.last);
    return last;
  }

  [[nodiscard]] sim::RunInput input_of(std::size_t scenario, std::size_t replicate) const {
    sim::RunInput input = run_input(study_, base_, fitted_, scenario, static_cast<std::uint32_t>(replicate));
    input.end = last_month();
    return input;
  }

  void one_replicate(std::size_t replicate, std::vector<std::vector<WindowSums>>& sums) {
    Parallel alone{1};
    const std::size_t scenarios = study_.scenarios.size();
    sim::Run trunk{input_of(0, replicate), cells_, candidates_, alone};
    std::vector<std::unique_ptr<sim::Run>> runs(scenarios);
    for (std::size_t s = 1; s < scenarios; ++s) {
      if (parts_[s] > beginning()) continue;
      runs[s] = std::make_unique<sim::Run>(input_of(s, replicate), cells_, candidates_, alone);
      finish(*runs[s], s, sums);
      runs[s].reset();
    }
    while (trunk.month() <= last_month()) {
      for (std::size_t s = 1; s < scenarios; ++s) {
        if (parts_[s] != trunk.month() || parts_[s] <= beginning()) continue;
        sim::Run own = trunk.fork(run_input(study_, base_, fitted_, s, static_cast<std::uint32_t>(replicate)).policy);
        tell(parts_[s] - beginning());  // the past counts for this scenario too
        finish(own, s, sums);
      }
      const Month month = trunk.month();
      trunk.step();
      for (std::size_t s = 0; s < scenarios; ++s) {
        if (parts_[s] > month) observe(trunk, month, sums[s], s);
      }
      tell(1);
    }
  }

  void finish(sim::Run& run, std::size_t scenario, std::vector<std::vector<WindowSums>>& sums) {
    while (run.month() <= last_month()) {
      const Month month = run.month();
      run.step();
      observe(run, month, sums[scenario], scenario);
      tell(1);
    }
  }

  void observe(const sim::Run& run, Month month, std::vector<WindowSums>& sums, std::size_t scenario) const {
    for (std::size_t i = 0; i < asked_.size(); ++i) {
      const Asked& one = asked_[i];
      if (month < one.first || month > one.last || (scenario != one.scenario && scenario != one.compared)) continue;
      ++sums[i].months;
      if (one.row->skills == all_skills) {
        for (const std::size_t market : one.markets) add(sums[i].counts, run.counts()[market]);
      } else {
        add_profiles(one, run.profile_counts(), sums[i].counts);
      }
    }
  }

  void add_profiles(const Asked& one, const std::vector<sim::Counts>& profiles, sim::Counts& sum) const {
    for (std::size_t o = 0; o < base_.origins.size(); ++o) {
      if (!one.selection.takes_origin(base_.origins[o])) continue;
      for (std::size_t skill = 0; skill < skill_count; ++skill) {
        if ((one.row->skills >> skill & 1U) == 0) continue;
        for (std::size_t x = 0; x < 2; ++x) {
          if (one.selection.takes_sex(static_cast<Sex>(x))) add(sum, profiles[(o * skill_count + skill) * 2 + x]);
        }
      }
    }
  }

  void tell(int months) {
    const std::scoped_lock one_at_a_time{telling_};
    done_ += months;
    if (options_.on_progress) options_.on_progress(done_, of_);
  }

  const Study& study_;
  const model::BaseYear& base_;
  const model::FittedConstants& fitted_;
  std::vector<Asked> asked_;
  const CaseOptions& options_;
  population::Cells cells_;
  population::Candidates candidates_;
  Parallel threads_;
  std::vector<Month> parts_;
  std::mutex telling_;
  int done_ = 0, of_ = 1;
};

}  // namespace

double case_value(const io::CaseRow& row, const WindowSums& sums, int scale) {
  const model::Indicator& measure = *io::case_measure(row.measure);
  if (sums.months == 0) return nobody;
  if (row.per.empty()) {
    const double value = model::indicator_value(measure, sums.counts, scale);
    return measure.measure == Measure::ratio ? value : value / sums.months;
  }
  const double under = amount(*io::case_measure(row.per), sums, scale);
  return under > 0 ? 100.0 * amount(measure, sums, scale) / under : nobody;
}

double cause_ln(io::CaseCause cause, const model::Parameters& parameters) {
  if (cause == io::CaseCause::none) return 0;
  const double bias = cause == io::CaseCause::pay_belief ? model::pay_bias(false, parameters) : model::death_bias(false, parameters);
  return std::log(model::oriented(bias, 1.0, parameters) / bias);
}

double case_statistic(const io::CaseRow& row, double scenario, double compared, const model::Parameters& parameters) {
  switch (row.statistic) {
    case io::CaseStatistic::level: return scenario;
    case io::CaseStatistic::change: return scenario - compared;
    case io::CaseStatistic::percent: return compared > 0 ? 100.0 * (scenario / compared - 1.0) : nobody;
    case io::CaseStatistic::elasticity:
      return compared > 0 && scenario > 0 ? std::log(scenario / compared) / cause_ln(row.cause, parameters) : nobody;
  }
  return nobody;
}

std::vector<double> case_values(const io::CaseRow& row, std::span<const double> scenario, std::span<const double> compared,
                                const model::Parameters& parameters) {
  const bool is_linear = row.statistic == io::CaseStatistic::level || row.statistic == io::CaseStatistic::change;
  std::vector<double> values(scenario.size(), nobody);
  double sum_scenario = 0, sum_compared = 0, n = 0;
  for (std::size_t r = 0; r < scenario.size(); ++r) {
    if (is_linear) values[r] = case_statistic(row, scenario[r], compared[r], parameters);
    if (is_linear || !std::isfinite(scenario[r]) || !std::isfinite(compared[r])) continue;
    sum_scenario += scenario[r];
    sum_compared += compared[r];
    ++n;
  }
  if (is_linear) return values;
  const double all = case_statistic(row, sum_scenario / n, sum_compared / n, parameters);
  for (std::size_t r = 0; r < scenario.size(); ++r) {
    if (!std::isfinite(scenario[r]) || !std::isfinite(compared[r])) continue;
    const double others = n < 2 ? all : case_statistic(row, (sum_scenario - scenario[r]) / (n - 1), (sum_compared - compared[r]) / (n - 1), parameters);
    values[r] = n * all - (n - 1) * others;
  }
  return values;
}

bool CaseReport::hit() const {
  return std::ranges::all_of(figures, [](const CaseFigure& figure) { return !figure.bound || figure.hit; });
}

void judge(CaseFigure& figure, double interval_percent) {
  figure.simulated = summarise(figure.values, interval_percent);
  figure.bound = figure.row.bound;
  figure.note.clear();
  if (2 * static_cast<std::size_t>(figure.simulated.count) <= figure.values.size()) {
    figure.hit = false;
    figure.note = "nobody simulated there in half of the replicates or more";
    return;
  }
  const double mean = figure.simulated.mean;
  figure.hit = mean >= figure.row.low && mean <= figure.row.high;
  const auto crossed = [&](double end) { return figure.simulated.lower < end && end < figure.simulated.upper; };
  if (figure.bound && (crossed(figure.row.low) || crossed(figure.row.high))) figure.note = "the interval holds an end of the range";
}

CaseReport run_case(const Study& study, const model::BaseYear& base, const model::FittedConstants& fitted,
                    std::span<const io::CaseRow> rows, const CaseOptions& options) {
  std::vector<Asked> asked;
  for (const io::CaseRow& row : rows) asked.push_back(asked_of(row, study, base));
  CaseRuns runs{study, base, fitted, asked, options};
  const CaseRuns::Sums sums = runs.work();
  CaseReport report{.name = rows.empty() ? study.name : rows.front().case_name, .title = study.title, .figures = {},
                    .replicates = study.replicates, .scale = study.scale, .interval_percent = study.interval_percent};
  for (std::size_t i = 0; i < asked.size(); ++i) {
    CaseFigure figure{.row = *asked[i].row, .simulated = {}, .values = {}, .note = {}};
    const model::Parameters parameters = parameters_of(study.scenarios[asked[i].scenario]);
    std::vector<double> scenario, compared;
    for (const auto& replicate : sums) {
      scenario.push_back(case_value(figure.row, replicate[asked[i].scenario][i], study.scale));
      compared.push_back(case_value(figure.row, replicate[asked[i].compared][i], study.scale));
    }
    figure.values = case_values(figure.row, scenario, compared, parameters);
    if (!figure.row.less.empty()) {
      const auto less = std::ranges::find(report.figures, figure.row.less, [](const CaseFigure& one) { return one.row.figure; });
      for (std::size_t r = 0; r < figure.values.size(); ++r) figure.values[r] -= less->values[r];
    }
    judge(figure, study.interval_percent);
    report.figures.push_back(std::move(figure));
  }
  return report;
}

}  // namespace sojourn::study
