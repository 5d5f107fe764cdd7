// Stage 3: who is shown an order, who takes it, who pays for nothing.
#include <algorithm>
#include <array>
#include <cmath>

#include "model/decision.hpp"
#include "model/finance.hpp"
#include "model/orientation.hpp"
#include "model/pathways.hpp"
#include "model/people.hpp"
#include "model/recognition.hpp"
#include "model/recruitment.hpp"
#include "sim/block.hpp"
#include "sim/choice.hpp"

namespace sojourn::sim {
namespace {

// Chance, in millionths, that the licensing authority finds a broken rule: it sees what the register sees. What inspectors
// of a fee rule find is refunded and fined case by case, and puts no licence at risk.
std::int64_t chance_found(const MarketNow& market, Skill skill, const model::Parameters& parameters) {
  const double usual = parameters.inspection_probability_base;
  const double licensing = model::licensing_probability(market.terms[index(skill)], parameters);
  return std::llround(1e6 * market.registered_share * (usual + (1.0 - usual) * licensing));
}

// The price without rules: through the chain, or what a direct hire or a government's programme costs.
model::Price price_of(const MarketNow& market, const Seeker& seeker, const model::Liquidity& limits, const model::Parameters& parameters) {
  using model::Recruiter;
  if (crosses(market, seeker)) return {Usd{0}, Usd{market.irregular_cost_usd}};
  const bool usual = seeker.way == model::Pathway::usual;
  if ((usual && seeker.recruiter == Recruiter::government) || market.regime == model::RecruitmentRegime::open_border) {
    return {Usd{market.documented_usd}, Usd{0}};
  }
  if (!model::through_intermediaries(seeker.way)) return {Usd{market.paths.of(seeker.way).cost_usd}, Usd{0}};
  const double through_chain = market.rent_share_by_links[std::max<std::size_t>(1, seeker.links)];
  const double share = seeker.recruiter == Recruiter::irregular ? market.rent_share : through_chain;
  const Usd advance = model::advance_limit(UsdPerMonth{market.posted_wage}, market.regime, seeker.recruiter, parameters);
  const Usd reachable{limits.total().value() + advance.value()};
  const double rent = model::rent_factor(seeker.recruiter, market.regime, parameters) *
                      model::rent(share, Usd{seeker.way == model::Pathway::usual ? market.surplus : market.paths.of(seeker.way).surplus_usd},
                                  static_cast<double>(seeker.fee_spread), reachable, seeker.spells > 0,
                                  parameters).value();
  const Usd incentive = model::incentive(market.tightness, Usd{market.employer_budget_usd}, parameters);
  return {Usd{market.documented_usd}, Usd{rent - incentive.value()}};
}

}  // namespace

bool verifies(const MonthView& view, PersonId person, const model::MarketTerms& terms) {
  return terms.offers_verified > 0 && RandomStream{view.run, person.key(), 0, Draw::verified}.uniform() < terms.offers_verified;
}

void Block::apply_for_orders(const MonthView& view) {
  applications_.clear();
  applications_.reserve(seekers_.size());
  for (std::uint32_t i = 0; i < seekers_.size(); ++i) {
    applications_.push_back(evaluate(view, seekers_[i]));
    applications_.back().seeker = i;
  }
}

Application Block::evaluate(const MonthView& view, const Seeker& seeker) const {
  const MarketNow& market = view.markets[seeker.market];
  const model::Parameters& parameters = view.markets.parameters();
  const population::Cell& cell = view.cells.of(seeker.person);
  const UsdPerMonth home_wage{view.markets.home_wage(cell.origin, cell.sex, cell.skill)};
  const bool repeat = seeker.spells > 0;
  const model::Liquidity limits = means_of(view, seeker, home_wage);
  const model::Price price = price_of(market, seeker, limits, parameters);
  const bool government = seeker.recruiter == model::Recruiter::government;
  const bool crossing = crosses(market, seeker);
  static constexpr model::MarketTerms no_rule{};
  const model::PersonFacts facts = facts_of(view, seeker);
  // Rules on fees reach no broker at a border.
  const model::MarketTerms& terms = crossing ? no_rule : view.markets.terms(seeker.market, cell.skill, facts);

  Application application;
  application.market = seeker.market;
  application.way = seeker.way;
  application.key = seeker.person.key();
  if (!way_is_open(market, seeker.way)) return application;
  application.under_rule = market.any_rule && model::fee_rule_in_force(terms);
  bool complied = true, found = false;
  if (application.under_rule) {
    const model::Price legal = model::legal_price(price, terms);
    const Usd gain{price.documented.value() + price.rent.value() - legal.documented.value() - legal.rent.value()};
    const double chance = model::found_probability(terms, parameters);
    complied = government || RandomStream{view.run, seeker.person.key(), seeker.since, Draw::comply}.uniform() <
               model::compliance_if_found_with(gain, chance, model::fee_fine(terms), static_cast<double>(seeker.honesty), parameters);
    found = RandomStream{view.run, seeker.person.key(), seeker.since, Draw::inspected}.uniform() < chance;
  }
  const model::RentSplit split = crossing ? model::RentSplit{.employer = 0, .agency_of_rest = 0}
                                          : model::rent_split(market.regime, seeker.recruiter, parameters);
  application.payment = model::payment(price, split, terms, complied, found, parameters);
  application.payment.deducted = model::deducted_part(application.payment.borne_by_worker, UsdPerMonth{market.posted_wage}, market.regime,
                                                      seeker.recruiter, parameters);
  const double cost = to_usd(application.payment.borne_by_worker);
  const double before_leaving = to_usd(application.payment.borne_by_worker - application.payment.deducted);
  application.can_pay = before_leaving <= limits.total().value();

  const double market_gain = market.gain[index(cell.skill)][repeat ? 1 : 0] -
                             (seeker.past_ban && !crossing ? parameters.irregular_cost_usd : 0.0);
  const double belief = hearsay_.market_shift(community_at(view, seeker.person), static_cast<double>(seeker.death_belief), repeat,
                                              market, parameters);
  const model::MarketTerms& told = view.markets.terms(seeker.market, cell.skill, facts);
  const bool reached = told.campaign_reached > 0 && model::reached_by_campaign(told, campaign_draw_of(view.run, seeker.person));
  const bool recognised = skills_count_abroad(view, seeker, facts);
  const double by_certificate = recognised ? model::recognition_worth(Usd{market.pay_belief_usd}, repeat, parameters).value() *
                                                 view.markets.home_value(cell.origin) : 0.0;
  const double by_campaign = reached ? view.markets.campaign_usd(seeker.market, cell.skill, repeat, facts) : 0.0;
  // What a broker saves, the want of papers costs: the odds of the two ways say so. Neither is keener, or served first.
  double felt = crossing ? market.expected_cost : cost;
  const double by_way = seeker.way == model::Pathway::usual ? 0.0
                            : market.paths.of(seeker.way).shift_usd * view.markets.home_value(cell.origin);
  if (seeker.way != model::Pathway::usual) {
    felt *= model::cost_weight(market.terms[index(cell.skill)].pathway(seeker.way), market.expected_stay, parameters);
  }
  const Usd gain{market_gain + belief + by_campaign + by_certificate + by_way +
                 (market.expected_cost - felt) * view.markets.home_value(cell.origin) * model::cost_with_interest(parameters)};
  const double taste_mean = view.markets.fitted().taste_mean[index(cell.origin)][index(cell.sex)];
  application.accepts = static_cast<double>(seeker.acceptance) <
                        model::acceptance_probability(gain, static_cast<double>(seeker.taste), taste_mean, parameters);
  application.is_false = seeker.offer_is_false;
  // Who checks a false offer before paying refuses it.
  if (seeker.offer_is_false && verifies(view, seeker.person, told)) application.accepts = false;
  const auto chance = static_cast<double>(seeker.rank_chance);
  application.rank = government ? model::roster_rank(chance, view.month.count() - seeker.since, parameters)
                                : model::rank(repeat, gain, limits.total(), Usd{crossing ? felt : before_leaving}, chance, parameters,
                                              recognised || (seeker.life.certified &&
                                                             seeker.recruiter != model::Recruiter::irregular));
  if (seeker.way != model::Pathway::usual) application.rank = rank_on_way(view, seeker, cell.skill, application.rank);
  return application;
}

void Block::resolve_offers(const MonthView& view, const std::vector<Cutoff>& cutoffs, Tally& tally) {
  std::size_t kept = 0;
  for (const Application& application : applications_) {
    const Seeker seeker = seekers_[application.seeker];
    Book entry = book(view, seeker.person, seeker.market, tally);
    if (application.fills_an_order() && seeker.way == model::Pathway::usual) {
      entry.count(model::Count::payable_applicants);
      // What the fitted reach of rents is measured on: what could be taken, over the surplus.
      const double share = view.markets[seeker.market].rent_share;
      const bool pays_rent = seeker.recruiter != model::Recruiter::government && !crosses(view.markets[seeker.market], seeker) &&
                             view.markets[seeker.market].regime != model::RecruitmentRegime::open_border;
      if (share > 1e-4 && pays_rent) {
        entry.count(model::Count::payable_rent_reach_cents,
                    to_cents(std::max(0.0, to_usd(application.payment.borne_by_worker - application.payment.documented)) / share));
        entry.count(model::Count::payable_surplus_cents, to_cents(view.markets[seeker.market].surplus));
      }
    }
    const std::size_t queue = static_cast<std::size_t>(seeker.way) * view.markets.count() + seeker.market;
    const bool shown = orders_of_way(view.markets[seeker.market], seeker.way) > 0 && cutoffs[queue].shows(application);
    if (!shown) {
      if (gives_up(view, seeker)) {
        entry.count(model::Count::seekers, -1);
        view.note(seeker.person, LifeEvent::gave_up, seeker.market);
        leave_queue(view, seeker, tally);
      } else {
        seekers_[kept++] = seeker;
      }
      continue;
    }
    entry.count(model::Count::seekers, -1);
    entry.count(model::Count::offers_shown);
    if (!application.can_pay) {
      entry.count(model::Count::offers_without_money);
      view.note(seeker.person, LifeEvent::could_not_pay, seeker.market, application.payment.borne_by_worker);
      leave_queue(view, seeker, tally);
    } else if (!application.accepts) {
      entry.count(model::Count::offers_refused);
      view.note(seeker.person, LifeEvent::refused, seeker.market, application.payment.borne_by_worker);
      leave_queue(view, seeker, tally);
    } else if (application.is_false) {
      defraud(view, application, tally);
    } else {
      accept(view, application, tally);
    }
  }
  seekers_.resize(kept);
}

// A place on a roster is kept until it runs out; in an agency's line patience does.
bool Block::gives_up(const MonthView& view, const Seeker& seeker) {
  const model::Parameters& parameters = view.markets.parameters();
  if (!way_is_open(view.markets[seeker.market], seeker.way)) return true;
  if (seeker.recruiter == model::Recruiter::government) return model::off_the_roster(view.month.count() - seeker.since, parameters);
  return RandomStream{view.run, seeker.person.key(), view.month.count(), Draw::give_up}.uniform() < parameters.give_up_per_month;
}

void Block::accept(const MonthView& view, const Application& application, Tally& tally) {
  // The seeker is copied: resolve_offers compacts the queue behind us, never past this place.
  const Seeker seeker = seekers_[application.seeker];
  Book entry = book(view, seeker.person, seeker.market, tally);
  entry.count(model::Count::matched);
  if (seeker.spells > 0) entry.count(model::Count::repeat_matched);
  entry.count(model::Count::on_the_way);
  if (model::adds_jobs(seeker.way)) entry.count(model::Count::pathway_on_the_way);
  view.note(seeker.person, LifeEvent::accepted, seeker.market, application.payment.borne_by_worker);
  const model::Parameters& parameters = view.markets.parameters();
  const model::Processing processing = model::processing(
      RandomStream{view.run, seeker.person.key(), seeker.since, Draw::processing},
      way_months(view, seeker, view.cells.of(seeker.person).skill), parameters);
  const auto when = static_cast<std::size_t>(view.month - first_ + processing.months);
  departures_[std::min(when, departures_.size() - 1)].push_back(
      Traveller{{seeker, application.payment, application.under_rule, processing.drops_out}});
}

void Block::defraud(const MonthView& view, const Application& application, Tally& tally) {
  const Seeker seeker = seekers_[application.seeker];
  Book entry = book(view, seeker.person, seeker.market, tally);
  entry.count(model::Count::defrauded);
  const Cents paid = std::max<Cents>(0, application.payment.borne_by_worker - application.payment.deducted);
  entry.count(model::Count::defrauded_cents, paid);
  const population::Cell& cell = view.cells.of(seeker.person);
  const model::Parameters& parameters = view.markets.parameters();
  report_false_offer(view, application, tally);
  const UsdPerMonth home_wage{view.markets.home_wage(cell.origin, cell.sex, cell.skill)};
  const model::Loan loan = model::loan_for(paid, means_of(view, seeker, home_wage), parameters);
  view.note(seeker.person, LifeEvent::defrauded, seeker.market, paid, loan.principal);
  HomePerson person{.person = seeker.person, .last_market = seeker.market, .spells = seeker.spells,
                    .since = view.month.count(), .taste = seeker.taste, .debt = seeker.debt, .life = seeker.life};
  if (loan.principal > 0) {
    person.debt = {.balance = loan.principal + seeker.debt.balance, .rate_per_month = static_cast<float>(loan.rate_per_month),
                   .since = view.month.count(), .pledged = loan.pledged};
  }
  come_home(view, person, tally);
}

void Block::report_false_offer(const MonthView& view, const Application& application, Tally& tally) const {
  const Seeker& seeker = seekers_[application.seeker];
  if (seeker.agency == no_agency) return;
  const MarketNow& market = view.markets[seeker.market];
  const population::Cell& cell = view.cells.of(seeker.person);
  model::AgencyMonth& report = tally.agencies[view.agencies.place(cell.origin, seeker.agency)];
  ++report.false_offers;
  report.rent_cents += std::max<Cents>(0, application.payment.to_agency);
  report.found_millionths += chance_found(market, cell.skill, view.markets.parameters());
}

// Through whom a worker came, and what that leaves to the agency's record.
void Block::count_recruitment(const MonthView& view, const OnTheWay& traveller, Tally& tally) const {
  static constexpr std::array ways{model::Count::via_agency, model::Count::via_subagents, model::Count::via_direct,
                                   model::Count::via_government};
  const Seeker& seeker = traveller.seeker;
  const MarketNow& market = view.markets[seeker.market];
  const population::Cell& cell = view.cells.of(seeker.person);
  Book entry = book(view, seeker.person, seeker.market, tally);
  if (seeker.recruiter != model::Recruiter::irregular) entry.count(ways[static_cast<std::size_t>(seeker.recruiter)]);
  entry.count(model::Count::deducted_cents, traveller.payment.deducted);
  if (seeker.agency == no_agency) return;
  entry.count(model::Count::chain_links, seeker.links);
  model::AgencyMonth& report = tally.agencies[view.agencies.place(cell.origin, seeker.agency)];
  ++report.placements;
  report.rent_cents += traveller.payment.to_agency;
  if (traveller.under_rule && !traveller.payment.complied) {
    report.found_millionths += chance_found(market, cell.skill, view.markets.parameters());
  }
}

void Block::leave_queue(const MonthView& view, const Seeker& seeker, Tally& tally) {
  if (seeker.spells == 0 && seeker.debt.balance == 0) {
    set_away(view.cells.bit(seeker.person), false);  // back to the crowd: one bit, nothing else
    view.note(seeker.person, LifeEvent::back_to_old_life, seeker.market);
    return;
  }
  come_home(view, {.person = seeker.person, .last_market = seeker.market, .spells = seeker.spells,
                   .since = view.month.count(), .taste = seeker.taste, .debt = seeker.debt, .life = seeker.life}, tally);
}

}  // namespace sojourn::sim
