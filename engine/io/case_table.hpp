#pragma once
// The published cases: what each scenario of scenarios/validation must show, one typed row a figure.
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/ids.hpp"
#include "io/reference_tables.hpp"
#include "model/base_year.hpp"

namespace sojourn::io {

inline constexpr const char* cases_table_name = "cases.csv";

/// What is made of a measure in the scenario and in what it is compared with.
enum class CaseStatistic : std::uint8_t {
  level,       ///< its value in the scenario
  change,      ///< scenario less comparison
  percent,     ///< the same in percent of the comparison
  elasticity,  ///< ln(scenario / comparison) over the change of ln of the belief that the case moves
};

/// The belief that a case moves, of persons without experience whom a campaign of full accuracy reaches.
enum class CaseCause : std::uint8_t { none, pay_belief, death_belief };

/// One published figure of a case.
struct CaseRow {
  Position at;
  std::string case_name;  ///< of the scenario file: `CASE.toml` beside the table
  std::string variant;    ///< of that file; empty for the file's own scenario
  std::string figure;     ///< in words; the first of a case may name a later one's `less`
  std::string measure;    ///< a name that `case_measure` knows
  std::string per;        ///< another one that it is divided by, in percent; empty for none
  CaseStatistic statistic{};
  CaseCause cause{};
  std::string less;       ///< figure of the same case whose value is subtracted, replicate by replicate; empty for none
  std::string origin, destination;
  std::uint32_t sectors = 0;  ///< bit per Sector
  std::uint32_t skills = 0;   ///< bit per Skill; all, or else all destinations and sectors
  RowSex sex{};
  int first_month = 1, last_month = 12;  ///< since the change, whose month is 1, so that 0 is before it; both inclusive
  double low = 0, high = 0;              ///< the published range; without end where a field is empty
  bool bound = true;                     ///< judged; a row without low and high is shown
  std::string unit;
  std::string rows;    ///< of the evidence tables, "instruments.csv:64"
  std::string source;
  Grade grade{};
  std::string reason;  ///< what is known of a miss; empty if nothing is
};

/// Reads the table of a folder of cases; evidence stands in `evidence`. Countries are those of the base year.
/// \throws InputError with every defect by line: names that do not exist, ranges that end before they begin, rows of
/// evidence that are not there or say another value, cases without scenario file.
[[nodiscard]] std::vector<CaseRow> read_cases(const std::filesystem::path& folder, const std::filesystem::path& evidence,
                                              const model::BaseYear& base);

}  // namespace sojourn::io
