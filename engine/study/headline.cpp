#include "study/headline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "study/statistics.hpp"

namespace sojourn::study {
namespace {

// Costs first: the question that most levers are about; then who goes, what they earn, what happens to them.
constexpr std::array headline_order{"mean_recruitment_cost_usd", "mean_recruitment_cost_months", "deployments", "mean_debt_at_departure_usd",
                                    "irregular_departures", "stock_abroad", "mean_wage_paid_usd_per_month", "forced_labour_percent", "violence_percent",
                                    "complaints_resolved", "early_returns", "remittances_received_usd"};

bool same(const model::LeverSpec& a, const model::LeverSpec& b) {
  const auto steps = [](const model::LeverSpec& lever) {
    std::vector<std::pair<int, double>> list;
    for (const model::ImplementationStep& step : lever.implementation) list.emplace_back(step.from.count(), step.level);
    return list;
  };
  return a.kind == b.kind && a.id == b.id && a.reach.corridors == b.reach.corridors && a.reach.sectors == b.reach.sectors &&
         a.reach.sexes == b.reach.sexes && a.reach.skills == b.reach.skills && a.start == b.start && a.end == b.end &&
         steps(a) == steps(b) && a.phase_in_months == b.phase_in_months && a.numbers == b.numbers && a.words == b.words && a.replaces == b.replaces &&
         a.only == b.only && a.start_when == b.start_when && a.end_when == b.end_when;
}

// Levers of one that the other has not, or has otherwise.
std::vector<const model::LeverSpec*> differing(const Scenario& a, const Scenario& b) {
  std::vector<const model::LeverSpec*> list;
  for (const auto& [mine, theirs] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
    for (const model::LeverSpec& lever : mine->levers) {
      if (std::ranges::none_of(theirs->levers, [&](const model::LeverSpec& other) { return same(lever, other); })) list.push_back(&lever);
    }
  }
  return list;
}

// The same of shocks.
std::vector<const model::ShockSpec*> differing_shocks(const Scenario& a, const Scenario& b) {
  std::vector<const model::ShockSpec*> list;
  for (const auto& [mine, theirs] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
    for (const model::ShockSpec& shock : mine->shocks) {
      if (std::ranges::none_of(theirs->shocks, [&](const model::ShockSpec& other) { return model::same_shock(shock, other); })) list.push_back(&shock);
    }
  }
  return list;
}

bool same_growth(const std::vector<Growth>& a, const std::vector<Growth>& b) {
  return std::ranges::equal(a, b, [](const Growth& x, const Growth& y) { return x.places == y.places && x.sectors == y.sectors && x.percent_per_year == y.percent_per_year; });
}

std::vector<bool> origins_told_apart(const Study& study, const model::BaseYear& base, std::size_t scenario, std::size_t baseline) {
  std::vector<bool> origins(base.origins.size());
  const auto tell = [&](const model::Reach& reach) {
    for (std::size_t c = 0; c < base.corridors.size(); ++c) {
      if (reach.corridors[c]) origins[index(base.corridors[c].origin)] = true;
    }
  };
  const Scenario& mine = study.scenarios[scenario];
  const Scenario& theirs = study.scenarios[baseline];
  for (const model::LeverSpec* lever : differing(mine, theirs)) tell(lever->reach);
  for (const model::ShockSpec* shock : differing_shocks(mine, theirs)) tell(shock->reach);
  if (std::ranges::none_of(origins, [](bool told) { return told; })) origins.assign(origins.size(), true);
  return origins;
}

}  // namespace

std::string origins_label(const model::BaseYear& base, const std::vector<bool>& origins) {
  const auto told = std::ranges::count(origins, true);
  if (told > 4) return told == static_cast<std::ptrdiff_t>(origins.size()) ? fmt::format("all {} origins", told) : fmt::format("{} origins", told);
  std::string label;
  for (std::size_t o = 0; o < origins.size(); ++o) {
    if (origins[o]) label += (label.empty() ? "" : ", ") + base.origins[o].name;
  }
  return label;
}

ReplicateSums sums_of(const Table& table, const std::vector<bool>& origins, const std::vector<sim::RunTables>& runs) {
  ReplicateSums all(runs.size());
  for (std::size_t r = 0; r < runs.size(); ++r) {
    for (std::size_t o = 0; o < origins.size(); ++o) {
      if (!origins[o]) continue;
      for (const std::size_t sex : {0U, 1U}) {
        table.add(runs[r], 0, o, sex, all[r][sex]);
        table.add(runs[r], 0, o, sex, all[r][2]);
      }
    }
  }
  return all;
}

std::vector<double> values_of(const ReplicateSums& all, const model::Indicator& indicator, std::size_t sex, int scale) {
  std::vector<double> values;
  for (const std::array<CellSums, 3>& sums : all) {
    const double per_year = indicator.measure == model::Measure::flow ? 12.0 / sums[sex].months : 1.0;
    values.push_back(value_of(indicator, sums[sex], scale) * per_year);
  }
  return values;
}

std::string label_in_headline(const model::Indicator& indicator) {
  return std::string{indicator.label} + (indicator.measure == model::Measure::flow ? ", per year" : "");
}

std::string unit_in_headline(const model::Indicator& indicator) {
  if (indicator.measure != model::Measure::flow) return std::string{indicator.unit};
  return indicator.unit == "1" ? "year-1" : std::string{indicator.unit} + " year-1";
}

namespace {

// A rule in force that one scenario changes differs from the month on in which it is enforced otherwise.
Month differs_from(const model::LeverSpec& lever, const Scenario& other, const Study& study) {
  const Month beginning = study.start + -study.burn_in_months;
  const auto twin = std::ranges::find(other.levers, lever.id, &model::LeverSpec::id);
  if (!lever.rule_in_force || twin == other.levers.end()) return lever.start;
  model::LeverSpec dated = lever;  // the same rule but for its months and levels
  dated.start = twin->start;
  dated.end = twin->end;
  dated.implementation = twin->implementation;
  dated.phase_in_months = twin->phase_in_months;
  if (!same(dated, *twin) || lever.start_when || lever.end_when) return std::max(beginning, std::min(lever.start, twin->start));
  Month month = beginning;
  while (month <= study.end && lever.enforcement(month) == twin->enforcement(month) && lever.in_months(month) == twin->in_months(month)) month = month + 1;
  return month;
}

}  // namespace

Month acts_first(const Study& study, std::size_t scenario, std::size_t baseline) {
  const Scenario& mine = study.scenarios[scenario];
  const Scenario& theirs = study.scenarios[baseline];
  Month first = study.end;
  for (const auto& [own, other] : {std::pair{&mine, &theirs}, std::pair{&theirs, &mine}}) {
    for (const model::LeverSpec& lever : own->levers) {
      if (std::ranges::none_of(other->levers, [&](const model::LeverSpec& one) { return same(lever, one); })) first = std::min(first, differs_from(lever, *other, study));
    }
  }
  for (const model::ShockSpec* shock : differing_shocks(mine, theirs)) first = std::min(first, shock->start);
  return first;
}

Month first_difference(const Study& study, std::size_t scenario, std::size_t baseline) {
  const Scenario& mine = study.scenarios[scenario];
  const Scenario& theirs = study.scenarios[baseline];
  if (mine.parameters != theirs.parameters || !same_growth(mine.demand_growth, theirs.demand_growth) || !same_growth(mine.home_wage_growth, theirs.home_wage_growth)) return study.start;
  return std::max(acts_first(study, scenario, baseline), study.start);
}

std::vector<Headline> headlines_of(const Study& study, const model::BaseYear& base, const Runs& runs) {
  std::vector<Headline> headlines;
  for (std::size_t s = 0; s < study.scenarios.size(); ++s) {
    const std::size_t b = compared_index(study, s);
    if (b == s) continue;
    const auto origins = origins_told_apart(study, base, s, b);
    Headline headline{.scenario = study.scenarios[s].name,
                      .baseline = study.scenarios[b].name,
                      .origins_label = origins_label(base, origins),
                      .from = first_difference(study, s, b),
                      .to = study.end,
                      .rows = {}};
    const Table table = period_table(study, base, headline.from);
    const ReplicateSums all_mine = sums_of(table, origins, runs[s]), all_theirs = sums_of(table, origins, runs[b]);
    for (const char* name : headline_order) {
      const model::Indicator& indicator = *model::find_indicator(name);
      for (const int sex : {0, 1, 2}) {
        const auto mine = values_of(all_mine, indicator, static_cast<std::size_t>(sex), study.scale);
        const auto theirs = values_of(all_theirs, indicator, static_cast<std::size_t>(sex), study.scale);
        const PairedEffect found = paired_effect(mine, theirs, study.interval_percent);
        headline.rows.push_back({.scenario = headline.scenario,
                                 .baseline = headline.baseline,
                                 .indicator = name,
                                 .label = label_in_headline(indicator),
                                 .unit = unit_in_headline(indicator),
                                 .sex = sex,
                                 .baseline_value = summarise(theirs, study.interval_percent).mean,
                                 .effect = found.difference.mean,
                                 .lower = found.difference.lower,
                                 .upper = found.difference.upper,
                                 .same_sign = found.same_sign,
                                 .pairs = found.difference.count,
                                 .has_interval = found.difference.count >= 2});
      }
    }
    headlines.push_back(std::move(headline));
  }
  return headlines;
}

}  // namespace sojourn::study
