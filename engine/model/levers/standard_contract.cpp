#include "model/levers/standard_contract.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "substitution_fine_usd",
                                  .lowest = 0,
                                  .highest = 1'000'000,
                                  .preset = 2'000,
                                  .meaning = "fine for one contract exchanged"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double fine = lever.numbers.at("substitution_fine_usd");
  if (std::tuple{enforcement, fine} <= std::tuple{terms.standard_contract, terms.standard_contract_fine_usd}) return;
  terms.standard_contract = enforcement;
  terms.standard_contract_fine_usd = fine;
}

}  // namespace

const LeverKind standard_contract_kind{
    .name = "standard_contract",
    .theme = "agreements",
    .summary = "one contract, verified before departure, that may not be exchanged on arrival",
    .acts_through = "placement: contract substitution and pay (5.8), forced labour (5.9)",
    .evidence =
        "Philippines 2006, domestic work: contract verified by the labour office abroad before "
        "deployment (B); Lebanon 2020: suspended after one month (B)",
    .example = R"([[lever]]
kind = "standard_contract"
corridors = ["NPL-gcc"]
start = "2026-07"
implementation = 0.6
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
