#include "scenario_schema.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "lever_text.hpp"
#include "model/parameters.hpp"

namespace sojourn::cli {
namespace {

using Json = nlohmann::ordered_json;
using model::KeySpec;
using model::KeyType;

constexpr std::string_view agreements = "agreements", agreement = "blma";
constexpr std::string_view draft = "https://json-schema.org/draft/2020-12/schema";

Json text(int most_characters, std::string_view meaning) {
  return {{"type", "string"}, {"maxLength", most_characters}, {"description", meaning}};
}
/// 2000 rather than 2000.0.
Json plain(double value) {
  const auto rounded = static_cast<std::int64_t>(value);
  return static_cast<double>(rounded) == value ? Json(rounded) : Json(value);
}
Json whole(int lowest, int highest, int preset, std::string_view meaning) {
  return {{"type", "integer"}, {"minimum", lowest}, {"maximum", highest}, {"default", preset}, {"description", meaning}};
}
Json number(double lowest, double highest, std::string_view meaning) {
  return {{"type", "number"}, {"minimum", plain(lowest)}, {"maximum", plain(highest)}, {"description", meaning}};
}
Json month(std::string_view meaning) {
  return {{"type", "string"}, {"pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$"}, {"description", meaning}};
}
Json list_of(Json item, std::string_view meaning) {
  return {{"type", "array"}, {"items", std::move(item)}, {"description", meaning}};
}
Json table(Json properties, std::string_view meaning = "") {
  Json json{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
  if (!meaning.empty()) json["description"] = meaning;
  return json;
}

/// Codes, groups, and both with a minus; any other word may be a group of the study's own.
Json filter_definition(const std::vector<PlaceGroups>& places, std::string_view what) {
  std::vector<std::string> words;
  for (const PlaceGroups& kind : places) {
    if (kind.what != what) continue;
    for (const auto& [name, members] : kind.groups) {
      words.push_back(name);
      if (name == "all") words.insert(words.end(), members.begin(), members.end());
    }
  }
  const std::size_t plain = words.size();
  for (std::size_t i = 0; i < plain; ++i) words.push_back("-" + words[i]);
  const bool own_groups = what == "origins" || what == "destinations" || what == "sectors";
  Json item{{"type", "string"}, {"enum", words}};
  if (own_groups) item = {{"anyOf", {Json{{"enum", words}}, Json{{"type", "string"}, {"pattern", "^-?[a-z0-9_]+$"}}}}};
  Json json = list_of(std::move(item), fmt::format("{}: codes and groups; a minus takes out", what));
  json["minItems"] = 1;
  json["default"] = Json::array({"all"});
  return json;
}

constexpr std::array<std::string_view, 5> filter_names{"origins", "destinations", "sectors", "sexes", "skills"};

/// Said once, since every lever has them.
Json filter(std::string_view what) { return {{"$ref", fmt::format("#/$defs/filter_{}", what)}}; }

Json filter_definitions(const std::vector<PlaceGroups>& places) {
  Json definitions = Json::object();
  for (const std::string_view what : filter_names) definitions[fmt::format("filter_{}", what)] = filter_definition(places, what);
  return definitions;
}

Json corridors() {
  return list_of({{"type", "string"}, {"pattern", "^-?[A-Za-z0-9_*]+-[A-Za-z0-9_*]+$"}},
                 "in place of origins and destinations: \"NPL-QAT\", \"LKA-gcc\", \"BGD-*\"");
}

Json condition() {
  return table({{"indicator", text(200, "a flow, stock or ratio of docs/model/indicators.md")},
                {"above", {{"type", "number"}}},
                {"below", {{"type", "number"}}},
                {"for_months", whole(1, 1200, 1, "months one after the other")},
                {"origins", filter("origins")},
                {"destinations", filter("destinations")}},
               "in place of a date");
}

Json implementation(bool must_be_written) {
  const Json level{{"type", "number"}, {"minimum", 0}, {"maximum", 1}};
  Json json{{"anyOf", {level, list_of(table({{"from", month("first month of the step")}, {"level", level}}), "steps")}},
            {"description", must_be_written ? "how far it is enforced, 0 to 1: must be written, since full enforcement is a claim"
                                            : "how far the service exists, 0 to 1"}};
  if (!must_be_written) json["default"] = 1;
  return json;
}

Json only() {
  return table({{"first_timers", {{"type", "boolean"}}},
                {"arrived_after", month("who arrived, or will arrive, after this month")},
                {"age_min_years", number(15, 64, "completed years, inclusive")},
                {"age_max_years", number(15, 64, "completed years, inclusive")},
                {"children_under_years", number(1, 18, "who has a child younger than this")},
                {"communities_percent", number(0.1, 100, "a random share of home communities")}},
               "whom it reaches of those whom the filters let in");
}

Json common_of_levers(bool must_be_written) {
  const Json id{{"type", "string"}, {"pattern", "^[a-z0-9_-]+$"}};
  return {{"kind", {{"type", "string"}}},
          {"id", {{"type", "string"}, {"pattern", "^[a-z0-9_-]+$"}, {"description", "own name; the kind if there is none"}}},
          {"origins", filter("origins")},
          {"destinations", filter("destinations")},
          {"corridors", corridors()},
          {"sectors", filter("sectors")},
          {"sexes", filter("sexes")},
          {"skills", filter("skills")},
          {"start", month("first month in force")},
          {"end", month("last month in force")},
          {"start_when", condition()},
          {"end_when", condition()},
          {"implementation", implementation(must_be_written)},
          {"phase_in_months", whole(0, 120, 0, "implementation rises linearly over these months")},
          {"pilot_percent", number(0.1, 100, "only a random share of workers")},
          {"only", only()},
          {"replaces", {{"anyOf", {id, list_of(id, "ids")}}, {"description", "levers whose place it takes"}}},
          {"remove", {{"type", "boolean"}, {"description", "takes an inherited lever out"}}},
          {"title", text(200, "for the table of measures")},
          {"why", text(1000, "why this, and at this strength")},
          {"source", text(1000, "where the numbers come from")},
          {"currency", {{"type", "string"}, {"pattern", "^[A-Z]{3}$"}, {"description", "of the keys in local money"}}}};
}

Json common_of_shocks(const model::ShockKind& kind) {
  Json keys{{"kind", {{"type", "string"}}},
            {"id", {{"type", "string"}, {"pattern", "^[a-z0-9_-]+$"}}},
            {"start", month("first month")},
            {"end", month("last month; without it the shock lasts")},
            {"recovery_months", whole(0, 120, 0, "after end, in equal steps")},
            {"remove", {{"type", "boolean"}}},
            {"why", text(1000, "why this, and at this strength")},
            {"source", text(1000, "where the numbers come from")}};
  for (std::size_t f = 0; f < model::shock_filter_names.size(); ++f) {
    const std::string_view name = model::shock_filter_names[f];
    if ((kind.filters >> f & 1U) != 0) keys[std::string{name}] = name == "corridors" ? corridors() : filter(name);
  }
  return keys;
}

Json words_of(const KeySpec& key) {
  Json words = Json::array();
  for (const std::string_view word : key.choices) words.push_back(word);
  return {{"enum", std::move(words)}};
}

Json key_schema(const KeySpec& key) {
  Json json;
  if (key.type == KeyType::boolean) json["type"] = "boolean";
  if (key.type == KeyType::choice) json = words_of(key);
  if (key.type == KeyType::choices) json = {{"type", "array"}, {"items", words_of(key)}};
  if (key.type == KeyType::number || key.type == KeyType::integer) {
    json = {{"type", key.type == KeyType::integer ? "integer" : "number"}, {"minimum", plain(key.lowest)}, {"maximum", plain(key.highest)}};
    if (key.preset) json["default"] = plain(*key.preset);
  } else if (key.type == KeyType::boolean && key.preset) {
    json["default"] = *key.preset != 0;
  } else if (!key.preset_choice.empty()) {
    json["default"] = key.type == KeyType::choices ? Json::array({key.preset_choice}) : Json(key.preset_choice);
  }
  const std::string unit = key_unit(key);
  if (!unit.empty()) json["title"] = unit;
  if (!key.meaning.empty()) json["description"] = key.meaning;
  return json;
}

void add_keys(std::span<const KeySpec> keys, Json& properties) {
  for (const KeySpec& key : keys) {
    properties[std::string{key.name}] = key_schema(key);
    if (const std::string local = key_local_name(key); !local.empty())
      properties[local] = {{"type", "number"}, {"description", "the same in local money; currency must stand beside"}};
  }
}

/// What a kind says of its own keys. A table without a kind changes an inherited one and is not looked into.
Json by_kind(const std::vector<std::string>& kinds) {
  Json cases = Json::array();
  for (const std::string& kind : kinds) {
    cases.push_back({{"if", {{"properties", {{"kind", {{"const", kind}}}}}, {"required", {"kind"}}}},
                     {"then", {{"$ref", fmt::format("#/$defs/{}", kind)}}}});
  }
  return {{"type", "object"}, {"properties", {{"kind", {{"enum", kinds}}}}}, {"allOf", std::move(cases)}};
}

template <class Kinds>
std::vector<std::string> names_of(const Kinds& kinds) {
  std::vector<std::string> names;
  for (const auto* kind : kinds) names.emplace_back(kind->name);
  return names;
}

/// Clauses of an agreement: any kind of its theme, as it stands, left out, or with keys of its own.
Json clauses() {
  Json kinds = Json::object();
  for (const model::LeverKind* kind : model::lever_kinds()) {
    if (kind->theme != agreements || kind->name == agreement) continue;
    Json keys = common_of_levers(false);
    for (const char* of_the_agreement : {"kind", "id", "remove"}) keys.erase(of_the_agreement);
    add_keys(kind->keys, keys);
    kinds[std::string{kind->name}] = {{"anyOf", {Json{{"type", "boolean"}}, table(std::move(keys))}},
                                      {"description", kind->summary}};
  }
  return table(std::move(kinds), "true, false, or a table of the clause's keys");
}

Json growth(std::string_view where, bool sectors) {
  Json entry{{std::string{where}, filter(where)}, {"percent", number(-50, 50, "% a year")}};
  if (sectors) entry["sectors"] = filter("sectors");
  return {{"anyOf", {number(-50, 50, "% a year"), list_of(table(std::move(entry)), "later entries win")}}, {"default", 2}};
}

Json grades() { return {{"type", "array"}, {"items", {{"enum", {"A", "B", "C"}}}}, {"default", {"A", "B", "C"}}}; }

Json model_parameters() {
  const model::Parameters defaults;
  Json keys = Json::object();
  for (const model::ParameterRow& row : model::parameter_list()) {
    Json key = number(row.lowest, row.highest, row.source);
    key["title"] = row.unit;
    key["default"] = plain(defaults.*row.member);
    keys[std::string{row.name}] = std::move(key);
  }
  return table(std::move(keys), "fixes parameters of the model");
}

Json own_groups(std::string_view what) {
  return {{"type", "object"}, {"additionalProperties", filter(what)}};
}

Json study_tables() {
  return {{"time", table({{"start", month("first month")},
                          {"end", month("last month, inclusive")},
                          {"burn_in_months", whole(0, 240, 24, "before start, not in the results")}})},
          {"population", table({{"scale", whole(1, 100'000, 100, "persons that one simulated person stands for")},
                                {"origins", filter("origins")},
                                {"destinations", filter("destinations")}})},
          {"run", table({{"seed", {{"type", "integer"}, {"minimum", 0}, {"default", 1}}},
                         {"replicates", whole(1, 10'000, 32, "an interval needs 2")}})},
          {"reference", table({{"tables", text(4096, "a folder, or library:reference")},
                               {"base_year", whole(1990, 2100, 2019, "of the levels")},
                               {"price_year", whole(1990, 2100, 2019, "of dollars")},
                               {"grades", grades()}})},
          {"environment", table({{"demand_growth_percent_per_year", growth("destinations", true)},
                                 {"home_wage_growth_percent_per_year", growth("origins", false)}})},
          {"uncertainty", table({{"parameters", {{"enum", {"central"}}, {"default", "central"}}},
                                 {"interval_percent", number(50, 99.9, "of intervals")}})},
          {"output", table({{"tables", list_of({{"type", "string"}}, "of the result file")},
                            {"indicators", list_of({{"type", "string"}}, "all, names and groups")},
                            {"compression_level", whole(0, 9, 1, "of the result file")}})},
          {"groups", table({{"origins", own_groups("origins")},
                            {"destinations", own_groups("destinations")},
                            {"sectors", own_groups("sectors")}})}};
}

Json file_keys() {
  const Json variant = table({{"title", text(200, "")}, {"question", text(1000, "")}, {"set", {{"type", "object"}}}},
                             "one more scenario: this file with these keys changed");
  return {{"format", whole(1, 1, 1, "of the language")},
          {"title", text(200, "of the scenario")},
          {"question", text(1000, "heads the report")},
          {"author", text(200, "")},
          {"contact", text(200, "")},
          {"extends", text(4096, "a file, or library:NAME; library:baseline without it")},
          {"include", list_of({{"type", "string"}}, "files that hold only levers, shocks and groups")},
          {"compare_with", text(4096, "extends, none, variant:NAME, or a scenario file")},
          {"variant", {{"type", "object"}, {"additionalProperties", variant}}}};
}

Json lever_table(const model::LeverKind& kind) {
  Json keys = common_of_levers(kind.rule_on_others);
  add_keys(kind.keys, keys);
  keys["kind"] = {{"const", kind.name}, {"description", kind.summary}};
  if (kind.name == agreement) keys["clauses"] = clauses();
  return table(std::move(keys), kind.summary);
}

Json shock_table(const model::ShockKind& kind) {
  Json keys = common_of_shocks(kind);
  add_keys(kind.keys, keys);
  keys["kind"] = {{"const", kind.name}, {"description", kind.summary}};
  return table(std::move(keys), kind.summary);
}

Json headed(const Json& body, std::string_view title) {
  Json json{{"$schema", draft}, {"title", title}};
  json.update(body);
  return json;
}

}  // namespace

Json lever_schema(const model::LeverKind& kind, const std::vector<PlaceGroups>& places) {
  Json json = headed(lever_table(kind), fmt::format("lever {}", kind.name));
  json["$defs"] = filter_definitions(places);
  return json;
}

Json shock_schema(const model::ShockKind& kind, const std::vector<PlaceGroups>& places) {
  Json json = headed(shock_table(kind), fmt::format("shock {}", kind.name));
  json["$defs"] = filter_definitions(places);
  return json;
}

Json scenario_schema(const std::vector<PlaceGroups>& places) {
  Json definitions = filter_definitions(places);
  for (const model::LeverKind* kind : model::lever_kinds()) definitions[std::string{kind->name}] = lever_table(*kind);
  for (const model::ShockKind* kind : model::shock_kinds()) definitions[std::string{kind->name}] = shock_table(*kind);
  Json keys = file_keys();
  keys.update(study_tables());
  keys["parameters"] = model_parameters();
  keys["lever"] = list_of(by_kind(names_of(model::lever_kinds())), "policies: sojourn levers lists them");
  keys["shock"] = list_of(by_kind(names_of(model::shock_kinds())), "what strikes from outside");
  Json json = headed(table(std::move(keys)), "Sojourn scenario");
  json["$defs"] = std::move(definitions);
  return json;
}

}  // namespace sojourn::cli
