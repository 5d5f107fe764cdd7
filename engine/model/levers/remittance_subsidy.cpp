#include "model/levers/remittance_subsidy.hpp"

#include <algorithm>
#include <array>

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "subsidy_percent_of_amount",
                                  .lowest = 0,
                                  .highest = 30,
                                  .one_of = 1,
                                  .meaning = "paid of the cost of sending, in percent of the amount"},
                          KeySpec{.name = "subsidy_usd_per_transfer",
                                  .lowest = 0,
                                  .highest = 60,
                                  .one_of = 1,
                                  .meaning = "the same as a sum for a transfer of 200 USD"}};

constexpr double usual_transfer_usd = 200;  // SDG 10.c.1

/// The larger subsidy holds.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const auto percent = lever.numbers.find("subsidy_percent_of_amount");
  const double of_amount = percent != lever.numbers.end()
                               ? percent->second
                               : lever.numbers.at("subsidy_usd_per_transfer") / usual_transfer_usd * 100;
  terms.remittance_subsidy_percent = std::max(terms.remittance_subsidy_percent, enforcement * of_amount);
}

}  // namespace

const LeverKind remittance_subsidy_kind{
    .name = "remittance_subsidy",
    .theme = "money",
    .summary = "the origin pays part of what sending money home costs",
    .acts_through = "price, number and way of transfers (5.13)",
    .evidence = "no row holds an effect of a subsidy; trials abroad, fee lower by 1 USD: 0 to 15 % more sent (A)",
    .example = R"([[lever]]
kind = "remittance_subsidy"
origins = ["BGD"]
start = "2026-07"
subsidy_percent_of_amount = 2.5
)",
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
