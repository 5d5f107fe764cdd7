#include "model/levers/places_quota.hpp"

#include <array>
#include <cmath>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "places_per_year", .lowest = 0, .highest = 10'000'000, .meaning = "most that may be hired, in each corridor that it reaches"}};

/// The lowest ceiling holds, with its own enforcement; between equal ones the better enforced.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const std::int64_t ceiling = std::llround(1'000.0 * lever.numbers.at("places_per_year"));
  const bool none = terms.hires_ceiling_milli < 0;
  if (!none && std::tuple{-ceiling, enforcement} <= std::tuple{-terms.hires_ceiling_milli, terms.hires_ceiling_enforcement}) return;
  terms.hires_ceiling_milli = ceiling;
  terms.hires_ceiling_enforcement = enforcement;
}

}  // namespace

const LeverKind places_quota_kind{
    .name = "places_quota",
    .theme = "pathways",
    .summary = "a ceiling on the workers that may be hired in a year",
    .acts_through = "job orders (5.3); tightness and rents (5.4), other origins (5.3), irregular ways (5.12)",
    .evidence =
        "Korea EPS: quotas by country, cut with overstay (C); no row measures what a ceiling does to hires or prices",
    .example = R"([[lever]]
kind = "places_quota"
corridors = ["VNM-KOR"]
start = "2026-07"
places_per_year = 8000
implementation = 1
)",
    .rule_on_others = true,
    .whole_markets = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
