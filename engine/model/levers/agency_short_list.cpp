#include "model/levers/agency_short_list.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "agencies_allowed",
                                  .type = KeyType::integer,
                                  .lowest = 1,
                                  .highest = 10'000,
                                  .meaning = "agencies of the origin that may recruit for whom it reaches"}};

/// The shorter list holds, with its own enforcement; between equal ones the better enforced.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double allowed = lever.numbers.at("agencies_allowed");
  const bool none = terms.short_list_enforcement <= 0;
  if (!none &&
      std::tuple{-allowed, enforcement} <= std::tuple{-terms.short_list_agencies, terms.short_list_enforcement})
    return;
  terms.short_list_agencies = allowed;
  terms.short_list_enforcement = enforcement;
}

}  // namespace

const LeverKind agency_short_list_kind{.name = "agency_short_list",
                                       .theme = "fair recruitment",
                                       .summary = "only some agencies may recruit",
                                       .acts_through = "who serves a search (5.15), rents where agencies are few (5.4)",
                                       .evidence =
                                           "Bangladesh-Malaysia 2016-18, 10 agencies: mean price 2.2 times the cap; "
                                           "2022-24, 25 then 100 agencies: 6 times (B)",
                                       .example = R"([[lever]]
kind = "agency_short_list"
corridors = ["BGD-MYS"]
start = "2026-07"
agencies_allowed = 25
implementation = 0.9
)",
                                       .rule_on_others = true,
                                       .whole_markets = true,
                                       .sets_a_level = true,
                                       .keys = keys,
                                       .apply = apply};

}  // namespace sojourn::model
