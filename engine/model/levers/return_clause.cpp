#include "model/levers/return_clause.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array<std::string_view, 2> payers{"employer", "worker"};
constexpr std::array keys{KeySpec{.name = "ticket_paid_by",
                                  .type = KeyType::choice,
                                  .choices = payers,
                                  .preset_choice = "employer",
                                  .meaning = "of a return before the contract's end; worker: as without the clause"},
                          KeySpec{.name = "wages_settled_percent",
                                  .lowest = 0,
                                  .highest = 100,
                                  .preset = 100,
                                  .meaning = "of wages owed at the return"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  if (lever.words.at("ticket_paid_by").front() == "employer") {
    terms.tickets_by_employer = std::max(terms.tickets_by_employer, enforcement);
  }
  const double settled = lever.numbers.at("wages_settled_percent") / 100;
  const bool holds = std::tuple{settled, enforcement} > std::tuple{terms.wages_settled, terms.wages_settled_reached};
  if (settled <= 0 || !holds) return;
  terms.wages_settled = settled;
  terms.wages_settled_reached = enforcement;
}

}  // namespace

const LeverKind return_clause_kind{
    .name = "return_clause",
    .theme = "agreements",
    .summary = "the way home is paid, and wages owed are settled before it",
    .acts_through = "savings at return and wages owed (5.11, 5.14), employer's cost (5.3)",
    .evidence =
        "Hong Kong standard contract: return passage on the employer (B); Bangladesh 2020: 22.5 % of returnees asked "
        "to leave "
        "without wages due (B); UN guidance 2022: return is a subject of an agreement (A); no row holds an effect",
    .example = R"([[lever]]
kind = "return_clause"
corridors = ["LKA-gcc"]
start = "2026-07"
ticket_paid_by = "employer"
wages_settled_percent = 100
implementation = 0.5
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
