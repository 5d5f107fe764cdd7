#include "model/social_protection.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::model {

double insured_share(const MarketTerms& terms, const Parameters& parameters) noexcept {
  return 1.0 - (1.0 - parameters.insured_share) * (1.0 - terms.insured_by_employer) * (1.0 - terms.insured_by_worker);
}

Cents treatment_cost(Cents wage, const Parameters& parameters) noexcept {
  return static_cast<Cents>(static_cast<double>(wage) * parameters.treatment_cost_wages);
}

Usd insurance_of_workers(double insured_by_worker, Months contract, const Parameters& parameters) noexcept {
  return Usd{insured_by_worker * parameters.insurance_usd_per_month * contract.value()};
}

Cents social_security_at_return(const MarketTerms& terms, Cents wage, std::int32_t arrived, std::int32_t now) noexcept {
  const std::int32_t months = std::max(0, now - std::max(arrived, terms.social_security_since));
  return static_cast<Cents>(terms.social_security_share * static_cast<double>(wage) * months);
}

Cents end_of_service_pay(Cents wage, std::int32_t months, const Parameters& parameters) noexcept {
  constexpr double years_per_month = 1.0 / 12.0;
  return static_cast<Cents>(parameters.end_of_service_wages * static_cast<double>(wage) * std::max(0, months) * years_per_month);
}

bool pays_own_ticket(ReturnReason reason) noexcept {
  return reason == ReturnReason::family || reason == ReturnReason::employer_violation ||
         reason == ReturnReason::health_injury;
}

UsdPerMonth clause_cost(const EmployerClauses& clauses, UsdPerMonth wage, Months contract, PerMonth early_exit,
                        const Parameters& parameters) noexcept {
  const double early = -std::expm1(-early_exit.value() * contract.value());
  const double service = clauses.end_of_service * (1.0 - early) * parameters.end_of_service_wages * wage.value() / 12.0;
  return UsdPerMonth{clauses.insured * parameters.insurance_usd_per_month + clauses.contributions * wage.value() +
                     clauses.tickets * early * parameters.return_ticket_usd / contract.value() + service};
}

}  // namespace sojourn::model
