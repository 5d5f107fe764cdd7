// The start: who is abroad, on the way and back home when a run begins (EQUATIONS 5.19). People left for the first time in
// years before the run by the hazards that act in it, and lived on by its rules (career.hpp); what then falls short of
// the stocks of the tables is made up of others like them.
#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <utility>

#include "model/decision.hpp"
#include "model/people.hpp"
#include "model/recruitment.hpp"
#include "sim/block.hpp"
#include "sim/bounds.hpp"
#include "sim/career.hpp"
#include "sim/choice.hpp"

namespace sojourn::sim {
namespace {

constexpr double months_at_once = 20;        // of candidates in one round
constexpr int patient_rounds = 4;            // of making up before the tastes looked at are lowered
constexpr int most_rounds = 60;              // of making up
constexpr double shift_per_round = 0.15;     // standard deviations of taste

// Whole persons of an expected number, the fraction by a keyed draw: unbiased at any scale.
std::int64_t whole(RunKey run, std::uint64_t who, std::int32_t what, double expected) {
  return static_cast<std::int64_t>(expected + RandomStream{run, who, what, Draw::start_rounding}.uniform());
}

// Places of one market that the start still has to fill.
struct Places {
  std::int64_t workers = 0, travellers = 0;
};

}  // namespace

struct Block::Quotas {
  const Entrances& entrances;
  const Exposure& exposure;
  double accepted_per_search = 1;     // of first searches
  double search_months = 0;
  double taste_mean = 0;
  int past_rounds = 0;                // that live whole careers; later ones make up what is missing
  std::vector<std::uint32_t> markets; // of the origin and sex
  std::vector<Places> places;         // by place in `markets`
  std::int64_t left = 0;
  std::vector<std::pair<Career, Seeker>> lived;  // who is abroad or on the way by the careers of the past rounds
  std::vector<double> lots;                      // of each of them, where there are more than places
  [[nodiscard]] Places& of(std::uint16_t market) {
    return places[static_cast<std::size_t>(std::ranges::lower_bound(markets, market) - markets.begin())];
  }
};

void Block::start(const MonthView& view, const Exposure& exposure, const std::vector<Entrances>& entrances, Tally& tally) {
  for (std::size_t o = 0; o < view.cells.origins(); ++o) {
    for (const Sex sex : all_sexes) start_origin(view, static_cast<OriginId>(o), sex, exposure, entrances[o * 2 + index(sex)], tally);
  }
}

void Block::start_origin(const MonthView& view, OriginId origin, Sex sex, const Exposure& exposure, const Entrances& entrances, Tally& tally) {
  const Markets& markets = view.markets;
  const std::size_t o = index(origin), x = index(sex);
  Quotas quotas{.entrances = entrances, .exposure = exposure, .accepted_per_search = markets.fitted().accepted_per_search[o][x][0],
                .search_months = markets.fitted().search_months[o][x], .markets = markets.of(origin, sex), .places = {}, .lived = {}, .lots = {}};
  quotas.past_rounds = static_cast<int>(std::ceil(exposure.most() * quotas.accepted_per_search / months_at_once));
  // Those who will drop out are on the way too.
  for (const std::uint32_t k : quotas.markets) {
    const auto months_of = [&](double months) { return months / std::pow(1.0 - markets.parameters().drop_out_per_month, months); };
    double months_on_the_way = months_of(markets[k].processing_months);
    if (markets[k].may_cross()) {
      months_on_the_way += markets[k].irregular_share * (months_of(markets.parameters().border_crossing_months) - months_on_the_way);
    }
    const double stock = markets[k].simulated ? markets.base().markets[k].workers.value / markets.scale() / view.cells.blocks() : 0.0;
    const double flow = stock / markets.base().corridor(markets[k].corridor).mean_stay_months;
    const std::uint64_t who = static_cast<std::uint64_t>(number_) << 32U | k;
    quotas.places.push_back({.workers = whole(view.run, who, 0, stock),
                             .travellers = whole(view.run, who, 1, flow * months_on_the_way)});
    quotas.left += quotas.places.back().workers + quotas.places.back().travellers;
  }
  if (quotas.left == 0) return;

  population::Candidates::Rungs rungs(view.candidates.groups());
  const std::size_t begin = view.candidates.group(origin, sex, Skill::elementary, 0);
  const std::size_t end = view.candidates.group(origin, sex, Skill::high, population::age_bands - 1) + 1;
  std::vector<Visit> visits;
  for (int round = 0; round < quotas.past_rounds + most_rounds && quotas.left > 0; ++round) {
    if (round == quotas.past_rounds) keep_as_many_as_worked(view, quotas, tally);
    const double shift = shift_per_round * std::max(0, round - quotas.past_rounds - patient_rounds);
    quotas.taste_mean = markets.fitted().taste_mean[o][x] - shift;
    bound_hazards(markets, view.candidates, origin, sex, shift, true, entrances.network(), rungs);
    visits.clear();
    view.candidates.draw(view.run, number_, -1 - round, view.month, rungs, months_at_once, begin, end,
                         [&](const population::Candidate& candidate) { consider_for_start(view, candidate, round, quotas, visits); });
    // In the order of life, since who has left once is no longer there to leave for the first time.
    std::ranges::sort(visits, {}, [](const Visit& visit) { return std::pair{visit.exposed, visit.person.key()}; });
    for (const Visit& visit : visits) {
      if (quotas.left > 0 && !is_away(view.cells.bit(visit.person))) start_person(view, visit, round, quotas, tally);
    }
  }
}

void Block::consider_for_start(const MonthView& view, const population::Candidate& candidate, int round, const Quotas& quotas,
                               std::vector<Visit>& visits) const {
  if (is_away(view.cells.bit(candidate.person))) return;
  const Markets& markets = view.markets;
  const population::Cell& cell = view.cells.of(candidate.person);
  // A visit has its own moment in the person's life: months of search, over the share of searches that succeed.
  const auto which = static_cast<std::int32_t>(std::bit_cast<std::uint64_t>(candidate.mark) >> 20U);
  RandomStream stream{view.run, candidate.person.key(), which, Draw::start_role};
  const double exposed = (round + stream.uniform()) * months_at_once / quotas.accepted_per_search;
  const double lived = quotas.exposure.until(view.month, cell.birth_year);
  if (lived <= 0 || (round < quotas.past_rounds && exposed >= lived)) return;
  const double taste = model::taste(view.run, candidate.person, view.cells.slice(candidate.person.cell()));
  const auto seldom = [&](double gain) {
    const double hazard = model::search_hazard(Usd{gain}, taste, quotas.taste_mean, quotas.entrances.network(), 1.0, markets.parameters()).value();
    // Who searches cannot begin to: the months of a search come on top of those between two.
    return hazard / (1.0 + hazard * quotas.search_months) <= candidate.mark;
  };
  const double common = best_gain_of(markets, view.run, facts_of(view, candidate.person, 0, view.month), cell, false);
  if (seldom(common + markets.highest_belief_shift(cell.origin, cell.sex, cell.skill))) return;
  if (seldom(common + belief_shift(view, candidate.person, cell, false))) return;
  if (kept_home(view, candidate.person, cell.sex, quotas.entrances.share_abroad())) return;
  visits.push_back({.exposed = exposed, .taste = taste, .lot = stream.uniform(), .person = candidate.person});
}

void Block::start_person(const MonthView& view, const Visit& visit, int round, Quotas& quotas, Tally& tally) {
  const population::Cell& cell = view.cells.of(visit.person);
  const bool makes_up = round >= quotas.past_rounds;
  const Career career = makes_up ? live_latest(view, visit.person, quotas)
                                 : live_career(view, visit.person, visit.taste, quotas.exposure.when(visit.exposed, cell.birth_year), quotas.entrances);
  if (career.place == Career::Place::crowd) return;
  set_away(view.cells.bit(visit.person), true);
  Seeker seeker{.person = visit.person, .market = career.market, .spells = career.spells, .since = career.accepted,
                .taste = static_cast<float>(visit.taste), .debt = {}, .life = {}};
  const auto watched = static_cast<std::int32_t>(view.markets.parameters().return_observed_months);
  const bool back_long = career.since + watched < view.month.count() - months_before_start;
  if (career.place == Career::Place::settled && back_long) {  // gone for good before the run: one bit and the account of persons
    ++tally.settled[index(cell.origin) * 2 + index(cell.sex)];
    return;
  }
  if (career.place != Career::Place::abroad) seeker.life = life_before_start(view, career, visit.person);
  if (career.place == Career::Place::settled || career.place == Career::Place::home) {
    view.note(seeker.person, LifeEvent::home_at_start, career.market);
    start_home(view, career, seeker, career.place == Career::Place::settled, tally);
  } else if (makes_up) {
    Places& places = quotas.of(career.market);
    --(career.place == Career::Place::abroad ? places.workers : places.travellers);
    --quotas.left;
    settle_in(view, career, seeker, tally);
  } else {
    quotas.lived.emplace_back(career, seeker);
    quotas.lots.push_back(visit.lot);
  }
}

// Of those whom their careers have brought abroad or on the way, by market as many as the tables have, drawn by lot.
void Block::keep_as_many_as_worked(const MonthView& view, Quotas& quotas, Tally& tally) {
  std::vector<std::size_t> order(quotas.lived.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair{quotas.lots[i], quotas.lived[i].second.person.key()}; });
  for (const std::size_t i : order) {
    const auto& [career, seeker] = quotas.lived[i];
    Places& places = quotas.of(career.market);
    std::int64_t& free = career.place == Career::Place::abroad ? places.workers : places.travellers;
    if (free == 0) {
      set_away(view.cells.bit(seeker.person), false);
      continue;
    }
    --free;
    --quotas.left;
    settle_in(view, career, seeker, tally);
  }
}

void Block::settle_in(const MonthView& view, const Career& career, Seeker seeker, Tally& tally) {
  prepare(view, view.cells.of(seeker.person), seeker);
  if (career.place == Career::Place::abroad) start_worker(view, career, seeker, tally);
  else start_on_the_way(view, career, seeker, tally);
}

// Someone who makes up for a place that the lives before left empty: the last journey or stay alone is drawn.
Career Block::live_latest(const MonthView& view, PersonId person, const Quotas& quotas) const {
  const population::Cell& cell = view.cells.of(person);
  std::int64_t open = 0;
  for (std::size_t i = 0; i < quotas.markets.size(); ++i) {
    if (view.markets[quotas.markets[i]].lowest <= cell.skill) open += quotas.places[i].workers + quotas.places[i].travellers;
  }
  if (open == 0) return {};
  RandomStream stream{view.run, person.key(), 0, Draw::start_market};
  auto place = static_cast<std::int64_t>(stream.uniform() * static_cast<double>(open));
  std::size_t i = 0;
  for (;; ++i) {
    if (view.markets[quotas.markets[i]].lowest > cell.skill) continue;
    const std::int64_t here = quotas.places[i].workers + quotas.places[i].travellers;
    if (place < here) break;
    place -= here;
  }
  Career career{.market = static_cast<std::uint16_t>(quotas.markets[i])};
  const std::int32_t now = view.month.count();
  if (place >= quotas.places[i].workers) {
    // Somebody met on the way is met in a long wait rather than a short one: the longer of two, at a random point of it.
    const model::Parameters& parameters = view.markets.parameters();
    const auto one = model::processing(RandomStream{view.run, person.key(), -1, Draw::processing}, view.markets[career.market].processing_months, parameters);
    const auto other = model::processing(RandomStream{view.run, person.key(), -2, Draw::processing}, view.markets[career.market].processing_months, parameters);
    const auto& wait = one.months >= other.months ? one : other;
    career.place = Career::Place::on_the_way;
    career.since = now + static_cast<std::int32_t>(stream.uniform() * wait.months);
    career.accepted = career.since - wait.months;
    career.drops_out = wait.drops_out;
    return career;
  }
  // Of stays begun at any month of the last ones, those that last until now.
  constexpr int tries = 12;
  const double longest = 3.0 * view.markets.base().corridor(view.markets[career.market].corridor).mean_stay_months;
  const double adult = 12.0 * (view.cells.age(cell, view.month) - view.markets.parameters().age_search_youngest_years);
  Seeker seeker{.person = person, .market = career.market, .debt = {}, .life = {}};
  for (int n = 0; n < tries; ++n) {
    const auto arrived = now - 1 - static_cast<std::int32_t>(stream.uniform() * std::clamp(adult, 1.0, longest));
    seeker.since = arrived;
    if (goes_without_papers(view, seeker)) seeker.recruiter = model::Recruiter::irregular;
    else seeker.recruiter = model::Recruiter::agency;
    const Stay stay = live_stay(view, seeker, arrived);
    if (stay.ends < now) continue;
    career.place = Career::Place::abroad;
    career.since = career.accepted = arrived;
    career.contract_ends = stay.contract_ends;
    career.irregular = stay.irregular;
    return career;
  }
  return {};
}

void Block::start_worker(const MonthView& view, const Career& career, Seeker seeker, Tally& tally) {
  const OnTheWay traveller{.seeker = seeker, .payment = evaluate(view, seeker).payment};
  Worker worker = hire(view, traveller, career.since).worker;
  worker.contract_ends = short_month(career.contract_ends);
  if (career.irregular && !worker.irregular) {  // past the permit; who came without one is paid so already
    worker.irregular = true;
    const double pay = pay_without_permit(view.markets[seeker.market], worker.wage, view.markets.parameters());
    worker.wage = static_cast<std::int32_t>(worker.wage * pay);
  }
  worker.savings = static_cast<std::int32_t>(saved_since_arrival(view, worker, seeker.market));
  book(view, worker.person, seeker.market, tally).count(model::Count::savings_held, worker.savings);
  if (worker.repaid <= view.month.count()) {
    worker.principal = worker.service = 0;
    worker.repaid = 0;
  }
  view.note(seeker.person, LifeEvent::abroad_at_start, seeker.market, worker.wage, career.since);
  const std::uint32_t slot = place(view, worker, seeker.market, tally);
  rebudget(view, slot, worker.wage, worker.service, tally);
}

void Block::start_on_the_way(const MonthView& view, const Career& career, Seeker seeker, Tally& tally) {
  book(view, seeker.person, seeker.market, tally).count(model::Count::on_the_way);
  view.note(seeker.person, LifeEvent::on_the_way_at_start, seeker.market);
  departures_[static_cast<std::size_t>(career.since - view.month.count())].push_back(
      Traveller{{.seeker = seeker, .payment = evaluate(view, seeker).payment, .drops_out = career.drops_out}});
}

}  // namespace sojourn::sim
