#pragma once
// Coming home: why, whether for good, and what becomes of a debt (MODEL 5.14).
#include <array>
#include <cstdint>
#include <string_view>

#include "core/ids.hpp"
#include "core/person.hpp"
#include "core/random.hpp"
#include "core/units.hpp"
#include "model/employment.hpp"
#include "model/finance.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Primary reason of a return, exclusive, in the order in which it is tested (EQUATIONS 5.14). Death is no return, and
/// neither is home leave in usual months. The order is that of `return_counts` and of `/annual/returns` in result files.
enum class ReturnReason : std::uint8_t {
  crisis,                ///< war, epidemic, disaster abroad
  deportation,           ///< or loss of status
  employer_violation,
  health_injury,
  dismissal_job_loss,
  family,
  contract_not_renewed,  ///< by the employer
  contract_own_choice,
  target_reached,        ///< own choice, with the savings aimed at
  age
};
inline constexpr std::array<std::string_view, 10> return_reason_names{
    "crisis", "deportation", "employer_violation", "health_injury", "dismissal_job_loss",
    "family", "contract_not_renewed", "contract_own_choice", "target_reached", "age"};

/// Whether the return is before the contract's end.
[[nodiscard]] constexpr bool is_early(ReturnReason reason) noexcept { return reason <= ReturnReason::family; }
/// Who comes home, as programmes for returnees part them: after a contract, before its end, or because of a crisis abroad.
enum class ReturnClass : std::uint8_t { completed, early, crisis };
[[nodiscard]] constexpr ReturnClass return_class(ReturnReason reason) noexcept {
  if (reason == ReturnReason::crisis) return ReturnClass::crisis;
  return is_early(reason) ? ReturnClass::early : ReturnClass::completed;
}
/// Whether the person was driven out and may always seek again.
[[nodiscard]] constexpr bool is_driven_out(ReturnReason reason) noexcept {
  return reason <= ReturnReason::employer_violation || reason == ReturnReason::dismissal_job_loss;
}
/// Reason of a return that an event caused.
[[nodiscard]] ReturnReason reason_of(EmploymentEvent event) noexcept;
/// Reason of a return at contract end; `u`, uniform in (0, 1), parts the others into not renewed and own choice.
[[nodiscard]] ReturnReason reason_at_contract_end(bool target_reached, double u, const Parameters& parameters) noexcept;
/// Chance of settling for good: who comes back by contract's end or for family or health may; who was driven out does not.
/// In proportion to the months of this stay up to the usual stay, so that seasonal and sea-going workers have careers of
/// many short stays and not one.
[[nodiscard]] double settle_probability(ReturnReason reason, Months stay, const Parameters& parameters) noexcept;
/// Factor on the hazard of seeking again: who left because of a crisis abroad wants to go back.
[[nodiscard]] double search_factor(ReturnReason reason, const Parameters& parameters) noexcept;

/// What a person wants to save before staying at home, USD; 0 for those who have no target. A trait of the person's key, in
/// proportion to the home wage (EQUATIONS 5.10).
[[nodiscard]] double savings_target_usd(RunKey run, PersonId person, UsdPerMonth home_wage, const Parameters& parameters);

/// How a debt is served from earnings at home.
[[nodiscard]] Service home_service(const Loan& balance, UsdPerMonth home_wage, const Parameters& parameters);

}  // namespace sojourn::model
