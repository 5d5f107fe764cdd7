#pragma once
// Courses for those who seek work abroad, and tests that an offer may ask for (MODEL 5.7, 5.9).
#include <cstdint>

#include "core/units.hpp"
#include "model/levers/lever.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Somebody in a search, as far as a course goes.
struct Learner {
  bool certificate = false;  ///< holds one: of schooling, of an earlier course or of what was learnt abroad
  bool with_papers = true;   ///< goes by a way on which papers count
  Usd own_money;
};
/// Whether a person asks for a seat in a course this month: there are seats in that market, there is no certificate yet,
/// papers count, and the fee can be paid out of own money.
[[nodiscard]] bool asks_for_training(const Learner& person, const MarketTerms& terms) noexcept;

/// What a compulsory test comes to for one offer.
enum class TestOutcome : std::uint8_t {
  not_asked,  ///< no test, a certificate in its place, or one that nobody insists on
  passed,
  failed
};
/// docs/model/training.md, eq. 2. `u` uniform in (0, 1), drawn once a search: a stricter test fails the same searches, and more.
[[nodiscard]] TestOutcome skill_test(const MarketTerms& terms, bool certificate, double u) noexcept;
/// What is left of the hazard of being dismissed, for who has passed a test: the employer knows what was hired.
[[nodiscard]] double dismissals_left(bool tested, const Parameters& parameters) noexcept;

}  // namespace sojourn::model
