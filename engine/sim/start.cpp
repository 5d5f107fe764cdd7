// The start: who is abroad, on the way and back home when a run begins (EQUATIONS 5.19), drawn by the people's own hazards.
#include <algorithm>
#include <cmath>

#include "model/decision.hpp"
#include "model/employment.hpp"
#include "model/people.hpp"
#include "model/recruitment.hpp"
#include "sim/block.hpp"
#include "sim/bounds.hpp"
#include "sim/choice.hpp"

namespace sojourn::sim {
namespace {

constexpr int months_at_once = 20;           // of candidates in one round
constexpr int patient_rounds = 8;            // before the tastes looked at are lowered
constexpr int most_rounds = 80;
constexpr double shift_per_round = 0.15;     // standard deviations of taste
constexpr double most_years_since_return = 25;  // assumed, uniform
constexpr double share_who_may_have_gone = 0.5; // of an origin's persons of one sex: keeps the start possible

// Whole persons of an expected number, the fraction by a keyed draw: unbiased at any scale.
std::int64_t whole(RunKey run, std::uint64_t who, std::int32_t what, double expected) {
  return static_cast<std::int64_t>(expected + RandomStream{run, who, what, Draw::start_rounding}.uniform());
}

}  // namespace

struct Block::Quotas {
  std::vector<std::uint32_t> markets;           // of the origin and sex
  std::vector<std::int64_t> workers, travellers;// by place in `markets`
  std::int64_t working = 0, travelling = 0, active = 0, settled = 0;
  [[nodiscard]] std::int64_t left() const { return working + travelling + active + settled; }
};

void Block::start(const MonthView& view, const std::vector<double>& renewal, Tally& tally) {
  for (std::size_t o = 0; o < view.cells.origins(); ++o) {
    for (const Sex sex : all_sexes) start_origin(view, static_cast<OriginId>(o), sex, renewal, tally);
  }
}

void Block::start_origin(const MonthView& view, OriginId origin, Sex sex, const std::vector<double>& renewal, Tally& tally) {
  const Markets& markets = view.markets;
  const model::Parameters& parameters = markets.parameters();
  Quotas quotas;
  quotas.markets = markets.of(origin, sex);
  for (const std::uint32_t k : quotas.markets) {
    const double stock = markets[k].simulated ? markets.base().markets[k].workers.value / markets.scale() / view.cells.blocks() : 0.0;
    const double flow = stock / markets.base().corridor(markets[k].corridor).mean_stay_months;
    const std::uint64_t who = static_cast<std::uint64_t>(number_) << 32U | k;
    quotas.workers.push_back(whole(view.run, who, 0, stock));
    quotas.travellers.push_back(whole(view.run, who, 1, flow * parameters.processing_mean_months));
    quotas.working += quotas.workers.back();
    quotas.travelling += quotas.travellers.back();
  }
  const auto persons = static_cast<double>(view.cells.persons_in_block(origin, sex));
  const auto working = static_cast<double>(quotas.working);
  const std::uint64_t who = static_cast<std::uint64_t>(number_) << 32U | (index(origin) * 2 + index(sex));
  quotas.active = whole(view.run, who, 2, std::min(parameters.active_former_per_worker * working, 0.15 * persons));
  quotas.settled = whole(view.run, who, 3, std::clamp(share_who_may_have_gone * persons - working, 0.0, markets.fitted().settled_per_worker[index(origin)][index(sex)] * working));

  population::Candidates::Rungs rungs(view.candidates.groups());
  const std::size_t begin = view.candidates.group(origin, sex, Skill::elementary, 0);
  const std::size_t end = view.candidates.group(origin, sex, Skill::high, population::age_bands - 1) + 1;
  for (int round = 0; round < most_rounds && quotas.left() > 0; ++round) {
    const double shift = shift_per_round * std::max(0, round - patient_rounds);
    bound_hazards(markets, view.candidates, origin, sex, shift, true, rungs);
    view.candidates.draw(view.run, number_, -1 - round, view.month, rungs, months_at_once, begin, end,
                         [&](const population::Candidate& candidate) {
                           if (quotas.left() > 0) (void)start_role(view, candidate, shift, quotas, renewal, tally);
                         });
  }
}

bool Block::start_role(const MonthView& view, const population::Candidate& candidate, double taste_shift, Quotas& quotas,
                       const std::vector<double>& renewal, Tally& tally) {
  const std::uint64_t bit = view.cells.bit(candidate.person);
  if (is_away(bit)) return false;
  const Markets& markets = view.markets;
  const model::Parameters& parameters = markets.parameters();
  const population::Cell& cell = view.cells.of(candidate.person);
  RandomStream roles{view.run, candidate.person.key(), 0, Draw::start_role};
  auto place = static_cast<std::int64_t>(roles.uniform() * static_cast<double>(quotas.left()));
  const bool settled = place >= quotas.left() - quotas.settled;
  const bool active = !settled && place >= quotas.working + quotas.travelling;
  const bool travels = !settled && !active && place >= quotas.working;
  // All of them began to seek before the stay that they are in, or have behind them, and are as much older.
  const double stay_years = roles.exponential() * parameters.expected_stay_months / 12.0;
  const double years_ago = stay_years + (settled ? roles.uniform() * most_years_since_return : active ? 1.0 : 0.0);
  const int age_then = view.cells.age(cell, view.month) - static_cast<int>(std::lround(years_ago));
  if (markets.age_factor(age_then) * parameters.search_hazard_max_per_month <= candidate.mark) return false;
  const double gain = best_gain_of(markets, view.run, candidate.person, cell, false);
  const double taste = model::taste(view.run, candidate.person, view.cells.slice(candidate.person.cell()));
  const double taste_mean = markets.fitted().taste_mean[index(cell.origin)][index(cell.sex)] - taste_shift;
  const double hazard = model::search_hazard(Usd{gain}, taste, taste_mean, 0.0, markets.age_factor(age_then), parameters).value();
  if (hazard <= candidate.mark) return false;

  Seeker seeker{.person = candidate.person, .since = view.month.count(), .taste = static_cast<float>(taste), .debt = {}};
  if (settled) {  // gone for good before the run: one bit and the account of persons
    set_away(bit, true);
    --quotas.settled;
    ++tally.settled[index(cell.origin) * 2 + index(cell.sex)];
    return true;
  }
  prepare(view, cell, seeker);
  if (active) {
    const Choice last = choose_market(markets, view.run, seeker.person, view.month, cell, false, no_market);
    if (last.market == no_market) return false;
    set_away(bit, true);
    --quotas.active;
    come_home(view, {.person = seeker.person, .last_market = last.market, .spells = 1,
                     .since = view.month.count() - 12, .taste = seeker.taste, .debt = {}}, tally);
    return true;
  }
  auto& quota = travels ? quotas.travellers : quotas.workers;
  std::int64_t open = 0;
  for (std::size_t i = 0; i < quota.size(); ++i) open += markets[quotas.markets[i]].lowest <= cell.skill ? quota[i] : 0;
  if (open == 0) return false;
  auto pick = static_cast<std::int64_t>(RandomStream{view.run, seeker.person.key(), 0, Draw::start_market}.uniform() * static_cast<double>(open));
  std::size_t i = 0;
  for (;; ++i) {
    if (markets[quotas.markets[i]].lowest > cell.skill) continue;
    if (pick < quota[i]) break;
    pick -= quota[i];
  }
  --quota[i];
  (travels ? quotas.travelling : quotas.working) -= 1;
  seeker.market = static_cast<std::uint16_t>(quotas.markets[i]);
  set_away(bit, true);
  if (travels) start_on_the_way(view, seeker, tally);
  else start_worker(view, seeker, renewal[seeker.market], tally);
  return true;
}

void Block::start_worker(const MonthView& view, Seeker seeker, double renewal, Tally& tally) {
  const MarketNow& market = view.markets[seeker.market];
  const double contract = market.contract_months;
  const double exits = std::max(1e-9, market.early_exit + model::death_hazard(market.sex, view.markets.parameters()));
  RandomStream stream{view.run, seeker.person.key(), 0, Draw::start_stay};
  // Elapsed stay of the renewal process: inside the contract in proportion to survival, before it a geometric number of contracts.
  const double inside = -std::log1p(-stream.uniform() * -std::expm1(-exits * contract)) / exits;
  const double again = renewal * std::exp(-exits * contract);
  const double contracts = again > 0 ? std::floor(std::log(stream.uniform()) / std::log(again)) : 0.0;
  const auto in_contract = static_cast<std::int32_t>(inside);
  const auto elapsed = in_contract + static_cast<std::int32_t>(std::min(contracts, 10.0) * contract);
  const std::int32_t now = view.month.count();
  const OnTheWay traveller{.seeker = seeker, .payment = evaluate(view, seeker).payment};
  Worker worker = hire(view, traveller, now - elapsed).worker;
  worker.contract_ends = now + std::max(1, static_cast<std::int32_t>(std::lround(contract)) - in_contract);
  if (worker.repaid <= now) {
    worker.principal = worker.service = 0;
    worker.repaid = 0;
  }
  const std::uint32_t slot = place(view, worker, seeker.market, tally);
  rebudget(view, slot, worker.wage, worker.service, tally);
}

void Block::start_on_the_way(const MonthView& view, Seeker seeker, Tally& tally) {
  const model::Parameters& parameters = view.markets.parameters();
  RandomStream stream{view.run, seeker.person.key(), 0, Draw::start_way};
  // Somebody met on the way is met in a long wait rather than a short one: the longer of two, at a random point of it.
  const auto one = model::processing(RandomStream{view.run, seeker.person.key(), -1, Draw::processing}, parameters.processing_mean_months, parameters);
  const auto other = model::processing(RandomStream{view.run, seeker.person.key(), -2, Draw::processing}, parameters.processing_mean_months, parameters);
  const int wait = std::max(one.months, other.months);
  const auto left = static_cast<std::size_t>(stream.uniform() * wait);
  const bool drops_out = one.months >= other.months ? one.drops_out : other.drops_out;
  book(view, seeker.person, seeker.market, tally).count(model::Count::on_the_way);
  departures_[left].push_back({.seeker = seeker, .payment = evaluate(view, seeker).payment, .drops_out = drops_out});
}

}  // namespace sojourn::sim
