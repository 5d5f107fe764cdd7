#include "study/published.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>
#include <sstream>

#include "io/level_measures.hpp"
#include "io/reference_rates.hpp"
#include "study/selection.hpp"

namespace sojourn::study {
namespace {

constexpr int reach_of_surveys = 10;  // years from the base year, as the fit of the rents has it
constexpr double most_relative_error = 0.1;
constexpr double errors_allowed = 3;
constexpr double without_end = std::numeric_limits<double>::infinity();

double value_of(const model::BaseYear& base, const model::Indicator& measure, const Selection& selection,
                const std::vector<sim::Counts>& markets) {
  return model::indicator_value(measure, sum_of(base, selection, markets), 1);
}

/// How many neighbours in the list of destinations rise; NaN where one of them has nobody.
double rising_neighbours(const model::BaseYear& base, const model::Indicator& measure, Selection selection,
                         const std::vector<sim::Counts>& markets) {
  std::istringstream places{selection.destination};
  double rising = 0;
  std::optional<double> before;
  for (std::string place; std::getline(places, place, '+');) {
    selection.destination = place;
    const double here = value_of(base, measure, selection, markets);
    if (std::isnan(here)) return here;
    if (before && here > *before) ++rising;
    before = here;
  }
  return rising;
}

/// Mean and standard error over the replicates that have a value.
template <class Value>
void estimate(PublishedRow& row, MarketYears years, Value&& value) {
  std::vector<double> values;
  for (const std::vector<sim::Counts>& markets : years) {
    if (const double one = value(markets); !std::isnan(one)) values.push_back(one);
  }
  const auto n = static_cast<double>(values.size());
  row.in_replicates = static_cast<int>(values.size());
  row.simulated = values.empty() ? std::numeric_limits<double>::quiet_NaN() : 0;
  for (const double one : values) row.simulated += one / n;
  double squares = 0;
  for (const double one : values) squares += (one - row.simulated) * (one - row.simulated);
  if (values.size() > 1) row.standard_error = std::sqrt(squares / (n - 1) / n);
}

std::string place_of(const std::string& origin, const std::string& destination) {
  if (names_all(origin) && names_all(destination)) return "all";
  if (names_all(destination)) return origin;
  return names_all(origin) ? "to " + destination : origin + "-" + destination;
}

std::string who_of(io::RowSex sex, std::string group) {
  const char* word = sex == io::RowSex::women ? "women" : sex == io::RowSex::men ? "men" : "both";
  std::ranges::replace(group, '_', ' ');
  return group.empty() || group == "all" ? word : fmt::format("{}: {}", word, group);
}

struct Range {
  double low = 0, high = 0;
  [[nodiscard]] Range with(const Range& other) const {
    return {std::min(low, other.low), std::max(high, other.high)};
  }
};

Range around(double figure, Grade grade) {
  const double margin = single_figure_margin(grade) * std::abs(figure);
  return {figure - margin, figure + margin};
}

// Recruitment costs: the two units of one row.

/// Why a row can be no target; nothing for one that can.
std::string no_target_because(const model::BaseYear& base, const io::RecruitmentCostRow& row) {
  if (row.grade > Grade::b) return "grade C, recalled: no target";
  if (row.use != io::RowUse::survey) return "an upper bound, a price or a single case: no target";
  if (std::abs(row.year - base.year) > reach_of_surveys) return fmt::format("of {}: no target", row.year);
  return "";
}

/// Rows that are no target are shown where they are surveys, or state the indicator itself.
bool is_worth_showing(const io::RecruitmentCostRow& row) {
  return row.use == io::RowUse::survey || (row.use == io::RowUse::other && row.months);
}

bool has_standing_dollars(int year) { return year >= io::first_price_year && year <= io::last_price_year; }

std::optional<Range> dollars_of(const io::RecruitmentCostRow& row) {
  if (!has_standing_dollars(row.year)) return std::nullopt;
  if (row.low_usd) return Range{*row.low_usd, row.high_usd.value_or(without_end)};
  if (row.mean_usd) return around(*row.mean_usd, row.grade);
  return std::nullopt;
}

std::optional<Range> months_of(const io::RecruitmentCostRow& row) {
  if (!row.months) return std::nullopt;
  if (row.wage_usd && row.low_usd && row.high_usd) return Range{*row.low_usd / *row.wage_usd, *row.high_usd / *row.wage_usd};
  return around(*row.months, row.grade);
}

/// One of the two units in which costs are published.
struct CostUnit {
  const char* name;
  const char* measure;
  std::optional<Range> (*range)(const io::RecruitmentCostRow&);
};
constexpr std::array cost_units{CostUnit{"months", "mean_recruitment_cost_months", months_of},
                                CostUnit{"USD", "mean_recruitment_cost_usd", dollars_of}};

/// What the rents of the named corridor were fitted to, by sex.
std::string fitted_to(const model::BaseYear& base, const io::RecruitmentCostRow& row) {
  for (const model::Corridor& corridor : base.corridors) {
    if (base.origin(corridor.origin).code != row.origin) continue;
    if (base.destination(corridor.destination).code != row.destination) continue;
    std::string text;
    for (const Sex sex : all_sexes) {
      if (row.sex != io::RowSex::both && (row.sex == io::RowSex::women) != (sex == Sex::women)) continue;
      const model::Level& target = corridor.recruitment_cost_months[index(sex)];
      text += fmt::format("{}{} {}", text.empty() ? "rents of " : ", of ", sex_names[index(sex)],
                          target.grade == Grade::model ? "not fitted: no survey"
                                                       : fmt::format("fitted to {:.3g} months ({})", target.value, target.note));
    }
    return text;
  }
  return "a mean over corridors, each with rents fitted to its own figure or to none";
}

/// The lines of one unit, rows of the same people in one.
class CostLines {
  const model::BaseYear& base_;
  std::span<const io::RecruitmentCostRow> rows_;
  MarketYears years_;
  const CostUnit& unit_;

  [[nodiscard]] bool is_target(const io::RecruitmentCostRow& row) const {
    return no_target_because(base_, row).empty() && unit_.range(row).has_value();
  }
  static bool are_neighbours(const io::RecruitmentCostRow& one, const io::RecruitmentCostRow& other) {
    return one.origin == other.origin && one.destination == other.destination && one.sex == other.sex &&
           (one.sectors & other.sectors) != 0;
  }

 public:
  CostLines(const model::BaseYear& base, std::span<const io::RecruitmentCostRow> rows, MarketYears years,
            const CostUnit& unit)
      : base_{base}, rows_{rows}, years_{years}, unit_{unit} {}

  /// The line that begins with that row; nothing if it does not speak in this unit, or an earlier row began the line.
  [[nodiscard]] std::optional<PublishedRow> line(const io::RecruitmentCostRow& row) const {
    if (!unit_.range(row)) return std::nullopt;
    if (!is_target(row)) return is_worth_showing(row) ? std::optional{shown(row)} : std::nullopt;
    for (const io::RecruitmentCostRow& other : rows_) {
      if (other.at.line < row.at.line && are_of_one_line(row, other)) return std::nullopt;
    }
    return judged(row);
  }

 private:
  [[nodiscard]] bool are_of_one_line(const io::RecruitmentCostRow& one, const io::RecruitmentCostRow& other) const {
    return is_target(other) && are_neighbours(one, other) && one.sectors == other.sectors;
  }

  [[nodiscard]] PublishedRow measured(const io::RecruitmentCostRow& row, const Range& range) const {
    PublishedRow line{.what = "recruitment cost", .place = place_of(row.origin, row.destination),
                      .who = who_of(row.sex, row.group), .unit = unit_.name, .low = range.low, .high = range.high,
                      .grade = row.grade, .source = fmt::format("recruitment_costs.csv:{}", row.at.line),
                      .note = fitted_to(base_, row)};
    const Selection selection{row.origin, row.destination, row.sectors, row.sex};
    const model::Indicator& measure = *io::level_measure(unit_.measure);
    estimate(line, years_, [&](const auto& markets) { return value_of(base_, measure, selection, markets); });
    return line;
  }

  [[nodiscard]] PublishedRow judged(const io::RecruitmentCostRow& row) const {
    Range range = *unit_.range(row);
    for (const io::RecruitmentCostRow& other : rows_) {
      if (is_target(other) && are_neighbours(row, other)) range = range.with(*unit_.range(other));
    }
    PublishedRow line = measured(row, range);
    for (const io::RecruitmentCostRow& other : rows_) {
      if (other.at.line == row.at.line || !are_of_one_line(row, other)) continue;
      line.grade = std::max(line.grade, other.grade);
      line.source += fmt::format(",{}", other.at.line);
    }
    judge(line, years_.size());
    return line;
  }

  [[nodiscard]] PublishedRow shown(const io::RecruitmentCostRow& row) const {
    PublishedRow line = measured(row, *unit_.range(row));
    line.bound = false;
    line.note = no_target_because(base_, row);
    return line;
  }
};

}  // namespace

double single_figure_margin(Grade grade) { return grade == Grade::a ? 0.05 : 0.1; }

void judge(PublishedRow& row, std::size_t replicates) {
  if (row.in_replicates == 0 || 2 * static_cast<std::size_t>(row.in_replicates) < replicates) {
    row.bound = false;
    row.note = row.in_replicates == 0 ? "nobody simulated there in the year" : "too few simulated";
    return;
  }
  const double published = std::isinf(row.high) ? std::abs(row.low) : std::max(std::abs(row.low), std::abs(row.high));
  if (row.standard_error > most_relative_error * std::max(published, std::abs(row.simulated))) {
    row.bound = false;
    row.note = "too few simulated";
    return;
  }
  const double gap = std::max({0.0, row.low - row.simulated, row.simulated - row.high});
  row.hit = gap <= errors_allowed * row.standard_error;
}

std::vector<PublishedRow> judge_costs(const model::BaseYear& base, std::span<const io::RecruitmentCostRow> rows,
                                      MarketYears years) {
  std::vector<PublishedRow> lines;
  for (const io::RecruitmentCostRow& row : rows) {
    for (const CostUnit& unit : cost_units) {
      if (auto line = CostLines{base, rows, years, unit}.line(row)) lines.push_back(std::move(*line));
    }
  }
  return lines;
}

std::vector<PublishedRow> judge_levels(const model::BaseYear& base, std::span<const io::PublishedLevelRow> rows,
                                       MarketYears years) {
  std::vector<PublishedRow> lines;
  for (const io::PublishedLevelRow& row : rows) {
    const bool is_single = row.low == row.high && !row.ascending;
    const Range range = is_single ? around(row.low, row.grade) : Range{row.low, row.high};
    const std::string place = row.ascending ? "order" : place_of(row.origin, row.destination);
    const std::string who = row.ascending ? row.destination : who_of(row.sex, row.sector);
    PublishedRow line{.what = row.level, .place = place, .who = who, .unit = row.unit, .low = range.low, .high = range.high,
                      .grade = row.grade, .source = row.rows, .note = row.reason};
    const Selection selection{row.origin, row.destination, row.sectors, row.sex};
    const model::Indicator& measure = *io::level_measure(row.measure);
    estimate(line, years, [&](const auto& markets) {
      return row.ascending ? rising_neighbours(base, measure, selection, markets)
                           : value_of(base, measure, selection, markets);
    });
    judge(line, years.size());
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace sojourn::study
