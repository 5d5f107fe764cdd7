#include "model/recruitment.hpp"

#include <algorithm>
#include <cmath>

#include "model/recognition.hpp"

namespace sojourn::model {

double rank(bool experienced, Usd gain, Usd payable, Usd price, double chance, const Parameters& parameters, bool certified) {
  const double fit = experienced ? parameters.rank_experience : 0.0;
  const double keenness = parameters.rank_gain_weight * 4.0 * gain.value() / parameters.taste_sd_usd;
  const double means = price.value() > 1.0 && payable.value() > 1.0
                           ? parameters.rank_payment_weight * std::log(payable.value() / price.value()) : 0.0;
  return fit + keenness + means + chance + (certified ? certificate_rank(parameters) : 0.0);
}

double fraud_probability(double honesty, double links, const Parameters& parameters) noexcept {
  // Mean `fraud_share` at mean honesty 0.5 and the mean chain: the published share of payers who never leave.
  const double chain = links / parameters.recruitment_chain_links;
  return std::clamp(parameters.fraud_share * 2.0 * (1.0 - honesty) * chain, 0.0, 0.95);
}

Processing processing(RandomStream stream, double mean_months, const Parameters& parameters) {
  const double stage = mean_months / 3.0;
  const double time = stage * (stream.exponential() + stream.exponential() + stream.exponential());
  Processing result;
  result.months = std::max(1, static_cast<std::int32_t>(std::lround(time)));
  if (parameters.drop_out_per_month <= 0) return result;
  const double leaves_after = stream.exponential() / -std::log1p(-parameters.drop_out_per_month);
  if (leaves_after < time) {
    result.drops_out = true;
    result.months = std::max(1, static_cast<std::int32_t>(std::lround(leaves_after)));
  }
  return result;
}

}  // namespace sojourn::model
