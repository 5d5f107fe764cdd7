#include "model/levers/certify_skills_gained.hpp"

#include <array>

#include "model/levers/in_parts.hpp"

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "seats_per_month", .lowest = 0, .highest = 10'000'000, .meaning = "for those who come home to each origin that it reaches"},
    KeySpec{.name = "worker_pays_usd", .lowest = 0, .highest = 50'000, .preset = 0, .meaning = "for a seat, out of the savings brought home"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  add_seats(lever, enforcement, terms.departing_seats_per_month, terms.departing_fee_usd);
}

}  // namespace

const LeverKind certify_skills_gained_kind{
    .name = "certify_skills_gained",
    .theme = "return",
    .summary = "certificates of what was learnt abroad, given when a contract ends there",
    .acts_through = "work and pay at home from the first month (5.14), the next search abroad (5.7)",
    .evidence =
        "skill certificates within RAISE, Bangladesh 2021-24 (B); pilot certification of five origins with "
        "the UAE (A); no measured effect on work or pay",
    .example = R"([[lever]]
kind = "certify_skills_gained"
corridors = ["LKA-gcc"]
start = "2026-07"
seats_per_month = 300
)",
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
