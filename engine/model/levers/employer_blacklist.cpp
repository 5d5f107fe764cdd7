#include "model/levers/employer_blacklist.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "violations_before_listing",
                                  .type = KeyType::integer,
                                  .lowest = 1,
                                  .highest = 100,
                                  .preset = 1,
                                  .meaning = "cases closed in favour of a worker that list an employer"},
                          KeySpec{.name = "listing_months",
                                  .type = KeyType::integer,
                                  .lowest = 1,
                                  .highest = 600,
                                  .preset = 24,
                                  .meaning = "since the last of them"}};

/// The better enforced list holds; between equal ones the stricter.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double violations = lever.numbers.at("violations_before_listing"), months = lever.numbers.at("listing_months");
  if (std::tuple{enforcement, -violations, months} <=
      std::tuple{terms.blacklist_enforcement, -terms.blacklist_violations, terms.blacklist_months}) {
    return;
  }
  terms.blacklist_enforcement = enforcement;
  terms.blacklist_violations = violations;
  terms.blacklist_months = months;
}

}  // namespace

const LeverKind employer_blacklist_kind{
    .name = "employer_blacklist",
    .theme = "fair recruitment",
    .summary = "employers with cases found against them get no more workers",
    .acts_through = "placement with employers (5.8)",
    .evidence =
        "Philippines 2025, domestic work: only agencies that comply, video call with the employer before the contract "
        "(B); no row holds an effect of lists of employers",
    .example = R"([[lever]]
kind = "employer_blacklist"
origins = ["PHL"]
sectors = ["domestic_work"]
start = "2026-07"
listing_months = 24
implementation = 0.5
)",
    .rule_on_others = true,
    .whole_markets = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
