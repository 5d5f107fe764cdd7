#include "run_record.hpp"

#include <numeric>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "commands.hpp"
#include "progress.hpp"
#include "study/version.hpp"
#include "terminal.hpp"
#include "version.hpp"

namespace sojourn::cli {
namespace {

std::vector<std::pair<std::string, std::string>> options_of(const Arguments& arguments, int threads) {
  std::vector<std::pair<std::string, std::string>> options;
  options.emplace_back("threads", std::to_string(threads));
  options.emplace_back("alone", arguments.has("alone") ? "true" : "false");
  if (const auto baseline = arguments.value("baseline")) options.emplace_back("baseline", *baseline);
  int number = 0;
  for (const std::string& setting : arguments.values("set"))
    options.emplace_back(fmt::format("set.{}", ++number), setting);
  return options;
}

/// Digests of each run; as many empty texts as there are runs if the study did not give them.
std::vector<std::string> digests_of(const study::Study& study, const study::Outcome& outcome) {
  const std::size_t runs = study.scenarios.size() * static_cast<std::size_t>(study.replicates);
  return outcome.run_digests.size() == runs ? outcome.run_digests : std::vector<std::string>(runs);
}

void describe_program(io::Provenance& record) {
  record.engine_version = engine_version;
  record.semantics_version = study::semantics_version;
  record.commit = commit;
  record.compiler = compiler;
  record.build_type = compiler_options;
  record.host = io::this_host();
}

}  // namespace

std::vector<std::string> command_words(const std::string& command, const Arguments& arguments,
                                       std::span<const OptionSpec> options) {
  std::vector<std::string> words{"sojourn", command};
  words.insert(words.end(), arguments.operands.begin(), arguments.operands.end());
  for (const OptionSpec& option : options) {
    for (const std::string& value : arguments.values(option.name)) {
      words.push_back(fmt::format("--{}", option.name));
      if (!option.argument.empty()) words.push_back(value);
    }
  }
  return words;
}

io::Provenance run_provenance(const study::Study& study, const study::Outcome& outcome, const Arguments& arguments,
                              int threads, const RunClock& clock) {
  io::Provenance record;
  describe_program(record);
  record.command_line = command_words("run", arguments, run_command.options);
  const int used = threads > 0 ? threads : static_cast<int>(std::thread::hardware_concurrency());
  record.options = options_of(arguments, used);
  record.threads = used;
  record.seed = static_cast<std::int64_t>(study.seed);
  record.started_at = time_text(clock.began_at());
  record.finished_at = time_text(std::chrono::system_clock::now());
  record.seconds = {{"read", clock.reading_s()}, {"run", clock.running_s()}};
  record.bytes = {{"peak_memory", static_cast<std::int64_t>(peak_resident_bytes())}};
  for (const study::Scenario& scenario : study.scenarios) {
    record.scenarios.push_back({scenario.name, scenario.source_text, scenario.effective_toml});
  }
  for (const study::InputFile& input : study.inputs) record.inputs.push_back({input.path, input.sha256});
  record.replicates.resize(static_cast<std::size_t>(study.replicates));
  std::iota(record.replicates.begin(), record.replicates.end(), 0);
  record.digests = digests_of(study, outcome);
  return record;
}

}  // namespace sojourn::cli
