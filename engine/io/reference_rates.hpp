#pragma once
// Exchange rates, as the tables' own amounts in local money and in dollars imply them (EQUATIONS 5.20).
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/reference_tables.hpp"

namespace sojourn::io {

/// Units of a currency for one dollar, and the rows that imply it.
struct ExchangeRate {
  double local_per_usd = 0;
  std::string
      basis;  ///< "wages.csv:18, 2019, row graded B", "median of 4 rows of wages.csv, 2017 and 2021, rows graded B"
};

/// Years whose dollars stand as they are: no table holds a price index to carry others there (EQUATIONS 5.20).
inline constexpr int first_price_year = 2014, last_price_year = 2022;

/// Currency and number of a text that is one amount: `SAR 1700`, `SGD 1081 (300-2400)`, `BDT 750000; wage BDT 35000`.
/// Nothing for a range, a sum, a rate by the day, words, or dollars. `NTD` is read as TWD.
[[nodiscard]] std::optional<std::pair<std::string, double>> local_amount(std::string_view text);

/// The rate of every currency that rows of `grades` (bit per Grade A, B, C) state beside at least 100 USD, by code.
///
/// Of the rows nearest in year to `price_year`, before or after, the median; its grade is that of the worst of them.
/// Amounts below 100 USD are left out: whole dollars round a rate by more than half a percent there.
[[nodiscard]] std::map<std::string, ExchangeRate> exchange_rates(const ReferenceTables& tables, int price_year,
                                                                 std::uint32_t grades);

/// Years of which the tables hold a count of deployments of a whole year, both sexes, in `grades`: those that can be a
/// base year. In order.
[[nodiscard]] std::vector<int> base_years(const ReferenceTables& tables, std::uint32_t grades);

}  // namespace sojourn::io
