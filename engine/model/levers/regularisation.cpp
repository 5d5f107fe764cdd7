#include "model/levers/regularisation.hpp"

#include <array>
#include <tuple>

#include "model/levers/in_parts.hpp"

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "open_months",
            .type = KeyType::integer,
            .lowest = 1,
            .highest = 120,
            .preset = 6,
            .meaning = "from its start"},
    KeySpec{
        .name = "fee_usd", .lowest = 0, .highest = 1'000'000, .preset = 0, .meaning = "for a permit, out of savings"},
    KeySpec{.name = "places",
            .lowest = 0,
            .highest = 10'000'000,
            .preset = 10'000'000,
            .meaning = "permits for workers of a destination; the highest number is no limit"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  constexpr double no_limit = 10'000'000;
  const double months = lever.numbers.at("open_months"), places = lever.numbers.at("places");
  const double reached = enforcement / months;  // a round comes to everybody once
  const double fee = lever.numbers.at("fee_usd");
  const double a_month = places >= no_limit ? -1.0 : in_parts(places / months);
  if (std::tuple{reached, -fee} <= std::tuple{terms.regularisation_reached, -terms.regularisation_fee_usd}) return;
  terms.regularisation_reached = reached;
  terms.regularisation_fee_usd = fee;
  terms.regularisation_places_per_month = a_month;
}

}  // namespace

const LeverKind regularisation_kind{
    .name = "regularisation",
    .theme = "protection",
    .summary = "an open window in which irregular workers get a permit or go home without penalty",
    .acts_through = "status (5.12)",
    .evidence =
        "outcomes: 1.5 % of returnees to Bangladesh in 2020 took an amnesty; rounds in Thailand and "
        "Malaysia: no row measures who stays out",
    .example = R"([[lever]]
kind = "regularisation"
destinations = ["MYS"]
start = "2026-07"
open_months = 6
fee_usd = 300
)",
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
