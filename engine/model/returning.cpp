#include "model/returning.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::model {

ReturnReason reason_of(EmploymentEvent event) noexcept {
  switch (event) {
    case EmploymentEvent::layoff:
    case EmploymentEvent::dismissal: return ReturnReason::dismissal_job_loss;
    case EmploymentEvent::illness:
    case EmploymentEvent::injury: return ReturnReason::health_injury;
    case EmploymentEvent::wage_withheld:
    case EmploymentEvent::long_hours:
    case EmploymentEvent::threat:
    case EmploymentEvent::violence: return ReturnReason::employer_violation;
    case EmploymentEvent::removal: return ReturnReason::deportation;
    default: return ReturnReason::family;
  }
}

ReturnReason reason_at_contract_end(bool target_reached, double u, const Parameters& parameters) noexcept {
  if (u < parameters.not_renewed_share) return ReturnReason::contract_not_renewed;
  return target_reached ? ReturnReason::target_reached : ReturnReason::contract_own_choice;
}

double settle_probability(ReturnReason reason, Months stay, const Parameters& parameters) noexcept {
  if (is_driven_out(reason)) return 0;
  if (reason == ReturnReason::age) return 1;
  return parameters.settle_probability * std::clamp(stay.value() / parameters.expected_stay_months, 0.0, 1.0);
}

double search_factor(ReturnReason reason, const Parameters& parameters) noexcept {
  return reason == ReturnReason::crisis ? parameters.crisis_search_factor : 1.0;
}

double savings_target_usd(RunKey run, PersonId person, UsdPerMonth home_wage, const Parameters& parameters) {
  RandomStream stream{run, person.key(), 0, Draw::savings_target};
  if (stream.uniform() >= parameters.savings_target_share) return 0;
  return parameters.savings_target_home_wages * home_wage.value() * std::exp(parameters.savings_target_log_sd * stream.normal());
}

Service home_service(const Loan& balance, UsdPerMonth home_wage, const Parameters& parameters) {
  return annuity(balance.principal, balance.rate_per_month, to_cents(home_wage.value() * parameters.home_debt_service_share));
}

}  // namespace sojourn::model
