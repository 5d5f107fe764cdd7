#include "inputs.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "base/base_year.hpp"
#include "io/digest.hpp"
#include "io/fitted_constants.hpp"
#include "io/scenario_reader.hpp"
#include "library_folder.hpp"
#include "model/indicators.hpp"
#include "model/parameters.hpp"
#include "study/calibration.hpp"

namespace sojourn::cli {
namespace {

namespace fs = std::filesystem;

constexpr int most_threads = 1024;
constexpr int middle_of_year = 7;  // a rule in force in this month of the base year was so for most of it

/// What is read, and where from.
struct Sources {
  fs::path library;
  std::vector<fs::path> files;
  std::optional<std::string> standard_input;  ///< if a file is named `-`
};

/// At most a byte more than a scenario may have: the reader tells the rest.
std::string read_standard_input() {
  std::string text(io::most_scenario_bytes + 1, '\0');
  std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::cin.gcount()));
  return text;
}

/// The named files; the library's baseline where none is.
Sources sources_of(const Arguments& arguments) {
  Sources sources{library_folder(), {arguments.operands.begin(), arguments.operands.end()}, std::nullopt};
  if (sources.files.empty()) sources.files = {sources.library / "baseline.toml"};
  if (std::ranges::find(sources.files, fs::path{"-"}) != sources.files.end())
    sources.standard_input = read_standard_input();
  return sources;
}

/// Words of the command line that choose a world, as a shell takes them.
std::string choosing_words(const Arguments& arguments) {
  std::string words;
  for (const std::string& file : arguments.operands) words += " " + file;
  for (const std::string& setting : arguments.values("set")) {
    if (setting.starts_with("reference.")) words += fmt::format(" --set '{}'", setting);
  }
  return words;
}

/// What the tables of a world give to the reading of scenarios.
io::ReaderContext context_of(const World& world) {
  const model::BaseYear& base = world.base;
  io::ReaderContext context;
  context.rates = world.rates;
  context.base_years = world.base_years;
  context.rules_in_force = world.rule_rows;
  context.rules_file = world.rules_file;
  context.grades = world.grades;
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
  return context;
}

io::ReaderContext context_of(const World& world, const Sources& sources, const Arguments& arguments) {
  io::ReaderContext context = context_of(world);
  context.library = sources.library;
  context.standard_input = sources.standard_input;
  context.overrides = arguments.values("set");
  context.alone = arguments.has("alone");
  context.baseline = arguments.value("baseline").value_or("");
  return context;
}

/// `year`, or the nearest that the tables have: reading goes on, so that a year that they lack is told with all else.
int nearest_year(const std::vector<int>& years, int year) {
  const auto nearest = std::ranges::min_element(years, {}, [year](int one) { return std::abs(one - year); });
  return nearest == years.end() ? year : *nearest;
}

/// The files under a scenario in its source text, which puts each below a line `# NAME`, parents first; nearest first.
std::vector<std::string> extended_by(const study::Study& study, const fs::path& file) {
  std::vector<std::string> chain;
  const auto scenario = std::ranges::find(study.scenarios, scenario_name(file.string()), &study::Scenario::name);
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

std::string path_of(const std::vector<io::TableFile>& tables, const std::string& name) {
  const auto table = std::ranges::find(tables, name, &io::TableFile::name);
  return table == tables.end() ? name : table->path;
}

World world_of(const Sources& sources, const Arguments& arguments) {
  const fs::path& library = sources.library;
  const io::ReferenceChoice choice =
      io::read_reference_choice(sources.files, library, arguments.values("set"), sources.standard_input);
  io::ReferenceTables tables =
      io::read_reference_tables({library / "reference", choice.tables, choice.tables.string()});
  World world;
  world.base_years = io::base_years(tables, choice.grades);
  world.base = base::build_base_year(tables, {nearest_year(world.base_years, choice.base_year), choice.grades});
  world.rates = io::exchange_rates(tables, choice.price_year, choice.grades);
  world.tables = std::move(tables.files);
  world.rule_rows = std::move(tables.rules_in_force);
  world.rules_file = path_of(world.tables, "rules_in_force.csv");
  world.grades = choice.grades;
  world.rules = io::rules_in_force(context_of(world), Month{world.base.year, middle_of_year});
  world.published = {std::move(tables.recruitment_costs), std::move(tables.levels)};
  const fs::path folder = choice.tables.empty() ? library / "reference" : choice.tables;
  world.constants = io::fitted_constants_path(folder, choice.grades);
  const fs::path named = choice.tables.empty() ? fs::path{"library:reference"} : choice.tables;
  world.constants_name = io::fitted_constants_path(named, choice.grades).string();
  std::error_code ignored;
  const bool is_shipped = choice.tables.empty() && choice.base_year == io::ReferenceChoice{}.base_year &&
                          choice.grades == io::ReferenceChoice{}.grades;
  world.remake = fmt::format("sojourn calibrate --base{}{}", is_shipped ? "" : choosing_words(arguments),
                             fs::exists(world.constants, ignored) ? " --force" : "");
  return world;
}

}  // namespace

std::string scenario_name(const std::string& file) {
  return file == "-" ? std::string{io::standard_input_name} : fs::path{file}.stem().string();
}

std::vector<model::LeverSpec> rules_of(const World& world) { return io::reference_rules(context_of(world)); }

World load_world(const Arguments& arguments) { return world_of(sources_of(arguments), arguments); }

LoadedStudy load_study(const Arguments& arguments) {
  const Sources sources = sources_of(arguments);
  LoadedStudy loaded;
  loaded.world = world_of(sources, arguments);
  loaded.study = io::read_study(sources.files, context_of(loaded.world, sources, arguments), &loaded.remarks);
  for (const fs::path& file : sources.files) loaded.extended.push_back(extended_by(loaded.study, file));
  for (const io::TableFile& table : loaded.world.tables) loaded.study.inputs.push_back({table.path, table.sha256});
  return loaded;
}

LoadedStudy load_effective_study(const std::string& name, const std::string& text,
                                 const std::function<void(const World&)>& accept) {
  const Sources sources{library_folder(), {fs::path{"-"}}, text};
  Arguments words;  // of a call for the same scenario
  words.operands = {name + ".toml"};
  LoadedStudy loaded;
  loaded.world = world_of(sources, words);
  accept(loaded.world);
  loaded.study = io::read_study(sources.files, context_of(loaded.world, sources, words), &loaded.remarks);
  loaded.study.name = name;
  loaded.study.scenarios.front().name = name;
  return loaded;
}

study::InputFile constants_input(const World& world) {
  std::error_code unknown;
  const bool is_there = fs::is_regular_file(world.constants, unknown);
  return {world.constants_name, is_there ? io::sha256_of_file(world.constants) : ""};
}

model::FittedConstants load_fitted_constants(const World& world) {
  try {
    return io::read_fitted_constants(world.constants, world.base, study::calibration_key(world.base));
  } catch (const InputError& error) {
    std::vector<Diagnostic> findings = error.findings();
    for (Diagnostic& finding : findings) finding.hint = "run: " + world.remake;  // with the words of this call
    throw InputError{std::move(findings)};
  }
}

int threads_asked(const Arguments& arguments, const std::string& command) {
  const char* variable = std::getenv("SOJOURN_THREADS");
  if (arguments.has("threads") || variable == nullptr || *variable == '\0') {
    return whole_number(arguments, command, "threads", 1, most_threads, 0);
  }
  return whole_number_text(fmt::format("sojourn {}", command), "SOJOURN_THREADS =", variable, 1, most_threads);
}

}  // namespace sojourn::cli
