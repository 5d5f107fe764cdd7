#include "model/reintegration.hpp"

#include <algorithm>
#include <cmath>

#include "model/recognition.hpp"
#include "model/regularisation.hpp"

namespace sojourn::model {
namespace {

constexpr double most_of_a_ratio = 2;    // debts and lost wages beyond two years' pay weigh no more
constexpr double years_per_month = 1.0 / 12.0;

}  // namespace

double job_hazard(Sex sex, double market, bool impaired, const Parameters& parameters, bool certified) noexcept {
  const double usual = sex == Sex::women ? parameters.home_job_women_per_month : parameters.home_job_men_per_month;
  return std::min(1.0, usual * market * (impaired ? parameters.impaired_job_factor : 1.0) *
                           (certified ? certified_job_factor(parameters) : 1.0));
}

double job_factor(std::uint8_t support, const Parameters& parameters) noexcept {
  return has(support, Support::economic) ? parameters.reintegration_job_factor : 1.0;
}

SeatsGranted seats_granted(double seats, const SeatsAsked& asked, double kept) noexcept {
  const double by_lot = granted_share(seats, asked.all);
  if (kept <= 0 || asked.women <= 0) return {by_lot, by_lot};
  const double women = std::max(by_lot, granted_share(kept * seats, asked.women));
  if (women <= by_lot) return {by_lot, by_lot};
  return {women, granted_share(std::max(0.0, seats - women * asked.women), asked.all - asked.women)};
}

double still_without_work(double hazard, std::int32_t months) noexcept { return std::pow(1.0 - hazard, std::max(0, months)); }

Cents enterprise_entry(UsdPerMonth home_wage, const Parameters& parameters) noexcept {
  return to_cents(parameters.enterprise_entry_home_wages * home_wage.value());
}

HomeWork next_work(HomeWork now, double hazard, Cents savings, Cents entry, RandomStream& stream, const Parameters& parameters) {
  if (now == HomeWork::enterprise) return stream.uniform() < parameters.enterprise_failure_per_month ? HomeWork::seeking : now;
  if (now != HomeWork::seeking) return now;
  if (stream.uniform() < hazard) return HomeWork::wage_work;
  const bool can_begin = savings >= entry && stream.uniform() < parameters.enterprise_start_per_month;
  return can_begin ? HomeWork::enterprise : now;
}

bool lacks_credit(HomeWork now, Cents savings, Cents entry, const MarketTerms& terms) noexcept {
  return now == HomeWork::seeking && terms.credit_loans_per_month > 0 && savings < entry &&
         to_usd(entry - savings) <= terms.credit_limit_usd;
}

HomeDebt with_enterprise_loan(const Loan& older, Cents instalment, Cents lent, const MarketTerms& terms, UsdPerMonth home_wage,
                              const Parameters& parameters) {
  const double rate = terms.credit_rate_per_year * years_per_month, months = std::max(1.0, terms.credit_term_months);
  const auto principal = static_cast<double>(lent), before = static_cast<double>(older.principal);
  const double wanted = principal * (rate > 0 ? rate / (1.0 - std::pow(1.0 + rate, -months)) : 1.0 / months);
  HomeDebt debt{.loan = older, .service = {}};
  debt.loan.principal += lent;
  debt.loan.rate_per_month = (before * older.rate_per_month + principal * rate) / (before + principal);
  const Cents most = std::max(instalment, to_cents(home_wage.value() * parameters.home_debt_service_share));
  debt.service = annuity(debt.loan.principal, debt.loan.rate_per_month, std::min(most, instalment + static_cast<Cents>(std::ceil(wanted))));
  return debt;
}

double distress_on_return(const Experience& experience, UsdPerMonth home_wage, const Parameters& parameters) {
  const double year = 12.0 * std::max(1.0, home_wage.value());
  const double lost = std::clamp(to_usd(experience.owed_lost) / year, 0.0, most_of_a_ratio);
  return logistic(parameters.distress_base_logit + (experience.violation ? parameters.distress_violation_logit : 0.0) +
                  (experience.harmed ? parameters.distress_harm_logit : 0.0) + (experience.injured ? parameters.distress_injury_logit : 0.0) +
                  parameters.distress_owed_wages_logit * lost +
                  parameters.distress_debt_logit * std::clamp(experience.debt_ratio, 0.0, most_of_a_ratio) +
                  parameters.distress_year_abroad_logit * experience.months * years_per_month);
}

double after_half_lives(double value, std::int32_t months, double half_life_months) noexcept {
  return value * std::exp2(-static_cast<double>(std::max(0, months)) / half_life_months);
}

std::int32_t months_to_recover(double u, const Parameters& parameters) noexcept {
  const double months = std::log(u) / std::log1p(-parameters.recovery_per_month);
  return 1 + static_cast<std::int32_t>(std::min(months, 1e6));
}

Reintegration reintegration(const HomeState& state, const Parameters& parameters) noexcept {
  const bool works = state.work == HomeWork::wage_work || state.work == HomeWork::enterprise;
  const double gap = parameters.social_gap_max * std::clamp(state.months_abroad / parameters.expected_stay_months, 0.0, 1.0);
  const auto half_life = [&](double usual, Support part) {
    return has(state.support, part) ? usual * parameters.reintegration_half_life_factor : usual;
  };
  return {.economic = ((works ? 1.0 : 0.0) + 1.0 - std::clamp(state.debt_ratio, 0.0, 1.0)) / 2,
          .social = 1.0 - after_half_lives(gap, state.months_home, half_life(parameters.social_gap_half_life_months, Support::social)),
          .psychosocial = 1.0 - after_half_lives(state.distress_on_return, state.months_home, half_life(parameters.distress_half_life_months, Support::psychosocial))};
}

}  // namespace sojourn::model
