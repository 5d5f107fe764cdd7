#pragma once
// Complaints: who dares, how long a case waits, what comes out (MODEL 5.11).
#include <cstdint>

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
  bool tied = true;            ///< to one employer
  bool irregular = false;
};
/// Chance of complaining about one event: logistic(base + knowledge + channel + severity - fear (tied + b/2 + irregular)).
[[nodiscard]] double complaint_probability(const ComplaintTerms& terms, const Parameters& parameters);

/// Cases that a corridor's desk can close a month.
[[nodiscard]] double case_capacity(double workers_in_corridor, const Parameters& parameters) noexcept;

enum class CaseStep { waits, closes_with_remedy, closes_without, lapses };
/// What happens to one waiting case this month; `backlog` and `capacity` in cases, `u` and `v` uniform in (0, 1).
[[nodiscard]] CaseStep case_step(double backlog, double capacity, double u, double v, const Parameters& parameters) noexcept;

/// What a closed case means for the worker beside the money: stays, goes to another employer, goes home with what is owed,
/// or is dismissed for having complained.
enum class CaseOutcome { stays, transferred, repatriated, dismissed };
/// `remedied`: closed in the worker's favour; who was hurt then leaves that employer, the others stay. `u` is uniform in (0, 1).
[[nodiscard]] CaseOutcome case_outcome(Grievance grievance, bool remedied, double u, const Parameters& parameters) noexcept;

}  // namespace sojourn::model
