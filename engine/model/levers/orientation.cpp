#include "model/levers/orientation.hpp"

#include <algorithm>
#include <tuple>

namespace sojourn::model {

const std::array<KeySpec, 3> orientation_keys{
    KeySpec{
        .name = "workers_covered_percent", .lowest = 0, .highest = 100, .meaning = "of those who leave with papers"},
    KeySpec{.name = "quality_percent",
            .lowest = 0,
            .highest = 100,
            .preset = 50,
            .meaning = "of what should be known, that is learnt"},
    KeySpec{.name = "course_days",
            .lowest = 0,
            .highest = 3'650,
            .preset = 3,
            .meaning = "length; under three days less is learnt, over three no more"}};

void apply_orientation(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  constexpr double full_course_days = 3;  // longer sessions taught no more (PHL-USA, A)
  const double covered = enforcement * lever.numbers.at("workers_covered_percent") / 100;
  const double quality =
      lever.numbers.at("quality_percent") / 100 * std::min(1.0, lever.numbers.at("course_days") / full_course_days);
  // Who has been to two courses knows what the better one teaches: the one that leaves more who know holds as a whole.
  const double present = terms.orientation_covered * terms.orientation_quality;
  if (std::tuple{covered * quality, covered} <= std::tuple{present, terms.orientation_covered}) return;
  terms.orientation_covered = covered;
  terms.orientation_quality = quality;
}

const LeverKind orientation_kind{
    .name = "orientation",
    .theme = "protection",
    .summary = "a course before departure on contract and rights",
    .acts_through = "contract substitution (5.8), knowledge in complaints (5.11)",
    .evidence =
        "Philippines to Saudi Arabia and Hong Kong, domestic work: less mistreatment, more still with "
        "the employer after two years (A); longer course for settlers: no effect (A)",
    .example = R"([[lever]]
kind = "orientation"
origins = ["LKA"]
start = "2026-07"
workers_covered_percent = 90
)",
    .sets_a_level = true,
    .keys = orientation_keys,
    .apply = apply_orientation};

}  // namespace sojourn::model
