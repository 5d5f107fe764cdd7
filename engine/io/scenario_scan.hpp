#pragma once
// What must be known about a file before a TOML parser may see it, and what a parser does not tell well.
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "io/scenario_node.hpp"

namespace sojourn::io::scenario {

/// A key that was written twice in one table; bytes `begin` to `end` of the text are its second line.
struct DuplicateKey {
  std::string key;
  Position where;
  std::uint32_t first_line = 0;
  std::size_t begin = 0, end = 0;
  bool can_be_blanked = false;  ///< a line of its own, not a part of an inline table
};

/// A table header that was written twice.
struct DuplicateTable {
  std::string name;
  Position where;
  std::uint32_t first_line = 0;
};

/// What a first pass over the keys and brackets finds. Right for all text up to its first mistake in TOML.
struct Scan {
  std::vector<DuplicateKey> duplicate_keys;
  std::vector<DuplicateTable> duplicate_tables;
  std::size_t levels = 0;            ///< deepest nesting of tables and arrays
  std::optional<Position> too_deep;  ///< where `most_levels` is first exceeded
};

inline constexpr std::size_t most_levels = 16;

/// Linear in the text, without recursion: hostile nesting cannot overflow a stack.
[[nodiscard]] Scan scan_toml(const std::string& text);

}  // namespace sojourn::io::scenario
