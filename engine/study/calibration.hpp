#pragma once
// `sojourn calibrate --base`: the constants of the baseline that no table states, found by running it (EQUATIONS 5.19).
#include <functional>
#include <string>
#include <vector>

#include "model/base_year.hpp"
#include "model/fitted.hpp"
#include "model/levers/lever.hpp"
#include "model/parameters.hpp"

namespace sojourn::study {

struct CalibrationOptions {
  int scale = 200;          ///< persons that one simulated person stands for
  int years = 3;            ///< of one pass
  int passes = 34;          ///< each starts from the last one's constants
  int last_passes = 8;      ///< of them, with more people, so that small corridors are seen:
  int last_finer = 4;       ///< times as many
  std::uint64_t seed = 20190101;
  int threads = 0;          ///< 0: all
  std::vector<model::LeverSpec> rules;  ///< in force in the base year: what its levels were counted under
  std::function<void(const std::string&)> on_progress;  ///< one line a year of a pass; may be empty
};

/// Where a baseline starts before anything is fitted: flows and stays of the base year, prior tastes and rents.
[[nodiscard]] model::FittedConstants unfitted_constants(const model::BaseYear& base, const model::Parameters& parameters);

/// Runs the baseline with slow controllers on each constant until stocks, stays, tightness and fees stand where the base
/// year has them, then holds them. The same bytes for any number of threads.
[[nodiscard]] model::FittedConstants calibrate_base(const model::BaseYear& base, const model::Parameters& parameters,
                                                    const CalibrationOptions& options);

/// What a table of fitted constants is made from: the base year, every parameter's default, the semantics version.
[[nodiscard]] std::string calibration_key(const model::BaseYear& base);

/// Payable applicants for one job order that the taste means are fitted to (assumed, EQUATIONS 5.2): 3 where jobs are
/// scarce, 2 for women's domestic work from PHL and IDN, 0.8 where employers bid for domestic workers.
[[nodiscard]] double target_tightness(const model::BaseYear& base, const model::Market& market);

}  // namespace sojourn::study
