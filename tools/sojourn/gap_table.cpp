#include "gap_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "number_text.hpp"

namespace sojourn::cli {
namespace {

constexpr std::array columns{"women", "men", "gap"};
constexpr std::size_t between = 2;

/// One indicator: its label and a cell for each column.
struct Line {
  std::string label;
  std::array<std::string, 3> cells;
};

std::string level(double value) { return std::isnan(value) ? "nobody" : three_digits(value); }

std::vector<Line> lines_of(const study::GapTable& table) {
  std::vector<Line> lines;
  for (const study::GapRow& row : table.rows) {
    lines.push_back({row.label, {level(row.women.mean), level(row.men.mean), gap_cell(row)}});
  }
  return lines;
}

std::string wide(const std::vector<Line>& lines, std::size_t label_width, const std::array<std::size_t, 3>& widths) {
  std::string text(label_width + 2, ' ');
  for (std::size_t i = 0; i < 3; ++i) {
    text += fmt::format("{}{:>{}}", std::string(between, ' '), columns[i], widths[i]);
  }
  text += "\n";
  for (const Line& line : lines) {
    text += fmt::format("  {:<{}}", line.label, label_width);
    for (std::size_t i = 0; i < 3; ++i) {
      text += fmt::format("{}{:>{}}", std::string(between, ' '), line.cells[i], widths[i]);
    }
    text += "\n";
  }
  return text;
}

std::string narrow(const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines) {
    text += fmt::format("  {}\n", line.label);
    for (std::size_t i = 0; i < 3; ++i) text += fmt::format("    {:<6} {}\n", columns[i], line.cells[i]);
  }
  return text;
}

bool has_interval(const study::GapRow& row) { return row.gap.count >= 2; }

}  // namespace

std::string gap_title(const study::GapTable& table, double interval_percent) {
  const std::string intervals =
      std::ranges::any_of(table.rows, has_interval)
          ? fmt::format(" ({:.6g} % intervals, {} replicates)", interval_percent, table.replicates)
          : "";
  return fmt::format("Women and men under {}, {}, {} to {}{}", table.scenario, table.origins_label,
                     to_string(table.from), to_string(table.to), intervals);
}

std::string gap_cell(const study::GapRow& row) {
  const study::Summary& gap = row.gap;
  if (gap.count == 0) return "nobody to compare";
  if (row.is_share) {
    const std::string share = fmt::format("{:.1f} % women", gap.mean);
    return has_interval(row) ? fmt::format("{} ({:.1f} to {:.1f})", share, gap.lower, gap.upper) : share;
  }
  if (!has_interval(row)) return signed_number(gap.mean, decimals_shown(gap.mean, gap.mean, gap.mean));
  const int decimals = decimals_shown(gap.mean, gap.lower, gap.upper);
  const std::string interval =
      fmt::format("({} to {})", signed_number(gap.lower, decimals), signed_number(gap.upper, decimals));
  if (gap.lower <= 0 && gap.upper >= 0) return "no clear gap " + interval;
  return signed_number(gap.mean, decimals) + " " + interval;
}

std::string gap_rows(const study::GapTable& table, int width) {
  const std::vector<Line> lines = lines_of(table);
  std::size_t label_width = 0;
  std::array<std::size_t, 3> widths{};
  for (std::size_t i = 0; i < 3; ++i) widths[i] = std::string_view{columns[i]}.size();
  for (const Line& line : lines) {
    label_width = std::max(label_width, line.label.size());
    for (std::size_t i = 0; i < 3; ++i) widths[i] = std::max(widths[i], line.cells[i].size());
  }
  const std::size_t needed = 2 + label_width + widths[0] + widths[1] + widths[2] + 3 * between;
  return width > 0 && needed > static_cast<std::size_t>(width) ? narrow(lines) : wide(lines, label_width, widths);
}

}  // namespace sojourn::cli
