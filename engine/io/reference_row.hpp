#pragma once
// Reads fields of one row by column name and collects what is wrong with them. Internal to the table reader.
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "io/reference_csv.hpp"
#include "io/reference_tables.hpp"

namespace sojourn::io {

/// Country codes that rows may name, learned from origins.csv and destinations.csv.
class CountryCodes {
  std::vector<std::string> origins_, destinations_;

 public:
  void add_origin(const std::string& code) { origins_.push_back(code); }
  void add_destination(const std::string& code) { destinations_.push_back(code); }
  [[nodiscard]] bool is_origin(const std::string& code) const;
  [[nodiscard]] bool is_destination(const std::string& code) const;
  /// A code that a row may name: a country, a sum (WLD, ALL, GCC) or countries joined by `+`.
  [[nodiscard]] bool is_known(const std::string& code) const;
  [[nodiscard]] std::string nearest(const std::string& code) const;
};

/// Free texts and what they mean, each with the map that holds them.
struct TextMap {
  std::string file;
  std::map<std::string, std::string> first, second;
  bool complete = true;  ///< false if the map itself had defects: then its gaps are not reported
};

/// Names of columns, written in one text with a space between.
[[nodiscard]] std::vector<std::string> column_names(std::string_view names);

/// Bit per Sector that a list joined by `+` names; `all` stands for each. Words that are no sector are passed over.
[[nodiscard]] std::uint32_t sector_bits(const std::string& list);

class RowReader {
  const CsvTable& table_;
  std::vector<Diagnostic>& findings_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  const CsvRow* row_ = nullptr;
  std::map<std::string, std::uint32_t> keys_;
  bool usable_ = true;

 public:
  /// Checks the header: `columns` must all be there, others are errors.
  RowReader(const CsvTable& table, const std::vector<std::string>& columns, std::vector<Diagnostic>& findings);
  /// False if columns are missing: rows cannot be read then.
  [[nodiscard]] bool usable() const { return usable_; }
  void start(const CsvRow& row) { row_ = &row; }
  [[nodiscard]] Position position() const { return {row_->line, 1, 1}; }
  [[nodiscard]] const std::string& text(std::string_view column) const;

  [[nodiscard]] std::string required(std::string_view column);
  [[nodiscard]] std::optional<double> number(std::string_view column);
  [[nodiscard]] std::optional<double> at_least(std::string_view column, double lowest);
  [[nodiscard]] std::optional<double> between(std::string_view column, double lowest, double highest);
  [[nodiscard]] double count(std::string_view column);
  [[nodiscard]] double required_between(std::string_view column, double lowest, double highest);
  [[nodiscard]] int year(std::string_view column);
  [[nodiscard]] RowSex sex(std::string_view column);
  [[nodiscard]] Grade grade(std::string_view column);
  [[nodiscard]] bool yes(std::string_view column);
  [[nodiscard]] std::string country(std::string_view column, const CountryCodes& codes, bool may_be_blank = false);
  [[nodiscard]] std::size_t choice(std::string_view column, const std::vector<std::string>& choices);
  [[nodiscard]] std::string mapped(std::string_view column, const TextMap& map);
  /// Reports a key that an earlier row has.
  void unique(const std::string& key);
  void defect(std::string_view column, std::string why, std::string hint, std::string code);
};

}  // namespace sojourn::io
