#include "model/levers/welfare_fund.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "dues_usd", .lowest = 0, .highest = 50'000, .meaning = "of a member, at each departure"},
    KeySpec{.name = "death_benefit_usd", .lowest = 0, .highest = 1'000'000, .preset = 0, .meaning = "to the family of a member who dies abroad"},
    KeySpec{.name = "repatriation_covered", .type = KeyType::boolean, .preset = 1, .meaning = "members who are stranded are brought home"}};

/// Of several funds the one with most members holds as a whole; of two alike, the one with higher dues, then benefits.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double dues = lever.numbers.at("dues_usd"), benefit = lever.numbers.at("death_benefit_usd");
  const bool repatriates = lever.numbers.at("repatriation_covered") != 0;
  if (dues <= 0 && benefit <= 0 && !repatriates) return;
  const std::tuple fund{enforcement, dues, benefit, repatriates};
  const std::tuple present{terms.welfare_members, terms.welfare_dues_usd, terms.welfare_death_benefit_usd, terms.welfare_repatriates};
  if (fund <= present) return;
  std::tie(terms.welfare_members, terms.welfare_dues_usd, terms.welfare_death_benefit_usd, terms.welfare_repatriates) = fund;
}

}  // namespace

const LeverKind welfare_fund_kind{
    .name = "welfare_fund",
    .theme = "protection",
    .summary = "dues of those who leave, money for families of the dead, flights for the stranded",
    .acts_through = "costs and orders (5.3 to 5.6): dues are papers; ways home (5.16)",
    .evidence =
        "Wage Earners' Welfare Board, Bangladesh: 3,500 BDT (A); Foreign Employment Welfare Fund, Nepal: "
        "700,000 NPR at death, 282 families in four months of 2017 (B); OWWA, Philippines: 25 USD a contract "
        "(C); no measured effect",
    .example = R"([[lever]]
kind = "welfare_fund"
origins = ["NPL"]
start = "2026-07"
dues_usd = 15
death_benefit_usd = 6700
)",
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
