#include "model/protection.hpp"

#include <algorithm>

#include "core/random.hpp"

namespace sojourn::model {

double complaint_probability(double debt_over_half_year_wage, bool oriented, bool irregular, const Parameters& parameters) {
  const double fear = 1.0 + std::clamp(debt_over_half_year_wage, 0.0, 2.0) / 2.0 + (irregular ? 1.0 : 0.0);
  return logistic(parameters.complaint_base_logit + (oriented ? parameters.complaint_knowledge_logit : 0.0) +
                  parameters.complaint_severity_logit - parameters.complaint_fear_logit * fear);
}

double case_capacity(double workers_in_corridor, const Parameters& parameters) noexcept {
  return parameters.case_capacity_per_1000_workers_month * workers_in_corridor / 1000.0;
}

CaseStep case_step(double backlog, double capacity, double u, double v, const Parameters& parameters) noexcept {
  const double closes = backlog > 0 ? std::min(1.0, capacity / backlog) : 0.0;
  if (u < closes) return v < parameters.case_success ? CaseStep::closes_with_wages : CaseStep::closes_without;
  return u < closes + (1.0 - closes) * parameters.case_lapse_per_month ? CaseStep::lapses : CaseStep::waits;
}

}  // namespace sojourn::model
