#pragma once
// The tables as the builder asks them: rows of the allowed grades, by pair and year. Internal to engine/base.
#include <optional>
#include <string>
#include <vector>

#include "base/base_year.hpp"

namespace sojourn::base {

/// A number that a row states, or a sum of a row of women and a row of men.
struct Observation {
  double value = 0;
  int year = 0;
  Grade grade = Grade::model;
  std::string source;  ///< short: the agency and the year
};

class Observations {
  const io::ReferenceTables& tables_;
  BaseYearOptions options_;

  [[nodiscard]] bool nearer(const Observation& candidate, const std::optional<Observation>& best) const;

 public:
  Observations(const io::ReferenceTables& tables, const BaseYearOptions& options)
      : tables_{tables}, options_{options} {}

  [[nodiscard]] const io::ReferenceTables& tables() const { return tables_; }
  [[nodiscard]] int base_year() const { return options_.year; }
  [[nodiscard]] bool allowed(Grade grade) const {
    return grade == Grade::model || (options_.grades >> index(grade) & 1U) != 0;
  }
  [[nodiscard]] int distance(int year) const {
    return year < options_.year ? options_.year - year : year - options_.year;
  }

  /// The stock of that kind nearest to the base year; years further than `reach` are not looked at.
  [[nodiscard]] std::optional<Observation> stock(const std::string& origin, const std::string& destination,
                                                 io::StockKind kind, int reach = 100) const;
  /// The same, one sex only.
  [[nodiscard]] std::optional<Observation> stock_of(const std::string& origin, const std::string& destination,
                                                    io::StockKind kind, io::RowSex sex) const;
  /// The annual cell of the base year that counts new hires, or all entries at the destination; the best grade wins.
  [[nodiscard]] std::optional<Observation> flow_cell(const std::string& origin, const std::string& destination,
                                                     io::Counts counts) const;
  /// Annual totals of an origin (WLD, both sexes) that count `counts`, best grade of each year.
  [[nodiscard]] std::vector<Observation> totals(const std::string& origin, io::Counts counts) const;
  /// Share of women in the stocks or flows of a pair, nearest year; part years count, upper bounds do not. Flows speak
  /// for those abroad only where the register sees most of them: leave them out with `with_flows` false.
  [[nodiscard]] std::optional<Observation> women_share(const std::string& origin, const std::string& destination,
                                                       bool with_flows = true) const;

  [[nodiscard]] const io::RegionRow& region(const std::string& destination) const;
  [[nodiscard]] const io::CorridorRuleRow* rule(const std::string& origin, const std::string& destination) const;
  [[nodiscard]] const io::RegisterRow* register_of(const std::string& origin) const;
};

/// "Ministry X, table Y as quoted by Z" shortened to its first part, with the year.
[[nodiscard]] std::string short_source(const std::string& source, int year);

}  // namespace sojourn::base
