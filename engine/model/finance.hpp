#pragma once
// How a worker finds the money, and how the debt is paid back (MODEL 5.6).
#include <cstdint>

#include "core/units.hpp"
#include "model/parameters.hpp"
#include "model/people.hpp"

namespace sojourn::model {

/// What a person can find, source by source, in the order in which it is used.
struct Liquidity {
  double own_usd = 0;
  double relatives_usd = 0;     ///< without interest
  double microcredit_usd = 0;   ///< after a programme's loan
  double lender_usd = 0;        ///< on pledged land
  double programme_usd = 0;     ///< a migration loan, before microcredit; 0 without
  double programme_rate_per_year = 0;
  double programme_term_months = 0;
  [[nodiscard]] Usd total() const noexcept { return Usd{own_usd + relatives_usd + microcredit_usd + lender_usd + programme_usd}; }
};
/// Limits follow the home wage; relatives lend more where more of the community is abroad.
[[nodiscard]] Liquidity liquidity(const Wealth& wealth, UsdPerMonth home_wage, double share_of_community_abroad,
                                  const Parameters& parameters) noexcept;

/// A loan as agreed at departure: equal instalments, the last one smaller, a twelfth of the yearly rate a month.
struct Loan {
  Cents principal = 0;
  double rate_per_month = 0;
  bool pledged = false;  ///< a moneylender holds land for part of it
  double term_months = 0;  ///< over which it is to be repaid, the mean of its parts; 0: `repayment_target_months`
  Cents advanced = 0;    ///< of the principal: advanced by the agency without interest, taken from wages
};
/// The loan that covers `cost` beyond own money; principal 0 if own money is enough.
[[nodiscard]] Loan loan_for(Cents cost, const Liquidity& limits, const Parameters& parameters) noexcept;

/// A loan with what an agency advances against wages added; the rate is the mean over the whole debt.
[[nodiscard]] Loan with_advance(const Loan& loan, Cents advanced) noexcept;

/// How a loan is served out of a monthly surplus.
struct Service {
  Cents instalment = 0;
  std::int32_t months = 0;    ///< until repaid; `never_repaid` if the instalment does not cover the interest
  Cents last_instalment = 0;  ///< what is due in the last month
};
inline constexpr std::int32_t never_repaid = 30'000;
/// Instalment = min(annuity over its term and a part of `deduction_months` of what the agency advanced,
/// instalment_share_max of the surplus); that part is taken from wages even where it is all of the surplus.
[[nodiscard]] Service service_of(const Loan& loan, Cents monthly_surplus, const Parameters& parameters);
/// Annuity at a given most-affordable instalment: months n = -ln(1 - B r / p) / ln(1 + r), rounded up.
[[nodiscard]] Service annuity(Cents balance, double rate_per_month, Cents instalment);
/// Balance after `months` instalments, in closed form, never below 0.
[[nodiscard]] Cents balance_after(const Loan& loan, Cents instalment, std::int32_t months);

}  // namespace sojourn::model
