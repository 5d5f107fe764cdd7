#include "model/levers/qualification_framework.hpp"

#include <array>

#include "model/levers/in_parts.hpp"

namespace sojourn::model {
namespace {

constexpr std::array<std::string_view, 4> schemes{"saqf", "aqrf", "eqf", "bilateral"};

constexpr std::array keys{
    KeySpec{.name = "scheme", .type = KeyType::choice, .choices = schemes, .preset_choice = "saqf", .meaning = "a name for the report; acts on nothing"},
    KeySpec{.name = "levels_mapped_percent", .lowest = 0, .highest = 100, .preset = 100, .meaning = "of holders, whose level has one at the destination"},
    KeySpec{.name = "employers_accepting_percent", .lowest = 0, .highest = 100, .meaning = "of employers, who go by it"}};

/// A certificate counts where its level is mapped and the employer goes by it.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  recognise(terms, enforcement * lever.numbers.at("levels_mapped_percent") / 100 *
                       (lever.numbers.at("employers_accepting_percent") / 100));
}

}  // namespace

const LeverKind qualification_framework_kind{
    .name = "qualification_framework",
    .theme = "skills",
    .summary = "levels of qualifications mapped onto those of the destination",
    .acts_through = "matching (5.7): place in the line for orders, keenness; pay (5.8)",
    .evidence =
        "South Asian Qualifications Reference Framework: design of eight states since 2016, selection by "
        "competence expected, not in operation (A); no measured effect",
    .example = R"([[lever]]
kind = "qualification_framework"
corridors = ["south_asia-gcc"]
start = "2027-07"
levels_mapped_percent = 60
employers_accepting_percent = 25
)",
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
