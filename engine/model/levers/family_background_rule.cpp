#include "model/levers/family_background_rule.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "youngest_child_min_years",
                                  .type = KeyType::integer,
                                  .lowest = 0,
                                  .highest = 18,
                                  .meaning = "completed years that the youngest child must have"}};

/// The higher age of the child holds, with its own enforcement.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double years = lever.numbers.at("youngest_child_min_years");
  if (years <= 0 || std::tuple{years, enforcement} <= std::tuple{terms.child_rule_years, terms.child_rule_enforcement})
    return;
  terms.child_rule_years = years;
  terms.child_rule_enforcement = enforcement;
}

}  // namespace

const LeverKind family_background_rule_kind{
    .name = "family_background_rule",
    .theme = "gender",
    .summary = "closes regular channels to mothers whose youngest child is younger than a limit",
    .acts_through = "eligibility, choice of market and channel (5.2), status (5.12)",
    .evidence =
        "Sri Lanka 2013, children under five: 630 fewer women a month (449 to 812), more leave outside the official "
        "channel (A); departures of middle-level and professional women rose: skill declared falsely (A)",
    .example = R"([[lever]]
kind = "family_background_rule"
corridors = ["LKA-gcc"]
sectors = ["domestic_work"]
sexes = ["women"]
start = "2026-07"
youngest_child_min_years = 5
implementation = 0.8
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
