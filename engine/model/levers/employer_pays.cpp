#include "model/levers/employer_pays.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

/// A documented component of the worker's cost, USD for one departure of a low-skilled worker.
struct Component {
  std::string_view item;
  double usd;
};

// Only the shares count: the amounts of a corridor are in its own documented cost. Rows of cost_components.csv:
// ALL-SAU 2018 transport 350 (B); PAK 2014 official papers 149 (B), of which insurance 17 (PAK 2019, A); NPL-GCC 2016
// insurance, medical, orientation and welfare fund 65 (B), less the 17, split 40 to 8 (assumed). Assumed: a consular
// visa stamp of 33 (the visa that is traded is rent, hence recruitment_fee) and training of 20 in the mean (most
// elementary jobs ask for none; PHL-HKG domestic work, one worker in 2016: 632, B).
constexpr std::array components{Component{"airfare", 350},  Component{"visa", 33},       Component{"medical", 40},
                                Component{"insurance", 17}, Component{"orientation", 8}, Component{"training", 20},
                                Component{"documents", 132}};

constexpr std::array<std::string_view, 9> items{"all",       "recruitment_fee", "airfare",  "visa",     "medical",
                                                "insurance", "orientation",     "training", "documents"};

constexpr std::array keys{KeySpec{.name = "items",
                                  .type = KeyType::choices,
                                  .choices = items,
                                  .preset_choice = "all",
                                  .meaning = "what the employer pays in the worker's place"},
                          KeySpec{.name = "fine_usd",
                                  .lowest = 0,
                                  .highest = 1'000'000,
                                  .preset = 2'000,
                                  .meaning = "fine for one case in which the worker was made to pay"}};

/// One rule as it stands in the terms, and which of two holds.
struct Rule {
  double documented, fee, enforcement, fine_usd;
  /// The rule that moves more holds as a whole: parts of two rules may name the same item, so shares are not summed.
  [[nodiscard]] bool holds_over(const Rule& other) const {
    return std::tuple{enforcement * (documented + fee), fee, enforcement, fine_usd} >
           std::tuple{other.enforcement * (other.documented + other.fee), other.fee, other.enforcement, other.fine_usd};
  }
};

double share_of_all(const std::vector<std::string>& named) {
  double share = 0;
  for (const std::string& item : named) share += documented_share_of(item);
  return std::min(share, 1.0);
}

bool names_the_fee(const std::vector<std::string>& named) {
  return std::ranges::any_of(named, [](const std::string& item) { return item == "all" || item == "recruitment_fee"; });
}

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const std::vector<std::string>& named = lever.words.at("items");
  const Rule rule{share_of_all(named), names_the_fee(named) ? 1.0 : 0.0, enforcement, lever.numbers.at("fine_usd")};
  const Rule present{terms.employer_pays_documented, terms.employer_pays_fee, terms.employer_pays_enforcement,
                     terms.employer_pays_fine_usd};
  if (!rule.holds_over(present)) return;
  terms.employer_pays_documented = rule.documented;
  terms.employer_pays_fee = rule.fee;
  terms.employer_pays_enforcement = rule.enforcement;
  terms.employer_pays_fine_usd = rule.fine_usd;
}

}  // namespace

double documented_share_of(std::string_view item) {
  if (item == "all") return 1;
  double all_usd = 0;
  double named_usd = 0;
  for (const Component& component : components) {
    all_usd += component.usd;
    if (component.item == item) named_usd = component.usd;
  }
  return named_usd / all_usd;
}

const LeverKind employer_pays_kind{
    .name = "employer_pays",
    .theme = "fair recruitment",
    .summary = "the employer bears recruitment costs in the worker's place",
    .acts_through = "fees (5.5), the recruitment market (5.4) and destination demand (5.3)",
    .evidence =
        "Jordan, garments, zero fee with published inspections: 75 % of 81 factories compliant in the first "
        "year (A); Indonesia 2021, ten occupations to Taiwan: halted, then exempted (B); Nepal-Malaysia 2018: "
        "500 to 3,000 USD still paid in 2023 (B)",
    .example = R"([[lever]]
kind = "employer_pays"
origins = ["colombo_process"]
destinations = ["gcc", "MYS", "SGP"]
start = "2027-01"
phase_in_months = 12
implementation = 0.6
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
