#include "io/scenario_merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
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

Node* lever_of(Node& levers, const std::string& id) {
  const auto found = std::ranges::find(levers.items, id, id_of);
  return found == levers.items.end() ? nullptr : &*found;
}

Node& levers_of(Node& tree) {
  if (Entry* entry = find(tree, "lever")) return entry->value;
  Entry entry{.key = "lever", .spot = {}, .value = {}};
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

std::string what_is_there(const std::string& id, const Node& tree) {
  const std::vector<std::string> ids = lever_ids(tree);
  return did_you_mean(nearest_of(id, ids), ids.empty() ? "the scenario has no lever" : "its levers: " + listed(ids));
}

void merge_lever(Resolved& base, const Node& over, Findings& findings) {
  Node& levers = levers_of(base.tree);
  const std::string id = id_of(over);
  Node* known = id.empty() ? nullptr : lever_of(levers, id);
  if (removes(over)) {
    if (known == nullptr) {
      findings.error(over.spot, "nothing-to-remove", fmt::format("lever \"{}\" cannot be removed", id),
                     "nothing of this id is inherited", what_is_there(id, base.tree));
      return;
    }
    base.removed.insert(id);
    std::erase_if(levers.items, [&](const Node& lever) { return id_of(lever) == id; });
    return;
  }
  if (known == nullptr) {
    levers.items.push_back(over);
    erase(levers.items.back(), "remove");
    return;
  }
  drop_alternatives(*known, over);
  merge_table(*known, over);
  erase(*known, "remove");
}

void merge_levers(Resolved& base, const Entry& entry, Findings& findings) {
  const bool is_list =
      entry.value.type == NodeType::array &&
      std::ranges::all_of(entry.value.items, [](const Node& item) { return item.type == NodeType::table; });
  if (!is_list) {
    findings.error(entry.spot, "wrong-type", "lever is not a list of tables", "",
                   "a lever begins with a line [[lever]]");
    return;
  }
  std::map<std::string, std::uint32_t> seen;
  for (const Node& lever : entry.value.items) {
    const std::string id = id_of(lever);
    const auto [first, is_new] = seen.try_emplace(id, lever.spot.where.line);
    if (!id.empty() && !is_new) {
      findings.error(lever.spot, "duplicate-id",
                     fmt::format("two levers with the id \"{}\" (first at line {})", id, first->second), "",
                     fmt::format("give this one a name of its own: id = \"second-{}\"", id));
      continue;
    }
    merge_lever(base, lever, findings);
  }
}

/// `lever.ID.KEY = ...`
void set_levers(Resolved& base, const Entry& entry, Findings& findings, bool unknown_levers_are_errors) {
  if (entry.value.type != NodeType::table) {
    findings.error(entry.spot, "wrong-type", "lever must be followed by an id and a key", "",
                   "write for instance lever.fee_cap.implementation = 0.5");
    return;
  }
  for (const Entry& lever : entry.value.entries) {
    const std::vector<std::string> ids = lever_ids(base.tree);
    if (lever.value.type != NodeType::table) {
      findings.error(lever.spot, "wrong-type", fmt::format("lever.{} must be followed by a key", lever.key), "",
                     fmt::format("write for instance lever.{}.implementation = 0.5", lever.key));
      continue;
    }
    const bool known = std::ranges::find(ids, lever.key) != ids.end();
    if (!known && find(lever.value, "kind") == nullptr) {
      if (!unknown_levers_are_errors) continue;
      findings.error(
          lever.spot, "unknown-lever", fmt::format("lever.{}: no lever of this scenario has this id", lever.key), "",
          did_you_mean(nearest_of(lever.key, ids),
                       ids.empty() ? "the scenario has no lever" : "its levers: " + listed(ids), "lever.", ""));
      continue;
    }
    Node patch = lever.value;
    patch.spot = lever.spot;
    Entry id{.key = "id", .spot = lever.spot, .value = {}};
    id.value.type = NodeType::text;
    id.value.text = lever.key;
    id.value.raw = '"' + lever.key + '"';
    id.value.spot = lever.spot;
    erase(patch, "id");
    patch.entries.push_back(std::move(id));
    merge_lever(base, patch, findings);
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
    if (entry.key == "lever") {
      merge_levers(base, entry, findings);
    } else {
      merge_entry(base.tree, entry);
    }
  }
}

void merge_set(Resolved& base, const Node& set, Findings& findings, bool unknown_levers_are_errors) {
  for (const Entry& entry : set.entries) {
    if (entry.key == "lever") {
      set_levers(base, entry, findings, unknown_levers_are_errors);
    } else {
      merge_entry(base.tree, entry);
    }
  }
}

std::vector<std::string> lever_ids(const Node& tree) {
  std::vector<std::string> ids;
  const Entry* levers = find(tree, "lever");
  if (levers == nullptr) return ids;
  for (const Node& lever : levers->value.items) ids.push_back(id_of(lever));
  return ids;
}

}  // namespace sojourn::io::scenario
