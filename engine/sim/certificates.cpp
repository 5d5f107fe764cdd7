// Stages 3, 5 and 9: certificates that count abroad, seats for certificates of what was learnt there, and the queues of
// all seats that an origin's people share.
#include "model/recognition.hpp"
#include "sim/choice.hpp"
#include "sim/run.hpp"

namespace sojourn::sim {

using model::Count;

bool Block::skills_count_abroad(const MonthView& view, const Seeker& seeker, const model::PersonFacts& facts) {
  const MarketNow& market = view.markets[seeker.market];
  const Skill skill = view.cells.of(seeker.person).skill;
  const model::MarketTerms& terms = view.markets.terms(seeker.market, skill, facts);
  if (terms.skills_recognised <= 0 && terms.passport_missed_ln <= 0) return false;
  if (seeker.recruiter == model::Recruiter::irregular || !model::pays_by_certificate(market.sector) ||
      !model::holds_certificate(skill, seeker.life.certified)) {
    return false;
  }
  const double place = certificate_draw_of(view.run, seeker.person);
  if (model::is_recognised(terms, place)) return true;
  if (terms.passport_missed_ln <= 0) return false;
  const double day = RandomStream{view.run, seeker.person.key(), seeker.since, Draw::skills_passport}.uniform();
  return model::is_passport_verified(terms, view.month.count() - seeker.since, day) && model::is_recognised_by_passport(terms, place);
}

namespace {

// A certificate as its programme gives it to people of a market and skill.
struct Certificate {
  Draw lot;
  double fee_usd;
};
Certificate certificate_of(Seats kind, const model::MarketTerms& terms) {
  return kind == Seats::departing ? Certificate{Draw::departing_certificate, terms.departing_fee_usd}
                                  : Certificate{Draw::certification, terms.certification_fee_usd};
}

// Places of a kind are one queue in each origin.
std::uint32_t queue_of(Seats kind, OriginId origin, std::size_t origins) {
  return static_cast<std::uint32_t>((kind == Seats::departing ? origins : 0) + index(origin));
}

}  // namespace

std::optional<Seats> Block::certificate_asked(const MonthView& view, const HomePerson& person) const {
  const HomeLife& life = person.life;
  if (life.returned == 0) return std::nullopt;
  const model::Parameters& parameters = view.markets.parameters();
  const Skill skill = view.cells.of(person.person).skill;
  const model::MarketTerms& terms = view.markets.terms(person.last_market, skill, facts_of(view, person));
  const model::Learnt learnt{.months_abroad = life.months_abroad,
                             .months_home = view.month.count() - life.returned,
                             .savings = Usd{to_usd(life.savings)},
                             .certified = life.certified,
                             .inactive = life.work == model::HomeWork::inactive};
  if (model::asks_for_certificate_on_leaving(learnt, model::return_class(life.reason), terms, parameters)) return Seats::departing;
  if (model::asks_for_certificate(learnt, terms, parameters)) return Seats::prior_learning;
  return std::nullopt;
}

// Seats go by the month of the return, and by lot among those of one month.
void Block::claim_certificates(const MonthView& view) {
  claims_.clear();
  for (const HomePerson& person : home_) {
    const std::optional<Seats> asked = certificate_asked(view, person);
    if (!asked) continue;
    const Draw lot = certificate_of(*asked, {}).lot;
    claims_.push_back({queue_of(*asked, view.cells.of(person.person).origin, view.cells.origins()),
                       turn_of(view.run, person.person, person.life.returned, lot)});
  }
}

// Those whom claim_certificates found, in its order.
void Block::certify(const MonthView& view, Tally& tally) {
  std::size_t next = 0;
  for (HomePerson& person : home_) {
    const std::optional<Seats> asked = certificate_asked(view, person);
    if (!asked) continue;
    const population::Cell& cell = view.cells.of(person.person);
    if (!view.markets.seats(*asked, index(cell.origin)).admits(claims_[next++].turn)) continue;
    const model::MarketTerms& terms = view.markets.terms(person.last_market, cell.skill, facts_of(view, person));
    const Cents fee = to_cents(certificate_of(*asked, terms).fee_usd);
    person.life.certified = true;
    person.life.savings -= static_cast<std::int32_t>(fee);
    Book entry = book(view, person.person, person.last_market, tally);
    entry.count(Count::skills_certified);
    entry.count(Count::certification_fees_cents, fee);
    view.note(person.person, LifeEvent::skills_certified, person.last_market, fee);
  }
}

// Places of an origin go down the queue of all blocks together. Kinds that are asked for at one time are queues one after
// the other.
void Run::share_seats(std::span<const Seats> kinds) {
  const std::size_t origins = input_.base.origins.size();
  std::vector<std::vector<std::uint64_t>> turns(origins * kinds.size());
  for (const Block& block : blocks_) {
    for (const Claim& claim : block.claims()) turns[claim.queue].push_back(claim.turn);
  }
  for (std::size_t queue = 0; queue < turns.size(); ++queue) {
    const Seats kind = kinds[queue / origins];
    if (!markets_.any_seats(kind)) continue;
    Gate& gate = markets_.seats(kind, queue % origins);
    gate.last = last_turn(turns[queue], gate.places + gate.extra);
  }
}

void Run::certify_skills() {
  static constexpr std::array kinds{Seats::prior_learning, Seats::departing};
  if (!markets_.any_seats(kinds[0]) && !markets_.any_seats(kinds[1])) return;
  const MonthView now = view();
  each_block([&](Block& block, Tally&) { block.claim_certificates(now); });
  share_seats(kinds);
  each_block([&](Block& block, Tally& tally) { block.certify(now, tally); });
}

void Run::train_seekers() {
  static constexpr std::array kinds{Seats::training};
  if (!markets_.any_seats(kinds[0])) return;
  const MonthView now = view();
  each_block([&](Block& block, Tally&) { block.claim_training(now); });
  share_seats(kinds);
  each_block([&](Block& block, Tally& tally) { block.train(now, tally); });
}

void Run::lend_to_returnees() {
  static constexpr std::array kinds{Seats::credit};
  if (!markets_.any_seats(kinds[0])) return;
  const MonthView now = view();
  each_block([&](Block& block, Tally&) { block.claim_credit(now); });
  share_seats(kinds);
}

}  // namespace sojourn::sim
