#include "io/scenario_merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

#include "model/levers/lever.hpp"

namespace sojourn::io::scenario {
namespace {

std::string id_of(const Node& lever) {
  const std::string id = text_of(lever, "id");
  return id.empty() ? text_of(lever, "kind") : id;
}

bool removes(const Node& lever) {
  const Entry* entry = find(lever, "remove");
  return entry != nullptr && entry->value.type == NodeType::boolean && entry->value.boolean;
}

Node* item_of(Node& list, const std::string& id) {
  const auto found = std::ranges::find(list.items, id, id_of);
  return found == list.items.end() ? nullptr : &*found;
}

/// The list of `lever` or `shock` tables.
Node& list_of(Node& tree, const std::string& what) {
  if (Entry* entry = find(tree, what)) return entry->value;
  Entry entry{.key = what, .spot = {}, .value = {}};
  entry.value.type = NodeType::array;
  tree.entries.push_back(std::move(entry));
  return tree.entries.back().value;
}

void merge_table(Node& base, const Node& over);

void merge_entry(Node& base, const Entry& over) {
  Entry* known = find(base, over.key);
  if (known == nullptr) {
    base.entries.push_back(over);
  } else if (known->value.type == NodeType::table && over.value.type == NodeType::table) {
    merge_table(known->value, over.value);
  } else {
    known->spot = over.spot;
    known->value = over.value;
  }
}

void merge_table(Node& base, const Node& over) {
  for (const Entry& entry : over.entries) merge_entry(base, entry);
}

std::string local_twin(std::string_view key) {
  std::string twin{key};
  if (const std::size_t at = twin.find("_usd"); at != std::string::npos) twin.replace(at, 4, "_local");
  return twin;
}

bool writes(const Node& lever, std::string_view key) {
  return find(lever, key) != nullptr || find(lever, local_twin(key)) != nullptr;
}

/// What is written anew takes the place of the other ways to say the same.
void drop_alternatives(Node& lever, const Node& over) {
  if (find(over, "corridors") != nullptr) {
    erase(lever, "origins");
    erase(lever, "destinations");
  }
  if (find(over, "origins") != nullptr || find(over, "destinations") != nullptr) erase(lever, "corridors");
  for (const auto& [date, trigger] : {std::pair{"start", "start_when"}, std::pair{"end", "end_when"}}) {
    if (find(over, date) == nullptr && find(over, trigger) == nullptr) continue;
    erase(lever, date);
    erase(lever, trigger);
  }
  const model::LeverKind* kind = model::find_lever_kind(text_of(lever, "kind"));
  if (kind == nullptr) return;
  for (const model::KeySpec& written : kind->keys) {
    if (!writes(over, written.name)) continue;
    for (const model::KeySpec& other : kind->keys) {
      const bool alternative = written.one_of > 0 && other.one_of == written.one_of;
      if (!alternative && other.name != written.name) continue;
      erase(lever, other.name);
      erase(lever, local_twin(other.name));
    }
  }
}

std::string what_is_there(const std::string& what, const std::string& id, const Node& tree, const std::string& before,
                          const std::string& after) {
  const std::vector<std::string> ids = ids_in(tree, what);
  const std::vector<std::string> own = without_rules(ids);
  std::string rest = own.empty() ? fmt::format("the scenario has no {} of its own", what)
                                 : fmt::format("its {}s: {}", what, listed(own));
  if (ids.empty()) rest = fmt::format("the scenario has no {}", what);
  if (is_rule_id(id)) rest = "sojourn levers --in-force lists the rules in force";
  return did_you_mean(nearest_of(id, ids), std::move(rest), before, after);
}

void merge_item(Resolved& base, const std::string& what, const Node& over, Findings& findings) {
  Node& list = list_of(base.tree, what);
  const std::string id = id_of(over);
  Node* known = id.empty() ? nullptr : item_of(list, id);
  if (removes(over)) {
    if (known == nullptr && is_rule_id(id) && base.removed.contains(id)) return;  // left out already
    if (known == nullptr) {
      findings.error(over.spot, "nothing-to-remove", fmt::format("{} \"{}\" cannot be removed", what, id),
                     "nothing of this id is inherited", what_is_there(what, id, base.tree, "\"", "\""));
      return;
    }
    if (what == lever_table) base.removed.insert(id);
    std::erase_if(list.items, [&](const Node& item) { return id_of(item) == id; });
    return;
  }
  if (known == nullptr) {
    list.items.push_back(over);
    erase(list.items.back(), "remove");
    return;
  }
  drop_alternatives(*known, over);
  merge_table(*known, over);
  erase(*known, "remove");
}

void merge_items(Resolved& base, const Entry& entry, Findings& findings) {
  const std::string& what = entry.key;
  const bool is_list =
      entry.value.type == NodeType::array &&
      std::ranges::all_of(entry.value.items, [](const Node& item) { return item.type == NodeType::table; });
  if (!is_list) {
    findings.error(entry.spot, "wrong-type", fmt::format("{} is not a list of tables", what), "",
                   fmt::format("a {} begins with a line [[{}]]", what, what));
    return;
  }
  std::map<std::string, std::uint32_t> seen;
  for (const Node& item : entry.value.items) {
    const std::string id = id_of(item);
    const auto [first, is_new] = seen.try_emplace(id, item.spot.where.line);
    if (!id.empty() && !is_new) {
      findings.error(item.spot, "duplicate-id",
                     fmt::format("two {}s with the id \"{}\" (first at line {})", what, id, first->second), "",
                     fmt::format("give this one a name of its own: id = \"second-{}\"", id));
      continue;
    }
    merge_item(base, what, item, findings);
  }
}

/// `lever.ID.KEY = ...` and `shock.ID.KEY = ...`
void set_items(Resolved& base, const Entry& entry, Findings& findings, bool unknown_ids_are_errors) {
  const std::string& what = entry.key;
  const std::string_view example =
      what == shock_table ? "border_closure.end = \"2027-08\"" : "fee_cap.implementation = 0.5";
  if (entry.value.type != NodeType::table) {
    findings.error(entry.spot, "wrong-type", fmt::format("{} must be followed by an id and a key", what), "",
                   fmt::format("write for instance {}.{}", what, example));
    return;
  }
  for (const Entry& item : entry.value.entries) {
    const std::vector<std::string> ids = ids_in(base.tree, what);
    if (item.value.type != NodeType::table) {
      const std::string_view key = what == shock_table ? "end = \"2027-08\"" : "implementation = 0.5";
      findings.error(item.spot, "wrong-type", fmt::format("{}.{} must be followed by a key", what, item.key), "",
                     fmt::format("write for instance {}.{}.{}", what, item.key, key));
      continue;
    }
    const bool known = std::ranges::find(ids, item.key) != ids.end();
    if (!known && find(item.value, "kind") == nullptr) {
      if (!unknown_ids_are_errors) continue;
      findings.error(item.spot, fmt::format("unknown-{}", what),
                     fmt::format("{}.{}: no {} of this scenario has this id", what, item.key, what), "",
                     what_is_there(what, item.key, base.tree, what + ".", ""));
      continue;
    }
    Node patch = item.value;
    patch.spot = item.spot;
    Entry id{.key = "id", .spot = item.spot, .value = {}};
    id.value.type = NodeType::text;
    id.value.text = item.key;
    id.value.raw = '"' + item.key + '"';
    id.value.spot = item.spot;
    erase(patch, "id");
    patch.entries.push_back(std::move(id));
    merge_item(base, what, patch, findings);
  }
}

}  // namespace

bool is_of_the_file_alone(std::string_view key) {
  constexpr std::array<std::string_view, 9> own{"title",   "question", "author",       "contact", "format",
                                                "extends", "include",  "compare_with", "variant"};
  return std::ranges::find(own, key) != own.end();
}

void merge_file(Resolved& base, const Node& file, Findings& findings) {
  for (const Entry& entry : file.entries) {
    if (is_of_the_file_alone(entry.key)) continue;
    if (is_list_by_id(entry.key)) {
      merge_items(base, entry, findings);
    } else {
      merge_entry(base.tree, entry);
    }
  }
}

void merge_set(Resolved& base, const Node& set, Findings& findings, bool unknown_ids_are_errors) {
  for (const Entry& entry : set.entries) {
    if (is_list_by_id(entry.key)) {
      set_items(base, entry, findings, unknown_ids_are_errors);
    } else {
      merge_entry(base.tree, entry);
    }
  }
}

bool is_list_by_id(std::string_view key) { return key == lever_table || key == shock_table; }

std::vector<std::string> without_rules(const std::vector<std::string>& ids) {
  std::vector<std::string> own;
  std::ranges::copy_if(ids, std::back_inserter(own), [](const std::string& id) { return !is_rule_id(id); });
  return own;
}

std::vector<std::string> ids_in(const Node& tree, std::string_view what) {
  std::vector<std::string> ids;
  const Entry* list = find(tree, what);
  if (list == nullptr) return ids;
  for (const Node& item : list->value.items) ids.push_back(id_of(item));
  return ids;
}

}  // namespace sojourn::io::scenario
