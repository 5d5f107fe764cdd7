// Stages 5 to 9 while a way back from home leave is shut: who is caught at home, whose job is kept, who goes back.
#include "model/home_leave.hpp"

#include <algorithm>
#include <cmath>

#include "model/contract_end.hpp"
#include "model/finance.hpp"
#include "model/mobility.hpp"
#include "sim/run.hpp"

namespace sojourn::sim {

using model::Count;
using model::ReturnReason;

namespace {

// Who has papers, one of the employers' own posts and an employer who lets go may come on leave.
bool may_travel(const Worker& worker) noexcept {
  return !worker.irregular && worker.way == 0 && !worker.jobless && !worker.in_forced_labour;
}

const Gate& way_back(const MonthView& view, std::uint16_t market) {
  return view.markets.passage(index(view.markets[market].corridor)).back;
}

}  // namespace

// Whether who wants to go home goes on leave: asked once, in the month of the wish, and true as long as the job lasts.
bool Block::goes_on_leave(const MonthView& view, std::uint32_t slot, ReturnReason reason, Tally& tally) {
  const Worker& worker = workers_[slot];
  if (!model::job_survives(reason)) return false;
  if (worker.stranded_since != 0) return worker.keeps_job;
  const std::uint16_t k = worker_market_[slot];
  const MarketNow& market = view.markets[k];
  if (!way_back(view, k).limited || !may_travel(worker)) return false;
  const bool contract_is_over = reason == ReturnReason::contract_own_choice;
  if (contract_is_over && market.limited_stay) return false;
  RandomStream stream{view.run, worker.person.key(), view.month.count(), Draw::kept_job};
  if (stream.uniform() >= model::kept_probability(market.shock.departures_open, view.markets.parameters())) return false;
  if (contract_is_over) renew(view, slot, worker.wage, tally);
  return true;
}

// Home, with the job left as it stands; savings and debts come along as with any return.
void Block::begin_leave(const MonthView& view, std::uint32_t slot, ReturnReason reason, std::int32_t due_back, bool is_return,
                        Tally& tally) {
  const std::uint16_t k = worker_market_[slot];
  Worker& worker = workers_[slot];
  Book entry = book(view, worker.person, k, tally);
  entry.count(Count::on_home_leave);
  if (is_return) {
    entry.count(model::return_counts[index(reason)]);
    entry.count(Count::leaves_with_job_kept);
  } else {
    entry.count(Count::caught_on_leave);
  }
  OnLeave leave{.home = home_from(view, worker, facts_of(view, worker), k, reason), .job = {}, .due_back = due_back};
  if (leave.home.life.support != 0) entry.count(Count::returnees_supported);
  leave.home.settled = false;
  leave.home.life.work = model::HomeWork::inactive;  // has a job
  leave.home.life.observed = leave.home.life.decided = !is_return;
  take_savings(view, slot, Count::savings_brought_cents, tally);
  hearsay_.member_came_home(community_at(view, worker.person));
  view.note(worker.person, LifeEvent::came_home, k, worker.owed, leave.home.debt.balance, static_cast<std::uint8_t>(reason));
  leave.job = worker;
  leave.job.savings = leave.job.saved = leave.job.sent = 0;
  leave.job.savings_since = leave.job.stranded_since = leave.job.case_since = leave.job.unpaid_until = 0;
  leave.job.has_seat = leave.job.keeps_job = leave.job.in_forced_labour = false;
  worker.owed = 0;  // is owed still
  remove_worker(view, slot, tally);
  owe_at_home(view, leave.home);
  count_home(view, leave.home, 1, tally);
  on_leave_.push_back(leave);
}

// Those whom the closure of a way finds at home on their usual leave; and while it lasts, where there are seats home for all who
// want them, those who come on leave and do not get back in time.
void Block::catch_on_leave(const MonthView& view, Tally& tally) {
  const model::Parameters& parameters = view.markets.parameters();
  const std::int32_t now = view.month.count();
  for (std::uint32_t slot = 0; slot < workers_.size(); ++slot) {
    const std::uint16_t k = worker_market_[slot];
    if (k == no_market) continue;
    const MarketNow& market = view.markets[k];
    const Worker& worker = workers_[slot];
    const Passage& passage = view.markets.passage(index(market.corridor));
    const bool comes_home = !passage.newly_shut && passage.back.limited && !passage.home.limited;
    if ((!passage.newly_shut && !comes_home) || worker.stranded_since != 0 || !may_travel(worker)) continue;
    const double chance = comes_home ? model::cut_off_probability(market.leaves_per_month, market.shock.departures_open)
                                     : model::caught_probability(market.leaves_per_month, market.shock.departures_open, parameters);
    if (RandomStream{view.run, worker.person.key(), now, Draw::caught_on_leave}.uniform() >= chance) continue;
    const auto months = static_cast<std::int32_t>(std::lround(parameters.home_leave_months));
    begin_leave(view, slot, ReturnReason::family, comes_home ? now + months : now, comes_home, tally);
  }
}

std::uint64_t Block::turn_back(const MonthView& view, const OnLeave& leave) {
  return turn_of(view.run, leave.home.person, leave.due_back, Draw::way_back);
}

void Block::claim_ways_back(const MonthView& view) {
  claims_.clear();
  for (const OnLeave& leave : on_leave_) {
    const auto corridor = static_cast<std::uint32_t>(index(view.markets[leave.home.last_market].corridor));
    if (leave.due_back > view.month.count() || !view.markets.passage(corridor).back.limited) continue;
    claims_.push_back({corridor, turn_back(view, leave)});
  }
}

void Block::go_back(const MonthView& view, Tally& tally) {
  std::erase_if(on_leave_, [&](const OnLeave& leave) {
    if (leave.due_back > view.month.count()) return false;
    if (!way_back(view, leave.home.last_market).admits(turn_back(view, leave))) return false;
    go_back(view, leave, tally);
    return true;
  });
}

// Back at work in the same job: no search, no fee. What is owed at home is served from the wage again.
void Block::go_back(const MonthView& view, const OnLeave& leave, Tally& tally) {
  const HomePerson& home = leave.home;
  const std::uint16_t k = home.last_market;
  const std::int32_t now = view.month.count();
  Book entry = book(view, home.person, k, tally);
  entry.count(Count::on_home_leave, -1);
  entry.count(Count::back_at_kept_job);
  count_home(view, home, -1, tally);
  HomeLife life = home.life;
  decide_remigration(view, life, home.person, k, true, tally);
  view.note(home.person, LifeEvent::went_back_to_job, k, leave.job.wage);
  Worker worker = leave.job;
  const bool owes = home.debt.balance > 0 && now < home.repaid;
  const model::Loan loan{.principal = owes ? balance_at(home, now) : 0,
                         .rate_per_month = static_cast<double>(home.debt.rate_per_month),
                         .pledged = owes && home.debt.pledged};
  const Cents surplus = worker.wage - static_cast<Cents>(worker.wage * view.markets[k].living_share);
  const model::Service service = owes ? model::service_of(loan, surplus, view.markets.parameters()) : model::Service{};
  worker.principal = static_cast<std::int32_t>(loan.principal);
  worker.rate_per_month = static_cast<float>(loan.rate_per_month);
  worker.pledged = loan.pledged;
  worker.loan_since = short_month(now);
  worker.last_instalment = owes ? static_cast<std::int32_t>(service.last_instalment) : 0;
  worker.repaid = owes ? now + service.months : 0;
  const std::uint32_t slot = place(view, worker, k, tally);
  rebudget(view, slot, worker.wage, owes ? service.instalment : 0, tally);
}

// A month at home of those whose job is kept: debts are served, returns looked back on, and the job may end.
void Block::be_on_leave(const MonthView& view, Tally& tally) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < on_leave_.size(); ++i) {
    OnLeave leave = on_leave_[i];
    if (leave.home.since < view.month.count()) {
      serve_debt(view, leave.home, tally);
      live_at_home(view, leave.home, tally);
      if (const auto reason = month_of_leave(view, leave, tally)) {
        lose_kept_job(view, leave, *reason, tally);
        continue;
      }
    }
    on_leave_[kept++] = leave;
  }
  on_leave_.resize(kept);
}

// Why the job is theirs no more, if so: what strikes those at work strikes them too, and contracts end.
std::optional<ReturnReason> Block::month_of_leave(const MonthView& view, OnLeave& leave, Tally& tally) const {
  const PersonId person = leave.home.person;
  const std::uint16_t k = leave.home.last_market;
  const MarketNow& market = view.markets[k];
  const model::Parameters& parameters = view.markets.parameters();
  const std::int32_t now = view.month.count();
  Book entry = book(view, person, k, tally);
  const double u = RandomStream{view.run, person.key(), now, Draw::month_on_leave}.uniform();
  switch (model::month_on_leave({market.shock.job_loss, market.hazards.layoff, market.hazards.early_own}, u)) {
    case model::MonthOnLeave::cut_by_shock:
      entry.count(Count::jobs_lost_to_shock);
      entry.count(Count::job_loss_owed_cents, leave.job.owed);
      return ReturnReason::crisis;
    case model::MonthOnLeave::laid_off: return ReturnReason::dismissal_job_loss;
    case model::MonthOnLeave::given_up: return ReturnReason::family;
    case model::MonthOnLeave::kept: break;
  }
  if (now < leave.job.contract_ends) return std::nullopt;
  entry.count(Count::contract_ends);
  if (view.cells.age(view.cells.of(person), view.month) >= parameters.retirement_age_years) return ReturnReason::age;
  const bool owes = leave.home.debt.balance > 0 && now < leave.home.repaid;
  const double debt = owes && leave.job.wage > 0 ? static_cast<double>(balance_at(leave.home, now)) / (6.0 * leave.job.wage) : 0.0;
  const double stays = model::stay_probability({.regime_logit = view.markets.fitted().stay_logit[k],
                                                .wage_offered = UsdPerMonth{to_usd(leave.job.wage)},
                                                .wage_reference = UsdPerMonth{market.posted_wage},
                                                .debt_over_half_year_wage = debt,
                                                .fill_of_orders = market.fill,
                                                .way_open = market.shock.departures_open,
                                                .layoff_hazard = market.hazards.layoff}, parameters);
  if (RandomStream{view.run, person.key(), now, Draw::renewal_counted}.uniform() < stays) {
    entry.count(Count::renewals);
    leave.job.contract_ends = short_month(now + static_cast<std::int32_t>(std::lround(market.contract_months)));
    return std::nullopt;
  }
  RandomStream why{view.run, person.key(), now, Draw::return_reason};
  return model::reason_at_contract_end(false, why.uniform(), parameters);
}

// From now on a person back home like any other, who left for what ended the job.
void Block::lose_kept_job(const MonthView& view, const OnLeave& leave, ReturnReason reason, Tally& tally) {
  const model::Parameters& parameters = view.markets.parameters();
  const std::int32_t now = view.month.count();
  HomePerson person = leave.home;
  count_home(view, person, -1, tally);
  Book entry = book(view, person.person, person.last_market, tally);
  entry.count(Count::on_home_leave, -1);
  entry.count(Count::kept_jobs_lost);
  if (leave.job.owed > 0) entry.count(Count::owed_lost_cents, leave.job.owed);
  view.note(person.person, LifeEvent::kept_job_ended, person.last_market, leave.job.owed, 0, static_cast<std::uint8_t>(reason));
  person.life.reason = reason;
  person.settled = RandomStream{view.run, person.person.key(), now, Draw::settle}.uniform() <
                   model::settle_probability(reason, Months{static_cast<double>(person.life.months_abroad)}, parameters);
  const bool old = view.cells.age(view.cells.of(person.person), view.month) >= parameters.retirement_age_years;
  person.life.work = old ? model::HomeWork::inactive : model::HomeWork::seeking;
  count_home(view, person, 1, tally);
  home_.push_back(person);
}

// Who is caught at home asks for a place at once; the way back has its own places, a share of its own usual flow.
void Run::open_ways_back() {
  if (!markets_.any_way_back_limited()) return;
  const MonthView now = view();
  each_block([&](Block& block, Tally& tally) { block.catch_on_leave(now, tally); });
  each_block([&](Block& block, Tally&) { block.claim_ways_back(now); });
  share_places(&Passage::back);
}

}  // namespace sojourn::sim
