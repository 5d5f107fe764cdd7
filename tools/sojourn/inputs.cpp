#include "inputs.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>

#include "base/base_year.hpp"
#include "io/reference_tables.hpp"
#include "io/scenario_reader.hpp"
#include "library_folder.hpp"
#include "model/parameters.hpp"

namespace sojourn::cli {
namespace {

namespace fs = std::filesystem;

constexpr int most_threads = 1024;
/// Stands before the name of each file in a source text.
constexpr std::string_view source_mark{"# file "};

model::BaseYear read_base(const fs::path& library, const io::ReferenceChoice& choice) {
  const io::ReferenceTables tables =
      io::read_reference_tables({library / "reference", choice.tables, choice.tables.string()});
  return base::build_base_year(tables, {choice.base_year, choice.grades});
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
  context.library = library;
  context.overrides = arguments.values("set");
  context.alone = arguments.has("alone");
  context.baseline = arguments.value("baseline").value_or("");
  return context;
}

/// What stands under a scenario: the files above it in its source text, nearest first.
std::vector<std::string> extended_by(const study::Study& study, const fs::path& file) {
  std::vector<std::string> parents;
  for (const study::Scenario& scenario : study.scenarios) {
    if (scenario.name != file.stem().string()) continue;
    for (std::size_t at = 0; at < scenario.source_text.size();) {
      const std::size_t end = std::min(scenario.source_text.find('\n', at), scenario.source_text.size());
      const std::string line = scenario.source_text.substr(at, end - at);
      if (line.starts_with(source_mark)) parents.insert(parents.begin(), line.substr(source_mark.size()));
      at = end + 1;
    }
  }
  if (!parents.empty()) parents.erase(parents.begin());  // the file itself stands last
  return parents;
}

}  // namespace

LoadedStudy load_study(const Arguments& arguments) {
  const fs::path library = library_folder();
  const std::vector<fs::path> files(arguments.operands.begin(), arguments.operands.end());
  LoadedStudy loaded;
  loaded.base = read_base(library, io::read_reference_choice(files, library, arguments.values("set")));
  loaded.study = io::read_study(files, context_of(loaded.base, library, arguments), &loaded.remarks);
  for (const fs::path& file : files) loaded.extended.push_back(extended_by(loaded.study, file));
  return loaded;
}

model::BaseYear load_library_base() { return read_base(library_folder(), {}); }

int threads_asked(const Arguments& arguments, const std::string& command) {
  const char* variable = std::getenv("SOJOURN_THREADS");
  if (arguments.has("threads") || variable == nullptr || *variable == '\0') {
    return whole_number(arguments, command, "threads", 1, most_threads, 0);
  }
  return whole_number_text(fmt::format("sojourn {}", command), "SOJOURN_THREADS =", variable, 1, most_threads);
}

}  // namespace sojourn::cli
