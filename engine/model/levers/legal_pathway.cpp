#include "model/levers/legal_pathway.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace sojourn::model {
namespace {

constexpr std::array<std::string_view, 6> levels{"none", "A1", "A2", "B1", "B2", "C1"};
constexpr std::array keys{
    KeySpec{.name = "places_per_year", .lowest = 0, .highest = 10'000'000, .meaning = "for workers of each corridor that it reaches"},
    KeySpec{.name = "worker_cost_usd", .lowest = 0, .highest = 50'000, .preset = 0, .meaning = "all that the worker pays"},
    KeySpec{.name = "language_level",
            .type = KeyType::choice,
            .choices = levels,
            .preset_choice = "none",
            .meaning = "that applicants must reach"}};

/// Several on one market are combined as add_pathway says.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const auto level = std::ranges::find(levels, lever.words.at("language_level").front());
  add_pathway(terms.pathways[place_of(Pathway::legal)],
              {.places_milli = std::llround(1'000.0 * enforcement * lever.numbers.at("places_per_year")),
               .worker_cost_usd = lever.numbers.at("worker_cost_usd"),
               .language = static_cast<std::uint8_t>(level - levels.begin())});
}

}  // namespace

const LeverKind legal_pathway_kind{
    .name = "legal_pathway",
    .theme = "pathways",
    .summary = "places of a programme for workers with a language, without intermediaries",
    .acts_through = "orders of its own (5.3), who may apply and when (5.2, 5.7), rents (5.4)",
    .evidence =
        "no row of the tables measures such a programme; direction from Korea EPS, whose price is about one month of wage (B)",
    .example = R"([[lever]]
kind = "legal_pathway"
corridors = ["LKA-eu27"]
sectors = ["care_health"]
start = "2026-07"
places_per_year = 500
worker_cost_usd = 300
language_level = "B1"
)",
    .whole_markets = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
