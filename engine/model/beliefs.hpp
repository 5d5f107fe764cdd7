#pragma once
// What people believe of pay and of the risk of dying abroad, and how they learn (MODEL 5.2, EQUATIONS 5.18).
#include <cstdint>
#include <limits>

#include "core/person.hpp"
#include "core/random.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// A bias (believed over true) after news of that weight: 0 leaves it, 1 sets it to 1. docs/model/beliefs.md, eq. 1.
[[nodiscard]] constexpr double learned(double bias, double weight) noexcept { return bias + weight * (1.0 - bias); }

/// Biases of those without and with a job abroad behind them.
[[nodiscard]] double pay_bias(bool experienced, const Parameters& parameters) noexcept;
[[nodiscard]] double death_bias(bool experienced, const Parameters& parameters) noexcept;

/// A bias after an orientation or a campaign of `quality` 0 to 1, for those whom it reaches.
[[nodiscard]] double oriented(double bias, double quality, const Parameters& parameters) noexcept;

/// How people differ in the risk that they believe in: factors on the common bias, log-normal, cut on both sides, of
/// mean 1.
class DeathBeliefs {
  double sd_, tail_, mean_, lowest_;

 public:
  explicit DeathBeliefs(const Parameters& parameters);
  /// The factor at a quantile in (0, 1).
  [[nodiscard]] double factor(double quantile) const;
  /// The person's own, the same through a life. A keyed draw.
  [[nodiscard]] double of(RunKey run, PersonId person) const;
  /// No one's is lower.
  [[nodiscard]] double lowest() const noexcept { return lowest_; }
};

/// Believed risk over the common belief of people with the same experience, from the factor on what a first-timer would
/// believe (own factor times news). 1 for a factor of 1; own experience leaves 1 - `belief_weight_own_job` of it.
[[nodiscard]] double relative_death_belief(double factor, bool experienced, const Parameters& parameters) noexcept;

/// What a community tells of deaths in one destination.
struct DeathNews {
  float ln_factor = 0;  ///< on the believed risk there
  float untold = 0;     ///< of the same unit: heard, and told on in the months to come
  std::int16_t latest =
      std::numeric_limits<std::int16_t>::min();  ///< months from any origin of time, of the last death
  std::int16_t earlier = std::numeric_limits<std::int16_t>::min();  ///< and of the one before
};

/// Takes up a death; `per_community` deaths among `community_persons` people (above 1 where one simulated person stands
/// for more).
void hear_of_death(DeathNews& news, std::int16_t month, double per_community, const Parameters& parameters) noexcept;
/// A month later: fades, and tells what is untold as far as a month holds.
void let_a_month_pass(DeathNews& news, const Parameters& parameters) noexcept;
/// Whether there is too little left to matter (below a thousandth of the belief).
[[nodiscard]] constexpr bool is_forgotten(const DeathNews& news) noexcept {
  return news.ln_factor < 1e-3F && news.untold <= 0;
}

/// Share of what news of pay from the members who came home this month corrects: 1 - (1 - weight)^returned.
[[nodiscard]] double told_of_pay(double returned_per_community, const Parameters& parameters) noexcept;
/// Its mean where `each_month` people come home a month in the mean (Poisson), each counting as `per_community` of the
/// above.
[[nodiscard]] double usually_told_of_pay(double each_month, double per_community,
                                         const Parameters& parameters) noexcept;
/// Bias that a community without returns drifts to, such that at the usual share told it stays at `pay_belief_bias`.
[[nodiscard]] double untold_pay_bias(double usually_told, const Parameters& parameters) noexcept;
/// A community's bias a month later: back towards `untold`, then corrected by the share told.
[[nodiscard]] double next_pay_bias(double bias, double untold, double told, const Parameters& parameters) noexcept;

}  // namespace sojourn::model
