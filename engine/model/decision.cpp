#include "model/decision.hpp"

#include <algorithm>
#include <cmath>

#include "core/random.hpp"
#include "model/beliefs.hpp"

namespace sojourn::model {

double present_value_months(Months stay, double discount_per_month) {
  return (1.0 - std::pow(1.0 + discount_per_month, -stay.value())) / discount_per_month;
}

Skill lowest_skill(Sector sector) noexcept {
  switch (sector) {
    case Sector::professional: return Skill::high;
    case Sector::transport:
    case Sector::care_health: return Skill::medium;
    default: return Skill::elementary;
  }
}

double cost_with_interest(const Parameters& parameters) noexcept {
  return 1.0 + parameters.lender_rate_per_year * parameters.repayment_target_months / 24.0;
}

Usd perceived_gain(const MarketView& market, const Parameters& parameters) {
  const double stay = market.expected_stay.value();
  const double pay = market.wage.value() * pay_bias(market.experienced, parameters);
  const double surplus = pay * (1.0 - market.living_share) - market.home_wage.value();
  return Usd{surplus * market.present_value - market.expected_cost.value() * cost_with_interest(parameters) -
             parameters.death_value_usd * market.death_hazard * death_bias(market.experienced, parameters) * stay -
             parameters.harm_value_usd * parameters.perceived_harm_probability -
             parameters.separation_usd_per_month * stay};
}

double age_factor(int age_years, const Parameters& parameters) {
  if (age_years < parameters.age_search_youngest_years || age_years > parameters.age_search_oldest_years) return 0;
  const int years_past_thirty = std::max(0, age_years - 30);
  return std::pow(1.0 - parameters.search_hazard_age_decline_per_year, years_past_thirty);
}

double network_index(double share_of_community_abroad, bool experienced, const Parameters& parameters) noexcept {
  if (experienced) return parameters.network_effect * parameters.experience_effect;
  return parameters.network_effect * std::min(share_of_community_abroad, 0.2) / 0.1;
}

double kept_home_by_norms(Sex sex, bool experienced, double share_of_community_abroad, const Parameters& parameters) {
  if (sex != Sex::women || experienced) return 0;
  return parameters.norms_keep_women_home * std::exp(-parameters.norms_fade_per_share_abroad * share_of_community_abroad);
}

PerMonth search_hazard(Usd gain_of_all_markets, double taste, double taste_mean, double network, double age,
                       const Parameters& parameters) {
  const double index = (gain_of_all_markets.value() + parameters.taste_sd_usd * (taste - taste_mean)) /
                           parameters.search_scale_usd + network;
  return PerMonth{parameters.search_hazard_max_per_month * age * logistic(index)};
}

double acceptance_probability(Usd gain, double taste, double taste_mean, const Parameters& parameters) {
  return logistic((gain.value() + parameters.taste_sd_usd * (taste - taste_mean)) / parameters.accept_scale_usd);
}

Usd short_without_help(PerMonth drawn, PerMonth unaided, double age, const Parameters& parameters) {
  if (drawn.value() < unaided.value()) return Usd{0};
  const double highest = parameters.search_hazard_max_per_month * age;
  const auto log_odds = [highest](double hazard) { return std::log(hazard / (highest - hazard)); };
  return Usd{parameters.search_scale_usd * (log_odds(drawn.value()) - log_odds(unaided.value()))};
}

double acceptance_draw(double u, Usd short_of, const Parameters& parameters) {
  if (short_of.value() <= 0) return u;
  return logistic(std::log(u / (1.0 - u)) + short_of.value() / parameters.accept_scale_usd);
}

double choice_weight(double recent_orders_share, double tightness, Usd gain, const Parameters& parameters) {
  if (recent_orders_share <= 0) return 0;
  const double scale = parameters.market_choice_scale * parameters.search_scale_usd;
  // Gains of any size stay finite; differences that matter lie within a few scales.
  const double exponent = std::clamp(gain.value() / scale, -200.0, 200.0);
  return recent_orders_share * std::min(1.0, 1.0 / std::max(tightness, 1e-9)) * std::exp(exponent);
}

}  // namespace sojourn::model
