#include "model/recognition.hpp"

#include <cmath>

#include "model/beliefs.hpp"

namespace sojourn::model {
namespace {

// Something that no paper shows yet, and somebody to whom the paper is of use.
bool has_learnt(const Learnt& person, const Parameters& parameters) noexcept {
  return !person.certified && !person.inactive && person.months_abroad >= parameters.skill_gain_months;
}

}  // namespace

bool pays_by_certificate(Sector sector) noexcept {
  return sector != Sector::domestic_work && sector != Sector::agriculture_fishing;
}

bool holds_certificate(Skill skill, bool certified_on_return) noexcept {
  return skill != Skill::elementary || certified_on_return;
}

bool is_recognised(const MarketTerms& terms, double u) noexcept { return u < terms.skills_recognised; }

bool is_passport_verified(const MarketTerms& terms, std::int32_t months_sought, double day) noexcept {
  constexpr double days_a_month = 30;
  return terms.passport_missed_ln > 0 && days_a_month * (months_sought + 1 - day) >= terms.passport_days;
}

bool is_recognised_by_passport(const MarketTerms& terms, double u) noexcept {
  return u < 1.0 - (1.0 - terms.skills_recognised) * std::exp(-terms.passport_missed_ln);
}

double certificate_rank(const Parameters& parameters) noexcept { return parameters.rank_certificate; }

double recognised_pay_factor(const Parameters& parameters) noexcept { return std::exp(parameters.recognised_wage_ln); }

Usd recognition_worth(Usd pay, bool experienced, const Parameters& parameters) noexcept {
  return Usd{pay.value() * pay_bias(experienced, parameters) * (recognised_pay_factor(parameters) - 1.0)};
}

bool asks_for_certificate(const Learnt& person, const MarketTerms& terms, const Parameters& parameters) noexcept {
  return terms.certification_seats_per_month > 0 && has_learnt(person, parameters) &&
         person.months_home < parameters.return_observed_months &&
         person.savings.value() >= terms.certification_fee_usd;
}

bool asks_for_certificate_on_leaving(const Learnt& person, ReturnClass stay, const MarketTerms& terms,
                                     const Parameters& parameters) noexcept {
  return terms.departing_seats_per_month > 0 && has_learnt(person, parameters) && stay == ReturnClass::completed &&
         person.months_home == 0 && person.savings.value() >= terms.departing_fee_usd;
}

double certified_job_factor(const Parameters& parameters) noexcept { return std::exp(parameters.certified_job_ln); }

double certified_pay_factor(const Parameters& parameters) noexcept {
  return std::exp(parameters.certified_home_wage_ln);
}

}  // namespace sojourn::model
