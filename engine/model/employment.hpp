#pragma once
// What may happen to a worker abroad between arrival and contract end: competing hazards (MODEL 5.9, 5.10).
#include "core/ids.hpp"
#include "core/units.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Monthly hazards of one market, before the employer's own factor.
struct EmploymentHazards {
  double death = 0;
  double early_own = 0;        ///< family, health, own choice
  double early_violation = 0;  ///< leaves because of what the employer does
  double layoff = 0;
  double wage_withheld = 0;
  double home_leave = 0;       ///< comes home on leave and goes back to the same job (counted by PHL)

  /// Hazards that the employer's factor multiplies.
  [[nodiscard]] double of_employer() const noexcept { return early_violation + wage_withheld; }
  /// Hazards that are the same at any employer.
  [[nodiscard]] double common() const noexcept { return death + early_own + layoff + home_leave; }
  /// Sum at an employer of factor 1: the bound that an alarm clock runs at.
  [[nodiscard]] double total() const noexcept { return common() + of_employer(); }
};

enum class EmploymentEvent { none, death, early_own, early_violation, layoff, wage_withheld, home_leave };

/// Hazard of dying abroad, per month.
[[nodiscard]] double death_hazard(Sex sex, const Parameters& parameters) noexcept;

/// A worker's alarm runs at `total() * max(1, factor)`; when it rings, this says which event it was, or none.
/// `u` is uniform in (0, 1). `bound` is the hazard that the clock really ran at, at least total().
[[nodiscard]] EmploymentEvent event_at_alarm(const EmploymentHazards& hazards, double bound, double employer_factor, double u) noexcept;

}  // namespace sojourn::model
