#include "model/levers/women_attaches.hpp"

#include <array>

#include "model/levers/in_parts.hpp"

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "attaches_per_destination",
                                  .lowest = 0,
                                  .highest = 1'000,
                                  .meaning = "of each origin at each destination"},
                          KeySpec{.name = "cases_per_attache_per_month",
                                  .lowest = 0,
                                  .highest = 10'000'000,
                                  .preset = 25,
                                  .meaning = "that one closes"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double attaches = in_parts(enforcement * lever.numbers.at("attaches_per_destination"));
  if (attaches <= 0) return;
  terms.women_attaches += attaches;
  terms.women_attache_cases_per_month += in_parts(attaches * lever.numbers.at("cases_per_attache_per_month"));
}

}  // namespace

const LeverKind women_attaches_kind{
    .name = "women_attaches",
    .theme = "gender",
    .summary = "labour attaches for women at the missions of the origin",
    .acts_through = "complaints: channel and capacity (5.11)",
    .evidence =
        "the size of consular posts and their cases are in no row of the tables: assumed; complaints of "
        "2.5 to 9 per 1,000 workers a year at such posts (outcomes)",
    .example = R"([[lever]]
kind = "women_attaches"
corridors = ["LKA-gcc"]
start = "2026-07"
attaches_per_destination = 4
)",
    .keys = keys,
    .apply = apply,
    .only_sexes = 1U << static_cast<unsigned>(Sex::women)};

}  // namespace sojourn::model
