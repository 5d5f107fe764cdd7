#include "model/levers/verification_service.hpp"

#include <algorithm>
#include <array>

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "workers_reached_percent",
                                  .lowest = 0,
                                  .highest = 100,
                                  .meaning = "of those who are shown an offer, those who check it"}};

/// The larger share holds: the same workers are reached first.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  terms.offers_verified =
      std::max(terms.offers_verified, enforcement * lever.numbers.at("workers_reached_percent") / 100);
}

}  // namespace

const LeverKind verification_service_kind{
    .name = "verification_service",
    .theme = "fair recruitment",
    .summary = "workers can check an offer, a visa and a contract before they pay",
    .acts_through = "false offers (5.5), substitution of contracts (5.8)",
    .evidence =
        "Bangladesh: about a fifth of those who paid never leave (B); Nepal-Jordan 2016, garments: 52 % of the "
        "promised pay was paid (B); no row holds an effect of verification",
    .example = R"([[lever]]
kind = "verification_service"
origins = ["BGD"]
start = "2026-07"
workers_reached_percent = 30
)",
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
