#include "model/levers/prior_learning_on_return.hpp"

#include <array>

#include "model/levers/in_parts.hpp"

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "seats_per_month", .lowest = 0, .highest = 10'000'000, .meaning = "in each origin that it reaches"},
    KeySpec{.name = "worker_pays_usd", .lowest = 0, .highest = 50'000, .preset = 0, .meaning = "for a seat, out of the savings brought home"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  add_seats(lever, enforcement, terms.certification_seats_per_month, terms.certification_fee_usd);
}

}  // namespace

const LeverKind prior_learning_on_return_kind{
    .name = "prior_learning_on_return",
    .theme = "return",
    .summary = "testing centres at home certify what returnees have learnt abroad",
    .acts_through = "work and pay at home (5.14), the next search abroad (5.7)",
    .evidence =
        "recognition of prior learning for returnees on the agenda of the Colombo Process, 2018 (A); skill "
        "certificates within RAISE, Bangladesh 2021-24 (B); no measured effect on work or pay",
    .example = R"([[lever]]
kind = "prior_learning_on_return"
origins = ["LKA"]
start = "2026-07"
seats_per_month = 300
worker_pays_usd = 20
)",
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
