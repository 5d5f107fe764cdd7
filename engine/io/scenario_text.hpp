#pragma once
// A file's bytes: size, encoding, lines.
#include "io/scenario_node.hpp"
#include "io/scenario_reader.hpp"

namespace sojourn::io::scenario {

inline constexpr std::size_t most_bytes = most_scenario_bytes;

/// Fills text and lines of `file` from its path; false (and reported) if that is missing, too large or not UTF-8.
[[nodiscard]] bool read_text(SourceFile& file, Findings& findings);
/// The same with `bytes` in place of what the path holds.
[[nodiscard]] bool take_text(SourceFile& file, std::string bytes, Findings& findings);

/// Position of the first byte that is not UTF-8 (RFC 3629), or npos.
[[nodiscard]] std::size_t first_bad_byte(std::string_view text);

/// Splits at newlines; a carriage return before one is left out.
[[nodiscard]] std::vector<std::string> lines_of(const std::string& text);

}  // namespace sojourn::io::scenario
