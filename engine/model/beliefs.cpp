#include "model/beliefs.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::model {
namespace {

double normal_share_below(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

// What a month leaves of news.
double kept_a_month(const Parameters& parameters) noexcept {
  return std::exp2(-1.0 / parameters.belief_news_half_life_months);
}

}  // namespace

double pay_bias(bool experienced, const Parameters& parameters) noexcept {
  return experienced ? learned(parameters.pay_belief_bias, parameters.belief_weight_own_job)
                     : parameters.pay_belief_bias;
}

double death_bias(bool experienced, const Parameters& parameters) noexcept {
  return experienced ? learned(parameters.death_belief_bias, parameters.belief_weight_own_job)
                     : parameters.death_belief_bias;
}

double oriented(double bias, double quality, const Parameters& parameters) noexcept {
  return learned(bias, parameters.belief_weight_orientation * quality);
}

DeathBeliefs::DeathBeliefs(const Parameters& parameters)
    : sd_{parameters.death_belief_log_sd}, tail_{normal_share_below(-parameters.death_belief_cut_sd)} {
  const double cut = parameters.death_belief_cut_sd;
  mean_ = std::exp(0.5 * sd_ * sd_) * (normal_share_below(cut - sd_) - normal_share_below(-cut - sd_)) /
          (1.0 - 2.0 * tail_);
  lowest_ = sd_ <= 0 ? 1.0 : factor(0.0);
}

double DeathBeliefs::factor(double quantile) const {
  return std::exp(sd_ * normal_quantile(tail_ + quantile * (1.0 - 2.0 * tail_))) / mean_;
}

double DeathBeliefs::of(RunKey run, PersonId person) const {
  if (sd_ <= 0) return 1;
  return factor(RandomStream{run, person.key(), 0, Draw::death_belief}.uniform());
}

double relative_death_belief(double factor, bool experienced, const Parameters& parameters) noexcept {
  if (!experienced) return factor;
  return learned(parameters.death_belief_bias * factor, parameters.belief_weight_own_job) /
         death_bias(true, parameters);
}

void hear_of_death(DeathNews& news, std::int16_t month, double per_community, const Parameters& parameters) noexcept {
  const bool one_of_many = news.earlier > month - static_cast<std::int32_t>(parameters.death_news_cluster_months);
  const double factor = one_of_many ? parameters.death_news_cluster_factor : parameters.death_news_factor;
  news.untold += static_cast<float>(per_community * std::log(factor));
  news.earlier = news.latest;
  news.latest = month;
}

void let_a_month_pass(DeathNews& news, const Parameters& parameters) noexcept {
  const float told = std::min(news.untold, static_cast<float>(std::log(parameters.death_news_factor_ceiling)));
  news.untold -= told;
  news.ln_factor = news.ln_factor * static_cast<float>(kept_a_month(parameters)) + told;
}

double told_of_pay(double returned_per_community, const Parameters& parameters) noexcept {
  return 1.0 - std::pow(1.0 - parameters.belief_weight_return, returned_per_community);
}

double usually_told_of_pay(double each_month, double per_community, const Parameters& parameters) noexcept {
  return 1.0 - std::exp(-each_month * told_of_pay(per_community, parameters));
}

double untold_pay_bias(double usually_told, const Parameters& parameters) noexcept {
  // Where next_pay_bias keeps pay_belief_bias as it is.
  const double kept = kept_a_month(parameters);
  return 1.0 + (parameters.pay_belief_bias - 1.0) * (1.0 / (1.0 - usually_told) - kept) / (1.0 - kept);
}

double next_pay_bias(double bias, double untold, double told, const Parameters& parameters) noexcept {
  return learned(untold + (bias - untold) * kept_a_month(parameters), told);
}

}  // namespace sojourn::model
