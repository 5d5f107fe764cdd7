#include "study/table_groups.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "study/statistics.hpp"

namespace sojourn::study {
namespace {

using model::Measure;

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t stats = 5;  // statistics of a value, along the axis `stat`

constexpr std::size_t of_women = 0, of_men = 1, of_both = 2, of_gap = 3;  // whose values
using Columns = std::array<std::vector<double>, 4>;  // of women, men, both, and the gap between women and men

io::Attributes attributes_of(const model::Indicator& indicator, const std::string& suffix = "") {
  return {{"units", std::string{indicator.unit}},
          {"long_name", std::string{indicator.label} + suffix},
          {"definition", std::string{indicator.definition}},
          {"framework", std::string{indicator.framework}},
          {"cell_methods", std::string{indicator.measure == Measure::flow ? "time: sum" : indicator.measure == Measure::stock ? "time: point" : "time: mean"}},
          {"source", std::string{"simulated by Sojourn"}},
          {"adds_up", std::int32_t{indicator.adds_up() ? 1 : 0}}};
}

std::vector<float> floats(const std::vector<double>& list) { return {list.begin(), list.end()}; }

// Of the gap between women and men in an indicator, or of an effect on it.
io::Variable gap_variable(const model::Indicator& indicator, std::vector<std::string> axes,
                          const std::vector<double>& values, const std::string& suffix) {
  model::Indicator told = indicator;
  told.measure = model::Measure::ratio;  // a gap does not add up
  const bool share = model::gap_of(indicator) == model::Gap::women_percent;
  if (share) told.unit = "percent";
  told.definition =
      share ? "Women's part of the sum of women and men, taken in each replicate; missing where the sum is zero."
            : "Value of women less that of men, taken in each replicate; missing where one of them is.";
  return {model::gap_name(indicator), std::move(axes), floats(values),
          attributes_of(told, (share ? ", women's share" : ", women minus men") + suffix)};
}

// A table's labels along all axes after the leading ones.
std::vector<std::string> axis_names(const Table& table, std::vector<std::string> leading, bool sex) {
  for (const io::Axis& axis : table.time) leading.push_back(axis.name);
  for (const io::Axis& axis : table.cells) leading.push_back(axis.name);
  if (sex) leading.emplace_back("sex");
  return leading;
}

// Women and men side by side, as the sex axis runs last.
std::vector<double> interleaved(const std::vector<double>& women, const std::vector<double>& men) {
  std::vector<double> both;
  both.reserve(women.size() * 2);
  for (std::size_t i = 0; i < women.size(); ++i) {
    both.push_back(women[i]);
    both.push_back(men[i]);
  }
  return both;
}

template <class Integer>
std::vector<Integer> rounded(const std::vector<double>& values) {
  std::vector<Integer> counts(values.size());
  std::ranges::transform(values, counts.begin(), [](double value) { return static_cast<Integer>(std::llround(value)); });
  return counts;
}

io::Values stored(const model::Indicator& indicator, const std::vector<double>& values, bool whole) {
  if (!whole || !indicator.adds_up() || indicator.unit != "1") return floats(values);
  const double largest = values.empty() ? 0.0 : *std::ranges::max_element(values);
  if (largest < 2147483647.0) return rounded<std::int32_t>(values);
  return rounded<std::int64_t>(values);
}

io::Axis stat_axis(io::Text names) { return text_axis("stat", "statistic over replicates", std::move(names)); }

io::Axis replicate_axis(const Study& study) {
  std::vector<std::int32_t> numbers;
  for (std::int32_t r = 0; r < study.replicates; ++r) numbers.push_back(r);
  return {"replicate", numbers, {{"long_name", std::string{"replicate: one run with its own random streams"}}, {"units", std::string{"1"}}}};
}

void add_axes(io::Group& group, const Table& table) {
  group.axes.insert(group.axes.end(), table.time.begin(), table.time.end());
  group.axes.insert(group.axes.end(), table.cells.begin(), table.cells.end());
  group.axes.push_back(text_axis("sex", "sex", {"women", "men"}));
  group.variables.insert(group.variables.end(), table.extra.begin(), table.extra.end());
}

// The indicators' variables, made side by side, in the catalogue's order.
template <class Make>
void add_variables(io::Group& group, const TableValues& values, Parallel& threads, Make&& variables_of) {
  std::vector<std::vector<io::Variable>> made(values.indicators().size());
  threads.for_each(made.size(), [&](std::size_t i, int) { made[i] = variables_of(i); });
  for (auto& variables : made) std::ranges::move(variables, std::back_inserter(group.variables));
}

// Statistics over replicates of one indicator and sex, in the order scenario, statistic, place.
std::vector<double> spreads(const TableValues& values, std::size_t indicator, std::size_t sex, double interval_percent) {
  const std::size_t places = values.places();
  std::vector<double> column(values.scenarios() * stats * places), sample;
  for (std::size_t s = 0; s < values.scenarios(); ++s) {
    for (std::size_t p = 0; p < places; ++p) {
      values.over_replicates(indicator, sex, s, p, sample);
      const Summary found = spread(sample, interval_percent);
      const std::array of_place{found.mean, found.sd, found.lower, found.median, found.upper};
      for (std::size_t k = 0; k < stats; ++k) column[(s * stats + k) * places + p] = of_place[k];
    }
  }
  return column;
}

struct Pair {
  std::size_t scenario = 0, baseline = 0;
};

struct Effects {
  Columns differences;     // scenario, statistic, place
  Columns signs, gains;    // scenario, place
};

// Means over replicates and their intervals, of women, men or the gap, in the order scenario, statistic, place.
std::vector<double> means(const TableValues& values, std::size_t indicator, std::size_t sex, double interval_percent) {
  const std::size_t places = values.places();
  std::vector<double> column(values.scenarios() * stats * places), sample;
  for (std::size_t s = 0; s < values.scenarios(); ++s) {
    for (std::size_t p = 0; p < places; ++p) {
      values.over_replicates(indicator, sex, s, p, sample);
      const Summary found = summarise(sample, interval_percent);
      const std::array of_place{found.mean, found.se, found.lower, found.median, found.upper};
      for (std::size_t k = 0; k < stats; ++k) column[(s * stats + k) * places + p] = of_place[k];
    }
  }
  return column;
}

Effects effects_of(const TableValues& values, std::size_t indicator, const std::vector<Pair>& pairs, bool gaps,
                   double interval_percent) {
  const std::size_t places = values.places();
  Effects effects;
  std::vector<double> mine, theirs;
  for (std::size_t sex = 0; sex < (gaps ? 4U : 3U); ++sex) {
    effects.differences[sex].assign(pairs.size() * stats * places, missing);
    for (std::size_t c = 0; c < pairs.size(); ++c) {
      for (std::size_t p = 0; p < places; ++p) {
        values.over_replicates(indicator, sex, pairs[c].scenario, p, mine);
        values.over_replicates(indicator, sex, pairs[c].baseline, p, theirs);
        const PairedEffect found = paired_effect(mine, theirs, interval_percent);
        const Summary& difference = found.difference;
        const std::array of_place{difference.mean, difference.se, difference.lower, difference.median, difference.upper};
        for (std::size_t k = 0; k < stats; ++k) effects.differences[sex][(c * stats + k) * places + p] = of_place[k];
        effects.signs[sex].push_back(difference.count > 0 ? 100.0 * found.same_sign / difference.count : missing);
        effects.gains[sex].push_back(found.pairing_gain);
      }
    }
  }
  return effects;
}

}  // namespace

TableValues::TableValues(const Table& table, const Study& study, const Runs& runs, Parallel& threads)
    : indicators_{indicators_of(table, study)}, places_{table.steps * table.cell_count}, scenarios_{runs.size()},
      replicates_{static_cast<std::size_t>(study.replicates)}, values_(indicators_.size()) {
  threads.for_each(values_.size(), [&](std::size_t i, int) {
    for (auto& list : values_[i]) list.resize(scenarios_ * replicates_ * places_);
  });
  threads.for_each(scenarios_ * replicates_, [&](std::size_t number, int) {
    fill(table, runs[number / replicates_][number % replicates_], number, study.scale);
  });
}

void TableValues::fill(const Table& table, const sim::RunTables& run, std::size_t number, int scale) {
  std::array<CellSums, 3> sums;
  std::size_t at = number * places_;
  for (std::size_t step = 0; step < table.steps; ++step) {
    for (std::size_t cell = 0; cell < table.cell_count; ++cell, ++at) {
      sums = {};
      table.add(run, step, cell, 0, sums[0]);
      table.add(run, step, cell, 1, sums[1]);
      sums[2] = sums[0];
      table.add(run, step, cell, 1, sums[2]);
      for (std::size_t i = 0; i < indicators_.size(); ++i) {
        for (std::size_t sex = 0; sex < 3; ++sex) values_[i][sex][at] = value_of(*indicators_[i], sums[sex], scale);
      }
    }
  }
}

void TableValues::over_replicates(std::size_t indicator, std::size_t sex, std::size_t scenario, std::size_t place, std::vector<double>& sample) const {
  const auto value = [&](std::size_t whose, std::size_t r) {
    return values_[indicator][whose][(scenario * replicates_ + r) * places_ + place];
  };
  sample.resize(replicates_);
  for (std::size_t r = 0; r < replicates_; ++r) {
    sample[r] =
        sex == of_gap ? model::gap_value(*indicators_[indicator], value(of_women, r), value(of_men, r)) : value(sex, r);
  }
}

io::Group level_group(const Table& table, const Study& study, const TableValues& values, Parallel& threads) {
  io::Group group{.path = table.path};
  group.axes.push_back(scenario_axis(study, false));
  group.axes.push_back(table.by_stat ? stat_axis({"mean", "sd", "lower", "median", "upper"}) : replicate_axis(study));
  add_axes(group, table);
  const std::string second = table.by_stat ? "stat" : "replicate";
  add_variables(group, values, threads, [&](std::size_t i) {
    const model::Indicator& indicator = *values.indicators()[i];
    const auto column = [&](std::size_t sex) { return table.by_stat ? spreads(values, i, sex, study.interval_percent) : values.of(i, sex); };
    const std::string name{indicator.name};
    std::vector<io::Variable> variables;
    variables.push_back({name, axis_names(table, {"scenario", second}, true), stored(indicator, interleaved(column(0), column(1)), !table.by_stat), attributes_of(indicator)});
    if (!indicator.adds_up()) {
      variables.push_back({name + "_both", axis_names(table, {"scenario", second}, false), stored(indicator, column(2), false), attributes_of(indicator, ", both sexes")});
    }
    return variables;
  });
  return group;
}

io::Group gap_group(const Table& table, const Study& study, const TableValues& values, Parallel& threads) {
  io::Group group{.path = "/gaps/" + table.name};
  group.axes = {scenario_axis(study, false), stat_axis({"mean", "se", "lower", "median", "upper"})};
  add_axes(group, table);
  add_variables(group, values, threads, [&](std::size_t i) {
    const model::Indicator& indicator = *values.indicators()[i];
    const auto column = [&](std::size_t whose) { return means(values, i, whose, study.interval_percent); };
    return std::vector<io::Variable>{
        {std::string{indicator.name}, axis_names(table, {"scenario", "stat"}, true),
         floats(interleaved(column(of_women), column(of_men))), attributes_of(indicator)},
        gap_variable(indicator, axis_names(table, {"scenario", "stat"}, false), column(of_gap), "")};
  });
  return group;
}

io::Group effect_group(const Table& table, const Study& study, const TableValues& values, Parallel& threads) {
  std::vector<Pair> pairs;
  for (std::size_t s = 0; s < study.scenarios.size(); ++s) {
    if (compared_index(study, s) != s) pairs.push_back({s, compared_index(study, s)});
  }
  io::Group group{.path = "/effects/" + table.name};
  group.axes.push_back(scenario_axis(study, true));
  group.axes.push_back(stat_axis({"mean", "se", "lower", "median", "upper"}));
  add_axes(group, table);
  const bool gaps = table.time.empty();
  const auto with_stat = axis_names(table, {"scenario", "stat"}, true), without = axis_names(table, {"scenario"}, true);
  add_variables(group, values, threads, [&](std::size_t i) {
    const model::Indicator& indicator = *values.indicators()[i];
    const Effects effects = effects_of(values, i, pairs, gaps, study.interval_percent);
    const std::string name{indicator.name};
    std::vector<io::Variable> variables;
    variables.push_back({name, with_stat,
                         floats(interleaved(effects.differences[of_women], effects.differences[of_men])),
                         attributes_of(indicator, ", paired difference")});
    const auto note = [&](const std::string& what, const std::string& unit, const std::string& long_name,
                          const std::string& definition, const Columns& columns) {
      variables.push_back(
          {name + what,
           without,
           floats(interleaved(columns[of_women], columns[of_men])),
           {{"units", unit}, {"long_name", std::string{indicator.label} + long_name}, {"definition", definition}}});
    };
    note("_same_sign_percent", "percent", ", pairs with the sign of the mean", "Share of replicate pairs whose difference has the sign of the mean difference.", effects.signs);
    note("_pairing_gain", "1", ", gain from pairing", "Variance that a difference of independent runs would have, over that of the pairs.", effects.gains);
    variables.push_back({name + "_both", axis_names(table, {"scenario", "stat"}, false),
                         floats(effects.differences[of_both]),
                         attributes_of(indicator, ", paired difference, both sexes")});
    if (gaps)
      variables.push_back(gap_variable(indicator, axis_names(table, {"scenario", "stat"}, false),
                                       effects.differences[of_gap], ", paired difference"));
    return variables;
  });
  return group;
}

}  // namespace sojourn::study
