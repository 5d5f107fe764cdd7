#pragma once
// The one place where mistakes and failures become words and exit codes.
#include <functional>
#include <vector>

#include "core/diagnostic.hpp"

namespace sojourn::cli {

class Terminal;

/// Exit codes of every command (INTERFACE 3).
enum ExitCode : int {
  done = 0,
  failed = 1,
  wrong_input = 2,
  answer_is_no = 3,
  does_not_fit = 4,
  interrupted = 130,
};

/// Prints errors, warnings and notes: at most 20, then a count.
void print_findings(Terminal& terminal, const std::vector<Diagnostic>& findings);

/// Runs `body` and returns its exit code; whatever it throws is printed and becomes one.
[[nodiscard]] int run_guarded(Terminal& terminal, const std::function<int()>& body);

}  // namespace sojourn::cli
