#include "model/levers/wage_theft_fund.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "max_months_of_wage", .lowest = 0, .highest = 24, .preset = 3, .meaning = "most that is paid"},
    KeySpec{.name = "days_to_pay", .lowest = 0, .highest = 1'095, .preset = 60, .meaning = "from the return, in whole months"}};

/// The larger sum holds, with its own reach and delay; of equal ones the quicker. `implementation` is the share of those with a
/// claim whom the fund reaches.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double months = lever.numbers.at("max_months_of_wage"), days = lever.numbers.at("days_to_pay");
  if (months <= 0 || std::tuple{months, enforcement, -days} <=
                         std::tuple{terms.wage_fund_months, terms.wage_fund_reached, -terms.wage_fund_days}) {
    return;
  }
  terms.wage_fund_months = months;
  terms.wage_fund_reached = enforcement;
  terms.wage_fund_days = days;
}

}  // namespace

const LeverKind wage_theft_fund_kind{
    .name = "wage_theft_fund",
    .theme = "money",
    .summary = "a fund pays wages that the employer owes to those who come home",
    .acts_through = "wages owed at return (5.11), savings and distress on return (5.14)",
    .evidence =
        "Philippines, domestic work 2016: 36 % not paid on time in Saudi Arabia, 13 % in Hong Kong (B); no row holds "
        "an effect of such a fund",
    .example = R"([[lever]]
kind = "wage_theft_fund"
destinations = ["gcc"]
start = "2026-07"
max_months_of_wage = 3
implementation = 0.5
)",
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
