#pragma once
// Text to tree. The only place that knows the TOML library.
#include <optional>
#include <string>
#include <string_view>

#include "io/scenario_node.hpp"

namespace sojourn::io::scenario {

/// The tree of `file.text`; nothing if it is not TOML. Keys written twice are reported and the first one is kept.
[[nodiscard]] std::optional<Node> parse_toml(const SourceFile& file, Findings& findings);

/// The tree of `text` without positions in any file, every value at `spot`; nothing if it is not TOML.
[[nodiscard]] std::optional<Node> parse_toml_fragment(const std::string& text, const Spot& spot);

/// A parser's complaint in our form: why, and what to try.
struct SyntaxAdvice {
  std::string why;
  std::string hint;
  std::string marked{};  ///< the part of the line to underline; empty: where the parser stopped
};
[[nodiscard]] SyntaxAdvice advice_on(std::string_view complaint, std::string_view line);

}  // namespace sojourn::io::scenario
