// sojourn calibrate --base: the constants of the baseline, fitted again.
#include <unistd.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "core/diagnostic.hpp"
#include "guard.hpp"
#include "inputs.hpp"
#include "io/fitted_constants.hpp"
#include "model/parameters.hpp"
#include "number_text.hpp"
#include "progress.hpp"
#include "study/calibration.hpp"
#include "terminal.hpp"

namespace sojourn::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& path, const std::string& why, const std::string& hint) {
  throw InputError{
      {Severity::error, path.string(), {}, "the constants cannot be written here", why, hint, "", "result-path"}};
}

/// Before minutes of work: can the table be written, and may it?
void check_place(const fs::path& path, bool force) {
  if (fs::exists(path) && !force) refuse(path, "the file exists", "--force replaces it");
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error) refuse(path, error.message(), "copy the library and name it in SOJOURN_LIBRARY");
  if (access(path.parent_path().c_str(), W_OK) != 0) {
    refuse(path, "its folder takes no files", "copy the library and name it in SOJOURN_LIBRARY");
  }
}

model::FittedConstants fit(const World& world, int threads, Terminal& terminal) {
  ProgressDisplay display{terminal, "months"};
  study::CalibrationOptions options;
  options.threads = threads;
  options.rules = world.rules;
  options.on_progress = [&](const std::string& text) { display.say(text); };
  model::FittedConstants fitted = study::calibrate_base(world.base, model::Parameters{}, options);
  display.finish();
  return fitted;
}

int execute(const Arguments& arguments, Terminal& terminal) {
  if (!arguments.has("base")) {
    throw InputError{{Severity::error,
                      "sojourn calibrate",
                      {},
                      "nothing to calibrate",
                      "targets of one's own come later",
                      "sojourn calibrate --base",
                      "",
                      "missing-option"}};
  }
  const int threads = threads_asked(arguments, "calibrate");
  const World world = load_study(arguments).world;
  check_place(world.constants, arguments.has("force"));
  terminal.message(fmt::format("fitting the constants of {} markets to the base year {}\n", world.base.markets.size(),
                               world.base.year));
  const auto began = std::chrono::steady_clock::now();
  const model::FittedConstants fitted = fit(world, threads, terminal);
  io::write_fitted_constants(world.constants, world.base, fitted);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  const std::string file = world.constants.string();
  terminal.answer(terminal.json()
                      ? nlohmann::ordered_json{{"event", "done"}, {"file", file}, {"seconds", seconds}}.dump() + "\n"
                      : fmt::format("wrote  {}     {}\n", file, duration_text(seconds)));
  return done;
}

constexpr std::array options{
    OptionSpec{"base", 0, "", "fit the constants of the baseline to the base year"},
    set_option,
    OptionSpec{"force", 0, "", "replace the table that is there"},
    threads_option,
};

}  // namespace

const CommandSpec calibrate_command{
    .name = "calibrate",
    .operands = "[FILE]",
    .summary = "fit the constants of the baseline again",
    .examples =
        "  sojourn calibrate --base --force             after the library's tables or parameters changed\n"
        "  sojourn calibrate --base my.toml             for the reference tables, year and grades of a scenario\n"
        "  sojourn calibrate --base --set 'reference.grades=[\"A\",\"B\"]'   for grades A and B alone\n",
    .more =
        "The table stands beside the reference tables, with a hash of what it was made from; a run refuses a stale "
        "one.\n"
        "Equal inputs give an equal table, on any number of threads.\n",
    .options = options,
    .least_operands = 0,
    .most_operands = 1,
    .execute = execute,
};

}  // namespace sojourn::cli
