// sojourn levers: which policies and shocks can be tried, and what stands behind them.
#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "core/diagnostic.hpp"
#include "guard.hpp"
#include "inputs.hpp"
#include "lever_text.hpp"
#include "model/levers/lever.hpp"
#include "model/parameters.hpp"
#include "model/shocks.hpp"
#include "number_text.hpp"
#include "place_groups.hpp"
#include "rules_text.hpp"
#include "terminal.hpp"

namespace sojourn::cli {
namespace {

using Json = nlohmann::ordered_json;

Json as_json(const model::KeySpec& key) {
  Json json{{"name", key.name}, {"values", key_values(key)}, {"default", key_default(key)}};
  if (key.one_of != 0) json["one_of"] = key.one_of;
  if (const std::string unit = key_unit(key); !unit.empty()) json["unit"] = unit;
  if (!key.meaning.empty()) json["meaning"] = key.meaning;
  return json;
}

Json as_json(const model::ShockKind& kind) {
  Json json{{"shock", kind.name},        {"summary", kind.summary},  {"acts_through", kind.acts_through},
            {"evidence", kind.evidence}, {"pages", pages_of(kind)},  {"filters", Json::array()},
            {"keys", Json::array()},     {"example", kind.example}};
  for (std::size_t f = 0; f < model::shock_filter_names.size(); ++f) {
    if ((kind.filters >> f & 1U) != 0) json["filters"].push_back(model::shock_filter_names[f]);
  }
  for (const model::KeySpec& key : kind.keys) json["keys"].push_back(as_json(key));
  return json;
}

Json as_json(const model::LeverKind& kind) {
  Json json{{"kind", kind.name},         {"theme", kind.theme},
            {"summary", kind.summary},   {"acts_through", kind.acts_through},
            {"evidence", kind.evidence}, {"pages", pages_of(kind)},
            {"keys", Json::array()},     {"implementation_must_be_written", kind.rule_on_others},
            {"example", kind.example}};
  for (const model::KeySpec& key : kind.keys) json["keys"].push_back(as_json(key));
  return json;
}

std::vector<const model::LeverKind*> searched(const std::string& word) {
  std::vector<const model::LeverKind*> kinds;
  for (const model::LeverKind* kind : model::lever_kinds()) {
    if (word.empty() || mentions(*kind, word)) kinds.push_back(kind);
  }
  return by_theme(std::move(kinds));
}

std::vector<const model::ShockKind*> shocks_searched(const std::string& word) {
  std::vector<const model::ShockKind*> kinds;
  for (const model::ShockKind* kind : model::shock_kinds()) {
    if (word.empty() || mentions(*kind, word)) kinds.push_back(kind);
  }
  return kinds;
}

void list_kinds(Terminal& terminal, const std::string& word) {
  const std::vector<const model::LeverKind*> kinds = searched(word);
  const std::vector<const model::ShockKind*> shocks = shocks_searched(word);
  if (terminal.json()) {
    Json json{{"levers", Json::array()}, {"shocks", Json::array()}};
    for (const model::LeverKind* kind : kinds) json["levers"].push_back(as_json(*kind));
    for (const model::ShockKind* kind : shocks) json["shocks"].push_back(as_json(*kind));
    return terminal.answer(json.dump() + "\n");
  }
  if (kinds.empty() && shocks.empty())
    return terminal.answer(fmt::format("no lever mentions \"{}\"; sojourn levers lists all\n", word));
  std::string text;
  std::string_view theme;
  for (const model::LeverKind* kind : kinds) {
    if (kind->theme != theme) text += fmt::format("{}\n", terminal.strong(kind->theme));
    theme = kind->theme;
    text +=
        fmt::format("  {:<28} {}\n", fmt::format("{}{}", kind->name, kind->rule_on_others ? "*" : ""), kind->summary);
  }
  if (!shocks.empty()) text += fmt::format("{}\n", terminal.strong("shocks, as [[shock]]"));
  for (const model::ShockKind* kind : shocks) text += fmt::format("  {:<28} {}\n", kind->name, kind->summary);
  terminal.answer(text +
                  "* a rule on others: implementation must be written\nsojourn levers KIND shows keys, evidence and "
                  "an example\n");
}

void show_kind(Terminal& terminal, const std::string& name) {
  if (const model::LeverKind* kind = model::find_lever_kind(name)) {
    return terminal.answer(terminal.json() ? as_json(*kind).dump() + "\n" : lever_page(*kind));
  }
  if (const model::ShockKind* kind = model::find_shock_kind(name)) {
    return terminal.answer(terminal.json() ? as_json(*kind).dump() + "\n" : shock_page(*kind));
  }
  std::vector<std::string> names;
  for (const model::LeverKind* kind : model::lever_kinds()) names.emplace_back(kind->name);
  for (const model::ShockKind* kind : model::shock_kinds()) names.emplace_back(kind->name);
  const std::string near = nearest_name(name, names);
  const std::string list = fmt::format("sojourn levers lists all {}", names.size());
  throw InputError{{Severity::error,
                    "sojourn levers",
                    {},
                    name,
                    "no such lever",
                    near.empty() ? list : fmt::format("did you mean \"{}\"? {}", near, list),
                    "",
                    "unknown-lever"}};
}

void list_parameters(Terminal& terminal, const std::string& word) {
  const model::Parameters defaults;
  Json json{{"parameters", Json::array()}};
  std::string text;
  for (const model::ParameterRow& row : model::parameter_list()) {
    if (!word.empty() && row.name.find(word) == std::string_view::npos) continue;
    const double preset = defaults.*row.member;
    json["parameters"].push_back(Json{{"name", row.name},
                                      {"unit", row.unit},
                                      {"default", preset},
                                      {"lowest", row.lowest},
                                      {"highest", row.highest},
                                      {"source", row.source}});
    text += fmt::format("  {:<40} {:<12} {:>10}   {} to {}   {}\n", row.name, row.unit, three_digits(preset),
                        three_digits(row.lowest), three_digits(row.highest), row.source);
  }
  if (terminal.json()) return terminal.answer(json.dump() + "\n");
  terminal.answer(
      fmt::format("  {:<40} {:<12} {:>10}   range   source\n{}A scenario sets one as parameters.NAME = VALUE\n",
                  "parameter", "unit", "default", text));
}

void list_groups(Terminal& terminal) {
  Json json = Json::object();
  std::string text;
  for (const PlaceGroups& kind : place_groups()) {
    text += terminal.strong(kind.what) + "\n";
    for (const auto& [name, members] : kind.groups) {
      json[kind.what][name] = members;
      text += fmt::format("  {:<20} {}\n", name, fmt::join(members, " "));
    }
  }
  terminal.answer(terminal.json() ? json.dump() + "\n" : text);
}

void list_rules(const Arguments& arguments, Terminal& terminal) {
  const World world = load_world({});
  const std::vector<io::RuleInForceRow> rules =
      rules_reaching(world, arguments.value("origin").value_or(""), arguments.value("destination").value_or(""));
  terminal.answer(terminal.json() ? rules_json(rules).dump() + "\n" : rules_page(rules));
}

int execute(const Arguments& arguments, Terminal& terminal) {
  const bool of_rules = arguments.has("in-force");
  for (const char* option : {"origin", "destination"}) {
    if (!of_rules && arguments.has(option)) {
      throw InputError{{Severity::error, "sojourn levers", {}, fmt::format("--{}", option), "it narrows --in-force alone",
                        "add --in-force", "", "missing-option"}};
    }
  }
  const std::string word = arguments.value("search").value_or("");
  if (!arguments.operands.empty())
    show_kind(terminal, arguments.operands[0]);
  else if (of_rules)
    list_rules(arguments, terminal);
  else if (arguments.has("parameters"))
    list_parameters(terminal, word);
  else if (arguments.has("groups"))
    list_groups(terminal);
  else
    list_kinds(terminal, word);
  return done;
}

constexpr std::array options{
    OptionSpec{"groups", 0, "", "groups of origins and destinations, and the codes that filters take"},
    OptionSpec{"in-force", 0, "", "rules already in force: id, reach, months, enforcement, source, grade"},
    OptionSpec{"origin", 0, "CODE", "of the rules in force, those for workers of this origin"},
    OptionSpec{"destination", 0, "CODE", "those for workers at this destination"},
    OptionSpec{"parameters", 0, "", "parameters of the model: unit, default, range, source"},
    OptionSpec{"search", 0, "WORD", "only what mentions WORD"},
};

}  // namespace

const CommandSpec levers_command{
    .name = "levers",
    .operands = "[KIND]",
    .summary = "list the policies and shocks that can be tried, or explain one",
    .examples =
        "  sojourn levers                    all, by theme\n"
        "  sojourn levers fee_cap            mechanism, keys, evidence, an example to paste\n"
        "  sojourn levers --search wage      those that mention a word\n"
        "  sojourn levers --in-force --origin NPL   rules that a scenario finds in force\n"
        "  sojourn levers --groups           names that origins and destinations take\n"
        "  sojourn levers --parameters       numbers of the model and their sources\n",
    .more = "",
    .options = options,
    .least_operands = 0,
    .most_operands = 1,
    .execute = execute,
};

}  // namespace sojourn::cli
