#include "io/scenario_agreements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "io/scenario_table.hpp"
#include "model/levers/lever.hpp"

namespace sojourn::io::scenario {
namespace {

constexpr std::string_view agreement_kind = "blma", clause_theme = "agreements", no_bundle = "none";
constexpr std::string_view bundle_file = "library:blma-gender-responsive";  // of the one bundle that has a name
/// What clauses take over from their agreement.
constexpr std::array<std::string_view, 17> shared_keys{
    "origins",  "destinations",   "corridors",       "sectors",       "sexes", "skills", "start", "end",   "start_when",
    "end_when", "implementation", "phase_in_months", "pilot_percent", "only",  "title",  "why",   "source"};

bool is_clause(const model::LeverKind& kind) { return kind.theme == clause_theme && kind.name != agreement_kind; }

std::vector<std::string> clause_names() {
  std::vector<std::string> names;
  for (const model::LeverKind* kind : model::lever_kinds()) {
    if (is_clause(*kind)) names.emplace_back(kind->name);
  }
  return names;
}

bool is_agreement(const Node& lever) { return text_of(lever, "kind") == agreement_kind; }

Entry text_entry(std::string_view key, std::string text, const Spot& spot) {
  Entry entry{.key = std::string{key}, .spot = spot, .value = {}};
  entry.value.type = NodeType::text;
  entry.value.raw = toml_text(text);
  entry.value.text = std::move(text);
  entry.value.spot = spot;
  return entry;
}

/// Reads one agreement.
class AgreementReader {
  const Node& node_;
  const ScenarioFile& from_;
  FileSet& files_;
  Findings& findings_;
  std::vector<Setting> unused_;
  TableReader reader_;
  std::string id_ = std::string{agreement_kind};
  const Node* clauses_ = nullptr;
  const Node* bundle_ = nullptr;  ///< the clauses of the library's file
  Spot bundle_spot_;

 public:
  AgreementReader(const Node& node, const ScenarioFile& from, FileSet& files, Findings& findings)
      : node_{node},
        from_{from},
        files_{files},
        findings_{findings},
        reader_{node, "lever", std::string{agreement_kind}, findings, unused_} {}
  AgreementReader(const AgreementReader&) = delete;
  AgreementReader& operator=(const AgreementReader&) = delete;

  /// The levers that it stands for; the library's file is added to `bundles` if it needs one.
  std::vector<Node> read(std::vector<const ScenarioFile*>& bundles) {
    reader_.take("kind");
    read_id();
    for (const std::string_view key : shared_keys) reader_.take(key);
    read_bundle(bundles);
    read_clauses();
    refuse_replaces();
    reader_.finish();
    require_implementation();
    if (bundle_ == nullptr && find(node_, "clauses") == nullptr && find(node_, "bundle") == nullptr) {
      findings_.error(node_.spot, "missing-key", "this agreement has no clause", "it would change nothing",
                      "write bundle = \"gender_responsive\", or clauses below a line [lever.clauses]");
    }
    check_names();
    std::vector<Node> levers;
    for (const std::string& name : clause_names()) {
      if (std::optional<Node> clause = clause_of(name)) levers.push_back(std::move(*clause));
    }
    return levers;
  }

 private:
  void read_id() {
    const std::string written = text_of(node_, "id");
    const Entry* entry = reader_.take("id");
    if (entry == nullptr) return;
    if (is_plain_name(written, "_-") && !written.starts_with("ref-")) {
      id_ = written;
      return;
    }
    findings_.error(entry->value.spot, "bad-name", fmt::format("id = {} cannot be a lever's name", entry->value.raw),
                    "",
                    "use the letters a to z, digits, _ and -; names that begin with ref- are kept for rules in force");
  }

  void read_bundle(std::vector<const ScenarioFile*>& bundles) {
    const auto key = std::ranges::find(model::find_lever_kind(agreement_kind)->keys, std::string_view{"bundle"},
                                       &model::KeySpec::name);
    const std::string name = reader_.choice("bundle", key->choices, key->preset_choice, "bundle");
    if (name == no_bundle) return;
    bundle_spot_ = find(node_, "bundle")->value.spot;
    const ScenarioFile* file = files_.open_from(from_, std::string{bundle_file}, bundle_spot_, "bundle", Role::part);
    if (file == nullptr || !file->tree) return;
    const Entry* levers = find(*file->tree, lever_table);
    const auto agreement = levers == nullptr ? std::vector<Node>::const_iterator{}
                                             : std::ranges::find_if(levers->value.items, is_agreement);
    const Entry* clauses =
        levers == nullptr || agreement == levers->value.items.end() ? nullptr : find(*agreement, "clauses");
    if (clauses == nullptr || clauses->value.type != NodeType::table) {
      findings_.error(bundle_spot_, "no-bundle",
                      fmt::format("bundle = \"{}\": {} holds no agreement with clauses", name, bundle_file), "",
                      "its file in the library was changed: put the shipped one back");
      return;
    }
    bundle_ = &clauses->value;
    bundles.push_back(file);
  }

  void read_clauses() {
    const Entry* entry = reader_.take("clauses");
    if (entry == nullptr) return;
    if (entry->value.type == NodeType::table) {
      clauses_ = &entry->value;
    } else {
      findings_.error(entry->value.spot, "wrong-type", fmt::format("clauses = {}", entry->value.raw), "must be a table",
                      "write [lever.clauses], and clauses below");
    }
  }

  void refuse_replaces() {
    const Entry* entry = reader_.take("replaces");
    if (entry == nullptr) return;
    findings_.error(entry->spot, "not-for-this-lever", fmt::format("replaces in {}", agreement_kind),
                    "a clause takes the place of a lever of its kind, an agreement of none",
                    "write it in the clause: wage_floor = { replaces = \"...\" }");
  }

  void require_implementation() {
    if (find(node_, "implementation") != nullptr) return;
    findings_.error(node_.spot, "missing-key", fmt::format("implementation is missing in {}", agreement_kind),
                    "a rule on others must say how far it is enforced",
                    "write 0 to 1: at 0 the rule does not exist, 1 claims full enforcement");
  }

  /// Reports clauses that do not exist, and values that cannot be.
  void check_names() {
    const Node* const tables[]{bundle_, clauses_};
    for (const Node* table : tables) {
      if (table == nullptr) continue;
      for (const Entry& entry : table->entries) check(entry);
    }
  }

  void check(const Entry& entry) {
    const model::LeverKind* kind = model::find_lever_kind(entry.key);
    if (kind != nullptr && is_clause(*kind)) {
      const NodeType type = entry.value.type;
      if (type == NodeType::boolean || type == NodeType::table) return;
      findings_.error(entry.value.spot, "wrong-type", fmt::format("{} = {}", entry.key, entry.value.raw),
                      "a clause is true, false or a table of its keys",
                      fmt::format("sojourn levers {} lists its keys", entry.key));
    } else if (kind != nullptr) {
      findings_.error(entry.spot, "no-clause", fmt::format("{} is no clause of an agreement", entry.key), "",
                      "write it as a lever of its own, below a line [[lever]]");
    } else {
      findings_.error(
          entry.spot, "unknown-clause", fmt::format("unknown clause {}", entry.key), "",
          did_you_mean(nearest_of(entry.key, clause_names()), "known here: " + listed(clause_names()), "", ""));
    }
  }

  /// The lever of one clause, or nothing if the agreement does not have it.
  std::optional<Node> clause_of(const std::string& name) {
    const Entry* own = clauses_ == nullptr ? nullptr : find(*clauses_, name);
    const Entry* bundled = bundle_ == nullptr ? nullptr : find(*bundle_, name);
    const auto is_off = [](const Entry* entry) {
      return entry->value.type == NodeType::boolean && !entry->value.boolean;
    };
    if ((own == nullptr && bundled == nullptr) || is_off(own != nullptr ? own : bundled)) return std::nullopt;
    Node clause;
    clause.spot = own != nullptr ? own->spot : bundle_spot_;
    clause.entries.push_back(text_entry("kind", name, clause.spot));
    clause.entries.push_back(text_entry("id", id_ + "." + name, clause.spot));
    for (const std::string_view key : shared_keys) {
      if (const Entry* shared = find(node_, key)) clause.entries.push_back(*shared);
    }
    for (const Entry* said : {bundled, own}) {
      if (said != nullptr && said->value.type == NodeType::table) merge_lever(clause, without_name(said->value));
    }
    if (find(clause, "implementation") == nullptr) {  // told of the agreement, and not once more of every clause
      Entry full{.key = "implementation", .spot = node_.spot, .value = {}};
      full.value.type = NodeType::integer;
      full.value.integer = 1;
      full.value.raw = "1";
      full.value.spot = node_.spot;
      clause.entries.push_back(std::move(full));
    }
    return clause;
  }

  /// A clause is called by its agreement and its kind: it cannot say otherwise.
  Node without_name(const Node& said) {
    Node table = said;
    for (const std::string_view key : {"kind", "id"}) {
      const Entry* entry = find(table, key);
      if (entry == nullptr) continue;
      findings_.error(entry->spot, "unknown-key", fmt::format("{} in a clause", key),
                      "a clause is called by its agreement and its kind", "delete it");
      erase(table, key);
    }
    return table;
  }
};

}  // namespace

bool is_clause_id(std::string_view id, std::string_view kind) {
  const std::size_t dot = id.find('.');
  const model::LeverKind* clause = model::find_lever_kind(kind);
  return dot != std::string_view::npos && clause != nullptr && is_clause(*clause) && id.substr(dot + 1) == kind &&
         is_plain_name(id.substr(0, dot), "_-");
}

Expanded expand_agreements(const Resolved& scenario, const ScenarioFile& from, FileSet& files, Findings& findings) {
  Expanded expanded{scenario, {}};
  Entry* list = find(expanded.scenario.tree, lever_table);
  if (list == nullptr || std::ranges::none_of(list->value.items, is_agreement)) return expanded;
  std::vector<Node> levers;
  for (const Node& lever : list->value.items) {
    if (!is_agreement(lever)) {
      levers.push_back(lever);
      continue;
    }
    for (Node& clause : AgreementReader{lever, from, files, findings}.read(expanded.bundles)) {
      const std::string id = text_of(clause, "id");
      const auto named_so = [&](const Node& other) { return text_of(other, "id") == id; };
      const auto other = std::ranges::find_if(list->value.items, named_so);
      if (other == list->value.items.end()) {
        levers.push_back(std::move(clause));
      } else {
        findings.error(other->spot, "duplicate-id", fmt::format("two levers with the id \"{}\"", id),
                       "a clause of an agreement is called so", "give this one another name");
      }
    }
  }
  list->value.items = std::move(levers);
  return expanded;
}

}  // namespace sojourn::io::scenario
