#pragma once
// How a file changes what it inherits, and a variant its file: tables key by key, levers and shocks by id.
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "io/scenario_node.hpp"

namespace sojourn::io::scenario {

/// A scenario's values with everything inherited.
struct Resolved {
  Node tree;
  std::set<std::string>
      removed;  ///< ids taken out by `remove = true`: another lever may still say that it replaces them
};

/// True for keys that a file does not hand down: title, question, author, contact, format, extends, include,
/// compare_with, variant.
[[nodiscard]] bool is_of_the_file_alone(std::string_view key);

/// Puts `file`'s own values over `base`.
void merge_file(Resolved& base, const Node& file, Findings& findings);

/// Puts dotted keys (`lever.fee_cap.origins`, `shock.war.end`, `environment...`, `parameters...`) over `base`.
/// With `unknown_ids_are_errors` false, levers and shocks that `base` does not have are passed over.
void merge_set(Resolved& base, const Node& set, Findings& findings, bool unknown_ids_are_errors = true);

inline constexpr std::string_view lever_table = "lever", shock_table = "shock";
/// True for the lists whose tables merge by id.
[[nodiscard]] bool is_list_by_id(std::string_view key);
/// Ids of the levers or shocks (`what`) of a tree, in order.
[[nodiscard]] std::vector<std::string> ids_in(const Node& tree, std::string_view what);

inline constexpr std::string_view rule_prefix = "ref-";
/// True for names kept for rules in force.
[[nodiscard]] inline bool is_rule_id(std::string_view id) { return id.starts_with(rule_prefix); }
/// `ids` without those of rules in force: what a message lists.
[[nodiscard]] std::vector<std::string> without_rules(const std::vector<std::string>& ids);

}  // namespace sojourn::io::scenario
