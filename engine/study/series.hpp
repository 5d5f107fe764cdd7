#pragma once
// The tables of a study: which cells they have, and how an indicator's value comes out of a run's counts.
#include <array>
#include <functional>
#include <string>
#include <vector>

#include "io/dataset.hpp"
#include "model/base_year.hpp"
#include "model/indicators.hpp"
#include "sim/tables.hpp"
#include "study/scenario.hpp"

namespace sojourn::study {

/// All runs of a study: by scenario, then replicate.
using Runs = std::vector<std::vector<sim::RunTables>>;

/// Counts of one cell over one step of time, and the costs paid in it if the table keeps their distributions.
struct CellSums {
  sim::Counts counts{};
  std::array<std::int32_t, model::all_bins> costs{};  ///< bins of all distributions
  int months = 1;
};

/// One table: steps of time (or one whole period), cells along its axes, and the two sexes.
struct Table {
  std::string name;                  ///< "monthly_origin"
  std::string path;                  ///< "/monthly/origin"; effects stand under "/effects/NAME"
  std::vector<io::Axis> time;        ///< one axis, or none for a period
  std::vector<io::Axis> cells;
  std::vector<io::Variable> extra;   ///< codes of a coordinate
  std::size_t steps = 1, cell_count = 1;
  bool has_costs = false;            ///< then median and 80th percentile can be told
  bool lead_only = false;            ///< holds only the lead indicators unless others are named
  bool by_stat = false;              ///< levels as statistics over replicates in place of replicates
  bool has_orders = true;            ///< job orders belong to its cells
  std::function<void(const sim::RunTables& run, std::size_t step, std::size_t cell, std::size_t sex, CellSums& sums)> add;
};

/// Every table of this version, in the order of the file.
[[nodiscard]] std::vector<Table> tables_of(const Study& study, const model::BaseYear& base);
/// The whole period from `from` on, by origin.
[[nodiscard]] Table period_table(const Study& study, const model::BaseYear& base, Month from);
/// The whole recorded period, by corridor.
[[nodiscard]] Table corridor_period_table(const Study& study, const model::BaseYear& base);
/// Indicators that a table holds under the study's choice, in the catalogue's order.
[[nodiscard]] std::vector<const model::Indicator*> indicators_of(const Table& table, const Study& study);

/// Value of an indicator for one cell; NaN where it is undefined. `sums` may hold both sexes.
[[nodiscard]] double value_of(const model::Indicator& indicator, const CellSums& sums, int scale);

/// Index of the scenario that `scenario` is compared with; the scenario itself if there is none.
[[nodiscard]] std::size_t compared_index(const Study& study, std::size_t scenario);

/// Axis helpers.
[[nodiscard]] io::Axis text_axis(std::string name, std::string long_name, io::Text labels);
[[nodiscard]] io::Axis scenario_axis(const Study& study, bool compared_only);

}  // namespace sojourn::study
