// Stage 9: back home, with or without debt, at work or not, until the next journey or for good.
#include <algorithm>
#include <array>
#include <cmath>

#include "model/decision.hpp"
#include "model/finance.hpp"
#include "model/home_leave.hpp"
#include "model/recognition.hpp"
#include "model/reintegration.hpp"
#include "model/returning.hpp"
#include "sim/block.hpp"
#include "sim/career.hpp"

namespace sojourn::sim {

using model::Count;
using model::HomeWork;

namespace {

UsdPerMonth home_wage_of(const MonthView& view, const population::Cell& cell) {
  return UsdPerMonth{view.markets.home_wage(cell.origin, cell.sex, cell.skill)};
}

double debt_over_year(const Debt& debt, Cents balance, UsdPerMonth home_wage) {
  return debt.balance == 0 ? 0.0 : to_usd(balance) / (12.0 * std::max(1.0, home_wage.value()));
}

std::int16_t whole_months(std::int32_t months) { return static_cast<std::int16_t>(std::clamp(months, 0, 30'000)); }

std::int32_t recovery_month(const MonthView& view, PersonId person, std::int32_t returned) {
  RandomStream stream{view.run, person.key(), returned, Draw::recovery};
  return returned + model::months_to_recover(stream.uniform(), view.markets.parameters());
}

HomeLife life_after(const MonthView& view, const Worker& worker, const Debt& debt, model::ReturnReason reason) {
  const model::Parameters& parameters = view.markets.parameters();
  const population::Cell& cell = view.cells.of(worker.person);
  const std::int32_t now = view.month.count();
  const UsdPerMonth wage = home_wage_of(view, cell);
  const model::Experience experience{.violation = reason == model::ReturnReason::employer_violation, .owed_lost = worker.owed,
                                     .debt_ratio = debt_over_year(debt, debt.balance, wage), .months = now - worker.arrived,
                                     .harmed = worker.job.hurt != model::JobRecord::never, .injured = reason == model::ReturnReason::health_injury};
  HomeLife life{.returned = now, .savings = static_cast<std::int32_t>(savings_before(worker, now)), .reason = reason,
                .certified = worker.certified};
  life.months_abroad = whole_months(experience.months);
  life.distress = static_cast<float>(model::distress_on_return(experience, wage, parameters));
  if (experience.injured) life.well_again = recovery_month(view, worker.person, now);
  if (view.cells.age(cell, view.month) >= parameters.retirement_age_years) life.work = HomeWork::inactive;
  return life;
}

// A seat in a programme of the origin, by lot among those whom it is open to. Grants are savings of the person.
void support(const MonthView& view, const Worker& worker, const model::PersonFacts& facts, std::uint16_t market, HomeLife& life) {
  const Skill skill = view.cells.of(worker.person).skill;
  const model::MarketTerms& terms = view.markets.terms(market, skill, facts);
  const double seats = view.markets.seats_granted(market, skill, facts);
  if (seats <= 0 || (terms.reintegration_reasons >> static_cast<unsigned>(model::return_class(life.reason)) & 1U) == 0) return;
  if (RandomStream{view.run, worker.person.key(), life.returned, Draw::reintegration_seat}.uniform() >= seats) return;
  life.support = terms.reintegration_parts;
  life.support_months = static_cast<std::uint8_t>(terms.reintegration_months);
  if (model::has(life.support, model::Support::economic)) life.savings += static_cast<std::int32_t>(to_cents(terms.reintegration_grant_usd));
}

// Hazard of wage work at home in a month.
double home_hazard(const MonthView& view, const population::Cell& cell, std::int32_t month, const HomeLife& life) {
  const model::Parameters& parameters = view.markets.parameters();
  const bool supported = life.support != 0 && month <= life.returned + life.support_months;
  const double market = view.markets.home_job_market(cell.origin) * (supported ? model::job_factor(life.support, parameters) : 1.0);
  return model::job_hazard(cell.sex, market, month < life.well_again, parameters, life.certified);
}

// The work of a month at home for who has so much to begin an enterprise with.
HomeWork work_with(const MonthView& view, PersonId person, std::int32_t month, const HomeLife& life, Cents means, Cents entry) {
  const double hazard = home_hazard(view, view.cells.of(person), month, life);
  RandomStream stream{view.run, person.key(), month, Draw::home_life};
  return model::next_work(life.work, hazard, means, entry, stream, view.markets.parameters());
}

// Lives one month of work at home, with a loan of `credit` for who begins an enterprise; true if work has changed.
bool work_for_a_month(const MonthView& view, PersonId person, std::int32_t month, HomeLife& life, Cents credit = 0) {
  if (life.work != HomeWork::seeking && life.work != HomeWork::enterprise) return false;
  const HomeWork before = life.work;
  const Cents entry = model::enterprise_entry(home_wage_of(view, view.cells.of(person)), view.markets.parameters());
  life.work = work_with(view, person, month, life, life.savings + credit, entry);
  if (life.work == before) return false;
  if (life.work == HomeWork::enterprise) life.savings += static_cast<std::int32_t>(credit - entry);
  return true;
}

// What somebody who would begin an enterprise this month lacks, where a programme lends it; 0 for all others.
Cents credit_asked(const MonthView& view, const model::PersonFacts& facts, const HomePerson& person) {
  const HomeLife& life = person.life;
  const std::int32_t now = view.month.count();
  if (life.returned == 0 || now <= life.returned || life.work != HomeWork::seeking) return 0;
  const population::Cell& cell = view.cells.of(person.person);
  const Cents entry = model::enterprise_entry(home_wage_of(view, cell), view.markets.parameters());
  if (!model::lacks_credit(life.work, life.savings, entry, view.markets.terms(person.last_market, cell.skill, facts))) return 0;
  return work_with(view, person.person, now, life, entry, entry) == HomeWork::enterprise ? entry - life.savings : 0;
}

std::uint64_t credit_turn(const MonthView& view, PersonId person) {
  return turn_of(view.run, person, view.month.count(), Draw::returnee_credit);
}

// Puts a loan for an enterprise among what is owed at home.
void borrow_at_home(const MonthView& view, const model::PersonFacts& facts, HomePerson& person, Cents lent) {
  const population::Cell& cell = view.cells.of(person.person);
  const std::int32_t now = view.month.count();
  const bool owes = person.debt.balance > 0 && now < person.repaid;
  const model::Loan older{.principal = owes ? balance_at(person, now) : 0, .rate_per_month = static_cast<double>(person.debt.rate_per_month),
                          .pledged = owes && person.debt.pledged};
  const model::HomeDebt debt = model::with_enterprise_loan(older, owes ? person.instalment : 0, lent,
                                                           view.markets.terms(person.last_market, cell.skill, facts),
                                                           home_wage_of(view, cell), view.markets.parameters());
  person.debt = {.balance = debt.loan.principal, .rate_per_month = static_cast<float>(debt.loan.rate_per_month), .since = now,
                 .pledged = debt.loan.pledged};
  person.instalment = static_cast<std::int32_t>(debt.service.instalment);
  person.repaid = now + debt.service.months;
}

Cents credit_granted(const MonthView& view, const model::PersonFacts& facts, const HomePerson& person) {
  const Cents asked = credit_asked(view, facts, person);
  if (asked == 0) return 0;
  return view.markets.seats(Seats::credit, index(view.cells.of(person.person).origin)).admits(credit_turn(view, person.person)) ? asked : 0;
}

}  // namespace

Cents balance_at(const HomePerson& person, std::int32_t month) {
  if (person.debt.balance == 0) return 0;
  return model::balance_after({.principal = person.debt.balance, .rate_per_month = static_cast<double>(person.debt.rate_per_month)},
                              person.instalment, month - person.debt.since);
}

HomePerson home_from(const MonthView& view, const Worker& worker, const model::PersonFacts& facts, std::uint16_t market,
                     model::ReturnReason reason) {
  const std::int32_t now = view.month.count();
  HomePerson person{.person = worker.person, .last_market = market, .spells = worker.spells, .since = now,
                    .taste = worker.taste, .debt = {}, .life = {}};
  person.settled = RandomStream{view.run, worker.person.key(), now, Draw::settle}.uniform() <
                   model::settle_probability(reason, Months{static_cast<double>(now - worker.arrived)}, view.markets.parameters());
  if (worker.principal > 0 && now < worker.repaid) {
    const model::Loan loan{.principal = worker.principal, .rate_per_month = static_cast<double>(worker.rate_per_month)};
    person.debt = {.balance = model::balance_after(loan, worker.service, now - worker.loan_since),
                   .rate_per_month = worker.rate_per_month, .since = now, .pledged = worker.pledged};
  }
  person.life = life_after(view, worker, person.debt, reason);
  person.life.in_closure = view.markets[market].shock.departures_open < model::shut_below;
  if (worker.may_return && !worker.irregular) person.life.way_back = static_cast<model::Pathway>(worker.way);
  if (view.markets[market].any_rule) support(view, worker, facts, market, person.life);
  return person;
}

HomeLife life_before_start(const MonthView& view, const Career& career, PersonId person) {
  HomeLife life{.returned = career.returned, .savings = career.saved, .reason = career.reason};
  if (career.returned == 0) return life;
  const model::Parameters& parameters = view.markets.parameters();
  const population::Cell& cell = view.cells.of(person);
  const bool injured = career.reason == model::ReturnReason::health_injury;
  const model::Experience experience{.violation = career.reason == model::ReturnReason::employer_violation,
                                     .months = career.months_abroad, .injured = injured};
  life.months_abroad = whole_months(career.months_abroad);
  life.distress = static_cast<float>(model::distress_on_return(experience, home_wage_of(view, cell), parameters));
  if (injured) life.well_again = recovery_month(view, person, career.returned);
  const std::int32_t stages_begin = view.month.count() - months_before_start;  // those of at_home
  for (std::int32_t month = career.returned + 1; month < stages_begin && life.work != HomeWork::wage_work; ++month) {
    (void)work_for_a_month(view, person, month, life);
  }
  if (view.cells.age(cell, view.month) >= parameters.retirement_age_years) life.work = HomeWork::inactive;
  return life;
}

void Block::start_home(const MonthView& view, const Career& career, const Seeker& seeker, bool settled, Tally& tally) {
  come_home(view, {.person = seeker.person, .last_market = career.market, .spells = career.spells, .settled = settled,
                   .since = career.since, .taste = seeker.taste, .debt = {}, .life = seeker.life}, tally);
}

// The instalments at home of what somebody still owes.
void Block::owe_at_home(const MonthView& view, HomePerson& person) {
  const population::Cell& cell = view.cells.of(person.person);
  person.instalment = 0;
  person.repaid = 0;
  if (person.debt.balance > 0) {
    const double growth = std::pow(1.0 + static_cast<double>(person.debt.rate_per_month), view.month.count() - person.debt.since);
    person.debt.balance = static_cast<Cents>(std::llround(static_cast<double>(person.debt.balance) * growth));
    person.debt.since = view.month.count();
    const model::Service service = model::home_service(
        {.principal = person.debt.balance, .rate_per_month = static_cast<double>(person.debt.rate_per_month)}, home_wage_of(view, cell),
        view.markets.parameters());
    person.instalment = static_cast<std::int32_t>(service.instalment);
    person.repaid = view.month.count() + service.months;
  }
}

void Block::come_home(const MonthView& view, HomePerson person, Tally& tally) {
  owe_at_home(view, person);
  count_home(view, person, 1, tally);
  home_.push_back(person);
}

void Block::count_home(const MonthView& view, const HomePerson& person, int sign, Tally& tally) const {
  Book entry = book(view, person.person, person.last_market, tally);
  entry.count(Count::at_home_former, sign);
  if (person.life.returned == 0) return;
  if (person.life.work == HomeWork::seeking) entry.count(Count::home_seeking_work, sign);
  if (person.life.work == HomeWork::enterprise) entry.count(Count::home_enterprises, sign);
}

// Those who would begin an enterprise and lack money stand in one queue of their origin, by lot.
void Block::claim_credit(const MonthView& view) {
  claims_.clear();
  for (const HomePerson& person : home_) {
    if (credit_asked(view, facts_of(view, person), person) == 0) continue;
    claims_.push_back({static_cast<std::uint32_t>(index(view.cells.of(person.person).origin)), credit_turn(view, person.person)});
  }
}

// What a wage fund granted on the return becomes savings at home.
void Block::pay_fund_claim(const MonthView& view, HomePerson& person, Tally& tally) const {
  if (person.fund_due == 0) return;
  Book entry = book(view, person.person, person.last_market, tally);
  entry.count(Count::wage_fund_due_cents, -person.fund_due);
  entry.count(Count::wage_fund_paid_cents, person.fund_due);
  person.life.savings += person.fund_due;
  person.fund_due = 0;
}

void Block::at_home(const MonthView& view, Tally& tally) {
  std::size_t kept = 0;
  const std::size_t people = home_.size();
  for (std::size_t i = 0; i < people; ++i) {
    HomePerson person = home_[i];
    if (view.month.count() >= person.fund_pays) pay_fund_claim(view, person, tally);
    live_at_home(view, person, tally);
    if (home_month(view, person, tally)) home_[kept++] = person;
    else count_home(view, person, -1, tally);
  }
  home_.resize(kept);
  be_on_leave(view, tally);
}

// Work in the months after the one of the return, and the two dates at which a return is looked back on.
void Block::live_at_home(const MonthView& view, HomePerson& person, Tally& tally) const {
  HomeLife& life = person.life;
  const std::int32_t months = view.month.count() - life.returned;
  if (life.returned == 0 || months <= 0) return;
  const model::Parameters& parameters = view.markets.parameters();
  const HomePerson before = person;
  const Cents credit = view.markets.any_seats(Seats::credit) ? credit_granted(view, facts_of(view, person), person) : 0;
  if (work_for_a_month(view, person.person, view.month.count(), life, credit)) {
    if (credit > 0) {
      Book entry = book(view, person.person, person.last_market, tally);
      entry.count(Count::returnee_loans);
      entry.count(Count::returnee_loans_cents, credit);
      borrow_at_home(view, facts_of(view, person), person, credit);
    }
    count_home(view, before, -1, tally);
    count_home(view, person, 1, tally);
    static constexpr std::array changes{Count::enterprises_failed, Count::found_work_at_home, Count::enterprises_started};
    book(view, person.person, person.last_market, tally).count(changes.at(index(life.work)));  // nobody becomes inactive here
    static constexpr std::array events{LifeEvent::enterprise_failed, LifeEvent::found_work_at_home, LifeEvent::began_enterprise};
    view.note(person.person, events.at(index(life.work)), person.last_market);
  }
  if (!life.observed && months >= static_cast<std::int32_t>(parameters.return_observed_months)) observe(view, person, tally);
  if (!life.decided && months > static_cast<std::int32_t>(parameters.remigration_window_months)) {
    decide_remigration(view, life, person.person, person.last_market, false, tally);
  }
}

void Block::observe(const MonthView& view, HomePerson& person, Tally& tally) const {
  HomeLife& life = person.life;
  life.observed = true;
  const std::int32_t now = view.month.count();
  const bool paid_for_skill = life.certified && life.work == HomeWork::wage_work;
  const UsdPerMonth wage{home_wage_of(view, view.cells.of(person.person)).value() *
                         (paid_for_skill ? model::certified_pay_factor(view.markets.parameters()) : 1.0)};
  const auto scores = model::reintegration({.work = life.work, .debt_ratio = debt_over_year(person.debt, balance_at(person, now), wage),
                                            .distress_on_return = static_cast<double>(life.distress),
                                            .months_abroad = life.months_abroad, .months_home = now - life.returned,
                                            .support = life.support},
                                           view.markets.parameters());
  Book entry = book(view, person.person, person.last_market, tally);
  entry.count(Count::returnees_observed);
  if (life.work == HomeWork::wage_work || life.work == HomeWork::enterprise) entry.count(Count::returnees_working);
  entry.count(Count::index_economic_milli, std::llround(scores.economic * 1000));
  entry.count(Count::index_social_milli, std::llround(scores.social * 1000));
  entry.count(Count::index_psychosocial_milli, std::llround(scores.psychosocial * 1000));
}

// Counts once for each return whether it was followed by another departure within the window.
void Block::decide_remigration(const MonthView& view, HomeLife& life, PersonId person, std::uint16_t market, bool leaves,
                               Tally& tally) const {
  if (life.returned == 0 || life.decided) return;
  life.decided = true;
  const bool within = view.month.count() - life.returned <= static_cast<std::int32_t>(view.markets.parameters().remigration_window_months);
  Book entry = book(view, person, market, tally);
  entry.count(leaves && within ? Count::abroad_again_within_window : Count::home_beyond_window);
  if (life.in_closure) entry.count(leaves && within ? Count::closure_abroad_again : Count::closure_home_beyond);
}

// What is owed at home is paid off in time, or pledged land is taken for it.
void Block::serve_debt(const MonthView& view, HomePerson& person, Tally& tally) const {
  const model::Parameters& parameters = view.markets.parameters();
  const std::int32_t now = view.month.count();
  if (person.debt.balance > 0) {
    const bool seizure_due = now - person.since == static_cast<std::int32_t>(parameters.home_debt_months_before_seizure);
    if (seizure_due && person.debt.pledged &&
        RandomStream{view.run, person.person.key(), now, Draw::seizure}.uniform() < parameters.pledge_seized_probability) {
      Book entry = book(view, person.person, person.last_market, tally);
      entry.count(Count::pledges_seized);
      entry.count(Count::written_off_cents, person.debt.balance);
      view.note(person.person, LifeEvent::pledge_seized, person.last_market, person.debt.balance);
      person.debt = {};
    } else if (now >= person.repaid) {
      view.note(person.person, LifeEvent::debt_cleared_at_home, person.last_market);
      person.debt = {};
    }
  }
}

// One month at home; false if the person leaves the pool: seeks again, settles for good, or was never abroad and owes nothing.
bool Block::home_month(const MonthView& view, HomePerson& person, Tally& tally) {
  const model::Parameters& parameters = view.markets.parameters();
  const population::Cell& cell = view.cells.of(person.person);
  const std::int32_t now = view.month.count();
  serve_debt(view, person, tally);
  const int age = view.cells.age(cell, view.month);
  const bool too_old = age > parameters.age_search_oldest_years;
  if (person.settled || too_old || person.spells == 0) {
    const bool watched = person.life.returned > 0 && !person.life.observed;
    if (person.debt.balance > 0 || person.fund_due > 0 || (watched && person.spells > 0)) return true;
    if (person.spells == 0) {
      set_away(view.cells.bit(person.person), false);
      view.note(person.person, LifeEvent::back_to_old_life, person.last_market);
      return false;
    }
    ++tally.settled[index(cell.origin) * 2 + index(cell.sex)];
    book(view, person.person, person.last_market, tally).count(Count::settled);
    view.note(person.person, LifeEvent::settled, person.last_market);
    decide_remigration(view, person.life, person.person, person.last_market, false, tally);
    return false;
  }
  RandomStream stream{view.run, person.person.key(), now, Draw::search_again};
  const double u = stream.uniform();
  const double factor = person.life.returned > 0 ? model::search_factor(person.life.reason, parameters) : 1.0;
  if (u >= parameters.search_hazard_max_per_month * factor) return true;
  const double gain = believed_gain(view, person.person, cell, true);
  const double taste_mean = view.markets.fitted().taste_mean[index(cell.origin)][index(cell.sex)];
  const double by_age = view.markets.age_factor(age);
  const auto hazard = [&](double believed) {
    return model::search_hazard(Usd{believed}, static_cast<double>(person.taste), taste_mean, model::network_index(0, true, parameters),
                                by_age, parameters);
  };
  if (u >= -std::expm1(-hazard(gain).value() * factor)) return true;
  const double help = search_help(view, person.person, cell, true);
  const PerMonth drawn{-std::log1p(-u) / factor};  // the hazard at which this month's draw would just have been one to seek
  const Usd short_of = help > 0 ? model::short_without_help(drawn, hazard(gain - help), by_age, parameters) : Usd{0};
  Debt debt = person.debt;
  if (debt.balance > 0) {
    debt.balance = balance_at(person, now);
    debt.since = now;
  }
  Seeker seeker{.person = person.person, .spells = person.spells, .taste = person.taste, .debt = debt, .life = person.life};
  seeker.life.savings += person.fund_due;  // paid before its time to who may be gone by then
  if (!begin_spell(view, seeker, cell, person.last_market, short_of, tally)) return true;
  pay_fund_claim(view, person, tally);
  return false;
}

}  // namespace sojourn::sim
