#pragma once
// What a study gives back: the result file in memory, the headline effects, the digest.
#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/calendar.hpp"
#include "io/dataset.hpp"
#include "model/base_year.hpp"
#include "study/scenario.hpp"
#include "study/statistics.hpp"

namespace sojourn::model {
struct FittedConstants;
}

namespace sojourn::study {

/// How far a run is; sent at most once per month of each run, from one thread at a time.
struct Progress {
  double percent = 0;     ///< of all months of all scenarios and replicates
  int replicate = 0;      ///< runs (scenario x replicate) completed, then `of`
  int of = 0;
  Month month;            ///< the month just finished by the run that reports
};

/// What does not change a number.
struct RunOptions {
  int threads = 0;  ///< 0: all
  std::function<void(const Progress&)> on_progress;   ///< may be empty
  const std::atomic<bool>* stop = nullptr;            ///< set: finish the current months and return with `stopped`
};

/// One line of the headline: a paired difference to the scenario it is compared with, over `origins`, in the effect period.
struct EffectRow {
  std::string scenario, baseline;
  std::string indicator;        ///< `mean_recruitment_cost_usd`
  std::string label;            ///< "recruitment cost paid, mean USD"
  std::string unit;             ///< as in the file: "usd", "persons year-1", ...
  int sex = 2;                  ///< 0 women, 1 men, 2 both
  double baseline_value = 0;    ///< mean over replicates
  double effect = 0, lower = 0, upper = 0;  ///< mean paired difference and its interval
  int same_sign = 0, pairs = 0; ///< pairs with the sign of the mean, pairs in all
  bool has_interval = true;     ///< false with one replicate
};

/// The comparison that the terminal prints: one per scenario with something to compare.
struct Headline {
  std::string scenario, baseline;
  std::string origins_label;    ///< "Nepal", "Bangladesh, Nepal", "all 12 origins"
  Month from, to;
  std::vector<EffectRow> rows;  ///< ordered by indicator, then women, men, both
};

/// One line of a gap table: an indicator for women, for men, and the gap between them (model::gap_value), with
/// intervals of the means over replicates.
struct GapRow {
  std::string indicator, label, unit;
  bool is_share = false;  ///< the gap is women's share in percent; else women minus men, in the unit
  Summary women, men, gap;
};

/// Women and men under one scenario, all simulated origins together, over the recorded months.
struct GapTable {
  std::string scenario;
  std::string origins_label;  ///< "Nepal", "all 12 origins"
  Month from, to;
  int replicates = 0;
  std::vector<GapRow> rows;
};

struct Outcome {
  io::ResultFile file;          ///< without provenance of host and times, which the caller adds
  std::string digest;           ///< "sj1:7c1e0a94d2b35f68"
  std::vector<std::string> run_digests;  ///< of each run: scenario by scenario, its replicates within
  std::vector<Headline> headlines;
  std::vector<GapTable> gaps;      ///< one for each scenario
  std::vector<std::string> notes;  ///< what the reader of the numbers must know, one sentence each
  double variance_share_saved = 0; ///< by pairing: 1 - var(difference of pairs) / var(difference of independent runs)
  bool stopped = false;
};

/// Runs every scenario and replicate of `study`; the same bytes for any number of threads.
/// \throws std::runtime_error if an account of people or money does not balance (the message shows it).
[[nodiscard]] Outcome run_study(const Study& study, const model::BaseYear& base, const model::FittedConstants& fitted,
                                const RunOptions& options);

}  // namespace sojourn::study
