// Stages 6 and 9: who pays for treatment, what is settled before the way home, and who pays for that.
#include "model/social_protection.hpp"

#include <algorithm>

#include "model/finance.hpp"
#include "sim/block.hpp"

namespace sojourn::sim {

using model::Count;

// Out of what is saved as far as it goes; the rest is borrowed from a lender and served from wages like any debt.
void Block::pay_for_treatment(const MonthView& view, std::uint32_t slot, Tally& tally) {
  Worker& worker = workers_[slot];
  const std::uint16_t k = worker_market_[slot];
  const std::int32_t now = view.month.count();
  const model::Parameters& parameters = view.markets.parameters();
  const Cents cost = model::treatment_cost(worker.wage, parameters);
  if (cost <= 0) return;
  // The same workers in every scenario, and more where more are covered.
  const model::MarketTerms& terms = view.markets.terms(k, view.cells.of(worker.person).skill, facts_of(view, worker));
  const double insured = worker.irregular ? 0.0 : model::insured_share(terms, parameters);
  if (RandomStream{view.run, worker.person.key(), worker.arrived, Draw::insured}.uniform() < insured) return;
  const Cents paid = std::clamp<Cents>(savings_before(worker, now), 0, cost);
  Book entry = book(view, worker.person, k, tally);
  entry.count(Count::treatment_paid_cents, paid);
  entry.count(Count::treatment_borrowed_cents, cost - paid);
  entry.count(Count::savings_held, -paid);
  worker.savings -= static_cast<std::int32_t>(paid);
  if (cost > paid) borrow(view, slot, cost - paid, tally);
}

// Joins what is owed already, at the mean rate of both.
void Block::borrow(const MonthView& view, std::uint32_t slot, Cents amount, Tally& tally) {
  Worker& worker = workers_[slot];
  const std::int32_t now = view.month.count();
  const model::Parameters& parameters = view.markets.parameters();
  model::Loan loan{.principal = worker.principal,
                   .rate_per_month = static_cast<double>(worker.rate_per_month),
                   .pledged = worker.pledged};
  const bool owes = worker.principal > 0 && now < worker.repaid;
  const Cents balance = owes ? model::balance_after(loan, worker.service, now - worker.loan_since) : 0;
  const auto of_old = static_cast<double>(balance), of_new = static_cast<double>(amount);
  loan.rate_per_month =
      (of_old * loan.rate_per_month + of_new * parameters.lender_rate_per_year / 12.0) / (of_old + of_new);
  loan.principal = balance + amount;
  loan.pledged = owes && worker.pledged;
  const model::Service service = model::service_of(loan, Cents{worker.wage} - worker.living, parameters);
  worker.principal = static_cast<std::int32_t>(loan.principal);
  worker.rate_per_month = static_cast<float>(loan.rate_per_month);
  worker.pledged = loan.pledged;
  worker.loan_since = short_month(now);
  worker.last_instalment = static_cast<std::int32_t>(service.last_instalment);
  worker.repaid = now + service.months;
  due(worker.repaid).push_back(slot);
  rebudget(view, slot, worker.wage, service.instalment, tally);
}

// At the end of a completed contract, for the service with the employer whom it was with. No contract, no right to it.
void Block::pay_end_of_service(const MonthView& view, std::uint32_t slot, Tally& tally) {
  Worker& worker = workers_[slot];
  const std::uint16_t k = worker_market_[slot];
  if (!view.markets[k].any_rule || worker.irregular || worker.jobless) return;
  const double kept = terms_of(view, slot).end_of_service;
  if (kept <= 0 || RandomStream{view.run, worker.person.key(), worker.arrived, Draw::end_of_service}.uniform() >= kept) return;
  const std::int32_t served = view.month.count() - std::max(worker.arrived, worker.job.began);
  const Cents paid = model::end_of_service_pay(worker.wage, served, view.markets.parameters());
  Book entry = book(view, worker.person, k, tally);
  entry.count(Count::end_of_service_cents, paid);
  entry.count(Count::savings_held, paid);
  worker.savings += static_cast<std::int32_t>(paid);
}

// Before the way home: wages that a clause settles, contributions that it pays out, and the ticket.
void Block::settle_at_return(const MonthView& view, std::uint32_t slot, model::ReturnReason reason, Tally& tally) {
  Worker& worker = workers_[slot];
  const std::uint16_t k = worker_market_[slot];
  const MarketNow& market = view.markets[k];
  const std::int32_t now = view.month.count();
  const model::MarketTerms& terms = view.markets.terms(k, view.cells.of(worker.person).skill, facts_of(view, worker));
  Book entry = book(view, worker.person, k, tally);
  const auto reached = [&](double share, Draw why) {  // no clause is for who has no contract
    return share > 0 && !worker.irregular &&
           RandomStream{view.run, worker.person.key(), worker.arrived, why}.uniform() < share;
  };
  if (worker.owed > 0 && reached(terms.wages_settled_reached, Draw::settled_wages)) {
    const auto settled = static_cast<std::int32_t>(terms.wages_settled * worker.owed);
    entry.count(Count::recovered_cents, settled);
    worker.savings += settled;
    worker.owed -= settled;
  }
  if (reached(terms.social_security_reached, Draw::social_security)) {
    const Cents paid_out = model::social_security_at_return(terms, worker.wage, worker.arrived, now);
    entry.count(Count::social_security_cents, paid_out);
    entry.count(Count::savings_held, paid_out);
    worker.savings += static_cast<std::int32_t>(paid_out);
  }
  if (!model::pays_own_ticket(reason) || reached(terms.tickets_by_employer, Draw::return_ticket)) return;
  // The way home is no dearer than papers and flight were on the way out, and who has nothing is sent home by others.
  const Cents price = to_cents(std::min(view.markets.parameters().return_ticket_usd, market.base_documented_usd));
  const Cents paid = std::clamp<Cents>(savings_before(worker, now), 0, price);
  entry.count(Count::return_tickets_cents, paid);
  entry.count(Count::savings_held, -paid);
  worker.savings -= static_cast<std::int32_t>(paid);
}

}  // namespace sojourn::sim
