#include "model/levers/sponsorship_reform.hpp"

#include <algorithm>
#include <array>

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "exit_permit_needed",
                                  .type = KeyType::boolean,
                                  .preset = 0,
                                  .meaning = "whether leaving the country still needs the employer's permit"},
                          KeySpec{.name = "consent_to_change_needed",
                                  .type = KeyType::boolean,
                                  .preset = 0,
                                  .meaning = "whether another employer still needs the present one's consent"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  if (lever.numbers.at("consent_to_change_needed") == 0) terms.consent_free = std::max(terms.consent_free, enforcement);
  if (lever.numbers.at("exit_permit_needed") == 0) terms.exit_free = std::max(terms.exit_free, enforcement);
}

}  // namespace

const LeverKind sponsorship_reform_kind{
    .name = "sponsorship_reform",
    .theme = "protection",
    .summary = "no consent of the employer to change employer, no permit of the employer to leave the country",
    .acts_through = "requests, moves and absconding (5.10), going home after harm (5.9), fear of complaining (5.11)",
    .evidence =
        "Qatar 2020: 348,500 job changes approved in 22 months, exit permits gone (A); Saudi Arabia "
        "2021: 3.6 million workers left out, domestic work among them (B)",
    .example = R"([[lever]]
kind = "sponsorship_reform"
destinations = ["KWT"]
start = "2026-07"
implementation = 0.6
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
