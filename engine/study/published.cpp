#include "study/published.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>
#include <sstream>

#include "io/level_measures.hpp"
#include "io/reference_rates.hpp"

namespace sojourn::study {
namespace {

constexpr int reach_of_surveys = 10;  // years from the base year, as the fit of the rents has it
constexpr double most_relative_error = 0.1;
constexpr double errors_allowed = 3;
constexpr double without_end = std::numeric_limits<double>::infinity();

bool holds(const std::string& list, const std::string& code) {
  return fmt::format("+{}+", list).find(fmt::format("+{}+", code)) != std::string::npos;
}

bool names_all(const std::string& list) { return holds(list, "ALL") || holds(list, "WLD"); }

/// Which markets a row speaks of.
struct Selection {
  std::string origin, destination;
  std::uint32_t sectors = 0;
  io::RowSex sex{};

  [[nodiscard]] bool takes(const model::BaseYear& base, const model::Market& market) const {
    const model::Corridor& corridor = base.corridor(market.corridor);
    const model::Destination& place = base.destination(corridor.destination);
    const bool is_there = names_all(destination) || holds(destination, place.code) ||
                          (holds(destination, "GCC") && place.region == "gulf");
    const bool from_there = names_all(origin) || holds(origin, base.origin(corridor.origin).code);
    const bool of_sex = sex == io::RowSex::both || (sex == io::RowSex::women) == (market.sex == Sex::women);
    return is_there && from_there && of_sex && (sectors >> index(market.sector) & 1U) != 0;
  }
};

sim::Counts sum_of(const model::BaseYear& base, const Selection& selection, const std::vector<sim::Counts>& markets) {
  sim::Counts sum{};
  for (std::size_t k = 0; k < base.markets.size(); ++k) {
    if (!selection.takes(base, base.markets[k])) continue;
    for (std::size_t kind = 0; kind < sum.size(); ++kind) sum[kind] += markets[k][kind];
  }
  return sum;
}

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

std::string who_of(io::RowSex sex, const std::string& group) {
  const char* word = sex == io::RowSex::women ? "women" : sex == io::RowSex::men ? "men" : "both";
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

bool is_comparable(const model::BaseYear& base, const io::RecruitmentCostRow& row) {
  return row.use == io::RowUse::survey && row.grade <= Grade::b && std::abs(row.year - base.year) <= reach_of_surveys;
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

/// The span of what comparable rows say in that unit.
template <class InUnit>
std::optional<Range> range_of(const model::BaseYear& base, std::span<const io::RecruitmentCostRow> rows,
                              const io::RecruitmentCostRow& row, InUnit&& in_unit) {
  std::optional<Range> range = in_unit(row);
  if (!range) return range;
  for (const io::RecruitmentCostRow& other : rows) {
    const bool of_same_people = other.origin == row.origin && other.destination == row.destination &&
                                other.sex == row.sex && (other.sectors & row.sectors) != 0;
    if (!of_same_people || !is_comparable(base, other)) continue;
    if (const auto theirs = in_unit(other)) range = range->with(*theirs);
  }
  return range;
}

PublishedRow cost_row(const model::BaseYear& base, const io::RecruitmentCostRow& row, const char* unit,
                      const char* measure, const Range& range, MarketYears years) {
  PublishedRow line{.what = "recruitment cost", .place = place_of(row.origin, row.destination),
                    .who = who_of(row.sex, row.group), .unit = unit, .low = range.low, .high = range.high,
                    .grade = row.grade, .year = row.year,
                    .source = fmt::format("recruitment_costs.csv:{}", row.at.line), .note = {}};
  const Selection selection{row.origin, row.destination, row.sectors, row.sex};
  const model::Indicator& indicator = *io::level_measure(measure);
  estimate(line, years, [&](const auto& markets) { return value_of(base, indicator, selection, markets); });
  judge(line);
  return line;
}

}  // namespace

double single_figure_margin(Grade grade) { return grade == Grade::a ? 0.05 : 0.1; }

void judge(PublishedRow& row) {
  if (std::isnan(row.simulated)) {
    row.bound = false;
    row.note = "nobody there in the year";
    return;
  }
  const double figure = std::max(std::abs(row.low), std::isinf(row.high) ? 0 : std::abs(row.high));
  if (row.standard_error > most_relative_error * figure) {
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
    if (!is_comparable(base, row)) continue;
    if (const auto months = range_of(base, rows, row, months_of))
      lines.push_back(cost_row(base, row, "months", "mean_recruitment_cost_months", *months, years));
    if (const auto dollars = range_of(base, rows, row, dollars_of))
      lines.push_back(cost_row(base, row, "USD", "mean_recruitment_cost_usd", *dollars, years));
  }
  return lines;
}

std::vector<PublishedRow> judge_levels(const model::BaseYear& base, std::span<const io::PublishedLevelRow> rows,
                                       MarketYears years) {
  std::vector<PublishedRow> lines;
  for (const io::PublishedLevelRow& row : rows) {
    const bool is_single = row.low == row.high && !row.ascending;
    const Range range = is_single ? around(row.low, row.grade) : Range{row.low, row.high};
    PublishedRow line{.what = row.level, .place = place_of(row.origin, row.destination),
                      .who = who_of(row.sex, row.sector), .unit = row.unit, .low = range.low, .high = range.high,
                      .grade = row.grade, .source = row.rows, .note = row.reason};
    const Selection selection{row.origin, row.destination, row.sectors, row.sex};
    const model::Indicator& measure = *io::level_measure(row.measure);
    estimate(line, years, [&](const auto& markets) {
      return row.ascending ? rising_neighbours(base, measure, selection, markets)
                           : value_of(base, measure, selection, markets);
    });
    judge(line);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace sojourn::study
