#include "model/levers/domestic_worker_coverage.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

namespace sojourn::model {
namespace {

// What such laws give where they give it: the week of ILO Convention 1, and a day off a week.
constexpr double week_hours = 48, rest_days = 4;

constexpr std::array<std::string_view, 6> named{"all", "hours", "rest_day", "leave", "end_of_service", "complaint"};

constexpr std::array keys{KeySpec{.name = "rights",
                                  .type = KeyType::choices,
                                  .choices = named,
                                  .preset_choice = "all",
                                  .meaning = "what the law gives to domestic workers"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const std::vector<std::string>& rights = lever.words.at("rights");
  const auto gives = [&rights](std::string_view right) {
    return std::ranges::any_of(rights, [&](const std::string& one) { return one == "all" || one == right; });
  };
  if (gives("hours") &&
      std::tuple{enforcement, -week_hours} > std::tuple{terms.hours_rule, -terms.hours_rule_per_week}) {
    terms.hours_rule = enforcement;
    terms.hours_rule_per_week = week_hours;
  }
  if (gives("rest_day") &&
      std::tuple{enforcement, rest_days} > std::tuple{terms.rest_rule, terms.rest_rule_days_per_month}) {
    terms.rest_rule = enforcement;
    terms.rest_rule_days_per_month = rest_days;
  }
  if (gives("leave")) terms.leave_right = std::max(terms.leave_right, enforcement);
  if (gives("end_of_service")) terms.end_of_service = std::max(terms.end_of_service, enforcement);
  if (gives("complaint")) terms.channel_reached = std::max(terms.channel_reached, enforcement);
}

}  // namespace

const LeverKind domestic_worker_coverage_kind{
    .name = "domestic_worker_coverage",
    .theme = "agreements",
    .summary = "labour law covers domestic work",
    .acts_through = "imposed hours and confinement (5.9), leave in place of leaving (5.10), savings of who completes a contract and "
                    "the employer's cost (5.3, 5.13), complaints (5.11)",
    .evidence = "Kuwait Law 68/2015 (B); Saudi Arabia Decision 310 of 2013 (B)",
    .example = R"([[lever]]
kind = "domestic_worker_coverage"
corridors = ["BGD-SAU"]
start = "2026-07"
rights = ["hours", "rest_day", "complaint"]
implementation = 0.5
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply,
    .only_sectors = 1U << static_cast<unsigned>(Sector::domestic_work)};

}  // namespace sojourn::model
