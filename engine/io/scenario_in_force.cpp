#include "io/scenario_in_force.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace sojourn::io::scenario {
namespace {

constexpr std::string_view before_any_study = "1950-01";
constexpr std::size_t rules_order = first_file_order - 1;  // after `--set`, before the files

Node text_node(const std::string& text, const Spot& spot) {
  Node node;
  node.type = NodeType::text;
  node.text = text;
  node.raw = toml_text(text);
  node.spot = spot;
  return node;
}

Node list_node(const std::vector<std::string>& texts, const Spot& spot) {
  Node node;
  node.type = NodeType::array;
  for (const std::string& text : texts) node.items.push_back(text_node(text, spot));
  node.raw = toml_list(texts);
  node.spot = spot;
  return node;
}

Node number_node(double value, const Spot& spot) {
  Node node;
  node.spot = spot;
  node.raw = number_text(value);
  if (value == std::floor(value)) {
    node.type = NodeType::integer;
    node.integer = std::llround(value);
  } else {
    node.type = NodeType::real;
    node.real = value;
  }
  return node;
}

Node boolean_node(bool value, const Spot& spot) {
  Node node;
  node.type = NodeType::boolean;
  node.boolean = value;
  node.raw = value ? "true" : "false";
  node.spot = spot;
  return node;
}

/// The value of a strength key; the table's reader has checked it against the kind.
Node value_node(const std::vector<std::string>& values, const model::KeySpec& key, const Spot& spot) {
  switch (key.type) {
    case model::KeyType::choice: return text_node(values.front(), spot);
    case model::KeyType::choices: return list_node(values, spot);
    case model::KeyType::boolean: return boolean_node(values.front() == "true", spot);
    case model::KeyType::number:
    case model::KeyType::integer: break;
  }
  double value = 0;
  std::from_chars(values.front().data(), values.front().data() + values.front().size(), value);
  return number_node(value, spot);
}

Node node_of(const RuleInForceRow& row, const Spot& spot) {
  Node lever;
  lever.spot = spot;
  const auto add = [&](std::string_view key, Node value) {
    lever.entries.push_back({.key = std::string{key}, .spot = spot, .value = std::move(value)});
  };
  const auto add_filter = [&](std::string_view key, const std::vector<std::string>& words) {
    if (!words.empty()) add(key, list_node(words, spot));
  };
  add("id", text_node(row.id, spot));
  add("kind", text_node(row.kind, spot));
  add_filter("origins", row.origins);
  add_filter("destinations", row.destinations);
  add_filter("sectors", row.sectors);
  add_filter("sexes", row.sexes);
  add_filter("skills", row.skills);
  add("start", text_node(row.start.empty() ? std::string{before_any_study} : row.start, spot));
  if (!row.end.empty()) add("end", text_node(row.end, spot));
  add("implementation", number_node(row.implementation, spot));
  const model::LeverKind& kind = *model::find_lever_kind(row.kind);
  for (const auto& [name, values] : row.keys) {
    const auto key = std::ranges::find(kind.keys, name, &model::KeySpec::name);
    if (key != kind.keys.end()) add(name, value_node(values, *key, spot));
  }
  add("why", text_node(row.note, spot));
  add("source", text_node(fmt::format("{} ({}, grade {})", row.source, fmt::join(row.rows, ", "),
                                      grade_names[index(row.grade)]), spot));
  return lever;
}

/// False for filters that hold no corridor of the world, as tables of one's own or fewer grades may leave it.
bool reaches_a_corridor(const Node& lever, const Vocabulary& vocabulary) {
  Findings ignored;
  std::vector<Setting> settings;
  TableReader reader{lever, "lever", "", ignored, settings};
  const model::Reach reach = vocabulary.reach(reader);
  return !ignored.any() && std::ranges::find(reach.corridors, true) != reach.corridors.end();
}

std::vector<std::size_t> shared_corridors(const model::Reach& a, const model::Reach& b) {
  std::vector<std::size_t> shared;
  if ((a.sectors & b.sectors) == 0 || (a.sexes & b.sexes) == 0 || (a.skills & b.skills) == 0) return shared;
  for (std::size_t i = 0; i < a.corridors.size(); ++i) {
    if (a.corridors[i] && b.corridors[i]) shared.push_back(i);
  }
  return shared;
}

/// How a lever and a rule in force of its kind stand to one another in a study.
struct Meeting {
  std::optional<Month> both;        ///< first month in which both are enforced
  std::optional<Month> taken_over;  ///< first one in which the lever is enforced at least as well
  double lever = 0, rule = 0;       ///< enforcements in the month in which the lever's is best
};

Meeting meeting_of(const model::LeverSpec& lever, const model::LeverSpec& rule, const study::Study& study) {
  Meeting found;
  for (Month month = study.start + -study.burn_in_months; month <= study.end; month = month + 1) {
    const double mine = lever.enforcement(month), theirs = rule.enforcement(month);
    if (mine <= 0 || theirs <= 0) continue;
    if (!found.both) found.both = month;
    if (mine > found.lever) found = {found.both, std::nullopt, mine, theirs};
    if (mine < theirs) continue;
    found.taken_over = month;
    break;
  }
  return found;
}

std::string corridors_text(const std::vector<std::size_t>& corridors, const Vocabulary& vocabulary) {
  std::vector<std::string> codes;
  for (const std::size_t corridor : corridors) codes.push_back(vocabulary.corridor_code(corridor));
  if (codes.size() <= 3) return listed(codes);
  return fmt::format("{}, {} and {} more", codes[0], codes[1], codes.size() - 2);
}

void tell_takeovers_of(const ReadLever& lever, const std::vector<ReadLever>& levers, const StudyPart& study,
                       Findings& findings) {
  std::vector<std::string> taken_over;
  for (const ReadLever& rule : levers) {
    if (!rule.spec.rule_in_force || rule.spec.kind != lever.spec.kind) continue;
    if (std::ranges::find(lever.spec.replaces, rule.spec.id) != lever.spec.replaces.end()) continue;
    const std::vector<std::size_t> corridors = shared_corridors(lever.spec.reach, rule.spec.reach);
    const Meeting meeting = corridors.empty() ? Meeting{} : meeting_of(lever.spec, rule.spec, study.study);
    if (!meeting.both) continue;
    const std::string where = corridors_text(corridors, study.vocabulary);
    if (meeting.taken_over) {
      taken_over.push_back(fmt::format("{} ({} from {})", rule.spec.id, where, to_string(*meeting.taken_over)));
      continue;
    }
    findings.remark(Severity::warning, lever.spot, "weaker-than-rule",
                    fmt::format("\"{}\" says nothing for {}", lever.spec.id, where),
                    fmt::format("the rule in force {} is enforced better: {:.3g} against {:.3g}", rule.spec.id,
                                meeting.rule, meeting.lever),
                    fmt::format("with replaces = \"{}\" it gives way at any level", rule.spec.id));
  }
  if (taken_over.empty()) return;
  findings.remark(Severity::note, lever.spot, "takes-over",
                  fmt::format("\"{}\" takes over from {}", lever.spec.id, listed(taken_over)),
                  taken_over.size() == 1 ? "a rule in force, enforced no better" : "rules in force, enforced no better",
                  "");
}

}  // namespace

InForce::InForce(const ReaderContext& context) {
  table_.shown = context.rules_file;
  table_.order = rules_order;
  const Vocabulary vocabulary{context};
  for (const RuleInForceRow& row : context.rules_in_force) {
    Node lever = node_of(row, {&table_, row.at});
    const bool wanted = (context.grades >> index(row.grade) & 1U) != 0;
    if (wanted && reaches_a_corridor(lever, vocabulary)) {
      levers_.push_back(std::move(lever));
    } else {
      left_out_.insert(row.id);
    }
  }
}

Resolved InForce::beginning() const {
  Resolved resolved;
  resolved.removed = left_out_;
  if (levers_.empty()) return resolved;
  Entry list{.key = std::string{lever_table}, .spot = {}, .value = {}};
  list.value.type = NodeType::array;
  list.value.items = levers_;
  resolved.tree.entries.push_back(std::move(list));
  return resolved;
}

std::vector<std::string> InForce::taken_out(const Resolved& scenario) const {
  std::vector<std::string> ids;
  const std::vector<std::string> there = ids_in(scenario.tree, lever_table);
  for (const std::string& id : scenario.removed) {
    if (is_rule_id(id) && !left_out_.contains(id) && std::ranges::find(there, id) == there.end()) ids.push_back(id);
  }
  return ids;
}

void settle_rules(std::vector<ReadLever>& levers, const study::Study& study) {
  for (ReadLever& lever : levers) {
    model::LeverSpec& spec = lever.spec;
    if (!spec.rule_in_force || spec.start_when || spec.start > study.start) continue;
    spec.start = std::min(spec.start, study.start + -study.burn_in_months);
  }
  std::erase_if(levers, [&](const ReadLever& lever) {
    const model::LeverSpec& spec = lever.spec;
    return spec.rule_in_force && (spec.start > study.end || (spec.end && *spec.end < study.start));
  });
}

void tell_takeovers(const std::vector<ReadLever>& levers, const StudyPart& study, Findings& findings) {
  for (const ReadLever& lever : levers) {
    const bool may = !lever.spec.rule_in_force && model::find_lever_kind(lever.spec.kind)->sets_a_level;
    if (may) tell_takeovers_of(lever, levers, study, findings);
  }
}

}  // namespace sojourn::io::scenario

namespace sojourn::io {

std::vector<model::LeverSpec> reference_rules(const ReaderContext& context) {
  scenario::Findings findings;
  const scenario::InForce rules{context};
  const scenario::StudyPart part{{}, scenario::Vocabulary{context}, {}};
  std::vector<model::LeverSpec> specs;
  for (scenario::ReadLever& lever : scenario::read_levers(rules.beginning(), part, context, findings)) {
    specs.push_back(std::move(lever.spec));
  }
  if (findings.any()) throw InputError{findings.errors()};
  return specs;
}

std::vector<model::LeverSpec> rules_in_force(const ReaderContext& context, Month month) {
  std::vector<model::LeverSpec> rules = reference_rules(context);
  std::erase_if(rules, [&](const model::LeverSpec& rule) { return !rule.in_months(month); });
  for (model::LeverSpec& rule : rules) {
    rule.start = *parse_month(scenario::before_any_study);
    rule.end.reset();
  }
  return rules;
}

}  // namespace sojourn::io
