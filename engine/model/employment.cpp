#include "model/employment.hpp"

#include <algorithm>

namespace sojourn::model {

double death_hazard(Sex sex, const Parameters& parameters) noexcept {
  const double per_100000_year =
      sex == Sex::women ? parameters.death_women_per_100000_year : parameters.death_men_per_100000_year;
  return per_100000_year / 100'000.0 / 12.0;
}

double total_hazard(const EmploymentHazards& hazards, const OwnFactors& own) noexcept {
  return hazards.common() + hazards.harm.total() * own.harm + hazards.job_request * own.request +
         hazards.absconding * own.abscond + (own.irregular ? hazards.removal : 0.0);
}

double alarm_factor(const EmploymentHazards& hazards, const OwnFactors& own, double least_total) noexcept {
  const double usual = std::max(1.0, own.harm);
  const double extra = hazards.absconding * std::max(0.0, own.abscond - usual) +
                       hazards.job_request * std::max(0.0, own.request - usual) + (own.irregular ? hazards.removal : 0.0);
  return usual + extra / least_total;
}

EmploymentEvent event_at_alarm(const EmploymentHazards& hazards, const OwnFactors& own, double bound, double u) noexcept {
  double left = u * bound;
  const auto takes = [&left](double hazard) {
    left -= hazard;
    return left < 0;
  };
  const HarmHazards& harm = hazards.harm;
  if (takes(hazards.death)) return EmploymentEvent::death;
  if (takes(hazards.early_own)) return EmploymentEvent::early_own;
  if (takes(hazards.illness)) return EmploymentEvent::illness;
  if (takes(hazards.layoff)) return EmploymentEvent::layoff;
  if (takes(hazards.home_leave)) return EmploymentEvent::home_leave;
  if (takes(harm.wage_withheld * own.harm)) return EmploymentEvent::wage_withheld;
  if (takes(harm.long_hours * own.harm)) return EmploymentEvent::long_hours;
  if (takes(harm.threat * own.harm)) return EmploymentEvent::threat;
  if (takes(harm.violence * own.harm)) return EmploymentEvent::violence;
  if (takes(harm.injury * own.harm)) return EmploymentEvent::injury;
  if (takes(harm.dismissal * own.harm)) return EmploymentEvent::dismissal;
  if (takes(hazards.job_request * own.request)) return EmploymentEvent::job_request;
  if (takes(hazards.absconding * own.abscond)) return EmploymentEvent::absconding;
  if (own.irregular && takes(hazards.removal)) return EmploymentEvent::removal;
  return EmploymentEvent::none;
}

}  // namespace sojourn::model
