#pragma once
// From the files named on the command line to a study that can run, and the world that it stands on.
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "core/diagnostic.hpp"
#include "io/reference_rates.hpp"
#include "io/reference_tables.hpp"
#include "model/base_year.hpp"
#include "model/fitted.hpp"
#include "model/levers/lever.hpp"
#include "study/published.hpp"
#include "study/scenario.hpp"

namespace sojourn::cli {

/// The base year that scenario files choose, or the library's own.
struct World {
  model::BaseYear base;
  std::vector<io::TableFile> tables;              ///< that made it
  std::map<std::string, io::ExchangeRate> rates;  ///< of the price year, by currency
  std::vector<int> base_years;                    ///< that the tables can serve
  std::vector<io::RuleInForceRow> rule_rows;      ///< rules in force, of every grade
  std::string rules_file;                         ///< the table that holds them
  std::uint32_t grades = 0x7;                     ///< bit per Grade A, B, C
  std::vector<model::LeverSpec> rules;            ///< in force in the base year: its levels were counted under them
  study::PublishedRows published;                 ///< what a baseline is held against
  std::filesystem::path constants;                ///< where its fitted constants stand
  std::string constants_name;                     ///< the same as told in a record
  std::string remake;                             ///< the command that makes them
};

struct LoadedStudy {
  study::Study study;
  World world;
  std::vector<Diagnostic> remarks;                 ///< warnings and notes: nothing that stops a run
  std::vector<std::vector<std::string>> extended;  ///< of each named file: what it extends, nearest first
};

/// Reads the scenario files and the reference tables that they choose; without a file the library's baseline.
/// \throws InputError with every mistake in them
[[nodiscard]] LoadedStudy load_study(const Arguments& arguments);

/// One scenario written out in full, as a result file holds it, in the folder one stands in. `accept` sees its world
/// before the scenario is read, and throws if it is not the right one.
/// \throws InputError
[[nodiscard]] LoadedStudy load_effective_study(const std::string& name, const std::string& text,
                                               const std::function<void(const World&)>& accept);

/// The table of fitted constants as an input of the run; without a hash if it is missing.
[[nodiscard]] study::InputFile constants_input(const World& world);

/// Reads the reference tables alone, and passes over what else is wrong in the files.
/// \throws InputError
[[nodiscard]] World load_world(const Arguments& arguments);

/// What the scenario of a named file is called: its stem; `stdin` for `-`, standard input.
[[nodiscard]] std::string scenario_name(const std::string& file);

/// The fitted constants of that world, checked to have been made from it.
/// \throws InputError naming the command that makes them if they are missing or stale
[[nodiscard]] model::FittedConstants load_fitted_constants(const World& world);

/// Every rule in force of that world, with its own months.
[[nodiscard]] std::vector<model::LeverSpec> rules_of(const World& world);

/// Options that say how scenario files are read: several commands share them.
inline constexpr OptionSpec set_option{"set", 0, "KEY=VALUE",
                                       "change one key of the named files; recorded in the result", true};
inline constexpr OptionSpec alone_option{"alone", 0, "", "run the named files without what they are compared with"};
inline constexpr OptionSpec baseline_option{"baseline", 0, "NAME", "compare with this scenario of the study"};
inline constexpr OptionSpec threads_option{"threads", 0, "N", "threads to use (default: SOJOURN_THREADS, else all)"};

/// `--threads`, else SOJOURN_THREADS, else 0 (all).
/// \throws InputError
[[nodiscard]] int threads_asked(const Arguments& arguments, const std::string& command);

}  // namespace sojourn::cli
