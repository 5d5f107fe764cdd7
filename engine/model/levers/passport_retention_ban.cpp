#include "model/levers/passport_retention_ban.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{
    .name = "fine_usd", .lowest = 0, .highest = 1'000'000, .preset = 1'000, .meaning = "fine for one case of breach"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double fine = lever.numbers.at("fine_usd");
  if (std::tuple{enforcement, fine} <= std::tuple{terms.passport_ban, terms.passport_ban_fine_usd}) return;
  terms.passport_ban = enforcement;
  terms.passport_ban_fine_usd = fine;
}

}  // namespace

const LeverKind passport_retention_ban_kind{
    .name = "passport_retention_ban",
    .theme = "agreements",
    .summary = "employers may not keep passports",
    .acts_through = "placement (5.8) and forced labour (5.9)",
    .evidence =
        "Kuwait Law 68/2015 protects passports of domestic workers (B); one in three returnees of "
        "Bangladesh had theirs kept; Malaysia 94 % (outcomes)",
    .example = R"([[lever]]
kind = "passport_retention_ban"
destinations = ["gcc", "MYS"]
start = "2026-07"
implementation = 0.5
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
