#include "model/training.hpp"

namespace sojourn::model {

bool asks_for_training(const Learner& person, const MarketTerms& terms) noexcept {
  return terms.training_seats_per_month > 0 && !person.certificate && person.with_papers &&
         person.own_money.value() >= terms.training_fee_usd;
}

TestOutcome skill_test(const MarketTerms& terms, bool certificate, double u) noexcept {
  if (certificate || u >= terms.test_enforcement) return TestOutcome::not_asked;
  return u < terms.test_enforcement * (1.0 - terms.test_pass) ? TestOutcome::failed : TestOutcome::passed;
}

double dismissals_left(bool tested, const Parameters& parameters) noexcept {
  return tested ? 1.0 - parameters.tested_dismissals_averted : 1.0;
}

}  // namespace sojourn::model
