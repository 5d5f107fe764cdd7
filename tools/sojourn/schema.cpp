// sojourn schema: the scenario language for editors and programs.
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "commands.hpp"
#include "core/diagnostic.hpp"
#include "guard.hpp"
#include "scenario_schema.hpp"
#include "terminal.hpp"

namespace sojourn::cli {
namespace {

nlohmann::ordered_json schema_of(const std::string& name) {
  const std::vector<PlaceGroups> places = place_groups();
  if (name == "scenario") return scenario_schema(places);
  if (const model::LeverKind* kind = model::find_lever_kind(name)) return lever_schema(*kind, places);
  if (const model::ShockKind* kind = model::find_shock_kind(name)) return shock_schema(*kind, places);
  std::vector<std::string> names{"scenario"};
  for (const model::LeverKind* kind : model::lever_kinds()) names.emplace_back(kind->name);
  for (const model::ShockKind* kind : model::shock_kinds()) names.emplace_back(kind->name);
  const std::string near = nearest_name(name, names);
  const std::string list = "scenario, or a kind: sojourn levers lists all";
  throw InputError{{Severity::error, "sojourn schema", {}, name, "no such schema",
                    near.empty() ? list : fmt::format("did you mean \"{}\"? {}", near, list), "", "unknown-schema"}};
}

int execute(const Arguments& arguments, Terminal& terminal) {
  const auto schema = schema_of(arguments.operands.empty() ? "scenario" : arguments.operands[0]);
  terminal.answer(schema.dump(terminal.json() ? -1 : 2) + "\n");
  return done;
}

}  // namespace

const CommandSpec schema_command{
    .name = "schema",
    .operands = "[scenario|KIND]",
    .summary = "the scenario language, or one kind of lever or shock, as JSON Schema",
    .examples =
        "  sojourn schema > sojourn.schema.json     for an editor: keys, units, ranges and defaults while one writes\n"
        "  sojourn schema fee_cap                   one kind of lever\n",
    .more = "An editor that knows TOML takes the file for its schema: #:schema ./sojourn.schema.json as the first line.\n",
    .options = {},
    .least_operands = 0,
    .most_operands = 1,
    .execute = execute,
};

}  // namespace sojourn::cli
