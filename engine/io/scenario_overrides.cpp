#include "io/scenario_overrides.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "io/scenario_parse.hpp"
#include "io/scenario_settings.hpp"
#include "io/scenario_text.hpp"

namespace sojourn::io::scenario {
namespace {

std::optional<Node> parsed(const std::string& written, const Spot& spot) {
  const std::size_t equals = written.find('=');
  if (equals == std::string::npos || first_bad_byte(written) != std::string::npos ||
      written.find('\n') != std::string::npos)
    return std::nullopt;
  const std::string key = written.substr(0, equals);
  const std::string value = written.substr(equals + 1);
  if (auto tree = parse_toml_fragment(written, spot)) return tree;
  return parse_toml_fragment(key + " = " + toml_text(value), spot);
}

void set_raw(Node& node, const std::string& raw) {
  node.raw = raw;
  for (Entry& entry : node.entries) set_raw(entry.value, raw);
}

bool may_be_set(const std::string& key) {
  return is_list_by_id(key) || key == "environment" || key == "parameters" || is_of_the_study(key);
}

}  // namespace

Overrides::Overrides(const std::vector<std::string>& written, Findings& findings) {
  for (const std::string& text : written) {
    sources_.push_back(std::make_unique<SourceFile>());
    sources_.back()->shown = "--set " + text;
    sources_.back()->order = sources_.size();
    const Spot spot{sources_.back().get(), {0, 0, 1}};
    std::optional<Node> tree = parsed(text, spot);
    if (!tree) {
      findings.error(spot, "not-key-value", "not key=value", "", "write for instance --set run.replicates=8");
      continue;
    }
    const std::string& key = tree->entries.front().key;
    if (!may_be_set(key)) {
      const std::string near = nearest_of(key, {"time", "population", "run", "reference", "uncertainty", "output",
                                                "environment", "parameters", "lever", "shock"});
      findings.error(
          spot, "unknown-key", fmt::format("{} cannot be set on the command line", key), "",
          did_you_mean(
              near,
              "what can: time, population, run, reference, uncertainty, output, environment, parameters, lever.ID, "
              "shock.ID",
              "", ""));
      continue;
    }
    if (tree->entries.front().value.type != NodeType::table) {
      findings.error(spot, "wrong-type", fmt::format("{} must be followed by a key", key), "",
                     "write for instance --set run.replicates=8");
      continue;
    }
    set_raw(*tree, text.substr(text.find('=') + 1));
    trees_.push_back(std::move(*tree));
  }
}

void Overrides::apply(Resolved& scenario, To to, Findings& findings) const {
  for (const Node& tree : trees_) {
    const bool by_id = find(tree, lever_table) != nullptr || find(tree, shock_table) != nullptr;
    if (to == To::named_file || !by_id) merge_set(scenario, tree, findings, false);
  }
}

void Overrides::check_ids(const std::vector<const ScenarioFile*>& named, Findings& findings) const {
  for (const std::string_view what : {lever_table, shock_table}) {
    std::vector<std::string> ids;
    for (const ScenarioFile* file : named) {
      for (std::string& id : ids_in(file->resolved.tree, what)) ids.push_back(std::move(id));
    }
    for (const Node& tree : trees_) {
      const Entry* list = find(tree, what);
      if (list == nullptr || list->value.type != NodeType::table) continue;
      for (const Entry& item : list->value.entries) {
        if (std::ranges::find(ids, item.key) != ids.end()) continue;
        const std::string all =
            is_rule_id(item.key) ? "sojourn levers --in-force lists the rules in force"
            : without_rules(ids).empty() ? fmt::format("none of them has a {}{}", what, ids.empty() ? "" : " of its own")
                                         : fmt::format("their {}s: {}", what, listed(without_rules(ids)));
        findings.error(item.spot, fmt::format("unknown-{}", what),
                       fmt::format("no scenario has a {} \"{}\"", what, item.key), "",
                       did_you_mean(nearest_of(item.key, ids), all, fmt::format("{}.", what), ""));
      }
    }
  }
}

}  // namespace sojourn::io::scenario
