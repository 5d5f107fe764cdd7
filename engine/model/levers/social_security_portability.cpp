#include "model/levers/social_security_portability.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "portable_percent",
                                  .lowest = 0,
                                  .highest = 100,
                                  .preset = 100,
                                  .meaning = "of the contributions, paid out at return"},
                          KeySpec{.name = "contribution_percent",
                                  .lowest = 0,
                                  .highest = 40,
                                  .preset = 10,
                                  .meaning = "of the wage, by the employer, from the start of the rule on"}};

/// The rule that pays more out holds as a whole.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double contribution = lever.numbers.at("contribution_percent") / 100;
  const double share = contribution * lever.numbers.at("portable_percent") / 100;
  const std::int32_t since = lever.start.count();
  const bool holds = std::tuple{share, enforcement * contribution, enforcement, -since} >
                     std::tuple{terms.social_security_share, terms.social_security_cost, terms.social_security_reached,
                                -terms.social_security_since};
  if (contribution <= 0 || !holds) return;
  terms.social_security_share = share;
  terms.social_security_cost = enforcement * contribution;
  terms.social_security_reached = enforcement;
  terms.social_security_since = since;
}

}  // namespace

const LeverKind social_security_portability_kind{
    .name = "social_security_portability",
    .theme = "agreements",
    .summary = "contributions to social security are paid out when the worker goes home",
    .acts_through = "savings at return (5.14), employer's cost (5.3)",
    .evidence =
        "UN guidance 2022: social protection is a subject of an agreement (A); no row holds contributions or pay-outs",
    .example = R"([[lever]]
kind = "social_security_portability"
corridors = ["IND-ARE"]
start = "2026-07"
portable_percent = 80
contribution_percent = 10
implementation = 0.5
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
