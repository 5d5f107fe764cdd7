#include "model/levers/joint_liability.hpp"

#include <algorithm>
#include <array>

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "damage_borne_by_agency_percent",
                                  .lowest = 0,
                                  .highest = 100,
                                  .preset = 100,
                                  .meaning = "of workers' claims, what the agency has to pay"}};

/// The larger share holds.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  terms.joint_liability =
      std::max(terms.joint_liability, enforcement * lever.numbers.at("damage_borne_by_agency_percent") / 100);
}

}  // namespace

const LeverKind joint_liability_kind{
    .name = "joint_liability",
    .theme = "fair recruitment",
    .summary = "agencies answer for workers' claims on the employers whom they serve",
    .acts_through = "screening effort of agencies (5.15), placement (5.8)",
    .evidence =
        "Philippines since 1995, agency and employer jointly liable, with compulsory insurance: over 4,000 complaints "
        "a year, deterrence weak (A); no effect on conditions measured",
    .example = R"([[lever]]
kind = "joint_liability"
origins = ["BGD"]
start = "2026-07"
implementation = 0.5
)",
    .rule_on_others = true,
    .whole_markets = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
