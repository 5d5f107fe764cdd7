#include "model/levers/wage_protection.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "wages_covered_percent",
                                  .lowest = 0,
                                  .highest = 100,
                                  .preset = 100,
                                  .meaning = "of workers whose wages are watched"},
                          KeySpec{.name = "days_to_pay",
                                  .lowest = 0,
                                  .highest = 3'650,
                                  .preset = 7,
                                  .meaning = "within which a wage must be paid"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double covered = enforcement * lever.numbers.at("wages_covered_percent") / 100;
  const double days = lever.numbers.at("days_to_pay");
  if (covered <= 0 || std::tuple{covered, -days} <= std::tuple{terms.wage_protection, -terms.wage_protection_days})
    return;
  terms.wage_protection = covered;
  terms.wage_protection_days = days;
}

}  // namespace

const LeverKind wage_protection_kind{
    .name = "wage_protection",
    .theme = "agreements",
    .summary = "wages through banks, watched, and due within days",
    .acts_through = "late and missing pay (5.9), remittances and debts that hang on it (5.13), forced labour (5.9)",
    .evidence =
        "Qatar 2015: payment within seven days (A), a fund paid 350 million USD, many firms still months "
        "late (A)",
    .example = R"([[lever]]
kind = "wage_protection"
destinations = ["QAT", "SAU"]
sectors = ["-domestic_work"]
start = "2026-07"
implementation = 0.6
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
