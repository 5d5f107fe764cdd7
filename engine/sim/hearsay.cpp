#include "sim/hearsay.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sojourn::sim {

void Hearsay::member_died(std::uint32_t community, DestinationId destination, std::int32_t months_of_run,
                          const Markets& markets) {
  const std::pair key{community, destination};
  auto place = std::ranges::lower_bound(told_, key, {}, [](const Told& told) {
    return std::pair{told.community, told.destination};
  });
  if (place == told_.end() || place->community != community || place->destination != destination) {
    place = told_.insert(place, {.community = community, .destination = destination, .news = {}});
  }
  model::hear_of_death(place->news, static_cast<std::int16_t>(months_of_run), markets.news_weight(),
                       markets.parameters());
}

void Hearsay::pass_month(const Markets& markets) {
  const model::Parameters& parameters = markets.parameters();
  for (Told& told : told_) model::let_a_month_pass(told.news, parameters);
  std::erase_if(told_, [](const Told& told) { return model::is_forgotten(told.news); });
  for (std::size_t c = 0; c < origins_.size(); ++c) {
    const double told = returned_[c] > 0 ? model::told_of_pay(returned_[c] * markets.news_weight(), parameters) : 0.0;
    pay_bias_[c] = static_cast<float>(model::next_pay_bias(static_cast<double>(pay_bias_[c]),
                                                           markets.untold_pay_bias(origins_[c]), told, parameters));
    returned_[c] = 0;
  }
}

double Hearsay::pay_shift(std::uint32_t community, bool experienced,
                          const model::Parameters& parameters) const noexcept {
  const double heard = pay_bias(community) - parameters.pay_belief_bias;
  return experienced ? (1.0 - parameters.belief_weight_own_job) * heard : heard;
}

double Hearsay::gain_shift(std::uint32_t community, double own, OriginId origin, Sex sex, Skill skill, bool experienced,
                           const Markets& markets) const {
  const model::Parameters& parameters = markets.parameters();
  const BeliefSlopes& slopes = markets.belief_slopes(origin, sex, skill, experienced);
  const double risk = model::relative_death_belief(own, experienced, parameters);
  const double shift = slopes.pay_usd * pay_shift(community, experienced, parameters) - slopes.death_usd * (risk - 1.0);
  // Destinations with news weigh less in the log-sum: exact, since one may lose all its weight and the others stay.
  const double scale = parameters.market_choice_scale * parameters.search_scale_usd;
  double lost = 0;
  for (auto told = std::ranges::lower_bound(told_, community, {}, &Told::community);
       told != told_.end() && told->community == community; ++told) {
    const DestinationRisk& there = markets.destination_risk(origin, sex, skill, experienced, told->destination);
    const double believed = model::relative_death_belief(own * std::exp(static_cast<double>(told->news.ln_factor)),
                                                         experienced, parameters);
    lost -= there.share * std::expm1(-there.death_usd * (believed - risk) / scale);
  }
  return lost > 0 ? shift + scale * std::log1p(-std::min(lost, 1.0 - 1e-9)) : shift;
}

double Hearsay::market_shift(std::uint32_t community, double own, bool experienced, const MarketNow& market,
                             const model::Parameters& parameters) const {
  const double believed =
      model::relative_death_belief(own * news_factor(community, market.destination), experienced, parameters);
  return market.pay_belief_usd * pay_shift(community, experienced, parameters) -
         market.death_belief_usd[experienced ? 1 : 0] * (believed - 1.0);
}

double Hearsay::news_factor(std::uint32_t community, DestinationId destination) const {
  for (auto told = std::ranges::lower_bound(told_, community, {}, &Told::community);
       told != told_.end() && told->community == community; ++told) {
    if (told->destination == destination) return std::exp(static_cast<double>(told->news.ln_factor));
  }
  return 1;
}

}  // namespace sojourn::sim
