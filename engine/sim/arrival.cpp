// Stage 5: arrival, which job it really is, and what is owed for it.
#include <algorithm>
#include <cmath>

#include "model/agencies.hpp"
#include "model/finance.hpp"
#include "model/orientation.hpp"
#include "model/pathways.hpp"
#include "model/people.hpp"
#include "model/placement.hpp"
#include "model/recognition.hpp"
#include "sim/block.hpp"

namespace sojourn::sim {

using model::Count;

void Block::depart(const MonthView& view, Tally& tally) {
  auto& leaving = departures_[static_cast<std::size_t>(view.month - first_)];
  for (const Traveller& packed : leaving) {
    const OnTheWay traveller = packed.whole();
    if (!traveller.drops_out && is_held_back(view, traveller, tally)) continue;
    Book entry = book(view, traveller.seeker.person, traveller.seeker.market, tally);
    entry.count(Count::on_the_way, -1);
    if (model::adds_jobs(traveller.seeker.way)) entry.count(Count::pathway_on_the_way, -1);
    if (traveller.drops_out) {
      entry.count(Count::dropped_out);
      view.note(traveller.seeker.person, LifeEvent::dropped_out, traveller.seeker.market);
      leave_queue(view, traveller.seeker, tally);
    } else {
      arrive(view, traveller, tally);
    }
  }
  leaving.clear();
  leaving.shrink_to_fit();
}

Block::Job Block::job_of(const MonthView& view, const model::PersonFacts& facts, std::uint16_t market, std::int32_t month, Draw why,
                         Screening screening) const {
  const PersonId person = facts.person;
  const MarketNow& at = view.markets[market];
  const model::Parameters& parameters = view.markets.parameters();
  const DemandCell& place = view.markets.demand()[at.demand_cell];
  RandomStream stream{view.run, person.key(), month, why};
  Job job{.employer = model::draw_employer(stream, place.employers, at.sector, parameters)};
  // Who screens employers sends nobody to one that a case was found against, if there is another.
  if (screening.looks_at_findings && view.records.findings(at.demand_cell, job.employer) > 0) {
    job.employer = model::draw_employer(stream, place.employers, at.sector, parameters);
  }
  constexpr int tries = 8;  // then the workers go where they were to go: where nearly all are listed, someone employs them
  const auto listed = [&] {
    return screening.listed_after > 0 && view.records.listed(at.demand_cell, job.employer, screening.listed_after, screening.listed_since);
  };
  for (int i = 0; i < tries && listed(); ++i) job.employer = model::draw_employer(stream, place.employers, at.sector, parameters);
  const std::uint64_t employer = Finding{at.demand_cell, job.employer}.key();
  job.quality = model::employer_quality(RandomStream{view.run, employer, 0, Draw::employer_quality}) + screening.shift;
  job.factor = static_cast<float>(model::harm_factor(job.quality, parameters));
  const model::Destination& destination = view.markets.base().destination(at.destination);
  const model::ConditionFactors& rules = view.markets.conditions(market, view.cells.of(person).skill, facts);
  RandomStream passport{view.run, person.key(), month, Draw::passport};
  job.passport_kept = passport.uniform() < model::passport_kept_probability(job.quality, destination, parameters, rules.passport_logit);
  job.passport_refused = job.passport_kept && passport.uniform() < parameters.passport_refused_share;
  job.confined = RandomStream{view.run, person.key(), month, Draw::confined}.uniform() <
                 rules.confinement * model::confined_probability(job.quality, destination, at.sector, parameters);
  return job;
}

Block::Conditions Block::conditions_of(const MonthView& view, const Seeker& seeker, std::int32_t arrived) const {
  const MarketNow& market = view.markets[seeker.market];
  const model::Parameters& parameters = view.markets.parameters();
  const std::uint64_t key = seeker.person.key();
  Conditions conditions{.market = seeker.market, .job = {}};
  conditions.channel = model::channel_of(seeker.past_ban || crosses(market, seeker), market.registered_share,
                                         RandomStream{view.run, key, arrived, Draw::registered}.uniform());
  const bool placed = seeker.agency != no_agency;
  const auto effort = static_cast<double>(seeker.effort);
  conditions.screened = placed && RandomStream{view.run, key, arrived, Draw::screened}.uniform() < effort;
  const double shift = placed ? model::screening_shift(effort, parameters) : 0.0;
  const Skill skill = view.cells.of(seeker.person).skill;
  const model::PersonFacts facts = facts_of(view, seeker.person, seeker.spells, Month{arrived});
  const model::MarketTerms& terms = view.markets.terms(seeker.market, skill, facts);
  Screening screening{.looks_at_findings = conditions.screened, .shift = shift};
  // The authority that registers a contract sees who the employer is.
  if (terms.blacklist_enforcement > 0 && conditions.channel == model::Channel::registered &&
      RandomStream{view.run, key, arrived, Draw::blacklisted}.uniform() < terms.blacklist_enforcement) {
    screening.listed_after = static_cast<std::int32_t>(terms.blacklist_violations);
    screening.listed_since = arrived - static_cast<std::int32_t>(terms.blacklist_months);
  }
  // Where records are shared it also sees cases that were found there.
  const double seen = model::records_value(terms, market.sex, parameters);
  if (seen > 0 && conditions.channel == model::Channel::registered &&
      RandomStream{view.run, key, arrived, Draw::shared_records}.uniform() < seen) {
    screening.looks_at_findings = true;
  }
  conditions.job = job_of(view, facts, seeker.market, arrived, Draw::employer, screening);
  conditions.informed = terms.orientation_covered > 0 && conditions.channel != model::Channel::irregular &&
                        model::is_informed(terms, RandomStream{view.run, key, arrived, Draw::orientation}.uniform());
  conditions.skills_recognised = skills_count_abroad(view, seeker, facts);
  const double premium = conditions.skills_recognised ? model::recognised_pay_factor(parameters) : 1.0;
  const double hours = pay_share_of_way(market, seeker.way, view.cells.of(seeker.person).skill, parameters);
  const double floor = terms.wage_floor_usd_per_month * hours;
  const bool floor_binds = floor > market.going_wage * premium * hours;
  const double entry_pay = view.markets.mobility(seeker.market, facts).entry_pay;
  const double by_papers = crosses(market, seeker) ? parameters.irregular_wage_share / market.trainee_pay_share : 1.0;
  const double going = market.going_wage * premium * hours * entry_pay * by_papers;
  conditions.promised_usd = floor_binds ? floor : going;
  const bool floor_paid = floor_binds && RandomStream{view.run, key, arrived, Draw::floor_paid}.uniform() >= market.evasion;
  double wage = floor_binds && !floor_paid ? going : conditions.promised_usd;
  RandomStream substitution{view.run, key, arrived, Draw::substitution};
  conditions.substituted = floor_binds && !floor_paid;
  using model::ContractKnown;
  ContractKnown known = conditions.informed ? ContractKnown::told : ContractKnown::not_at_all;
  if (conditions.channel != model::Channel::irregular && verifies(view, seeker.person, terms)) known = ContractKnown::seen;
  if (substitution.uniform() < model::substitution_probability(conditions.job.quality, conditions.channel == model::Channel::registered,
                                                               parameters, known,
                                                               view.markets.conditions(seeker.market, skill, facts).substitution_logit)) {
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
  worker.arrived = worker.loan_since = short_month(departed);
  worker.spells = static_cast<std::uint8_t>(std::min(255, seeker.spells + 1));
  worker.channel = conditions.channel;
  worker.agency = seeker.agency;
  worker.contract_ends = short_month(departed + static_cast<std::int32_t>(std::lround(market.contract_months)));
  keep_terms_of_way(market, seeker.way, cell.skill, worker);
  worker.employer = conditions.job.employer;
  worker.employer_factor = conditions.job.factor;
  worker.irregular = worker.channel == model::Channel::irregular;
  worker.screened = conditions.screened;
  worker.informed = conditions.informed;
  worker.skills_recognised = conditions.skills_recognised;
  worker.certified = seeker.life.certified;
  worker.tested = test_of(view, seeker) == model::TestOutcome::passed;
  worker.fund_member = traveller.fund_member;
  worker.passport_kept = conditions.job.passport_kept;
  worker.job = {.began = short_month(departed), .deceived = conditions.substituted,
                .passport_refused = conditions.job.passport_refused, .confined = conditions.job.confined};
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
  const model::Payment& paid = traveller.payment;
  const Cents before_leaving = std::max<Cents>(0, paid.borne_by_worker - paid.deducted);
  model::Loan loan = model::with_advance(model::loan_for(before_leaving, means_of(view, seeker, home_wage), parameters), paid.deducted);
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
  view.note(seeker.person, LifeEvent::departed, seeker.market, paid.borne_by_worker, worker.principal);
  if (worker.channel == model::Channel::irregular) view.note(seeker.person, LifeEvent::left_irregularly, seeker.market);
  view.note(seeker.person, LifeEvent::arrived, seeker.market, worker.wage, to_cents(hired.promised_usd), hired.substituted ? 1 : 0);
  view.note(seeker.person, LifeEvent::met_employer, seeker.market, std::lround(worker.employer_factor * 1000));
  if (worker.passport_kept) view.note(seeker.person, LifeEvent::passport_taken, seeker.market);
  if (worker.channel == model::Channel::registered) {
    entry.count(Count::registered_new);
    if (seeker.declares_another) count_declaration(view, seeker, tally);
  }
  if (worker.channel == model::Channel::irregular) entry.count(Count::irregular_departures);
  if (seeker.spells > 0) entry.count(Count::repeat_hires);
  if (worker.way != 0) entry.count(Count::pathway_deployments);
  if (worker.informed) entry.count(Count::informed_departures);
  if (traveller.fund_member) entry.count(Count::welfare_dues_cents, traveller.fund_dues);
  if (worker.skills_recognised) {
    entry.count(Count::recognised_hires);
    view.note(seeker.person, LifeEvent::skills_counted, seeker.market);
  }
  HomeLife life = seeker.life;
  decide_remigration(view, life, seeker.person, seeker.market, true, tally);
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
  tally.costs.push_back({seeker.market, static_cast<float>(months), paid.borne_by_worker, paid.official});
  count_recruitment(view, traveller, tally);
  const std::uint32_t slot = place(view, worker, seeker.market, tally);
  rebudget(view, slot, worker.wage, worker.service, tally);
}

// The register has her under the occupation and the skill that she declared, and the job that she does without her.
void Block::count_declaration(const MonthView& view, const Seeker& seeker, Tally& tally) {
  const population::Cell& cell = view.cells.of(seeker.person);
  RandomStream stream{view.run, seeker.person.key(), view.month.count(), Draw::declared_as};
  const std::uint16_t declared = view.markets.declared_market(seeker.market, cell.skill, stream.uniform());
  if (declared == seeker.market) return;
  book(view, seeker.person, seeker.market, tally).count(Count::declared_otherwise);
  const Skill skill = model::declared_skill(cell.skill, view.markets[declared].lowest);
  Book{tally, declared, cell.origin, skill, cell.sex}.count(Count::declared_here);
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
  if (worker.way != 0) entry.count(Count::pathway_workers);
  if (worker.irregular) entry.count(Count::irregular_stock);
  if (worker.passport_kept) entry.count(Count::passports_kept);
  count_community(view, worker.person, 1);
  schedule(slot);
  set_alarm(view, slot, Draw::alarm);
  review_forced_labour(view, slot, tally);
  return slot;
}

void Block::schedule(std::uint32_t slot) {
  const Worker& worker = workers_[slot];
  due(worker.contract_ends).push_back(slot);
  if (worker.repaid > 0 && worker.repaid != worker.contract_ends) due(worker.repaid).push_back(slot);
}

}  // namespace sojourn::sim
