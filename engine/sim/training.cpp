// Stages 3 and 5: courses of those who seek work, tests that a job asks for, and membership in welfare funds with what it brings.
#include "model/training.hpp"

#include "model/recognition.hpp"
#include "model/welfare.hpp"
#include "sim/block.hpp"

namespace sojourn::sim {

using model::Count;

bool Block::asks_for_training(const MonthView& view, const Seeker& seeker) const {
  const Skill skill = view.cells.of(seeker.person).skill;
  return model::asks_for_training({.certificate = model::holds_certificate(skill, seeker.life.certified),
                                   .with_papers = seeker.recruiter != model::Recruiter::irregular,
                                   .own_money = Usd{static_cast<double>(seeker.own_usd)}},
                                  view.markets.terms(seeker.market, skill, facts_of(view, seeker)));
}

// Seats go by the month in which the search began, and by lot among those of one month.
void Block::claim_training(const MonthView& view) {
  claims_.clear();
  for (const Seeker& seeker : seekers_) {
    if (!asks_for_training(view, seeker)) continue;
    claims_.push_back({static_cast<std::uint32_t>(index(view.cells.of(seeker.person).origin)),
                       turn_of(view.run, seeker.person, seeker.since, Draw::training)});
  }
}

// Those whom claim_training found, in its order. The certificate is theirs from now on and is shown once the course is over.
void Block::train(const MonthView& view, Tally& tally) {
  std::size_t next = 0;
  for (Seeker& seeker : seekers_) {
    if (!asks_for_training(view, seeker)) continue;
    const population::Cell& cell = view.cells.of(seeker.person);
    if (!view.markets.seats(Seats::training, index(cell.origin)).admits(claims_[next++].turn)) continue;
    const model::MarketTerms& terms = view.markets.terms(seeker.market, cell.skill, facts_of(view, seeker));
    seeker.life.certified = true;
    seeker.course_ends = short_month(view.month.count() + static_cast<std::int32_t>(terms.training_months));
    seeker.own_usd -= static_cast<float>(terms.training_fee_usd);
    Book entry = book(view, seeker.person, seeker.market, tally);
    entry.count(Count::skills_trained);
    entry.count(Count::training_fees_cents, to_cents(terms.training_fee_usd));
  }
}

// One try a search: who was refused may learn, and seek again. A government's roster has a test of its own.
model::TestOutcome Block::test_of(const MonthView& view, const Seeker& seeker) const {
  if (seeker.recruiter == model::Recruiter::irregular || seeker.recruiter == model::Recruiter::government) {
    return model::TestOutcome::not_asked;
  }
  const Skill skill = view.cells.of(seeker.person).skill;
  const model::MarketTerms& terms = view.markets.terms(seeker.market, skill, facts_of(view, seeker));
  if (terms.test_enforcement <= 0) return model::TestOutcome::not_asked;
  const double u = RandomStream{view.run, seeker.person.key(), seeker.since, Draw::skill_test}.uniform();
  return model::skill_test(terms, model::holds_certificate(skill, seeker.life.certified), u);
}

// Who leaves by a way that a register sees joins on that occasion.
bool Block::joins_fund(const MonthView& view, const Seeker& seeker, const model::MarketTerms& terms) {
  if (terms.welfare_members <= 0 || seeker.recruiter == model::Recruiter::irregular) return false;
  return view.markets[seeker.market].registered_share > 0 &&
         model::joins_fund(terms, RandomStream{view.run, seeker.person.key(), 0, Draw::welfare_member}.uniform());
}

void Block::pay_death_benefit(const MonthView& view, std::uint32_t slot, Tally& tally) const {
  const Worker& worker = workers_[slot];
  if (!worker.fund_member) return;
  book(view, worker.person, worker_market_[slot], tally).count(Count::death_benefits_cents, model::death_benefit(terms_of(view, slot)));
}

bool Block::flown_by_fund(const MonthView& view, std::uint32_t slot) const {
  const Worker& worker = workers_[slot];
  if (!worker.fund_member) return false;
  const double u = RandomStream{view.run, worker.person.key(), view.month.count(), Draw::welfare_flight}.uniform();
  return model::flown_home(terms_of(view, slot), u, view.markets.parameters());
}

}  // namespace sojourn::sim
