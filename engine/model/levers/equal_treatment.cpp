#include "model/levers/equal_treatment.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "gap_closed_percent",
            .lowest = 0,
            .highest = 100,
            .preset = 100,
            .meaning = "of the gap in pay to the best paid origin of the destination and sector"}};

/// The rule that closes more holds, with its own enforcement.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double closed = lever.numbers.at("gap_closed_percent") / 100;
  const bool holds = std::tuple{closed, enforcement} > std::tuple{terms.equal_pay_closed, terms.equal_pay_enforcement};
  if (closed <= 0 || !holds) return;
  terms.equal_pay_closed = closed;
  terms.equal_pay_enforcement = enforcement;
}

}  // namespace

void set_equal_pay_floor(MarketTerms& terms, double wage_usd_per_month, double best_usd_per_month) noexcept {
  if (terms.equal_pay_closed <= 0 || best_usd_per_month <= wage_usd_per_month) return;
  const double floor = wage_usd_per_month + terms.equal_pay_closed * (best_usd_per_month - wage_usd_per_month);
  const bool holds = std::tuple{floor, terms.equal_pay_enforcement} >
                     std::tuple{terms.wage_floor_usd_per_month, terms.wage_floor_enforcement};
  if (!holds) return;
  terms.wage_floor_usd_per_month = floor;
  terms.wage_floor_enforcement = terms.equal_pay_enforcement;
}

const LeverKind equal_treatment_kind{
    .name = "equal_treatment",
    .theme = "agreements",
    .summary = "equal pay with the best paid origin in the same destination and sector",
    .acts_through = "pay and evasion as a wage floor (5.3), destination demand (5.3), contract substitution (5.8)",
    .evidence =
        "gender-responsive clause recalled from UN guidance 2022 (C); Qatar 2021, one minimum for all origins: basic "
        "pay of "
        "13 % of the workforce rose (A); Nepal-Jordan 2017: orders fell to zero where one origin asked for more (B)",
    .example = R"([[lever]]
kind = "equal_treatment"
destinations = ["gcc"]
sectors = ["construction"]
start = "2026-07"
gap_closed_percent = 50
implementation = 0.5
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
