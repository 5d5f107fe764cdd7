#include "model/levers/joint_committee.hpp"

#include <array>

#include "model/levers/in_parts.hpp"

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "meetings_per_year",
                                  .lowest = 0,
                                  .highest = 365,
                                  .preset = 2,
                                  .meaning = "each settles cases of a corridor's workers"},
                          KeySpec{.name = "joint_inspections_per_year",
                                  .lowest = 0,
                                  .highest = 1'000'000,
                                  .preset = 0,
                                  .meaning = "visits to employers of a corridor's workers"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  terms.committee_meetings_per_year += in_parts(enforcement * lever.numbers.at("meetings_per_year"));
  terms.joint_inspections_per_year += in_parts(enforcement * lever.numbers.at("joint_inspections_per_year"));
}

}  // namespace

const LeverKind joint_committee_kind{
    .name = "joint_committee",
    .theme = "agreements",
    .summary = "a committee of both countries: cases on its table, joint visits to employers",
    .acts_through = "cases closed (5.11), inspection (5.9)",
    .evidence =
        "UN guidance 2022: a joint monitoring committee is a subject of an agreement (A); women in committees recalled "
        "(C); "
        "no row holds cases settled or visits made",
    .example = R"([[lever]]
kind = "joint_committee"
corridors = ["NPL-MYS"]
start = "2026-07"
meetings_per_year = 4
joint_inspections_per_year = 300
)",
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
