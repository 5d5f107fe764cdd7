#include "model/levers/government_channel.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace sojourn::model {
namespace {

constexpr std::array<std::string_view, 3> selections{"queue", "lottery", "test"};
constexpr std::array keys{
    KeySpec{.name = "places_per_year", .lowest = 0, .highest = 10'000'000, .meaning = "orders that it may fill, in each corridor that it reaches"},
    KeySpec{.name = "worker_cost_usd", .lowest = 0, .highest = 50'000, .meaning = "all that the worker pays, papers included"},
    KeySpec{.name = "selection",
            .type = KeyType::choice,
            .choices = selections,
            .preset_choice = "queue",
            .meaning = "who of its applicants goes first"},
    KeySpec{.name = "agencies_barred",
            .type = KeyType::boolean,
            .lowest = 0,
            .highest = 1,
            .preset = 0,
            .meaning = "whether nobody else may recruit there"}};

/// Places of several channels add up, as add_pathway says; agencies are barred as far as the best enforced rule bars them.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const std::string& selection = lever.words.at("selection").front();
  PathwayTerms way{.places_milli = std::llround(1'000.0 * enforcement * lever.numbers.at("places_per_year")),
                   .worker_cost_usd = lever.numbers.at("worker_cost_usd")};
  way.selection = selection == "test" ? Selection::test : selection == "lottery" ? Selection::lottery : Selection::queue;
  add_pathway(terms.pathways[place_of(Pathway::programme)], way);
  if (lever.numbers.at("agencies_barred") != 0) terms.agencies_barred = std::max(terms.agencies_barred, enforcement);
}

}  // namespace

const LeverKind government_channel_kind{
    .name = "government_channel",
    .theme = "fair recruitment",
    .summary = "governments recruit for a number of job orders, by a queue, a lottery or a test",
    .acts_through = "channels of employers and workers (5.2, 5.3), rents (5.4), matching (5.7)",
    .evidence =
        "Korea EPS: 3,509 USD before, 927 after (C); Nepal-Korea 1.1 months of wage (B); Bangladesh-Malaysia 2013: lottery of "
        "30,000 places (A), 37,000 BDT (B)",
    .example = R"([[lever]]
kind = "government_channel"
corridors = ["BGD-MYS"]
start = "2026-07"
places_per_year = 30000
worker_cost_usd = 450
selection = "lottery"
)",
    .whole_markets = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
