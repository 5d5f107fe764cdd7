#pragma once
// Rules in force as `sojourn levers --in-force` shows them.
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "inputs.hpp"

namespace sojourn::cli {

/// Rows of the table whose rule reaches a corridor from `origin` to `destination`; empty: any.
/// \throws InputError if the tables have no such country
[[nodiscard]] std::vector<io::RuleInForceRow> rules_reaching(const World& world, const std::string& origin,
                                                             const std::string& destination);
/// Two lines a rule: what, where, since when, how well enforced, grade; strength, source and note.
[[nodiscard]] std::string rules_page(const std::vector<io::RuleInForceRow>& rules);
[[nodiscard]] nlohmann::ordered_json rules_json(const std::vector<io::RuleInForceRow>& rules);

}  // namespace sojourn::cli
