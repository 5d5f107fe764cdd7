// Stages 4 to 8: departure, arrival, what happens at work, complaints, repayment.
#include <algorithm>
#include <cmath>

#include "model/contract_end.hpp"
#include "model/finance.hpp"
#include "model/people.hpp"
#include "model/placement.hpp"
#include "model/protection.hpp"
#include "model/remittances.hpp"
#include "model/returning.hpp"
#include "sim/block.hpp"

namespace sojourn::sim {
namespace {

using model::Count;

// b of EQUATIONS 5.6: debt over six months' wage.
double debt_ratio(const Worker& worker, std::int32_t month) {
  if (worker.principal == 0 || worker.wage == 0) return 0;
  const model::Loan loan{.principal = worker.principal, .rate_per_month = static_cast<double>(worker.rate_per_month)};
  const Cents balance = month >= worker.repaid ? 0 : model::balance_after(loan, worker.service, month - worker.loan_since);
  return static_cast<double>(balance) / (6.0 * worker.wage);
}

}  // namespace

void Block::depart(const MonthView& view, Tally& tally) {
  auto& leaving = departures_[static_cast<std::size_t>(view.month - first_)];
  for (const OnTheWay& traveller : leaving) {
    Book entry = book(view, traveller.seeker.person, traveller.seeker.market, tally);
    entry.count(Count::on_the_way, -1);
    if (traveller.drops_out) {
      entry.count(Count::dropped_out);
      leave_queue(view, traveller.seeker, tally);
    } else {
      arrive(view, traveller, tally);
    }
  }
  leaving.clear();
  leaving.shrink_to_fit();
}

Block::Conditions Block::conditions_of(const MonthView& view, const Seeker& seeker, std::int32_t arrived) const {
  const MarketNow& market = view.markets[seeker.market];
  const model::Parameters& parameters = view.markets.parameters();
  const std::uint64_t key = seeker.person.key();
  Conditions conditions;
  conditions.channel = model::channel_of(seeker.past_ban, market.registered_share, RandomStream{view.run, key, arrived, Draw::registered}.uniform());
  const double quality = model::employer_quality(RandomStream{view.run, key, arrived, Draw::employer});
  conditions.employer_factor = static_cast<float>(model::harm_factor(quality, parameters));
  const double floor = market.terms[index(view.cells.of(seeker.person).skill)].wage_floor_usd_per_month;
  const bool floor_binds = floor > market.going_wage;
  conditions.promised_usd = floor_binds ? floor : market.going_wage;
  const bool floor_paid = floor_binds && RandomStream{view.run, key, arrived, Draw::floor_paid}.uniform() >= market.evasion;
  double wage = floor_binds && !floor_paid ? market.going_wage : conditions.promised_usd;
  RandomStream substitution{view.run, key, arrived, Draw::substitution};
  conditions.substituted = floor_binds && !floor_paid;
  if (substitution.uniform() < model::substitution_probability(quality, conditions.channel == model::Channel::registered, parameters)) {
    wage *= 1.0 - model::substitution_cut(substitution, parameters);
    conditions.substituted = true;
  }
  conditions.wage = to_cents(wage);
  return conditions;
}

Block::Hire Block::hire(const MonthView& view, const OnTheWay& traveller, std::int32_t departed) const {
  const Seeker& seeker = traveller.seeker;
  const MarketNow& market = view.markets[seeker.market];
  const model::Parameters& parameters = view.markets.parameters();
  const population::Cell& cell = view.cells.of(seeker.person);
  const Conditions conditions = conditions_of(view, seeker, departed);
  Hire hire;
  hire.promised_usd = conditions.promised_usd;
  hire.substituted = conditions.substituted;
  Worker& worker = hire.worker;
  worker.person = seeker.person;
  worker.taste = seeker.taste;
  worker.arrived = worker.loan_since = departed;
  worker.spells = static_cast<std::uint8_t>(std::min(255, seeker.spells + 1));
  worker.channel = conditions.channel;
  worker.contract_ends = departed + static_cast<std::int32_t>(std::lround(market.contract_months));
  worker.employer_factor = conditions.employer_factor;
  worker.wage = static_cast<std::int32_t>(conditions.wage);

  const model::Loan loan = loan_of(view, traveller, cell);
  const Cents surplus = worker.wage - static_cast<Cents>(worker.wage * market.living_share);
  hire.service = model::service_of(loan, surplus, parameters);
  worker.principal = static_cast<std::int32_t>(loan.principal);
  worker.rate_per_month = static_cast<float>(loan.rate_per_month);
  worker.pledged = loan.pledged;
  worker.service = static_cast<std::int32_t>(hire.service.instalment);
  worker.last_instalment = static_cast<std::int32_t>(hire.service.last_instalment);
  worker.repaid = loan.principal > 0 ? departed + hire.service.months : 0;
  return hire;
}

model::Loan Block::loan_of(const MonthView& view, const OnTheWay& traveller, const population::Cell& cell) const {
  const Seeker& seeker = traveller.seeker;
  const model::Parameters& parameters = view.markets.parameters();
  const UsdPerMonth home_wage{view.markets.home_wage(cell.origin, cell.sex, cell.skill)};
  model::Loan loan = model::loan_for(std::max<Cents>(0, traveller.payment.borne_by_worker), means_of(view, seeker, home_wage), parameters);
  if (seeker.debt.balance == 0) return loan;
  // An old debt has grown meanwhile and joins the new one.
  const auto old_rate = static_cast<double>(seeker.debt.rate_per_month);
  const double growth = std::pow(1.0 + old_rate, view.month.count() - seeker.debt.since);
  const auto old = static_cast<Cents>(std::llround(static_cast<double>(seeker.debt.balance) * growth));
  loan.rate_per_month = (static_cast<double>(loan.principal) * loan.rate_per_month + static_cast<double>(old) * old_rate) /
                        static_cast<double>(loan.principal + old);
  loan.principal += old;
  loan.pledged = loan.pledged || seeker.debt.pledged;
  return loan;
}

void Block::arrive(const MonthView& view, const OnTheWay& traveller, Tally& tally) {
  const Seeker& seeker = traveller.seeker;
  const std::int32_t now = view.month.count();
  const Hire hired = hire(view, traveller, now);
  const Worker& worker = hired.worker;
  const model::Payment& paid = traveller.payment;
  Book entry = book(view, seeker.person, seeker.market, tally);
  entry.count(Count::deployments);
  if (worker.channel == model::Channel::registered) entry.count(Count::registered_new);
  if (worker.channel == model::Channel::irregular) entry.count(Count::irregular_departures);
  if (seeker.spells > 0) entry.count(Count::repeat_hires);
  if (hired.substituted) entry.count(Count::substituted);
  entry.count(Count::months_to_deploy, now - seeker.since);
  entry.count(Count::wage_offered_cents, to_cents(hired.promised_usd));
  entry.count(Count::wage_first_cents, worker.wage);
  entry.count(Count::cost_cents, paid.borne_by_worker);
  entry.count(Count::official_cost_cents, paid.official);
  entry.count(Count::cost_documented_cents, paid.documented);
  entry.count(Count::cost_employer_side_cents, paid.to_employer_side);
  entry.count(Count::cost_agency_cents, paid.to_agency);
  entry.count(Count::cost_subagent_cents, paid.to_subagents);
  entry.count(Count::paid_by_employer_cents, paid.paid_by_employer);
  entry.count(Count::refunded_cents, paid.refunded);
  if (traveller.under_rule) {
    entry.count(Count::rule_cases);
    if (paid.complied) entry.count(Count::rule_cases_kept);
  }
  const double months = static_cast<double>(paid.borne_by_worker) / worker.wage;
  entry.count(Count::cost_millimonths, std::llround(months * 1000.0));
  entry.count(Count::debt_at_departure_cents, worker.principal);
  if (worker.principal > 0 && hired.service.months < model::never_repaid) {
    entry.count(Count::borrowers);
    entry.count(Count::repayment_months, hired.service.months);
  }
  tally.costs.push_back({seeker.market, static_cast<float>(months)});
  const std::uint32_t slot = place(view, worker, seeker.market, tally);
  rebudget(view, slot, worker.wage, worker.service, tally);
}

std::uint32_t Block::place(const MonthView& view, const Worker& worker, std::uint16_t market, Tally& tally) {
  std::uint32_t slot = 0;
  if (free_.empty()) {
    slot = static_cast<std::uint32_t>(workers_.size());
    workers_.push_back(worker);
    worker_market_.push_back(market);
    alarms_.push_back(0);
  } else {
    slot = free_.back();
    free_.pop_back();
    workers_[slot] = worker;
    worker_market_[slot] = market;
  }
  Book entry = book(view, worker.person, market, tally);
  entry.count(Count::stock_abroad);
  if (worker.channel == model::Channel::irregular) entry.count(Count::irregular_stock);
  count_community(view, worker.person, 1);
  schedule(slot);
  set_alarm(view, slot, false);
  return slot;
}

void Block::schedule(std::uint32_t slot) {
  const Worker& worker = workers_[slot];
  due(worker.contract_ends).push_back(slot);
  if (worker.repaid > 0 && worker.repaid != worker.contract_ends) due(worker.repaid).push_back(slot);
}

void Block::set_alarm(const MonthView& view, std::uint32_t slot, bool again) {
  const Worker& worker = workers_[slot];
  RandomStream stream{view.run, worker.person.key(), view.month.count(), Draw::alarm};
  if (again) (void)stream.uniform();  // the first was drawn for those abroad at the start, in this same month
  const double withstands = stream.exponential() / std::max(1.0, static_cast<double>(worker.employer_factor));
  alarms_[slot] = view.markets[worker_market_[slot]].clock + 1 + static_cast<std::uint32_t>(withstands / clock_unit);
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
                                                .debt_over_half_year_wage = debt_ratio(worker, now),
                                                .fill_of_orders = market.fill,
                                                .layoff_hazard = market.hazards.layoff}, parameters);
  if (RandomStream{view.run, worker.person.key(), now, Draw::renewal_counted}.uniform() >= stays) {
    go_home(view, slot, static_cast<int>(model::ReturnReason::not_renewed_or_own_choice), tally);
    return;
  }
  entry.count(Count::renewals);
  if (market.registered_share > 0 && worker.channel != model::Channel::irregular &&
      stream.uniform() < view.markets.base().origin(cell.origin).renewals_counted_share) {
    entry.count(Count::registered_renewals);
  }
  worker.contract_ends = now + static_cast<std::int32_t>(std::lround(market.contract_months));
  due(worker.contract_ends).push_back(slot);
  if (raised) rebudget(view, slot, offered, worker.service, tally);
}

void Block::withhold_wage(const MonthView& view, std::uint32_t slot, Tally& tally) {
  Worker& worker = workers_[slot];
  Book entry = book(view, worker.person, worker_market_[slot], tally);
  const Cents amount = worker.sent + worker.saved;  // lives and serves debt on what is left
  entry.count(Count::withheld_events);
  entry.count(Count::withheld_cents, amount);
  entry.count(Count::withheld_sent_cents, worker.sent);
  entry.count(Count::withheld_saved_cents, worker.saved);
  entry.count(Count::withheld_fees_cents, worker.fee);
  worker.owed += static_cast<std::int32_t>(amount);
  if (worker.case_since > 0) return;
  const std::int32_t now = view.month.count();
  const double complains = model::complaint_probability(debt_ratio(worker, now), false, worker.channel == model::Channel::irregular,
                                                        view.markets.parameters());
  if (RandomStream{view.run, worker.person.key(), now, Draw::complain}.uniform() >= complains) return;
  entry.count(Count::complaints_filed);
  entry.count(Count::waiting_cases);
  worker.case_since = now;
  cases_.push_back({slot, worker.person});
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

void Block::protect(const MonthView& view, Tally& tally) {
  std::size_t kept = 0;
  for (const CaseRef& reference : cases_) {
    Worker& worker = workers_[reference.slot];
    const bool gone = worker_market_[reference.slot] == no_market || worker.person != reference.person || worker.case_since == 0;
    if (gone) continue;
    if (worker.case_since == view.month.count()) {  // lodged this month: joins the queue behind the others
      cases_[kept++] = reference;
      continue;
    }
    const std::uint16_t k = worker_market_[reference.slot];
    const std::size_t corridor = index(view.markets[k].corridor);
    RandomStream stream{view.run, worker.person.key(), view.month.count(), Draw::case_closes};
    const double u = stream.uniform();
    const model::CaseStep step = model::case_step(view.backlog[corridor],
                                                  model::case_capacity(view.corridor_stock[corridor], view.markets.parameters()),
                                                  u, stream.uniform(), view.markets.parameters());
    if (step == model::CaseStep::waits) {
      cases_[kept++] = reference;
      continue;
    }
    Book entry = book(view, worker.person, k, tally);
    entry.count(Count::waiting_cases, -1);
    if (step == model::CaseStep::lapses) {
      entry.count(Count::complaints_lapsed);
    } else {
      entry.count(Count::complaints_closed);
      entry.count(Count::case_months, view.month.count() - worker.case_since);
    }
    if (step == model::CaseStep::closes_with_wages) {
      entry.count(Count::complaints_resolved);
      entry.count(Count::recovered_cents, worker.owed);
      worker.owed = 0;
    }
    worker.case_since = 0;
  }
  cases_.resize(kept);
}

void Block::repay(const MonthView& view, Tally& tally) {
  const std::int32_t now = view.month.count();
  for (const std::uint32_t slot : due(now)) {
    if (worker_market_[slot] == no_market) continue;
    Worker& worker = workers_[slot];
    if (worker.principal == 0 || worker.repaid != now) continue;
    Book entry = book(view, worker.person, worker_market_[slot], tally);
    entry.count(Count::last_instalment_cents, worker.last_instalment);
    worker.principal = 0;
    worker.repaid = 0;
    rebudget(view, slot, worker.wage, 0, tally);
  }
  due(now).clear();
}

}  // namespace sojourn::sim
