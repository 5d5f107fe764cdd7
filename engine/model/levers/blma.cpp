#include "model/levers/blma.hpp"

#include <array>
#include <string_view>

namespace sojourn::model {
namespace {

constexpr std::array<std::string_view, 2> bundles{"none", "gender_responsive"};
constexpr std::array keys{KeySpec{.name = "bundle",
                                  .type = KeyType::choice,
                                  .choices = bundles,
                                  .preset_choice = "none",
                                  .meaning = "clauses to begin with; [lever.clauses] adds, changes and drops some"}};

// Reading a scenario puts its clauses in its place (io/scenario_agreements.hpp), so that nothing is left to write here.
void apply(const LeverSpec& /*lever*/, double /*enforcement*/, double /*wage_usd_per_month*/, MarketTerms& /*terms*/) {}

}  // namespace

const LeverKind blma_kind{
    .name = "blma",
    .theme = "agreements",
    .summary = "a bilateral labour agreement: a bundle of clauses, each a lever of its own",
    .acts_through = "its clauses",
    .evidence =
        "UN guidance 2022: subjects of an agreement (A); gender-responsive clauses recalled (C); review of 2014: many "
        "unpublished, "
        "domestic workers and gender rarely covered (B); no row holds an effect of an agreement as a whole",
    .example = R"([[lever]]
kind = "blma"
corridors = ["BGD-SAU"]
start = "2026-07"
phase_in_months = 6
bundle = "gender_responsive"
implementation = 0.5
[lever.clauses]
employer_change = { after_months = 12, approval_probability = 0.65 }
equal_treatment = false
)",
    .rule_on_others = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
