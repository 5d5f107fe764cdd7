#include "model/levers/nationalisation_quota.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "nationals_percent", .lowest = 0, .highest = 100, .meaning = "of a firm's staff"},
    KeySpec{.name = "firm_workers_min",
            .lowest = 1,
            .highest = 10'000,
            .preset = 10,
            .meaning = "workers of the smallest firms under it"}};

/// The higher quota holds, with its own firms and enforcement; between equal ones the one on more firms, then the better enforced.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double quota = lever.numbers.at("nationals_percent") / 100, firms = lever.numbers.at("firm_workers_min");
  if (quota <= 0) return;
  if (std::tuple{quota, -firms, enforcement} <=
      std::tuple{terms.nationals_quota, -terms.nationals_quota_firm_workers, terms.nationals_quota_enforcement})
    return;
  terms.nationals_quota = quota;
  terms.nationals_quota_firm_workers = firms;
  terms.nationals_quota_enforcement = enforcement;
}

}  // namespace

const LeverKind nationalisation_quota_kind{
    .name = "nationalisation_quota",
    .theme = "pathways",
    .summary = "firms must employ a share of nationals",
    .acts_through = "the desired stock of workers (5.3, 5.16): nationals in posts of migrants, firms that close, posts that go",
    .evidence =
        "VALIDATION, Saudi Arabia 2011: nationals +70,000 to +120,000 of 6.3 million jobs in 16 months, all private jobs -4 to "
        "-9 %, exits of firms from 19 to about 28 %; no row of the tables",
    .example = R"([[lever]]
kind = "nationalisation_quota"
destinations = ["SAU"]
sectors = ["-domestic_work"]
start = "2026-07"
nationals_percent = 8
firm_workers_min = 10
implementation = 0.9
)",
    .rule_on_others = true,
    .whole_markets = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
