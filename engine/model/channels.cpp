#include "model/channels.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/decision.hpp"

namespace sojourn::model {

RecruitmentRegime market_regime(RecruitmentRegime destination, Sector sector) noexcept {
  const bool domestic = sector == Sector::domestic_work;
  switch (destination) {
    case RecruitmentRegime::government: return sector == Sector::professional ? RecruitmentRegime::open : destination;
    case RecruitmentRegime::visa_sold: return domestic ? RecruitmentRegime::open : destination;
    case RecruitmentRegime::wages_deducted: return domestic ? destination : RecruitmentRegime::open;
    case RecruitmentRegime::open_border: return destination;
    case RecruitmentRegime::open: break;
  }
  return RecruitmentRegime::open;
}

Access access_of(RunKey run, std::uint64_t person_key) {
  RandomStream stream{run, person_key, 0, Draw::reach};
  Access access;
  access.distance = stream.uniform();
  access.tie_draw = stream.uniform();
  return access;
}

double tie_probability(double share_of_community_abroad, bool experienced, const Parameters& parameters) noexcept {
  if (experienced) return parameters.direct_ties_experienced;
  return std::clamp(parameters.direct_ties_per_share_abroad * share_of_community_abroad, 0.0, 1.0);
}

std::uint8_t chain_links(Recruiter recruiter, double distance, const Parameters& parameters, bool registered) noexcept {
  switch (recruiter) {
    case Recruiter::agency: return 1;
    case Recruiter::sub_agents: return static_cast<std::uint8_t>((distance > 1.0 - parameters.chain_far_share ? 3 : 2) - (registered ? 1 : 0));
    case Recruiter::irregular: return 2;
    case Recruiter::direct:
    case Recruiter::government: break;
  }
  return 0;
}

double share_through_links(double market_share, double links, const Parameters& parameters) {
  const double longer = market_share * std::exp(parameters.rent_chain_logit * (links - parameters.recruitment_chain_links));
  return longer / (1.0 - market_share + longer);
}

double rent_factor(Recruiter recruiter, RecruitmentRegime regime, const Parameters& parameters) noexcept {
  if (recruiter == Recruiter::government || regime == RecruitmentRegime::open_border) return 0;
  if (recruiter != Recruiter::direct) return 1;
  return regime == RecruitmentRegime::visa_sold ? parameters.rent_share_employer_visa : parameters.direct_rent_factor;
}

namespace {

constexpr std::size_t at(Recruiter recruiter) noexcept { return static_cast<std::size_t>(recruiter); }

/// Rent with interest and effort of each private way, USD, and the least of those that are open.
struct Burdens {
  std::array<double, 3> usd{};
  double least = 0;
};
Burdens burdens_of(const ChannelRents& rents, double distance, bool tie, const Parameters& parameters) {
  const double interest = cost_with_interest(parameters);
  Burdens burdens;
  for (std::size_t c = 0; c < rents.size(); ++c) burdens.usd[c] = rents[c] * interest;
  burdens.usd[at(Recruiter::agency)] += 2.0 * distance * parameters.agency_reach_cost_usd;
  burdens.least = std::min(burdens.usd[at(Recruiter::agency)], burdens.usd[at(Recruiter::sub_agents)]);
  if (tie) burdens.least = std::min(burdens.least, burdens.usd[at(Recruiter::direct)]);
  return burdens;
}

}  // namespace

std::array<double, 3> channel_weights(const ChannelRents& rents, double distance, bool tie, const Parameters& parameters) {
  const double scale = parameters.channel_choice_scale * parameters.search_scale_usd;
  const Burdens burdens = burdens_of(rents, distance, tie, parameters);
  std::array<double, 3> weights{};
  for (std::size_t c = 0; c < rents.size(); ++c) weights[c] = std::exp((burdens.least - burdens.usd[c]) / scale);
  if (!tie) weights[at(Recruiter::direct)] = 0;
  return weights;
}

double burden_of_private_ways(const ChannelRents& rents, double distance, bool tie, const Parameters& parameters) {
  double sum = 0;
  for (const double weight : channel_weights(rents, distance, tie, parameters)) sum += weight;
  const double scale = parameters.channel_choice_scale * parameters.search_scale_usd;
  return burdens_of(rents, distance, tie, parameters).least - scale * std::log(sum);
}

Recruiter choose_channel(const std::array<double, 3>& weights, RandomStream stream) {
  std::size_t first = 0;
  double lowest = std::numeric_limits<double>::infinity();
  for (std::size_t c = 0; c < weights.size(); ++c) {
    const double u = stream.uniform();  // one draw a way, open or not
    const double time = weights[c] > 0 ? -std::log(u) / weights[c] : std::numeric_limits<double>::infinity();
    if (time < lowest) {
      lowest = time;
      first = c;
    }
  }
  return static_cast<Recruiter>(first);
}

RentSplit rent_split(RecruitmentRegime regime, Recruiter recruiter, const Parameters& parameters) noexcept {
  if (recruiter == Recruiter::direct) return {.employer = 1, .agency_of_rest = 0};
  RentSplit split;
  split.employer = regime == RecruitmentRegime::visa_sold ? parameters.rent_share_employer_visa : parameters.rent_share_employer;
  const bool chain = recruiter == Recruiter::sub_agents || recruiter == Recruiter::irregular;
  split.agency_of_rest = chain ? parameters.rent_share_agency / (1.0 - parameters.rent_share_employer) : 1.0;
  return split;
}

double roster_rank(double score, int months_waited, const Parameters& parameters) {
  const double waited = std::clamp(months_waited / parameters.roster_validity_months, 0.0, 1.0);
  return std::floor(score / parameters.roster_score_band_sd) + 0.999 * waited;
}

bool off_the_roster(int months_waited, const Parameters& parameters) noexcept {
  return months_waited >= parameters.roster_validity_months;
}

Usd advance_limit(UsdPerMonth wage, RecruitmentRegime regime, Recruiter recruiter, const Parameters& parameters) noexcept {
  const bool through_agency = recruiter == Recruiter::agency || recruiter == Recruiter::sub_agents;
  if (regime != RecruitmentRegime::wages_deducted || !through_agency) return Usd{0};
  return Usd{parameters.deduction_wages * wage.value()};
}

Cents deducted_part(Cents borne_by_worker, UsdPerMonth wage, RecruitmentRegime regime, Recruiter recruiter,
                    const Parameters& parameters) noexcept {
  return std::clamp<Cents>(borne_by_worker, 0, to_cents(advance_limit(wage, regime, recruiter, parameters).value()));
}

}  // namespace sojourn::model
