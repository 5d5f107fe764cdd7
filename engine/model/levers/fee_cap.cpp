#include "model/levers/fee_cap.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array<std::string_view, 2> counted{"all_costs", "service_fee"};

constexpr std::array keys{KeySpec{.name = "cap_usd",
                                  .lowest = 0,
                                  .highest = 50'000,
                                  .one_of = 1,
                                  .meaning = "most that a worker may be asked for; 0 is zero-fee recruitment"},
                          KeySpec{.name = "cap_months_of_wage",
                                  .lowest = 0,
                                  .highest = 36,
                                  .one_of = 1,
                                  .meaning = "the same in months of the first wage abroad"},
                          KeySpec{.name = "counts",
                                  .type = KeyType::choice,
                                  .choices = counted,
                                  .preset_choice = "all_costs",
                                  .meaning = "all that the worker pays, or the recruiter's fee alone"},
                          KeySpec{.name = "fine_usd",
                                  .lowest = 0,
                                  .highest = 1'000'000,
                                  .preset = 2'000,
                                  .meaning = "fine for one case of overcharging"},
                          KeySpec{.name = "refund_percent",
                                  .lowest = 0,
                                  .highest = 100,
                                  .preset = 0,
                                  .meaning = "of what was overcharged, paid back to the worker when a case is found"}};

/// One cap as it stands in the terms, and which of two holds.
struct Cap {
  double usd, enforcement, fine_usd, refund_share;
  bool counts_all_costs;
  /// The lower amount holds; between equal amounts the stricter rule, so that no order of levers matters.
  [[nodiscard]] bool holds_over(const Cap& other) const {
    return std::tuple{-usd, enforcement, fine_usd, refund_share, counts_all_costs} >
           std::tuple{-other.usd, other.enforcement, other.fine_usd, other.refund_share, other.counts_all_costs};
  }
};

void apply(const LeverSpec& lever, double enforcement, double wage_usd_per_month, MarketTerms& terms) {
  const auto amount = lever.numbers.find("cap_usd");
  const double usd =
      amount != lever.numbers.end() ? amount->second : lever.numbers.at("cap_months_of_wage") * wage_usd_per_month;
  const Cap cap{usd, enforcement, lever.numbers.at("fine_usd"), lever.numbers.at("refund_percent") / 100,
                lever.words.at("counts").front() == "all_costs"};
  const Cap present{terms.fee_cap_usd, terms.fee_cap_enforcement, terms.fee_cap_fine_usd, terms.fee_cap_refund_share,
                    terms.fee_cap_counts_all_costs};
  if (present.usd >= 0 && !cap.holds_over(present)) return;
  terms.fee_cap_usd = cap.usd;
  terms.fee_cap_enforcement = cap.enforcement;
  terms.fee_cap_fine_usd = cap.fine_usd;
  terms.fee_cap_refund_share = cap.refund_share;
  terms.fee_cap_counts_all_costs = cap.counts_all_costs;
}

}  // namespace

const LeverKind fee_cap_kind{
    .name = "fee_cap",
    .theme = "fair recruitment",
    .summary = "a legal ceiling on what the worker pays",
    .acts_through = "fees (5.5), the recruitment market (5.4) and destination demand (5.3)",
    .evidence =
        "Nepal 2015, cap near 100 USD: payments stayed above 1,000 USD (B); Bangladesh 2018, ceilings of 14 "
        "destinations: mean payment 2.5 times the ceiling (B); Hong Kong, 10 % of a wage: 62 % of helpers paid "
        "more (B)",
    .example = R"([[lever]]
kind = "fee_cap"
corridors = ["NPL-gcc", "NPL-MYS"]
start = "2026-07"
cap_months_of_wage = 1
fine_usd = 5000
implementation = 0.6
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
