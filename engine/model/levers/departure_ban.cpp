#include "model/levers/departure_ban.hpp"

#include <algorithm>

namespace sojourn::model {
namespace {

/// What is barred is what is enforced; of several bans the largest holds, since they bar the same persons.
void apply(const LeverSpec& /*lever*/, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  terms.departure_barred = std::max(terms.departure_barred, enforcement);
}

}  // namespace

const LeverKind departure_ban_kind{
    .name = "departure_ban",
    .theme = "gender",
    .summary = "stops departures through regular channels of those whom it reaches",
    .acts_through = "eligibility, choice of market and channel (5.2), placement (5.8), status (5.12)",
    .evidence =
        "Sri Lanka 2013, mothers of young children: 630 fewer women a month (449 to 812), more leave outside the "
        "official channel (A); Nepal 2012, women under 30 to the Gulf: 70,000 in Saudi Arabia in spite of it (B); "
        "Indonesia-Saudi Arabia 2011, domestic work: 55 % of the documented flow to SAU and MYS (A)",
    .example = R"([[lever]]
kind = "departure_ban"
corridors = ["LKA-gcc"]
sectors = ["domestic_work"]
sexes = ["women"]
start = "2026-07"
end = "2028-06"
implementation = 0.9
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = {},
    .apply = apply};

}  // namespace sojourn::model
