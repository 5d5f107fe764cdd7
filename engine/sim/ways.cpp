// Stage 3: by which way into a market, where levers open others beside the usual one.
#include <algorithm>
#include <cmath>

#include "model/decision.hpp"
#include "model/pathways.hpp"
#include "sim/block.hpp"
#include "sim/choice.hpp"

namespace sojourn::sim {

using model::Pathway;

std::int64_t orders_of_way(const MarketNow& market, Pathway way) noexcept {
  return way == Pathway::usual ? market.open_orders : market.paths.of(way).open;
}

bool way_is_open(const MarketNow& market, Pathway way) noexcept { return way == Pathway::usual || market.paths.of(way).places > 0; }

Pathway Block::way_of(const MonthView& view, const population::Cell& cell, const Seeker& seeker, double usual_burden_usd) {
  const MarketNow& market = view.markets[seeker.market];
  const model::Parameters& parameters = view.markets.parameters();
  const model::MarketTerms& terms = market.terms[index(cell.skill)];
  const std::uint64_t key = seeker.person.key();
  model::WayViews ways;
  ways[0] = {.open = true, .burden_usd = usual_burden_usd, .chance = 1.0 / std::max(1.0, market.tightness)};
  for (std::size_t p = 0; p < model::pathway_kinds; ++p) {
    const auto way = static_cast<Pathway>(p + 1);
    const PathwayOrders& orders = market.paths.by_place[p];
    const model::PathwayTerms& its = terms.pathways[p];
    if (orders.places <= 0 || its.places_milli <= 0) continue;
    if (its.language > 0 && RandomStream{view.run, key, 0, Draw::language}.uniform() >= model::language_share(its.language, parameters)) continue;
    // Beside the papers of the usual way, which all that is compared has in common.
    const double weight = model::cost_weight(its, market.expected_stay, parameters), interest = model::cost_with_interest(parameters);
    const double cost = model::through_intermediaries(way)
                            ? (weight - 1.0) * market.documented_usd * interest +
                                  weight * usual_burden_usd * (market.surplus > 0 ? orders.surplus_usd / market.surplus : 1.0)
                            : (weight * orders.cost_usd - market.documented_usd) * interest;
    ways[p + 1] = {.open = true, .burden_usd = cost - orders.shift_usd, .chance = seeker.life.way_back == way ? 1.0 : orders.chance()};
  }
  const bool programme = ways[static_cast<std::size_t>(Pathway::programme)].open;
  if (programme && RandomStream{view.run, key, 0, Draw::agencies_barred}.uniform() < market.paths.agencies_barred) ways[0].open = false;
  return model::choose_way(ways, RandomStream{view.run, key, seeker.since, Draw::pathway}, parameters);
}

double Block::rank_on_way(const MonthView& view, const Seeker& seeker, Skill skill, double usual_rank) {
  constexpr double first_of_all = 1'000;  // above every rank: who has a right to come back
  if (seeker.way != Pathway::programme) return seeker.life.way_back == seeker.way ? usual_rank + first_of_all : usual_rank;
  const model::PathwayTerms& terms = view.markets[seeker.market].terms[index(skill)].pathway(seeker.way);
  const double lot = RandomStream{view.run, seeker.person.key(), view.month.count(), Draw::lottery}.uniform();
  return model::programme_rank(terms.selection, static_cast<double>(seeker.rank_chance), view.month.count() - seeker.since, lot,
                               view.markets.parameters());
}

double way_months(const MonthView& view, const Seeker& seeker, Skill skill) {
  const MarketNow& market = view.markets[seeker.market];
  const model::Parameters& parameters = view.markets.parameters();
  if (seeker.way == Pathway::programme) return parameters.processing_government_months;
  const double usual = months_to_departure(market, seeker, parameters);
  if (seeker.way == Pathway::usual) return usual;
  return usual + model::language_months(market.terms[index(skill)].pathway(seeker.way).language, parameters);
}

double pay_share_of_way(const MarketNow& market, Pathway way, Skill skill, const model::Parameters& parameters) noexcept {
  return way == Pathway::usual ? 1.0 : model::pay_share(market.terms[index(skill)].pathway(way), parameters);
}

// What of a way's terms goes with the worker: for jobs beside the usual ones, until they go home.
void Block::keep_terms_of_way(const MarketNow& market, Pathway way, Skill skill, Worker& worker) {
  if (!model::adds_jobs(way)) return;
  const model::PathwayTerms& terms = market.terms[index(skill)].pathway(way);
  worker.way = static_cast<std::uint8_t>(way) & 7U;
  worker.leaves_at_end = terms.stay_months > 0;
  worker.may_return = terms.reentry;
  if (worker.leaves_at_end) worker.contract_ends = short_month(worker.arrived + static_cast<std::int32_t>(std::lround(terms.stay_months)));
}

double Block::search_help(const MonthView& view, PersonId person, const population::Cell& cell, bool experienced) const {
  if (!view.markets.any_listed()) return 0;
  const model::Parameters& parameters = view.markets.parameters();
  return listed_share_of(view.markets, facts_of(view, person, experienced ? 1 : 0, view.month), cell, experienced) *
         parameters.platform_facilitation * parameters.search_scale_usd;
}

}  // namespace sojourn::sim
