#include "model/returning.hpp"

#include <algorithm>

namespace sojourn::model {

ReturnReason reason_of(EmploymentEvent event) noexcept {
  switch (event) {
    case EmploymentEvent::early_violation: return ReturnReason::employer_violation;
    case EmploymentEvent::layoff: return ReturnReason::job_loss;
    default: return ReturnReason::family_health_own;
  }
}

double settle_probability(ReturnReason reason, Months stay, const Parameters& parameters) noexcept {
  switch (reason) {
    case ReturnReason::employer_violation:
    case ReturnReason::job_loss:
    case ReturnReason::crisis: return 0;
    case ReturnReason::age: return 1;
    default: return parameters.settle_probability * std::clamp(stay.value() / parameters.expected_stay_months, 0.0, 1.0);
  }
}

Service home_service(const Loan& balance, UsdPerMonth home_wage, const Parameters& parameters) {
  return annuity(balance.principal, balance.rate_per_month, to_cents(home_wage.value() * parameters.home_debt_service_share));
}

}  // namespace sojourn::model
