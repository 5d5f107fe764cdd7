// Stage 6: what happens at work, until the contract ends or the worker leaves.
#include <algorithm>
#include <cmath>

#include "model/contract_end.hpp"
#include "model/employment.hpp"
#include "model/mobility.hpp"
#include "model/returning.hpp"
#include "sim/block.hpp"

namespace sojourn::sim {

using model::Count;

namespace {

// An amount of hazard in ticks of a market's clock, at least one.
std::uint32_t ticks_of(double hazard) { return static_cast<std::uint32_t>(std::ceil(hazard / clock_unit)); }

}  // namespace

void Block::set_alarm(const MonthView& view, std::uint32_t slot, Draw why) {
  RandomStream stream{view.run, workers_[slot].person.key(), view.month.count(), why};
  set_alarm(view, slot, stream.exponential(), view.markets[worker_market_[slot]].clock);
}

void Block::set_alarm(const MonthView& view, std::uint32_t slot, double withstands, std::uint32_t from) {
  Worker& worker = workers_[slot];
  const MarketNow& market = view.markets[worker_market_[slot]];
  const model::Parameters& parameters = view.markets.parameters();
  const std::int32_t now = view.month.count();
  // What may still rise while the alarm runs is taken at its highest: a debt falls, pay outside rises.
  model::OwnFactors highest = own_factors(market, worker, now, parameters);
  if (!worker.irregular) {
    const bool harmed = harmed_within(worker, now, model::reference_window_months);
    highest.request = model::request_factor(harmed, 0, parameters);
    highest.abscond = model::absconding_factor(static_cast<double>(worker.employer_factor), debt_over_half_year_wage(worker, now),
                                               harmed_within(worker, now, 3), model::highest_outside_wage_ratio, parameters);
  }
  worker.alarm_factor = static_cast<float>(model::alarm_factor(market.hazards, highest, least_hazard));
  alarms_[slot] = from + ticks_of(withstands / static_cast<double>(worker.alarm_factor));
}

void Block::set_alarms_anew(const MonthView& view) {
  for (std::uint32_t slot = 0; slot < workers_.size(); ++slot) {
    const std::uint16_t k = worker_market_[slot];
    if (k == no_market || !view.markets[k].alarms_anew) continue;
    const MarketNow& market = view.markets[k];
    RandomStream stream{view.run, workers_[slot].person.key(), view.month.count(), Draw::alarm_anew};
    set_alarm(view, slot, stream.exponential(), market.clock - static_cast<std::uint32_t>(market.alarm_bound / clock_unit));
  }
}

void Block::work(const MonthView& view, Tally& tally) {
  // Everybody's alarm against the clock of their market: the whole cost of a quiet month.
  ringing_.clear();
  const std::size_t slots = alarms_.size();
  for (std::size_t slot = 0; slot < slots; ++slot) {
    const std::uint16_t market = worker_market_[slot];
    if (market != no_market && rings(view, slot, market)) ringing_.push_back(static_cast<std::uint32_t>(slot));
  }
  for (std::size_t i = 0; i < ringing_.size(); ++i) {
    fetch_ahead(ringing_, i);
    const std::uint32_t slot = ringing_[i];
    const std::uint16_t market = worker_market_[slot];
    // More than one alarm may ring within a month, each from where the last one rang.
    for (int turn = 0; worker_market_[slot] == market && rings(view, slot, market); ++turn) ring(view, slot, turn, tally);
  }
  const std::int32_t now = view.month.count();
  const std::vector<std::uint32_t>& due_now = due(now);
  for (std::size_t i = 0; i < due_now.size(); ++i) {
    fetch_ahead(due_now, i);
    const std::uint32_t slot = due_now[i];
    if (worker_market_[slot] != no_market) go_on_unpaid(view, slot, tally);
    if (worker_market_[slot] != no_market && workers_[slot].in_forced_labour) review_forced_labour(view, slot, tally);
    if (worker_market_[slot] != no_market && workers_[slot].contract_ends == now) end_contract(view, slot, tally);
  }
}

bool Block::rings(const MonthView& view, std::size_t slot, std::uint16_t market) const noexcept {
  return static_cast<std::int32_t>(view.markets[market].clock - alarms_[slot]) >= 0;
}

// Records of workers lie far apart in memory: those who come next are asked for while the present one is dealt with.
void Block::fetch_ahead(const std::vector<std::uint32_t>& slots, std::size_t place) const noexcept {
  constexpr std::size_t ahead = 12;
  if (place + ahead >= slots.size()) return;
  const auto* record = reinterpret_cast<const char*>(&workers_[slots[place + ahead]]);
  __builtin_prefetch(record);
  __builtin_prefetch(record + sizeof(Worker) - 1);
}

void Block::ring(const MonthView& view, std::uint32_t slot, int turn, Tally& tally) {
  const MarketNow& market = view.markets[worker_market_[slot]];
  const Worker& worker = workers_[slot];
  const model::Parameters& parameters = view.markets.parameters();
  const std::uint32_t rang_at = alarms_[slot];
  RandomStream stream{view.run, worker.person.key(), view.month.count(), Draw::event};
  for (int word = 0; word < 2 * turn; ++word) (void)stream.word();
  auto event = model::event_at_alarm(market.hazards, own_factors(market, worker, view.month.count(), parameters),
                                           market.alarm_bound * static_cast<double>(worker.alarm_factor), stream.uniform());
  using Event = model::EmploymentEvent;
  if (worker.jobless && event != Event::death) event = Event::none;
  if ((market.any_rule || worker.tested) && event != Event::none && is_averted(view, slot, turn, event)) {
    event = event == Event::early_own ? Event::home_leave : Event::none;
  }
  const double withstands = stream.exponential();
  if (event == Event::none) {  // nothing has changed, so the alarm runs on as fast
    alarms_[slot] = rang_at + ticks_of(withstands / static_cast<double>(worker.alarm_factor));
    return;
  }
  switch (event) {
    case Event::none: break;
    case Event::death: die(view, slot, tally); break;
    case Event::early_own:
    case Event::layoff: go_home(view, slot, model::reason_of(event), tally); break;
    case Event::illness: fall_ill(view, slot, tally); break;
    case Event::dismissal:
      book(view, worker.person, worker_market_[slot], tally).count(Count::dismissals);
      view.note(worker.person, LifeEvent::dismissed, worker_market_[slot]);
      go_home(view, slot, model::ReturnReason::dismissal_job_loss, tally);
      break;
    case Event::home_leave:
      view.note(worker.person, LifeEvent::home_leave, worker_market_[slot]);
      if (market.registered_share > 0 && !worker.irregular) {
        book(view, worker.person, worker_market_[slot], tally).count(Count::registered_rehires);
      }
      break;
    case Event::job_request: ask_to_move(view, slot, tally); break;
    case Event::absconding: become_irregular(view, slot, Count::abscondings, tally); break;
    case Event::removal: be_removed(view, slot, tally); break;
    default: suffer(view, slot, event, tally);
  }
  if (worker_market_[slot] != no_market) set_alarm(view, slot, withstands, rang_at);
}

void Block::die(const MonthView& view, std::uint32_t slot, Tally& tally) {
  const Worker& worker = workers_[slot];
  const population::Cell& cell = view.cells.of(worker.person);
  Book entry = book(view, worker.person, worker_market_[slot], tally);
  entry.count(Count::deaths);
  view.note(worker.person, LifeEvent::died, worker_market_[slot], worker.owed);
  hearsay_.member_died(community_at(view, worker.person), view.markets[worker_market_[slot]].destination, view.month - first_, view.markets);
  RandomStream cause{view.run, worker.person.key(), view.month.count(), Draw::cause};
  switch (model::death_cause(cause.uniform(), view.markets.parameters())) {
    case model::DeathCause::natural: break;  // all deaths less the others
    case model::DeathCause::traffic: entry.count(Count::deaths_traffic); break;
    case model::DeathCause::suicide: entry.count(Count::deaths_suicide); break;
    case model::DeathCause::work: entry.count(Count::deaths_work); break;
    case model::DeathCause::other: entry.count(Count::deaths_other); break;
  }
  ++tally.died[index(cell.origin) * 2 + index(cell.sex)];
  pay_death_benefit(view, slot, tally);
  take_savings(view, slot, Count::savings_of_dead_cents, tally);
  remove_worker(view, slot, tally);
}

void Block::fall_ill(const MonthView& view, std::uint32_t slot, Tally& tally) {
  const Worker& worker = workers_[slot];
  book(view, worker.person, worker_market_[slot], tally).count(Count::illnesses);
  view.note(worker.person, LifeEvent::fell_ill, worker_market_[slot]);
  pay_for_treatment(view, slot, tally);
  const double u = RandomStream{view.run, worker.person.key(), view.month.count(), Draw::job_event}.uniform();
  if (u < view.markets.parameters().leave_after_illness_probability) go_home(view, slot, model::ReturnReason::health_injury, tally);
}

void Block::end_contract(const MonthView& view, std::uint32_t slot, Tally& tally) {
  const std::uint16_t k = worker_market_[slot];
  const MarketNow& market = view.markets[k];
  const model::Parameters& parameters = view.markets.parameters();
  Worker& worker = workers_[slot];
  const population::Cell& cell = view.cells.of(worker.person);
  const std::int32_t now = view.month.count();
  if (worker.stranded_since != 0) {  // wanted to go before the end, and still does
    book(view, worker.person, k, tally).count(Count::contract_ends);
    if (worker.keeps_job) {  // waits to go on leave
      renew(view, slot, worker.wage, tally);
      return;
    }
    pay_end_of_service(view, slot, tally);
    lose_job(view, slot, tally);
    return;
  }
  if (view.cells.age(cell, view.month) >= parameters.retirement_age_years) {
    if (!worker.irregular) book(view, worker.person, k, tally).count(Count::contract_ends);
    go_home(view, slot, model::ReturnReason::age, tally);
    return;
  }
  if (worker.irregular) {  // has no contract: looks again in a year
    worker.contract_ends = short_month(now + 12);
    due(worker.contract_ends).push_back(slot);
    return;
  }
  Book entry = book(view, worker.person, k, tally);
  entry.count(Count::contract_ends);
  RandomStream stream{view.run, worker.person.key(), now, Draw::contract_end};
  const double floor = terms_of(view, slot).wage_floor_usd_per_month;
  const bool raised = to_cents(floor) > worker.wage && stream.uniform() >= market.evasion;
  const model::MobilityRule mobility = mobility_of(view, slot).rule;
  const double answer = model::renewal_pay_factor(mobility, market.base_mobility, parameters);
  const auto own_offer = static_cast<Cents>(std::llround(worker.wage * answer));
  const Cents offered = raised ? std::max(own_offer, to_cents(floor)) : own_offer;
  const bool reached = target_reached(view, worker);
  if (worker.leaves_at_end) {
    leave_at_end(view, slot, reached, tally);
    return;
  }
  const model::EndChoice choice =
      model::end_choice({.regime_logit = view.markets.fitted().stay_logit[k],
                         .wage_offered = UsdPerMonth{to_usd(offered)},
                         .wage_reference = UsdPerMonth{market.posted_wage},
                         .debt_over_half_year_wage = debt_over_half_year_wage(worker, now),
                         .fill_of_orders = market.fill,
                         .way_open = market.shock.departures_open,
                         .layoff_hazard = market.hazards.layoff,
                         .harmed_within_year = harmed_within(worker, now, model::reference_window_months),
                         .may_move = worker.own_sponsor ? 1.0 : mobility.at_contract_end,
                         .target_reached = reached}, parameters);
  const double u = RandomStream{view.run, worker.person.key(), now, Draw::renewal_counted}.uniform();
  if (u < choice.stays) {
    renew(view, slot, offered, tally);
  } else if (u < choice.stays + choice.moves) {
    entry.count(Count::moves_at_end);
    pay_end_of_service(view, slot, tally);
    change_employer(view, slot, tally);
    renew(view, slot, workers_[slot].wage, tally);
  } else {
    leave_at_end(view, slot, reached, tally);
  }
}

// Another contract, with the employer that the worker is with now.
void Block::renew(const MonthView& view, std::uint32_t slot, Cents wage, Tally& tally) {
  Worker& worker = workers_[slot];
  const MarketNow& market = view.markets[worker_market_[slot]];
  const std::int32_t now = view.month.count();
  Book entry = book(view, worker.person, worker_market_[slot], tally);
  entry.count(Count::renewals);
  view.note(worker.person, LifeEvent::contract_renewed, worker_market_[slot], wage);
  const double counted = view.markets.base().origin(market.origin).renewals_counted_share;
  if (market.registered_share > 0 && counted > 0 &&
      RandomStream{view.run, worker.person.key(), now, Draw::registered}.uniform() < counted) {
    entry.count(Count::registered_renewals);
  }
  worker.contract_ends = short_month(now + static_cast<std::int32_t>(std::lround(market.contract_months)));
  due(worker.contract_ends).push_back(slot);
  if (wage != worker.wage) rebudget(view, slot, wage, worker.service, tally);
}

// Home, or on past the permit.
void Block::leave_at_end(const MonthView& view, std::uint32_t slot, bool target_reached, Tally& tally) {
  const Worker& worker = workers_[slot];
  const MarketNow& market = view.markets[worker_market_[slot]];
  const population::Cell& cell = view.cells.of(worker.person);
  const model::Parameters& parameters = view.markets.parameters();
  const std::int32_t now = view.month.count();
  const double irregular_wage = to_usd(worker.wage) * pay_without_permit(market, worker.wage, parameters);
  const double overstays = model::overstay_probability({.debt_over_half_year_wage = debt_over_half_year_wage(worker, now),
                                                        .irregular_over_home_wage = irregular_wage / view.markets.home_wage(cell.origin, cell.sex, cell.skill),
                                                        .may_come_back = worker.leaves_at_end ? worker.may_return : !market.limited_stay}, parameters);
  if (market.may_overstay && RandomStream{view.run, worker.person.key(), now, Draw::overstays}.uniform() < overstays) {
    become_irregular(view, slot, Count::overstays, tally);
    return;
  }
  RandomStream why{view.run, worker.person.key(), now, Draw::return_reason};
  go_home(view, slot, model::reason_at_contract_end(target_reached, why.uniform(), parameters), tally);
}

void Block::go_home(const MonthView& view, std::uint32_t slot, model::ReturnReason reason, Tally& tally) {
  if (!workers_[slot].has_seat) workers_[slot].keeps_job = goes_on_leave(view, slot, reason, tally);
  // Owed on the last day of work, whether there is a seat home or not.
  const Worker& leaver = workers_[slot];
  const bool ends_service = !leaver.has_seat && leaver.stranded_since == 0 && !leaver.keeps_job;
  if (ends_service && model::return_class(reason) == model::ReturnClass::completed) pay_end_of_service(view, slot, tally);
  if (waits_for_a_seat(view, slot, reason, tally)) return;
  if (workers_[slot].keeps_job) {
    const auto months = static_cast<std::int32_t>(std::lround(view.markets.parameters().home_leave_months));
    begin_leave(view, slot, reason, view.month.count() + months, true, tally);
    return;
  }
  const std::uint16_t k = worker_market_[slot];
  book(view, workers_[slot].person, k, tally).count(model::return_counts[index(reason)]);
  settle_at_return(view, slot, reason, tally);
  const model::FundClaim claim = claim_from_fund(view, slot, tally);
  const Worker& worker = workers_[slot];
  HomePerson person = home_from(view, worker, facts_of(view, worker), k, reason);
  if (claim.months > 0) {
    person.fund_due = static_cast<std::int32_t>(claim.amount);
    person.fund_pays = short_month(view.month.count() + claim.months);
  }
  if (person.life.support != 0) book(view, worker.person, k, tally).count(Count::returnees_supported);
  take_savings(view, slot, Count::savings_brought_cents, tally);
  hearsay_.member_came_home(community_at(view, worker.person));
  view.note(worker.person, LifeEvent::came_home, k, worker.owed, person.debt.balance, static_cast<std::uint8_t>(reason));
  remove_worker(view, slot, tally);
  come_home(view, person, tally);
}

// What a wage fund takes over of wages that were not paid. Without a delay it is as if recovered from the employer on the day of
// the return; else it is due at home.
model::FundClaim Block::claim_from_fund(const MonthView& view, std::uint32_t slot, Tally& tally) {
  Worker& worker = workers_[slot];
  const std::uint16_t k = worker_market_[slot];
  if (worker.owed <= 0 || !view.markets[k].any_rule) return {};
  const model::MarketTerms& terms = terms_of(view, slot);
  if (terms.wage_fund_reached <= 0) return {};
  if (RandomStream{view.run, worker.person.key(), worker.arrived, Draw::wage_fund}.uniform() >= terms.wage_fund_reached) return {};
  const model::FundClaim claim = model::fund_claim(terms, worker.owed, worker.wage);
  Book entry = book(view, worker.person, k, tally);
  entry.count(Count::wage_fund_granted_cents, claim.amount);
  worker.owed -= static_cast<std::int32_t>(claim.amount);
  if (claim.months > 0) {
    entry.count(Count::wage_fund_due_cents, claim.amount);
  } else {
    entry.count(Count::wage_fund_paid_cents, claim.amount);
    entry.count(Count::recovered_cents, claim.amount);
    worker.savings += static_cast<std::int32_t>(claim.amount);
  }
  return claim;
}

void Block::remove_worker(const MonthView& view, std::uint32_t slot, Tally& tally) {
  Worker& worker = workers_[slot];
  const std::uint16_t k = worker_market_[slot];
  Book entry = book(view, worker.person, k, tally);
  entry.count(Count::stock_abroad, -1);
  if (worker.way != 0) entry.count(Count::pathway_workers, -1);
  if (worker.irregular) entry.count(Count::irregular_stock, -1);
  if (worker.passport_kept) entry.count(Count::passports_kept, -1);
  if (worker.in_forced_labour) entry.count(Count::forced_labour_stock, -1);
  if (worker.owed > 0) entry.count(Count::owed_lost_cents, worker.owed);
  drop_case(view, slot, tally);
  end_stranding(view, slot, tally);
  count_flows(view, worker, k, -1, tally);
  count_family(view, worker, k, -1, tally);
  count_community(view, worker.person, -1);
  worker_market_[slot] = no_market;
  free_.push_back(slot);
}

}  // namespace sojourn::sim
