#pragma once
// What people are told: by a campaign before they decide, which moves beliefs, and in a course before they leave, which
// leaves knowledge (MODEL 5.2, 5.8, 5.11, 5.18).
#include "core/units.hpp"
#include "model/levers/lever.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Whether a campaign reaches a person for this market: the same persons in every scenario. `u` uniform in (0, 1), drawn
/// once in a life.
[[nodiscard]] bool reached_by_campaign(const MarketTerms& terms, double u) noexcept;

/// What beliefs weigh in the gain of one market, USD.
struct BeliefWorth {
  double pay_usd = 0;    ///< of a bias on pay higher by 1
  double death_usd = 0;  ///< of the believed risk of death, at the common bias
  bool experienced = false;
};
/// What a market is worth to whom a campaign reaches, over what it is to others, USD: each bias moved towards the truth by
/// `belief_weight_orientation` x accuracy (EQUATIONS 5.18).
[[nodiscard]] Usd campaign_shift(const MarketTerms& terms, const BeliefWorth& worth, const Parameters& parameters) noexcept;

/// Whether who leaves knows contract and rights: the share covered, times the quality of the course. `u` uniform in (0, 1).
[[nodiscard]] bool is_informed(const MarketTerms& terms, double u) noexcept;

}  // namespace sojourn::model
