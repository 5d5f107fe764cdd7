#include "recorded_run.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

#include <fmt/format.h>

#include "core/diagnostic.hpp"
#include "io/result_record.hpp"
#include "study/version.hpp"

namespace sojourn::cli {
namespace {

using io::ResultRecord;

[[noreturn]] void refuse(const std::string& file, const std::string& what, const std::string& why,
                         const std::string& hint, const std::string& code) {
  throw InputError{{Severity::error, file, {}, what, why, hint, "", code}};
}

std::string run_again(const std::string& scenario) { return fmt::format("sojourn run {}.toml --force", scenario); }

std::string maker(const ResultRecord& record) {
  return fmt::format("Sojourn {}{}", record.engine_version, record.commit.empty() ? "" : ", commit " + record.commit);
}

void check_semantics(const std::string& file, const ResultRecord& record) {
  if (record.semantics_version == study::semantics_version) return;
  refuse(file,
         fmt::format("made with semantics {}, and this program has {}", record.semantics_version,
                     study::semantics_version),
         "the same people would live other lives",
         fmt::format("use {}, or run the scenario again with this program", maker(record)), "other-semantics");
}

const ResultRecord::Scenario& scenario_asked(const std::string& file, const ResultRecord& record,
                                             const std::optional<std::string>& asked) {
  const auto& all = record.scenarios;
  std::vector<std::string> names;
  for (const ResultRecord::Scenario& scenario : all) names.push_back(scenario.name);
  const std::string wanted = asked.value_or(std::filesystem::path{file}.stem().string());
  const auto found = std::ranges::find(all, wanted, &ResultRecord::Scenario::name);
  if (found != all.end()) return *found;
  if (asked) {
    refuse("sojourn life", fmt::format("--scenario {}", *asked), fmt::format("{} has no such scenario", file),
           fmt::format("it has {}", fmt::join(names, ", ")), "unknown-scenario");
  }
  if (all.size() <= 2) return all.back();
  refuse("sojourn life", fmt::format("{} has several scenarios", file), "a life belongs to one",
         fmt::format("add --scenario NAME: it has {}", fmt::join(names, ", ")), "which-scenario");
}

void check_replicate(const std::string& file, const ResultRecord::Scenario& scenario, std::uint32_t replicate) {
  if (replicate < scenario.digests.size()) return;
  refuse("sojourn life", fmt::format("--replicate {}", replicate), fmt::format("{} has no such replicate", file),
         fmt::format("it has 0 to {}", scenario.digests.empty() ? 0 : scenario.digests.size() - 1),
         "unknown-replicate");
}

const std::string* recorded_hash(const ResultRecord& record, const std::string& path) {
  const auto found = std::ranges::find(record.inputs, path, &ResultRecord::Input::path);
  return found == record.inputs.end() ? nullptr : &found->sha256;
}

/// At most three names, and how many more.
std::string some_of(const std::vector<std::string>& names) {
  constexpr std::size_t most = 3;
  if (names.size() <= most) return fmt::format("{}", fmt::join(names, ", "));
  const std::vector<std::string> first(names.begin(), names.begin() + most);
  return fmt::format("{} and {} more", fmt::join(first, ", "), names.size() - most);
}

/// A table of the study's own that the run read and that is not read here: one stands in another folder.
bool lacks_own_table(const ResultRecord& record, const World& world) {
  return std::ranges::any_of(record.inputs, [&](const ResultRecord::Input& input) {
    const bool is_own = input.path.ends_with(".csv") && !input.path.starts_with("library:");
    return is_own && input.path != world.constants_name &&
           std::ranges::find(world.tables, input.path, &io::TableFile::path) == world.tables.end();
  });
}

/// The tables that made the world must be the bytes that the run read.
void check_tables(const std::string& file, const ResultRecord& record, const World& world,
                  const std::string& scenario) {
  std::vector<std::string> others;
  for (const io::TableFile& table : world.tables) {
    const std::string* hash = recorded_hash(record, table.path);
    if (hash == nullptr || *hash != table.sha256) others.push_back(table.path);
  }
  if (others.empty()) return;
  const std::string hint =
      lacks_own_table(record, world)
          ? std::string{"the study has tables of its own, found from its folder alone: go there and call again"}
          : fmt::format("put back the tables that {} used (SOJOURN_LIBRARY names the folder), or run again: {}",
                        maker(record), run_again(scenario));
  refuse(file, fmt::format("made from other reference tables: {}", some_of(others)),
         "their bytes differ from those that the run read, or it read none of that name", hint, "other-tables");
}

void check_constants(const std::string& file, const ResultRecord& record, const World& world,
                     const std::string& scenario) {
  const study::InputFile constants = constants_input(world);
  const std::string* hash = recorded_hash(record, constants.path);
  // Earlier files do not name the table: then the digest tells.
  if (hash == nullptr || constants.sha256.empty() || *hash == constants.sha256) return;
  refuse(file, fmt::format("made with another table of fitted constants: {}", constants.path),
         "its bytes differ from those that the run read",
         fmt::format("put back the table that {} used, or run again: {}", maker(record), run_again(scenario)),
         "other-constants");
}

}  // namespace

RecordedRun load_recorded_run(const std::string& file, const std::optional<std::string>& scenario,
                              std::uint32_t replicate) {
  const ResultRecord record = io::read_result_record(file);
  check_semantics(file, record);
  const ResultRecord::Scenario& asked = scenario_asked(file, record, scenario);
  check_replicate(file, asked, replicate);
  const auto accept = [&](const World& world) {
    check_tables(file, record, world, asked.name);
    check_constants(file, record, world, asked.name);
  };
  return {load_effective_study(asked.name, asked.effective, accept), asked.digests.at(replicate)};
}

void check_same_run(const std::string& file, const std::string& recorded, const std::string& lived) {
  if (recorded.empty() || recorded == lived) return;
  refuse(file, fmt::format("the run lived again has digest {}, the file records {}", lived, recorded),
         "this program does not repeat it, so no life of it can be told",
         "use the version that made it (sojourn info -v names it), or run the scenario again", "other-run");
}

}  // namespace sojourn::cli
