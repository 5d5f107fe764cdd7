#pragma once
// Published cases: a scenario with what it is compared with, and each published figure beside what they show.
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "io/case_table.hpp"
#include "model/base_year.hpp"
#include "model/fitted.hpp"
#include "sim/tables.hpp"
#include "study/scenario.hpp"
#include "study/statistics.hpp"

namespace sojourn::study {

/// What one run counted in the months of one figure, in simulated persons.
struct WindowSums {
  sim::Counts counts{};
  int months = 0;
};

/// A figure's measure in one run: flows as their mean of a month, stocks as their mean, ratios of sums; with `per`, what
/// flows add up to (stocks as their mean) in percent of the same of `per`. NaN where nobody is there.
[[nodiscard]] double case_value(const io::CaseRow& row, const WindowSums& sums, int scale);

/// How far the belief of a case's cause moves, in ln, at full accuracy for persons without experience.
[[nodiscard]] double cause_ln(io::CaseCause cause, const model::Parameters& parameters);

/// The row's statistic of two values of its measure. NaN where it is not defined.
[[nodiscard]] double case_statistic(const io::CaseRow& row, double scenario, double compared, const model::Parameters& parameters);

/// A value for each replicate, whose mean and spread are those of the statistic: itself where it is a level or a difference, and of
/// percents and elasticities, which are of the means over replicates, the jackknife's (n all - (n - 1) all but this one): few
/// events in a replicate do not bias them. NaN where a replicate has nobody.
[[nodiscard]] std::vector<double> case_values(const io::CaseRow& row, std::span<const double> scenario, std::span<const double> compared,
                                              const model::Parameters& parameters);

/// One figure, and what is simulated in its place.
struct CaseFigure {
  io::CaseRow row;
  Summary simulated;            ///< over replicates; a t interval of the study's percent
  std::vector<double> values;   ///< by replicate, `less` subtracted
  bool bound = true;            ///< judged
  bool hit = true;
  std::string note;             ///< why it counts as missed without a value; that the interval crosses an end of the range
};

struct CaseReport {
  std::string name, title;
  std::vector<CaseFigure> figures;
  int replicates = 0, scale = 0;
  double interval_percent = 90;
  double seconds = 0;
  [[nodiscard]] bool hit() const;  ///< all judged figures
};

/// Sets `simulated`, `hit` and `note` from `values`: hit if the mean lies in the range. Nobody simulated in half of the
/// replicates or more is a miss.
void judge(CaseFigure& figure, double interval_percent);

struct CaseOptions {
  int threads = 0;
  std::function<void(int done, int of)> on_progress;  ///< months of all runs; may be empty
};

/// Runs the study's scenarios on common random numbers and judges `rows`, all of one case. The same bytes for any number of
/// threads. \throws InputError if a row names a variant that the study lacks, or months after its end.
[[nodiscard]] CaseReport run_case(const Study& study, const model::BaseYear& base, const model::FittedConstants& fitted,
                                  std::span<const io::CaseRow> rows, const CaseOptions& options);

/// The lines of one case as printed.
[[nodiscard]] std::string to_text(const CaseReport& report);
/// "12 cases: 10 hit, 2 miss", with the misses named.
[[nodiscard]] std::string summary_text(std::span<const CaseReport> reports);

}  // namespace sojourn::study
