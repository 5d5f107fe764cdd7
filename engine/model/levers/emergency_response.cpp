#include "model/levers/emergency_response.hpp"

#include <array>

#include "model/levers/in_parts.hpp"

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "evacuations_per_month",
                                  .lowest = 0,
                                  .highest = 10'000'000,
                                  .meaning = "seats home for stranded workers, in each corridor"},
                          KeySpec{.name = "wage_claims_per_month",
                                  .lowest = 0,
                                  .highest = 10'000'000,
                                  .preset = 0,
                                  .meaning = "cases closed, in each corridor"},
                          KeySpec{.name = "flight_corridor",
                                  .type = KeyType::boolean,
                                  .preset = 1,
                                  .meaning = "evacuation flies although the way home is shut"},
                          KeySpec{.name = "stranded_support_usd_per_month",
                                  .lowest = 0,
                                  .highest = 5'000,
                                  .preset = 0,
                                  .meaning = "to each stranded worker without pay"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const bool corridor = lever.numbers.at("flight_corridor") > 0;
  (corridor ? terms.evacuation_seats_per_month : terms.evacuation_seats_without_corridor) +=
      in_parts(enforcement * lever.numbers.at("evacuations_per_month"));
  terms.stranded_support_usd_per_month += in_parts(enforcement * lever.numbers.at("stranded_support_usd_per_month"));
  const double claims = in_parts(enforcement * lever.numbers.at("wage_claims_per_month"));
  if (claims > 0) terms.attache_cases_per_month += claims;
}

}  // namespace

const LeverKind emergency_response_kind{
    .name = "emergency_response",
    .theme = "crisis",
    .summary = "seats home, money for those who wait and staff for wage claims while a corridor is closed",
    .acts_through = "stranded workers and their way home (5.16), savings (5.13), complaints (5.11)",
    .evidence =
        "COVID-19: three quarters of returnees to the Gulf again within two years (outcomes); no row "
        "measures an evacuation's effect",
    .example = R"([[lever]]
kind = "emergency_response"
destinations = ["gcc", "LBN"]
start = "2027-03"
end = "2028-02"
evacuations_per_month = 5000
wage_claims_per_month = 500
)",
    .whole_markets = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
