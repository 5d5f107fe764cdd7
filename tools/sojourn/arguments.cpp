#include "arguments.hpp"

#include <algorithm>
#include <array>
#include <boost/program_options.hpp>
#include <charconv>

#include <fmt/format.h>

#include "core/diagnostic.hpp"
#include "terminal.hpp"

namespace sojourn::cli {
namespace {

namespace po = boost::program_options;

constexpr std::array common{
    OptionSpec{"help", 'h', "", "examples and options"},
    OptionSpec{"version", 0, "", "version of the program and of its results"},
    OptionSpec{"quiet", 'q', "", "no messages but errors"},
    OptionSpec{"verbose", 'v', "", "more messages", true},
    OptionSpec{"json", 0, "", "answers, messages and errors as JSON, one object a line"},
    OptionSpec{"color", 0, "WHEN", "auto, always or never"},
    OptionSpec{"log", 0, "FILE", "append messages to FILE, with the time of each"},
};

Diagnostic misuse(const std::string& where, std::string what, std::string why, std::string hint, std::string code) {
  return {Severity::error, where, {}, std::move(what), std::move(why), std::move(hint), "", std::move(code)};
}

std::string called_as(const CommandSpec& command) { return fmt::format("sojourn {}", command.name); }

std::vector<OptionSpec> all_options(const CommandSpec* command) {
  std::vector<OptionSpec> options;
  if (command != nullptr) options.assign(command->options.begin(), command->options.end());
  options.insert(options.end(), common.begin(), common.end());
  return options;
}

bool is_option(const std::string& word) { return word.size() > 1 && word[0] == '-'; }

/// The option that `word` writes, or nullptr; `-o` and `--output=x` alike.
const OptionSpec* option_of(const std::string& word, const std::vector<OptionSpec>& options) {
  const std::string name = word.substr(0, word.find('='));
  const auto found = std::ranges::find_if(options, [&](const OptionSpec& option) {
    if (word.starts_with("--")) return name.substr(2) == option.name;
    return option.letter != 0 && word[1] == option.letter;
  });
  return found == options.end() ? nullptr : &*found;
}

Diagnostic no_such_option(const std::string& where, const std::string& typed, const std::vector<OptionSpec>& options) {
  std::vector<std::string> names;
  names.reserve(options.size());
  for (const OptionSpec& option : options) names.push_back(fmt::format("--{}", option.name));
  const std::string near = nearest_name(typed.substr(0, typed.find_first_of("= ")), names);
  const std::string list = fmt::format("{} --help lists all", where);
  return misuse(where, typed, "no such option", near.empty() ? list : fmt::format("did you mean {}? {}", near, list),
                "unknown-option");
}

/// All options that the command does not have, in one go: Boost would stop at the first.
std::vector<Diagnostic> unknown_options(const std::vector<std::string>& words, const std::vector<OptionSpec>& options,
                                        const std::string& where) {
  std::vector<Diagnostic> findings;
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    if (!is_option(words[i])) continue;
    const OptionSpec* option = option_of(words[i], options);
    if (option == nullptr) {
      const bool has_value =
          i + 1 < words.size() && !is_option(words[i + 1]) && words[i].find('=') == std::string::npos;
      findings.push_back(no_such_option(where, has_value ? words[i] + " " + words[i + 1] : words[i], options));
      i += has_value ? 1 : 0;
    } else if (!option->argument.empty() && words[i].find('=') == std::string::npos &&
               (words[i].starts_with("--") || words[i].size() == 2)) {
      ++i;  // its value, whatever it looks like
    }
  }
  return findings;
}

po::options_description described(const std::vector<OptionSpec>& options) {
  po::options_description description;
  for (const OptionSpec& option : options) {
    std::string name{option.name};
    if (option.letter != 0) name += std::string{","} + option.letter;
    auto* value = po::value<std::vector<std::string>>();
    if (option.argument.empty()) value->zero_tokens();
    description.add_options()(name.c_str(), value, "");
  }
  return description;
}

Arguments read(const std::vector<std::string>& words, const std::vector<OptionSpec>& options,
               const std::string& where) {
  namespace style = po::command_line_style;
  po::options_description all = described(options);
  po::options_description with_operands;
  with_operands.add(all).add_options()(" operands", po::value<std::vector<std::string>>());
  po::positional_options_description operands;
  operands.add(" operands", -1);
  Arguments arguments;
  try {
    const auto parsed = po::command_line_parser{words}
                            .options(with_operands)
                            .positional(operands)
                            .style(style::unix_style & ~style::allow_guessing)
                            .run();
    for (const auto& option : parsed.options) {
      if (option.position_key >= 0)
        arguments.operands.push_back(option.value.at(0));
      else
        arguments.add(option.string_key, option.value.empty() ? "" : option.value[0]);
    }
  } catch (const po::error_with_option_name& mistake) {
    const std::string option = mistake.get_option_name();
    const OptionSpec* spec = option_of(option, options);
    const bool takes_value = spec != nullptr && !spec->argument.empty();
    throw InputError{misuse(where, option,
                            takes_value ? fmt::format("{} is missing", spec->argument) : "takes no value",
                            where + " --help shows how", "option-value")};
  } catch (const po::error& mistake) {
    throw InputError{misuse(where, mistake.what(), "", where + " --help shows how", "option-value")};
  }
  return arguments;
}

void check_repeats(const Arguments& arguments, const std::vector<OptionSpec>& options, const std::string& where,
                   std::vector<Diagnostic>& findings) {
  for (const OptionSpec& option : options) {
    if (option.repeats || option.argument.empty() || arguments.values(option.name).size() < 2) continue;
    findings.push_back(
        misuse(where, fmt::format("--{}", option.name), "given more than once", "keep one", "repeated-option"));
  }
}

void check_operands(const Arguments& arguments, const CommandSpec& command, std::vector<Diagnostic>& findings) {
  const std::string where = called_as(command);
  if (arguments.operands.size() < command.least_operands) {
    findings.push_back(misuse(where, fmt::format("{} missing", command.operands), "",
                              fmt::format("{} {}; {} --help shows examples", where, command.operands, where),
                              "missing-operand"));
  } else if (arguments.operands.size() > command.most_operands) {
    findings.push_back(misuse(where, arguments.operands[command.most_operands], "one argument too many",
                              where + " --help shows what it takes", "extra-operand"));
  }
}

/// Position of the command among the words: the first that is neither an option nor the value of a common one.
std::size_t command_position(const std::vector<std::string>& words) {
  const std::vector<OptionSpec> options = all_options(nullptr);
  std::size_t i = 0;
  while (i < words.size() && is_option(words[i])) {
    const OptionSpec* option = option_of(words[i], options);
    const bool takes_next = option != nullptr && !option->argument.empty() && words[i].find('=') == std::string::npos;
    i += takes_next ? 2 : 1;
  }
  return i;
}

const CommandSpec& find_command(const std::string& typed, std::span<const CommandSpec* const> commands) {
  std::vector<std::string> names;
  for (const CommandSpec* command : commands) {
    if (command->name == typed) return *command;
    names.emplace_back(command->name);
  }
  const std::string near = nearest_name(typed, names);
  const std::string list = "sojourn --help lists all";
  throw InputError{misuse("sojourn", typed, "no such command",
                          near.empty() ? list : fmt::format("did you mean {}? {}", near, list), "unknown-command")};
}

}  // namespace

std::optional<std::string> Arguments::value(std::string_view option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::nullopt : std::optional{found->second.back()};
}

std::vector<std::string> Arguments::values(std::string_view option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::vector<std::string>{} : found->second;
}

std::span<const OptionSpec> common_options() { return common; }

Invocation parse(const std::vector<std::string>& words, std::span<const CommandSpec* const> commands) {
  Invocation invocation;
  std::vector<std::string> rest = words;
  const std::size_t at = command_position(words);
  if (at < words.size()) {
    invocation.command = &find_command(words[at], commands);
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
  }
  const std::string where = invocation.command != nullptr ? called_as(*invocation.command) : "sojourn";
  const std::vector<OptionSpec> options = all_options(invocation.command);
  std::vector<Diagnostic> findings = unknown_options(rest, options, where);
  if (!findings.empty()) throw InputError{std::move(findings)};
  invocation.arguments = read(rest, options, where);
  if (invocation.arguments.has("help") || invocation.arguments.has("version")) return invocation;
  check_repeats(invocation.arguments, options, where, findings);
  if (invocation.command != nullptr) check_operands(invocation.arguments, *invocation.command, findings);
  if (!findings.empty()) throw InputError{std::move(findings)};
  return invocation;
}

void check_common_options(const Arguments& arguments, const Terminal& terminal) {
  const std::string color = arguments.value("color").value_or("auto");
  if (color != "auto" && color != "always" && color != "never") {
    throw InputError{misuse("sojourn", "--color " + color, "must be auto, always or never", "", "option-value")};
  }
  if (terminal.log_failed()) {
    throw InputError{misuse("sojourn", "--log " + arguments.value("log").value_or(""), "this file cannot be written",
                            "name a file in a folder that exists", "log")};
  }
}

int whole_number_text(const std::string& where, std::string_view name, const std::string& text, int lowest,
                      int highest) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size() && number >= lowest && number <= highest) return number;
  throw InputError{misuse(where, fmt::format("{} {}", name, text),
                          fmt::format("must be a whole number from {} to {}", lowest, highest), "", "option-value")};
}

int whole_number(const Arguments& arguments, std::string_view command, std::string_view option, int lowest, int highest,
                 int preset) {
  const std::optional<std::string> text = arguments.value(option);
  if (!text) return preset;
  return whole_number_text(fmt::format("sojourn {}", command), fmt::format("--{}", option), *text, lowest, highest);
}

}  // namespace sojourn::cli
