// Published cases as printed.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "study/cases.hpp"

namespace sojourn::study {
namespace {

/// Three or four digits that count.
std::string digits(double value) {
  if (std::isnan(value)) return "-";
  const double size = std::abs(value);
  return fmt::format("{:.{}f}", value, size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

std::string range_of(const io::CaseRow& row) {
  if (!row.bound) return "-";
  if (std::isinf(row.low)) return fmt::format("at most {:g}", row.high);
  if (std::isinf(row.high)) return fmt::format("at least {:g}", row.low);
  return fmt::format("{:g} to {:g}", row.low, row.high);
}

std::string interval_of(const Summary& found) {
  return found.count < 2 ? "" : fmt::format("({} to {})", digits(found.lower), digits(found.upper));
}

const char* verdict_of(const CaseFigure& figure) { return !figure.bound ? "shown" : figure.hit ? "hit" : "MISS"; }

std::string shortened(const std::string& text, std::size_t width) {
  return text.size() <= width ? text : text.substr(0, width - 2) + "..";
}

}  // namespace

std::string to_text(const CaseReport& report) {
  std::string text = fmt::format("{}: {}\n  {:45} {:12} {:>15} {:>10} {:>22}  {:5}  {:5}  {}\n", report.name, report.title, "", "unit", "published",
                                 "simulated", fmt::format("{:g} % interval", report.interval_percent), "grade", "", "rows");
  for (const CaseFigure& figure : report.figures) {
    const io::CaseRow& row = figure.row;
    text += fmt::format("  {:45} {:12} {:>15} {:>10} {:>22}  {:5}  {:5}  {}\n", shortened(row.figure, 45), row.unit, range_of(row),
                        digits(figure.simulated.mean), interval_of(figure.simulated), grade_names[index(row.grade)], verdict_of(figure), row.rows);
    if (!figure.note.empty()) text += fmt::format("            {}\n", figure.note);
    if (figure.bound && !figure.hit && !row.reason.empty()) text += fmt::format("            {}\n", row.reason);
  }
  return text + fmt::format("  {}; {} pairs at 1 in {}, {:.0f} s\n", report.hit() ? "hit" : "MISS", report.replicates, report.scale, report.seconds);
}

std::string summary_text(std::span<const CaseReport> reports) {
  const auto hits = std::ranges::count_if(reports, &CaseReport::hit);
  std::string misses;
  for (const CaseReport& report : reports) {
    if (report.hit()) continue;
    std::string figures;
    for (const CaseFigure& figure : report.figures) {
      if (!figure.bound || figure.hit) continue;
      figures += fmt::format("{}{}: {}, published {}", figures.empty() ? "" : "; ", figure.row.figure, digits(figure.simulated.mean), range_of(figure.row));
    }
    misses += fmt::format("  {} ({})\n", report.name, figures);
  }
  const auto count = static_cast<std::ptrdiff_t>(reports.size());
  return fmt::format("{} case{}: {} hit, {} miss\n{}", count, count == 1 ? "" : "s", hits, count - hits, misses);
}

}  // namespace sojourn::study
