// Stage 9: back home, with or without debt, until the next journey or for good.
#include <cmath>

#include "model/decision.hpp"
#include "model/finance.hpp"
#include "model/returning.hpp"
#include "sim/block.hpp"

namespace sojourn::sim {

void Block::come_home(const MonthView& view, HomePerson person, Tally& tally) {
  const population::Cell& cell = view.cells.of(person.person);
  person.instalment = 0;
  person.repaid = 0;
  if (person.debt.balance > 0) {
    const double growth = std::pow(1.0 + static_cast<double>(person.debt.rate_per_month), view.month.count() - person.debt.since);
    person.debt.balance = static_cast<Cents>(std::llround(static_cast<double>(person.debt.balance) * growth));
    person.debt.since = view.month.count();
    const model::Service service = model::home_service(
        {.principal = person.debt.balance, .rate_per_month = static_cast<double>(person.debt.rate_per_month)},
        UsdPerMonth{view.markets.home_wage(cell.origin, cell.sex, cell.skill)}, view.markets.parameters());
    person.instalment = static_cast<std::int32_t>(service.instalment);
    person.repaid = view.month.count() + service.months;
  }
  if (person.settled && person.debt.balance == 0) {
    ++tally.settled[index(cell.origin) * 2 + index(cell.sex)];
    book(view, person.person, person.last_market, tally).count(model::Count::settled);
    view.note(person.person, LifeEvent::settled, person.last_market);
    return;
  }
  book(view, person.person, person.last_market, tally).count(model::Count::at_home_former);
  home_.push_back(person);
}

void Block::at_home(const MonthView& view, Tally& tally) {
  std::size_t kept = 0;
  const std::size_t people = home_.size();
  for (std::size_t i = 0; i < people; ++i) {
    HomePerson person = home_[i];
    if (home_month(view, person, tally)) home_[kept++] = person;
    else book(view, person.person, person.last_market, tally).count(model::Count::at_home_former, -1);
  }
  home_.resize(kept);
}

// One month at home; false if the person leaves the pool: seeks again, settles for good, or was never abroad and owes nothing.
bool Block::home_month(const MonthView& view, HomePerson& person, Tally& tally) {
  const model::Parameters& parameters = view.markets.parameters();
  const population::Cell& cell = view.cells.of(person.person);
  const std::int32_t now = view.month.count();
  if (person.debt.balance > 0) {
    const bool seizure_due = now - person.since == static_cast<std::int32_t>(parameters.home_debt_months_before_seizure);
    if (seizure_due && person.debt.pledged &&
        RandomStream{view.run, person.person.key(), now, Draw::seizure}.uniform() < parameters.pledge_seized_probability) {
      Book entry = book(view, person.person, person.last_market, tally);
      entry.count(model::Count::pledges_seized);
      entry.count(model::Count::written_off_cents, person.debt.balance);
      view.note(person.person, LifeEvent::pledge_seized, person.last_market, person.debt.balance);
      person.debt = {};
    } else if (now >= person.repaid) {
      view.note(person.person, LifeEvent::debt_cleared_at_home, person.last_market);
      person.debt = {};
    }
  }
  const int age = view.cells.age(cell, view.month);
  const bool too_old = age > parameters.age_search_oldest_years;
  if (person.debt.balance == 0 && (person.settled || too_old || person.spells == 0)) {
    if (person.spells == 0) {
      set_away(view.cells.bit(person.person), false);
      view.note(person.person, LifeEvent::back_to_old_life, person.last_market);
    } else {
      ++tally.settled[index(cell.origin) * 2 + index(cell.sex)];
      book(view, person.person, person.last_market, tally).count(model::Count::settled);
      view.note(person.person, LifeEvent::settled, person.last_market);
    }
    return false;
  }
  if (person.settled || too_old || person.spells == 0) return true;
  RandomStream stream{view.run, person.person.key(), now, Draw::search_again};
  const double u = stream.uniform();
  if (u >= parameters.search_hazard_max_per_month) return true;
  const double gain = believed_gain(view, person.person, cell, true);
  const double taste_mean = view.markets.fitted().taste_mean[index(cell.origin)][index(cell.sex)];
  const PerMonth hazard = model::search_hazard(Usd{gain}, static_cast<double>(person.taste), taste_mean,
                                               model::network_index(0, true, parameters), view.markets.age_factor(age), parameters);
  if (u >= -std::expm1(-hazard.value())) return true;
  Debt debt = person.debt;
  if (debt.balance > 0) {  // what the instalments at home have left of it
    debt.balance = model::balance_after({.principal = debt.balance, .rate_per_month = static_cast<double>(debt.rate_per_month)},
                                        person.instalment, now - debt.since);
    debt.since = now;
  }
  const Seeker seeker{.person = person.person, .spells = person.spells, .taste = person.taste, .debt = debt};
  return !begin_spell(view, seeker, cell, person.last_market, tally);
}

}  // namespace sojourn::sim
