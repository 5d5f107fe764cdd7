#include "model/finance.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::model {

Liquidity liquidity(const Wealth& wealth, UsdPerMonth home_wage, double share_of_community_abroad,
                    const Parameters& parameters) noexcept {
  const double wage = home_wage.value();
  return {.own_usd = wealth.own_usd,
          .relatives_usd = parameters.relatives_limit_home_wages * wage * (1.0 + 10.0 * std::min(share_of_community_abroad, 0.2)),
          .microcredit_usd = parameters.microcredit_limit_home_wages * wage,
          .lender_usd = wealth.pledge_limit_usd,
          .programme_usd = 0,
          .programme_rate_per_year = 0,
          .programme_term_months = 0};
}

Loan loan_for(Cents cost, const Liquidity& limits, const Parameters& parameters) noexcept {
  double left = std::max(0.0, to_usd(cost) - limits.own_usd);
  Loan loan;
  loan.principal = to_cents(left);
  if (loan.principal == 0) return loan;
  const double borrowed = left;
  left -= std::min(left, limits.relatives_usd);
  const double programme = std::min(left, limits.programme_usd);
  left -= programme;
  const double microcredit = std::min(left, limits.microcredit_usd);
  const double lender = left - microcredit;
  const double interest = programme * limits.programme_rate_per_year + microcredit * parameters.microcredit_rate_per_year + lender * parameters.lender_rate_per_year;
  loan.rate_per_month = interest / borrowed / 12.0;
  loan.pledged = lender > 0;
  if (programme > 0) {
    loan.term_months = (programme * limits.programme_term_months + (borrowed - programme) * parameters.repayment_target_months) / borrowed;
  }
  return loan;
}

Loan with_advance(const Loan& loan, Cents advanced) noexcept {
  Loan more = loan;
  if (advanced <= 0) return more;
  more.principal += advanced;
  more.advanced += advanced;
  more.rate_per_month = loan.rate_per_month * static_cast<double>(loan.principal) / static_cast<double>(more.principal);
  return more;
}

Service annuity(Cents balance, double rate_per_month, Cents instalment) {
  Service service{.instalment = instalment};
  if (balance <= 0) return {};
  const double debt = static_cast<double>(balance);
  const double pay = static_cast<double>(instalment);
  if (pay <= debt * rate_per_month * 1.0001 || instalment <= 0) {
    service.months = never_repaid;
    service.last_instalment = instalment;
    return service;
  }
  const double months = rate_per_month > 0 ? -std::log1p(-debt * rate_per_month / pay) / std::log1p(rate_per_month) : debt / pay;
  service.months = std::max(1, static_cast<std::int32_t>(std::ceil(months - 1e-9)));
  const Loan loan{.principal = balance, .rate_per_month = rate_per_month};
  const Cents before_last = balance_after(loan, instalment, service.months - 1);
  service.last_instalment = std::min(instalment, static_cast<Cents>(std::llround(static_cast<double>(before_last) * (1.0 + rate_per_month))));
  return service;
}

Service service_of(const Loan& loan, Cents monthly_surplus, const Parameters& parameters) {
  if (loan.principal <= 0) return {};
  // What the agency advanced bears no interest: all of it is on the rest.
  const Cents rest = loan.principal - loan.advanced;
  const bool mixed = loan.advanced > 0 && rest > 0;
  const double rate = mixed ? loan.rate_per_month * static_cast<double>(loan.principal) / static_cast<double>(rest) : loan.rate_per_month;
  const double months = loan.term_months > 0 ? loan.term_months : parameters.repayment_target_months;
  const double factor = rate > 0 ? rate / (1.0 - std::pow(1.0 + rate, -months)) : 1.0 / months;
  const double deduction = std::ceil(static_cast<double>(loan.advanced) / parameters.deduction_months);
  const double wanted = static_cast<double>(rest) * factor + deduction;
  const auto surplus = static_cast<double>(std::max<Cents>(0, monthly_surplus));
  const double affordable = std::max(parameters.instalment_share_max * surplus, std::min(surplus, deduction));
  return annuity(loan.principal, loan.rate_per_month, static_cast<Cents>(std::min(std::ceil(wanted), affordable)));
}

Cents balance_after(const Loan& loan, Cents instalment, std::int32_t months) {
  const double debt = static_cast<double>(loan.principal);
  const double pay = static_cast<double>(instalment);
  const double rate = loan.rate_per_month;
  if (rate <= 0) return std::max<Cents>(0, loan.principal - instalment * months);
  const double growth = std::pow(1.0 + rate, months);
  const double balance = debt * growth - pay * (growth - 1.0) / rate;
  return std::max<Cents>(0, static_cast<Cents>(std::llround(balance)));
}

}  // namespace sojourn::model
