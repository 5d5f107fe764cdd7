#include "model/mobility.hpp"

#include <algorithm>
#include <cmath>

#include "core/random.hpp"

namespace sojourn::model {
namespace {

double bounded_debt(double debt_over_half_year_wage) noexcept { return std::clamp(debt_over_half_year_wage, 0.0, 2.0); }

double pay_share(const MobilityRule& rule, const Parameters& parameters) noexcept {
  const double mobility = ((rule.within_contract ? 1.0 : 0.0) + (rule.at_contract_end ? 1.0 : 0.0)) / 2.0;
  return parameters.pay_share_tied + (parameters.pay_share_free - parameters.pay_share_tied) * mobility;
}

}  // namespace

MobilityRule mobility_rule(Sponsorship sponsorship, const Parameters& parameters) noexcept {
  return {.within_contract = sponsorship == Sponsorship::free,
          .at_contract_end = sponsorship != Sponsorship::tied,
          .approval = parameters.job_change_approval};
}

double request_hazard(const MobilityRule& rule, const Parameters& parameters) noexcept {
  return rule.within_contract ? parameters.job_offers_per_month * parameters.better_offer_share : 0.0;
}

double request_factor(bool harmed_within_year, double debt_over_half_year_wage, const Parameters& parameters) noexcept {
  return (harmed_within_year ? parameters.job_request_harm_factor : 1.0) *
         std::exp(-parameters.debt_leaving_effect * bounded_debt(debt_over_half_year_wage));
}

double absconding_hazard(const MobilityRule& rule, const Parameters& parameters) noexcept {
  return rule.within_contract ? 0.0 : parameters.absconding_per_month;
}

double absconding_factor(double harm_factor, double debt_over_half_year_wage, bool harmed_within_quarter,
                         double outside_over_own_wage, const Parameters& parameters) noexcept {
  return harm_factor * std::exp(parameters.debt_leaving_effect * bounded_debt(debt_over_half_year_wage)) *
         (harmed_within_quarter ? parameters.absconding_harm_factor : 1.0) *
         std::clamp(outside_over_own_wage, 1 / highest_outside_wage_ratio, highest_outside_wage_ratio);
}

double overstay_probability(const OverstayTerms& terms, const Parameters& parameters) {
  return logistic(parameters.overstay_logit + parameters.debt_stay_logit * bounded_debt(terms.debt_over_half_year_wage) +
                  parameters.overstay_pay_response * std::log(std::max(0.1, terms.irregular_over_home_wage)) -
                  (terms.may_come_back ? parameters.reentry_logit : 0.0));
}

double renewal_pay_factor(const MobilityRule& rule, const MobilityRule& base, const Parameters& parameters) noexcept {
  const double markup = parameters.outside_markup;
  return (1.0 + pay_share(rule, parameters) * markup) / (1.0 + pay_share(base, parameters) * markup);
}

double entry_pay_factor(const MobilityRule& rule, const MobilityRule& base, double stay_probability,
                        const Parameters& parameters) noexcept {
  const double more = pay_share(rule, parameters) - pay_share(base, parameters);
  return 1.0 - parameters.entry_discount * stay_probability * more * parameters.outside_markup;
}

}  // namespace sojourn::model
