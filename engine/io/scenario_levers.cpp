#include "io/scenario_levers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "io/scenario_later.hpp"

namespace sojourn::io::scenario {
namespace {

constexpr std::size_t most_note_characters = 1000;

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (const model::LeverKind* kind : model::lever_kinds()) names.emplace_back(kind->name);
  std::ranges::sort(names);
  return names;
}

std::string local_twin(std::string_view key) {
  std::string twin{key};
  const std::size_t at = twin.find("_usd");
  if (at == std::string::npos) return "";
  return twin.replace(at, 4, "_local");
}

/// Of three letters, one changed is another currency; only their order and case are taken for a slip.
bool same_letters(std::string_view code, std::string written) {
  std::ranges::transform(written, written.begin(),
                         [](char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c); });
  return std::ranges::is_permutation(code, written);
}

/// Reads one lever.
class LeverReader {
  const Node& node_;
  const StudyPart& study_;
  const ReaderContext& context_;
  Findings& findings_;
  const std::vector<ReadLever>& before_;  ///< levers read so far, rules in force first
  ReadLever lever_;
  TableReader reader_;
  const model::LeverKind* kind_;

 public:
  LeverReader(const Node& node, const StudyPart& study, const ReaderContext& context, Findings& findings,
              const std::vector<ReadLever>& before)
      : node_{node},
        study_{study},
        context_{context},
        findings_{findings},
        before_{before},
        reader_{node, "lever", name_of(node), findings, lever_.settings},
        kind_{model::find_lever_kind(text_of(node, "kind"))} {
    lever_.spot = node.spot;
  }
  LeverReader(const LeverReader&) = delete;
  LeverReader& operator=(const LeverReader&) = delete;

  std::optional<ReadLever> read() {
    read_kind();
    model::LeverSpec& spec = lever_.spec;
    spec.reach = study_.vocabulary.reach(reader_);
    read_months();
    read_implementation();
    spec.phase_in_months = static_cast<int>(reader_.integer("phase_in_months", {0, 120}, 0));
    read_triggers(reader_, study_, spec);
    read_conditions(reader_, kind_, spec);
    read_replaces();
    if (kind_ != nullptr) read_strength();
    spec.title = reader_.text("title", most_title_characters, "");
    spec.why = reader_.text("why", most_note_characters, "");
    spec.source = reader_.text("source", most_note_characters, "");
    const std::string file = node_.spot.file == nullptr ? "" : node_.spot.file->shown;
    spec.as_written = node_.spot.where.line > 0 ? fmt::format("{}:{}", file, node_.spot.where.line) : file;
    if (kind_ == nullptr) return std::nullopt;
    reader_.finish();
    return std::move(lever_);
  }

 private:
  static std::string name_of(const Node& node) {
    const std::string kind = text_of(node, "kind");
    return kind.empty() ? "this lever" : kind;
  }

  void read_kind() {
    const Entry* entry = reader_.take("kind");
    if (entry == nullptr) {
      if (!is_rule_id(text_of(node_, "id")))  // else told with the id
        findings_.error(node_.spot, "missing-key", "kind is missing in this lever", "", all_kinds());
    } else if (entry->value.type != NodeType::text) {
      findings_.error(entry->value.spot, "wrong-type", fmt::format("kind = {}", entry->value.raw), "must be text",
                      all_kinds());
    } else if (kind_ == nullptr) {
      refuse_kind(*entry);
    }
    lever_.spec.kind = text_of(node_, "kind");
    reader_.record("kind", toml_text(lever_.spec.kind));
    lever_.spec.id = reader_.text("id", most_title_characters, lever_.spec.kind);
    const std::string& id = lever_.spec.id;
    const Entry* written = find(node_, "id");
    if (written == nullptr) return;
    if (is_rule_id(id)) return read_rule_id(written->value.spot);
    if (is_plain_name(id, "_-")) return;
    findings_.error(written->value.spot, "bad-name", fmt::format("id = \"{}\" cannot be a lever's name", id), "",
                    "use the letters a to z, digits, _ and -; names that begin with ref- are kept for rules in force");
  }

  /// A rule in force, perhaps changed: of the table, in this study, still of its kind.
  void read_rule_id(const Spot& spot) {
    const std::string& id = lever_.spec.id;
    const auto row = std::ranges::find(context_.rules_in_force, id, &RuleInForceRow::id);
    const std::string what = fmt::format("id = \"{}\"", id);
    lever_.spec.rule_in_force = true;
    if (row == context_.rules_in_force.end()) {
      std::vector<std::string> ids;
      for (const RuleInForceRow& rule : context_.rules_in_force) ids.push_back(rule.id);
      findings_.error(spot, "unknown-rule", what, "no rule in force has this id",
                      did_you_mean(nearest_of(id, ids), "sojourn levers --in-force lists them; other levers' names do not "
                                                        "begin with ref-"));
    } else if (find(node_, "kind") == nullptr) {
      findings_.error(spot, "rule-left-out", what, "this study leaves the rule out",
                      fmt::format("its grade is {}: see reference.grades; or no corridor of the tables is in its filters",
                                  grade_names[index(row->grade)]));
    } else if (kind_ != nullptr && lever_.spec.kind != row->kind) {
      findings_.error(spot, "rule-kind", what, fmt::format("this rule in force is a {}", row->kind),
                      "leave kind out; for another kind remove this one and add a lever of your own");
      kind_ = nullptr;  // its keys are those of neither
    }
  }

  void refuse_kind(const Entry& entry) {
    const std::string& kind = entry.value.text;
    const std::vector<std::string> names = kind_names();
    if (is_later_kind(kind)) {
      findings_.error(entry.value.spot, "not-in-this-version", fmt::format("kind = \"{}\"", kind),
                      "this lever does not exist in this version",
                      all_kinds());
      return;
    }
    const std::string near = nearest_of(kind, names);
    findings_.error(entry.value.spot, "unknown-lever-kind", fmt::format("kind = \"{}\"", kind), "no such lever",
                    fmt::format("{}sojourn levers lists all {}",
                                near.empty() ? "" : fmt::format("did you mean \"{}\"? ", near), names.size()));
  }

  static std::string all_kinds() { return fmt::format("sojourn levers lists all {}", model::lever_kinds().size()); }

  void read_months() {
    model::LeverSpec& spec = lever_.spec;
    const bool by_itself = find(node_, "start_when") != nullptr && find(node_, "start") == nullptr;
    if (by_itself) reader_.take("start");  // known, and not recorded beside start_when
    spec.start = by_itself ? study_.study.start : reader_.month("start", study_.study.start);
    spec.end = reader_.month_if_written("end");
    if (!spec.end || *spec.end >= spec.start) return;
    const Entry* start = find(node_, "start");
    const Node& end = find(node_, "end")->value;
    findings_.error(end.spot, "end-before-start",
                    fmt::format("end = \"{}\" is before start = \"{}\"{}", to_string(*spec.end), to_string(spec.start),
                                start == nullptr ? " (time.start)" : line_of(start->value.spot, end.spot)),
                    "never in force", "end is the last month in force; delete it for no end");
    spec.end.reset();
  }

  static std::string line_of(const Spot& spot, const Spot& seen_from) {
    if (spot.file == seen_from.file || spot.file == nullptr) return fmt::format(" (line {})", spot.where.line);
    return fmt::format(" ({}:{})", spot.file->shown, spot.where.line);
  }

  void read_implementation() {
    const Entry* entry = reader_.take("implementation");
    std::vector<model::ImplementationStep>& steps = lever_.spec.implementation;
    if (entry != nullptr) {
      steps = read_steps_of(*entry, lever_.spec.start, reader_);
    } else if (kind_ != nullptr) {
      if (kind_->rule_on_others) {
        findings_.error(node_.spot, "missing-key", fmt::format("implementation is missing in {}", kind_->name),
                        "a rule on others must say how far it is enforced",
                        enforcement_hint());
      }
      reader_.record("implementation", "1");
    }
    if (steps.empty()) steps = {{lever_.spec.start, 1.0}};
  }

  /// How well a rule of this kind is enforced there today, if one is in force.
  [[nodiscard]] std::string enforcement_hint() const {
    const auto is_there = [&](const ReadLever& rule) {
      return rule.spec.rule_in_force && rule.spec.kind == kind_->name && !rule.spec.end &&
             meets(rule.spec.reach, lever_.spec.reach);
    };
    const auto rule = std::ranges::find_if(before_, is_there);
    if (rule == before_.end()) return "write 0 to 1: at 0 the rule does not exist, 1 claims full enforcement";
    return fmt::format("the rule of today stands at {} ({}); 1 claims full enforcement",
                       number_text(rule->spec.implementation.back().level), rule->spec.id);
  }

  static bool meets(const model::Reach& a, const model::Reach& b) {
    if ((a.sectors & b.sectors) == 0 || (a.sexes & b.sexes) == 0 || (a.skills & b.skills) == 0) return false;
    for (std::size_t i = 0; i < a.corridors.size() && i < b.corridors.size(); ++i) {
      if (a.corridors[i] && b.corridors[i]) return true;
    }
    return false;
  }

  void read_replaces() {
    const Entry* entry = reader_.take("replaces");
    if (entry == nullptr) return;
    std::vector<const Node*> ids;
    if (entry->value.type == NodeType::array) {
      for (const Node& item : entry->value.items) ids.push_back(&item);
    } else {
      ids.push_back(&entry->value);
    }
    for (const Node* id : ids) {
      if (id->type != NodeType::text) {
        findings_.error(id->spot, "wrong-type", fmt::format("replaces = {}", id->raw), "must be the id of a lever",
                        "write it in quotation marks");
      } else {
        lever_.spec.replaces.push_back(id->text);
      }
    }
    reader_.record("replaces", toml_list(lever_.spec.replaces), entry->value.spot);
  }

  void read_strength() {
    bool currency_used = false;
    for (const model::KeySpec& key : kind_->keys) {
      if (key.type == model::KeyType::choice || key.type == model::KeyType::choices) {
        read_words(key);
      } else {
        currency_used = read_number(key) || currency_used;
      }
    }
    check_alternatives();
    const Entry* currency = reader_.take("currency");
    if (currency != nullptr && !currency_used) {
      findings_.error(currency->spot, "unused-key", fmt::format("currency = {}", currency->value.raw),
                      "nothing here is in local money", "keys in local money end in _local in place of _usd");
    }
  }

  void read_words(const model::KeySpec& key) {
    const std::string preset{key.preset_choice};
    std::vector<std::string>& words = lever_.spec.words[std::string{key.name}];
    if (key.type == model::KeyType::choice) {
      words = {reader_.choice(key.name, key.choices, preset, "value")};
    } else {
      words = reader_.choices(key.name, key.choices, {preset}, "item");
    }
  }

  /// True if the key is written in local money.
  bool read_number(const model::KeySpec& key) {
    std::map<std::string, double>& numbers = lever_.spec.numbers;
    const std::string name{key.name};
    const std::string twin = local_twin(name);
    const Entry* local = twin.empty() ? nullptr : reader_.take(twin);
    const Limits limits{key.lowest, key.highest};
    if (local != nullptr) {
      if (const Entry* both = reader_.take(name)) {
        findings_.error(both->spot, "two-ways", fmt::format("{} beside {}", name, twin),
                        "one amount in two kinds of money", "delete one of the two");
      }
      if (const auto usd = converted(*local, limits, name)) numbers[name] = *usd;
      return true;
    }
    if (key.type == model::KeyType::boolean) {
      numbers[name] = reader_.boolean(name, key.preset.value_or(0) != 0) ? 1 : 0;
    } else if (key.type == model::KeyType::integer && key.preset) {
      numbers[name] = static_cast<double>(reader_.integer(name, limits, std::llround(*key.preset)));
    } else if (key.preset) {
      numbers[name] = reader_.number(name, limits, *key.preset);
    } else if (const auto value = reader_.number_if_written(name, limits)) {
      numbers[name] = *value;
    } else if (key.one_of == 0 && find(node_, name) == nullptr && !written_without_unit(name)) {
      findings_.error(node_.spot, "missing-key", fmt::format("{} is missing in {}", name, kind_->name),
                      std::string{key.meaning},
                      fmt::format("{} is {} to {}", name, grouped(key.lowest), grouped(key.highest)));
    }
    return false;
  }

  /// True if a key is there that the message on units will tell about.
  [[nodiscard]] bool written_without_unit(const std::string& name) const {
    return std::ranges::any_of(node_.entries, [&](const Entry& entry) { return name.starts_with(entry.key + "_"); });
  }

  std::optional<double> converted(const Entry& local, const Limits& limits, const std::string& name) {
    const std::optional<double> amount = number_of(local.key, local.value, findings_);
    const Entry* currency = reader_.take("currency");
    if (currency == nullptr || currency->value.type != NodeType::text) {
      findings_.error(currency == nullptr ? local.spot : currency->value.spot, "missing-currency",
                      fmt::format("{} = {}", local.key, local.value.raw), "its currency is missing",
                      "add for instance currency = \"SAR\"");
      return std::nullopt;
    }
    const auto rate = context_.rates.find(currency->value.text);
    if (rate == context_.rates.end()) {
      report_no_rate(*currency, name);
      return std::nullopt;
    }
    if (!amount) return std::nullopt;
    const std::string& code = rate->first;
    const double per_usd = rate->second.local_per_usd;
    const double usd = *amount / per_usd;
    const std::string range = fmt::format("{} is {} to {}; this is {:.2f} USD, at {:.5g} {} a dollar", name,
                                          grouped(limits.lowest), grouped(limits.highest), usd, per_usd, code);
    if (!check_limits(local.key, local.value, usd, {limits.lowest, limits.highest, range}, findings_))
      return std::nullopt;
    reader_.record(name, number_text(usd), local.value.spot);
    const std::string basis = rate->second.basis.empty() ? "" : fmt::format(" ({})", rate->second.basis);
    findings_.remark(
        Severity::note, local.value.spot, "converted", fmt::format("{} = {} {}", local.key, local.value.raw, code),
        fmt::format("{:.2f} USD of {}, at {:.5g} {} a dollar{}", usd, study_.study.price_year, per_usd, code, basis),
        "");
    return usd;
  }

  void report_no_rate(const Entry& currency, const std::string& name) {
    std::vector<std::string> known;
    std::string near;
    for (const auto& [code, rate] : context_.rates) {
      known.push_back(code);
      if (same_letters(code, currency.value.text)) near = code;
    }
    const std::string instead = fmt::format("write {} with the amount in dollars", name);
    findings_.error(currency.value.spot, "unknown-currency", fmt::format("currency = {}", currency.value.raw),
                    "no row of the reference tables states an amount in it beside dollars",
                    near.empty() ? fmt::format("{}; rates are known for {}", instead, listed(known))
                                 : fmt::format("did you mean \"{}\"? else {}", near, instead));
  }

  [[nodiscard]] const Entry* written(std::string_view name) const {
    const Entry* entry = find(node_, name);
    const std::string twin = local_twin(name);
    return entry == nullptr && !twin.empty() ? find(node_, twin) : entry;
  }

  void check_alternatives() {
    int highest = 0;
    for (const model::KeySpec& key : kind_->keys) highest = std::max(highest, key.one_of);
    for (int group = 1; group <= highest; ++group) check_alternative(group);
  }

  void check_alternative(int group) {
    std::vector<std::string> names;
    std::vector<const Entry*> found;
    for (const model::KeySpec& key : kind_->keys) {
      if (key.one_of != group) continue;
      names.emplace_back(key.name);
      if (const Entry* entry = written(key.name)) found.push_back(entry);
    }
    if (found.empty() &&
        std::ranges::any_of(names, [&](const std::string& name) { return written_without_unit(name); }))
      return;
    if (found.empty()) {
      findings_.error(node_.spot, "missing-key", fmt::format("{} needs one of {}", kind_->name, listed(names)), "",
                      fmt::format("write for instance {} = 0", names.front()));
    } else if (found.size() > 1) {
      findings_.error(found.back()->spot, "two-ways",
                      fmt::format("{} beside {}", found.back()->key, found.front()->key), "the same said in two ways",
                      "delete one of the two");
    }
  }
};

}  // namespace

std::vector<ReadLever> read_levers(const Resolved& scenario, const StudyPart& study, const ReaderContext& context,
                                   Findings& findings) {
  std::vector<ReadLever> levers;
  const Entry* list = find(scenario.tree, "lever");
  if (list == nullptr) return levers;
  for (const Node& node : list->value.items) {
    if (std::optional<ReadLever> lever = LeverReader{node, study, context, findings, levers}.read())
      levers.push_back(std::move(*lever));
  }
  return levers;
}

}  // namespace sojourn::io::scenario
