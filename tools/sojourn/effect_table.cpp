#include "effect_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "number_text.hpp"

namespace sojourn::cli {
namespace {

constexpr std::array sex_columns{"women", "men", "both"};
constexpr std::size_t least_column = 24, gap = 2;
constexpr double small_percent = 3;

/// One indicator: its label and a cell for each of women, men, both.
struct Line {
  std::string label;
  std::array<std::string, 3> cells;
};

std::vector<Line> lines_of(const study::Headline& headline) {
  std::vector<Line> lines;
  std::string indicator;
  for (const study::EffectRow& row : headline.rows) {
    if (lines.empty() || row.indicator != indicator) lines.push_back({row.label, {}});
    indicator = row.indicator;
    lines.back().cells.at(static_cast<std::size_t>(row.sex)) = effect_cell(row);
  }
  return lines;
}

std::string wide(const std::vector<Line>& lines, std::size_t label_width, const std::array<std::size_t, 3>& widths) {
  std::string text(label_width + 2, ' ');
  for (std::size_t i = 0; i < 3; ++i) text += fmt::format("{}{:^{}}", std::string(gap, ' '), sex_columns[i], widths[i]);
  text.erase(text.find_last_not_of(' ') + 1);
  text += "\n";
  for (const Line& line : lines) {
    text += fmt::format("  {:<{}}", line.label, label_width);
    for (std::size_t i = 0; i < 3; ++i)
      text += fmt::format("{}{:>{}}", std::string(gap, ' '), line.cells[i], widths[i]);
    text += "\n";
  }
  return text;
}

std::string narrow(const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines) {
    text += fmt::format("  {}\n", line.label);
    for (std::size_t i = 0; i < 3; ++i) {
      if (!line.cells[i].empty()) text += fmt::format("    {:<6} {}\n", sex_columns[i], line.cells[i]);
    }
  }
  return text;
}

bool has_intervals(const study::Headline& headline) {
  return !headline.rows.empty() && std::ranges::all_of(headline.rows, &study::EffectRow::has_interval);
}

bool row_is_small(const study::EffectRow& row) {
  const double farthest = std::max({std::abs(row.lower), std::abs(row.upper), std::abs(row.effect)});
  return farthest <= small_percent / 100 * std::abs(row.baseline_value);
}

}  // namespace

std::string effect_title(const study::Headline& headline, double interval_percent) {
  const int pairs = headline.rows.empty() ? 0 : headline.rows.front().pairs;
  const std::string intervals =
      has_intervals(headline) ? fmt::format(" ({:.6g} % intervals, {} pairs)", interval_percent, pairs) : "";
  return fmt::format("Effect of {} against {}, {}, {} to {}{}", headline.scenario, headline.baseline,
                     headline.origins_label, to_string(headline.from), to_string(headline.to), intervals);
}

std::string effect_cell(const study::EffectRow& row) {
  if (std::isnan(row.effect)) return "nobody to measure";
  if (!row.has_interval) return "no interval from one replicate";
  const int decimals = decimals_shown(row.effect, row.lower, row.upper);
  const std::string interval =
      fmt::format("({} to {})", signed_number(row.lower, decimals), signed_number(row.upper, decimals));
  if (row.lower <= 0 && row.upper >= 0) return "no clear change " + interval;
  return signed_number(row.effect, decimals) + " " + interval;
}

bool is_small(const study::Headline& headline) {
  return has_intervals(headline) && std::ranges::all_of(headline.rows, [](const study::EffectRow& row) {
           return std::isnan(row.effect) || row_is_small(row);
         });
}

std::string effect_rows(const study::Headline& headline, int width) {
  if (!has_intervals(headline)) {
    return "  an interval needs 2 or more replicates (run.replicates), and no effect is shown without one\n";
  }
  const std::vector<Line> lines = lines_of(headline);
  std::size_t label_width = 0;
  std::array<std::size_t, 3> widths{least_column, least_column, least_column};
  for (const Line& line : lines) {
    label_width = std::max(label_width, line.label.size());
    for (std::size_t i = 0; i < 3; ++i) widths[i] = std::max(widths[i], line.cells[i].size());
  }
  const std::size_t total = 2 + label_width + 3 * gap + widths[0] + widths[1] + widths[2];
  return width > 0 && total > static_cast<std::size_t>(width) ? narrow(lines) : wide(lines, label_width, widths);
}

}  // namespace sojourn::cli
