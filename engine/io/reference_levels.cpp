#include "io/reference_levels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <sstream>

#include "io/did_you_mean.hpp"
#include "io/level_measures.hpp"
#include "io/reference_csv.hpp"
#include "io/reference_files.hpp"

namespace sojourn::io {
namespace {

/// Values of outcomes.csv as written, by line. Its defects are told where that table is checked.
std::map<std::uint32_t, std::string> outcome_values(const std::filesystem::path& folder) {
  std::map<std::uint32_t, std::string> values;
  const auto bytes = bytes_of(folder / "outcomes.csv");
  if (!bytes) return values;
  std::vector<Diagnostic> told_elsewhere;
  const CsvTable table = parse_csv("outcomes.csv", *bytes, told_elsewhere);
  const auto column = std::ranges::find(table.header, "value");
  if (column == table.header.end()) return values;
  const auto place = static_cast<std::size_t>(column - table.header.begin());
  for (const CsvRow& row : table.rows) values[row.line] = row.fields[place];
  return values;
}

class LevelReader {
  RowReader& row_;
  const CountryCodes& codes_;
  const std::map<std::uint32_t, std::string>& outcomes_;

 public:
  LevelReader(RowReader& row, const CountryCodes& codes, const std::map<std::uint32_t, std::string>& outcomes)
      : row_{row}, codes_{codes}, outcomes_{outcomes} {}

  [[nodiscard]] PublishedLevelRow read() {
    PublishedLevelRow level;
    level.at = row_.position();
    level.level = row_.required("level");
    level.measure = measure();
    level.ascending = row_.choice("compare", {"level", "ascending"}) == 1;
    level.origin = row_.country("origin", codes_);
    level.destination = row_.country("destination", codes_);
    level.sector = row_.text("sector");
    level.sectors = sectors();
    level.sex = row_.sex("sex");
    read_range(level);
    level.unit = row_.required("unit");
    level.rows = cited_rows();
    level.source = row_.required("source");
    level.grade = row_.grade("confidence");
    level.reason = row_.text("reason");
    row_.unique(fmt::format("{}, {}, {}, {}, {}, {}", level.measure, row_.text("compare"), level.origin,
                            level.destination, level.sector, row_.text("sex")));
    return level;
  }

 private:
  std::string measure() {
    const std::string name = row_.required("measure");
    if (name.empty() || level_measure(name) != nullptr) return name;
    row_.defect("measure", "no ratio that a run counts",
                did_you_mean(nearest_name(name, level_measure_names()), "docs/model/levels.md lists them"),
                "table-choice");
    return name;
  }

  std::uint32_t sectors() {
    const std::string& list = row_.text("sector");
    std::istringstream parts{list};
    for (std::string one; std::getline(parts, one, '+');) {
      if (sector_bits(one) == 0) {
        const std::vector<std::string> names{sector_names.begin(), sector_names.end()};
        row_.defect("sector", fmt::format("{} is no sector", one),
                    did_you_mean(nearest_name(one, names), "write all, or sectors joined by +"), "table-choice");
      }
    }
    if (list.empty()) row_.defect("sector", "must not be empty", "write all, or sectors joined by +", "table-empty");
    return sector_bits(list);
  }

  void read_range(PublishedLevelRow& level) {
    for (const auto& [column, bound] : {std::pair{"low", &level.low}, std::pair{"high", &level.high}}) {
      if (!row_.required(column).empty()) *bound = row_.number(column).value_or(0);
    }
    if (level.high < level.low)
      row_.defect("high", fmt::format("the range ends before it begins, at {}", row_.text("low")), "", "table-range");
  }

  /// `173=29 174=7`: lines of outcomes.csv, each with the value that stands there, so that a moved line is noticed.
  std::string cited_rows() {
    std::istringstream words{row_.required("outcomes_rows")};
    std::string lines;
    for (std::string word; words >> word;) {
      const std::size_t sign = word.find('=');
      std::uint32_t line = 0;
      const auto [end, error] = std::from_chars(word.data(), word.data() + std::min(sign, word.size()), line);
      if (sign == std::string::npos || error != std::errc{} || end != word.data() + sign) {
        row_.defect("outcomes_rows", fmt::format("{} is no line with its value", word),
                    "write LINE=VALUE, several with a space between: 173=29 174=7", "table-text");
        continue;
      }
      check_citation(line, word.substr(sign + 1));
      lines += fmt::format("{}{}", lines.empty() ? "" : ",", line);
    }
    return "outcomes.csv:" + lines;
  }

  void check_citation(std::uint32_t line, const std::string& value) {
    if (outcomes_.empty()) return;
    const auto found = outcomes_.find(line);
    if (found == outcomes_.end()) {
      row_.defect("outcomes_rows", fmt::format("outcomes.csv has no row at line {}", line), "", "table-text");
    } else if (found->second != value) {
      row_.defect("outcomes_rows", fmt::format("line {} of outcomes.csv says {}, not {}", line, found->second, value),
                  "rows may have moved: look for the row, or change the value", "table-text");
    }
  }
};

}  // namespace

std::vector<PublishedLevelRow> read_levels(const std::filesystem::path& folder, const CountryCodes& codes,
                                           std::vector<Diagnostic>& findings) {
  std::vector<PublishedLevelRow> levels;
  const auto bytes = bytes_of(folder / levels_table_name);
  if (!bytes) return levels;
  const auto before = static_cast<std::ptrdiff_t>(findings.size());
  const CsvTable table = parse_csv(fmt::format("library:reference/evidence/{}", levels_table_name), *bytes, findings);
  const std::map<std::uint32_t, std::string> outcomes = outcome_values(folder);
  RowReader row{table,
                column_names("level measure compare origin destination sector sex low high unit outcomes_rows source "
                             "confidence reason"),
                findings};
  LevelReader reader{row, codes, outcomes};
  if (row.usable()) {
    for (const CsvRow& line : table.rows) {
      row.start(line);
      levels.push_back(reader.read());
    }
  }
  order_by_line(findings, before);
  return levels;
}

}  // namespace sojourn::io
