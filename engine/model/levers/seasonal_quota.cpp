#include "model/levers/seasonal_quota.hpp"

#include "model/levers/circular_scheme.hpp"

namespace sojourn::model {
namespace {

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  add_stay_and_return(Pathway::seasonal, lever, enforcement, terms);
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
corridors = ["KHM-KOR"]
sectors = ["agriculture_fishing"]
start = "2026-07"
places_per_year = 3000
max_stay_months = 9
)",
    .whole_markets = true,
    .keys = stay_and_return_keys,
    .apply = apply};

}  // namespace sojourn::model
