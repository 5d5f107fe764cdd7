#include "model/levers/student_mobility.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "places_per_year", .lowest = 0, .highest = 10'000'000, .meaning = "for workers of each corridor that it reaches"},
    KeySpec{.name = "work_hours_per_week", .lowest = 0, .highest = 48, .preset = 20, .meaning = "allowed beside the studies"}};

/// Several on one market are combined as add_pathway says.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  add_pathway(terms.pathways[place_of(Pathway::student)],
              {.places_milli = std::llround(1'000.0 * enforcement * lever.numbers.at("places_per_year")),
               .hours_per_week = std::max(1.0, lever.numbers.at("work_hours_per_week"))});
}

}  // namespace

const LeverKind student_mobility_kind{
    .name = "student_mobility",
    .theme = "pathways",
    .summary = "places to study, with some hours of work a week",
    .acts_through = "orders of its own (5.3), pay (5.8), who takes it (5.2)",
    .evidence =
        "no row of the tables measures student mobility: places and hours act by arithmetic alone",
    .example = R"([[lever]]
kind = "student_mobility"
corridors = ["NPL-JPN"]
start = "2026-07"
places_per_year = 2000
work_hours_per_week = 28
)",
    .whole_markets = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
