#include "sim/block.hpp"

#include <algorithm>
#include <utility>

#include "model/decision.hpp"
#include "model/networks.hpp"
#include "model/pathways.hpp"
#include "model/people.hpp"
#include "model/recruitment.hpp"
#include "sim/choice.hpp"

namespace sojourn::sim {

void Tally::clear() {
  for (std::size_t k = 0; k < markets.size(); ++k) {
    each_line(std::exchange(lines[k], 0), [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) markets[k][i] = 0;
    });
  }
  for (Counts& counts : profiles) counts.fill(0);
  costs.clear();
  findings.clear();
  std::ranges::fill(settled, 0);
  std::ranges::fill(died, 0);
  std::ranges::fill(agencies, model::AgencyMonth{});
}

void Tally::add(const Tally& other) {
  const auto sum = [](Counts& mine, const Counts& more, Lines where) {
    each_line(where, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) mine[i] += more[i];
    });
  };
  for (std::size_t k = 0; k < markets.size(); ++k) {
    sum(markets[k], other.markets[k], other.lines[k]);
    lines[k] |= other.lines[k];
  }
  for (std::size_t p = 0; p < profiles.size(); ++p) sum(profiles[p], other.profiles[p], every_line);
  costs.insert(costs.end(), other.costs.begin(), other.costs.end());
  findings.insert(findings.end(), other.findings.begin(), other.findings.end());
  for (std::size_t i = 0; i < settled.size(); ++i) {
    settled[i] += other.settled[i];
    died[i] += other.died[i];
  }
  for (std::size_t a = 0; a < agencies.size(); ++a) agencies[a].add(other.agencies[a]);
}

namespace {

std::uint32_t communities_of(const population::Cells& cells, OriginId origin, const Markets& markets) {
  const std::uint64_t persons = cells.persons_in_block(origin, Sex::women) + cells.persons_in_block(origin, Sex::men);
  return model::communities_in_slice(persons, markets.scale(), markets.parameters());
}

std::vector<OriginId> origins_of_communities(const population::Cells& cells, const Markets& markets) {
  std::vector<OriginId> origins;
  for (std::size_t o = 0; o < cells.origins(); ++o) {
    origins.insert(origins.end(), communities_of(cells, static_cast<OriginId>(o), markets), static_cast<OriginId>(o));
  }
  return origins;
}

}  // namespace

Block::Block(std::uint32_t number, const population::Cells& cells, const Markets& markets, Month first, int months)
    : number_{number}, first_{first}, away_((cells.bits_per_block() + 63) / 64), hearsay_{origins_of_communities(cells, markets), markets.parameters()},
      departures_(static_cast<std::size_t>(months) + 120), due_(static_cast<std::size_t>(months) + 120) {
  for (std::size_t o = 0; o < cells.origins(); ++o) {
    const auto origin = static_cast<OriginId>(o);
    const std::uint64_t persons = cells.persons_in_block(origin, Sex::women) + cells.persons_in_block(origin, Sex::men);
    const std::uint32_t communities = communities_of(cells, origin, markets);
    community_begin_.push_back(static_cast<std::uint32_t>(community_abroad_.size()));
    communities_.push_back(communities);
    community_size_.push_back(std::max(1.0F, static_cast<float>(persons) / static_cast<float>(communities)));
    community_abroad_.resize(community_abroad_.size() + communities);
  }
}

Book Block::book(const MonthView& view, PersonId person, std::size_t market, Tally& tally) const {
  const population::Cell& cell = view.cells.of(person);
  return {tally, market, cell.origin, cell.skill, cell.sex};
}

std::uint32_t Block::community_at(const MonthView& view, PersonId person) const {
  const std::size_t o = index(view.cells.of(person).origin);
  return community_begin_[o] + model::community_of(person, communities_[o]);
}

double Block::share_abroad(const MonthView& view, PersonId person) const {
  return static_cast<double>(community_abroad_[community_at(view, person)]) /
         static_cast<double>(community_size_[index(view.cells.of(person).origin)]);
}

double Block::densest_community(OriginId origin) const {
  const auto first = community_abroad_.begin() + community_begin_[index(origin)];
  return static_cast<double>(*std::max_element(first, first + communities_[index(origin)])) / static_cast<double>(community_size_[index(origin)]);
}

void Block::count_community(const MonthView& view, PersonId person, int sign) { community_abroad_[community_at(view, person)] += sign; }

double Block::believed_gain(const MonthView& view, PersonId person, const population::Cell& cell, bool experienced) const {
  return best_gain_of(view.markets, view.run, facts_of(view, person, experienced ? 1 : 0, view.month), cell, experienced) +
         belief_shift(view, person, cell, experienced);
}

double Block::belief_shift(const MonthView& view, PersonId person, const population::Cell& cell, bool experienced) const {
  const double heard = hearsay_.gain_shift(community_at(view, person), view.markets.death_beliefs().of(view.run, person), cell.origin,
                                           cell.sex, cell.skill, experienced, view.markets);
  return heard + campaign_gain_of(view.markets, view.run, facts_of(view, person, experienced ? 1 : 0, view.month), cell, experienced) +
         search_help(view, person, cell, experienced);
}

model::PersonFacts Block::facts_of(const MonthView& view, PersonId person, int spells_before, Month arrived) const {
  if (!view.markets.any_personal() && !view.markets.asks_who_leaves()) return {.person = person, .arrived = arrived};  // nobody asks for more
  const population::Cell& cell = view.cells.of(person);
  const std::size_t o = index(cell.origin);
  const std::uint64_t community = PersonId{number_, static_cast<std::uint32_t>(o), model::community_of(person, communities_[o])}.key();
  return {.person = person, .community = community, .spells_before = spells_before, .arrived = arrived,
          .age_years = view.cells.age(cell, view.month)};
}

model::PersonFacts Block::facts_of(const MonthView& view, const Seeker& seeker) const {
  return facts_of(view, seeker.person, seeker.spells, view.month);
}

model::PersonFacts Block::facts_of(const MonthView& view, const Worker& worker) const {
  return facts_of(view, worker.person, std::max(0, worker.spells - 1), Month{worker.arrived});
}

model::PersonFacts Block::facts_of(const MonthView& view, const HomePerson& person) const {
  return facts_of(view, person.person, person.spells, view.month);
}

const model::MarketTerms& Block::terms_of(const MonthView& view, std::uint32_t slot) const {
  const Worker& worker = workers_[slot];
  return view.markets.terms(worker_market_[slot], view.cells.of(worker.person).skill, facts_of(view, worker));
}

MobilityNow Block::mobility_of(const MonthView& view, std::uint32_t slot) const {
  return view.markets.mobility(worker_market_[slot], facts_of(view, workers_[slot]));
}

std::vector<std::uint32_t>& Block::due(std::int32_t month) {
  // Far dates lie beyond the run: they share the last list, which no month reaches.
  const auto place = static_cast<std::size_t>(std::max(0, month - first_.count()));
  return due_[std::min(place, due_.size() - 1)];
}

void Block::decide(const MonthView& view, Tally& tally) {
  hearsay_.pass_month(view.markets);
  view.candidates.draw(view.run, number_, view.month.count(), view.month, view.rungs, 1.0, 0, view.candidates.groups(),
                       [&](const population::Candidate& candidate) { consider(view, candidate, tally); });
}

void Block::consider(const MonthView& view, const population::Candidate& candidate, Tally& tally) {
  const std::uint64_t bit = view.cells.bit(candidate.person);
  if (is_away(bit)) return;
  const model::Parameters& parameters = view.markets.parameters();
  const population::Cell& cell = view.cells.of(candidate.person);
  const double age = view.markets.age_factor(view.cells.age(cell, view.month));
  if (age * parameters.search_hazard_max_per_month <= candidate.mark) return;
  const double taste = model::taste(view.run, candidate.person, view.cells.slice(candidate.person.cell()));
  const double network = model::network_index(share_abroad(view, candidate.person), false, parameters);
  const double taste_mean = view.markets.fitted().taste_mean[index(cell.origin)][index(cell.sex)];
  const auto hazard = [&](double gain) { return model::search_hazard(Usd{gain}, taste, taste_mean, network, age, parameters).value(); };
  // Most are seen not to seek without asking what they believe: bounds of candidates hold for the highest of gains.
  const double common = best_gain_of(view.markets, view.run, facts_of(view, candidate.person, 0, view.month), cell, false);
  if (hazard(common + view.markets.highest_belief_shift(cell.origin, cell.sex, cell.skill)) <= candidate.mark) return;
  const double gain = common + belief_shift(view, candidate.person, cell, false);
  if (hazard(gain) <= candidate.mark) return;
  if (kept_home(view, candidate.person, cell.sex, share_abroad(view, candidate.person))) return;
  const Seeker seeker{.person = candidate.person, .taste = static_cast<float>(taste), .debt = {}, .life = {}};
  const double help = search_help(view, candidate.person, cell, false);
  const Usd short_of = help > 0 ? model::short_without_help(PerMonth{candidate.mark}, PerMonth{hazard(gain - help)}, age, parameters) : Usd{0};
  if (begin_spell(view, seeker, cell, no_market, short_of, tally)) set_away(bit, true);
}

bool Block::kept_home(const MonthView& view, PersonId person, Sex sex, double share_of_community_abroad) {
  const double kept = model::kept_home_by_norms(sex, false, share_of_community_abroad, view.markets.parameters());
  return kept > 0 && RandomStream{view.run, person.key(), 0, Draw::norms}.uniform() < kept;
}

// A programme's loans go by lot, which falls on the same persons first in every scenario.
bool Block::gets_loan(const MonthView& view, const population::Cell& cell, const Seeker& seeker) const {
  const double granted = view.markets.loans_granted(seeker.market, cell.skill, facts_of(view, seeker));
  return granted > 0 && RandomStream{view.run, seeker.person.key(), 0, Draw::migration_loan}.uniform() < granted;
}

// What a spell is drawn with: the person's means, who recruits, and its luck.
void Block::prepare(const MonthView& view, const population::Cell& cell, Seeker& seeker) const {
  const model::Parameters& parameters = view.markets.parameters();
  const std::uint64_t key = seeker.person.key();
  const model::Wealth wealth = model::wealth(view.run, seeker.person, UsdPerMonth{view.markets.home_wage(cell.origin, cell.sex, cell.skill)}, parameters);
  const double left = view.markets.wealth_factor(cell.origin);
  seeker.own_usd = static_cast<float>(wealth.own_usd * left);
  seeker.pledge_usd = static_cast<float>(wealth.pledge_limit_usd * left);
  seeker.fee_spread = static_cast<float>(model::fee_spread(view.run, seeker.person, parameters));
  seeker.has_loan = gets_loan(view, cell, seeker);
  find_recruiter(view, cell, seeker);
  seeker.acceptance = static_cast<float>(RandomStream{view.run, key, seeker.since, Draw::accept}.uniform());
  seeker.death_belief = static_cast<float>(view.markets.death_beliefs().of(view.run, seeker.person));
  const bool tested = seeker.recruiter == model::Recruiter::government;
  RandomStream place{view.run, key, tested ? 0 : seeker.since, tested ? Draw::test_score : Draw::rank};
  seeker.rank_chance = static_cast<float>(place.normal());
  seeker.offer_is_false = RandomStream{view.run, key, seeker.since, Draw::fraud}.uniform() <
                          model::fraud_probability(static_cast<double>(seeker.honesty), seeker.links, parameters);
}

bool Block::goes_without_papers(const MonthView& view, const Seeker& seeker) {
  const MarketNow& market = view.markets[seeker.market];
  return market.may_cross() &&
         RandomStream{view.run, seeker.person.key(), seeker.since, Draw::irregular_entry}.uniform() < market.irregular_share;
}

// Through whom: facilitators past a ban or where that costs less than papers, nobody where the border is open, the
// government where the market knows no other way, else as the person chooses.
void Block::find_recruiter(const MonthView& view, const population::Cell& cell, Seeker& seeker) const {
  using model::Recruiter;
  const MarketNow& market = view.markets[seeker.market];
  const model::Parameters& parameters = view.markets.parameters();
  const std::uint64_t key = seeker.person.key();
  const model::Access access = model::access_of(view.run, key);
  const model::MarketTerms& terms = view.markets.terms(seeker.market, cell.skill, facts_of(view, seeker));
  const bool registered = terms.subagents_registered > 0 &&
                          RandomStream{view.run, key, 0, Draw::registered_subagent}.uniform() < terms.subagents_registered;
  // An order found on a platform is one link nearer: the sub-agent who would have known of it is left out.
  const bool listed = terms.orders_listed > 0 && RandomStream{view.run, key, seeker.since, Draw::listed}.uniform() < terms.orders_listed;
  const auto links_of = [&](Recruiter recruiter) {
    const std::uint8_t links = model::chain_links(recruiter, access.distance, parameters, registered);
    return listed && links > 1 && recruiter != Recruiter::irregular ? static_cast<std::uint8_t>(links - 1) : links;
  };
  seeker.way = model::Pathway::usual;
  if (seeker.past_ban || goes_without_papers(view, seeker)) {
    seeker.recruiter = Recruiter::irregular;
  } else if (market.regime == model::RecruitmentRegime::open_border) {
    seeker.recruiter = Recruiter::direct;
  } else if (market.regime == model::RecruitmentRegime::government) {
    seeker.recruiter = Recruiter::government;
    if (market.paths.any) seeker.way = way_of(view, cell, seeker, 0);
  } else {
    const bool repeat = seeker.spells > 0;
    const UsdPerMonth home_wage{view.markets.home_wage(cell.origin, cell.sex, cell.skill)};
    const Usd means = means_of(view, seeker, home_wage).total();
    const auto rent = [&](Recruiter recruiter) {
      const double share = market.rent_share_by_links[std::max<std::size_t>(1, links_of(recruiter))];
      return model::rent_factor(recruiter, market.regime, parameters) *
             model::rent(share, Usd{market.surplus}, static_cast<double>(seeker.fee_spread), means, repeat, parameters).value();
    };
    const bool tie = access.tie_draw < model::tie_probability(share_abroad(view, seeker.person), repeat, parameters);
    const model::ChannelRents rents{rent(Recruiter::agency), rent(Recruiter::sub_agents), rent(Recruiter::direct)};
    seeker.recruiter = model::choose_channel(model::channel_weights(rents, access.distance, tie, parameters),
                                             RandomStream{view.run, key, seeker.since, Draw::recruiter});
    if (market.paths.any) {
      seeker.way = way_of(view, cell, seeker, model::burden_of_private_ways(rents, access.distance, tie, parameters));
      if (!model::through_intermediaries(seeker.way)) seeker.recruiter = Recruiter::government;
    }
  }
  seeker.links = links_of(seeker.recruiter);
  seeker.agency = no_agency;
  seeker.effort = 0;
  if (seeker.links == 0) return;
  const std::uint16_t slot = view.agencies.serve(cell.origin, key, seeker.since, view.agencies.list_of(cell.origin, terms));
  const model::Agency& agency = view.agencies.of(cell.origin, slot);
  seeker.honesty = agency.honesty;
  if (seeker.recruiter == Recruiter::irregular) return;  // a facilitator with an agency's manners, and without its papers
  seeker.agency = slot;
  seeker.effort = agency.effort;
}

model::Liquidity Block::means_of(const MonthView& view, const Seeker& seeker, UsdPerMonth home_wage) const {
  model::Liquidity means = model::liquidity({.own_usd = static_cast<double>(seeker.own_usd), .pledge_limit_usd = static_cast<double>(seeker.pledge_usd)},
                                            home_wage, share_abroad(view, seeker.person), view.markets.parameters());
  if (!seeker.has_loan) return means;
  const model::MarketTerms& terms = view.markets.terms(seeker.market, view.cells.of(seeker.person).skill, facts_of(view, seeker));
  means.programme_usd = terms.loan_limit_usd;
  means.programme_rate_per_year = terms.loan_rate_per_year;
  means.programme_term_months = terms.loan_term_months;
  return means;
}

bool Block::begin_spell(const MonthView& view, Seeker seeker, const population::Cell& cell, std::uint16_t last_market, Usd short_of,
                        Tally& tally) {
  const Choice choice = choose_market(view.markets, view.run, facts_of(view, seeker), view.month, cell, seeker.spells > 0, last_market);
  if (choice.market == no_market) return false;
  seeker.market = choice.market;
  seeker.past_ban = choice.past_ban;
  seeker.declares_another = choice.declares_another;
  if (seeker.market != last_market) seeker.life.way_back = model::Pathway::usual;
  seeker.since = view.month.count();
  prepare(view, cell, seeker);
  seeker.acceptance = static_cast<float>(model::acceptance_draw(static_cast<double>(seeker.acceptance), short_of, view.markets.parameters()));
  Book entry = book(view, seeker.person, seeker.market, tally);
  entry.count(model::Count::spells_begun);
  if (seeker.spells > 0) entry.count(model::Count::repeat_spells);
  entry.count(model::Count::seekers);
  view.note(seeker.person, LifeEvent::began_to_seek, seeker.market);
  seekers_.push_back(seeker);
  return true;
}

}  // namespace sojourn::sim
