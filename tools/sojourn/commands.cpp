#include "commands.hpp"

#include <array>

namespace sojourn::cli {

std::span<const CommandSpec* const> all_commands() {
  static constexpr std::array commands{&run_command,  &check_command,    &levers_command,   &schema_command,
                                       &info_command, &life_command,     &validate_command, &calibrate_command};
  return commands;
}

}  // namespace sojourn::cli
