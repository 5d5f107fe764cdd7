#include "io/reference_row.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <sstream>

#include "io/did_you_mean.hpp"

namespace sojourn::io {
namespace {

/// Countries that rows name and destinations.csv leaves out (its README lists them): they count in ROW.
constexpr std::array countries_without_row{"BGD", "CHE", "CHN", "IRQ", "LBY", "LKA", "MUS",
                                           "NOR", "NPL", "NZL", "RUS", "SVK", "SYC", "ZAF"};
constexpr std::array sums{"WLD", "ALL", "GCC"};

bool contains(const auto& list, const std::string& word) {
  return std::any_of(std::begin(list), std::end(list), [&](const auto& entry) { return word == entry; });
}

std::string number_hint(const std::string& written) {
  std::string plain;
  for (const char c : written) {
    if (c != ',' && c != ' ' && c != '\'') plain += c;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (error != std::errc{} || end != plain.data() + plain.size())
    return "write digits with a decimal point, or leave the field empty";
  return fmt::format("write {}: decimal point, no thousands separator", plain);
}

}  // namespace

bool CountryCodes::is_origin(const std::string& code) const { return contains(origins_, code); }
bool CountryCodes::is_destination(const std::string& code) const {
  return contains(destinations_, code) || code == "SEA" || code == "ROW";
}

bool CountryCodes::is_known(const std::string& code) const {
  if (const std::size_t plus = code.find('+'); plus != std::string::npos) {
    return is_known(code.substr(0, plus)) && is_known(code.substr(plus + 1));
  }
  return is_origin(code) || is_destination(code) || contains(sums, code) || contains(countries_without_row, code);
}

std::string CountryCodes::nearest(const std::string& code) const {
  std::vector<std::string> all = origins_;
  all.insert(all.end(), destinations_.begin(), destinations_.end());
  return nearest_name(code, all);
}

std::vector<std::string> column_names(std::string_view names) {
  std::vector<std::string> list;
  std::istringstream words{std::string{names}};
  for (std::string name; words >> name;) list.push_back(name);
  return list;
}

std::uint32_t sector_bits(const std::string& list) {
  if (list == "all") return (1U << sector_count) - 1;
  std::uint32_t bits = 0;
  for (std::size_t s = 0; s < sector_count; ++s) {
    const std::string padded = "+" + list + "+";
    if (padded.find("+" + std::string{sector_names[s]} + "+") != std::string::npos) bits |= 1U << s;
  }
  return bits;
}

RowReader::RowReader(const CsvTable& table, const std::vector<std::string>& names, std::vector<Diagnostic>& findings)
    : table_{table}, findings_{findings} {
  std::vector<std::string> columns = names, may_be_missing;
  for (std::string& name : columns) {
    if (!name.ends_with('?')) continue;
    name.pop_back();
    may_be_missing.push_back(name);
  }
  const auto header_defect = [&](std::uint32_t column, std::string what, std::string hint) {
    findings_.push_back(
        {Severity::error, table_.file, {1, column, 1}, std::move(what), "", std::move(hint), "", "table-column"});
  };
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    const auto place = static_cast<std::uint32_t>(i + 1);
    const std::string& name = table.header[i];
    if (!contains(columns, name)) {
      const std::string near = nearest_name(name, columns);
      header_defect(place, fmt::format("unknown column \"{}\"", name),
                    did_you_mean(near, "delete it, or move it to another file"));
    } else if (!columns_.emplace(name, i).second) {
      header_defect(place, fmt::format("column \"{}\" stands twice", name), "delete one of them");
    }
  }
  bool complete = !table.header.empty();
  for (const std::string& name : columns) {
    if (columns_.count(name) != 0 || table.header.empty() || contains(may_be_missing, name)) continue;
    complete = false;
    header_defect(0, fmt::format("column \"{}\" is missing", name), "the shipped table of this name shows all columns");
  }
  usable_ = complete;
}

const std::string& RowReader::text(std::string_view column) const {
  static const std::string not_there;
  const auto place = columns_.find(column);
  return place == columns_.end() ? not_there : row_->fields[place->second];
}

void RowReader::defect(std::string_view column, std::string why, std::string hint, std::string code) {
  const std::size_t place = columns_.find(column)->second;
  const std::string& written = row_->fields[place];
  findings_.push_back({Severity::error,
                       table_.file,
                       {row_->line, static_cast<std::uint32_t>(place + 1), 1},
                       fmt::format("{} = \"{}\"", column, written),
                       std::move(why),
                       std::move(hint),
                       "",
                       std::move(code)});
}

std::string RowReader::required(std::string_view column) {
  if (text(column).empty()) defect(column, "must not be empty", "", "table-empty");
  return text(column);
}

std::optional<double> RowReader::number(std::string_view column) {
  const std::string& written = text(column);
  if (written.empty()) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
  if (error != std::errc{} || end != written.data() + written.size() || !std::isfinite(value)) {
    defect(column, "not a number", number_hint(written), "table-number");
    return std::nullopt;
  }
  return value;
}

std::optional<double> RowReader::at_least(std::string_view column, double lowest) {
  const auto value = number(column);
  if (value && *value < lowest) {
    defect(column, lowest == 0 ? "cannot be negative" : fmt::format("must be at least {}", lowest), "", "table-range");
    return std::nullopt;
  }
  return value;
}

std::optional<double> RowReader::between(std::string_view column, double lowest, double highest) {
  const auto value = number(column);
  if (value && (*value < lowest || *value > highest)) {
    defect(column, fmt::format("must lie between {} and {}", lowest, highest), "", "table-range");
    return std::nullopt;
  }
  return value;
}

double RowReader::required_between(std::string_view column, double lowest, double highest) {
  if (required(column).empty()) return lowest;
  return between(column, lowest, highest).value_or(lowest);
}

double RowReader::count(std::string_view column) {
  if (required(column).empty()) return 0;
  const auto value = number(column);
  if (value && *value < 0) defect(column, "a count cannot be negative", "", "table-range");
  if (value && *value != std::floor(*value)) defect(column, "a count of persons is a whole number", "", "table-range");
  return value.value_or(0);
}

int RowReader::year(std::string_view column) {
  const std::string& written = text(column);
  int value = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
  if (error != std::errc{} || end != written.data() + written.size() || value < 1950 || value > 2100) {
    defect(column, "not a year between 1950 and 2100",
           "write four digits, 2019; a fiscal year by the year in which it ends", "table-year");
    return 0;
  }
  return value;
}

RowSex RowReader::sex(std::string_view column) {
  const std::string& written = text(column);
  if (written == "F") return RowSex::women;
  if (written == "M") return RowSex::men;
  if (written != "T") defect(column, "not a sex", "write F, M or T (both)", "table-sex");
  return RowSex::both;
}

Grade RowReader::grade(std::string_view column) {
  const std::string& written = text(column);
  if (written == "A") return Grade::a;
  if (written == "B") return Grade::b;
  if (written != "C") defect(column, "not a grade", "write A (primary), B (secondary) or C (recalled)", "table-grade");
  return Grade::c;
}

bool RowReader::yes(std::string_view column) {
  const std::string& written = text(column);
  if (written != "yes" && written != "no") defect(column, "neither yes nor no", "", "table-choice");
  return written == "yes";
}

std::string RowReader::country(std::string_view column, const CountryCodes& codes, bool may_be_blank) {
  const std::string& written = text(column);
  if (written.empty() && may_be_blank) return written;
  if (!codes.is_known(written)) {
    const std::string near = codes.nearest(written);
    defect(column, "no country of origins.csv or destinations.csv",
           did_you_mean(near, "add a row for it there, or write WLD, ALL, GCC or codes joined by +"), "table-country");
  }
  return written;
}

std::size_t RowReader::choice(std::string_view column, const std::vector<std::string>& choices) {
  const auto found = std::find(choices.begin(), choices.end(), text(column));
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  const std::string near = nearest_name(text(column), choices);
  defect(column, "not one of " + fmt::format("{}", fmt::join(choices, ", ")), did_you_mean(near, ""), "table-choice");
  return 0;
}

std::string RowReader::mapped(std::string_view column, const TextMap& map) {
  const auto found = map.first.find(text(column));
  if (found != map.first.end()) return found->second;
  if (map.complete)
    defect(column, fmt::format("{} does not know this text", map.file),
           fmt::format("add a line for it to {}", map.file), "table-text");
  return "";
}

void RowReader::unique(const std::string& key) {
  const auto [earlier, fresh] = keys_.emplace(key, row_->line);
  if (fresh) return;
  findings_.push_back({Severity::error,
                       table_.file,
                       {row_->line, 1, 1},
                       fmt::format("the same key as line {}: {}", earlier->second, key),
                       "",
                       "delete one of the two rows",
                       "",
                       "table-duplicate"});
}

}  // namespace sojourn::io
