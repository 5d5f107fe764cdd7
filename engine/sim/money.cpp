// Stage 8: a worker's monthly money, kept as running totals, savings, and the end of a debt.
#include <algorithm>

#include "model/finance.hpp"
#include "model/remittances.hpp"
#include "model/returning.hpp"
#include "sim/block.hpp"

namespace sojourn::sim {

using model::Count;

// b of EQUATIONS 5.6: debt over six months' wage.
double debt_over_half_year_wage(const Worker& worker, std::int32_t month) {
  if (worker.principal == 0 || worker.wage == 0) return 0;
  const model::Loan loan{.principal = worker.principal, .rate_per_month = static_cast<double>(worker.rate_per_month)};
  const Cents balance = month >= worker.repaid ? 0 : model::balance_after(loan, worker.service, month - worker.loan_since);
  return static_cast<double>(balance) / (6.0 * worker.wage);
}

Cents savings_before(const Worker& worker, std::int32_t month) noexcept {
  return worker.savings + Cents{worker.saved} * (month - worker.savings_since);
}

Cents saved_since_arrival(const MonthView& view, const Worker& worker, std::uint16_t market) {
  const MarketNow& now = view.markets[market];
  const auto saved = [&](Cents service) {
    return model::monthly_budget(worker.wage, now.living_share, service, now.sex, view.markets.parameters()).saved;
  };
  const std::int32_t months = view.month.count() - worker.arrived;
  const std::int32_t in_debt = worker.repaid > 0 ? std::min(months, worker.repaid - worker.arrived) : 0;
  return saved(worker.service) * in_debt + saved(0) * (months - in_debt);
}

bool target_reached(const MonthView& view, const Worker& worker) {
  const population::Cell& cell = view.cells.of(worker.person);
  const UsdPerMonth home_wage{view.markets.home_wage(cell.origin, cell.sex, cell.skill)};
  const double target = model::savings_target_usd(view.run, worker.person, home_wage, view.markets.parameters());
  return target > 0 && savings_before(worker, view.month.count()) >= to_cents(target);
}

void Block::take_savings(const MonthView& view, std::uint32_t slot, Count to, Tally& tally) {
  const Worker& worker = workers_[slot];
  const Cents amount = savings_before(worker, view.month.count());
  Book entry = book(view, worker.person, worker_market_[slot], tally);
  entry.count(Count::savings_held, -amount);
  entry.count(to, amount);
}

void Block::count_flows(const MonthView& view, const Worker& worker, std::uint16_t market, int sign, Tally& tally) const {
  Book entry = book(view, worker.person, market, tally);
  entry.count(Count::wages_in_force, sign * worker.wage);
  entry.count(Count::living_in_force, sign * worker.living);
  entry.count(Count::service_in_force, sign * worker.service);
  entry.count(Count::sent_in_force, sign * worker.sent);
  entry.count(Count::saved_in_force, sign * worker.saved);
  entry.count(Count::fees_in_force, sign * worker.fee);
  entry.count(Count::sent_informal_in_force, sign * worker.informal);
  entry.count(Count::fees_informal_in_force, sign * model::transfer_cost(worker.informal, view.markets.parameters().informal_cost_percent));
}

// What a wage goes to, and how the part for home is sent, at this month's price.
Block::Sending Block::sending_of(const MonthView& view, std::uint32_t slot, Cents wage, Cents service) const {
  const MarketNow& market = view.markets[worker_market_[slot]];
  const model::Parameters& parameters = view.markets.parameters();
  const auto [cost, informal] = view.markets.sending(worker_market_[slot], facts_of(view, workers_[slot]));
  const double transfers = model::transfers_per_month(cost, market.base_remittance_cost_percent, parameters);
  Sending sending{.budget = model::monthly_budget(wage, market.living_share, service, market.sex, parameters, transfers), .way = {}};
  sending.way = model::transfer(sending.budget.sent, cost, informal, parameters);
  return sending;
}

// Takes the worker's old flows out of the running totals, if they were in, and puts the new ones in.
void Block::rebudget(const MonthView& view, std::uint32_t slot, Cents wage, Cents service, Tally& tally) {
  Worker& worker = workers_[slot];
  const std::uint16_t k = worker_market_[slot];
  const std::int32_t now = view.month.count();
  if (worker.savings_since > 0) {  // has had a budget
    count_flows(view, worker, k, -1, tally);
    count_family(view, worker, k, -1, tally);
    worker.savings = static_cast<std::int32_t>(savings_before(worker, now));
  }
  worker.savings_since = short_month(now);
  const auto [budget, way] = sending_of(view, slot, wage, service);
  worker.wage = static_cast<std::int32_t>(budget.wage);
  worker.living = static_cast<std::int32_t>(budget.living);
  worker.service = static_cast<std::int32_t>(budget.service);
  worker.sent = static_cast<std::int32_t>(budget.sent);
  worker.saved = static_cast<std::int32_t>(budget.saved);
  worker.informal = static_cast<std::int32_t>(way.informal);
  worker.fee = static_cast<std::int32_t>(way.fee);
  count_flows(view, worker, k, 1, tally);
  assess_family(view, slot);
  count_family(view, worker, k, 1, tally);
  view.note(worker.person, LifeEvent::budgeted, k, worker.sent, worker.saved);
}

void Block::repay(const MonthView& view, Tally& tally) {
  const std::int32_t now = view.month.count();
  const std::vector<std::uint32_t>& due_now = due(now);
  for (std::size_t i = 0; i < due_now.size(); ++i) {
    fetch_ahead(due_now, i);
    const std::uint32_t slot = due_now[i];
    if (worker_market_[slot] == no_market) continue;
    Worker& worker = workers_[slot];
    if (worker.principal == 0 || worker.repaid != now) continue;
    Book entry = book(view, worker.person, worker_market_[slot], tally);
    entry.count(Count::last_instalment_cents, worker.last_instalment);
    view.note(worker.person, LifeEvent::last_instalment, worker_market_[slot], worker.last_instalment);
    worker.principal = 0;
    worker.repaid = 0;
    rebudget(view, slot, worker.wage, 0, tally);
  }
  due(now).clear();
  if (view.markets.any_repriced()) rebudget_repriced(view, tally);
}

// A new price of sending is everybody's in the corridor, in the month in which it comes; or that of some.
void Block::rebudget_repriced(const MonthView& view, Tally& tally) {
  for (std::size_t slot = 0; slot < workers_.size(); ++slot) {
    const std::uint16_t k = worker_market_[slot];
    if (k == no_market || (!view.markets[k].repriced() && !view.markets[k].repriced_for_some)) continue;
    const Worker& worker = workers_[slot];
    const auto place = static_cast<std::uint32_t>(slot);
    if (!view.markets[k].repriced()) {
      const auto [budget, way] = sending_of(view, place, worker.wage, worker.service);
      if (budget.sent == worker.sent && way.fee == worker.fee && way.informal == worker.informal) continue;
    }
    rebudget(view, place, worker.wage, worker.service, tally);
  }
}

}  // namespace sojourn::sim
