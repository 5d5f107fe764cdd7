// The sojourn program: read the words, do the command, turn mistakes into messages and exit codes.
#include <string>
#include <vector>

#include "commands.hpp"
#include "guard.hpp"
#include "help.hpp"
#include "terminal.hpp"

int main(int argc, char** argv) {
  using namespace sojourn::cli;
  const std::vector<std::string> words(argv + 1, argv + argc);
  Terminal terminal{terminal_settings(words)};
  return run_guarded(terminal, [&] {
    const Invocation call = parse(words, all_commands());
    check_common_options(call.arguments, terminal);
    if (call.arguments.has("version")) {
      terminal.answer(version_text(terminal.json()));
    } else if (call.arguments.has("help")) {
      terminal.answer(call.command != nullptr ? help_of(*call.command) : help_of_program());
    } else if (call.command != nullptr) {
      return call.command->execute(call.arguments, terminal);
    } else {
      terminal.error(help_of_program());
      return static_cast<int>(wrong_input);
    }
    return static_cast<int>(done);
  });
}
