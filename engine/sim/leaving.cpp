// Stage 6: to another employer, out of a permit, and home.
#include "model/mobility.hpp"

#include <algorithm>
#include <cmath>

#include "model/finance.hpp"
#include "model/regularisation.hpp"
#include "sim/block.hpp"

namespace sojourn::sim {

using model::Count;

double pay_without_permit(const MarketNow& market, Cents wage, const model::Parameters& parameters) noexcept {
  return model::pay_of_others(UsdPerMonth{to_usd(wage)}, UsdPerMonth{market.going_wage}, market.trainee_pay_share) *
         parameters.irregular_wage_share;
}

// Another employer of the same destination and sector, from this month on.
void Block::change_employer(const MonthView& view, std::uint32_t slot, Tally& tally) {
  const MarketNow& market = view.markets[worker_market_[slot]];
  const Worker& worker = workers_[slot];
  const Cents wage = std::max<Cents>(worker.wage, to_cents(market.going_wage));
  view.note(worker.person, LifeEvent::changed_employer, worker_market_[slot]);
  begin_job(view, slot, Draw::moves, tally);
  if (wage != worker.wage) rebudget(view, slot, wage, worker.service, tally);
  set_alarm(view, slot, Draw::alarm_status);
}

// Leaves the old employer behind, with its record and the passport, and comes to another one.
void Block::begin_job(const MonthView& view, std::uint32_t slot, Draw why, Tally& tally) {
  Worker& worker = workers_[slot];
  const std::uint16_t k = worker_market_[slot];
  drop_case(view, slot, tally);
  Book entry = book(view, worker.person, k, tally);
  if (worker.passport_kept) entry.count(Count::passports_kept, -1);
  // The agency of the arrival has no hand in later jobs, but what it told of employers is remembered.
  const Job job = job_of(view, facts_of(view, worker), k, view.month.count(), why, {.looks_at_findings = worker.screened});
  worker.employer = job.employer;
  worker.employer_factor = job.factor;
  worker.passport_kept = job.passport_kept;
  worker.unpaid_until = 0;
  worker.job = {.began = short_month(view.month.count()), .passport_refused = job.passport_refused, .confined = job.confined};
  if (worker.passport_kept) entry.count(Count::passports_kept);
  review_forced_labour(view, slot, tally);
}

void Block::ask_to_move(const MonthView& view, std::uint32_t slot, Tally& tally) {
  const model::MobilityRule rule = mobility_of(view, slot).rule;
  if (!model::may_ask(rule, view.month.count() - workers_[slot].job.began)) return;
  Book entry = book(view, workers_[slot].person, worker_market_[slot], tally);
  entry.count(Count::job_change_requests);
  if (RandomStream{view.run, workers_[slot].person.key(), view.month.count(), Draw::job_event}.uniform() >= rule.approval) return;
  entry.count(Count::job_changes);
  change_employer(view, slot, tally);
}

double Block::free_to_move(const MonthView& view, std::uint32_t slot) const {
  const Worker& worker = workers_[slot];
  if (worker.own_sponsor) return 1;
  const model::MobilityRule rule = mobility_of(view, slot).rule;
  return model::may_ask(rule, view.month.count() - worker.job.began) ? rule.within_contract : 0.0;
}

void Block::become_irregular(const MonthView& view, std::uint32_t slot, Count how, Tally& tally) {
  Worker& worker = workers_[slot];
  Book entry = book(view, worker.person, worker_market_[slot], tally);
  entry.count(how);
  view.note(worker.person, how == Count::overstays ? LifeEvent::overstayed : LifeEvent::left_tied_job, worker_market_[slot]);
  entry.count(Count::irregular_stock);
  worker.irregular = true;
  worker.own_sponsor = false;
  const MarketNow& market = view.markets[worker_market_[slot]];
  const auto wage = static_cast<Cents>(worker.wage * pay_without_permit(market, worker.wage, view.markets.parameters()));
  begin_job(view, slot, Draw::moves, tally);
  rebudget(view, slot, wage, refinanced(view, slot, wage), tally);
  worker.contract_ends = short_month(view.month.count() + 12);  // no contract: a look at age each year
  due(worker.contract_ends).push_back(slot);
  set_alarm(view, slot, Draw::alarm_status);
}

// The instalments of the debt that is left, served from another wage from this month on.
Cents Block::refinanced(const MonthView& view, std::uint32_t slot, Cents wage) {
  Worker& worker = workers_[slot];
  const std::int32_t now = view.month.count();
  if (worker.principal == 0 || now >= worker.repaid) return worker.service;
  model::Loan loan{.principal = worker.principal, .rate_per_month = static_cast<double>(worker.rate_per_month), .pledged = worker.pledged};
  loan.principal = model::balance_after(loan, worker.service, now - worker.loan_since);
  const Cents surplus = wage - static_cast<Cents>(static_cast<double>(wage) * view.markets[worker_market_[slot]].living_share);
  const model::Service service = model::service_of(loan, surplus, view.markets.parameters());
  worker.principal = static_cast<std::int32_t>(loan.principal);
  worker.loan_since = short_month(now);
  worker.last_instalment = static_cast<std::int32_t>(service.last_instalment);
  worker.repaid = now + service.months;
  due(worker.repaid).push_back(slot);
  return service.instalment;
}

// Workers in irregular status whom an open window reaches, by a keyed chance: a wider one reaches the same, and more.
void Block::regularise(const MonthView& view, Tally& tally) {
  const model::Parameters& parameters = view.markets.parameters();
  for (std::uint32_t slot = 0; slot < workers_.size(); ++slot) {
    const std::uint16_t k = worker_market_[slot];
    if (k == no_market) continue;
    const Worker& worker = workers_[slot];
    const MarketNow& market = view.markets[k];
    if (!worker.irregular || worker.stranded_since != 0) continue;
    const model::MarketTerms& terms = view.markets.terms(k, view.cells.of(worker.person).skill, facts_of(view, worker));
    if (buys_flexible_permit(view, slot, terms, tally)) continue;
    if (terms.regularisation_reached <= 0) continue;
    RandomStream stream{view.run, worker.person.key(), view.month.count(), Draw::regularisation};
    if (stream.uniform() >= terms.regularisation_reached) continue;
    const double asks = model::permit_probability({.wage = UsdPerMonth{to_usd(worker.wage)}, .living_share = market.living_share,
                                                   .contract = Months{market.contract_months}, .fee = Usd{terms.regularisation_fee_usd},
                                                   .saved = Usd{to_usd(savings_before(worker, view.month.count()))}}, parameters);
    const double u = stream.uniform(), v = stream.uniform();
    switch (model::window_choice(asks, market.permits_granted, u, v, stream.uniform(), parameters)) {
      case model::WindowChoice::stays_irregular: break;
      case model::WindowChoice::becomes_regular: become_regular(view, slot, to_cents(terms.regularisation_fee_usd), tally); break;
      case model::WindowChoice::goes_home:
        book(view, worker.person, k, tally).count(Count::amnesty_returns);
        go_home(view, slot, model::ReturnReason::family, tally);
        break;
    }
  }
}

// A permit without an employer, paid for the usual contract's time at once, for those who hold the money.
bool Block::buys_flexible_permit(const MonthView& view, std::uint32_t slot, const model::MarketTerms& terms, Tally& tally) {
  if (terms.flexi_permits_per_month <= 0) return false;
  const Worker& worker = workers_[slot];
  const MarketNow& market = view.markets[worker_market_[slot]];
  const model::Parameters& parameters = view.markets.parameters();
  RandomStream stream{view.run, worker.person.key(), view.month.count(), Draw::flexi};
  if (stream.uniform() >= parameters.flexi_considered_per_month) return false;
  const Usd fee{terms.flexi_usd_per_year * market.contract_months / 12.0};
  const double asks = model::permit_probability({.wage = UsdPerMonth{to_usd(worker.wage)}, .living_share = market.living_share,
                                                 .contract = Months{market.contract_months}, .fee = fee,
                                                 .saved = Usd{to_usd(savings_before(worker, view.month.count()))}}, parameters);
  if (stream.uniform() >= asks || stream.uniform() >= market.flexi_granted) return false;
  workers_[slot].own_sponsor = true;
  become_regular(view, slot, to_cents(fee.value()), tally);
  return true;
}

// A permit, the usual contract with the employer of today, and the pay that went with it.
void Block::become_regular(const MonthView& view, std::uint32_t slot, Cents fee, Tally& tally) {
  Worker& worker = workers_[slot];
  const MarketNow& market = view.markets[worker_market_[slot]];
  Book entry = book(view, worker.person, worker_market_[slot], tally);
  entry.count(Count::regularised);
  entry.count(Count::irregular_stock, -1);
  entry.count(Count::regularisation_fees_cents, fee);
  entry.count(Count::savings_held, -fee);
  worker.savings -= static_cast<std::int32_t>(fee);
  worker.irregular = worker.leaves_at_end = false;
  worker.contract_ends = short_month(view.month.count() + static_cast<std::int32_t>(std::lround(market.contract_months)));
  due(worker.contract_ends).push_back(slot);
  const Cents wage = to_cents(model::regular_wage(UsdPerMonth{to_usd(worker.wage)}, view.markets.parameters()).value());
  view.note(worker.person, LifeEvent::regularised, worker_market_[slot], wage);
  rebudget(view, slot, wage, refinanced(view, slot, wage), tally);
  set_alarm(view, slot, Draw::alarm_status);
}

void Block::be_removed(const MonthView& view, std::uint32_t slot, Tally& tally) {
  Book entry = book(view, workers_[slot].person, worker_market_[slot], tally);
  entry.count(Count::removals);
  view.note(workers_[slot].person, LifeEvent::found_irregular, worker_market_[slot]);
  const double u = RandomStream{view.run, workers_[slot].person.key(), view.month.count(), Draw::job_event}.uniform();
  const bool deported = u < view.markets.parameters().deportation_share;
  go_home(view, slot, deported ? model::ReturnReason::deportation : model::ReturnReason::family, tally);
}

}  // namespace sojourn::sim
