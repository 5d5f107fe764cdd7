// sojourn info: what a result file holds and how it was made.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "guard.hpp"
#include "io/result_reader.hpp"
#include "number_text.hpp"
#include "study_text.hpp"
#include "terminal.hpp"

namespace sojourn::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string one_line(const io::ResultInfo& info) {
  return fmt::format(
      "{}; {} x {} x {}; seed {}; Sojourn {}, semantics {}; {}; digest {}\n", info.status,
      counted(info.scenarios.size(), "scenario"), counted(static_cast<std::size_t>(info.replicates), "replicate"),
      counted(static_cast<std::size_t>(info.months), "month"), info.seed, info.engine_version, info.semantics_version,
      counted(static_cast<std::size_t>(info.indicators), "indicator"), info.digest);
}

std::string details(const io::ResultInfo& info) {
  std::string text = fmt::format("  scenarios    {}\n", fmt::join(info.scenarios, ", "));
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) text += fmt::format("  {:<12} {}\n", name, value);
  };
  add("title", info.title);
  add("question", info.question);
  add("commit", info.commit);
  add("last month", info.last_complete_month);
  add("file digest", info.file_digest);
  add("history", info.history);
  return text + info.record + (info.record.empty() ? "" : "\n");
}

Json as_json(const io::ResultInfo& info) {
  return {{"status", info.status},
          {"format_version", info.format_version},
          {"engine_version", info.engine_version},
          {"semantics_version", info.semantics_version},
          {"commit", info.commit},
          {"title", info.title},
          {"question", info.question},
          {"scenarios", info.scenarios},
          {"replicates", info.replicates},
          {"months", info.months},
          {"indicators", info.indicators},
          {"seed", info.seed},
          {"last_complete_month", info.last_complete_month},
          {"digest", info.digest},
          {"file_digest", info.file_digest},
          {"record", Json::parse(info.record, nullptr, false)}};
}

int execute(const Arguments& arguments, Terminal& terminal) {
  const io::ResultInfo info = io::read_result_info(arguments.operands[0]);
  if (terminal.json())
    terminal.answer(as_json(info).dump() + "\n");
  else
    terminal.answer(one_line(info) + (arguments.has("verbose") ? details(info) : ""));
  return done;
}

}  // namespace

const CommandSpec info_command{
    .name = "info",
    .operands = "FILE.h5",
    .summary = "what a result file holds and how it was made",
    .examples =
        "  sojourn info npl-fee-cap.h5          one line: status, size, seed, versions, digest\n"
        "  sojourn info npl-fee-cap.h5 -v       also title, question, commit, machine, times\n"
        "  sojourn info npl-fee-cap.h5 --json   the same, for programs\n",
    .more = "",
    .options = {},
    .least_operands = 1,
    .most_operands = 1,
    .execute = execute,
};

}  // namespace sojourn::cli
