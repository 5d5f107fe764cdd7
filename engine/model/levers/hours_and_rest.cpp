#include "model/levers/hours_and_rest.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "max_hours_per_week",
            .lowest = 20,
            .highest = 112,
            .preset = 48,
            .meaning = "most that may be asked for"},
    KeySpec{.name = "rest_days_per_month", .lowest = 0, .highest = 8, .preset = 4, .meaning = "days off"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double hours = lever.numbers.at("max_hours_per_week"), days = lever.numbers.at("rest_days_per_month");
  if (std::tuple{enforcement, -hours} > std::tuple{terms.hours_rule, -terms.hours_rule_per_week}) {
    terms.hours_rule = enforcement;
    terms.hours_rule_per_week = hours;
  }
  if (days > 0 && std::tuple{enforcement, days} > std::tuple{terms.rest_rule, terms.rest_rule_days_per_month}) {
    terms.rest_rule = enforcement;
    terms.rest_rule_days_per_month = days;
  }
}

}  // namespace

const LeverKind hours_and_rest_kind{
    .name = "hours_and_rest",
    .theme = "agreements",
    .summary = "most hours that may be asked for, and days of rest",
    .acts_through = "imposed hours and confinement (5.8, 5.9), forced labour (5.9)",
    .evidence =
        "Kuwait Law 68/2015: 12 hours a day and a rest day (B); Saudi Arabia 2013: up to 15 hours a day "
        "(B)",
    .example = R"([[lever]]
kind = "hours_and_rest"
destinations = ["gcc"]
sectors = ["domestic_work"]
start = "2026-07"
implementation = 0.4
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
