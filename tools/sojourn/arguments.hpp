#pragma once
// What was typed: a command, its options and its files, checked against what the command takes.
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sojourn::cli {

class Terminal;

struct OptionSpec {
  std::string_view name;        ///< without the dashes
  char letter = 0;              ///< 0: none
  std::string_view argument{};  ///< "N", "FILE"; empty for a flag
  std::string_view meaning{};
  bool repeats = false;  ///< may be given several times
};

/// Options and operands of one call. An option that was not given has no value.
class Arguments {
  std::map<std::string, std::vector<std::string>, std::less<>> values_;

 public:
  std::vector<std::string> operands;

  void add(const std::string& option, std::string value) { values_[option].push_back(std::move(value)); }
  [[nodiscard]] bool has(std::string_view option) const { return values_.contains(option); }
  [[nodiscard]] std::optional<std::string> value(std::string_view option) const;
  [[nodiscard]] std::vector<std::string> values(std::string_view option) const;
};

/// One command: what `--help` says about it, what it takes, and the function that does it.
struct CommandSpec {
  std::string_view name;
  std::string_view operands;  ///< "FILE...", "[KIND]", ""
  std::string_view summary;   ///< one line, in the list of commands
  std::string_view examples;  ///< lines of `command   what it does`
  std::string_view more;      ///< what else one must know; may be empty
  std::span<const OptionSpec> options;
  std::size_t least_operands = 0;
  std::size_t most_operands = 0;
  int (*execute)(const Arguments&, Terminal&) = nullptr;  ///< returns the exit code
};

/// Options that every command takes.
[[nodiscard]] std::span<const OptionSpec> common_options();

struct Invocation {
  const CommandSpec* command = nullptr;  ///< none: help or version of the program itself
  Arguments arguments;
};

/// Reads the words after the program's name.
/// \throws InputError with every unknown or malformed option, naming the nearest one.
[[nodiscard]] Invocation parse(const std::vector<std::string>& words, std::span<const CommandSpec* const> commands);

/// Checks the values of the common options.
/// \throws InputError for a colour that does not exist or a log that cannot be written
void check_common_options(const Arguments& arguments, const Terminal& terminal);

/// A whole number of `option` within the limits, or `preset` if it was not given.
/// \throws InputError
[[nodiscard]] int whole_number(const Arguments& arguments, std::string_view command, std::string_view option,
                               int lowest, int highest, int preset);

/// `text` as a whole number within the limits; `name` stands before it in the message (`--threads`, `SOJOURN_THREADS
/// =`). \throws InputError
[[nodiscard]] int whole_number_text(const std::string& where, std::string_view name, const std::string& text,
                                    int lowest, int highest);

}  // namespace sojourn::cli
