// sojourn check: read, resolve, and say what would run; run nothing.
#include <algorithm>
#include <array>
#include <limits>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/base_year.hpp"
#include "commands.hpp"
#include "guard.hpp"
#include "inputs.hpp"
#include "study_text.hpp"
#include "terminal.hpp"

namespace sojourn::cli {
namespace {

using Json = nlohmann::ordered_json;

/// The scenario that a file is.
const study::Scenario* scenario_of(const study::Study& study, const std::string& file) {
  const auto found = std::ranges::find(study.scenarios, scenario_name(file), &study::Scenario::name);
  return found == study.scenarios.end() ? nullptr : &*found;
}

/// Levers of the files, rules in force apart.
std::size_t own_levers(const study::Scenario& scenario) {
  return static_cast<std::size_t>(std::ranges::count(scenario.levers, false, &model::LeverSpec::rule_in_force));
}

std::string file_line(const LoadedStudy& loaded, const std::string& file, std::size_t position) {
  const study::Scenario* scenario = scenario_of(loaded.study, file);
  const std::size_t levers = scenario == nullptr ? 0 : own_levers(*scenario);
  const std::size_t shocks = scenario == nullptr ? 0 : scenario->shocks.size();
  std::size_t replaced = 0, replaced_rules = 0;
  if (scenario != nullptr) {
    for (const model::LeverSpec& lever : scenario->levers) {
      for (const std::string& id : lever.replaces) ++(id.starts_with("ref-") ? replaced_rules : replaced);
    }
  }
  const std::vector<std::string>& parents = loaded.extended.at(position);
  const std::string extends = parents.empty() ? "" : fmt::format("; extends {}", fmt::join(parents, ", "));
  std::string replacing = replaced == 0 ? "" : fmt::format(", replacing {}", counted(replaced, "lever"));
  if (replaced_rules > 0)
    replacing += fmt::format(", replacing {}", counted(replaced_rules, "rule in force", "rules in force"));
  const std::string shocking = shocks == 0 ? "" : fmt::format(", {}", counted(shocks, "shock"));
  return fmt::format("{}: valid{}; {}; {}{}{}\n", file == "-" ? "<stdin>" : file, extends,
                     counted(loaded.study.scenarios.size(), "scenario"), counted(levers, "lever"), replacing, shocking);
}

/// Rules in force of the first scenario, the baseline where there is one.
std::string rules_line(const study::Study& study) {
  const study::Scenario& first = study.scenarios.front();
  const std::size_t rules = first.levers.size() - own_levers(first);
  return rules == 0 ? "" : fmt::format("  in force    {} (sojourn levers --in-force)\n", counted(rules, "rule"));
}

Json as_json(const LoadedStudy& loaded, const Arguments& arguments) {
  const GradeShares shares = grade_shares(loaded.world.base, origins_in_question(loaded.study, loaded.world.base));
  Json json{{"event", "valid"}, {"files", arguments.operands}, {"scenarios", Json::array()}};
  for (const study::Scenario& scenario : loaded.study.scenarios) {
    Json levers = Json::array(), rules = Json::array();
    for (const model::LeverSpec& lever : scenario.levers)
      (lever.rule_in_force ? rules : levers).push_back({{"id", lever.id}, {"kind", lever.kind}});
    Json shocks = Json::array();
    for (const model::ShockSpec& shock : scenario.shocks) shocks.push_back({{"id", shock.id}, {"kind", shock.kind}});
    json["scenarios"].push_back(
        {{"name", scenario.name}, {"compared_with", scenario.compared_with}, {"levers", levers}, {"shocks", shocks},
         {"rules_in_force", rules}});
  }
  json["replicates"] = loaded.study.replicates;
  json["start"] = to_string(loaded.study.start);
  json["end"] = to_string(loaded.study.end);
  json["grade_percent"] = {{"a_or_b", shares.observed}, {"c", shares.recalled}, {"model", shares.filled}};
  if (arguments.has("data")) json["data"] = base::describe(loaded.world.base);
  return json;
}

int execute(const Arguments& arguments, Terminal& terminal) {
  const LoadedStudy loaded = load_study(arguments);
  print_findings(terminal, loaded.remarks);
  if (terminal.json()) {
    terminal.answer(as_json(loaded, arguments).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
    return done;
  }
  std::string text;
  for (std::size_t i = 0; i < arguments.operands.size(); ++i) text += file_line(loaded, arguments.operands[i], i);
  text += study_lines(loaded.study) + rules_line(loaded.study) + fmt::format("  data        {}\n", data_line(loaded.study, loaded.world.base));
  if (arguments.has("data")) text += base::describe(loaded.world.base);
  terminal.answer(text);
  return done;
}

constexpr std::array options{
    OptionSpec{"data", 0, "", "what the reference tables hold for this question, with grades"},
    set_option,
    alone_option,
    baseline_option,
};

}  // namespace

const CommandSpec check_command{
    .name = "check",
    .operands = "FILE...",
    .summary = "read scenarios, find every mistake, run nothing",
    .examples =
        "  sojourn check npl-fee-cap.toml          valid or not; what it extends, scenarios, levers\n"
        "  sojourn check npl-fee-cap.toml --data   and how good the data behind its question are\n"
        "  generate-policy | sojourn check -       a scenario from standard input\n",
    .more = "All mistakes are shown at once, each with its place and what to try. Nothing is run or written.\n",
    .options = options,
    .least_operands = 1,
    .most_operands = std::numeric_limits<std::size_t>::max(),
    .execute = execute,
};

}  // namespace sojourn::cli
