#include "model/levers/skill_test.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "pass_percent", .lowest = 0, .highest = 100, .meaning = "of those tested"}};

/// Of several tests the one that refuses most holds as a whole.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double pass = lever.numbers.at("pass_percent") / 100;
  const double present = terms.test_enforcement * (1 - terms.test_pass);
  if (std::tuple{enforcement * (1 - pass), enforcement} <= std::tuple{present, terms.test_enforcement}) return;
  terms.test_enforcement = enforcement;
  terms.test_pass = pass;
}

}  // namespace

const LeverKind skill_test_kind{
    .name = "skill_test",
    .theme = "skills",
    .summary = "a test that an offer depends on, for those without a certificate",
    .acts_through = "matching (5.7): who may be hired; dismissals (5.9) of those who have passed",
    .evidence =
        "Singapore asks Bangladeshis in construction for a test certificate, 2016 (A): no row tells who "
        "fails; language test of Korea's Employment Permit System (C); effect on dismissals assumed",
    .example = R"([[lever]]
kind = "skill_test"
corridors = ["BGD-SAU"]
sectors = ["construction"]
start = "2026-07"
pass_percent = 70
implementation = 0.8
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
