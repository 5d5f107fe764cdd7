#include "model/levers/skills_passport.hpp"

#include <algorithm>
#include <array>

#include "model/levers/in_parts.hpp"

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "workers_covered_percent", .lowest = 0, .highest = 100, .meaning = "of holders of a certificate, who have the card"},
    KeySpec{.name = "days_to_verify", .lowest = 0, .highest = 3650, .preset = 14, .meaning = "from the beginning of the search"},
    KeySpec{.name = "employers_reading_percent", .lowest = 0, .highest = 100, .meaning = "of employers, who go by it"}};

/// Several combine as independent ones; the quickest office sets the time.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double share = enforcement * lever.numbers.at("workers_covered_percent") / 100 *
                       (lever.numbers.at("employers_reading_percent") / 100);
  if (share <= 0) return;
  const double days = lever.numbers.at("days_to_verify");
  terms.passport_days = terms.passport_missed_ln > 0 ? std::min(terms.passport_days, days) : days;
  terms.passport_missed_ln += missed_ln(share);
}

}  // namespace

const LeverKind skills_passport_kind{
    .name = "skills_passport",
    .theme = "skills",
    .summary = "a card on which employers can check certificates and experience",
    .acts_through = "matching (5.7): place in the line for orders, keenness, once verified; pay (5.8)",
    .evidence =
        "National Skills Passport, Sri Lanka 2020: links employers to verified skills of returnees (recalled, "
        "C); no measured effect",
    .example = R"([[lever]]
kind = "skills_passport"
origins = ["PAK"]
skills = ["medium", "high"]
start = "2026-07"
workers_covered_percent = 40
employers_reading_percent = 30
)",
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
