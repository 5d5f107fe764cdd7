// Stage 6: harm as it happens to one worker, what it does to the job's record, and forced labour found in that record.
#include "model/harm.hpp"

#include <algorithm>
#include <cmath>

#include "model/mobility.hpp"
#include "sim/block.hpp"

namespace sojourn::sim {

using model::Count;
using model::EmploymentEvent;
using model::Grievance;

namespace {

bool within(std::int16_t last, std::int32_t month, int months) noexcept {
  return last != model::JobRecord::never && month - last < months;
}

}  // namespace

bool harmed_within(const Worker& worker, std::int32_t month, int months) noexcept {
  const model::JobRecord& job = worker.job;
  return within(job.hurt, month, months) || within(job.unpaid, month, months) || within(job.long_hours, month, months);
}

model::OwnFactors own_factors(const MarketNow& market, const Worker& worker, std::int32_t month, const model::Parameters& parameters) {
  const double debt = debt_over_half_year_wage(worker, month);
  const double employer = static_cast<double>(worker.employer_factor);
  model::OwnFactors own{.harm = employer * model::relative_risk({worker.irregular, worker.job.confined, debt}, parameters),
                        .irregular = worker.irregular};
  if (worker.irregular) {  // nobody to ask, nobody to leave
    own.request = own.abscond = 0;
    return own;
  }
  own.request = model::request_factor(harmed_within(worker, month, model::reference_window_months), debt, parameters);
  own.abscond = model::absconding_factor(employer, debt, harmed_within(worker, month, 3),
                                         market.going_wage / market.trainee_pay_share / std::max(1.0, to_usd(worker.wage)), parameters);
  return own;
}

bool Block::is_averted(const MonthView& view, std::uint32_t slot, int turn, EmploymentEvent event) const {
  const Worker& worker = workers_[slot];
  const MarketNow& market = view.markets[worker_market_[slot]];
  const model::PersonFacts facts = facts_of(view, worker);
  double left = 1;
  if (event == EmploymentEvent::absconding || event == EmploymentEvent::job_request) {
    const model::MobilityRule rule = view.markets.mobility(worker_market_[slot], facts).rule;
    left = model::mobility_left(rule, event, market.hazards, view.markets.parameters());
    const bool by_time = rule.after_months > 0 || worker.own_sponsor;
    if (event == EmploymentEvent::absconding && by_time) left *= 1.0 - free_to_move(view, slot);
  } else {
    left = model::factor_of(view.markets.conditions(worker_market_[slot], view.cells.of(worker.person).skill, facts), event);
    if (event == EmploymentEvent::dismissal) left *= model::dismissals_left(worker.tested, view.markets.parameters());
  }
  if (left >= 1) return false;
  RandomStream stream{view.run, worker.person.key(), view.month.count(), Draw::averted};
  for (int word = 0; word < turn; ++word) (void)stream.word();
  return stream.uniform() >= left;
}

// Whether help takes a worker away from the employer who was violent; with pay owed still owed.
bool Block::flees_to_shelter(const MonthView& view, std::uint32_t slot, Tally& tally) {
  const Worker& worker = workers_[slot];
  const MarketNow& market = view.markets[worker_market_[slot]];
  const model::MarketTerms& terms = terms_of(view, slot);
  const model::Parameters& parameters = view.markets.parameters();
  const double brought = model::shelter_chance(terms, view.desk_loads[index(market.corridor)], view.markets.scale(), parameters);
  if (brought <= 0 || worker.irregular) return false;
  RandomStream stream{view.run, worker.person.key(), view.month.count(), Draw::shelter};
  if (stream.uniform() >= brought) return false;
  if (stream.uniform() < parameters.transfer_after_case_share) change_employer(view, slot, tally);
  else go_home(view, slot, model::ReturnReason::employer_violation, tally);
  return true;
}

void Block::suffer(const MonthView& view, std::uint32_t slot, EmploymentEvent event, Tally& tally) {
  Worker& worker = workers_[slot];
  const model::Parameters& parameters = view.markets.parameters();
  const std::int32_t now = view.month.count();
  Book entry = book(view, worker.person, worker_market_[slot], tally);
  const auto mark = [&](Count count, LifeEvent told, std::int16_t& last, Grievance grievance) {
    entry.count(count);
    view.note(worker.person, told, worker_market_[slot]);
    last = short_month(now);
    complain(view, slot, grievance, tally);
  };
  switch (event) {
    case EmploymentEvent::wage_withheld: begin_late_pay(view, slot, tally); break;
    case EmploymentEvent::long_hours: mark(Count::long_hours_events, LifeEvent::long_hours, worker.job.long_hours, Grievance::long_hours); break;
    case EmploymentEvent::threat: mark(Count::threat_events, LifeEvent::threatened, worker.job.hurt, Grievance::threat); break;
    case EmploymentEvent::violence: mark(Count::violence_events, LifeEvent::beaten, worker.job.hurt, Grievance::violence); break;
    case EmploymentEvent::injury: {
      RandomStream stream{view.run, worker.person.key(), now, Draw::cause};
      const bool severe = model::is_severe(stream.uniform(), parameters);
      entry.count(severe ? Count::injuries_severe : Count::injuries_mild);
      view.note(worker.person, LifeEvent::injured, worker_market_[slot], 0, 0, severe ? 1 : 0);
      complain(view, slot, Grievance::injury, tally);
      if (severe) pay_for_treatment(view, slot, tally);
      if (severe) go_home(view, slot, model::ReturnReason::health_injury, tally);
      return;
    }
    default: return;
  }
  review_forced_labour(view, slot, tally);
  const bool violent = event == EmploymentEvent::threat || event == EmploymentEvent::violence;
  if (violent && flees_to_shelter(view, slot, tally)) return;
  // Debt makes people stay who would otherwise leave.
  const double leaves = parameters.leave_after_harm_probability * mobility_of(view, slot).leaving_factor *
                        std::exp(-parameters.debt_leaving_effect * std::min(2.0, debt_over_half_year_wage(worker, now)));
  if (RandomStream{view.run, worker.person.key(), now, Draw::job_event}.uniform() < leaves) {
    go_home(view, slot, model::ReturnReason::employer_violation, tally);
  }
}

// A spell of one to four months; in some of them the pay never comes.
void Block::begin_late_pay(const MonthView& view, std::uint32_t slot, Tally& tally) {
  Worker& worker = workers_[slot];
  const model::Parameters& parameters = view.markets.parameters();
  const std::int32_t now = view.month.count();
  book(view, worker.person, worker_market_[slot], tally).count(Count::late_pay_spells);
  if (worker.unpaid_until >= now) {  // in a spell without pay already, which goes on as it began
    complain(view, slot, Grievance::unpaid_wage, tally);
    return;
  }
  worker.job.unpaid = short_month(now);
  RandomStream stream{view.run, worker.person.key(), now, Draw::late_pay};
  const auto months = static_cast<std::int32_t>(std::ceil(stream.uniform() * (2.0 * parameters.late_pay_months - 1.0)));
  const bool lost = stream.uniform() < parameters.late_pay_lost_share;
  if (lost) {
    worker.unpaid_until = short_month(now + months - 1);
    withhold_wage(view, slot, tally);
  } else {
    view.note(worker.person, LifeEvent::late_pay, worker_market_[slot]);
  }
  complain(view, slot, Grievance::unpaid_wage, tally);
}

// One month's pay that never comes of itself.
void Block::withhold_wage(const MonthView& view, std::uint32_t slot, Tally& tally) {
  Worker& worker = workers_[slot];
  const std::int32_t now = view.month.count();
  Book entry = book(view, worker.person, worker_market_[slot], tally);
  const Cents amount = worker.sent + worker.saved;  // lives and serves debt on what is left
  entry.count(Count::withheld_events);
  entry.count(Count::withheld_cents, amount);
  entry.count(Count::withheld_sent_cents, worker.sent);
  entry.count(Count::withheld_saved_cents, worker.saved);
  entry.count(Count::withheld_fees_cents, worker.fee);
  worker.owed += static_cast<std::int32_t>(amount);
  worker.savings -= worker.saved;
  view.note(worker.person, LifeEvent::wage_withheld, worker_market_[slot], amount);
  if (worker.job.unpaid == now - 1) worker.job.held_back = short_month(now);
  worker.job.unpaid = short_month(now);
  if (now < worker.unpaid_until) due(now + 1).push_back(slot);
}

// Further months of a spell that began earlier.
void Block::go_on_unpaid(const MonthView& view, std::uint32_t slot, Tally& tally) {
  const std::int32_t now = view.month.count();
  const Worker& worker = workers_[slot];
  if (worker.unpaid_until < now || worker.job.unpaid != now - 1) return;
  withhold_wage(view, slot, tally);
  review_forced_labour(view, slot, tally);
}

void Block::review_forced_labour(const MonthView& view, std::uint32_t slot, Tally& tally) {
  Worker& worker = workers_[slot];
  const std::int32_t now = view.month.count();
  const bool holds = model::in_forced_labour(worker.job, now);
  if (holds != worker.in_forced_labour) {
    book(view, worker.person, worker_market_[slot], tally).count(Count::forced_labour_stock, holds ? 1 : -1);
    worker.in_forced_labour = holds;
  }
  if (holds) due(model::next_review(worker.job, now)).push_back(slot);
}

}  // namespace sojourn::sim
