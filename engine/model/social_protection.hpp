#pragma once
// What illness costs and who bears it, contributions paid out at return, the way home, and wages settled before it
// (MODEL 5.6, 5.9, 5.14).
#include <cstdint>

#include "core/units.hpp"
#include "model/levers/lever.hpp"
#include "model/parameters.hpp"
#include "model/returning.hpp"

namespace sojourn::model {

/// Share of workers whose treatment is paid for: those who are today, and of the others whom a rule covers.
[[nodiscard]] double insured_share(const MarketTerms& terms, const Parameters& parameters) noexcept;
/// What treatment of one illness or severe injury costs who is not insured, cents.
[[nodiscard]] Cents treatment_cost(Cents wage, const Parameters& parameters) noexcept;
/// Insurance for a whole contract that workers pay before they leave, mean over a market's workers.
[[nodiscard]] Usd insurance_of_workers(double insured_by_worker, Months contract, const Parameters& parameters) noexcept;

/// Contributions from the later of arrival and the rule's start until `now` (month counts), as far as they are portable.
[[nodiscard]] Cents social_security_at_return(const MarketTerms& terms, Cents wage, std::int32_t arrived, std::int32_t now) noexcept;

/// What an employer owes at the end of a completed contract for so many months of service, cents.
[[nodiscard]] Cents end_of_service_pay(Cents wage, std::int32_t months, const Parameters& parameters) noexcept;

/// Whether the worker pays the way home where no clause says otherwise: who leaves before the contract's end and was neither
/// dismissed nor driven out by a crisis or a removal.
[[nodiscard]] bool pays_own_ticket(ReturnReason reason) noexcept;

/// What such rules put on the employer's side, means over a market's workers, 0 to 1; contributions over the wage.
struct EmployerClauses {
  double insured = 0, contributions = 0, tickets = 0, end_of_service = 0;
};
/// Cost of one worker to the employer, a month; 0 without such a rule.
[[nodiscard]] UsdPerMonth clause_cost(const EmployerClauses& clauses, UsdPerMonth wage, Months contract, PerMonth early_exit,
                                      const Parameters& parameters) noexcept;

}  // namespace sojourn::model
