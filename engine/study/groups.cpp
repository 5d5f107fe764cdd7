#include "study/groups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "model/returning.hpp"
#include "study/statistics.hpp"

namespace sojourn::study {
namespace {

using model::Count;

io::Attributes described(std::string units, std::string long_name, std::string definition) {
  return {{"units", std::move(units)}, {"long_name", std::move(long_name)}, {"definition", std::move(definition)}};
}

io::Axis origin_axis(const model::BaseYear& base) {
  io::Text codes;
  for (const model::Origin& origin : base.origins) codes.push_back(origin.code);
  return text_axis("origin", "country of origin, ISO 3166 alpha-3", codes);
}

// Regions of destinations in the order of their first appearance.
io::Text regions_of(const model::BaseYear& base) {
  io::Text regions;
  for (const model::Destination& destination : base.destinations) {
    if (std::ranges::find(regions, destination.region) == regions.end()) regions.push_back(destination.region);
  }
  return regions;
}

std::size_t region_of(const model::BaseYear& base, const io::Text& regions, const model::Corridor& corridor) {
  return static_cast<std::size_t>(std::ranges::find(regions, base.destination(corridor.destination).region) - regions.begin());
}

// Mean, sd, lower, median, upper over replicates of a list of lists (one list of cells a replicate).
std::vector<float> statistics_of(const std::vector<std::vector<std::vector<double>>>& cells_by_run, double interval_percent) {
  std::vector<float> out;
  for (const auto& replicates : cells_by_run) {
    const std::size_t cells = replicates.front().size();
    std::vector<Summary> found(cells);
    for (std::size_t c = 0; c < cells; ++c) {
      std::vector<double> values;
      for (const auto& run : replicates) values.push_back(run[c]);
      found[c] = spread(values, interval_percent);
    }
    for (const auto pick : {&Summary::mean, &Summary::sd, &Summary::lower, &Summary::median, &Summary::upper}) {
      for (const Summary& summary : found) out.push_back(static_cast<float>(summary.*pick));
    }
  }
  return out;
}

}  // namespace

io::Group returns_group(const Study& study, const model::BaseYear& base, const Runs& runs) {
  static_assert(model::return_counts.size() == model::return_reason_names.size());
  io::Group group{.path = "/annual/returns"};
  std::vector<std::int32_t> replicates, years;
  for (int r = 0; r < study.replicates; ++r) replicates.push_back(r);
  for (int y = study.start.year(); y <= study.end.year(); ++y) years.push_back(y);
  group.axes = {scenario_axis(study, false),
                {"replicate", replicates, {{"long_name", std::string{"replicate"}}, {"units", std::string{"1"}}}},
                {"year", years, {{"long_name", std::string{"calendar year"}}, {"units", std::string{"1"}}}},
                origin_axis(base),
                text_axis("reason", "primary reason of return, exclusive", io::Text{model::return_reason_names.begin(), model::return_reason_names.end()}),
                text_axis("sex", "sex", {"women", "men"})};
  std::vector<std::int32_t> values;
  for (const auto& scenario : runs) {
    for (const sim::RunTables& run : scenario) {
      for (std::size_t y = 0; y < years.size(); ++y) {
        for (std::size_t o = 0; o < run.origins; ++o) {
          for (const Count reason : model::return_counts) {
            for (std::size_t x = 0; x < 2; ++x) {
              std::int64_t persons = 0;
              for (std::size_t s = 0; s < sector_count; ++s) {
                persons += run.annual_sector[((y * run.origins + o) * sector_count + s) * 2 + x][model::index(reason)];
              }
              values.push_back(static_cast<std::int32_t>(persons * study.scale));
            }
          }
        }
      }
    }
  }
  io::Attributes attributes = described("1", "returns", "Workers who came home in the year, by primary reason; deaths apart.");
  attributes.emplace_back("adds_up", std::int32_t{1});
  attributes.emplace_back("cell_methods", std::string{"time: sum"});
  group.variables.push_back({"returns", {"scenario", "replicate", "year", "origin", "reason", "sex"}, values, attributes});
  return group;
}

io::Group costs_group(const Study& study, const model::BaseYear& base, const Runs& runs) {
  static constexpr std::array payees{Count::cost_documented_cents, Count::cost_employer_side_cents, Count::cost_agency_cents, Count::cost_subagent_cents, Count::paid_by_employer_cents};
  constexpr const model::Bins& months = model::bins_of(model::Distribution::cost_months);
  static_assert(months.begin == 0);
  const io::Text regions = regions_of(base);
  const double years = study.months() / 12.0;
  io::Group group{.path = "/costs"};
  std::vector<std::int32_t> bins;
  std::vector<float> floors, ceilings;
  for (std::size_t b = 0; b < months.count; ++b) {
    bins.push_back(static_cast<std::int32_t>(b));
    floors.push_back(b == 0 ? -1000.0F : static_cast<float>(months.floor(b)));
    ceilings.push_back(b + 1 < months.count ? static_cast<float>(months.floor(b + 1)) : 1000.0F);
  }
  group.axes = {scenario_axis(study, false), text_axis("stat", "statistic over replicates", {"mean", "sd", "lower", "median", "upper"}), origin_axis(base),
                text_axis("destination_group", "region of destination", regions),
                {"cost_bin", bins, {{"long_name", std::string{"bin of recruitment cost in months of the first wage"}}, {"units", std::string{"1"}}}},
                text_axis("payee", "who received the money; the last one is what employers paid in the worker's place", {"documents_and_travel", "employer_side", "agency", "subagents", "paid_by_employer"}),
                text_axis("sex", "sex", {"women", "men"})};
  group.variables.push_back({"bin_floor_months", {"cost_bin"}, floors, described("month", "lower bound of the bin", "Lowest cost in the bin, months of the first wage; bin 0 holds costs at or below 0.01.")});
  group.variables.push_back({"bin_ceiling_months", {"cost_bin"}, ceilings, described("month", "upper bound of the bin", "Cost at which the next bin begins, months of the first wage.")});
  std::vector<std::vector<std::vector<double>>> workers, money;
  for (const auto& scenario : runs) {
    workers.emplace_back();
    money.emplace_back();
    for (const sim::RunTables& run : scenario) {
      std::vector<double> hires(run.origins * regions.size() * months.count * 2),
          paid(run.origins * regions.size() * payees.size() * 2);
      for (int y = 0; y < run.years; ++y) {
        for (std::size_t c = 0; c < run.corridors; ++c) {
          const std::size_t place = index(base.corridors[c].origin) * regions.size() + region_of(base, regions, base.corridors[c]);
          for (std::size_t x = 0; x < 2; ++x) {
            const auto costs = run.corridor_year_costs(y, c, x);
            for (std::size_t b = 0; b < months.count; ++b)
              hires[(place * months.count + b) * 2 + x] += costs[b] * study.scale / years;
            const sim::Counts& counts = run.annual_corridor[(static_cast<std::size_t>(y) * run.corridors + c) * 2 + x];
            for (std::size_t p = 0; p < payees.size(); ++p) {
              paid[(place * payees.size() + p) * 2 + x] += static_cast<double>(counts[model::index(payees[p])]) / 100.0 * study.scale / years;
            }
          }
        }
      }
      workers.back().push_back(std::move(hires));
      money.back().push_back(std::move(paid));
    }
  }
  group.variables.push_back({"departures_per_year", {"scenario", "stat", "origin", "destination_group", "cost_bin", "sex"}, statistics_of(workers, study.interval_percent),
                             described("year-1", "departures by recruitment cost", "Departures a year whose recruitment cost borne, over the first wage, lies in the bin (SDG 10.7.1).")});
  group.variables.push_back({"paid_usd_per_year", {"scenario", "stat", "origin", "destination_group", "payee", "sex"}, statistics_of(money, study.interval_percent),
                             described("usd year-1", "recruitment cost by who received it", "Money that workers paid for their jobs in a year, by who received it; negative where workers are paid to come.")});
  return group;
}

io::Group measures_group(const Study& study) {
  io::Text labels, scenario, kind, start, end, implementation, keys, why, source, written;
  for (const Scenario& one : study.scenarios) {
    for (const model::LeverSpec& lever : one.levers) {
      labels.push_back(one.name + "/" + lever.id);
      scenario.push_back(one.name);
      kind.push_back(lever.kind);
      start.push_back(to_string(lever.start));
      end.push_back(lever.end ? to_string(*lever.end) : "");
      std::string steps;
      for (const model::ImplementationStep& step : lever.implementation) steps += fmt::format("{}{} from {}", steps.empty() ? "" : ", ", step.level, to_string(step.from));
      if (lever.phase_in_months > 0) steps += fmt::format("; phased in over {} months", lever.phase_in_months);
      implementation.push_back(steps);
      std::string text;
      for (const auto& [name, value] : lever.numbers) text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", name, value);
      for (const auto& [name, values] : lever.words) text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", name, fmt::join(values, " "));
      keys.push_back(text);
      why.push_back(lever.why);
      source.push_back(lever.source);
      written.push_back(lever.as_written);
    }
  }
  io::Group group{.path = "/measures"};
  group.axes = {text_axis("lever", "scenario and id of the lever", labels)};
  const auto add = [&](const char* name, const char* long_name, const char* definition, const io::Text& values) {
    group.variables.push_back({name, {"lever"}, values, described("1", long_name, definition)});
  };
  add("scenario", "scenario of the lever", "Name of the scenario that the lever belongs to.", scenario);
  add("kind", "kind of lever", "What the lever is; sojourn levers KIND explains it.", kind);
  add("start", "first month in force", "First month in force, YYYY-MM.", start);
  add("end", "last month in force", "Last month in force, YYYY-MM; empty without an end.", end);
  add("implementation", "implementation", "How far the rule is enforced, 0 to 1, by month from which the level holds.", implementation);
  add("keys", "strength", "The lever's own keys as resolved.", keys);
  add("why", "reason given in the scenario", "Text of the key why.", why);
  add("source", "source given in the scenario", "Text of the key source.", source);
  add("as_written", "place in the scenario file", "File and line.", written);
  return group;
}

io::Group shocks_group(const Study& study) {
  io::Text labels, scenario, kind, start, end, keys, why, source, written;
  std::vector<std::int32_t> recovery;
  for (const Scenario& one : study.scenarios) {
    for (const model::ShockSpec& shock : one.shocks) {
      labels.push_back(one.name + "/" + shock.id);
      scenario.push_back(one.name);
      kind.push_back(shock.kind);
      start.push_back(to_string(shock.start));
      end.push_back(shock.end ? to_string(*shock.end) : "");
      recovery.push_back(shock.recovery_months);
      std::string text;
      for (const auto& [name, value] : shock.numbers) text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", name, value);
      keys.push_back(text);
      why.push_back(shock.why);
      source.push_back(shock.source);
      written.push_back(shock.as_written);
    }
  }
  io::Group group{.path = "/shocks"};
  group.axes = {text_axis("shock", "scenario and id of the shock", labels)};
  const auto add = [&](const char* name, const char* long_name, const char* definition, const io::Text& values) {
    group.variables.push_back({name, {"shock"}, values, described("1", long_name, definition)});
  };
  add("scenario", "scenario of the shock", "Name of the scenario that the shock belongs to.", scenario);
  add("kind", "kind of shock", "What the shock is; sojourn levers KIND explains it.", kind);
  add("start", "first month", "First month at full strength, YYYY-MM.", start);
  add("end", "last month at full strength", "Last month at full strength, YYYY-MM; empty if it lasts.", end);
  group.variables.push_back({"recovery_months", {"shock"}, recovery, described("month", "months of recovery", "Months after the end over which the strength falls to zero.")});
  add("keys", "strength", "The shock's own keys as resolved.", keys);
  add("why", "reason given in the scenario", "Text of the key why.", why);
  add("source", "source given in the scenario", "Text of the key source.", source);
  add("as_written", "place in the scenario file", "File and line.", written);
  return group;
}

io::Group data_group(const model::BaseYear& base) {
  io::Text labels, notes, drives;
  std::vector<float> values;
  std::vector<std::int8_t> grades;
  const auto add = [&](std::string label, const model::Level& level, const char* indicators) {
    labels.push_back(std::move(label));
    values.push_back(static_cast<float>(level.value));
    grades.push_back(static_cast<std::int8_t>(level.grade));
    notes.push_back(level.note);
    drives.emplace_back(indicators);
  };
  for (const model::Origin& origin : base.origins) {
    add("registered deployments/" + origin.code, origin.registered_target, "registered_deployments");
    for (std::size_t x = 0; x < 2; ++x) {
      add(fmt::format("working-age persons/{}/{}", origin.code, sex_names[x]), origin.working_age[x], "seekers");
      add(fmt::format("home wage USD a month/{}/{}", origin.code, sex_names[x]), origin.home_wage_usd_per_month[x], "seekers mean_recruitment_cost_usd");
    }
  }
  for (std::size_t c = 0; c < base.corridors.size(); ++c) {
    const model::Corridor& corridor = base.corridors[c];
    const std::string code = base.corridor_code(static_cast<CorridorId>(c));
    add("workers abroad/" + code, corridor.workers, "stock_abroad deployments returns remittances_sent_usd");
    add("new hires a year/" + code, corridor.new_hires_per_year, "deployments");
    add("registered new hires a year/" + code, corridor.registered_per_year, "registered_deployments");
    add("remittance cost percent/" + code, corridor.remittance_cost_percent, "remittance_cost_percent remittances_received_usd");
    for (std::size_t x = 0; x < 2; ++x) {
      add(fmt::format("documented cost USD/{}/{}", code, sex_names[x]), corridor.documented_cost_usd[x], "mean_recruitment_cost_usd");
      if (corridor.recruitment_cost_months[x].value != 0) {
        add(fmt::format("recruitment cost months/{}/{}", code, sex_names[x]), corridor.recruitment_cost_months[x], "mean_recruitment_cost_months mean_debt_at_departure_usd");
      }
    }
  }
  for (const model::Market& market : base.markets) {
    add(fmt::format("wage USD a month/{}/{}/{}", base.corridor_code(market.corridor), sector_names[index(market.sector)], sex_names[index(market.sex)]),
        market.wage_usd_per_month, "mean_wage_paid_usd_per_month mean_recruitment_cost_months remittances_sent_usd");
  }
  io::Group group{.path = "/data"};
  group.axes = {text_axis("input", "input level: what, where, for whom", labels)};
  group.variables.push_back({"value", {"input"}, values, described("1", "value of the level", "Value of the input level, in the unit that its label names.")});
  io::Attributes graded = described("1", "grade of the level", "A primary publication, B secondary page, C recalled, model: filled by a stated method.");
  graded.emplace_back("flag_values", std::vector<std::int8_t>{0, 1, 2, 3});
  graded.emplace_back("flag_meanings", std::string{"A B C model"});
  group.variables.push_back({"grade", {"input"}, grades, graded});
  group.variables.push_back({"source", {"input"}, notes, described("1", "source or method", "Where the level comes from.")});
  group.variables.push_back({"drives", {"input"}, drives, described("1", "indicators that it drives", "Names of the indicators that rest most on this level.")});
  return group;
}

}  // namespace sojourn::study
