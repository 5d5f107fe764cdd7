#pragma once
// Home leave with the job kept, while the way back is shut (MODEL 5.10, 5.14, 5.16). docs/model/home_leave.md
#include <cstdint>

#include "model/parameters.hpp"
#include "model/returning.hpp"

namespace sojourn::model {

/// Usual home leaves of a worker in a month: as the origin's register counts them (a worker and year), else as assumed of all
/// origins. Eq. 1.
[[nodiscard]] double leaves_per_month(double counted_per_worker_year, const Parameters& parameters) noexcept;

/// Chance that a worker is at home on leave, and cut off, in the month in which the way out shuts to the share `open` of its
/// usual flow: 0 where all are let through, and where there is no home leave. Eq. 2.
[[nodiscard]] double caught_probability(double leaves_per_month, double open, const Parameters& parameters) noexcept;

/// Chance a month that a worker comes home on the usual leave and is cut off there, while there are seats home for all. Eq. 2.
[[nodiscard]] double cut_off_probability(double leaves_per_month, double open) noexcept;

/// Whether the job is still there after a wish to go home for this reason: the worker's own, with the employer content.
[[nodiscard]] constexpr bool job_survives(ReturnReason reason) noexcept {
  return reason == ReturnReason::family || reason == ReturnReason::contract_own_choice;
}
/// Chance that the employer keeps the job of such a worker, who else would be gone for good: who takes the place cannot come
/// either while the way out is shut to the share `open`. Eq. 3.
[[nodiscard]] double kept_probability(double open, const Parameters& parameters) noexcept;

/// Below this open share of departures who comes home is counted as a returnee of a closure: a definition, nothing acts on it.
inline constexpr double shut_below = 0.5;

/// What a month at home does to a job that is kept.
enum class MonthOnLeave : std::uint8_t { kept, cut_by_shock, laid_off, given_up };
/// Chances a month, as for those at work: a shock's, a shrinking market's, and of leaving for family and own reasons.
struct LeaveHazards {
  double shock = 0, layoff = 0, own = 0;
};
/// `u` uniform in (0, 1). Eq. 4.
[[nodiscard]] MonthOnLeave month_on_leave(const LeaveHazards& hazards, double u) noexcept;

}  // namespace sojourn::model
