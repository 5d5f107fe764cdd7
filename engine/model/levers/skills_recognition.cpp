#include "model/levers/skills_recognition.hpp"

#include <array>

#include "model/levers/in_parts.hpp"

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "certificates_recognised_percent", .lowest = 0, .highest = 100, .meaning = "of holders, whose certificate counts"}};

/// Several ways side by side combine as independent ones.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  recognise(terms, enforcement * lever.numbers.at("certificates_recognised_percent") / 100);
}

}  // namespace

const LeverKind skills_recognition_kind{
    .name = "skills_recognition",
    .theme = "agreements",
    .summary = "a destination counts certificates of an origin's workers",
    .acts_through = "matching (5.7): place in the line for orders, keenness; pay (5.8)",
    .evidence =
        "UN guidance of 2022 lists recognition among the contents of an agreement (A); pilot certification of "
        "five origins with the UAE (A); no measured effect on pay or hiring",
    .example = R"([[lever]]
kind = "skills_recognition"
origins = ["LKA"]
destinations = ["ARE"]
start = "2026-07"
certificates_recognised_percent = 40
)",
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
