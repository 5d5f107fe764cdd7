#pragma once
// What `--help` and `--version` say: examples first.
#include <string>

#include "arguments.hpp"

namespace sojourn::cli {

/// Help of one command.
[[nodiscard]] std::string help_of(const CommandSpec& command);
/// Help of the program: examples, commands, options, exit codes, environment.
[[nodiscard]] std::string help_of_program();
/// `Sojourn 0.1.0, semantics 1` and the commit, if known; an object with --json.
[[nodiscard]] std::string version_text(bool json);

}  // namespace sojourn::cli
