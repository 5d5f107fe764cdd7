#include "model/levers/returnee_credit.hpp"

#include <algorithm>
#include <array>

#include "model/levers/in_parts.hpp"

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "loans_per_year", .lowest = 0, .highest = 10'000'000, .meaning = "in each origin that it reaches"},
    KeySpec{.name = "max_usd", .lowest = 0, .highest = 50'000, .meaning = "largest loan"},
    KeySpec{.name = "interest_percent_per_year", .lowest = 0, .highest = 120, .meaning = "a twelfth of it each month"},
    KeySpec{.name = "term_months", .type = KeyType::integer, .lowest = 1, .highest = 360, .preset = 24, .meaning = "in which it is paid back, as far as the home wage allows"}};

/// Loans of several programmes add up; the larger limit, the lower rate and the longer term hold.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double loans = in_parts(enforcement * lever.numbers.at("loans_per_year") / 12);
  const double limit = lever.numbers.at("max_usd"), rate = lever.numbers.at("interest_percent_per_year") / 100;
  if (loans <= 0 || limit <= 0) return;
  terms.credit_rate_per_year = terms.credit_loans_per_month > 0 ? std::min(terms.credit_rate_per_year, rate) : rate;
  terms.credit_limit_usd = std::max(terms.credit_limit_usd, limit);
  terms.credit_term_months = std::max(terms.credit_term_months, lever.numbers.at("term_months"));
  terms.credit_loans_per_month += loans;
}

}  // namespace

const LeverKind returnee_credit_kind{
    .name = "returnee_credit",
    .theme = "return",
    .summary = "loans for returnees who would begin an enterprise",
    .acts_through = "enterprises and debts at home (5.14)",
    .evidence =
        "returnee loans, Nepal 2018: low take-up, banks unwilling (B); rehabilitation loans, Bangladesh since "
        "2011: 3,714 by 2022 (B); no measured effect on income or staying",
    .example = R"([[lever]]
kind = "returnee_credit"
origins = ["NPL"]
start = "2026-07"
loans_per_year = 2000
max_usd = 8000
interest_percent_per_year = 5
term_months = 60
)",
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
