#pragma once
// The commands of the program: one file each.
#include <span>

#include "arguments.hpp"

namespace sojourn::cli {

extern const CommandSpec run_command;        // run.cpp
extern const CommandSpec check_command;      // check.cpp
extern const CommandSpec levers_command;     // levers.cpp
extern const CommandSpec schema_command;     // schema.cpp
extern const CommandSpec info_command;       // info.cpp
extern const CommandSpec life_command;       // life.cpp
extern const CommandSpec validate_command;   // validate.cpp
extern const CommandSpec calibrate_command;  // calibrate.cpp

/// Every command, in the order of `sojourn --help`.
[[nodiscard]] std::span<const CommandSpec* const> all_commands();

}  // namespace sojourn::cli
