// What a belief that differs from the common one is worth, by profile: made once a month, so that a person costs no
// sum.
#include <algorithm>
#include <cmath>

#include "model/orientation.hpp"
#include "sim/markets.hpp"

namespace sojourn::sim {

void Markets::make_beliefs() {
  belief_slopes_.resize(base_.origins.size() * 2 * skill_count * 2);
  destination_risks_.resize(belief_slopes_.size() * base_.destinations.size());
  // A community as communities_in_slice makes it, and the deaths or returns in `community_persons` for which one
  // counts.
  const double community = std::max(parameters_.community_persons, parameters_.community_simulated_min * scale_);
  news_weight_ = parameters_.community_persons * scale_ / community;
  std::vector<double> returns(base_.origins.size());  // usual ones, persons a month
  for (std::size_t k = 0; k < now_.size(); ++k) {
    if (now_[k].simulated)
      returns[index(now_[k].origin)] +=
          base_.markets[k].workers.value / base_.corridor(now_[k].corridor).mean_stay_months;
  }
  for (std::size_t o = 0; o < base_.origins.size(); ++o) {
    const double persons = base_.origins[o].working_age[0].value + base_.origins[o].working_age[1].value;
    const double each_month = persons > 0 ? returns[o] / persons * community / scale_ : 0.0;
    untold_pay_bias_.push_back(
        model::untold_pay_bias(model::usually_told_of_pay(each_month, news_weight_, parameters_), parameters_));
  }
}

void Markets::update_beliefs() {
  std::ranges::fill(belief_slopes_, BeliefSlopes{});
  std::ranges::fill(destination_risks_, DestinationRisk{});
  for (MarketNow& now : now_) {
    const double stay_risk =
        parameters_.death_value_usd * model::death_hazard(now.sex, parameters_) * now.expected_stay;
    now.pay_belief_usd = now.posted_wage * (1.0 - now.living_share) * now.present_value;
    for (std::size_t e = 0; e < 2; ++e) now.death_belief_usd[e] = stay_risk * model::death_bias(e == 1, parameters_);
  }
  std::vector<double> sums(belief_slopes_.size());
  for (const MarketNow& now : now_) {
    for (std::size_t s = index(now.lowest); s < skill_count; ++s) {
      for (std::size_t e = 0; e < 2; ++e) {
        const std::size_t place = profile(now.origin, now.sex, static_cast<Skill>(s)) * 2 + e;
        const double weight = choice_weights_[place].of_market[now.place];
        sums[place] += weight;
        belief_slopes_[place].pay_usd += weight * now.pay_belief_usd;
        belief_slopes_[place].death_usd += weight * now.death_belief_usd[e];
        DestinationRisk& risk = destination_risks_[place * base_.destinations.size() + index(now.destination)];
        risk.share += weight;
        risk.death_usd += weight * now.death_belief_usd[e];
      }
    }
  }
  for (std::size_t place = 0; place < sums.size(); ++place) {
    if (sums[place] <= 0) continue;
    belief_slopes_[place].pay_usd /= sums[place];
    belief_slopes_[place].death_usd /= sums[place];
    for (std::size_t d = 0; d < base_.destinations.size(); ++d) {
      DestinationRisk& risk = destination_risks_[place * base_.destinations.size() + d];
      if (risk.share > 0) risk.death_usd /= risk.share;
      risk.share /= sums[place];
    }
  }
}

double Markets::campaign_weight(double shift_usd) const noexcept {
  return std::exp(shift_usd / (parameters_.market_choice_scale * parameters_.search_scale_usd));
}

// What a campaign moves in each market, and in the log-sum over the markets of a profile.
void Markets::update_campaigns() {
  any_campaign_ = seen_.campaigns;
  if (!any_campaign_) return;
  campaign_gain_.assign(belief_slopes_.size(), 0.0);
  widest_campaign_.assign(belief_slopes_.size() / 2, 0.0);
  std::vector<double> all(belief_slopes_.size()), told(belief_slopes_.size());
  for (MarketNow& now : now_) {
    for (std::size_t s = index(now.lowest); s < skill_count; ++s) {
      const model::MarketTerms& terms = now.terms[s];
      const std::size_t place = profile(now.origin, now.sex, static_cast<Skill>(s));
      widest_campaign_[place] =
          std::max(widest_campaign_[place], widest(now, static_cast<Skill>(s), &model::MarketTerms::campaign_reached));
      for (std::size_t e = 0; e < 2; ++e) {
        const bool reaches = terms.campaign_reached > 0;
        const model::BeliefWorth worth{.pay_usd = now.pay_belief_usd, .death_usd = now.death_belief_usd[e], .experienced = e == 1};
        now.campaign_usd[s][e] = reaches ? model::campaign_shift(terms, worth, parameters_).value() : 0.0;
        if (now.personal >= 0) now.campaign_usd[s][e] = tell_some(now, static_cast<Skill>(s), worth);
        const double weight = choice_weights_[place * 2 + e].of_market[now.place];
        all[place * 2 + e] += weight;
        told[place * 2 + e] += weight * campaign_weight(now.campaign_usd[s][e]);
      }
    }
  }
  const double scale = parameters_.market_choice_scale * parameters_.search_scale_usd;
  for (std::size_t place = 0; place < all.size(); ++place) {
    if (all[place] > 0 && told[place] > 0) campaign_gain_[place] = scale * std::log(told[place] / all[place]);
  }
}

double Markets::highest_belief_shift(OriginId origin, Sex sex, Skill skill) const noexcept {
  const BeliefSlopes& slopes = belief_slopes(origin, sex, skill, false);
  return slopes.death_usd * (1.0 - death_beliefs_.lowest()) +
         slopes.pay_usd * std::max(0.0, untold_pay_bias(origin) - parameters_.pay_belief_bias) +
         std::max(0.0, campaign_gain(origin, sex, skill, false)) + most_search_help(origin, sex, skill);
}

}  // namespace sojourn::sim
