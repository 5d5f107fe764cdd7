// What to say when a file is not TOML: the parser's words are for programmers.
#include <fmt/format.h>

#include <array>
#include <cctype>

#include "io/scenario_parse.hpp"

namespace sojourn::io::scenario {
namespace {

struct Known {
  std::string_view part;   ///< of the parser's complaint
  std::string_view other;  ///< must be there too; may be empty
  std::string_view why;
  std::string_view hint;
};

// The first that fits holds.
constexpr std::array known{
    Known{"parsing key:", "", "a key is missing", "keys are letters, digits, _ and -; a lever begins with [[lever]]"},
    Known{"value type", "", "text must stand in quotation marks",
          "write text as \"text\"; other values are true, false and numbers"},
    Known{"unknown escape", "", "a backslash begins an escape",
          R"(write \\ for a backslash, or put the text in single quotation marks)"},
    Known{"string", "", "the closing quotation mark is missing",
          "end the text on its own line with the mark that begins it"},
    Known{"parsing date", "", "a month is text", R"(write it in quotation marks: "2026-07")"},
    Known{"parsing time", "", "a month is text", R"(write it in quotation marks: "2026-07")"},
    Known{"expected value", "", "the value is missing", "write a value after =, or delete the line"},
    Known{"parsing boolean", "", "not a value", "write true or false, in small letters"},
    Known{"dangling comma", "", "a comma before }", "delete the last comma"},
    Known{"inline table", "", "a table in { } must end on its own line",
          "keep it on one line, or write it as a [table]"},
    Known{"parsing array", "", "the closing ] is missing", "end the list with ]"},
    Known{"table header", "redefine", "this table is there already with another meaning", "keep one of the two"},
    Known{"table header", "", "the closing ] is missing", "a table begins with [name], a lever with [[lever]]"},
    Known{"not representable", "", "the number is too large", "whole numbers go to 9,223,372,036,854,775,807"},
    Known{"leading zero", "", "a number begins with 0", "leave out the zero"},
    Known{"saw '%'", "", "a number without a sign for percent", "percent stands in the name of the key: write 60"},
    Known{"saw ','", "", "two values for one key",
          "write 1200 for 1,200: decimal point, no thousands separator; lists stand in [ ]"},
    Known{"expected a comment", "", "something follows the value", "one key = value on a line; comments begin with #"},
    Known{"floating-point", "", "not a number", "write a digit on both sides of the decimal point: 0.5"},
    Known{"integer", "", "not a number", "write digits alone; text stands in quotation marks"},
    Known{"redefine", "", "this key is there already with another meaning", "keep one of the two"},
    Known{"expected '='", "", "a key needs = and a value", "write key = value, one on a line"},
};

std::string trimmed(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0) text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.remove_suffix(1);
  return std::string{text};
}

/// What stands after = without its comment.
std::string value_in(std::string_view line) {
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos) return "";
  return trimmed(line.substr(equals + 1, line.find('#', equals) - equals - 1));
}

/// `kind = fee_cap`: the text without its quotation marks.
SyntaxAdvice bare_word(std::string_view line, const std::string& word) {
  std::string lower = word;
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (lower == "true" || lower == "false" || lower == "yes" || lower == "no")
    return {"not a value", "write true or false, in small letters", word};
  return {"text must stand in quotation marks",
          fmt::format("write {} = \"{}\"", trimmed(line.substr(0, line.find('='))), word), word};
}

}  // namespace

SyntaxAdvice advice_on(std::string_view complaint, std::string_view line) {
  const auto has = [&](std::string_view part) { return complaint.find(part) != std::string_view::npos; };
  const std::string value = value_in(line);
  const bool one_word = !value.empty() && std::isalpha(static_cast<unsigned char>(value.front())) != 0 &&
                        value.find_first_of("[]{}=,\"'") == std::string::npos;
  if (one_word && (has("value type") || has("boolean") || has("floating-point"))) return bare_word(line, value);
  for (const Known& one : known) {
    if (!has(one.part) || !has(one.other)) continue;
    const bool is_date = one.part == "parsing date" && value.find_first_of("[]{}=,\"'") == std::string::npos;
    return {std::string{one.why}, std::string{one.hint}, is_date ? value : ""};
  }
  return {"a key or a table was expected here",
          "write key = value, one on a line; a table begins with [name], a lever with [[lever]]"};
}

}  // namespace sojourn::io::scenario
