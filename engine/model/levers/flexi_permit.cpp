#include "model/levers/flexi_permit.hpp"

#include <array>
#include <tuple>

#include "model/levers/in_parts.hpp"

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "permits_per_year",
                                  .lowest = 0,
                                  .highest = 10'000'000,
                                  .meaning = "permits for workers of a destination"},
                          KeySpec{.name = "permit_usd_per_year",
                                  .lowest = 0,
                                  .highest = 1'000'000,
                                  .preset = 0,
                                  .meaning = "price, paid for the time of a contract at once"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double permits = in_parts(enforcement * lever.numbers.at("permits_per_year") / 12);
  const double price = lever.numbers.at("permit_usd_per_year");
  const std::tuple rule{permits, -price};
  if (permits <= 0 || rule <= std::tuple{terms.flexi_permits_per_month, -terms.flexi_usd_per_year}) return;
  terms.flexi_permits_per_month = permits;
  terms.flexi_usd_per_year = price;
}

}  // namespace

const LeverKind flexi_permit_kind{
    .name = "flexi_permit",
    .theme = "protection",
    .summary = "permits that tie to no employer, for workers in irregular status who can pay for them",
    .acts_through = "status (5.12), absconding and moving at contract end (5.10), fear of complaining (5.11)",
    .evidence =
        "Bahrain 2017 to 2022: 1,190 USD for two years and 80 USD a month (B); dearer by a quarter in "
        "2019 (B)",
    .example = R"([[lever]]
kind = "flexi_permit"
destinations = ["BHR"]
start = "2026-07"
permits_per_year = 24000
permit_usd_per_year = 600
implementation = 0.8
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
