#include "model/levers/complaint_mechanism.hpp"

#include <algorithm>
#include <array>

#include "model/levers/in_parts.hpp"

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "cases_per_month",
            .lowest = 0,
            .highest = 10'000'000,
            .meaning = "that it can close, for the workers of each corridor"},
    KeySpec{.name = "days_to_decide", .lowest = 0, .highest = 3'650, .preset = 60, .meaning = "for one case, at least"},
    KeySpec{.name = "retaliation_protection",
            .type = KeyType::boolean,
            .preset = 1,
            .meaning = "whether who complains is protected"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double cases = in_parts(enforcement * lever.numbers.at("cases_per_month"));
  const double days = lever.numbers.at("days_to_decide");
  if (lever.numbers.at("retaliation_protection") != 0) {
    terms.retaliation_protected = std::max(terms.retaliation_protected, enforcement);
  }
  if (cases <= 0) return;
  const bool first = terms.desk_cases_per_month <= 0;
  terms.desk_cases_per_month += cases;
  terms.desk_days_to_decide = first ? days : std::min(terms.desk_days_to_decide, days);
}

}  // namespace

const LeverKind complaint_mechanism_kind{
    .name = "complaint_mechanism",
    .theme = "agreements",
    .summary = "a desk with staff of its own for workers' cases",
    .acts_through = "cases closed and lapsed, retaliation, fear (5.11)",
    .evidence =
        "Philippines 2014: 4,000 new cases a year at the regulator (A); dedicated staff in Bangladesh: "
        "resolved share up, complaints lodged not (outcomes)",
    .example = R"([[lever]]
kind = "complaint_mechanism"
corridors = ["BGD-SAU"]
start = "2026-07"
cases_per_month = 900
days_to_decide = 45
)",
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
