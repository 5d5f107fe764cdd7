#include "study/series.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sojourn::study {
namespace {

using model::Count;
using model::Measure;

bool needs_orders(const model::Indicator& indicator) {
  const auto is_order = [](Count kind) { return kind == Count::orders_new || kind == Count::open_orders; };
  return std::any_of(indicator.numerator.begin(), indicator.numerator.begin() + static_cast<std::ptrdiff_t>(indicator.numerator_terms), is_order) ||
         std::any_of(indicator.denominator.begin(), indicator.denominator.begin() + static_cast<std::ptrdiff_t>(indicator.denominator_terms), is_order);
}

bool is_quantile(const model::Indicator& indicator) { return indicator.measure == Measure::median || indicator.measure == Measure::p80; }

io::Axis month_axis(const Study& study) {
  std::vector<std::int32_t> days;
  for (int m = 0; m < study.months(); ++m) days.push_back(days_since_1970(study.start + m));
  return {"month", days, {{"long_name", std::string{"first day of the month"}}, {"units", std::string{"days since 1970-01-01"}},
                          {"calendar", std::string{"proleptic_gregorian"}}, {"standard_name", std::string{"time"}}}};
}

io::Axis year_axis(const Study& study) {
  std::vector<std::int32_t> years;
  for (int y = study.start.year(); y <= study.end.year(); ++y) years.push_back(y);
  return {"year", years, {{"long_name", std::string{"calendar year"}}, {"units", std::string{"1"}}}};
}

io::Axis origin_axis(const model::BaseYear& base) {
  io::Text codes;
  for (const model::Origin& origin : base.origins) codes.push_back(origin.code);
  return text_axis("origin", "country of origin, ISO 3166 alpha-3", codes);
}

int months_of_year(const Study& study, std::size_t year) {
  const int y = study.start.year() + static_cast<int>(year);
  const Month first = std::max(study.start, Month{y, 1});
  const Month last = std::min(study.end, Month{y, 12});
  return last - first + 1;
}

void add_counts(CellSums& sums, const sim::Counts& counts) {
  for (std::size_t k = 0; k < counts.size(); ++k) sums.counts[k] += counts[k];
}

void add_costs(CellSums& sums, std::span<const std::int32_t> costs) {
  for (std::size_t b = 0; b < costs.size(); ++b) sums.costs[b] += costs[b];
}

io::Axis corridor_axis(const model::BaseYear& base) {
  io::Text codes;
  for (std::size_t c = 0; c < base.corridors.size(); ++c) codes.push_back(base.corridor_code(static_cast<CorridorId>(c)));
  return text_axis("corridor", "corridor: origin-destination, ISO 3166 alpha-3", codes);
}

std::vector<io::Variable> corridor_codes(const model::BaseYear& base) {
  const auto variable = [&](const char* name, const char* long_name, auto code_of, const auto& places) {
    io::Variable result{name, {"corridor"}, std::vector<std::int8_t>{}, {}};
    auto& codes = std::get<std::vector<std::int8_t>>(result.values);
    for (const model::Corridor& corridor : base.corridors) codes.push_back(static_cast<std::int8_t>(code_of(corridor)));
    std::vector<std::int8_t> flags;
    std::string meanings;
    for (std::size_t i = 0; i < places.size(); ++i) {
      flags.push_back(static_cast<std::int8_t>(i));
      meanings += (i == 0 ? "" : " ") + places[i].code;
    }
    result.attributes = {{"units", std::string{"1"}}, {"long_name", std::string{long_name}},
                         {"definition", std::string{"Code of the corridor's country; flag_meanings has the codes' names."}},
                         {"flag_values", flags}, {"flag_meanings", meanings}};
    return result;
  };
  return {variable("corridor_origin", "origin of the corridor", [](const model::Corridor& c) { return index(c.origin); }, base.origins),
          variable("corridor_destination", "destination of the corridor", [](const model::Corridor& c) { return index(c.destination); }, base.destinations)};
}

Table monthly_origin(const Study& study, const model::BaseYear& base) {
  return {.name = "monthly_origin", .path = "/monthly/origin", .time = {month_axis(study)}, .cells = {origin_axis(base)}, .extra = {},
          .steps = static_cast<std::size_t>(study.months()), .cell_count = base.origins.size(), .has_costs = true,
          .add = [](const sim::RunTables& run, std::size_t step, std::size_t cell, std::size_t sex, CellSums& sums) {
            add_counts(sums, run.origin_month(static_cast<int>(step), cell, sex));
            add_costs(sums, run.origin_month_costs(static_cast<int>(step), cell, sex));
          }};
}

Table monthly_corridor(const Study& study, const model::BaseYear& base) {
  return {.name = "monthly_corridor", .path = "/monthly/corridor", .time = {month_axis(study)}, .cells = {corridor_axis(base)},
          .extra = corridor_codes(base), .steps = static_cast<std::size_t>(study.months()), .cell_count = base.corridors.size(),
          .lead_only = true, .by_stat = true, .has_orders = false,
          .add = [](const sim::RunTables& run, std::size_t step, std::size_t cell, std::size_t sex, CellSums& sums) {
            const auto leads = sim::lead_counts();
            const std::int32_t* found = &run.monthly_corridor[((step * run.corridors + cell) * 2 + sex) * leads.size()];
            for (std::size_t i = 0; i < leads.size(); ++i) {
              sums.counts[model::index(leads[i])] += std::int64_t{found[i]} * (sim::is_money(leads[i]) ? 100 : 1);
            }
          }};
}

Table annual_corridor(const Study& study, const model::BaseYear& base) {
  return {.name = "annual_corridor", .path = "/annual/corridor", .time = {year_axis(study)}, .cells = {corridor_axis(base)},
          .extra = corridor_codes(base), .steps = static_cast<std::size_t>(study.end.year() - study.start.year() + 1),
          .cell_count = base.corridors.size(), .has_costs = true,
          .add = [study](const sim::RunTables& run, std::size_t step, std::size_t cell, std::size_t sex, CellSums& sums) {
            add_counts(sums, run.annual_corridor[(step * run.corridors + cell) * 2 + sex]);
            add_costs(sums, run.corridor_year_costs(static_cast<int>(step), cell, sex));
            sums.months = months_of_year(study, step);
          }};
}

Table annual_sector(const Study& study, const model::BaseYear& base) {
  io::Text sectors{sector_names.begin(), sector_names.end()};
  return {.name = "annual_sector", .path = "/annual/sector", .time = {year_axis(study)},
          .cells = {text_axis("sector", "sector of work", sectors), origin_axis(base)}, .extra = {},
          .steps = static_cast<std::size_t>(study.end.year() - study.start.year() + 1), .cell_count = sector_count * base.origins.size(),
          .lead_only = true,
          .add = [study](const sim::RunTables& run, std::size_t step, std::size_t cell, std::size_t sex, CellSums& sums) {
            const std::size_t sector = cell / run.origins, origin = cell % run.origins;
            add_counts(sums, run.annual_sector[((step * run.origins + origin) * sector_count + sector) * 2 + sex]);
            sums.months = months_of_year(study, step);
          }};
}

Table annual_skill(const Study& study, const model::BaseYear& base) {
  io::Text skills{skill_names.begin(), skill_names.end()};
  return {.name = "annual_skill", .path = "/annual/skill", .time = {year_axis(study)},
          .cells = {text_axis("skill", "skill level", skills), origin_axis(base)}, .extra = {},
          .steps = static_cast<std::size_t>(study.end.year() - study.start.year() + 1), .cell_count = skill_count * base.origins.size(),
          .has_orders = false,
          .add = [study](const sim::RunTables& run, std::size_t step, std::size_t cell, std::size_t sex, CellSums& sums) {
            const std::size_t skill = cell / run.origins, origin = cell % run.origins;
            add_counts(sums, run.annual_skill[((step * run.origins + origin) * skill_count + skill) * 2 + sex]);
            sums.months = months_of_year(study, step);
          }};
}

}  // namespace

io::Axis text_axis(std::string name, std::string long_name, io::Text labels) {
  return {std::move(name), std::move(labels), {{"long_name", std::move(long_name)}}};
}

io::Axis scenario_axis(const Study& study, bool compared_only) {
  io::Text names;
  for (std::size_t s = 0; s < study.scenarios.size(); ++s) {
    if (!compared_only || compared_index(study, s) != s) names.push_back(study.scenarios[s].name);
  }
  return text_axis("scenario", "scenario", names);
}

std::size_t compared_index(const Study& study, std::size_t scenario) {
  for (std::size_t s = 0; s < study.scenarios.size(); ++s) {
    if (study.scenarios[s].name == study.scenarios[scenario].compared_with) return s;
  }
  return scenario;
}

std::vector<Table> tables_of(const Study& study, const model::BaseYear& base) {
  return {monthly_origin(study, base), monthly_corridor(study, base), annual_corridor(study, base), annual_sector(study, base), annual_skill(study, base)};
}

Table period_table(const Study& study, const model::BaseYear& base, Month from) {
  Table table = monthly_origin(study, base);
  const auto first = static_cast<std::size_t>(std::max(0, from - study.start));
  table.name = "period";
  table.path = "/period";
  table.time.clear();
  table.steps = 1;
  table.add = [first](const sim::RunTables& run, std::size_t, std::size_t cell, std::size_t sex, CellSums& sums) {
    for (std::size_t m = first; m < static_cast<std::size_t>(run.months); ++m) {
      add_counts(sums, run.origin_month(static_cast<int>(m), cell, sex));
      add_costs(sums, run.origin_month_costs(static_cast<int>(m), cell, sex));
    }
    sums.months = run.months - static_cast<int>(first);
  };
  return table;
}

Table corridor_period_table(const Study& study, const model::BaseYear& base) {
  Table table = annual_corridor(study, base);
  table.name = "corridor";
  table.path = "/corridor";
  table.time.clear();
  table.steps = 1;
  table.add = [](const sim::RunTables& run, std::size_t, std::size_t cell, std::size_t sex, CellSums& sums) {
    for (int year = 0; year < run.years; ++year) {
      add_counts(sums, run.annual_corridor[(static_cast<std::size_t>(year) * run.corridors + cell) * 2 + sex]);
      add_costs(sums, run.corridor_year_costs(year, cell, sex));
    }
    sums.months = run.months;
  };
  return table;
}

std::vector<const model::Indicator*> indicators_of(const Table& table, const Study& study) {
  const auto named = [&](std::string_view name) { return std::ranges::find(study.output_indicators, name) != study.output_indicators.end(); };
  const bool all = study.output_indicators.empty() || named("all");
  std::vector<const model::Indicator*> chosen;
  for (const model::Indicator& indicator : model::indicator_catalogue()) {
    if (is_quantile(indicator) && !table.has_costs) continue;
    if (needs_orders(indicator) && !table.has_orders) continue;
    const bool wanted = table.lead_only && all ? indicator.lead : all || named(indicator.name) || (named("lead") && indicator.lead);
    const bool possible = !table.by_stat || indicator.lead;  // what its counts can give
    if (wanted && possible) chosen.push_back(&indicator);
  }
  return chosen;
}

double value_of(const model::Indicator& indicator, const CellSums& sums, int scale) {
  if (is_quantile(indicator)) {
    const model::Bins& bins = model::bins_of(indicator.distribution);
    return bins.quantile(std::span{sums.costs}.subspan(bins.begin, bins.count),
                         indicator.measure == Measure::median ? 0.5 : 0.8);
  }
  const double value = model::indicator_value(indicator, sums.counts, scale);
  return indicator.measure == Measure::stock ? value / sums.months : value;
}

}  // namespace sojourn::study
