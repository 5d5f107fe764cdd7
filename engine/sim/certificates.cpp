// Stages 3, 5 and 9: certificates that count abroad, and seats at home for certificates of what was learnt there.
#include "model/recognition.hpp"
#include "sim/choice.hpp"
#include "sim/run.hpp"

namespace sojourn::sim {

using model::Count;

bool Block::skills_count_abroad(const MonthView& view, const Seeker& seeker, const model::PersonFacts& facts) {
  const MarketNow& market = view.markets[seeker.market];
  const Skill skill = view.cells.of(seeker.person).skill;
  const model::MarketTerms& terms = view.markets.terms(seeker.market, skill, facts);
  if (terms.skills_recognised <= 0 || seeker.recruiter == model::Recruiter::irregular) return false;
  return model::pays_by_certificate(market.sector) && model::holds_certificate(skill, seeker.life.certified) &&
         model::is_recognised(terms, certificate_draw_of(view.run, seeker.person));
}

bool Block::asks_for_certificate(const MonthView& view, const HomePerson& person) const {
  const HomeLife& life = person.life;
  if (life.returned == 0) return false;
  const Skill skill = view.cells.of(person.person).skill;
  return model::asks_for_certificate({.months_abroad = life.months_abroad,
                                      .months_home = view.month.count() - life.returned,
                                      .savings = Usd{to_usd(life.savings)},
                                      .certified = life.certified,
                                      .inactive = life.work == model::HomeWork::inactive},
                                     view.markets.terms(person.last_market, skill, facts_of(view, person)), view.markets.parameters());
}

// Seats go by the month of the return, and by lot among those of one month.
void Block::claim_certificates(const MonthView& view) {
  claims_.clear();
  for (const HomePerson& person : home_) {
    if (!asks_for_certificate(view, person)) continue;
    claims_.push_back({static_cast<std::uint32_t>(index(view.cells.of(person.person).origin)),
                       turn_of(view.run, person.person, person.life.returned, Draw::certification)});
  }
}

// Those whom claim_certificates found, in its order.
void Block::certify(const MonthView& view, Tally& tally) {
  std::size_t next = 0;
  for (HomePerson& person : home_) {
    if (!asks_for_certificate(view, person)) continue;
    const Claim& claim = claims_[next++];
    if (!view.markets.certification(claim.queue).admits(claim.turn)) continue;
    const Skill skill = view.cells.of(person.person).skill;
    const Cents fee = to_cents(view.markets.terms(person.last_market, skill, facts_of(view, person)).certification_fee_usd);
    person.life.certified = true;
    person.life.savings -= static_cast<std::int32_t>(fee);
    Book entry = book(view, person.person, person.last_market, tally);
    entry.count(Count::skills_certified);
    entry.count(Count::certification_fees_cents, fee);
    view.note(person.person, LifeEvent::skills_certified, person.last_market, fee);
  }
}

// An origin's seats go down the queue of all blocks together.
void Run::certify_skills() {
  if (!markets_.any_certification()) return;
  const MonthView now = view();
  each_block([&](Block& block, Tally&) { block.claim_certificates(now); });
  std::vector<std::vector<std::uint64_t>> turns(input_.base.origins.size());
  for (const Block& block : blocks_) {
    for (const Claim& claim : block.claims()) turns[claim.queue].push_back(claim.turn);
  }
  for (std::size_t o = 0; o < turns.size(); ++o) {
    Gate& seats = markets_.certification(o);
    seats.last = last_turn(turns[o], seats.places + seats.extra);
  }
  each_block([&](Block& block, Tally& tally) { block.certify(now, tally); });
}

}  // namespace sojourn::sim
