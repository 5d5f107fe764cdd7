#include "model/protection.hpp"

#include <algorithm>

#include "core/random.hpp"

namespace sojourn::model {

namespace {

double severity(Grievance grievance, const Parameters& parameters) noexcept {
  switch (grievance) {
    case Grievance::violence: return parameters.complaint_violence_severity;
    case Grievance::long_hours: return parameters.complaint_hours_severity;
    case Grievance::unpaid_wage:
    case Grievance::threat:
    case Grievance::injury: return 1;
  }
  return 1;
}

}  // namespace

double complaint_probability(const ComplaintTerms& terms, const Parameters& parameters) {
  const double fear = (terms.tied ? 1.0 : 0.0) + std::clamp(terms.debt_over_half_year_wage, 0.0, 2.0) / 2.0 + (terms.irregular ? 1.0 : 0.0);
  return logistic(parameters.complaint_base_logit + (terms.knows_rights ? parameters.complaint_knowledge_logit : 0.0) +
                  (terms.has_channel ? parameters.complaint_channel_logit : 0.0) +
                  parameters.complaint_severity_logit * severity(terms.grievance, parameters) - parameters.complaint_fear_logit * fear);
}

double case_capacity(double workers_in_corridor, const Parameters& parameters) noexcept {
  return parameters.case_capacity_per_1000_workers_month * workers_in_corridor / 1000.0;
}

CaseStep case_step(double backlog, double capacity, double u, double v, const Parameters& parameters) noexcept {
  const double closes = backlog > 0 ? std::min(1.0, capacity / backlog) : 0.0;
  if (u < closes) return v < parameters.case_success ? CaseStep::closes_with_remedy : CaseStep::closes_without;
  return u < closes + (1.0 - closes) * parameters.case_lapse_per_month ? CaseStep::lapses : CaseStep::waits;
}

CaseOutcome case_outcome(Grievance grievance, bool remedied, double u, const Parameters& parameters) noexcept {
  if (!remedied) return u < parameters.retaliation_probability ? CaseOutcome::dismissed : CaseOutcome::stays;
  const bool hurt = grievance == Grievance::violence || grievance == Grievance::threat;
  if (!hurt) return CaseOutcome::stays;
  return u < parameters.transfer_after_case_share ? CaseOutcome::transferred : CaseOutcome::repatriated;
}

}  // namespace sojourn::model
