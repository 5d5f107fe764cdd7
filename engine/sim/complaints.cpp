// Stage 7: who complains, and what becomes of the cases.
#include "model/protection.hpp"

#include <algorithm>

#include "sim/block.hpp"

namespace sojourn::sim {

using model::Count;

void Block::complain(const MonthView& view, std::uint32_t slot, model::Grievance grievance, Tally& tally) {
  Worker& worker = workers_[slot];
  if (worker.case_since > 0) return;
  const std::int32_t now = view.month.count();
  const MarketNow& market = view.markets[worker_market_[slot]];
  const model::MarketTerms& terms = terms_of(view, slot);
  const double complains = model::complaint_probability({.grievance = grievance,
                                                         .debt_over_half_year_wage = debt_over_half_year_wage(worker, now),
                                                         .knows_rights = worker.informed,
                                                         .has_channel = market.any_rule && has_channel(view, slot, terms),
                                                         .tied = 1.0 - free_to_move(view, slot),
                                                         .irregular = worker.irregular,
                                                         .protected_share = terms.retaliation_protected}, view.markets.parameters());
  if (RandomStream{view.run, worker.person.key(), now, Draw::complain}.uniform() >= complains) return;
  Book entry = book(view, worker.person, worker_market_[slot], tally);
  entry.count(Count::complaints_filed);
  entry.count(Count::waiting_cases);
  worker.case_since = short_month(now);
  worker.grievance = grievance;
  view.note(worker.person, LifeEvent::complained, worker_market_[slot]);
  if (worker.agency != no_agency) ++tally.agencies[view.agencies.place(view.cells.of(worker.person).origin, worker.agency)].complaints;
  cases_.push_back({slot, worker.person});
}

// The same workers in every scenario, and more where more are reached.
bool Block::has_channel(const MonthView& view, std::uint32_t slot, const model::MarketTerms& terms) const {
  const PersonId person = workers_[slot].person;
  const MarketNow& market = view.markets[worker_market_[slot]];
  const double share = model::channel_share(terms, view.desk_loads[index(market.corridor)], market.sex,
                                             view.markets.scale(), view.markets.parameters());
  return share > 0 && RandomStream{view.run, person.key(), 0, Draw::channel}.uniform() < share;
}

// A case ends without a decision: it lapsed, or its worker left the employer.
void Block::drop_case(const MonthView& view, std::uint32_t slot, Tally& tally) {
  Worker& worker = workers_[slot];
  if (worker.case_since == 0) return;
  Book entry = book(view, worker.person, worker_market_[slot], tally);
  entry.count(Count::waiting_cases, -1);
  entry.count(Count::complaints_lapsed);
  view.note(worker.person, LifeEvent::case_lapsed, worker_market_[slot]);
  worker.case_since = 0;
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
    const MarketNow& market = view.markets[worker_market_[reference.slot]];
    const std::size_t corridor = index(market.corridor);
    double capacity = model::case_capacity(view.corridor_stock[corridor], view.markets.parameters());
    if (market.any_rule) {
      const model::MarketTerms& terms = terms_of(view, reference.slot);
      const double desk = model::desk_chance(terms, view.desk_loads[corridor], market.sex, view.markets.scale());
      const double table = model::committee_chance(terms, view.desk_loads[corridor], view.markets.scale(), view.markets.parameters());
      capacity += std::min(1.0, desk + table) * view.backlog[corridor];
    }
    RandomStream stream{view.run, worker.person.key(), view.month.count(), Draw::case_closes};
    const double u = stream.uniform();
    const model::CaseStep step = model::case_step(view.backlog[corridor], capacity, u, stream.uniform(), view.markets.parameters());
    if (step == model::CaseStep::waits) cases_[kept++] = reference;
    else if (step == model::CaseStep::lapses) drop_case(view, reference.slot, tally);
    else close_case(view, reference.slot, step == model::CaseStep::closes_with_remedy, tally);
  }
  cases_.resize(kept);
}

void Block::close_case(const MonthView& view, std::uint32_t slot, bool remedied, Tally& tally) {
  Worker& worker = workers_[slot];
  const std::int32_t now = view.month.count();
  Book entry = book(view, worker.person, worker_market_[slot], tally);
  entry.count(Count::waiting_cases, -1);
  entry.count(Count::complaints_closed);
  entry.count(Count::case_months, now - worker.case_since);
  worker.case_since = 0;
  view.note(worker.person, remedied ? LifeEvent::case_won : LifeEvent::case_lost, worker_market_[slot], remedied ? worker.owed : 0);
  if (remedied) {
    entry.count(Count::complaints_resolved);
    entry.count(Count::recovered_cents, worker.owed);
    worker.savings += worker.owed;  // too late for the family's month
    worker.owed = 0;
    tally.findings.push_back({view.markets[worker_market_[slot]].demand_cell, worker.employer});
  } else {
    entry.count(Count::complaints_unremedied);
  }
  const double u = RandomStream{view.run, worker.person.key(), now, Draw::case_outcome}.uniform();
  const double protected_share = terms_of(view, slot).retaliation_protected;
  switch (model::case_outcome(worker.grievance, remedied, u, view.markets.parameters(), protected_share)) {
    case model::CaseOutcome::stays: return;
    case model::CaseOutcome::transferred:
      entry.count(Count::complaints_transferred);
      change_employer(view, slot, tally);
      return;
    case model::CaseOutcome::repatriated:
      entry.count(Count::complaints_repatriated);
      go_home(view, slot, model::ReturnReason::employer_violation, tally);
      return;
    case model::CaseOutcome::dismissed:
      entry.count(Count::retaliations);
      go_home(view, slot, model::ReturnReason::dismissal_job_loss, tally);
      return;
  }
}

}  // namespace sojourn::sim
