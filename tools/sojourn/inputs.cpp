#include "inputs.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "base/base_year.hpp"
#include "io/reference_tables.hpp"
#include "io/scenario_reader.hpp"
#include "library_folder.hpp"
#include "model/indicators.hpp"
#include "model/parameters.hpp"

namespace sojourn::cli {
namespace {

namespace fs = std::filesystem;

constexpr int most_threads = 1024;

/// The world that a study stands on, and the tables that made it.
struct World {
  model::BaseYear base;
  std::vector<io::TableFile> tables;
};

World read_world(const fs::path& library, const io::ReferenceChoice& choice) {
  io::ReferenceTables tables =
      io::read_reference_tables({library / "reference", choice.tables, choice.tables.string()});
  return {base::build_base_year(tables, {choice.base_year, choice.grades}), std::move(tables.files)};
}

io::ReaderContext context_of(const model::BaseYear& base, const fs::path& library, const Arguments& arguments) {
  io::ReaderContext context;
  for (const model::Origin& origin : base.origins) context.origins.push_back({origin.code, origin.name});
  for (const model::Destination& place : base.destinations) context.destinations.push_back({place.code, place.name});
  for (const model::Corridor& corridor : base.corridors) {
    context.corridors.emplace_back(index(corridor.origin), index(corridor.destination));
  }
  for (const model::ParameterRow& row : model::parameter_list()) {
    context.parameters.push_back({std::string{row.name}, row.lowest, row.highest});
  }
  context.indicators = {"lead"};
  for (const model::Indicator& indicator : model::indicator_catalogue()) {
    context.indicators.emplace_back(indicator.name);
  }
  context.library = library;
  context.overrides = arguments.values("set");
  context.alone = arguments.has("alone");
  context.baseline = arguments.value("baseline").value_or("");
  return context;
}

/// The files under a scenario in its source text, which puts each below a line `# NAME`, parents first; nearest first.
std::vector<std::string> extended_by(const study::Study& study, const fs::path& file) {
  std::vector<std::string> chain;
  const auto scenario = std::ranges::find(study.scenarios, file.stem().string(), &study::Scenario::name);
  if (scenario == study.scenarios.end()) return chain;
  std::istringstream text{scenario->source_text};
  for (std::string line; std::getline(text, line);) {
    const bool is_mark = std::ranges::any_of(
        study.inputs, [&](const study::InputFile& input) { return line == fmt::format("# {}", input.path); });
    if (is_mark) chain.insert(chain.begin(), line.substr(2));
  }
  if (!chain.empty()) chain.erase(chain.begin());  // the file itself stands last
  return chain;
}

}  // namespace

LoadedStudy load_study(const Arguments& arguments) {
  const fs::path library = library_folder();
  const std::vector<fs::path> files(arguments.operands.begin(), arguments.operands.end());
  LoadedStudy loaded;
  World world = read_world(library, io::read_reference_choice(files, library, arguments.values("set")));
  loaded.base = std::move(world.base);
  loaded.study = io::read_study(files, context_of(loaded.base, library, arguments), &loaded.remarks);
  for (const fs::path& file : files) loaded.extended.push_back(extended_by(loaded.study, file));
  for (const io::TableFile& table : world.tables) loaded.study.inputs.push_back({table.path, table.sha256});
  return loaded;
}

model::BaseYear load_library_base() { return read_world(library_folder(), {}).base; }

int threads_asked(const Arguments& arguments, const std::string& command) {
  const char* variable = std::getenv("SOJOURN_THREADS");
  if (arguments.has("threads") || variable == nullptr || *variable == '\0') {
    return whole_number(arguments, command, "threads", 1, most_threads, 0);
  }
  return whole_number_text(fmt::format("sojourn {}", command), "SOJOURN_THREADS =", variable, 1, most_threads);
}

}  // namespace sojourn::cli
