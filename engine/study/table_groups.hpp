#pragma once
// What the result file says of a table: its levels, and its paired differences between scenarios.
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "io/dataset.hpp"
#include "sim/parallel.hpp"
#include "study/series.hpp"

namespace sojourn::study {

/// The values of a table's indicators in every run, made once for levels and effects.
class TableValues {
 public:
  /// The same numbers for any number of threads: each run fills places of its own.
  TableValues(const Table& table, const Study& study, const Runs& runs, Parallel& threads);

  [[nodiscard]] const std::vector<const model::Indicator*>& indicators() const noexcept { return indicators_; }
  /// Steps of time x cells.
  [[nodiscard]] std::size_t places() const noexcept { return places_; }
  [[nodiscard]] std::size_t scenarios() const noexcept { return scenarios_; }
  /// Of women (0), men (1) or both (2), in the order scenario, replicate, step, cell; NaN where undefined.
  [[nodiscard]] const std::vector<double>& of(std::size_t indicator, std::size_t sex) const { return values_[indicator][sex]; }
  /// Replaces `sample` by the values of one place over the replicates of a scenario: of women (0), men (1), both (2) or
  /// the gap between women and men (3), taken replicate by replicate.
  void over_replicates(std::size_t indicator, std::size_t sex, std::size_t scenario, std::size_t place, std::vector<double>& sample) const;

 private:
  void fill(const Table& table, const sim::RunTables& run, std::size_t number, int scale);

  std::vector<const model::Indicator*> indicators_;
  std::size_t places_ = 0, scenarios_ = 0, replicates_ = 0;
  std::vector<std::array<std::vector<double>, 3>> values_;  // by indicator and sex
};

/// Group of levels.
[[nodiscard]] io::Group level_group(const Table& table, const Study& study, const TableValues& values, Parallel& threads);
/// Group of women, men and the gap between them (model::gap_value) under every scenario: means over replicates with
/// their intervals. For tables without time.
[[nodiscard]] io::Group gap_group(const Table& table, const Study& study, const TableValues& values, Parallel& threads);
/// Group of paired differences to the scenario that each is compared with; no scenarios, no group. A table without time
/// also has those of the gaps.
[[nodiscard]] io::Group effect_group(const Table& table, const Study& study, const TableValues& values, Parallel& threads);

}  // namespace sojourn::study
