#include "model/levers/labour_attaches.hpp"


#include "model/levers/in_parts.hpp"

namespace sojourn::model {

const std::array<KeySpec, 2> attache_keys{KeySpec{.name = "attaches_per_destination",
                                  .lowest = 0,
                                  .highest = 1'000,
                                  .meaning = "of each origin at each destination"},
                          KeySpec{.name = "cases_per_attache_per_month",
                                  .lowest = 0,
                                  .highest = 10'000'000,
                                  .preset = 25,
                                  .meaning = "that one closes"}};

void add_attaches(const LeverSpec& lever, double enforcement, double& attaches, double& cases_per_month) {
  const double added = in_parts(enforcement * lever.numbers.at("attaches_per_destination"));
  if (added <= 0) return;
  attaches += added;
  cases_per_month += in_parts(added * lever.numbers.at("cases_per_attache_per_month"));
}

namespace {

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  add_attaches(lever, enforcement, terms.attaches, terms.attache_cases_per_month);
}

}  // namespace

const LeverKind labour_attaches_kind{
    .name = "labour_attaches",
    .theme = "protection",
    .summary = "labour attaches at the missions of the origin",
    .acts_through = "complaints: channel and capacity (5.11)",
    .evidence =
        "the size of consular posts and their cases are in no row of the tables: assumed; complaints of "
        "2.5 to 9 per 1,000 workers a year at such posts (outcomes)",
    .example = R"([[lever]]
kind = "labour_attaches"
corridors = ["LKA-gcc"]
start = "2026-07"
attaches_per_destination = 4
)",
    .keys = attache_keys,
    .apply = apply};

}  // namespace sojourn::model
