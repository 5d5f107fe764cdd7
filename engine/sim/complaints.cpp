// Stage 7: wages that are not paid, who complains, and what becomes of the cases.
#include "model/protection.hpp"
#include "sim/block.hpp"

namespace sojourn::sim {

using model::Count;

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
  const double complains = model::complaint_probability(debt_over_half_year_wage(worker, now), false, worker.channel == model::Channel::irregular,
                                                        view.markets.parameters());
  if (RandomStream{view.run, worker.person.key(), now, Draw::complain}.uniform() >= complains) return;
  entry.count(Count::complaints_filed);
  entry.count(Count::waiting_cases);
  worker.case_since = now;
  if (worker.agency != no_agency) ++tally.agencies[view.agencies.place(view.cells.of(worker.person).origin, worker.agency)].complaints;
  cases_.push_back({slot, worker.person});
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

}  // namespace sojourn::sim
