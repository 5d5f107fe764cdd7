#pragma once
// The baseline beside published figures: what workers paid, and levels that it should meet (docs/model/levels.md).
#include <span>
#include <string>
#include <vector>

#include "io/reference_tables.hpp"
#include "model/base_year.hpp"
#include "sim/tables.hpp"

namespace sojourn::study {

/// The rows of the reference tables that the baseline is held against.
struct PublishedRows {
  std::vector<io::RecruitmentCostRow> costs;
  std::vector<io::PublishedLevelRow> levels;
};

/// One published figure, its range, and what the baseline shows in its place.
struct PublishedRow {
  std::string what;  ///< the level in words; "recruitment cost"
  std::string place;  ///< "BGD-SAU", "BGD", "to MYS", "all"
  std::string who;    ///< sex and group, in the source's words
  std::string unit;
  double low = 0, high = 0;  ///< the range held to; high may be infinite
  double simulated = 0;      ///< mean over replicates; NaN if nobody is there
  double standard_error = 0;
  Grade grade = Grade::model;
  int in_replicates = 0;     ///< that have a value
  bool bound = true;         ///< judged; else shown with the reason in `note`
  bool hit = true;
  std::string source;  ///< rows, "recruitment_costs.csv:76,77"
  std::string note;    ///< why it is not judged; else what is known of a miss
};

/// What all replicates counted in the judged year, in simulated persons: by replicate, then by market.
using MarketYears = std::span<const std::vector<sim::Counts>>;

/// A single figure stands for itself within 5 % if its row is graded A, else within 10 %.
[[nodiscard]] double single_figure_margin(Grade grade);

/// Sets `hit`: inside the range, or closer to it than three standard errors. Takes `bound` back where fewer than half of
/// `replicates` have a value, or where the standard error is more than a tenth of both the published and the simulated
/// figure, so that chance would judge.
void judge(PublishedRow& row, std::size_t replicates);

/// A line for each corridor, sex, group of sectors and unit, months of earnings and USD, of the surveys of recruitment costs:
/// those of grade A and B within ten years of the base year; USD only of years whose dollars stand as they are. The range
/// is the span of what the rows of the same corridor, sex and overlapping sectors say, each with its own low and high, or
/// with the margin of a single figure. Notes say what the rents of a corridor were fitted to. Surveys that are no targets, and
/// other rows in months but for single cases and repeat migrants, are shown and not judged.
[[nodiscard]] std::vector<PublishedRow> judge_costs(const model::BaseYear& base, std::span<const io::RecruitmentCostRow> rows,
                                                    MarketYears years);

/// One line for each row of evidence/levels.csv.
[[nodiscard]] std::vector<PublishedRow> judge_levels(const model::BaseYear& base, std::span<const io::PublishedLevelRow> rows,
                                                     MarketYears years);

}  // namespace sojourn::study
