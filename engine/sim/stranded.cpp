// Stages 4 to 7 while a border is not open to all: who is held back, who is stranded, who gets a seat, who is struck.
#include <algorithm>
#include <limits>

#include "model/finance.hpp"
#include "model/pathways.hpp"
#include "sim/run.hpp"

namespace sojourn::sim {

using model::Count;

// Those whose papers are ready and whose border is closed ask for a place among the usual departures.
void Block::claim_ways_out(const MonthView& view) {
  claims_.clear();
  for (const Traveller& traveller : departures_[static_cast<std::size_t>(view.month - first_)]) {
    const auto corridor = index(view.markets[traveller.market()].corridor);
    if (traveller.drops_out() || !view.markets.passage(corridor).out.limited) continue;
    claims_.push_back({static_cast<std::uint32_t>(corridor), turn_out(view, traveller.person(), traveller.held_since())});
  }
}

std::uint64_t Block::turn_out(const MonthView& view, PersonId person, std::int32_t held_since) {
  return turn_of(view.run, person, held_since == 0 ? view.month.count() : held_since, Draw::way_out);
}

// True if the traveller stays on this side: held for next month, or tired of waiting.
bool Block::is_held_back(const MonthView& view, const OnTheWay& traveller, Tally& tally) {
  const Seeker& seeker = traveller.seeker;
  const Gate& gate = view.markets.passage(index(view.markets[seeker.market].corridor)).out;
  if (!gate.limited && traveller.held_since == 0) return false;
  const bool admitted = !gate.limited || gate.admits(turn_out(view, seeker.person, traveller.held_since));
  Book entry = book(view, seeker.person, seeker.market, tally);
  const std::int32_t now = view.month.count();
  if (admitted) {
    if (traveller.held_since != 0) entry.count(Count::held_at_border, -1);
    return false;
  }
  const model::Parameters& parameters = view.markets.parameters();
  if (traveller.held_since == 0) {
    entry.count(Count::held_at_border);
  } else if (now - traveller.held_since > parameters.held_months_before_drop_out &&
             RandomStream{view.run, seeker.person.key(), now, Draw::held_drop_out}.uniform() <
                 parameters.held_drop_out_per_month) {
    entry.count(Count::held_at_border, -1);
    entry.count(Count::on_the_way, -1);
    if (model::adds_jobs(seeker.way)) entry.count(Count::pathway_on_the_way, -1);
    entry.count(Count::dropped_out);
    leave_queue(view, seeker, tally);
    return true;
  }
  Traveller held{traveller};
  if (traveller.held_since == 0) held.hold_since(now);
  const auto next = static_cast<std::size_t>(view.month - first_) + 1;
  departures_[std::min(next, departures_.size() - 1)].push_back(held);
  return true;
}

// Whether who wants to go home must wait for a seat. Then the worker is stranded: in the pool still, without pay once
// the job is gone.
bool Block::waits_for_a_seat(const MonthView& view, std::uint32_t slot, model::ReturnReason reason, Tally& tally) {
  Worker& worker = workers_[slot];
  if (worker.has_seat || !view.markets.passage(index(view.markets[worker_market_[slot]].corridor)).home.limited)
    return false;
  if (worker.stranded_since == 0) {
    worker.stranded_since = short_month(view.month.count());
    worker.stranded_reason = reason;
    book(view, worker.person, worker_market_[slot], tally).count(Count::stranded_workers);
    view.note(worker.person, LifeEvent::stranded, worker_market_[slot]);
    stranded_.push_back({slot, worker.person});
  }
  const bool keeps_job = worker.keeps_job || reason == model::ReturnReason::family || reason == model::ReturnReason::health_injury;
  if (!keeps_job) lose_job(view, slot, tally);
  const bool rang = static_cast<std::int32_t>(view.markets[worker_market_[slot]].clock - alarms_[slot]) >= 0;
  if (rang) set_alarm(view, slot, Draw::alarm_status);
  return true;
}

// No pay, no instalments, no contract; the debt grows by its interest until the way home.
void Block::lose_job(const MonthView& view, std::uint32_t slot, Tally& tally) {
  Worker& worker = workers_[slot];
  if (worker.jobless) return;
  worker.jobless = true;
  worker.keeps_job = false;
  worker.contract_ends = 0;
  worker.job = {};
  review_forced_labour(view, slot, tally);
  const std::int32_t now = view.month.count();
  if (worker.principal > 0 && now < worker.repaid) {
    const model::Loan loan{.principal = worker.principal, .rate_per_month = static_cast<double>(worker.rate_per_month)};
    const Cents balance = model::balance_after(loan, worker.service, now - worker.loan_since);
    worker.principal = static_cast<std::int32_t>(std::min<Cents>(balance, std::numeric_limits<std::int32_t>::max()));
    worker.loan_since = short_month(now);
    worker.repaid = std::numeric_limits<std::int32_t>::max();
  }
  book(view, worker.person, worker_market_[slot], tally).count(Count::stranded_without_job);
  if (worker.way != 0) book(view, worker.person, worker_market_[slot], tally).count(Count::pathway_workers, -1);
  worker.way = 0;
  view.note(worker.person, LifeEvent::lost_pay, worker_market_[slot]);
  rebudget(view, slot, 0, 0, tally);
}

void Block::end_stranding(const MonthView& view, std::uint32_t slot, Tally& tally) {
  Worker& worker = workers_[slot];
  if (worker.stranded_since == 0) return;
  Book entry = book(view, worker.person, worker_market_[slot], tally);
  entry.count(Count::stranded_workers, -1);
  if (worker.jobless) entry.count(Count::stranded_without_job, -1);
  worker.stranded_since = 0;
  worker.jobless = false;
}

// Jobs that a shock takes and workers in irregular status whom a destination expels: a keyed chance each, so that a
// stronger shock strikes whom a weaker one strikes, and more.
void Block::strike(const MonthView& view, Tally& tally) {
  const std::int32_t now = view.month.count();
  for (std::uint32_t slot = 0; slot < workers_.size(); ++slot) {
    const std::uint16_t k = worker_market_[slot];
    if (k == no_market || workers_[slot].jobless) continue;
    const model::ShockTerms& shock = view.markets[k].shock;
    const Worker& worker = workers_[slot];
    const std::uint64_t key = worker.person.key();
    if (shock.job_loss > 0 && take_job(view, slot, tally)) {
      go_home(view, slot, model::ReturnReason::crisis, tally);
    } else if (shock.expelled > 0 && worker.irregular && worker.stranded_since == 0 &&
               RandomStream{view.run, key, now, Draw::expulsion}.uniform() < shock.expelled) {
      book(view, worker.person, k, tally).count(Count::expelled);
      go_home(view, slot, model::ReturnReason::deportation, tally);
    }
  }
}

// Whether the shock takes this job. It leaves wages owed: those withheld before, and some of the last month's.
bool Block::take_job(const MonthView& view, std::uint32_t slot, Tally& tally) {
  Worker& worker = workers_[slot];
  RandomStream stream{view.run, worker.person.key(), view.month.count(), Draw::crisis_layoff};
  if (stream.uniform() >= view.markets[worker_market_[slot]].shock.job_loss) return false;
  if (stream.uniform() < view.markets.parameters().crisis_wage_unpaid_probability)
    worker.owed += worker.sent + worker.saved;
  Book entry = book(view, worker.person, worker_market_[slot], tally);
  entry.count(Count::jobs_lost_to_shock);
  entry.count(Count::job_loss_owed_cents, worker.owed);
  return true;
}

void Block::claim_seats(const MonthView& view) {
  claims_.clear();
  std::erase_if(stranded_, [&](const CaseRef& one) {
    return worker_market_[one.slot] == no_market || workers_[one.slot].person != one.person ||
           workers_[one.slot].stranded_since == 0;
  });
  for (const CaseRef& one : stranded_) {
    const auto corridor = static_cast<std::uint32_t>(index(view.markets[worker_market_[one.slot]].corridor));
    claims_.push_back({corridor, turn_of(view.run, one.person, workers_[one.slot].stranded_since, Draw::seat_home)});
  }
}

// Who has a seat goes home, for the reason that began the wait; who is carried by an evacuation, for the crisis.
void Block::board(const MonthView& view, Tally& tally) {
  for (std::size_t i = 0; i < stranded_.size(); ++i) {
    const CaseRef one = stranded_[i];
    const Claim& claim = claims_[i];
    const Gate& gate = view.markets.passage(claim.queue).home;
    const bool by_fund = !gate.admits(claim.turn) && flown_by_fund(view, one.slot);
    if (!gate.admits(claim.turn) && !by_fund) continue;
    Worker& worker = workers_[one.slot];
    worker.has_seat = true;
    model::ReturnReason reason = worker.stranded_reason;
    if (by_fund) {
      book(view, one.person, worker_market_[one.slot], tally).count(Count::welfare_repatriations);
    } else if (!gate.admits_as_usual(claim.turn)) {
      book(view, one.person, worker_market_[one.slot], tally).count(Count::evacuated);
      reason = model::ReturnReason::crisis;
    }
    go_home(view, one.slot, reason, tally);
  }
  std::erase_if(stranded_, [&](const CaseRef& one) { return worker_market_[one.slot] == no_market; });
}

// They live on what others give them, which is in no account, so that what they are paid is theirs to keep.
void Block::support_stranded(const MonthView& view, Tally& tally) {
  for (const CaseRef& one : stranded_) {
    Worker& worker = workers_[one.slot];
    if (!worker.jobless) continue;
    const Cents paid = to_cents(terms_of(view, one.slot).stranded_support_usd_per_month);
    if (paid <= 0) continue;
    Book entry = book(view, one.person, worker_market_[one.slot], tally);
    entry.count(Count::stranded_support_cents, paid);
    entry.count(Count::savings_held, paid);
    worker.savings += static_cast<std::int32_t>(paid);
  }
}

// Places go down the queues of all blocks together, as orders do.
void Run::share_places(Gate Passage::*way) {
  std::vector<std::vector<std::uint64_t>> turns(input_.base.corridors.size());
  for (const Block& block : blocks_) {
    for (const Claim& claim : block.claims()) turns[claim.queue].push_back(claim.turn);
  }
  for (std::size_t c = 0; c < turns.size(); ++c) {
    Gate& gate = markets_.passage(c).*way;
    gate.claimed = static_cast<std::int64_t>(turns[c].size());
    if (!gate.limited) continue;
    gate.last_ordinary = last_turn(turns[c], gate.places);
    gate.last = last_turn(turns[c], gate.places + gate.extra);
  }
}

void Run::open_ways_out() {
  if (!markets_.any_way_out_limited()) return;
  const MonthView now = view();
  each_block([&](Block& block, Tally&) { block.claim_ways_out(now); });
  share_places(&Passage::out);
}

void Run::send_home() {
  const MonthView now = view();
  if (markets_.any_strike()) each_block([&](Block& block, Tally& tally) { block.strike(now, tally); });
  if (markets_.any_regularisation()) each_block([&](Block& block, Tally& tally) { block.regularise(now, tally); });
  if (!markets_.any_way_home_limited()) return;
  each_block([&](Block& block, Tally&) { block.claim_seats(now); });
  share_places(&Passage::home);
  each_block([&](Block& block, Tally& tally) {
    block.board(now, tally);
    block.support_stranded(now, tally);
  });
}

// Flows through each corridor, who waits, and the home value of what families got; after the month's counts are summed.
void Run::close_passages() {
  struct Flows {
    std::int64_t out = 0, home = 0, held = 0, stranded = 0;
    double leaves = 0;
  };
  std::vector<Flows> flows(input_.base.corridors.size());
  for (std::size_t k = 0; k < markets_.count(); ++k) {
    if (lines_[k] == 0) continue;
    const Counts& counts = month_counts_[k];
    const auto of = [&counts](Count kind) { return counts[model::index(kind)]; };
    Flows& flow = flows[index(markets_[k].corridor)];
    flow.out += of(Count::deployments);
    for (const Count reason : model::return_counts) flow.home += of(reason);
    flow.held += of(Count::held_at_border);
    flow.stranded += of(Count::stranded_workers);
    flow.leaves += markets_[k].leaves_per_month * static_cast<double>(of(Count::stock_abroad));
    const std::int64_t received = of(Count::sent_in_force) - of(Count::withheld_sent_cents) - of(Count::fees_in_force) +
                                  of(Count::withheld_fees_cents);
    note(k, Count::received_home_value_cents,
         static_cast<std::int64_t>(static_cast<double>(received) * markets_.home_value(markets_[k].origin)));
  }
  for (std::size_t c = 0; c < flows.size(); ++c) {
    markets_.passage(c).out.close(flows[c].out, flows[c].held);
    markets_.passage(c).home.close(flows[c].home, flows[c].stranded);
    Gate& back = markets_.passage(c).back;  // usual leaves are not followed: as many as the stock takes
    if (!back.limited) back.usual = flows[c].leaves;
    back.waiting = back.limited ? std::max<std::int64_t>(0, back.claimed - back.places) : 0;
  }
}

}  // namespace sojourn::sim
