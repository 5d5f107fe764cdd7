#include "io/case_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <set>
#include <sstream>

#include "io/case_measures.hpp"
#include "io/did_you_mean.hpp"
#include "io/reference_csv.hpp"
#include "io/reference_files.hpp"
#include "io/reference_row.hpp"

namespace sojourn::io {
namespace {

constexpr double without_end = std::numeric_limits<double>::infinity();
constexpr std::uint32_t all_skills = (1U << skill_count) - 1;
constexpr std::uint32_t all_sectors = (1U << sector_count) - 1;

/// The column of an evidence table that holds what was measured.
std::string value_column(const std::string& table) {
  if (table == "instruments") return "effect_size";
  if (table == "outcomes") return "value";
  return table == "fee_rules" ? "value" : "";
}

/// Values as written, by line, of the evidence tables that rows cite. Their own defects are told where they are checked.
class Evidence {
  std::filesystem::path folder_;
  std::map<std::string, std::map<std::uint32_t, std::string>> tables_;

 public:
  explicit Evidence(std::filesystem::path folder) : folder_{std::move(folder)} {}

  [[nodiscard]] const std::map<std::uint32_t, std::string>& values(const std::string& name) {
    const auto [place, fresh] = tables_.try_emplace(name);
    const auto bytes = fresh ? bytes_of(folder_ / (name + ".csv")) : std::nullopt;
    if (!bytes) return place->second;
    std::vector<Diagnostic> told_elsewhere;
    const CsvTable table = parse_csv(name + ".csv", *bytes, told_elsewhere);
    const auto column = std::ranges::find(table.header, value_column(name));
    if (column == table.header.end()) return place->second;
    for (const CsvRow& row : table.rows) place->second[row.line] = row.fields[static_cast<std::size_t>(column - table.header.begin())];
    return place->second;
  }
};

class CaseReader {
  RowReader& row_;
  const CountryCodes& codes_;
  Evidence& evidence_;
  std::filesystem::path folder_;
  std::set<std::string> figures_;  ///< of the cases so far, "case, figure"

 public:
  CaseReader(RowReader& row, const CountryCodes& codes, Evidence& evidence, std::filesystem::path folder)
      : row_{row}, codes_{codes}, evidence_{evidence}, folder_{std::move(folder)} {}

  [[nodiscard]] CaseRow read() {
    CaseRow entry;
    entry.at = row_.position();
    entry.case_name = case_name();
    entry.variant = row_.text("variant");
    entry.figure = row_.required("figure");
    entry.measure = measure("measure", row_.required("measure"));
    entry.per = measure("per", row_.text("per"));
    if (!entry.per.empty()) refuse_ratio_of_ratios(entry);
    read_statistic(entry);
    read_reach(entry);
    read_months(entry);
    read_range(entry);
    entry.unit = row_.required("unit");
    entry.rows = cited_rows();
    entry.source = row_.required("source");
    entry.grade = row_.grade("confidence");
    entry.reason = row_.text("reason");
    row_.unique(fmt::format("{}, {}", entry.case_name, entry.figure));
    figures_.insert(fmt::format("{}, {}", entry.case_name, entry.figure));
    return entry;
  }

 private:
  std::string case_name() {
    std::string name = row_.required("case");
    if (name.empty() || std::filesystem::is_regular_file(folder_ / (name + ".toml"))) return name;
    row_.defect("case", fmt::format("{}.toml is not there", name), "write the scenario file, or delete the row", "table-choice");
    return name;
  }

  std::string measure(const char* column, const std::string& name) {
    if (name.empty() || case_measure(name) != nullptr) return name;
    row_.defect(column, "nothing that a run counts",
                did_you_mean(nearest_name(name, case_measure_names()), "docs/model/cases.md lists them"), "table-choice");
    return name;
  }

  void refuse_ratio_of_ratios(const CaseRow& entry) {
    for (const auto& [column, name] : {std::pair{"measure", &entry.measure}, std::pair{"per", &entry.per}}) {
      const model::Indicator* found = case_measure(*name);
      if (found == nullptr || found->measure != model::Measure::ratio) continue;
      row_.defect(column, "a ratio already", "flows and stocks can be divided by each other", "table-choice");
    }
  }

  void read_statistic(CaseRow& entry) {
    entry.statistic = static_cast<CaseStatistic>(row_.choice("statistic", {"level", "change", "percent", "elasticity"}));
    entry.cause = static_cast<CaseCause>(row_.choice("cause", {"", "pay_belief", "death_belief"}));
    if ((entry.statistic == CaseStatistic::elasticity) != (entry.cause != CaseCause::none)) {
      row_.defect("cause", "an elasticity has a cause, and nothing else has", "write pay_belief or death_belief for one", "table-choice");
    }
    entry.less = row_.text("less");
    if (!entry.less.empty() && !figures_.contains(fmt::format("{}, {}", entry.case_name, entry.less))) {
      row_.defect("less", "no figure of this case in a row above", "", "table-choice");
    }
  }

  void read_reach(CaseRow& entry) {
    entry.origin = row_.country("origin", codes_);
    entry.destination = row_.country("destination", codes_);
    entry.sectors = sector_bits(row_.text("sector"));
    if (entry.sectors == 0) {
      row_.defect("sector", "no sector", "write all, or sectors joined by +", "table-choice");
    }
    entry.sex = row_.sex("sex");
    const std::size_t skill = row_.choice("skill", {"all", "elementary", "medium", "high"});
    entry.skills = skill == 0 ? all_skills : 1U << (skill - 1);
    const bool everywhere = entry.destination == "ALL" || entry.destination == "WLD";
    if (entry.skills != all_skills && !(everywhere && entry.sectors == all_sectors)) {
      row_.defect("skill", "skills are counted over all destinations and sectors only", "write all", "table-choice");
    }
  }

  /// `1-12`: months since the change, the first of which is 1; 0 and below are before it.
  void read_months(CaseRow& entry) {
    const std::string text = row_.required("months");
    const char* end = text.data() + text.size();
    const auto [dash, first_error] = std::from_chars(text.data(), end, entry.first_month);
    const bool has_dash = first_error == std::errc{} && dash != end && *dash == '-';
    const auto [rest, last_error] = std::from_chars(has_dash ? dash + 1 : end, end, entry.last_month);
    if (has_dash && last_error == std::errc{} && rest == end && entry.last_month >= entry.first_month) return;
    row_.defect("months", "not two months since the change", "write 1-12 for the first year, -2-9 with the three months before", "table-text");
    entry.first_month = entry.last_month = 1;
  }

  void read_range(CaseRow& entry) {
    const auto low = row_.number("low"), high = row_.number("high");
    entry.low = low.value_or(-without_end);
    entry.high = high.value_or(without_end);
    entry.bound = low.has_value() || high.has_value();
    if (low && high && *high < *low) {
      row_.defect("high", fmt::format("the range ends before it begins, at {}", row_.text("low")), "", "table-range");
    }
  }

  /// `instruments:64=-630 outcomes:243=49.9`: lines of evidence tables, each with the value that stands there.
  std::string cited_rows() {
    std::istringstream words{row_.text("rows")};
    std::string lines;
    for (std::string word; words >> word;) {
      const std::size_t colon = word.find(':'), sign = word.find('=');
      std::uint32_t line = 0;
      const bool has_both = colon != std::string::npos && sign != std::string::npos && colon < sign;
      const char* end = word.data() + (has_both ? sign : 0);
      const auto [stop, error] = std::from_chars(word.data() + (has_both ? colon + 1 : 0), end, line);
      const std::string table = word.substr(0, has_both ? colon : 0);
      if (!has_both || error != std::errc{} || stop != end || value_column(table).empty()) {
        row_.defect("rows", fmt::format("{} is no line of a table with its value", word),
                    "write TABLE:LINE=VALUE of instruments, outcomes or fee_rules, several with a space between", "table-text");
        continue;
      }
      check_citation(table, line, word.substr(sign + 1));
      lines += fmt::format("{}{}.csv:{}", lines.empty() ? "" : " ", table, line);
    }
    return lines;
  }

  void check_citation(const std::string& table, std::uint32_t line, const std::string& value) {
    const auto& values = evidence_.values(table);
    const auto found = values.find(line);
    if (found == values.end()) {
      row_.defect("rows", fmt::format("{}.csv has no row at line {}", table, line), "", "table-text");
    } else if (found->second != value) {
      row_.defect("rows", fmt::format("line {} of {}.csv says {}, not {}", line, table, found->second, value),
                  "rows may have moved: look for the row, or change the value", "table-text");
    }
  }
};

CountryCodes codes_of(const model::BaseYear& base) {
  CountryCodes codes;
  for (const model::Origin& origin : base.origins) codes.add_origin(origin.code);
  for (const model::Destination& destination : base.destinations) codes.add_destination(destination.code);
  return codes;
}

}  // namespace

std::vector<CaseRow> read_cases(const std::filesystem::path& folder, const std::filesystem::path& evidence, const model::BaseYear& base) {
  const std::filesystem::path path = folder / cases_table_name;
  const auto bytes = bytes_of(path);
  if (!bytes) {
    throw InputError{{Severity::error, path.string(), {}, "no table of cases", "the library has none",
                      "SOJOURN_LIBRARY names a folder that holds one", "", "table-missing"}};
  }
  std::vector<Diagnostic> findings;
  const CsvTable table = parse_csv(fmt::format("library:validation/{}", cases_table_name), *bytes, findings);
  const CountryCodes codes = codes_of(base);
  Evidence cited{evidence};
  RowReader row{table,
                column_names("case variant figure measure per statistic cause less origin destination sector sex skill months low "
                             "high unit rows source confidence reason"),
                findings};
  CaseReader reader{row, codes, cited, folder};
  std::vector<CaseRow> cases;
  if (row.usable()) {
    for (const CsvRow& line : table.rows) {
      row.start(line);
      cases.push_back(reader.read());
    }
  }
  if (!findings.empty()) {
    order_by_line(findings, 0);
    throw InputError{std::move(findings)};
  }
  return cases;
}

}  // namespace sojourn::io
