// The terms of the month: those of levers that reach everybody, and, for levers that reach only some persons, which terms hold for whom, and what markets expect of them on average
// (docs/developers/levers-for-some.md).
#include <algorithm>
#include <stdexcept>

#include "model/channels.hpp"
#include "model/levers/equal_treatment.hpp"
#include "model/levers/terms.hpp"
#include "model/remittances.hpp"
#include "model/welfare.hpp"
#include "sim/markets.hpp"

namespace sojourn::sim {
namespace {

// Who comes as a trainee is set beside others at the same work, everybody else beside the best paid origin.
double best_paid(const MarketNow& now, double best_of_origins) noexcept {
  return now.trainee_pay_share < 1 ? now.reference_wage / now.trainee_pay_share : best_of_origins;
}

constexpr double first_timers_unknown = 0.5;  // share, before anybody was hired
constexpr double smoothing_months = 12;

}  // namespace

model::ConditionPlace Markets::place_of(const MarketNow& now) const {
  return {.sex = now.sex, .corridor_workers = base_.corridor(now.corridor).workers.value};
}

void Markets::update_terms(Month month) {
  bool changed = !terms_made_;
  for (std::size_t l = 0; l < policy_.levers.size(); ++l) {
    const model::LeverSpec& lever = policy_.levers[l];
    const bool in_force = month >= lever.start && (!lever.end || month <= *lever.end);
    const double now = in_force ? lever.enforcement(month) : -1.0;
    changed = changed || now != enforcement_[l];
    enforcement_[l] = now;
  }
  if (!changed) return;
  terms_made_ = true;
  std::vector<bool> personal(policy_.levers.size());
  for (std::size_t l = 0; l < personal.size(); ++l) personal[l] = policy_.levers[l].only.any();
  const model::LeversOfMonth levers{policy_.levers, month};
  const MarketNow* neighbour = &now_.front();
  for (MarketNow& now : now_) {
    now.any_rule = false;
    for (std::size_t s = 0; s < skill_count; ++s) {
      model::MarketTerms terms = levers.terms(now.corridor, now.sector, now.sex, static_cast<Skill>(s), now.reference_wage, personal);
      model::set_equal_pay_floor(terms, now.reference_wage, best_paid(now, demand_[now.demand_cell].best_wage));
      now.terms.set(s, terms, neighbour->terms);
      now.any_rule = now.any_rule || now.terms.other_than_usual(s);
      now.conditions.set(s, model::condition_factors(now.terms[s], now.sector, parameters_, place_of(now)), neighbour->conditions);
    }
    // A market has one rule on mobility, which says what is said of its lowest skill.
    now.mobility = model::mobility_under(now.base_mobility, now.terms[index(now.lowest)], parameters_);
    now.leaving_factor = model::leaving_factor(now.base_mobility, now.terms[index(now.lowest)], parameters_);
    neighbour = &now;
  }
  update_personal(month);
  find_rules_on_persons();
  see_terms();
  update_remittance_prices();
}

// Once when terms change, since 2,000 markets are many to ask every month.
void Markets::see_terms() {
  using Terms = model::MarketTerms;
  seen_ = {};
  std::vector<bool> desks(base_.corridors.size());
  for (MarketNow& now : now_) {
    now.any_clause = now.any_desk = false;
    for (std::size_t s = 0; s < skill_count; ++s) {
      const auto most = [&](double Terms::* term) { return widest(now, static_cast<Skill>(s), term); };
      now.barred[s] = most(&Terms::departure_barred);
      now.stopped[s] = std::max({now.barred[s], most(&Terms::age_limit_enforcement), most(&Terms::child_rule_enforcement)});
      for (double Terms::* clause : {&Terms::insured_by_worker, &Terms::insured_by_employer, &Terms::social_security_cost, &Terms::tickets_by_employer,
                                     &Terms::end_of_service}) {
        now.any_clause = now.any_clause || most(clause) > 0;
      }
      for (double Terms::* desk : {&Terms::desk_cases_per_month, &Terms::attaches, &Terms::attache_cases_per_month, &Terms::women_attaches,
                                   &Terms::women_attache_cases_per_month, &Terms::committee_meetings_per_year, &Terms::gbvh_reached}) {
        if (most(desk) > 0) desks[index(now.corridor)] = true;
      }
      seen_.campaigns = seen_.campaigns || most(&Terms::campaign_reached) > 0;
      seen_.permits = seen_.permits || most(&Terms::regularisation_reached) > 0 || most(&Terms::flexi_permits_per_month) > 0;
      for (double Terms::* seats : terms_of_seats) seen_.seats = seen_.seats || most(seats) > 0;
      seen_.pathways = seen_.pathways || most(&Terms::hires_ceiling_enforcement) > 0 || most(&Terms::orders_listed) > 0 ||
                       std::ranges::any_of(now.terms[s].pathways, [](const model::PathwayTerms& way) { return way.places_milli > 0; });
    }
  }
  for (MarketNow& now : now_) now.any_desk = desks[index(now.corridor)];
}

void Markets::update_personal(Month month) {
  personal_levers_.clear();
  personal_.clear();
  for (MarketNow& now : now_) now.personal = -1;
  std::vector<bool> personal(policy_.levers.size());
  for (std::size_t l = 0; l < policy_.levers.size(); ++l) {
    const model::LeverSpec& lever = policy_.levers[l];
    personal[l] = lever.only.any();
    if (personal[l] && enforcement_[l] > 0) personal_levers_.push_back({.place = l, .key = model::lever_key(lever.id), .only = lever.only});
  }
  if (personal_levers_.empty()) return;
  const model::LeversOfMonth levers{policy_.levers, month};
  for (MarketNow& now : now_) {
    PersonalTerms own;
    for (std::uint32_t i = 0; i < personal_levers_.size(); ++i) {
      const model::Reach& reach = policy_.levers[personal_levers_[i].place].reach;
      const bool here = reach.skills != 0 && reach.corridors[index(now.corridor)] && (reach.sectors >> index(now.sector) & 1U) != 0 &&
                        (reach.sexes >> index(now.sex) & 1U) != 0;
      if (here) own.levers.push_back(i);
    }
    if (own.levers.empty()) continue;
    if (own.levers.size() > model::most_levers_for_some) {
      throw std::invalid_argument{"more than 8 levers with `only` or `pilot_percent` reach one market in " + to_string(month)};
    }
    const std::size_t masks = std::size_t{1} << own.levers.size();
    std::vector<bool> left_out = personal;
    for (std::size_t s = 0; s < skill_count; ++s) {
      for (std::size_t mask = 0; mask < masks; ++mask) {
        for (std::size_t i = 0; i < own.levers.size(); ++i) left_out[personal_levers_[own.levers[i]].place] = (mask >> i & 1U) == 0;
        own.terms[s].push_back(levers.terms(now.corridor, now.sector, now.sex, static_cast<Skill>(s), now.reference_wage, left_out));
        model::set_equal_pay_floor(own.terms[s].back(), now.reference_wage, best_paid(now, demand_[now.demand_cell].best_wage));
        now.any_rule = now.any_rule || !(own.terms[s].back() == model::MarketTerms{});
        own.conditions[s].push_back(model::condition_factors(own.terms[s].back(), now.sector, parameters_, place_of(now)));
      }
    }
    for (const model::MarketTerms& terms : own.terms[index(now.lowest)]) {
      own.mobility.push_back({.rule = model::mobility_under(now.base_mobility, terms, parameters_),
                              .leaving_factor = model::leaving_factor(now.base_mobility, terms, parameters_)});
    }
    now.personal = static_cast<std::int32_t>(personal_.size());
    personal_.push_back(std::move(own));
  }
  find_personal_rules();
}

// Whose G* differs from that of others because of a ban or a campaign that reaches only some.
void Markets::find_personal_rules() {
  bans_some_.assign(largest_ban_.size(), false);
  tells_some_.assign(largest_ban_.size(), false);
  for (const MarketNow& now : now_) {
    if (now.personal < 0) continue;
    const PersonalTerms& own = personal_[static_cast<std::size_t>(now.personal)];
    for (std::size_t s = 0; s < skill_count; ++s) {
      const std::size_t place = profile(now.origin, now.sex, static_cast<Skill>(s));
      for (const model::MarketTerms& terms : own.terms[s]) {
        const model::MarketTerms& others = now.terms[s];
        if (terms.departure_barred != others.departure_barred) bans_some_[place] = true;
        if (terms.campaign_reached != others.campaign_reached || terms.campaign_pay_accuracy != others.campaign_pay_accuracy ||
            terms.campaign_risk_accuracy != others.campaign_risk_accuracy) {
          tells_some_[place] = true;
        }
      }
    }
  }
}

void Markets::update_shares(Month month) {
  if (personal_.empty()) return;
  std::vector<double> hired(by_origin_sex_.size()), again(by_origin_sex_.size());
  for (const MarketNow& now : now_) {
    hired[index(now.origin) * 2 + index(now.sex)] += now.matched;
    again[index(now.origin) * 2 + index(now.sex)] += now.matched_again;
  }
  for (const MarketNow& now : now_) {
    if (now.personal < 0) continue;
    PersonalTerms& own = personal_[static_cast<std::size_t>(now.personal)];
    const std::size_t pool = index(now.origin) * 2 + index(now.sex);
    const double first_timers = hired[pool] > 0 ? 1.0 - again[pool] / hired[pool] : first_timers_unknown;
    own.shares.assign(std::size_t{1} << own.levers.size(), 1.0);
    for (std::size_t i = 0; i < own.levers.size(); ++i) {
      const double share = model::expected_share(personal_levers_[own.levers[i]].only,
                                                 {.first_timers = first_timers, .month = month}, parameters_);
      for (std::size_t mask = 0; mask < own.shares.size(); ++mask) own.shares[mask] *= (mask >> i & 1U) != 0 ? share : 1.0 - share;
    }
  }
}

void Markets::observe_hires(const Closing& closing) {
  for (std::size_t k = 0; k < now_.size(); ++k) {
    now_[k].matched += (static_cast<double>(closing.hired[k]) - now_[k].matched) / smoothing_months;
    now_[k].matched_again += (static_cast<double>(closing.hired_again[k]) - now_[k].matched_again) / smoothing_months;
  }
}

std::size_t Markets::mask_of(const MarketNow& now, const model::PersonFacts& person) const {
  const PersonalTerms& own = personal_[static_cast<std::size_t>(now.personal)];
  std::size_t mask = 0;
  for (std::size_t i = 0; i < own.levers.size(); ++i) {
    const PersonalLever& lever = personal_levers_[own.levers[i]];
    if (model::meets(lever.only, lever.key, person, run_, parameters_)) mask |= std::size_t{1} << i;
  }
  return mask;
}

const model::ConditionFactors& Markets::conditions(std::size_t market, Skill skill, const model::PersonFacts& person) const {
  const MarketNow& now = now_[market];
  if (now.personal < 0) return now.conditions[index(skill)];
  return personal_[static_cast<std::size_t>(now.personal)].conditions[index(skill)][mask_of(now, person)];
}

MobilityNow Markets::mobility(std::size_t market, const model::PersonFacts& person) const {
  const MarketNow& now = now_[market];
  if (now.personal < 0) return {now.mobility, now.leaving_factor, now.entry_pay};
  return personal_[static_cast<std::size_t>(now.personal)].mobility[mask_of(now, person)];
}

SendingNow Markets::sending(std::size_t market, const model::PersonFacts& person) const {
  const MarketNow& now = now_[market];
  if (now.personal < 0) return {now.remittance_cost_percent, now.informal_share};
  const double cost = personal_[static_cast<std::size_t>(now.personal)].remittance_cost_percent[mask_of(now, person)];
  return {cost, model::informal_share(cost, parameters_)};
}

double Markets::loans_granted(std::size_t market, Skill skill, const model::PersonFacts& person) const {
  const MarketNow& now = now_[market];
  if (now.personal < 0) return now.loans_granted[index(skill)];
  return personal_[static_cast<std::size_t>(now.personal)].loans_granted[index(skill)][mask_of(now, person)];
}

double Markets::seats_granted(std::size_t market, Skill skill, const model::PersonFacts& person) const {
  const MarketNow& now = now_[market];
  if (now.personal < 0) return now.seats_granted[index(skill)];
  return personal_[static_cast<std::size_t>(now.personal)].seats_granted[index(skill)][mask_of(now, person)];
}

double Markets::share_served(const MarketNow& now, double model::MarketTerms::* term) const {
  const std::size_t skill = index(now.lowest);
  if (now.personal < 0) return now.terms[skill].*term > 0 ? 1.0 : 0.0;
  const PersonalTerms& own = personal_[static_cast<std::size_t>(now.personal)];
  double share = 0;
  bool everybody = true;
  for (std::size_t mask = 0; mask < own.shares.size(); ++mask) {
    const bool served = own.terms[skill][mask].*term > 0;
    share += served ? own.shares[mask] : 0.0;
    everybody = everybody && served;
  }
  return everybody ? 1.0 : share;
}

// Where the rule on mobility is not the same for all, the clocks of the market's alarms run at the hazards of the rule
// that lets most of them happen, and events of others are thinned (Block::is_averted).
void Markets::update_mobility(MarketNow& now) {
  const double stay = logistic(fitted_.stay_logit[static_cast<std::size_t>(&now - now_.data())]);
  const auto entry_pay = [&](const model::MobilityRule& rule) {
    return model::entry_pay_factor(rule, now.base_mobility, stay, parameters_);
  };
  now.hazards.job_request = model::request_hazard(now.mobility, parameters_);
  now.hazards.absconding = model::absconding_hazard(now.mobility, parameters_);
  now.entry_pay = entry_pay(now.mobility);
  if (now.personal < 0) return;
  for (MobilityNow& own : personal_[static_cast<std::size_t>(now.personal)].mobility) {
    now.hazards.job_request = std::max(now.hazards.job_request, model::request_hazard(own.rule, parameters_));
    now.hazards.absconding = std::max(now.hazards.absconding, model::absconding_hazard(own.rule, parameters_));
    own.entry_pay = entry_pay(own.rule);
  }
}

double Markets::widest(const MarketNow& now, Skill skill, double model::MarketTerms::* term) const {
  double largest = now.terms[index(skill)].*term;
  if (now.personal < 0) return largest;
  for (const model::MarketTerms& terms : personal_[static_cast<std::size_t>(now.personal)].terms[index(skill)]) {
    largest = std::max(largest, terms.*term);
  }
  return largest;
}

double Markets::mean(const MarketNow& now, Skill skill, double model::MarketTerms::* term) const {
  if (now.personal < 0) return now.terms[index(skill)].*term;
  const PersonalTerms& own = personal_[static_cast<std::size_t>(now.personal)];
  double sum = 0;
  for (std::size_t mask = 0; mask < own.shares.size(); ++mask) sum += own.shares[mask] * own.terms[index(skill)][mask].*term;
  return sum;
}

const model::MarketTerms& Markets::of_all_levers(const MarketNow& now, Skill skill) const {
  return now.personal < 0 ? now.terms[index(skill)] : personal_[static_cast<std::size_t>(now.personal)].terms[index(skill)].back();
}

FloorMean Markets::floor_of(const MarketNow& now) const {
  const model::MarketTerms& common = now.terms[index(now.lowest)];
  if (now.personal < 0) {
    return {.share = common.wage_floor_usd_per_month > now.going_wage ? 1.0 : 0.0, .usd_per_month = common.wage_floor_usd_per_month,
            .enforcement = common.wage_floor_enforcement};
  }
  const PersonalTerms& own = personal_[static_cast<std::size_t>(now.personal)];
  FloorMean mean;
  for (std::size_t mask = 0; mask < own.shares.size(); ++mask) {
    const model::MarketTerms& terms = own.terms[index(now.lowest)][mask];
    if (terms.wage_floor_usd_per_month <= now.going_wage) continue;
    mean.share += own.shares[mask];
    mean.usd_per_month += own.shares[mask] * terms.wage_floor_usd_per_month;
    mean.enforcement += own.shares[mask] * terms.wage_floor_enforcement;
  }
  if (mean.share <= 0) return {};
  mean.usd_per_month /= mean.share;
  mean.enforcement /= mean.share;
  return mean;
}

ExpectedCosts Markets::expected_costs(const MarketNow& now) const {
  const model::Price price{Usd{now.documented_usd}, Usd{now.rent_mean}};
  const model::RentSplit split = model::rent_split(now.regime, model::Recruiter::sub_agents, parameters_);
  const auto of = [&](const model::MarketTerms& terms) {
    const model::Price with_dues = now.registered_share > 0 ? model::with_expected_dues(price, terms) : price;
    const model::ExpectedFees fees = model::expected_fees(with_dues, split, terms, parameters_);
    return ExpectedCosts{fees.borne_by_worker.value(), fees.paid_by_employer.value(), fees.rent_to_employer.value(),
                         terms.departure_barred};
  };
  if (now.personal < 0) return of(now.terms[index(now.lowest)]);
  const PersonalTerms& own = personal_[static_cast<std::size_t>(now.personal)];
  ExpectedCosts mean;
  for (std::size_t mask = 0; mask < own.shares.size(); ++mask) {
    const ExpectedCosts costs = of(own.terms[index(now.lowest)][mask]);
    mean.borne_by_worker += own.shares[mask] * costs.borne_by_worker;
    mean.paid_by_employer += own.shares[mask] * costs.paid_by_employer;
    mean.rent_to_employer += own.shares[mask] * costs.rent_to_employer;
    mean.departure_barred += own.shares[mask] * costs.departure_barred;
  }
  return mean;
}

// What each campaign of a market is worth to whom it reaches; the largest, which bounds of hazards allow for.
double Markets::tell_some(const MarketNow& now, Skill skill, const model::BeliefWorth& worth) {
  PersonalTerms& own = personal_[static_cast<std::size_t>(now.personal)];
  std::vector<std::array<double, 2>>& usd = own.campaign_usd[index(skill)];
  usd.resize(own.terms[index(skill)].size());
  double largest = 0;
  for (std::size_t mask = 0; mask < usd.size(); ++mask) {
    const model::MarketTerms& terms = own.terms[index(skill)][mask];
    double& shift = usd[mask][worth.experienced ? 1 : 0];
    shift = terms.campaign_reached > 0 ? model::campaign_shift(terms, worth, parameters_).value() : 0.0;
    largest = std::max(largest, shift);
  }
  return largest;
}

}  // namespace sojourn::sim
