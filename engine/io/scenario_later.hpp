#pragma once
// Words of the language that this version knows and does not have yet: refused by name, never read as a mistake.
#include <optional>
#include <string>
#include <string_view>

namespace sojourn::io::scenario {

/// What to write in place of a key that does not exist in this version; nothing if the key is not one of those.
[[nodiscard]] std::optional<std::string_view> advice_on_later_key(std::string_view table, std::string_view key);
/// True for output tables that this version lacks.
[[nodiscard]] bool is_later_table(std::string_view table);

}  // namespace sojourn::io::scenario
