#include "sim/career.hpp"

#include <algorithm>
#include <cmath>

#include "model/contract_end.hpp"
#include "model/decision.hpp"
#include "model/mobility.hpp"
#include "model/recruitment.hpp"
#include "model/remittances.hpp"
#include "model/returning.hpp"
#include "sim/block.hpp"

namespace sojourn::sim {

Block::Stay Block::live_stay(const MonthView& view, const Seeker& seeker, std::int32_t arrived) const {
  const MarketNow& market = view.markets[seeker.market];
  const model::Parameters& parameters = view.markets.parameters();
  const population::Cell& cell = view.cells.of(seeker.person);
  const Conditions conditions = conditions_of(view, seeker, arrived);
  if (crosses(market, seeker)) return live_without_permit(view, seeker, conditions, arrived);
  RandomStream stream{view.run, seeker.person.key(), arrived, Draw::start_stay};
  const double harm = market.exit_harm * static_cast<double>(conditions.job.factor);
  const double early = harm + market.exit_common;
  const std::int32_t cut_short = arrived + 1 + static_cast<std::int32_t>(std::min(stream.exponential() / std::max(early, 1e-9), 1e6));
  const auto contract = std::max(1, static_cast<std::int32_t>(std::lround(market.contract_months)));
  model::RenewalTerms terms{.regime_logit = view.markets.fitted().stay_logit[seeker.market],
                            .wage_offered = UsdPerMonth{to_usd(conditions.wage)}, .wage_reference = UsdPerMonth{market.posted_wage},
                            .debt_over_half_year_wage = 0, .fill_of_orders = market.fill, .layoff_hazard = 0};
  terms.may_move = view.markets.mobility(seeker.market, facts_of(view, seeker.person, seeker.spells, Month{arrived})).rule.at_contract_end;
  const auto goes_on = [&](bool target_reached) {
    terms.target_reached = target_reached;
    const model::EndChoice choice = model::end_choice(terms, parameters);
    return choice.stays + choice.moves;
  };
  const double stays = goes_on(false), stays_with_target = goes_on(true);
  const auto home_wage = UsdPerMonth{view.markets.home_wage(cell.origin, cell.sex, cell.skill)};
  const double target = model::savings_target_usd(view.run, seeker.person, home_wage, parameters);
  const Cents saved_a_month = model::monthly_budget(conditions.wage, market.living_share, 0, market.sex, parameters).saved;
  Stay stay{.ends = arrived + contract, .contract_ends = arrived + contract, .reason = model::ReturnReason::contract_own_choice};
  for (;; stay.ends = stay.contract_ends += contract) {
    if (cut_short <= stay.ends) {
      stay.ends = cut_short;
      const double ill = parameters.illness_per_month * parameters.leave_after_illness_probability;
      const double cause = stream.uniform() * early;
      stay.reason = cause < harm ? model::ReturnReason::employer_violation
                    : cause < harm + ill ? model::ReturnReason::health_injury : model::ReturnReason::family;
      break;
    }
    if (stay.ends >= view.month.count()) break;  // what comes then is the run's to say
    if (view.cells.age(cell, Month{stay.ends}) >= parameters.retirement_age_years) {
      stay.reason = model::ReturnReason::age;
      break;
    }
    const bool reached = target > 0 && saved_a_month * (stay.ends - arrived) >= to_cents(target);
    if (stream.uniform() < (reached ? stays_with_target : stays)) continue;
    overstay(view, conditions, home_wage, stream, stay);
    break;
  }
  stay.saved = saved_a_month * (stay.ends - arrived);
  return stay;
}

// Who came without papers stays until something ends the stay, a contract never does.
Block::Stay Block::live_without_permit(const MonthView& view, const Seeker& seeker, const Conditions& conditions,
                                       std::int32_t arrived) const {
  const MarketNow& market = view.markets[seeker.market];
  const model::Parameters& parameters = view.markets.parameters();
  const population::Cell& cell = view.cells.of(seeker.person);
  RandomStream stream{view.run, seeker.person.key(), arrived, Draw::start_stay};
  const double harm = market.exit_harm * static_cast<double>(conditions.job.factor) *
                      model::relative_risk({true, conditions.job.confined, 0.0}, parameters);
  const double removal = market.hazards.removal;
  const double all = std::max(harm + market.exit_common + removal, 1e-9);
  const std::int32_t now = view.month.count();
  Stay stay{.ends = arrived + 1 + static_cast<std::int32_t>(std::min(stream.exponential() / all, 1e6)), .irregular = true};
  const double ill = parameters.illness_per_month * parameters.leave_after_illness_probability;
  const double cause = stream.uniform() * all;
  stay.reason = cause < harm ? model::ReturnReason::employer_violation
                : cause < harm + ill ? model::ReturnReason::health_injury
                : cause < harm + ill + removal * parameters.deportation_share ? model::ReturnReason::deportation
                                                                              : model::ReturnReason::family;
  for (std::int32_t look = arrived + 12; look < std::min(stay.ends, now); look += 12) {
    if (view.cells.age(cell, Month{look}) < parameters.retirement_age_years) continue;
    stay.ends = look;
    stay.reason = model::ReturnReason::age;
  }
  stay.contract_ends = now + 1 + static_cast<std::int32_t>(stream.uniform() * 12.0);  // the next look at age
  stay.saved = model::monthly_budget(conditions.wage, market.living_share, 0, market.sex, parameters).saved *
               (std::min(stay.ends, now) - arrived);
  return stay;
}

// Who did not go home when the contract ended was found, or gave up, after some years; or is there still.
void Block::overstay(const MonthView& view, const Conditions& conditions, UsdPerMonth home_wage, RandomStream& stream, Stay& stay) {
  const MarketNow& market = view.markets[conditions.market];
  const model::Parameters& parameters = view.markets.parameters();
  const double irregular_wage = to_usd(conditions.wage) * pay_without_permit(market, conditions.wage, parameters);
  const double overstays = model::overstay_probability({.irregular_over_home_wage = irregular_wage / home_wage.value(),
                                                        .may_come_back = !market.limited_stay}, parameters);
  if (!market.may_overstay || stream.uniform() >= overstays) return;
  const double months = stream.exponential() / std::max(market.hazards.removal, 1e-9);
  stay.ends += 1 + static_cast<std::int32_t>(std::min(months, 1e4));
  stay.irregular = true;
  stay.reason = stream.uniform() < parameters.deportation_share ? model::ReturnReason::deportation : model::ReturnReason::family;
  // Irregular workers have no contract: theirs is the month of the next look at age.
  stay.contract_ends = view.month.count() + 1 + static_cast<std::int32_t>(stream.uniform() * 12.0);
}

Career Block::live_career(const MonthView& view, PersonId person, double taste, Month first, const Entrances& entrances) const {
  const Markets& markets = view.markets;
  const model::Parameters& parameters = markets.parameters();
  const population::Cell& cell = view.cells.of(person);
  const std::size_t o = index(cell.origin), x = index(cell.sex);
  const std::int32_t now = view.month.count();
  const double gain = believed_gain(view, person, cell, true);
  Career career{.accepted = first.count()};
  Seeker seeker{.person = person, .taste = static_cast<float>(taste), .debt = {}, .life = {}};
  while (true) {
    RandomStream market{view.run, person.key(), career.accepted, Draw::start_market};
    seeker.market = career.market = entrances.pick(cell.skill, career.market, market.uniform());
    if (career.market == no_market) return {};
    seeker.since = career.accepted;
    seeker.recruiter = goes_without_papers(view, seeker) ? model::Recruiter::irregular : model::Recruiter::agency;
    const auto way = model::processing(RandomStream{view.run, person.key(), career.accepted, Draw::processing},
                                       months_to_departure(markets[career.market], seeker, parameters), parameters);
    career.since = career.accepted + way.months;
    if (career.since >= now) {
      career.place = Career::Place::on_the_way;
      career.drops_out = way.drops_out;
      return career;
    }
    if (way.drops_out) {
      if (career.spells == 0) return {};
    } else {
      const Stay stay = live_stay(view, seeker, career.since);
      if (stay.ends >= now) {
        career.place = Career::Place::abroad;
        career.contract_ends = stay.contract_ends;
        career.irregular = stay.irregular;
        return career;
      }
      career.returned = stay.ends;
      career.months_abroad = stay.ends - career.since;
      career.saved = static_cast<std::int32_t>(stay.saved);
      career.reason = stay.reason;
      seeker.spells = career.spells = static_cast<std::uint8_t>(std::min(255, career.spells + 1));
      const double settles = model::settle_probability(stay.reason, Months{static_cast<double>(stay.ends - career.since)}, parameters);
      career.since = stay.ends;
      career.place = Career::Place::settled;
      if (RandomStream{view.run, person.key(), stay.ends, Draw::settle}.uniform() < settles) return career;
    }
    // At home, until an order is accepted again.
    const double age = markets.age_factor(view.cells.age(cell, Month{career.since}));
    const double searches = model::search_hazard(Usd{gain}, taste, markets.fitted().taste_mean[o][x], model::network_index(0, true, parameters), age, parameters).value();
    const double again = searches / (1.0 + searches * markets.fitted().search_months[o][x]) * markets.fitted().accepted_per_search[o][x][1];
    const double wait = RandomStream{view.run, person.key(), career.since, Draw::search_again}.exponential() / std::max(again, 1e-9);
    career.accepted = career.since + 1 + static_cast<std::int32_t>(std::min(wait, 1e6));
    career.place = view.cells.age(cell, view.month) > parameters.age_search_oldest_years ? Career::Place::settled : Career::Place::home;
    if (career.accepted >= now) return career;
    if (view.cells.age(cell, Month{career.accepted}) > parameters.age_search_oldest_years) {
      career.place = Career::Place::settled;
      return career;
    }
  }
}

}  // namespace sojourn::sim
