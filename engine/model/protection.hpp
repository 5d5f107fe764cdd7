#pragma once
// Complaints: who dares, how long a case waits, what comes out (MODEL 5.11).
#include <cstdint>

#include "core/ids.hpp"
#include "core/units.hpp"
#include "model/levers/lever.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// What a complaint is about.
enum class Grievance : std::uint8_t { unpaid_wage, long_hours, threat, violence, injury };

/// What weighs for and against complaining (EQUATIONS 5.11).
struct ComplaintTerms {
  Grievance grievance = Grievance::unpaid_wage;
  double debt_over_half_year_wage = 0;
  bool knows_rights = false;   ///< oriented
  bool has_channel = false;    ///< a hotline, an attache or a union within reach
  double tied = 1;             ///< to one employer: 0 or 1 unless a rule is kept in part
  bool irregular = false;
  double protected_share = 0;  ///< of workers, from retaliation
};
/// Chance of complaining about one event: logistic(base + knowledge + channel + severity - fear (tied + b/2 + irregular)).
[[nodiscard]] double complaint_probability(const ComplaintTerms& terms, const Parameters& parameters);

/// Cases that a corridor's desk can close a month.
[[nodiscard]] double case_capacity(double workers_in_corridor, const Parameters& parameters) noexcept;

/// What a wage fund grants of wages owed at a return.
struct FundClaim {
  Cents amount = 0;
  std::int32_t months = 0;  ///< until it is paid; 0: with the return
};
/// Up to the fund's months of `wage`, paid after its days in whole months (docs/model/levers/wage-theft-fund.md).
[[nodiscard]] FundClaim fund_claim(const MarketTerms& terms, Cents owed, Cents wage) noexcept;

enum class CaseStep { waits, closes_with_remedy, closes_without, lapses };
/// What happens to one waiting case this month; `backlog` and `capacity` in cases, `u` and `v` uniform in (0, 1).
[[nodiscard]] CaseStep case_step(double backlog, double capacity, double u, double v, const Parameters& parameters) noexcept;

/// What a closed case means for the worker beside the money: stays, goes to another employer, goes home with what is owed,
/// or is dismissed for having complained.
enum class CaseOutcome { stays, transferred, repatriated, dismissed };
/// `remedied`: closed in the worker's favour; who was hurt then leaves that employer, the others stay. `u` is uniform in (0, 1).
/// `protected_share`: of workers, from retaliation.
[[nodiscard]] CaseOutcome case_outcome(Grievance grievance, bool remedied, double u, const Parameters& parameters,
                                       double protected_share = 0) noexcept;

/// What levers' desks for the workers of one corridor have to do; simulated persons and cases.
struct DeskLoad {
  double stock = 0, women_stock = 0;
  double waiting = 0;        ///< at the desks' doors: cases of workers whom they serve
  double women_waiting = 0;  ///< the same of the attaches for women
  double hurt = 0;           ///< threatened or beaten last month, of those whom a shelter would serve
  double attache_waiting = 0;  ///< cases of workers whom attaches serve
  double committee_waiting = 0;  ///< cases of workers for whom a committee meets
};
/// Chance that the desks close one waiting case this month: their places over those who wait there, at most what
/// `days_to_decide` leaves. `scale` persons for one simulated.
[[nodiscard]] double desk_chance(const MarketTerms& terms, const DeskLoad& load, Sex sex, int scale) noexcept;
/// The same of a committee of both countries, which settles `committee_cases_per_meeting` at each meeting.
[[nodiscard]] double committee_chance(const MarketTerms& terms, const DeskLoad& load, int scale, const Parameters& parameters) noexcept;
/// Share of workers with somebody to turn to: a hotline, or an attache, each of whom so many workers can reach.
[[nodiscard]] double channel_share(const MarketTerms& terms, const DeskLoad& load, Sex sex, int scale,
                                   const Parameters& parameters) noexcept;
/// Chance that who was hurt is brought to a shelter: reached by its line, still able to leave when help comes, and a place free.
[[nodiscard]] double shelter_chance(const MarketTerms& terms, const DeskLoad& load, int scale, const Parameters& parameters) noexcept;

}  // namespace sojourn::model
