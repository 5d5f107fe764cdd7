#include "model/levers/migration_loan.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "loans_per_year", .lowest = 0, .highest = 10'000'000, .meaning = "in each origin that it reaches"},
    KeySpec{.name = "max_usd", .lowest = 0, .highest = 50'000, .meaning = "largest loan"},
    KeySpec{.name = "interest_percent_per_year", .lowest = 0, .highest = 120, .meaning = "a twelfth of it each month"},
    KeySpec{.name = "term_months", .type = KeyType::integer, .lowest = 1, .highest = 360, .preset = 24, .meaning = "over which it is paid back, as far as wages allow"}};

/// Loans of several programmes add up; the larger limit, the lower rate and the longer term hold.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const auto loans = std::llround(1'000.0 * enforcement * lever.numbers.at("loans_per_year"));
  const double limit = lever.numbers.at("max_usd"), rate = lever.numbers.at("interest_percent_per_year") / 100;
  if (loans <= 0 || limit <= 0) return;
  terms.loan_rate_per_year = terms.loans_per_year_milli > 0 ? std::min(terms.loan_rate_per_year, rate) : rate;
  terms.loan_limit_usd = std::max(terms.loan_limit_usd, limit);
  terms.loan_term_months = std::max(terms.loan_term_months, lever.numbers.at("term_months"));
  terms.loans_per_year_milli += loans;
}

}  // namespace

const LeverKind migration_loan_kind{.name = "migration_loan",
                                    .theme = "fair recruitment",
                                    .summary = "loans for recruitment costs at a low rate, without a pledge",
                                    .acts_through = "finance (5.6): who can pay, interest, pledges; rents (5.4)",
                                    .evidence =
                                        "Probashi Kallyan Bank, Bangladesh: 9 % simple, 30,921 migrants in 2021-22, 95 "
                                        "% recovered; the loans finance prices far over the cap (B)",
                                    .example = R"([[lever]]
kind = "migration_loan"
origins = ["BGD"]
start = "2026-07"
loans_per_year = 50000
max_usd = 2500
interest_percent_per_year = 9
)",
                                    .keys = keys,
                                    .apply = apply};

}  // namespace sojourn::model
