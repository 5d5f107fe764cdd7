#pragma once
// What may happen to a worker abroad between arrival and contract end: competing hazards (MODEL 5.9, 5.10, 5.12).
#include <cstdint>

#include "core/ids.hpp"
#include "core/units.hpp"
#include "model/harm.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Monthly hazards of one market, before what is one worker's own.
struct EmploymentHazards {
  // the same for everybody in the market
  double death = 0;
  double early_own = 0;        ///< family, health, own choice
  double illness = 0;          ///< serious enough to lose the month
  double layoff = 0;
  double home_leave = 0;       ///< comes home on leave and goes back to the same job (counted by PHL)
  // multiplied by the employer's factor and the worker's relative risk
  HarmHazards harm;
  // multiplied by what drives the worker to leave (mobility.hpp)
  double job_request = 0;      ///< asks to change employer, where that is lawful
  double absconding = 0;       ///< leaves a tied employer without leave
  // irregular workers alone
  double removal = 0;          ///< found and deported, or goes home

  [[nodiscard]] double common() const noexcept { return death + early_own + illness + layoff + home_leave; }
  /// Sum for a regular worker whose every factor is 1: what an alarm clock runs at, at least.
  [[nodiscard]] double total() const noexcept { return common() + harm.total() + job_request + absconding; }
};

/// What multiplies the hazards of one worker.
struct OwnFactors {
  double harm = 1;     ///< of the employer, times relative_risk
  double request = 1;  ///< mobility.hpp
  double abscond = 1;
  bool irregular = false;
};
/// Sum of one worker's hazards.
[[nodiscard]] double total_hazard(const EmploymentHazards& hazards, const OwnFactors& own) noexcept;
/// How much faster than the market's clock an alarm must run for this worker: at least total_hazard over total, now and for
/// as long as the factors do not rise, whatever levels the hazards of everybody and of harm take. Where requests, absconding
/// or removal become more likely in a market, its alarms must be set anew. `least_total` is the lowest sum that the clock
/// ever runs at.
[[nodiscard]] double alarm_factor(const EmploymentHazards& hazards, const OwnFactors& own, double least_total) noexcept;

enum class EmploymentEvent : std::uint8_t {
  none, death, early_own, illness, layoff, home_leave, wage_withheld, long_hours, threat, violence, injury, dismissal,
  job_request, absconding, removal
};

/// Hazard of dying abroad, per month.
[[nodiscard]] double death_hazard(Sex sex, const Parameters& parameters) noexcept;

/// When an alarm rings that ran at `bound` (at least total_hazard): which event it was, or none. `u` is uniform in (0, 1).
[[nodiscard]] EmploymentEvent event_at_alarm(const EmploymentHazards& hazards, const OwnFactors& own, double bound, double u) noexcept;

}  // namespace sojourn::model
