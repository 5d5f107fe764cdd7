#include "model/levers/family_communication.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{
    .name = "hours_per_week", .lowest = 0, .highest = 40, .preset = 3, .meaning = "free to call, with a phone"}};

/// The longer hours hold, with their own reach.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double hours = lever.numbers.at("hours_per_week");
  if (hours <= 0 || std::tuple{hours, enforcement} <= std::tuple{terms.family_contact_hours, terms.family_contact})
    return;
  terms.family_contact_hours = hours;
  terms.family_contact = enforcement;
}

}  // namespace

const LeverKind family_communication_kind{.name = "family_communication",
                                          .theme = "agreements",
                                          .summary = "hours a week in which a worker may call the family",
                                          .acts_through = "confinement, threats and violence (5.8, 5.9)",
                                          .evidence =
                                              "Malaysia 2022: over 40 % had phone or documents taken, were locked in "
                                              "or watched (B); no row holds an effect of a "
                                              "right to call",
                                          .example = R"([[lever]]
kind = "family_communication"
destinations = ["gcc"]
sectors = ["domestic_work"]
start = "2026-07"
hours_per_week = 5
implementation = 0.5
)",
                                          .rule_on_others = true,
                                                                                .sets_a_level = true,
                                          .keys = keys,
                                          .apply = apply};

}  // namespace sojourn::model
