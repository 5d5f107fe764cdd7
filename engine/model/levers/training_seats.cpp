#include "model/levers/training_seats.hpp"

#include <algorithm>
#include <array>

#include "model/levers/in_parts.hpp"

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "seats_per_month", .lowest = 0, .highest = 10'000'000, .meaning = "in each origin that it reaches"},
    KeySpec{.name = "course_months", .type = KeyType::integer, .lowest = 0, .highest = 60, .preset = 3, .meaning = "during which no order is looked for"},
    KeySpec{.name = "worker_pays_usd", .lowest = 0, .highest = 50'000, .preset = 0, .meaning = "for a seat, out of own money"}};

/// Of several programmes the shortest course holds.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double before = terms.training_seats_per_month, months = lever.numbers.at("course_months");
  add_seats(lever, enforcement, terms.training_seats_per_month, terms.training_fee_usd);
  if (terms.training_seats_per_month <= before) return;
  terms.training_months = before > 0 ? std::min(terms.training_months, months) : months;
}

}  // namespace

const LeverKind training_seats_kind{
    .name = "training_seats",
    .theme = "skills",
    .summary = "courses that give a certificate to those who seek work abroad",
    .acts_through = "matching (5.7): who has a certificate; finance (5.6): the fee; work at home after return (5.14)",
    .evidence =
        "21 days of housekeeping training before Saudi Arabia, Sri Lanka 2013 (B); courses sold with the job, "
        "half of the cost, Bangladesh to Singapore 2016 (A); no measured effect on pay or hiring",
    .example = R"([[lever]]
kind = "training_seats"
origins = ["NPL"]
start = "2026-07"
seats_per_month = 500
course_months = 2
)",
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
