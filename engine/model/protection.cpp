#include "model/protection.hpp"

#include <algorithm>
#include <cmath>

#include "core/random.hpp"

namespace sojourn::model {

namespace {

constexpr double days_per_month = 365.25 / 12;

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
  const double bonds = terms.tied + std::clamp(terms.debt_over_half_year_wage, 0.0, 2.0) / 2.0 + (terms.irregular ? 1.0 : 0.0);
  const double fear = bonds * (1.0 - parameters.retaliation_protection_fear * terms.protected_share);
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

CaseOutcome case_outcome(Grievance grievance, bool remedied, double u, const Parameters& parameters, double protected_share) noexcept {
  const double retaliates = parameters.retaliation_probability * (1.0 - parameters.retaliation_protection_effect * protected_share);
  if (!remedied) return u < retaliates ? CaseOutcome::dismissed : CaseOutcome::stays;
  const bool hurt = grievance == Grievance::violence || grievance == Grievance::threat;
  if (!hurt) return CaseOutcome::stays;
  return u < parameters.transfer_after_case_share ? CaseOutcome::transferred : CaseOutcome::repatriated;
}

double desk_chance(const MarketTerms& terms, const DeskLoad& load, Sex sex, int scale) noexcept {
  const auto share = [scale](double cases, double waiting) { return cases > 0 && waiting > 0 ? cases / scale / waiting : 0.0; };
  const double quickest = terms.desk_days_to_decide > 0 ? days_per_month / terms.desk_days_to_decide : 1.0;
  const double desk = std::min(share(terms.desk_cases_per_month, load.waiting), quickest);
  const double attaches = share(terms.attache_cases_per_month, load.attache_waiting);
  const double womens = sex == Sex::women ? share(terms.women_attache_cases_per_month, load.women_waiting) : 0.0;
  return std::min(1.0, desk + attaches + womens);
}

double committee_chance(const MarketTerms& terms, const DeskLoad& load, int scale, const Parameters& parameters) noexcept {
  if (terms.committee_meetings_per_year <= 0 || load.committee_waiting <= 0) return 0;
  const double a_month = terms.committee_meetings_per_year / 12.0 * parameters.committee_cases_per_meeting / scale;
  return std::min(1.0, a_month / load.committee_waiting);
}

double channel_share(const MarketTerms& terms, const DeskLoad& load, Sex sex, int scale, const Parameters& parameters) noexcept {
  const auto within_reach = [&](double attaches, double workers) {
    if (attaches <= 0 || workers <= 0) return 0.0;
    return std::min(1.0, attaches * parameters.attache_reach_workers / (workers * scale));
  };
  const double women = sex == Sex::women ? within_reach(terms.women_attaches, load.women_stock) : 0.0;
  return 1.0 - (1.0 - terms.channel_reached) * (1.0 - within_reach(terms.attaches, load.stock)) * (1.0 - women);
}

FundClaim fund_claim(const MarketTerms& terms, Cents owed, Cents wage) noexcept {
  const auto most = static_cast<Cents>(terms.wage_fund_months * static_cast<double>(wage));
  return {.amount = std::clamp<Cents>(owed, 0, most),
          .months = static_cast<std::int32_t>(std::lround(terms.wage_fund_days / days_per_month))};
}

double shelter_chance(const MarketTerms& terms, const DeskLoad& load, int scale, const Parameters& parameters) noexcept {
  if (terms.gbvh_reached <= 0 || terms.shelter_places <= 0) return 0;
  const double a_month = terms.shelter_places / parameters.shelter_stay_months / scale;
  const double place = load.hurt > a_month ? a_month / load.hurt : 1.0;
  return terms.gbvh_reached * place * std::exp(-terms.shelter_days_to_respond / parameters.shelter_wait_days);
}

}  // namespace sojourn::model
