#include "model/levers/circular_scheme.hpp"

#include <cmath>

namespace sojourn::model {

const std::array<KeySpec, 3> stay_and_return_keys{
    KeySpec{.name = "places_per_year", .lowest = 0, .highest = 10'000'000, .meaning = "for workers of each corridor that it reaches"},
    KeySpec{.name = "max_stay_months", .lowest = 1, .highest = 120, .preset = 9, .meaning = "then the worker must leave"},
    KeySpec{.name = "reentry_right",
            .type = KeyType::boolean,
            .lowest = 0,
            .highest = 1,
            .preset = 1,
            .meaning = "whether who went home in time goes first the next time"}};

void add_stay_and_return(Pathway way, const LeverSpec& lever, double enforcement, MarketTerms& terms) {
  add_pathway(terms.pathways[place_of(way)],
              {.places_milli = std::llround(1'000.0 * enforcement * lever.numbers.at("places_per_year")),
               .stay_months = lever.numbers.at("max_stay_months"),
               .reentry = lever.numbers.at("reentry_right") != 0});
}

namespace {

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  add_stay_and_return(Pathway::circular, lever, enforcement, terms);
}

}  // namespace

const LeverKind circular_scheme_kind{
    .name = "circular_scheme",
    .theme = "pathways",
    .summary = "places for work and time at home in turn, arranged between governments",
    .acts_through = "orders of its own (5.3), matching (5.7), contract end and overstay (5.10, 5.12)",
    .evidence =
        "Korea EPS: stay limits and re-entry, yet 12,000 overstayers of Viet Nam in 2023 (B); no row measures a scheme's returns",
    .example = R"([[lever]]
kind = "circular_scheme"
corridors = ["LKA-KOR"]
start = "2026-07"
places_per_year = 3000
max_stay_months = 9
)",
    .whole_markets = true,
    .keys = stay_and_return_keys,
    .apply = apply};

}  // namespace sojourn::model
