#pragma once
// What may be done to a worker abroad: levels by place and sector, who is exposed more, and forced labour (MODEL 5.9).
#include <array>
#include <cstdint>

#include "core/ids.hpp"
#include "model/base_year.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Hazards of harm a month at an employer of factor 1, by destination and sector (EQUATIONS 5.9).
struct HarmHazards {
  double wage_withheld = 0;  ///< a spell of late or missing pay begins
  double long_hours = 0;     ///< hours, on-call or tasks imposed and not agreed
  double threat = 0;         ///< threats, psychological violence
  double violence = 0;       ///< physical or sexual
  double injury = 0;         ///< occupational, severe and mild together
  double dismissal = 0;
  [[nodiscard]] double total() const noexcept { return wage_withheld + long_hours + threat + violence + injury + dismissal; }
  [[nodiscard]] HarmHazards times(double factor) const noexcept {
    return {wage_withheld * factor, long_hours * factor, threat * factor, violence * factor, injury * factor, dismissal * factor};
  }
};
/// `household_factor` is the destination's, on abuse of domestic workers. Sponsorship is the market's: an open border ties nobody.
[[nodiscard]] HarmHazards harm_hazards(Sponsorship sponsorship, double household_factor, Sector sector,
                                       const Parameters& parameters) noexcept;

/// Hazard of going home because of it, at an employer of factor 1.
[[nodiscard]] double exits_by_harm(const HarmHazards& hazards, const Parameters& parameters) noexcept;

/// What makes one worker more exposed than another at the same employer.
struct Exposed {
  bool irregular = false;
  bool confined = false;
  double debt_over_half_year_wage = 0;
};
/// Relative risk rr(status, isolation, debt), 1 for a free worker without debt (EQUATIONS 5.9).
[[nodiscard]] double relative_risk(const Exposed& worker, const Parameters& parameters) noexcept;

/// Causes of death abroad, added up (EQUATIONS 5.9): shares of all deaths.
enum class DeathCause : std::uint8_t { natural, traffic, suicide, work, other };
[[nodiscard]] DeathCause death_cause(double u, const Parameters& parameters) noexcept;
/// Whether an occupational injury is severe.
[[nodiscard]] bool is_severe(double u, const Parameters& parameters) noexcept;

/// What one job has been like: months count from the same origin as calendar months; `never` before any.
struct JobRecord {
  static constexpr std::int16_t never = INT16_MIN;
  std::int16_t began = never;            ///< arrival in this job
  std::int16_t unpaid = never;           ///< last month without full pay
  std::int16_t held_back = never;        ///< last month without pay after another one
  std::int16_t long_hours = never;       ///< last time that hours or tasks were imposed
  std::int16_t hurt = never;             ///< last violence or threat
  bool deceived = false;                 ///< worse than what was agreed
  bool passport_refused = false;         ///< kept, and not given back when needed
  bool confined = false;
};
inline constexpr std::int32_t reference_window_months = 12;  ///< ICLS guidelines of 2018

/// A sign of involuntary work in the twelve months to `month` (ICLS 2018): deceived on the job or its terms, hours or tasks
/// imposed, little or no pay, not free to leave.
[[nodiscard]] bool is_involuntary(const JobRecord& job, std::int32_t month) noexcept;
/// A menace of penalty in that window: violence or threat, confinement, documents kept and refused, pay held back month after
/// month.
[[nodiscard]] bool is_under_menace(const JobRecord& job, std::int32_t month) noexcept;
/// Both, in the same job (ICLS 2018). A fee, a debt, irregular status or a passport kept by consent alone is not it.
[[nodiscard]] bool in_forced_labour(const JobRecord& job, std::int32_t month) noexcept;
/// The month in which what holds now may have ended: the first in which a sign falls out of the window.
[[nodiscard]] std::int32_t next_review(const JobRecord& job, std::int32_t month) noexcept;

}  // namespace sojourn::model
