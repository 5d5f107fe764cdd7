#include "model/employment.hpp"

#include <algorithm>

namespace sojourn::model {

double death_hazard(Sex sex, const Parameters& parameters) noexcept {
  const double per_100000_year =
      sex == Sex::women ? parameters.death_women_per_100000_year : parameters.death_men_per_100000_year;
  return per_100000_year / 100'000.0 / 12.0;
}

EmploymentEvent event_at_alarm(const EmploymentHazards& hazards, double bound, double employer_factor, double u) noexcept {
  double left = u * bound * std::max(1.0, employer_factor);
  const auto takes = [&left](double hazard) {
    left -= hazard;
    return left < 0;
  };
  if (takes(hazards.death)) return EmploymentEvent::death;
  if (takes(hazards.early_violation * employer_factor)) return EmploymentEvent::early_violation;
  if (takes(hazards.early_own)) return EmploymentEvent::early_own;
  if (takes(hazards.layoff)) return EmploymentEvent::layoff;
  if (takes(hazards.wage_withheld * employer_factor)) return EmploymentEvent::wage_withheld;
  if (takes(hazards.home_leave)) return EmploymentEvent::home_leave;
  return EmploymentEvent::none;
}

}  // namespace sojourn::model
