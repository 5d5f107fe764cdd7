#include "model/levers/wage_floor.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "floor_usd_per_month",
                                  .lowest = 0,
                                  .highest = 20'000,
                                  .meaning = "lowest monthly wage that a contract may name"}};

/// The higher floor holds, with its own enforcement; between equal floors the better enforced one.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double floor = lever.numbers.at("floor_usd_per_month");
  const bool holds =
      std::tuple{floor, enforcement} > std::tuple{terms.wage_floor_usd_per_month, terms.wage_floor_enforcement};
  if (!holds || floor <= 0) return;
  terms.wage_floor_usd_per_month = floor;
  terms.wage_floor_enforcement = enforcement;
}

}  // namespace

const LeverKind wage_floor_kind{
    .name = "wage_floor",
    .theme = "agreements",
    .summary = "the lowest monthly wage that a contract may name",
    .acts_through = "destination demand and its split over origins, posted wages, evasion of floors (5.3)",
    .evidence =
        "Philippines 2006, domestic work, 200 to 400 USD: new hires fell by about 55 % (C), the floor binds and "
        "demand reacts to price (A); Nepal-Jordan 2017, 300 USD asked in garments: approved demand fell to zero "
        "(B); Qatar 2021, QAR 1,000: basic pay of 13 % of workers rose (A)",
    .example = R"([[lever]]
kind = "wage_floor"
origins = ["PHL"]
sectors = ["domestic_work"]
start = "2026-07"
floor_usd_per_month = 500
implementation = 0.5
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
