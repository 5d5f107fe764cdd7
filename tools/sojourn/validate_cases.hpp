#pragma once
// `sojourn validate` without --levels: the published cases of the library.

namespace sojourn::cli {

class Arguments;
class Terminal;

/// Runs the cases that the operands name, all without one, and prints figure by figure what was published and what is
/// simulated; with --list prints what was published. Returns 3 if a case is missed. \throws InputError
int validate_cases(const Arguments& arguments, Terminal& terminal);

}  // namespace sojourn::cli
