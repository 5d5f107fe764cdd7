// Stage 6: what happens at work, until the contract ends or the worker leaves.
#include <algorithm>
#include <cmath>

#include "model/contract_end.hpp"
#include "model/finance.hpp"
#include "model/returning.hpp"
#include "sim/block.hpp"

namespace sojourn::sim {

using model::Count;

void Block::set_alarm(const MonthView& view, std::uint32_t slot, bool again) {
  const Worker& worker = workers_[slot];
  RandomStream stream{view.run, worker.person.key(), view.month.count(), Draw::alarm};
  if (again) (void)stream.uniform();  // the first was drawn for those abroad at the start, in this same month
  const double withstands = stream.exponential() / std::max(1.0, static_cast<double>(worker.employer_factor));
  alarms_[slot] = view.markets[worker_market_[slot]].clock + 1 + static_cast<std::uint32_t>(withstands / clock_unit);
}

void Block::work(const MonthView& view, Tally& tally) {
  // Everybody's alarm against the clock of their market: the whole cost of a quiet month.
  const std::size_t slots = alarms_.size();
  for (std::size_t slot = 0; slot < slots; ++slot) {
    const std::uint16_t market = worker_market_[slot];
    if (market == no_market) continue;
    if (static_cast<std::int32_t>(view.markets[market].clock - alarms_[slot]) >= 0) ring(view, static_cast<std::uint32_t>(slot), tally);
  }
  const std::int32_t now = view.month.count();
  for (const std::uint32_t slot : due(now)) {
    if (worker_market_[slot] != no_market && workers_[slot].contract_ends == now) end_contract(view, slot, tally);
  }
}

void Block::ring(const MonthView& view, std::uint32_t slot, Tally& tally) {
  const MarketNow& market = view.markets[worker_market_[slot]];
  const Worker& worker = workers_[slot];
  RandomStream stream{view.run, worker.person.key(), view.month.count(), Draw::event};
  const auto event = model::event_at_alarm(market.hazards, market.alarm_bound, static_cast<double>(worker.employer_factor), stream.uniform());
  switch (event) {
    case model::EmploymentEvent::death: {
      const population::Cell& cell = view.cells.of(worker.person);
      book(view, worker.person, worker_market_[slot], tally).count(Count::deaths);
      view.note(worker.person, LifeEvent::died, worker_market_[slot], worker.owed);
      hearsay_.member_died(community_at(view, worker.person), market.destination, view.month - first_, view.markets);
      ++tally.died[index(cell.origin) * 2 + index(cell.sex)];
      remove_worker(view, slot, tally);
      return;
    }
    case model::EmploymentEvent::early_violation:
    case model::EmploymentEvent::early_own:
    case model::EmploymentEvent::layoff:
      go_home(view, slot, static_cast<int>(model::reason_of(event)), tally);
      return;
    case model::EmploymentEvent::wage_withheld: withhold_wage(view, slot, tally); break;
    case model::EmploymentEvent::home_leave:
      view.note(worker.person, LifeEvent::home_leave, worker_market_[slot]);
      if (market.registered_share > 0 && worker.channel != model::Channel::irregular) {
        book(view, worker.person, worker_market_[slot], tally).count(Count::registered_rehires);
      }
      break;
    case model::EmploymentEvent::none: break;
  }
  set_alarm(view, slot, view.month == first_);
}

void Block::end_contract(const MonthView& view, std::uint32_t slot, Tally& tally) {
  const std::uint16_t k = worker_market_[slot];
  const MarketNow& market = view.markets[k];
  const model::Parameters& parameters = view.markets.parameters();
  Worker& worker = workers_[slot];
  const population::Cell& cell = view.cells.of(worker.person);
  const std::int32_t now = view.month.count();
  Book entry = book(view, worker.person, k, tally);
  entry.count(Count::contract_ends);
  if (view.cells.age(cell, view.month) >= parameters.retirement_age_years) {
    go_home(view, slot, static_cast<int>(model::ReturnReason::age), tally);
    return;
  }
  RandomStream stream{view.run, worker.person.key(), now, Draw::contract_end};
  const double floor = market.terms[index(cell.skill)].wage_floor_usd_per_month;
  const bool raised = to_cents(floor) > worker.wage && stream.uniform() >= market.evasion;
  const Cents offered = raised ? to_cents(floor) : worker.wage;
  const double stays = model::stay_probability({.regime_logit = view.markets.fitted().stay_logit[k],
                                                .wage_offered = UsdPerMonth{to_usd(offered)},
                                                .wage_reference = UsdPerMonth{market.posted_wage},
                                                .debt_over_half_year_wage = debt_over_half_year_wage(worker, now),
                                                .fill_of_orders = market.fill,
                                                .layoff_hazard = market.hazards.layoff}, parameters);
  if (RandomStream{view.run, worker.person.key(), now, Draw::renewal_counted}.uniform() >= stays) {
    go_home(view, slot, static_cast<int>(model::ReturnReason::not_renewed_or_own_choice), tally);
    return;
  }
  entry.count(Count::renewals);
  view.note(worker.person, LifeEvent::contract_renewed, k, offered);
  if (market.registered_share > 0 && worker.channel != model::Channel::irregular &&
      stream.uniform() < view.markets.base().origin(cell.origin).renewals_counted_share) {
    entry.count(Count::registered_renewals);
  }
  worker.contract_ends = now + static_cast<std::int32_t>(std::lround(market.contract_months));
  due(worker.contract_ends).push_back(slot);
  if (raised) rebudget(view, slot, offered, worker.service, tally);
}

void Block::go_home(const MonthView& view, std::uint32_t slot, int reason, Tally& tally) {
  static constexpr std::array counts{Count::returns_violation, Count::returns_job_loss, Count::returns_own,
                                     Count::returns_contract, Count::returns_age};
  const auto why = static_cast<model::ReturnReason>(reason);
  const Worker worker = workers_[slot];
  const std::uint16_t k = worker_market_[slot];
  book(view, worker.person, k, tally).count(counts[static_cast<std::size_t>(reason)]);
  const std::int32_t now = view.month.count();
  HomePerson person{.person = worker.person, .last_market = k, .spells = worker.spells, .since = now, .taste = worker.taste, .debt = {}};
  person.settled = RandomStream{view.run, worker.person.key(), now, Draw::settle}.uniform() <
                   model::settle_probability(why, Months{static_cast<double>(now - worker.arrived)}, view.markets.parameters());
  if (worker.principal > 0 && now < worker.repaid) {
    const model::Loan loan{.principal = worker.principal, .rate_per_month = static_cast<double>(worker.rate_per_month)};
    person.debt = {.balance = model::balance_after(loan, worker.service, now - worker.loan_since),
                   .rate_per_month = worker.rate_per_month, .since = now, .pledged = worker.pledged};
  }
  hearsay_.member_came_home(community_at(view, worker.person));
  view.note(worker.person, LifeEvent::came_home, k, worker.owed, person.debt.balance, static_cast<std::uint8_t>(reason));
  remove_worker(view, slot, tally);
  come_home(view, person, tally);
}

void Block::remove_worker(const MonthView& view, std::uint32_t slot, Tally& tally) {
  Worker& worker = workers_[slot];
  const std::uint16_t k = worker_market_[slot];
  Book entry = book(view, worker.person, k, tally);
  entry.count(Count::stock_abroad, -1);
  if (worker.channel == model::Channel::irregular) entry.count(Count::irregular_stock, -1);
  if (worker.owed > 0) entry.count(Count::owed_lost_cents, worker.owed);
  if (worker.case_since > 0) {
    entry.count(Count::waiting_cases, -1);
    entry.count(Count::complaints_lapsed);
  }
  count_flows(view, worker, k, -1, tally);
  count_community(view, worker.person, -1);
  worker.case_since = 0;
  worker_market_[slot] = no_market;
  free_.push_back(slot);
}

}  // namespace sojourn::sim
