#pragma once
// Complaints: who dares, how long a case waits, what comes out (MODEL 5.11).
#include "core/units.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Chance that a worker whose wage is withheld complains. Debt, dependence on one employer and irregular status silence.
[[nodiscard]] double complaint_probability(double debt_over_half_year_wage, bool oriented, bool irregular,
                                           const Parameters& parameters);

/// Cases that a corridor's desk can close a month.
[[nodiscard]] double case_capacity(double workers_in_corridor, const Parameters& parameters) noexcept;

enum class CaseStep { waits, closes_with_wages, closes_without, lapses };
/// What happens to one waiting case this month; `backlog` and `capacity` in cases, `u` and `v` uniform in (0, 1).
[[nodiscard]] CaseStep case_step(double backlog, double capacity, double u, double v, const Parameters& parameters) noexcept;

}  // namespace sojourn::model
