#include "help.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "study/version.hpp"
#include "version.hpp"

namespace sojourn::cli {
namespace {

std::string spelling(const OptionSpec& option) {
  const std::string letter = option.letter != 0 ? fmt::format("-{}, ", option.letter) : "    ";
  const std::string argument = option.argument.empty() ? "" : fmt::format(" {}", option.argument);
  return fmt::format("{}--{}{}", letter, option.name, argument);
}

std::string listed(std::span<const OptionSpec> options) {
  std::string text;
  for (const OptionSpec& option : options) text += fmt::format("  {:<26} {}\n", spelling(option), option.meaning);
  return text;
}

constexpr std::string_view program_examples =
    "Examples:\n"
    "  sojourn run my-policy.toml          compare a policy with what it extends; writes my-policy.h5\n"
    "  sojourn check my-policy.toml        read it, find every mistake, run nothing\n"
    "  sojourn levers                      the policies that can be tried\n"
    "  sojourn levers fee_cap              one of them: keys, evidence, an example to paste\n"
    "  sojourn info my-policy.h5           what a result file holds and how it was made\n"
    "  sojourn life my-policy.toml         people whose lives can be told; --person ID tells one\n"
    "  sojourn validate                    policies that were tried: what was published, what comes out here\n"
    "  sojourn validate --levels           the baseline against published figures\n";

constexpr std::string_view exit_codes =
    "Exit codes:\n"
    "  0 done   1 the run failed   2 wrong input   3 done, and the answer is no   4 does not fit in memory\n"
    "  130 interrupted\n";

constexpr std::string_view environment =
    "Environment (options win; none changes a result):\n"
    "  SOJOURN_THREADS   threads if --threads is not given\n"
    "  SOJOURN_LIBRARY   folder of the shipped scenarios and reference tables\n"
    "  NO_COLOR, CLICOLOR_FORCE, TERM, COLUMNS and CI are respected\n";

}  // namespace

std::string help_of(const CommandSpec& command) {
  std::string text = fmt::format("sojourn {}: {}\n\nExamples:\n{}", command.name, command.summary, command.examples);
  text += fmt::format("\nUsage: sojourn {}{}{} [OPTIONS]\n", command.name, command.operands.empty() ? "" : " ",
                      command.operands);
  if (!command.more.empty()) text += fmt::format("\n{}", command.more);
  if (!command.options.empty()) text += fmt::format("\nOptions:\n{}", listed(command.options));
  return text + fmt::format("\nEverywhere:\n{}", listed(common_options()));
}

std::string help_of_program() {
  std::string text =
      fmt::format("sojourn: simulate labour-migration corridors and what policies change in them\n\n{}\nCommands:\n",
                  program_examples);
  for (const CommandSpec* command : all_commands()) {
    text += fmt::format("  {:<26} {}\n", fmt::format("{} {}", command->name, command->operands), command->summary);
  }
  text += fmt::format("\nUsage: sojourn COMMAND [FILES] [OPTIONS]\n\nEverywhere:\n{}", listed(common_options()));
  return text + fmt::format("\n{}\n{}", exit_codes, environment);
}

std::string version_text(bool json) {
  if (json) {
    return nlohmann::ordered_json{{"program", "sojourn"},
                                  {"version", engine_version},
                                  {"semantics", study::semantics_version},
                                  {"commit", commit}}
               .dump() +
           "\n";
  }
  const std::string from = commit.empty() ? "" : fmt::format(", commit {}", commit);
  return fmt::format("Sojourn {}, semantics {}{}\n", engine_version, study::semantics_version, from);
}

}  // namespace sojourn::cli
