// The tables of `sojourn validate --levels` as printed.
#include <fmt/format.h>

#include <cmath>

#include "study/levels.hpp"

namespace sojourn::study {
namespace {

std::string register_lines(const std::vector<LevelRow>& rows) {
  std::string text, group;
  for (const LevelRow& row : rows) {
    if (row.what != group) {
      group = row.what;
      text += fmt::format("{}\n  {:9} {:>12} {:>12} {:>8} {:>9}  {:5}\n", group, "", "target", "simulated", "ratio",
                          "std.err.", "grade");
    }
    const std::string ratio = row.target > 0 ? fmt::format("{:.3f}", row.ratio()) : "-";
    const char* verdict = !row.bound ? "shown" : row.hit ? "hit" : "MISS";
    text += fmt::format("  {:9} {:>12.0f} {:>12.0f} {:>8} {:>9.0f}  {:5}  {}{}{}\n", row.place, row.target,
                        row.simulated, ratio, row.standard_error, grade_names[index(row.grade)], verdict,
                        row.note.empty() ? "" : ": ", row.note);
  }
  return text;
}

/// Three or four digits that count.
std::string figure(double value) {
  if (std::isnan(value)) return "-";
  if (std::isinf(value)) return "";
  const double size = std::abs(value);
  return fmt::format("{:.{}f}", value, size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

std::string shortened(const std::string& text, std::size_t width) {
  return text.size() <= width ? text : text.substr(0, width - 2) + "..";
}

/// With what is known of it where it was not met or not judged.
std::string published_line(const PublishedRow& row, const std::string& source) {
  const std::string low = figure(row.low), high = figure(row.high);
  const std::string range = low == high ? low : fmt::format("{} to {}", low, high);
  const char* verdict = !row.bound ? "shown" : row.hit ? "hit" : "MISS";
  const bool tells_note = !row.note.empty() && !(row.bound && row.hit);
  std::string text = fmt::format("  {:9} {:30} {:6} {:>15} {:>9} {:>8}  {:5}  {:5}  {}\n", row.place,
                                 shortened(row.who, 30), row.unit, range, figure(row.simulated),
                                 row.in_replicates > 1 ? figure(row.standard_error) : "-", grade_names[index(row.grade)], verdict, source);
  if (tells_note) text += fmt::format("            {}\n", row.note);
  return text;
}

std::string heading(const std::string& title, const char* unit, const char* source) {
  return fmt::format("{}\n  {:9} {:30} {:6} {:>15} {:>9} {:>8}  {:5}  {:5}  {}\n", title, "", "", unit, "published",
                     "simulated", "std.err.", "grade", "", source);
}

std::string cost_lines(const std::vector<PublishedRow>& rows) {
  if (rows.empty()) return "";
  std::string text = heading("recruitment cost paid, first year", "unit", "rows of recruitment_costs.csv");
  for (const PublishedRow& row : rows) text += published_line(row, row.source.substr(row.source.find(':') + 1));
  return text;
}

std::string level_lines(const std::vector<PublishedRow>& rows) {
  std::string text, group;
  for (const PublishedRow& row : rows) {
    if (const std::string title = fmt::format("{}, {}", row.what, row.unit); title != group) {
      group = title;
      text += heading(group, "", "rows of evidence/outcomes.csv");
    }
    PublishedRow without_unit = row;
    without_unit.unit.clear();
    text += published_line(without_unit, row.source.substr(row.source.find(':') + 1));
  }
  return text;
}

}  // namespace

std::string to_text(const LevelsReport& report) {
  std::string text = register_lines(report.rows) + cost_lines(report.costs) + level_lines(report.published);
  const Met registers = report.registers(), costs = report.recruitment_costs(), levels = report.levels();
  text += fmt::format("bounds met: deployments and stocks {} of {}, costs {} of {}, levels {} of {}\n", registers.met,
                      registers.of, costs.met, costs.of, levels.met, levels.of);
  text += fmt::format(
      "deployments and stocks within 5 %, or three standard errors under 20,000 a year; published ranges within three\n"
      "standard errors, a single figure taken within 5 % (grade A) or 10 % (B); {} replicates at 1 in {}\n",
      report.replicates, report.scale);
  return text;
}

}  // namespace sojourn::study
