// sojourn run: scenarios and what they extend, as one study; the answer on the terminal, everything in one file.
#include <array>
#include <filesystem>
#include <limits>

#include <fmt/format.h>

#include "commands.hpp"
#include "guard.hpp"
#include "inputs.hpp"
#include "io/result_path.hpp"
#include "io/result_writer.hpp"
#include "number_text.hpp"
#include "progress.hpp"
#include "run_record.hpp"
#include "run_summary.hpp"
#include "sim/parallel.hpp"
#include "stop_signal.hpp"
#include "study/outcome.hpp"
#include "study_text.hpp"
#include "terminal.hpp"

namespace sojourn::cli {
namespace {

namespace fs = std::filesystem;

fs::path output_path(const Arguments& arguments, const study::Study& study) {
  return arguments.value("output").value_or(study.name + ".h5");
}

void print_opening(Terminal& terminal, const LoadedStudy& loaded, const fs::path& output) {
  print_findings(terminal, loaded.remarks);
  terminal.message(study_lines(loaded.study));
  terminal.message(preflight_line(output));
  terminal.message(fmt::format("  data        {}\n", data_line(loaded.study, loaded.world.base)));
}

int stopped(Terminal& terminal) {
  const char* text = "stopped: nothing was written; resuming comes with checkpoints";
  terminal.error(terminal.json() ? fmt::format("{{\"event\":\"stopped\",\"what\":\"{}\"}}\n", text)
                                 : fmt::format("{}\n", text));
  return interrupted;
}

study::Outcome run_with_progress(const LoadedStudy& loaded, const model::FittedConstants& fitted, int threads,
                                 const StopSignal& stop, Terminal& terminal) {
  ProgressDisplay display{terminal, loaded.study.scenarios.size() == 1 ? "replicate" : "runs"};
  study::RunOptions options;
  options.threads = threads;
  options.stop = &stop.flag();
  options.on_progress = [&](const study::Progress& progress) { display(progress); };
  try {
    study::Outcome outcome = study::run_study(loaded.study, loaded.world.base, fitted, options);
    display.finish();
    return outcome;
  } catch (...) {
    display.finish();
    throw;
  }
}

int execute(const Arguments& arguments, Terminal& terminal) {
  RunClock clock;
  const int threads = threads_asked(arguments, "run");
  LoadedStudy loaded = load_study(arguments);
  const fs::path output = output_path(arguments, loaded.study);
  const bool force = arguments.has("force");
  const bool dry = arguments.has("dry-run");
  if (!dry) io::check_writable(output, force);
  const model::FittedConstants fitted = load_fitted_constants(loaded.world);
  loaded.study.inputs.push_back(constants_input(loaded.world));
  print_opening(terminal, loaded, output);
  clock.read_done();
  if (dry) {
    terminal.answer(terminal.json() ? "{\"event\":\"dry-run\"}\n" : "dry run: nothing was run or written\n");
    return done;
  }

  StopSignal stop;
  const study::Outcome outcome = run_with_progress(loaded, fitted, threads, stop, terminal);
  if (outcome.stopped) return stopped(terminal);
  clock.run_done();
  StopSignal::removes(io::partial_path(output).string());
  Parallel packers{threads > 0 ? threads : Parallel::available_threads()};
  const io::ForEach side_by_side = [&packers](std::size_t count, const std::function<void(std::size_t)>& body) {
    packers.for_each(count, [&body](std::size_t index, int) { body(index); });
  };
  io::write_results(output, outcome.file, run_provenance(loaded.study, outcome, arguments, threads, clock),
                    {.force = force, .for_each = side_by_side});
  terminal.answer(summary({loaded, outcome, output, clock.elapsed_s(), arguments.has("gaps")}, terminal));
  return done;
}

constexpr std::array options{
    OptionSpec{"output", 'o', "FILE.h5", "result file (default: the first file's name, in this folder)"},
    set_option,
    alone_option,
    baseline_option,
    threads_option,
    OptionSpec{"gaps", 0, "", "also print women, men and the gap between them under every scenario"},
    OptionSpec{"force", 0, "", "replace a result file that is there"},
    OptionSpec{"dry-run", 0, "", "read and check everything, say what would run, run nothing"},
};

}  // namespace

const CommandSpec run_command{
    .name = "run",
    .operands = "FILE...",
    .summary = "run scenarios and what they extend as one study",
    .examples =
        "  sojourn run npl-fee-cap.toml                     compare it with what it extends; writes npl-fee-cap.h5\n"
        "  sojourn run cap.toml floor.toml -o both.h5       several policies, one study, the same luck\n"
        "  sojourn run cap.toml --set run.replicates=8      change one key for this run; recorded in the result\n"
        "  sojourn run cap.toml --set lever.fee_cap.cap_usd=100 --force\n"
        "  sojourn run cap.toml --gaps                      also women, men and the gap between them\n"
        "  sojourn run - < cap.toml                         a scenario from standard input, called stdin\n",
    .more =
        "Results are written as NAME.partial.h5 and renamed when complete. Ctrl-C stops the run and writes nothing.\n"
        "Threads change the time a run takes and nothing else.\n",
    .options = options,
    .least_operands = 1,
    .most_operands = std::numeric_limits<std::size_t>::max(),
    .execute = execute,
};

}  // namespace sojourn::cli
