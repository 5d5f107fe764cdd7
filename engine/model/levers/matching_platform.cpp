#include "model/levers/matching_platform.hpp"

#include <algorithm>
#include <array>

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "job_orders_listed_percent",
                                  .lowest = 0,
                                  .highest = 100,
                                  .meaning = "of the orders of the markets that it reaches"}};

/// Of several platforms the one that lists most holds.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  terms.orders_listed = std::max(terms.orders_listed, enforcement * lever.numbers.at("job_orders_listed_percent") / 100);
}

}  // namespace

const LeverKind matching_platform_kind{
    .name = "matching_platform",
    .theme = "pathways",
    .summary = "job orders on a public platform, found without sub-agents",
    .acts_through = "searching (5.2), links of the chain and rents (5.4), fraud (5.4)",
    .evidence =
        "VALIDATION, help without demand (Philippines): passports, information and matching doubled offers and left migration "
        "as it was; no row of the tables measures a platform",
    .example = R"([[lever]]
kind = "matching_platform"
corridors = ["BGD-gcc"]
start = "2026-07"
job_orders_listed_percent = 40
)",
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
