#pragma once
// From the files named on the command line to a study that can run, and the base year that it stands on.
#include <string>
#include <vector>

#include "arguments.hpp"
#include "core/diagnostic.hpp"
#include "model/base_year.hpp"
#include "model/fitted.hpp"
#include "study/scenario.hpp"

namespace sojourn::cli {

class Terminal;

struct LoadedStudy {
  study::Study study;
  model::BaseYear base;
  std::vector<Diagnostic> remarks;                 ///< warnings and notes: nothing that stops a run
  std::vector<std::vector<std::string>> extended;  ///< of each named file: what it extends, nearest first
};

/// Reads the scenario files and the reference tables that they choose.
/// \throws InputError with every mistake in them
[[nodiscard]] LoadedStudy load_study(const Arguments& arguments);

/// The library's base year at the default grades: what `validate` and `calibrate` without a scenario stand on.
/// \throws InputError
[[nodiscard]] model::BaseYear load_library_base();

/// The shipped fitted constants, checked to have been made from `base`.
/// \throws InputError naming `sojourn calibrate --base` if they are missing or stale
[[nodiscard]] model::FittedConstants load_fitted_constants(const model::BaseYear& base);

/// Where the fitted constants of the library stand.
[[nodiscard]] std::string fitted_constants_path();

/// Options that say how scenario files are read: `run` and `check` share them.
inline constexpr OptionSpec set_option{"set", 0, "KEY=VALUE",
                                       "change one key of the named files; recorded in the result", true};
inline constexpr OptionSpec alone_option{"alone", 0, "", "run the named files without what they are compared with"};
inline constexpr OptionSpec baseline_option{"baseline", 0, "NAME", "compare with this scenario of the study"};
inline constexpr OptionSpec threads_option{"threads", 0, "N", "threads to use (default: SOJOURN_THREADS, else all)"};

/// `--threads`, else SOJOURN_THREADS, else 0 (all).
/// \throws InputError
[[nodiscard]] int threads_asked(const Arguments& arguments, const std::string& command);

}  // namespace sojourn::cli
