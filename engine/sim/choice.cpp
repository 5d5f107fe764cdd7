#include "sim/choice.hpp"

#include "model/departure.hpp"
#include "model/orientation.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace sojourn::sim {
namespace {

constexpr std::uint16_t no_last_market = 0xffff;

struct Weigher {
  const Markets& markets;
  const std::vector<std::uint32_t>& all;  // markets of the person's origin and sex
  const ChoiceWeights& common;            // to whom nothing of the below applies
  const model::PersonFacts& facts;
  Skill skill;
  bool experienced;
  bool any_ban;     // of this month, that stops some in this person's place
  double ban_draw;  // this person's place among those whom a ban stops
  std::uint16_t last_market;
  double attachment;
  double campaign_draw;  // this person's place among those whom a campaign reaches; 1 without one

  [[nodiscard]] bool barred(std::uint32_t k) const {
    return any_ban && ban_draw < markets[k].stopped[index(skill)] && markets.stops(k, skill, facts, ban_draw);
  }
  [[nodiscard]] double operator()(std::size_t place) const {
    const std::uint32_t k = all[place];
    double weight = common.of_market[place];
    if (weight > 0 && barred(k) && !markets[k].may_cross()) weight *= markets.irregular_weight();
    if (campaign_draw < 1 && weight > 0 && model::reached_by_campaign(markets.terms(k, skill, facts), campaign_draw)) {
      weight *= markets.campaign_weight(markets.campaign_usd(k, skill, experienced, facts));
    }
    return k == last_market ? weight * attachment : weight;
  }
  // Of the markets [begin, end) of the n-th destination.
  [[nodiscard]] double of_destination(std::size_t n, std::size_t begin, std::size_t end) const {
    const bool last_is_here = last_market != no_last_market && all[begin] <= last_market && last_market <= all[end - 1];
    if (!any_ban && campaign_draw >= 1 && !last_is_here) return common.of_destination[n];
    double sum = 0;
    for (std::size_t i = begin; i < end; ++i) sum += (*this)(i);
    return sum;
  }
};

// A little less than -log(u), from the exponent of u = m 2^-k and the tangent of log(m) at 1 / ln 2: at most 0.06 away.
double exponential_at_least(double u) noexcept {
  const auto bits = std::bit_cast<std::uint64_t>(u);
  const int k = 1023 - static_cast<int>(bits >> 52U);
  const double m = std::bit_cast<double>((bits & 0xfffffffffffffU) | 0x3ff0000000000000U);
  return 0.6931471805 * (k - m) + 0.633486;
}

// Whether -log(u) / weight is the lowest time so far, which it then becomes. Seldom: most are seen to be late without a
// logarithm.
bool comes_first(double u, double weight, double& lowest_time) noexcept {
  if (weight <= 0 || exponential_at_least(u) > lowest_time * weight * (1 + 1e-9)) return false;
  const double time = -std::log(u) / weight;
  if (time >= lowest_time) return false;
  lowest_time = time;
  return true;
}

double ban_draw_of(RunKey run, PersonId person) { return RandomStream{run, person.key(), 0, Draw::barred}.uniform(); }

}  // namespace

double campaign_draw_of(RunKey run, PersonId person) { return RandomStream{run, person.key(), 0, Draw::campaign}.uniform(); }

double certificate_draw_of(RunKey run, PersonId person) { return RandomStream{run, person.key(), 0, Draw::certificate}.uniform(); }

namespace {

// How this person weighs markets when nothing of the past draws it to one.
Weigher weigher_of(const Markets& markets, RunKey run, const model::PersonFacts& facts, const population::Cell& cell, bool experienced) {
  const double ban = markets.largest_ban(cell.origin, cell.sex, cell.skill);
  const double draw = ban > 0 ? ban_draw_of(run, facts.person) : 1.0;
  return {markets, markets.of(cell.origin, cell.sex), markets.choice_weights(cell.origin, cell.sex, cell.skill, experienced),
          facts, cell.skill, experienced, draw < ban, draw,
          no_last_market, std::exp(markets.parameters().attachment),
          markets.widest_campaign(cell.origin, cell.sex, cell.skill) > 0 ? campaign_draw_of(run, facts.person) : 1.0};
}

double sum_over_markets(const Weigher& weight) {
  double sum = 0;
  for (std::size_t i = 0; i < weight.all.size(); ++i) sum += weight(i);
  return sum;
}

}  // namespace

double best_gain_of(const Markets& markets, RunKey run, const model::PersonFacts& facts, const population::Cell& cell, bool experienced) {
  const double ban = markets.largest_ban(cell.origin, cell.sex, cell.skill);
  const bool may_be_stopped = ban > 0 && ban_draw_of(run, facts.person) < ban;  // no rule stops whose place lies beyond all
  if (may_be_stopped && markets.bans_some(cell.origin, cell.sex, cell.skill)) [[unlikely]] {
    if (markets.passes_all_rules(cell.origin, cell.sex, cell.skill, facts, ban_draw_of(run, facts.person))) {
      return markets.best_gain(cell.origin, cell.sex, cell.skill, experienced, false);
    }
    Weigher weight = weigher_of(markets, run, facts, cell, experienced);
    weight.campaign_draw = 1;
    return markets.gain_of(sum_over_markets(weight));
  }
  return markets.best_gain(cell.origin, cell.sex, cell.skill, experienced, may_be_stopped);
}

double campaign_gain_of(const Markets& markets, RunKey run, const model::PersonFacts& facts, const population::Cell& cell,
                        bool experienced) {
  const double reached = markets.widest_campaign(cell.origin, cell.sex, cell.skill);
  if (reached <= 0 || campaign_draw_of(run, facts.person) >= reached) return 0;
  if (!markets.tells_some(cell.origin, cell.sex, cell.skill)) return markets.campaign_gain(cell.origin, cell.sex, cell.skill, experienced);
  Weigher weight = weigher_of(markets, run, facts, cell, experienced);
  weight.any_ban = false;  // as the common gain of campaigns is: over all markets of the profile
  const double told = sum_over_markets(weight);
  weight.campaign_draw = 1;
  const double all = sum_over_markets(weight);
  return all > 0 && told > 0 ? markets.gain_of(told) - markets.gain_of(all) : 0.0;
}

double listed_share_of(const Markets& markets, const model::PersonFacts& facts, const population::Cell& cell, bool experienced) {
  double listed = 0, all = 0;
  for (const std::uint32_t k : markets.of(cell.origin, cell.sex)) {
    const double weight = markets.choice_weight(markets[k], cell.skill, experienced);
    all += weight;
    if (weight > 0 && markets[k].any_rule) listed += weight * markets.terms(k, cell.skill, facts).orders_listed;
  }
  return all > 0 ? listed / all : 0.0;
}

Choice choose_market(const Markets& markets, RunKey run, const model::PersonFacts& facts, Month month, const population::Cell& cell,
                     bool experienced, std::uint16_t last_market) {
  Weigher weight = weigher_of(markets, run, facts, cell, experienced);
  weight.last_market = last_market;
  RandomStream destinations{run, facts.person.key(), month.count(), Draw::destination};
  double best_time = std::numeric_limits<double>::infinity();
  std::size_t best_begin = 0, best_end = 0, begin = 0;
  const auto& ends = markets.destination_ends(cell.origin, cell.sex);
  for (std::size_t n = 0; n < ends.size(); ++n) {
    const double u = destinations.uniform();  // one draw a destination, open or not: the n-th is always the n-th
    if (comes_first(u, weight.of_destination(n, begin, ends[n]), best_time)) {
      best_begin = begin;
      best_end = ends[n];
    }
    begin = ends[n];
  }
  Choice choice;
  RandomStream sectors{run, facts.person.key(), month.count(), Draw::sector};
  double best_sector = std::numeric_limits<double>::infinity();
  for (std::size_t i = best_begin; i < best_end; ++i) {
    const double u = sectors.uniform();
    if (!comes_first(u, weight(i), best_sector)) continue;
    choice = {static_cast<std::uint16_t>(weight.all[i]), weight.barred(weight.all[i])};
  }
  if (weight.any_ban && choice.market != no_last_market && !choice.past_ban) {
    choice.declares_another = markets.declares_another(choice.market, cell.skill, facts, weight.ban_draw);
  }
  return choice;
}

}  // namespace sojourn::sim
