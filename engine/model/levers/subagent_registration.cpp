#include "model/levers/subagent_registration.hpp"

#include <algorithm>
#include <array>

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "registered_percent",
                                  .lowest = 0,
                                  .highest = 100,
                                  .preset = 100,
                                  .meaning = "of sub-agents, as the law has it"}};

/// The larger share holds: the same sub-agents register first.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  terms.subagents_registered =
      std::max(terms.subagents_registered, enforcement * lever.numbers.at("registered_percent") / 100);
}

}  // namespace

const LeverKind subagent_registration_kind{
    .name = "subagent_registration",
    .theme = "fair recruitment",
    .summary = "sub-agents are registered with the agency for which they recruit",
    .acts_through = "chain of intermediaries, rents (5.4) and fraud (5.5)",
    .evidence =
        "Bangladesh 2023, sub-agents enlisted under a licence: effect not found; sub-agents took 55 % of a price of "
        "20,000 ringgit in Malaysia (C); Sri Lanka-Kuwait 2012, without sub-agents 30 % more of the employer's payment "
        "became wage (B)",
    .example = R"([[lever]]
kind = "subagent_registration"
origins = ["NPL", "BGD"]
start = "2026-07"
registered_percent = 60
implementation = 0.5
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
