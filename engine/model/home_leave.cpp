#include "model/home_leave.hpp"

#include <algorithm>

namespace sojourn::model {

double leaves_per_month(double counted_per_worker_year, const Parameters& parameters) noexcept {
  constexpr double months_per_year = 12;
  return (counted_per_worker_year > 0 ? counted_per_worker_year : parameters.home_leaves_per_year) / months_per_year;
}

double caught_probability(double leaves_per_month, double open, const Parameters& parameters) noexcept {
  return leaves_per_month > 0 ? parameters.home_leave_share * std::clamp(1.0 - open, 0.0, 1.0) : 0.0;
}

double cut_off_probability(double leaves_per_month, double open) noexcept {
  return std::clamp(leaves_per_month * (1.0 - open), 0.0, 1.0);
}

double kept_probability(double open, const Parameters& parameters) noexcept {
  return parameters.kept_job_probability * std::clamp(1.0 - open, 0.0, 1.0);
}

MonthOnLeave month_on_leave(const LeaveHazards& hazards, double u) noexcept {
  if (u < hazards.shock) return MonthOnLeave::cut_by_shock;
  if (u < hazards.shock + hazards.layoff) return MonthOnLeave::laid_off;
  return u < hazards.shock + hazards.layoff + hazards.own ? MonthOnLeave::given_up : MonthOnLeave::kept;
}

}  // namespace sojourn::model
