#include "rules_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/diagnostic.hpp"

namespace sojourn::cli {
namespace {

using Json = nlohmann::ordered_json;

template <class Place>
void check_country(const std::vector<Place>& places, const std::string& code, const std::string& option) {
  if (code.empty() || std::ranges::find(places, code, &Place::code) != places.end()) return;
  std::vector<std::string> codes;
  for (const Place& place : places) codes.push_back(place.code);
  const std::string near = nearest_name(code, codes);
  throw InputError{{Severity::error,
                    "sojourn levers",
                    {},
                    fmt::format("--{} {}", option, code),
                    "the reference tables have no such country",
                    near.empty() ? "sojourn levers --groups lists the codes" : fmt::format("did you mean \"{}\"?", near),
                    "",
                    "unknown-country"}};
}

std::string joined(const std::vector<std::string>& words, const std::string& otherwise) {
  return words.empty() ? otherwise : fmt::format("{}", fmt::join(words, " "));
}

std::string whom(const io::RuleInForceRow& rule) {
  std::string text = fmt::format("{} to {}", joined(rule.origins, "all"), joined(rule.destinations, "all"));
  for (const std::vector<std::string>* filter : {&rule.sectors, &rule.sexes, &rule.skills}) {
    if (!filter->empty()) text += ", " + joined(*filter, "");
  }
  return text;
}

std::string months(const io::RuleInForceRow& rule) {
  if (rule.start.empty() && rule.end.empty()) return "always";
  if (rule.end.empty()) return "since " + rule.start;
  return rule.start.empty() ? "to " + rule.end : fmt::format("{} to {}", rule.start, rule.end);
}

std::string strength(const io::RuleInForceRow& rule) {
  std::string text;
  for (const auto& [name, values] : rule.keys)
    text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", name, fmt::join(values, " "));
  return text;
}

}  // namespace

std::vector<io::RuleInForceRow> rules_reaching(const World& world, const std::string& origin,
                                               const std::string& destination) {
  check_country(world.base.origins, origin, "origin");
  check_country(world.base.destinations, destination, "destination");
  std::vector<io::RuleInForceRow> rows;
  for (const model::LeverSpec& rule : rules_of(world)) {
    for (std::size_t c = 0; c < world.base.corridors.size(); ++c) {
      const model::Corridor& corridor = world.base.corridors[c];
      const bool asked = (origin.empty() || world.base.origin(corridor.origin).code == origin) &&
                         (destination.empty() || world.base.destination(corridor.destination).code == destination);
      if (!asked || !rule.reach.corridors[c]) continue;
      rows.push_back(*std::ranges::find(world.rule_rows, rule.id, &io::RuleInForceRow::id));
      break;
    }
  }
  return rows;
}

std::string rules_page(const std::vector<io::RuleInForceRow>& rules) {
  if (rules.empty()) return "no rule in force there; sojourn levers --in-force lists all\n";
  std::string text;
  for (const io::RuleInForceRow& rule : rules) {
    text += fmt::format("{:<30} {:<22} {}; {}; enforced {:g}; grade {}\n", rule.id, rule.kind, whom(rule), months(rule),
                        rule.implementation, grade_names[index(rule.grade)]);
    const std::string keys = strength(rule);
    text += fmt::format("    {}{}{} ({})\n", keys, keys.empty() ? "" : "; ", rule.source, fmt::join(rule.rows, ", "));
    if (!rule.note.empty()) text += fmt::format("    {}\n", rule.note);
  }
  return text + "A scenario changes one by its id, takes it out with remove = true, and takes over from it with a lever of its "
                "kind\n";
}

Json rules_json(const std::vector<io::RuleInForceRow>& rules) {
  Json list = Json::array();
  for (const io::RuleInForceRow& rule : rules) {
    Json keys = Json::object();
    for (const auto& [name, values] : rule.keys) keys[name] = fmt::format("{}", fmt::join(values, " "));
    list.push_back({{"id", rule.id}, {"kind", rule.kind}, {"origins", rule.origins}, {"destinations", rule.destinations},
                    {"sectors", rule.sectors}, {"sexes", rule.sexes}, {"skills", rule.skills}, {"start", rule.start},
                    {"end", rule.end}, {"implementation", rule.implementation}, {"keys", keys}, {"rows", rule.rows},
                    {"source", rule.source}, {"grade", grade_names[index(rule.grade)]}, {"note", rule.note}});
  }
  return Json{{"rules_in_force", list}};
}

}  // namespace sojourn::cli
