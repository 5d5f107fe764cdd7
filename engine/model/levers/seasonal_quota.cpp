#include "model/levers/seasonal_quota.hpp"

#include <array>
#include <cmath>

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "places_per_year", .lowest = 0, .highest = 10'000'000, .meaning = "for workers of each corridor that it reaches"},
    KeySpec{.name = "max_stay_months", .lowest = 1, .highest = 120, .preset = 9, .meaning = "then the worker must leave"},
    KeySpec{.name = "reentry_right",
            .type = KeyType::boolean,
            .lowest = 0,
            .highest = 1,
            .preset = 1,
            .meaning = "whether who went home in time goes first the next time"}};

/// Several on one market are combined as add_pathway says.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  add_pathway(terms.pathways[place_of(Pathway::seasonal)],
              {.places_milli = std::llround(1'000.0 * enforcement * lever.numbers.at("places_per_year")),
               .stay_months = lever.numbers.at("max_stay_months"),
               .reentry = lever.numbers.at("reentry_right") != 0});
}

}  // namespace

const LeverKind seasonal_quota_kind{
    .name = "seasonal_quota",
    .theme = "pathways",
    .summary = "places for a season, filled through the usual recruiters",
    .acts_through = "orders of its own (5.3), rents (5.4), matching (5.7), contract end and overstay (5.10, 5.12)",
    .evidence =
        "Italy, decreto flussi 2008-12: Bangladeshi seasonal workers did not return, fees of 12,000 to 17,000 USD made return "
        "irrational (B)",
    .example = R"([[lever]]
kind = "seasonal_quota"
corridors = ["BGD-ITA"]
sectors = ["agriculture_fishing"]
start = "2026-07"
places_per_year = 3000
max_stay_months = 9
)",
    .whole_markets = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
