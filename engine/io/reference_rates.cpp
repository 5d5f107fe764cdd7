#include "io/reference_rates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <set>

namespace sojourn::io {
namespace {

constexpr double least_usd = 100;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool holds(std::uint32_t grades, Grade grade) { return (grades >> index(grade) & 1U) != 0; }

double median_of(std::vector<double> values) {
  std::ranges::sort(values);
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// The amounts of one currency whose years are nearest to `year`.
std::vector<const LocalAmount*> nearest(const std::vector<const LocalAmount*>& amounts, int year) {
  const auto distance = [year](const LocalAmount* amount) { return std::abs(amount->year - year); };
  const int least = distance(*std::ranges::min_element(amounts, {}, distance));
  std::vector<const LocalAmount*> kept;
  std::ranges::copy_if(amounts, std::back_inserter(kept),
                       [&](const auto* amount) { return distance(amount) == least; });
  return kept;
}

std::string basis_of(const std::vector<const LocalAmount*>& amounts) {
  std::set<std::string> tables;
  std::set<int> years;
  Grade worst = Grade::a;
  for (const LocalAmount* amount : amounts) {
    tables.insert(amount->table);
    years.insert(amount->year);
    worst = std::max(worst, amount->grade);
  }
  const std::string where = amounts.size() == 1
                                ? fmt::format("{}:{}", amounts.front()->table, amounts.front()->at.line)
                                : fmt::format("median of {} rows of {}", amounts.size(), fmt::join(tables, " and "));
  return fmt::format("{}, {}, {} graded {}", where, fmt::join(years, " and "), amounts.size() == 1 ? "row" : "rows",
                     grade_names[index(worst)]);
}

}  // namespace

std::optional<std::pair<std::string, double>> local_amount(std::string_view text) {
  if (text.size() < 5 || !std::ranges::all_of(text.substr(0, 3), is_upper) || text[3] != ' ') return std::nullopt;
  double amount = 0;
  const char* end_of_text = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data() + 4, end_of_text, amount);
  const std::string_view rest{end, static_cast<std::size_t>(end_of_text - end)};
  const bool one_amount = rest.empty() || rest.starts_with(" (") || rest.starts_with(";");
  if (error != std::errc{} || !one_amount || !(amount > 0)) return std::nullopt;
  std::string currency{text.substr(0, 3)};
  if (currency == "USD") return std::nullopt;
  if (currency == "NTD") currency = "TWD";  // as the press writes it
  return std::pair{std::move(currency), amount};
}

std::map<std::string, ExchangeRate> exchange_rates(const ReferenceTables& tables, int price_year,
                                                   std::uint32_t grades) {
  std::map<std::string, std::vector<const LocalAmount*>> by_currency;
  for (const LocalAmount& amount : tables.local_amounts) {
    if (amount.usd >= least_usd && holds(grades, amount.grade)) by_currency[amount.currency].push_back(&amount);
  }
  std::map<std::string, ExchangeRate> rates;
  for (const auto& [currency, amounts] : by_currency) {
    const std::vector<const LocalAmount*> used = nearest(amounts, price_year);
    std::vector<double> implied;
    for (const LocalAmount* amount : used) implied.push_back(amount->local / amount->usd);
    rates[currency] = {median_of(std::move(implied)), basis_of(used)};
  }
  return rates;
}

std::vector<int> base_years(const ReferenceTables& tables, std::uint32_t grades) {
  std::set<int> years;
  for (const DeploymentRow& row : tables.deployments) {
    if (row.annual && row.sex == RowSex::both && row.counts != Counts::none && holds(grades, row.grade))
      years.insert(row.year);
  }
  return {years.begin(), years.end()};
}

}  // namespace sojourn::io
