#include "model/levers/remittance_cost_cap.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{
    .name = "cap_percent_of_amount", .lowest = 0, .highest = 30, .meaning = "most that sending 200 USD may cost"}};

/// The lower cap holds, with its own enforcement; between equal ones the better enforced.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double cap = lever.numbers.at("cap_percent_of_amount");
  const bool none = terms.remittance_cap_enforcement <= 0;
  if (!none &&
      std::tuple{-cap, enforcement} <= std::tuple{-terms.remittance_cap_percent, terms.remittance_cap_enforcement})
    return;
  terms.remittance_cap_percent = cap;
  terms.remittance_cap_enforcement = enforcement;
}

}  // namespace

const LeverKind remittance_cost_cap_kind{
    .name = "remittance_cost_cap",
    .theme = "money",
    .summary = "a ceiling on what sending money home may cost",
    .acts_through = "price, number and way of transfers (5.13)",
    .evidence =
        "SDG 10.c.1: 3 %, no corridor above 5 %; of 200 USD, Pakistan-Saudi Arabia 2.8 %, Sri Lanka-United Arab "
        "Emirates 6.4 % (B), world 6.3 % (B); trials abroad, fee lower by 1 USD: 0 to 15 % more sent (A)",
    .example = R"([[lever]]
kind = "remittance_cost_cap"
start = "2026-07"
cap_percent_of_amount = 3
implementation = 0.8
)",
    .rule_on_others = true,
    .whole_markets = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
