// Ways into markets beside the usual one, ceilings on hires and quotas of nationals, resolved once a month.
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "model/decision.hpp"
#include "model/nationalisation.hpp"
#include "model/pathways.hpp"
#include "sim/markets.hpp"

namespace sojourn::sim {
namespace {

using model::Pathway;

constexpr double months_of_year_milli = 12'000;

// What levers say of a way in a market: as they say it of the lowest skill that they reach.
const model::PathwayTerms* terms_of_way(const MarketNow& now, Pathway way) {
  for (std::size_t s = index(now.lowest); s < skill_count; ++s) {
    if (now.terms[s].pathway(way).places_milli > 0) return &now.terms[s].pathway(way);
  }
  return nullptr;
}

// A government channel stands beside agencies: there are none where governments recruit already or the border is open.
bool may_open(const MarketNow& now, Pathway way) {
  return way != Pathway::programme ||
         (now.regime != model::RecruitmentRegime::government && now.regime != model::RecruitmentRegime::open_border);
}

}  // namespace

// Places of a corridor are shared out over the markets that they are for, in proportion to their workers of the base year.
void Markets::update_pathways() {
  any_pathway_ = false;
  if (!seen_.pathways && !pathways_to_settle_) return;
  pathways_to_settle_ = seen_.pathways;
  using Key = std::tuple<CorridorId, std::size_t, std::int64_t>;  // the same places of the same corridor; the last way: a ceiling
  std::map<Key, double> workers;
  const auto of_market = [this](const MarketNow& now) { return 1.0 + base_.markets[static_cast<std::size_t>(&now - now_.data())].workers.value; };
  const auto each = [&](auto&& visit) {
    for (MarketNow& now : now_) {
      if (!now.any_rule || !now.simulated) continue;
      for (std::size_t p = 0; p < model::pathway_kinds; ++p) {
        const auto way = static_cast<Pathway>(p + 1);
        if (const model::PathwayTerms* terms = terms_of_way(now, way); terms != nullptr && may_open(now, way)) {
          visit(now, Key{now.corridor, p, terms->places_milli});
        }
      }
      const model::MarketTerms& terms = now.terms[index(now.lowest)];
      if (terms.hires_ceiling_enforcement > 0) visit(now, Key{now.corridor, model::pathway_kinds, terms.hires_ceiling_milli});
    }
  };
  each([&](const MarketNow& now, const Key& key) { workers[key] += of_market(now); });
  find_listed();
  for (MarketNow& now : now_) {
    if (!now.paths.in_use && !now.any_rule) continue;
    now.paths.hires_ceiling = -1;
    now.paths.agencies_barred = now.paths.public_share = 0;
    for (PathwayOrders& orders : now.paths.by_place) {
      orders.places = 0;
      orders.added = orders.withdrawn = orders.filled = 0;
    }
    now.paths.any = false;
  }
  each([&](MarketNow& now, const Key& key) {
    const double part = of_market(now) / workers[key] * static_cast<double>(std::get<2>(key)) / months_of_year_milli / scale_;
    if (std::get<1>(key) == model::pathway_kinds) {
      now.paths.hires_ceiling = part;
      return;
    }
    now.paths.by_place[std::get<1>(key)].places = part;
    now.paths.any = any_pathway_ = true;
  });
  for (MarketNow& now : now_) {
    if (!now.paths.in_use && !now.paths.any) continue;
    for (std::size_t p = 0; p < model::pathway_kinds; ++p) {
      PathwayOrders& orders = now.paths.by_place[p];
      if (orders.places <= 0) orders.shut();
      else if (model::adds_jobs(static_cast<Pathway>(p + 1))) orders.add(orders.places);
    }
    if (now.paths.of(Pathway::programme).places > 0) now.paths.agencies_barred = now.terms[index(now.lowest)].agencies_barred;
    now.paths.in_use = now.paths.any || now.paths.sum(&PathwayOrders::withdrawn) > 0;
    pathways_to_settle_ = pathways_to_settle_ || now.paths.in_use;
  }
}

// How much more people seek where orders are listed on a platform, as a gain: bounds of hazards hold for all whom it reaches.
void Markets::find_listed() {
  any_listed_ = false;
  most_search_help_.assign(largest_ban_.size(), 0.0);
  for (const MarketNow& now : now_) {
    if (!now.any_rule) continue;
    for (std::size_t s = index(now.lowest); s < skill_count; ++s) {
      const double listed = widest(now, static_cast<Skill>(s), &model::MarketTerms::orders_listed);
      any_listed_ = any_listed_ || listed > 0;
      double& most = most_search_help_[profile(now.origin, now.sex, static_cast<Skill>(s))];
      most = std::max(most, listed * parameters_.platform_facilitation * parameters_.search_scale_usd);
    }
  }
}

// What the ways cost workers and employers, and the means that people and employers expect.
void Markets::mix_ways(MarketNow& now, double employer_cost_without_rent) {
  const double usual_cost = now.expected_cost;
  double orders = now.recent_orders, sum = usual_cost * now.recent_orders;
  for (std::size_t p = 0; p < model::pathway_kinds; ++p) {
    const auto way = static_cast<Pathway>(p + 1);
    PathwayOrders& its = now.paths.by_place[p];
    if (its.places <= 0) continue;
    const model::PathwayTerms& terms = *terms_of_way(now, way);
    const double by_pay = model::typical_surplus(UsdPerMonth{now.posted_wage * model::pay_share(terms, parameters_)}, now.living_share,
                                                 UsdPerMonth{home_wage(now.origin, now.sex, now.lowest)}, now.present_value,
                                                 parameters_).value();
    its.shift_usd = by_pay - now.surplus;
    its.surplus_usd = by_pay / model::cost_weight(terms, now.expected_stay, parameters_);
    const double rent = usual_cost - now.documented_usd;
    its.cost_usd = model::through_intermediaries(way) ? now.documented_usd + (now.surplus > 0 ? rent * its.surplus_usd / now.surplus : rent)
                   : terms.worker_cost_usd < 0        ? now.documented_usd
                                                      : terms.worker_cost_usd;
    orders += its.recent;
    sum += its.cost_usd * its.recent;
  }
  if (orders > 0) now.expected_cost = sum / orders;
  if (now.may_cross()) now.irregular_share = irregular_share_of(now);
  const PathwayOrders& programme = now.paths.of(Pathway::programme);
  if (programme.places <= 0) return;
  const double barred = now.paths.agencies_barred;
  const double share = model::public_share(UsdPerMonth{now.employer_cost}, UsdPerMonth{employer_cost_without_rent}, barred, parameters_);
  now.paths.public_share = share;
  // Of the orders that are placed at all: employers whom the places do not hold go back to agencies, if these are not barred.
  const double wanted = now.recent_orders + programme.recent;
  const double given = std::min(share, wanted > 0 ? programme.places / wanted : 1.0);
  const double by_agencies = (1.0 - share) + (share - given) * (1.0 - barred);
  const double weight = given + by_agencies > 0 ? given / (given + by_agencies) : 1.0;
  now.employer_cost += weight * (employer_cost_without_rent - now.employer_cost);
}

// Orders for the usual way, of all that employers want here: under a ceiling, and less those of a government channel.
double Markets::usual_orders(MarketNow& now, double wanted) {
  if (!now.any_rule || !now.simulated || wanted <= 0) return wanted;
  if (now.paths.hires_ceiling >= 0) {
    wanted = model::orders_under_ceiling(wanted, now.paths.hires_ceiling, now.terms[index(now.lowest)].hires_ceiling_enforcement);
  }
  PathwayOrders& programme = now.paths.of(Pathway::programme);
  if (programme.places <= 0) return wanted;
  const double asked = wanted * now.paths.public_share;
  const double given = std::min(asked, programme.places);
  programme.add(given);
  return wanted - asked + (asked - given) * (1.0 - now.paths.agencies_barred);
}

// How crowded a market is to those who choose among markets: by the chances of all its ways.
double Markets::crowding_of_all_ways(const MarketNow& now) {
  double orders = now.recent_orders, chances = now.recent_orders * std::min(1.0, 1.0 / std::max(now.tightness, 1e-9));
  for (const PathwayOrders& way : now.paths.by_place) {
    orders += way.recent;
    chances += way.recent * way.chance();
  }
  return chances > 0 ? orders / chances : now.tightness;
}

// A government's recruitment takes longer: orders reckon with it as far as employers use it.
double Markets::programme_delay_months(const DemandCell& cell) const {
  double delay = 0, orders = 0;
  for (const std::uint32_t k : cell.markets) {
    const double programme = now_[k].paths.of(Pathway::programme).recent;
    orders += now_[k].recent_orders + programme;
    delay += programme * (parameters_.processing_government_months - now_[k].processing_months);
  }
  return orders > 0 ? delay / orders : 0.0;
}

// What a quota of nationals leaves of the stock that a destination's employers want, over all its markets.
void Markets::update_quotas() {
  for (DemandCell& cell : demand_) {
    double workers = 0, lost = 0, nationals = 0, closed = 0;
    for (const std::uint32_t k : cell.markets) {
      const double here = base_.markets[k].workers.value;
      workers += here;
      if (!now_[k].any_rule) continue;
      const model::MarketTerms& terms = now_[k].terms[index(now_[k].lowest)];
      if (terms.nationals_quota_enforcement <= 0) continue;
      const model::ForeignPosts posts = model::posts_under_quota(terms, cell.sector, parameters_);
      lost += here * posts.lost;
      nationals += here * posts.to_nationals;
      closed += here * posts.closed;
    }
    if (lost <= 0 && cell.nationals <= 0 && cell.posts_closed <= 0) continue;
    cell.state.quota_factor = workers > 0 ? 1.0 - lost / workers : 1.0;
    // Nationals come and firms close as posts go: each closes a part of its gap a month.
    const double wanted = workers > 0 ? cell.state.base_stock * cell.state.activity / workers : 0.0;
    cell.nationals += (wanted * nationals - cell.nationals) * parameters_.gap_closed_per_month;
    cell.posts_closed += (wanted * closed - cell.posts_closed) * parameters_.gap_closed_per_month;
  }
}

// What a market's workers have of something that all of its destination and sector share.
double Markets::part_of_cell(std::size_t market, double DemandCell::* what) const {
  const DemandCell& cell = demand_[now_[market].demand_cell];
  if (cell.*what <= 0) return 0;
  double workers = 0;
  for (const std::uint32_t k : cell.markets) workers += base_.markets[k].workers.value;
  return workers > 0 ? cell.*what * base_.markets[market].workers.value / workers : 0.0;
}

double Markets::nationals_at(std::size_t market) const { return part_of_cell(market, &DemandCell::nationals); }
double Markets::posts_closed_at(std::size_t market) const { return part_of_cell(market, &DemandCell::posts_closed); }

}  // namespace sojourn::sim
