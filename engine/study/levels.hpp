#pragma once
// `sojourn validate --levels`: the baseline's first year against the base year's registers and published figures, and its
// stock over three years.
#include <functional>
#include <string>
#include <vector>

#include "model/base_year.hpp"
#include "model/fitted.hpp"
#include "model/levers/lever.hpp"
#include "model/parameters.hpp"
#include "study/published.hpp"

namespace sojourn::study {

struct LevelsOptions {
  int scale = 100;
  int replicates = 10;
  std::uint64_t seed = 2019;
  int threads = 0;
  std::vector<model::LeverSpec> rules;  ///< in force in the base year
  std::function<void(int done, int of)> on_progress;  ///< months of all replicates; may be empty
};

/// One line of the table.
struct LevelRow {
  std::string what;        ///< "registered deployments, first year", "workers abroad after three years over the start"
  std::string place;       ///< origin or corridor
  double target = 0;       ///< 0: nothing is known
  double simulated = 0;    ///< mean over replicates
  double standard_error = 0;
  Grade grade = Grade::model;
  bool bound = false;      ///< held to the target; else shown only
  bool hit = true;
  std::string note;        ///< how the source counts, or why there is no bound
  [[nodiscard]] double ratio() const { return target > 0 ? simulated / target : 0.0; }
};

/// How many bounds were met, of how many.
struct Met {
  int met = 0, of = 0;
};

struct LevelsReport {
  std::vector<LevelRow> rows;          ///< deployments and stocks
  std::vector<PublishedRow> costs;     ///< recruitment costs
  std::vector<PublishedRow> published; ///< levels of evidence/levels.csv
  int scale = 100, replicates = 10;
  [[nodiscard]] Met registers() const;
  [[nodiscard]] Met recruitment_costs() const;
  [[nodiscard]] Met levels() const;
  [[nodiscard]] int misses() const;  ///< of all three
  [[nodiscard]] int bounds() const;
};

/// Baseline without shocks and growth, with the study's default burn-in. Registered deployments are counted as each source
/// counts. Bounds: 5 %, or three standard errors for cells under 20,000 a year; of published figures as study/published.hpp
/// says.
[[nodiscard]] LevelsReport validate_levels(const model::BaseYear& base, const model::FittedConstants& fitted,
                                           const model::Parameters& parameters, const PublishedRows& published,
                                           const LevelsOptions& options);

/// The tables as printed, with how many bounds of each were met.
[[nodiscard]] std::string to_text(const LevelsReport& report);

}  // namespace sojourn::study
