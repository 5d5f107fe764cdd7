#pragma once
// Coming home: why, whether for good, and what becomes of a debt (MODEL 5.14).
#include <array>
#include <cstdint>
#include <string_view>

#include "core/units.hpp"
#include "model/employment.hpp"
#include "model/finance.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Primary reason of a return, exclusive, in the order in which it is tested. Death is no return.
enum class ReturnReason : std::uint8_t { employer_violation, job_loss, family_health_own, not_renewed_or_own_choice, age, crisis };
inline constexpr std::array<std::string_view, 6> return_reason_names{
    "employer_violation", "job_loss", "family_health_own", "contract_ended", "age", "crisis"};

/// Whether the return is before the contract's end.
[[nodiscard]] constexpr bool is_early(ReturnReason reason) noexcept { return reason <= ReturnReason::family_health_own || reason == ReturnReason::crisis; }
/// Reason of a return caused by an event.
[[nodiscard]] ReturnReason reason_of(EmploymentEvent event) noexcept;
/// Chance of settling for good: who comes back by contract's end or for family reasons may; who was driven out does not.
/// In proportion to the months of this stay up to the usual stay, so that seasonal and sea-going workers have careers of
/// many short stays and not one.
[[nodiscard]] double settle_probability(ReturnReason reason, Months stay, const Parameters& parameters) noexcept;
/// How a debt is served from earnings at home.
[[nodiscard]] Service home_service(const Loan& balance, UsdPerMonth home_wage, const Parameters& parameters);

}  // namespace sojourn::model
