#pragma once
// How a file changes what it inherits, and a variant its file: tables key by key, levers by id.
#include <set>
#include <string>
#include <string_view>

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

/// Puts dotted keys (`lever.fee_cap.origins`, `environment...`, `parameters...`) over `base`. `whose` names the setter
/// in messages. With `unknown_levers_are_errors` false, levers that `base` does not have are passed over.
void merge_set(Resolved& base, const Node& set, Findings& findings, bool unknown_levers_are_errors = true);

/// Ids of the levers of a tree, in order.
[[nodiscard]] std::vector<std::string> lever_ids(const Node& tree);

}  // namespace sojourn::io::scenario
