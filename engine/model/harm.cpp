#include "model/harm.hpp"

#include <algorithm>

namespace sojourn::model {
namespace {

bool within_window(std::int16_t last, std::int32_t month) noexcept {
  return last != JobRecord::never && month - last < reference_window_months;
}

}  // namespace

HarmHazards harm_hazards(Sponsorship sponsorship, double household_factor, Sector sector,
                         const Parameters& parameters) noexcept {
  const bool tied = sponsorship != Sponsorship::free;
  const bool household = sector == Sector::domestic_work;
  const double place = household ? household_factor : 1.0;
  const double abuse = household ? place : parameters.abuse_outside_households_factor;
  const double violence = tied ? parameters.violence_tied_per_month : parameters.violence_free_per_month;
  return {.wage_withheld = place * (tied ? parameters.wage_withheld_tied_per_month : parameters.wage_withheld_free_per_month),
          .long_hours = parameters.long_hours_per_month * abuse,
          .threat = parameters.threat_per_month * abuse,
          .violence = violence * abuse,
          .injury = parameters.injury_per_100000_year / 100'000.0 / 12.0,
          .dismissal = parameters.dismissal_per_month};
}

double exits_by_harm(const HarmHazards& hazards, const Parameters& parameters) noexcept {
  const double abuse = hazards.wage_withheld + hazards.long_hours + hazards.threat + hazards.violence;
  return abuse * parameters.leave_after_harm_probability + hazards.injury * parameters.injury_severe_share + hazards.dismissal;
}

double relative_risk(const Exposed& worker, const Parameters& parameters) noexcept {
  const double debt = std::clamp(worker.debt_over_half_year_wage, 0.0, 2.0) / 2.0;
  return (worker.irregular ? parameters.harm_irregular_factor : 1.0) * (worker.confined ? parameters.harm_confined_factor : 1.0) *
         (1.0 + (parameters.harm_debt_factor - 1.0) * debt);
}

DeathCause death_cause(double u, const Parameters& parameters) noexcept {
  double left = u;
  if ((left -= parameters.death_share_traffic) < 0) return DeathCause::traffic;
  if ((left -= parameters.death_share_suicide) < 0) return DeathCause::suicide;
  if ((left -= parameters.death_share_work) < 0) return DeathCause::work;
  if ((left -= parameters.death_share_other) < 0) return DeathCause::other;
  return DeathCause::natural;
}

bool is_severe(double u, const Parameters& parameters) noexcept { return u < parameters.injury_severe_share; }

bool is_involuntary(const JobRecord& job, std::int32_t month) noexcept {
  return (job.deceived && within_window(job.began, month)) || within_window(job.long_hours, month) ||
         within_window(job.unpaid, month) || job.confined;
}

bool is_under_menace(const JobRecord& job, std::int32_t month) noexcept {
  return within_window(job.hurt, month) || within_window(job.held_back, month) || job.confined || job.passport_refused;
}

bool in_forced_labour(const JobRecord& job, std::int32_t month) noexcept {
  return is_involuntary(job, month) && is_under_menace(job, month);
}

std::int32_t next_review(const JobRecord& job, std::int32_t month) noexcept {
  std::int32_t next = month + reference_window_months;
  for (const std::int16_t last : {job.began, job.unpaid, job.held_back, job.long_hours, job.hurt}) {
    if (within_window(last, month)) next = std::min(next, last + reference_window_months);
  }
  return next;
}

}  // namespace sojourn::model
