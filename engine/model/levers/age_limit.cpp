#include "model/levers/age_limit.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "min_age_years",
                                  .type = KeyType::integer,
                                  .lowest = 16,
                                  .highest = 60,
                                  .preset = 16,
                                  .meaning = "youngest age at which one may leave"},
                          KeySpec{.name = "max_age_years",
                                  .type = KeyType::integer,
                                  .lowest = 16,
                                  .highest = 100,
                                  .preset = 100,
                                  .meaning = "oldest age at which one may leave"}};

/// The higher minimum holds, then the lower maximum, with its own enforcement.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double youngest = lever.numbers.at("min_age_years"), oldest = lever.numbers.at("max_age_years");
  const bool none = terms.age_limit_enforcement <= 0;
  if (!none && std::tuple{youngest, -oldest, enforcement} <=
                   std::tuple{terms.youngest_age_years, -terms.oldest_age_years, terms.age_limit_enforcement}) {
    return;
  }
  terms.youngest_age_years = youngest;
  terms.oldest_age_years = oldest;
  terms.age_limit_enforcement = enforcement;
}

}  // namespace

const LeverKind age_limit_kind{
    .name = "age_limit",
    .theme = "gender",
    .summary = "closes regular channels to persons who are younger or older than the limits",
    .acts_through = "eligibility, choice of market and channel (5.2), status (5.12)",
    .evidence =
        "Nepal 2012-15, women under 30 to the Gulf: 70,000 in Saudi Arabia in spite of it, over 200 a day left by "
        "other ways (B); Sri Lanka-Saudi Arabia 2013, age 25 with 21 days of training: no effect told (B)",
    .example = R"([[lever]]
kind = "age_limit"
corridors = ["NPL-gcc"]
sectors = ["domestic_work"]
sexes = ["women"]
start = "2026-07"
min_age_years = 24
implementation = 0.8
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
