// Stage 8: a worker's monthly money, kept as running totals, and the end of a debt.
#include "model/finance.hpp"
#include "model/remittances.hpp"
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

void Block::count_flows(const MonthView& view, const Worker& worker, std::uint16_t market, int sign, Tally& tally) const {
  Book entry = book(view, worker.person, market, tally);
  entry.count(Count::wages_in_force, sign * worker.wage);
  entry.count(Count::living_in_force, sign * worker.living);
  entry.count(Count::service_in_force, sign * worker.service);
  entry.count(Count::sent_in_force, sign * worker.sent);
  entry.count(Count::saved_in_force, sign * worker.saved);
  entry.count(Count::fees_in_force, sign * worker.fee);
}

// Takes the worker's old flows out of the running totals, if they were in, and puts the new ones in.
void Block::rebudget(const MonthView& view, std::uint32_t slot, Cents wage, Cents service, Tally& tally) {
  Worker& worker = workers_[slot];
  const std::uint16_t k = worker_market_[slot];
  const MarketNow& market = view.markets[k];
  if (worker.living > 0 || worker.sent > 0) count_flows(view, worker, k, -1, tally);
  const model::MonthlyBudget budget = model::monthly_budget(wage, market.living_share, service, market.sex, view.markets.parameters());
  worker.wage = static_cast<std::int32_t>(budget.wage);
  worker.living = static_cast<std::int32_t>(budget.living);
  worker.service = static_cast<std::int32_t>(budget.service);
  worker.sent = static_cast<std::int32_t>(budget.sent);
  worker.saved = static_cast<std::int32_t>(budget.saved);
  worker.fee = static_cast<std::int32_t>(model::transfer_cost(budget.sent, market.remittance_cost_percent));
  count_flows(view, worker, k, 1, tally);
  view.note(worker.person, LifeEvent::budgeted, k, worker.sent, worker.saved);
}

void Block::repay(const MonthView& view, Tally& tally) {
  const std::int32_t now = view.month.count();
  for (const std::uint32_t slot : due(now)) {
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
}

}  // namespace sojourn::sim
