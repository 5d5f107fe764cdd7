#pragma once
// Life after return: work, enterprise, health, distress, and how far a person has settled in again (MODEL 5.14).
#include <cstdint>

#include "core/ids.hpp"
#include "core/random.hpp"
#include "core/units.hpp"
#include "model/finance.hpp"
#include "model/levers/lever.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// What somebody brings home of the time abroad, beside money.
struct Experience {
  bool violation = false;   ///< by the employer, reason of the return
  Cents owed_lost = 0;      ///< wages that stay unpaid
  double debt_ratio = 0;    ///< debt left over a year's home wage
  int months = 0;           ///< abroad, this stay
  bool harmed = false;      ///< violence, confinement or forced labour
  bool injured = false;
};

/// What a programme for returnees does for one of them, as bits.
enum class Support : std::uint8_t { economic = 1, social = 2, psychosocial = 4 };
[[nodiscard]] constexpr bool has(std::uint8_t support, Support part) noexcept { return (support & static_cast<std::uint8_t>(part)) != 0; }
/// Factor on the hazard of finding work at home, while economic support lasts; 1 without.
[[nodiscard]] double job_factor(std::uint8_t support, const Parameters& parameters) noexcept;
/// Who may take a seat of a programme this month: persons expected, of both sexes and women among them.
struct SeatsAsked {
  double all = 0, women = 0;
};
/// Shares of them who get one.
struct SeatsGranted {
  double women = 1, men = 1;
};
/// `seats` persons a month, by lot, of which a share `kept` is for women: more of them are served where the lot would give
/// them fewer, and seats that they leave are for men (docs/model/reintegration.md, eq. 8). Without a share kept, one share for all.
[[nodiscard]] SeatsGranted seats_granted(double seats, const SeatsAsked& asked, double kept) noexcept;

/// What a person back home lives on.
enum class HomeWork : std::uint8_t { seeking, wage_work, enterprise, inactive };

/// Hazard of finding wage work at home in a month: by sex, times the origin's market, what health leaves and what a
/// certificate for skills gained abroad adds.
[[nodiscard]] double job_hazard(Sex sex, double market, bool impaired, const Parameters& parameters, bool certified = false) noexcept;
/// Chance of still having no work after so many months at home: (1 - hazard)^months.
[[nodiscard]] double still_without_work(double hazard, std::int32_t months) noexcept;
/// Price of an enterprise, cents.
[[nodiscard]] Cents enterprise_entry(UsdPerMonth home_wage, const Parameters& parameters) noexcept;
/// The month's answer of somebody who seeks work or runs an enterprise; others stay what they are. Wage work goes before the
/// enterprise, which needs `savings` of the entry cost.
[[nodiscard]] HomeWork next_work(HomeWork now, double hazard, Cents savings, Cents entry, RandomStream& stream, const Parameters& parameters);

/// Whether somebody who seeks work and would begin an enterprise lacks money that a programme's loan covers: what the
/// savings leave of the price, up to the limit (docs/model/reintegration.md, eq. 7).
[[nodiscard]] bool lacks_credit(HomeWork now, Cents savings, Cents entry, const MarketTerms& terms) noexcept;
/// A debt at home as a loan for an enterprise leaves it.
struct HomeDebt {
  Loan loan;
  Service service;
};
/// The loan joins what is left of older debts at the mean rate: its annuity over the term comes to their instalment, as far
/// as the home wage lets debts be served.
[[nodiscard]] HomeDebt with_enterprise_loan(const Loan& older, Cents instalment, Cents lent, const MarketTerms& terms,
                                            UsdPerMonth home_wage, const Parameters& parameters);

/// Distress on return, 0 to 1, from what happened abroad (docs/model/reintegration.md, eq. 3). Weights are assumed.
[[nodiscard]] double distress_on_return(const Experience& experience, UsdPerMonth home_wage, const Parameters& parameters);
/// What is left of a value after `months` at a half-life.
[[nodiscard]] double after_half_lives(double value, std::int32_t months, double half_life_months) noexcept;
/// Months until health no longer hinders work, geometric at `recovery_per_month`; at least 1.
[[nodiscard]] std::int32_t months_to_recover(double u, const Parameters& parameters) noexcept;

/// State of one person at home, from which the index is made.
struct HomeState {
  HomeWork work = HomeWork::seeking;
  double debt_ratio = 0;         ///< debt over a year's home wage
  double distress_on_return = 0;
  int months_abroad = 0;         ///< last stay
  std::int32_t months_home = 0;
  std::uint8_t support = 0;      ///< bits of Support: what it shortens is the person's own state, and it adds nothing to a score
};
/// Three scores between 0 and 1 and their mean.
struct Reintegration {
  double economic = 0, social = 0, psychosocial = 0;
  [[nodiscard]] double index() const noexcept { return (economic + social + psychosocial) / 3; }
};
[[nodiscard]] Reintegration reintegration(const HomeState& state, const Parameters& parameters) noexcept;

}  // namespace sojourn::model
