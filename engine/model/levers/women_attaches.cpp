#include "model/levers/women_attaches.hpp"

#include "model/levers/labour_attaches.hpp"

namespace sojourn::model {
namespace {

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  add_attaches(lever, enforcement, terms.women_attaches, terms.women_attache_cases_per_month);
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
    .keys = attache_keys,
    .apply = apply,
    .only_sexes = 1U << static_cast<unsigned>(Sex::women)};

}  // namespace sojourn::model
