#include "model/levers/gbvh_response.hpp"

#include <algorithm>
#include <array>

#include "model/levers/in_parts.hpp"

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "shelter_places", .lowest = 0, .highest = 10'000'000, .meaning = "in each corridor"},
    KeySpec{.name = "hotline_reach_percent",
            .lowest = 0,
            .highest = 100,
            .preset = 50,
            .meaning = "of workers who can call"},
    KeySpec{.name = "days_to_respond", .lowest = 0, .highest = 3'650, .preset = 3, .meaning = "until help comes"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double places = in_parts(enforcement * lever.numbers.at("shelter_places"));
  const double reach = enforcement * lever.numbers.at("hotline_reach_percent") / 100;
  const double days = lever.numbers.at("days_to_respond");
  if (places <= 0 || reach <= 0) return;
  const bool first = terms.gbvh_reached <= 0;
  terms.shelter_places += places;
  terms.gbvh_reached = std::max(terms.gbvh_reached, reach);
  terms.shelter_days_to_respond = first ? days : std::min(terms.shelter_days_to_respond, days);
}

}  // namespace

const LeverKind gbvh_response_kind{
    .name = "gbvh_response",
    .theme = "agreements",
    .summary = "a line to call, and shelters, for those threatened or beaten",
    .acts_through = "harm: leaving a violent employer (5.9, 5.10)",
    .evidence = "Safe and Fair, Viet Nam 2018 to 2022: programme named, no effect sizes (A)",
    .example = R"([[lever]]
kind = "gbvh_response"
corridors = ["BGD-SAU"]
sexes = ["women"]
start = "2026-07"
shelter_places = 600
hotline_reach_percent = 60
days_to_respond = 2
)",
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
