#pragma once
// Errors in a user's input: where, what, why and what to try; all of a file's mistakes at once (INTERFACE 4).
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace sojourn {

/// Where in a text file: 1-based; 0 where there is no line or column. In tables `column` is the number of the field.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t width = 1;  ///< characters to underline
};

enum class Severity : std::uint8_t { error, warning, note };

/// One finding: `file:line:column: error: what: why`, the source line with carets, `hint: ...`.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string file;         ///< as the user named it; empty for the command line
  Position where;
  std::string what;         ///< the offending text and what is wrong with it, `cap_usd = -200`
  std::string why;          ///< why that is a mistake, `a cap cannot be negative`; may be empty
  std::string hint;         ///< what to try; may be empty
  std::string source_line;  ///< the line as written; empty if there is none to show
  std::string code;         ///< stable word for --json, e.g. `unknown-key`
};

/// The finding as printed, ending in a newline.
[[nodiscard]] std::string to_string(const Diagnostic& finding);

/// Thrown once all findings of the input are collected; never for a fault of the engine.
class InputError : public std::runtime_error {
  std::vector<Diagnostic> findings_;

 public:
  explicit InputError(std::vector<Diagnostic> findings);
  explicit InputError(Diagnostic finding);
  [[nodiscard]] const std::vector<Diagnostic>& findings() const noexcept { return findings_; }
};

/// The candidate nearest to `word` (Damerau-Levenshtein distance at most a third of its length, at least 2);
/// empty if none is near.
[[nodiscard]] std::string nearest_name(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace sojourn
