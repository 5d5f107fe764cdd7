#include "model/orientation.hpp"

#include "model/beliefs.hpp"

namespace sojourn::model {

bool reached_by_campaign(const MarketTerms& terms, double u) noexcept { return u < terms.campaign_reached; }

Usd campaign_shift(const MarketTerms& terms, const BeliefWorth& worth, const Parameters& parameters) noexcept {
  const double pay = pay_bias(worth.experienced, parameters), death = death_bias(worth.experienced, parameters);
  const double pay_told = oriented(pay, terms.campaign_pay_accuracy, parameters);
  const double death_told = oriented(death, terms.campaign_risk_accuracy, parameters);
  return Usd{worth.pay_usd * (pay_told - pay) - worth.death_usd * (death_told - death) / death};
}

bool is_informed(const MarketTerms& terms, double u) noexcept { return u < terms.orientation_covered * terms.orientation_quality; }

}  // namespace sojourn::model
