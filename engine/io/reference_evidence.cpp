#include "io/reference_evidence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <set>

#include "io/reference_csv.hpp"
#include "io/reference_files.hpp"
#include "io/reference_levels.hpp"

namespace sojourn::io {
namespace {

/// What a column of an evidence table holds.
enum class Cell : std::uint8_t {
  text,     ///< anything, also nothing
  needed,   ///< text
  number,   ///< may be blank
  measure,  ///< a number that must be there
  amount,   ///< at least 0, may be blank
  share,    ///< 0 to 1, may be blank
  year,     ///< may be blank
  period,   ///< words with a year in them, 2018/19 or 2020-04-01 to 2020-12-17; may be blank
  sex,
  grade,
  country,  ///< as other tables name it
  codes,    ///< three capitals, several joined by +: countries that no table knows may be among them
  rule_by,
  rule_type
};

struct Column {
  const char* name;
  Cell cell;
  bool in_key = false;  ///< no two rows agree in all columns of the key
};

struct Schema {
  const char* name;
  std::vector<Column> columns;
};

constexpr bool key = true;

const std::vector<Schema>& schemas() {
  static const std::vector<Schema> all{{"finance.csv",
                                        {{"origin", Cell::country, key},
                                         {"destination", Cell::country, key},
                                         {"sex", Cell::sex, key},
                                         {"year", Cell::year, key},
                                         {"share_borrowing", Cell::share},
                                         {"loan_amount_usd", Cell::amount},
                                         {"loan_source", Cell::text, key},
                                         {"share_from_source", Cell::share},
                                         {"interest_rate_annual", Cell::amount},
                                         {"interest_basis", Cell::text},
                                         {"months_to_repay", Cell::amount},
                                         {"other_finance", Cell::text},
                                         {"amount_original", Cell::text},
                                         {"notes", Cell::text},
                                         {"source", Cell::needed, key},
                                         {"source_url", Cell::text},
                                         {"confidence", Cell::grade}}},
                                       {"fee_rules.csv",
                                        {{"rule_by", Cell::rule_by, key},
                                         {"origin", Cell::country, key},
                                         {"destination", Cell::country, key},
                                         {"group", Cell::needed, key},
                                         {"rule_type", Cell::rule_type, key},
                                         {"value", Cell::amount},
                                         {"currency", Cell::text},
                                         {"value_usd", Cell::amount},
                                         {"year_in_force", Cell::year, key},
                                         {"year_end", Cell::year},
                                         {"who_pays", Cell::text},
                                         {"rule_text", Cell::needed},
                                         {"compliance_evidence", Cell::text},
                                         {"share_over_cap", Cell::share},
                                         {"source", Cell::needed},
                                         {"source_url", Cell::text},
                                         {"confidence", Cell::grade}}},
                                       {"instruments.csv",
                                        {{"instrument", Cell::needed, key},
                                         {"variant", Cell::needed, key},
                                         {"origin", Cell::country, key},
                                         {"destination", Cell::country, key},
                                         {"year_start", Cell::year, key},
                                         {"year_end", Cell::year},
                                         {"target_group", Cell::needed, key},
                                         {"rule", Cell::text, key},
                                         {"parameter", Cell::text, key},
                                         {"parameter_value", Cell::number},
                                         {"parameter_unit", Cell::text},
                                         {"effect_outcome", Cell::text, key},
                                         {"effect_size", Cell::number},
                                         {"effect_unit", Cell::text, key},
                                         {"effect_direction", Cell::text},
                                         {"evidence_type", Cell::text},
                                         {"notes", Cell::text},
                                         {"source", Cell::needed},
                                         {"source_url", Cell::text},
                                         {"confidence", Cell::grade}}},
                                       {"outcomes.csv",
                                        {{"indicator", Cell::needed, key},
                                         {"origin", Cell::codes},
                                         {"origin_text", Cell::needed, key},
                                         {"destination", Cell::country},
                                         {"destination_text", Cell::needed, key},
                                         {"group_sector", Cell::needed, key},
                                         {"sex", Cell::sex, key},
                                         {"year", Cell::period, key},
                                         {"value", Cell::measure},
                                         {"unit", Cell::needed},
                                         {"definition", Cell::needed, key},
                                         {"source", Cell::needed},
                                         {"source_url", Cell::text},
                                         {"confidence", Cell::grade}}}};
  return all;
}

bool holds_a_year(const std::string& text) {
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    const std::string four = text.substr(i, 4);
    const bool digits = std::ranges::all_of(four, [](unsigned char c) { return std::isdigit(c) != 0; });
    if (digits && (four.starts_with("19") || four.starts_with("20"))) return true;
  }
  return false;
}

bool is_list_of_codes(const std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % 4 == 3 ? text[i] != '+' : text[i] < 'A' || text[i] > 'Z') return false;
  }
  return text.size() % 4 == 3;
}

void check_words(RowReader& row, const char* name, Cell cell) {
  const std::string& text = row.text(name);
  if (cell == Cell::needed) static_cast<void>(row.required(name));
  if (cell == Cell::period && !text.empty() && !holds_a_year(text))
    row.defect(name, "no year in it", "write 2019, 2018/19 or 2016-2020", "table-year");
  if (cell == Cell::codes && !is_list_of_codes(text))
    row.defect(name, "not a code", "write three capitals, or several codes joined by +", "table-country");
  if (cell == Cell::rule_by) static_cast<void>(row.choice(name, {"origin", "destination", "bilateral"}));
  if (cell == Cell::rule_type)
    static_cast<void>(row.choice(name, {"zero_fee", "cap_amount", "cap_months_wage", "none"}));
}

void check_number(RowReader& row, const char* name, Cell cell) {
  if (cell == Cell::measure && row.required(name).empty()) return;
  if (cell == Cell::number || cell == Cell::measure) static_cast<void>(row.number(name));
  if (cell == Cell::amount) static_cast<void>(row.at_least(name, 0));
  if (cell == Cell::share) static_cast<void>(row.between(name, 0, 1));
  if (cell == Cell::year && !row.text(name).empty()) static_cast<void>(row.year(name));
}

void check_row(RowReader& row, const Schema& schema, const CountryCodes& codes) {
  std::vector<std::string> values;
  for (const auto& [name, cell, in_key] : schema.columns) {
    check_words(row, name, cell);
    check_number(row, name, cell);
    if (cell == Cell::sex) static_cast<void>(row.sex(name));
    if (cell == Cell::grade) static_cast<void>(row.grade(name));
    if (cell == Cell::country) static_cast<void>(row.country(name, codes));
    if (in_key) values.push_back(row.text(name));
  }
  row.unique(fmt::format("{}", fmt::join(values, ", ")));
}

void check_table(const std::filesystem::path& folder, const Schema& schema, const CountryCodes& codes,
                 std::vector<Diagnostic>& findings) {
  const auto bytes = bytes_of(folder / schema.name);
  if (!bytes) return;
  const auto before = static_cast<std::ptrdiff_t>(findings.size());
  const CsvTable table = parse_csv(fmt::format("library:reference/evidence/{}", schema.name), *bytes, findings);
  std::vector<std::string> columns;
  for (const Column& column : schema.columns) columns.emplace_back(column.name);
  if (RowReader row{table, columns, findings}; row.usable()) {
    for (const CsvRow& line : table.rows) {
      row.start(line);
      check_row(row, schema, codes);
    }
  }
  order_by_line(findings, before);
}

void report_unknown_files(const std::filesystem::path& folder, std::vector<Diagnostic>& findings) {
  const std::vector<std::string> names = evidence_table_names();
  std::set<std::string> strangers;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator{folder, error}) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() == ".csv" && std::ranges::find(names, name) == names.end()) strangers.insert(name);
  }
  for (const std::string& name : strangers)
    findings.push_back(unknown_table("library:reference/evidence/" + name, names));
}

}  // namespace

std::vector<std::string> evidence_table_names() {
  std::vector<std::string> names;
  for (const Schema& schema : schemas()) names.emplace_back(schema.name);
  names.emplace_back(levels_table_name);
  return names;
}

void check_evidence(const std::filesystem::path& folder, const CountryCodes& codes, std::vector<Diagnostic>& findings) {
  for (const Schema& schema : schemas()) check_table(folder, schema, codes, findings);
  report_unknown_files(folder, findings);
}

}  // namespace sojourn::io
