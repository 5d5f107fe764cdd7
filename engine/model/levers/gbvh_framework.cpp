#include "model/levers/gbvh_framework.hpp"

#include <array>
#include <string>

#include "model/levers/employer_blacklist.hpp"
#include "model/levers/gbvh_response.hpp"

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "shelter_places", .lowest = 0, .highest = 10'000'000, .meaning = "in each corridor"},
    KeySpec{.name = "shared_blacklist",
            .type = KeyType::boolean,
            .preset = 1,
            .meaning = "whether employers with cases found against them get no more workers"},
    KeySpec{.name = "case_handover_days",
            .lowest = 0,
            .highest = 3'650,
            .preset = 7,
            .meaning = "until the other country's service takes a case over"}};

LeverSpec part_of(const LeverSpec& lever, const LeverKind& kind) {
  LeverSpec part = lever;
  part.numbers.clear();
  for (const KeySpec& key : kind.keys) {
    if (key.preset) part.numbers[std::string{key.name}] = *key.preset;
  }
  return part;
}

// What two kinds of their own say, at their defaults, under one roof: how many can call, when an employer is listed and
// for how long.
void apply(const LeverSpec& lever, double enforcement, double wage_usd_per_month, MarketTerms& terms) {
  LeverSpec response = part_of(lever, gbvh_response_kind);
  response.numbers["shelter_places"] = lever.numbers.at("shelter_places");
  response.numbers["days_to_respond"] = lever.numbers.at("case_handover_days");
  gbvh_response_kind.apply(response, enforcement, wage_usd_per_month, terms);
  if (lever.numbers.at("shared_blacklist") == 0) return;
  employer_blacklist_kind.apply(part_of(lever, employer_blacklist_kind), enforcement, wage_usd_per_month, terms);
}

}  // namespace

const LeverKind gbvh_framework_kind{
    .name = "gbvh_framework",
    .theme = "gender",
    .summary = "origins share shelters, a list of violent employers and the handing over of cases",
    .acts_through = "leaving a violent employer (5.9, 5.10), placement with employers (5.8)",
    .evidence =
        "Safe and Fair, Viet Nam 2018 to 2022: coordinated response named, no effect sizes (A); Riyadh safe home: "
        "1,953 women "
        "in 2017 (B); no row holds an effect of a shared list",
    .example = R"([[lever]]
kind = "gbvh_framework"
origins = ["BGD", "IDN", "LKA", "NPL", "PHL"]
destinations = ["gcc"]
sexes = ["women"]
start = "2026-07"
shelter_places = 400
shared_blacklist = true
case_handover_days = 7
)",
    .whole_markets = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
