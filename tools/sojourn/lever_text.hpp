#pragma once
// Levers and parameters as `sojourn levers` shows them.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "model/levers/lever.hpp"
#include "model/shocks.hpp"

namespace sojourn::cli {

/// Themes in the order of the design, those of the lever table; a kind of another theme is listed after them.
inline constexpr std::array<std::string_view, 9> theme_order{"fair recruitment", "agreements", "gender", "skills",
                                                             "protection", "pathways", "return", "money", "crisis"};
/// Theme by theme, each in one piece, in `theme_order`; within a theme as they come.
[[nodiscard]] std::vector<const model::LeverKind*> by_theme(std::vector<const model::LeverKind*> kinds);

/// `USD`, `% a year`, `places per year`: what a number of this key counts, read from its name; empty for words, switches
/// and plain counts.
[[nodiscard]] std::string key_unit(const model::KeySpec& key);
/// `cap_local` for `cap_usd`: the key's name for an amount in another currency; empty if it is no amount.
[[nodiscard]] std::string key_local_name(const model::KeySpec& key);
/// `0 to 50,000`, `2000`, `"all_costs" or "service_fee"`: what a key takes.
[[nodiscard]] std::string key_values(const model::KeySpec& key);
/// `2000`, `"all_costs"`; empty if the key must be written.
[[nodiscard]] std::string key_default(const model::KeySpec& key);
/// `cap_usd 0 to 50,000 or cap_months_of_wage 0 to 36; counts "all_costs"; fine_usd 2000`
[[nodiscard]] std::string keys_line(const model::LeverKind& kind);
/// The kind's own page, then the pages of the mechanisms that it acts through, as files of the source tree.
[[nodiscard]] std::vector<std::string> pages_of(const model::LeverKind& kind);
[[nodiscard]] std::vector<std::string> pages_of(const model::ShockKind& kind);
/// Everything on one kind.
[[nodiscard]] std::string lever_page(const model::LeverKind& kind);
/// Everything on one kind of shock.
[[nodiscard]] std::string shock_page(const model::ShockKind& kind);
/// True if any text on the kind holds `word`, whatever its case.
[[nodiscard]] bool mentions(const model::LeverKind& kind, std::string_view word);
[[nodiscard]] bool mentions(const model::ShockKind& kind, std::string_view word);

}  // namespace sojourn::cli
