// sojourn validate: the baseline against what registers and surveys say.
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "core/diagnostic.hpp"
#include "guard.hpp"
#include "inputs.hpp"
#include "model/parameters.hpp"
#include "progress.hpp"
#include "study/levels.hpp"
#include "terminal.hpp"

namespace sojourn::cli {
namespace {

using Json = nlohmann::ordered_json;

Json as_json(const study::LevelRow& row) {
  Json json{{"what", row.what}, {"place", row.place}};
  json["target"] = row.target > 0 ? Json(row.target) : Json(nullptr);
  json["simulated"] = row.simulated;
  json["standard_error"] = row.standard_error;
  json["grade"] = grade_names[index(row.grade)];
  json["bound"] = row.bound;
  json["hit"] = row.bound ? Json(row.hit) : Json(nullptr);
  json["note"] = row.note;
  return json;
}

Json number_or_null(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json as_json(const study::PublishedRow& row) {
  Json json{{"what", row.what}, {"place", row.place}, {"who", row.who}, {"unit", row.unit}};
  json["low"] = row.low;
  json["high"] = number_or_null(row.high);
  json["simulated"] = number_or_null(row.simulated);
  json["standard_error"] = row.standard_error;
  json["grade"] = grade_names[index(row.grade)];
  json["bound"] = row.bound;
  json["hit"] = row.bound ? Json(row.hit) : Json(nullptr);
  json["source"] = row.source;
  json["note"] = row.note;
  return json;
}

template <class Row>
Json as_json(const std::vector<Row>& rows, const study::Met& met) {
  Json json{{"met", met.met}, {"of", met.of}, {"rows", Json::array()}};
  for (const Row& row : rows) json["rows"].push_back(as_json(row));
  return json;
}

std::string as_json(const study::LevelsReport& report) {
  Json json{{"event", "done"},
            {"scale", report.scale},
            {"replicates", report.replicates},
            {"bounds", report.bounds()},
            {"misses", report.misses()}};
  json["deployments_and_stocks"] = as_json(report.rows, report.registers());
  json["costs"] = as_json(report.costs, report.recruitment_costs());
  json["levels"] = as_json(report.published, report.levels());
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

study::LevelsReport levels(const Arguments& arguments, Terminal& terminal) {
  const int threads = threads_asked(arguments, "validate");
  const LoadedStudy loaded = load_study(arguments);
  const World& world = loaded.world;
  const model::FittedConstants fitted = load_fitted_constants(world);
  ProgressDisplay display{terminal, "months"};
  study::LevelsOptions options;
  options.threads = threads;
  options.rules = world.rules;
  options.on_progress = [&](int done_months, int of) {
    display(study::Progress{.percent = 100.0 * done_months / of, .replicate = done_months, .of = of, .month = {}});
  };
  study::LevelsReport report = study::validate_levels(world.base, fitted, study::parameters_of(loaded.study.scenarios.back()), world.published, options);
  display.finish();
  return report;
}

int execute(const Arguments& arguments, Terminal& terminal) {
  if (!arguments.has("levels")) {
    throw InputError{{Severity::error,
                      "sojourn validate",
                      {},
                      "nothing to validate",
                      "published cases come later",
                      "sojourn validate --levels",
                      "",
                      "missing-option"}};
  }
  const study::LevelsReport report = levels(arguments, terminal);
  terminal.answer(terminal.json() ? as_json(report) : study::to_text(report));
  return report.misses() == 0 ? done : answer_is_no;
}

constexpr std::array options{
    OptionSpec{"levels", 0, "", "deployments, stocks, recruitment costs and other published levels of the base year"},
    set_option,
    threads_option,
};

}  // namespace

const CommandSpec validate_command{
    .name = "validate",
    .operands = "[FILE]",
    .summary = "set the baseline beside published figures: hit or miss",
    .examples =
        "  sojourn validate --levels            deployments, stocks, recruitment costs and other published levels\n"
        "  sojourn validate --levels --json     the same, for programs\n"
        "  sojourn validate --levels my.toml    with the reference tables that a scenario chooses\n",
    .more =
        "With a scenario file, the reference tables, year and grades that it chooses are used.\n"
        "Recruitment costs stand in recruitment_costs.csv, the other levels in evidence/levels.csv of the library; each\n"
        "line names its row. Exit code 3 says that a bound was missed. Misses stay in the table, with the reason if known.\n",
    .options = options,
    .least_operands = 0,
    .most_operands = 1,
    .execute = execute,
};

}  // namespace sojourn::cli
