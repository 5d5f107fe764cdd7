#include "model/mobility.hpp"

#include <algorithm>
#include <cmath>

#include "core/random.hpp"

namespace sojourn::model {
namespace {

double bounded_debt(double debt_over_half_year_wage) noexcept { return std::clamp(debt_over_half_year_wage, 0.0, 2.0); }

double pay_share(const MobilityRule& rule, const Parameters& parameters) noexcept {
  const double mobility = (rule.within_contract + rule.at_contract_end) / 2.0;
  return parameters.pay_share_tied + (parameters.pay_share_free - parameters.pay_share_tied) * mobility;
}

}  // namespace

MobilityRule mobility_rule(Sponsorship sponsorship, const Parameters& parameters) noexcept {
  return {.within_contract = sponsorship == Sponsorship::free ? 1.0 : 0.0,
          .at_contract_end = sponsorship != Sponsorship::tied ? 1.0 : 0.0,
          .approval = parameters.job_change_approval};
}

MobilityRule mobility_under(const MobilityRule& base, const MarketTerms& terms, const Parameters& parameters) noexcept {
  MobilityRule rule = base;
  const auto grant = [&rule](double share, double approval, double after_months, double notice_months) {
    if (share <= 0) return;
    if (rule.within_contract <= 0) {
      rule.approval = approval;
      rule.after_months = after_months;
      rule.notice_months = notice_months;
    } else {
      rule.approval = std::max(rule.approval, share * approval + (1.0 - share) * rule.approval);
      rule.after_months = std::min(rule.after_months, after_months);
      rule.notice_months = std::min(rule.notice_months, notice_months);
    }
    rule.within_contract = std::max(rule.within_contract, share);
    rule.at_contract_end = std::max(rule.at_contract_end, share);
  };
  grant(terms.change_allowed, terms.change_approval, terms.change_after_months, terms.change_notice_months);
  grant(terms.consent_free, parameters.job_change_approval, 0, 1);
  return rule;
}

double leaving_factor(const MobilityRule& base, const MarketTerms& terms, const Parameters& parameters) noexcept {
  return 1.0 + parameters.exit_permit_leaving_effect * terms.exit_free * (1.0 - base.within_contract);
}

double request_hazard(const MobilityRule& rule, const Parameters& parameters) noexcept {
  const double usual = rule.within_contract * (parameters.job_offers_per_month * parameters.better_offer_share);
  if (rule.notice_months == 1) return usual;  // what the counts that pin it were taken under
  return usual * std::exp(-parameters.offers_lapse_per_notice_month * (rule.notice_months - 1.0));
}

double request_factor(bool harmed_within_year, double debt_over_half_year_wage, const Parameters& parameters) noexcept {
  return (harmed_within_year ? parameters.job_request_harm_factor : 1.0) *
         std::exp(-parameters.debt_leaving_effect * bounded_debt(debt_over_half_year_wage));
}

double absconding_hazard(const MobilityRule& rule, const Parameters& parameters) noexcept {
  return parameters.absconding_per_month * (rule.after_months > 0 ? 1.0 : 1.0 - rule.within_contract);
}

double mobility_left(const MobilityRule& own, EmploymentEvent event, const EmploymentHazards& market,
                     const Parameters& parameters) noexcept {
  const bool request = event == EmploymentEvent::job_request;
  const double hazard = request ? request_hazard(own, parameters) : absconding_hazard(own, parameters);
  const double highest = request ? market.job_request : market.absconding;
  return highest > 0 ? hazard / highest : 1.0;
}

double absconding_factor(double harm_factor, double debt_over_half_year_wage, bool harmed_within_quarter,
                         double outside_over_own_wage, const Parameters& parameters) noexcept {
  return harm_factor * std::exp(parameters.debt_leaving_effect * bounded_debt(debt_over_half_year_wage)) *
         (harmed_within_quarter ? parameters.absconding_harm_factor : 1.0) *
         std::clamp(outside_over_own_wage, 1 / highest_outside_wage_ratio, highest_outside_wage_ratio);
}

double pay_of_others(UsdPerMonth own, UsdPerMonth going, double trainee_pay_share) noexcept {
  if (trainee_pay_share >= 1 || own.value() <= 0) return 1;
  return std::clamp(going.value() / trainee_pay_share / own.value(), 1.0, 1.0 / trainee_pay_share);
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
