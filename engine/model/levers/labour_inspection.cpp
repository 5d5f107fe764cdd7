#include "model/levers/labour_inspection.hpp"

#include <algorithm>
#include <array>

#include "model/levers/in_parts.hpp"

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "inspections_per_1000_workers_per_year", .lowest = 0, .highest = 1'000, .meaning = "visits"},
    KeySpec{.name = "fine_usd", .lowest = 0, .highest = 1'000'000, .meaning = "fine for one case of breach"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double visits = in_parts(enforcement * lever.numbers.at("inspections_per_1000_workers_per_year"));
  if (visits <= 0) return;
  terms.inspections_per_1000_year += visits;
  terms.inspection_fine_usd = std::max(terms.inspection_fine_usd, lever.numbers.at("fine_usd"));
}

}  // namespace

const LeverKind labour_inspection_kind{
    .name = "labour_inspection",
    .theme = "protection",
    .summary = "inspectors at destination visit employers and fine them",
    .acts_through = "harm (5.9) and what follows from it",
    .evidence =
        "Jordan, garments 2019, published inspections: three factories in four comply (A); Philippines: "
        "54 licences cancelled in 2014, deterrence weak (A)",
    .example = R"([[lever]]
kind = "labour_inspection"
destinations = ["MYS"]
start = "2026-07"
inspections_per_1000_workers_per_year = 20
fine_usd = 2000
implementation = 0.7
)",
    .rule_on_others = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
