#include "sim/markets.hpp"

#include <algorithm>
#include <cmath>

#include "model/contract_end.hpp"
#include "model/environment.hpp"
#include "model/home_leave.hpp"
#include "model/irregular_entry.hpp"
#include "model/households.hpp"
#include "model/people.hpp"
#include "model/remittances.hpp"
#include "sim/regime.hpp"

namespace sojourn::sim {
namespace {

constexpr double nobody_goes = -1e9;  // gain where no market is open, USD

std::size_t jobs_key(const model::Market& market, DestinationId destination) {
  const std::size_t sex = market.sector == Sector::domestic_work ? 1 + index(market.sex) : 0;
  return (index(destination) * sector_count + index(market.sector)) * 3 + sex;
}

}  // namespace

Markets::Markets(const model::BaseYear& base, const model::FittedConstants& fitted, const model::Parameters& parameters,
                 const Policy& policy, int scale, const std::vector<bool>& origins, const std::vector<bool>& destinations,
                 RunKey run)
    : base_{base}, run_{run}, fitted_{fitted}, parameters_{parameters}, policy_{policy}, scale_{scale}, now_(base.markets.size()),
      home_wage_(base.origins.size() * 2 * skill_count), best_gain_(base.origins.size() * 2 * skill_count * 4),
      largest_ban_(base.origins.size() * 2 * skill_count), concentration_(base.origins.size()),
      irregular_weight_{std::exp(-parameters.irregular_cost_usd / (parameters.market_choice_scale * parameters.search_scale_usd))},
      death_beliefs_{parameters},
      by_origin_sex_(base.origins.size() * 2), destination_ends_(base.origins.size() * 2), enforcement_(policy.levers.size(), -2), net_outflow_(base.origins.size() * skill_count),
      shock_strength_(policy.shocks.size(), -2), origins_(base.origins.size()) {
  for (std::size_t age = 0; age < age_factors_.size(); ++age) age_factors_[age] = model::age_factor(static_cast<int>(age), parameters_);
  for (std::size_t k = 0; k < now_.size(); ++k) make_market(k, origins, destinations, run);
  choice_weights_.resize(by_origin_sex_.size() * skill_count * 2);
  for (std::size_t place = 0; place < choice_weights_.size(); ++place) {
    choice_weights_[place].of_market.resize(by_origin_sex_[place / (skill_count * 2)].size());
  }
  make_demand_cells();
  make_passages();
  make_beliefs();
  arm_triggers(nullptr);
}

void Markets::make_market(std::size_t k, const std::vector<bool>& origins, const std::vector<bool>& destinations, RunKey run) {
  const model::Market& market = base_.markets[k];
  const model::Corridor& corridor = base_.corridor(market.corridor);
  const model::Destination& destination = base_.destination(corridor.destination);
  MarketNow& now = now_[k];
  now.origin = corridor.origin;
  now.destination = corridor.destination;
  now.corridor = market.corridor;
  now.sector = market.sector;
  now.sex = market.sex;
  now.lowest = model::lowest_skill(market.sector);
  now.simulated = origins[index(corridor.origin)] && destinations[index(corridor.destination)];
  const Regime regime = regime_of(corridor, destination, market.sex, parameters_);
  now.contract_months = regime.contract_months;
  now.early_exit = regime.early_exit;
  now.regime = corridor.open_border ? model::RecruitmentRegime::open_border : model::market_regime(destination.recruitment, market.sector);
  const bool government = now.regime == model::RecruitmentRegime::government;
  now.processing_months = corridor.open_border ? parameters_.border_crossing_months
                          : government ? parameters_.processing_government_months : parameters_.processing_mean_months;
  if (corridor.irregular_entry_share > 0) {
    now.irregular_share_base = now.irregular_share =
        model::share_of_seekers(corridor.irregular_entry_share, Months{now.processing_months}, parameters_);
    now.irregular_cost_usd = corridor.irregular_cost_usd;
  }
  now.sponsorship = corridor.open_border ? model::Sponsorship::free : destination.sponsorship;  // no permit that ties
  now.limited_stay = destination.limited_stay;
  // Seafarers' next contract is a new hire in their register, not a rehire after leave (docs/model/reference-data.md).
  now.leaves_per_month = destination.region == "sea"
                             ? 0.0 : model::leaves_per_month(base_.origin(now.origin).home_leave_per_worker_year, parameters_);
  now.may_overstay = destination.region != "sea" && corridor.registered_share > 0;
  now.base_mobility = now.mobility = model::mobility_rule(now.sponsorship, parameters_);
  now.living_share = destination.living_share;
  now.expected_stay = destination.limited_stay ? parameters_.expected_stay_limited_months : parameters_.expected_stay_months;
  now.present_value = model::present_value_months(Months{now.expected_stay}, parameters_.discount_per_month);
  now.documented_usd = now.base_documented_usd = corridor.documented_cost_usd[index(market.sex)].value;
  now.remittance_cost_percent = now.base_remittance_cost_percent = now.budgeted_cost_percent = corridor.remittance_cost_percent.value;
  now.sending_span.fill(now.remittance_cost_percent);
  now.registered_share = std::min(1.0, corridor.registered_share / (1.0 - corridor.irregular_entry_share));  // of those with papers
  now.employer_budget_usd = market.sector == Sector::domestic_work && destination.region == "gulf"
                                ? parameters_.employer_cost_domestic_gulf_usd : parameters_.employer_service_cost_usd;
  now.reference_wage = now.going_wage = market.wage_usd_per_month.value;
  now.trainee_pay_share = market.trainee_pay_share;
  now.recent_orders = market.workers.value / corridor.mean_stay_months / scale_;
  now.crowding = {.applicants = fitted_.tightness[k] * now.recent_orders, .orders = now.recent_orders};
  // A keyed place inside the rounding, so that small markets do not all place their first order in the same month. It lies where
  // whole_orders would have it: ahead by less than one order where somebody always waits, behind by as much of one as falls
  // due until the next applicant comes where a market is small, and not ahead at all where applicants are few.
  const double months_an_applicant_waits = 1.0 / parameters_.give_up_per_month;
  const double applicants = std::max(1.0, fitted_.tightness[k]);
  const double behind = 1.0 / applicants / (1.0 + now.recent_orders * months_an_applicant_waits);
  now.order_carry = RandomStream{run, k, 0, Draw::order_carry}.uniform() - (fitted_.tightness[k] < 1 ? 0.0 : 1.0 - behind);
  list_market(k);
}

// Markets come in the order of their destinations: each destination's lie side by side.
void Markets::list_market(std::size_t k) {
  MarketNow& now = now_[k];
  auto& all = by_origin_sex_[index(now.origin) * 2 + index(now.sex)];
  auto& ends = destination_ends_[index(now.origin) * 2 + index(now.sex)];
  now.place = static_cast<std::uint32_t>(all.size());
  if (all.empty() || now_[all.back()].destination != now.destination) ends.push_back(now.place);
  all.push_back(static_cast<std::uint32_t>(k));
  ends.back() = now.place + 1;
}

// A government's programme takes longer than an agency, a border crossed without papers hardly any time.
double Markets::longer_way_months(const MarketNow& now) const {
  const double without_papers = base_.corridor(now.corridor).irregular_entry_share;
  return (1.0 - without_papers) * now.processing_months + without_papers * parameters_.border_crossing_months -
         parameters_.processing_mean_months;
}

void Markets::make_demand_cells() {
  std::vector<std::int32_t> cell_of(base_.destinations.size() * sector_count * 3, -1);
  for (std::size_t k = 0; k < now_.size(); ++k) {
    std::int32_t& cell = cell_of[jobs_key(base_.markets[k], now_[k].destination)];
    if (cell < 0) {
      cell = static_cast<std::int32_t>(demand_.size());
      demand_.push_back({.destination = now_[k].destination, .sector = now_[k].sector, .markets = {}, .state = {},
                         .oil_economy = base_.destination(now_[k].destination).region == "gulf"});
    }
    now_[k].demand_cell = static_cast<std::uint32_t>(cell);
    demand_[static_cast<std::size_t>(cell)].markets.push_back(static_cast<std::uint32_t>(k));
  }
  for (DemandCell& cell : demand_) {
    double flow = 0, longer = 0;
    for (const std::uint32_t k : cell.markets) {
      cell.best_wage = std::max(cell.best_wage, now_[k].reference_wage);
      flow += now_[k].recent_orders;
      longer += now_[k].recent_orders * longer_way_months(now_[k]);
      cell.state.stock += base_.markets[k].workers.value / scale_;
    }
    cell.longer_way_months = cell.state.longer_way_months = flow > 0 ? longer / flow : 0.0;
    cell.state.in_pipeline = flow * (parameters_.order_to_arrival_months + cell.state.longer_way_months);
    cell.exits.fill(flow);
    cell.cost_in_force = 1;
    cell.employers = model::employers_for(cell.state.stock, cell.sector, parameters_);
    cell.state.mean_exits_per_month = flow;
  }
  refresh_demand_base();
}

void Markets::refresh_demand_base() {
  for (DemandCell& cell : demand_) {
    cell.state.base_stock = 0;
    for (const std::uint32_t k : cell.markets) cell.state.base_stock += fitted_.desired_stock[k] / scale_;
  }
}

void Markets::begin_month(Month month) {
  update_terms(month);
  update_shares(month);
  update_shocks(month);
  update_pathways();
  update_quotas();
  update_wages_and_fees(month);
  update_gains();
  update_beliefs();
  update_campaigns();
  update_orders(month);
  update_hazards();
  update_regularisation();
  update_seats();
  update_programmes();
}

void Markets::set_policy(const Policy& policy) {
  const Policy before = std::move(policy_);
  policy_ = policy;
  arm_triggers(&before);
  enforcement_.assign(policy.levers.size(), -2);
  shock_strength_.assign(policy.shocks.size(), -2);
  terms_made_ = shocks_made_ = false;
}

void Markets::update_wages_and_fees(Month month) {
  for (std::size_t o = 0; o < base_.origins.size(); ++o) {
    const double growth = model::growth_index(policy_.home_wage_growth_percent[o], policy_.growth_start, month) *
                          origins_[o].wage_factor;
    for (std::size_t x = 0; x < 2; ++x) {
      for (std::size_t s = 0; s < skill_count; ++s) {
        home_wage_[(o * 2 + x) * skill_count + s] = base_.origins[o].home_wage_usd_per_month[x].value * growth *
                                                    model::home_wage_factor(static_cast<Skill>(s), parameters_) *
                                                    model::outflow_wage_factor(net_outflow_[o * skill_count + s], parameters_);
      }
    }
  }
  // What the pools would be at the fitted state: a small market keeps its fitted place in its pool.
  std::vector<double> corridor_fitted(base_.corridors.size() * 2), origin_fitted(base_.origins.size() * 2);
  for (std::size_t k = 0; k < now_.size(); ++k) {
    const double applicants = fitted_.tightness[k] * now_[k].crowding.orders;
    corridor_fitted[index(now_[k].corridor) * 2 + index(now_[k].sex)] += applicants;
    origin_fitted[index(now_[k].origin) * 2 + index(now_[k].sex)] += applicants;
  }
  std::vector<model::Tightness> corridor(base_.corridors.size() * 2), origin(base_.origins.size() * 2);
  for (const MarketNow& now : now_) {
    for (model::Tightness* pool : {&corridor[index(now.corridor) * 2 + index(now.sex)], &origin[index(now.origin) * 2 + index(now.sex)]}) {
      pool->applicants += now.crowding.applicants;
      pool->orders += now.crowding.orders;
    }
  }
  any_repriced_ = false;
  for (MarketNow& now : now_) {
    const std::size_t x = index(now.sex);
    const FloorMean floor = floor_of(now);
    now.wage_floor = floor.usd_per_month;
    now.evasion = floor.share > 0
                      ? model::next_evasion(now.evasion, UsdPerMonth{now.going_wage}, UsdPerMonth{now.wage_floor},
                                            floor.enforcement, parameters_)
                      : 0.0;
    const double under_floor = (1 - now.evasion) * now.wage_floor + now.evasion * now.going_wage;
    now.posted_wage = floor.share > 0 ? floor.share * under_floor + (1 - floor.share) * now.going_wage : now.going_wage;
    const auto at = static_cast<std::size_t>(&now - now_.data());
    const auto relative = [&](model::Tightness pool, double fitted_applicants) {
      if (fitted_applicants > 0) pool.applicants *= fitted_.tightness[at] * pool.orders / fitted_applicants;
      return pool;
    };
    const std::size_t pc = index(now.corridor) * 2 + x, po = index(now.origin) * 2 + x;
    now.tightness = model::pooled_tightness(now.crowding, relative(corridor[pc], corridor_fitted[pc]), relative(origin[po], origin_fitted[po]));
    any_repriced_ = any_repriced_ || now.repriced() || now.repriced_for_some;
    now.informal_share = model::informal_share(now.remittance_cost_percent, parameters_);
    now.fill = std::min(1.0, now.tightness);
    now.surplus = model::typical_surplus(UsdPerMonth{now.posted_wage}, now.living_share,
                                         UsdPerMonth{home_wage(now.origin, now.sex, now.lowest)}, now.present_value, parameters_).value();
    now.rent_share = model::rent_share(fitted_.rent_residual[index(now.corridor)][x], now.tightness,
                                       now.listed_concentration < 0 ? concentration_[index(now.origin)] : now.listed_concentration, parameters_);
    for (std::size_t links = 0; links < now.rent_share_by_links.size(); ++links) {
      now.rent_share_by_links[links] = model::share_through_links(now.rent_share, static_cast<double>(links), parameters_);
    }
    now.rent_mean = now.rent_share * now.surplus * fitted_.rent_reach[index(now.corridor)][x] -
                    model::incentive(now.tightness, Usd{now.employer_budget_usd}, parameters_).value();
    if (now.regime == model::RecruitmentRegime::government || now.regime == model::RecruitmentRegime::open_border) now.rent_mean = 0;
    now.documented_usd = documented_under_clauses(now);
    const ExpectedCosts costs = expected_costs(now);
    now.expected_cost = costs.borne_by_worker;
    if (now.may_cross()) now.irregular_share = irregular_share_of(now);
    model::EmployerTerms order{.wage = UsdPerMonth{now.posted_wage},
                               .recruitment_paid = Usd{parameters_.employer_service_cost_usd + costs.paid_by_employer +
                                                       costs.departure_barred * parameters_.employer_cost_past_ban_usd},
                               .rent_received = Usd{costs.rent_to_employer},
                               .contract = Months{now.contract_months}};
    const double clauses = cost_of_clauses(now);
    now.employer_cost = clauses + model::employer_cost(order, parameters_).value();
    if (!now.paths.any) continue;
    order.rent_received = Usd{0};
    mix_ways(now, clauses + model::employer_cost(order, parameters_).value());
  }
}

double Markets::gain_of(double sum_of_weights) const {
  const double scale = parameters_.market_choice_scale * parameters_.search_scale_usd;
  return sum_of_weights > 0 ? scale * std::log(sum_of_weights) : nobody_goes;
}

void Markets::update_gains() {
  for (std::size_t ox = 0; ox < by_origin_sex_.size(); ++ox) {
    double orders = 0;
    for (const std::uint32_t k : by_origin_sex_[ox]) orders += now_[k].simulated ? now_[k].recent_orders + now_[k].paths.sum(&PathwayOrders::recent) : 0.0;
    std::array<std::array<std::array<double, 2>, 2>, skill_count> sums{};  // by skill, experience, barred
    for (std::size_t s = 0; s < skill_count; ++s) largest_ban_[ox * skill_count + s] = 0;
    for (const std::uint32_t k : by_origin_sex_[ox]) {
      MarketNow& now = now_[k];
      now.orders_share = orders > 0 && now.simulated ? (now.recent_orders + now.paths.sum(&PathwayOrders::recent)) / orders : 0.0;
      const double crowding = now.paths.any ? crowding_of_all_ways(now) : now.tightness;
      for (std::size_t s = 0; s < skill_count; ++s) {
        const double barred = now.barred[s];
        for (std::size_t e = 0; e < 2; ++e) {
          if (s < index(now.lowest)) {
            now.gain[s][e] = nobody_goes;
            choice_weights_[(ox * skill_count + s) * 2 + e].of_market[now.place] = 0;
            continue;
          }
          const double value = home_value(now.origin);  // pay, cost and home wage alike, at what they buy at home
          const model::MarketView view{.wage = UsdPerMonth{now.posted_wage * value},
                                       .home_wage = UsdPerMonth{home_wage(now.origin, now.sex, static_cast<Skill>(s)) * value},
                                       .living_share = now.living_share, .expected_cost = Usd{now.expected_cost * value},
                                       .death_hazard = model::death_hazard(now.sex, parameters_), .experienced = e == 1,
                                       .expected_stay = Months{now.expected_stay}, .present_value = now.present_value};
          now.gain[s][e] = model::perceived_gain(view, parameters_).value() + fitted_.market_constant_usd[k];
          const double weight = model::choice_weight(now.orders_share, crowding, Usd{now.gain[s][e]}, parameters_);
          choice_weights_[(ox * skill_count + s) * 2 + e].of_market[now.place] = weight;
          sums[s][e][0] += weight;
          sums[s][e][1] += weight * (barred > 0 && !now.may_cross() ? irregular_weight_ : 1.0);
        }
        double& ban = largest_ban_[ox * skill_count + s];
        ban = std::max(ban, now.stopped[s]);
      }
    }
    for (std::size_t s = 0; s < skill_count; ++s) {
      for (std::size_t e = 0; e < 2; ++e) {
        choice_weights_[(ox * skill_count + s) * 2 + e].sum_up(destination_ends_[ox]);
        for (std::size_t b = 0; b < 2; ++b) {
          best_gain_[((ox * skill_count + s) * 2 + e) * 2 + b] = gain_of(sums[s][e][b]);
        }
      }
    }
  }
}

void Markets::update_orders(Month month) {
  std::vector<double> weights, costs, shares;
  for (DemandCell& cell : demand_) {
    weights.clear();
    costs.clear();
    for (const std::uint32_t k : cell.markets) {
      weights.push_back(fitted_.order_weight[k]);
      costs.push_back(hold_order_shares_ ? 1.0 : now_[k].employer_cost);
    }
    shares.assign(weights.size(), 0.0);
    model::split_orders(weights, costs, parameters_, shares);
    const double cost_now = hold_order_shares_ ? 1.0 : model::composite_cost(weights, costs, parameters_);
    const double turnover = cell.state.stock > 0 ? std::min(1.0, cell.state.mean_exits_per_month / cell.state.stock) : 0.0;
    cell.cost_in_force += (cost_now - cell.cost_in_force) * turnover;
    cell.state.relative_cost = cell.cost_in_force;
    const std::size_t place = index(cell.destination) * sector_count + index(cell.sector);
    cell.state.activity = model::growth_index(policy_.demand_growth_percent[place], policy_.growth_start, month) *
                          model::activity_factor(now_[cell.markets.front()].shock, cell.oil_economy, parameters_);
    if (any_pathway_) cell.state.longer_way_months = cell.longer_way_months + programme_delay_months(cell);
    const double orders = model::new_orders(cell.state, parameters_);
    for (std::size_t i = 0; i < shares.size(); ++i) {
      MarketNow& now = now_[cell.markets[i]];
      const double wanted = usual_orders(now, orders * shares[i]);
      now.recent_orders += (wanted - now.recent_orders) / 12.0;
      now.new_orders = 0;
      if (!now.simulated) continue;
      if (wanted <= 0) continue;
      now.order_carry += wanted;
      now.new_orders = model::whole_orders({.due = now.order_carry, .open = now.open_orders, .waiting = now.waiting, .tightness = now.tightness});
      now.order_carry -= static_cast<double>(now.new_orders);
      now.open_orders += now.new_orders;
    }
  }
}

void Markets::update_hazards() {
  any_alarms_anew_ = false;
  for (MarketNow& now : now_) {
    model::EmploymentHazards& hazards = now.hazards;
    const model::EmploymentHazards before = hazards;
    const double strain = now.shock.hazard_factor;  // a shock's, 1 without
    hazards.death = model::death_hazard(now.sex, parameters_) * strain * now.shock.death_factor;
    hazards.harm = model::harm_hazards(now.sponsorship, base_.destination(now.destination).household_harm_factor, now.sector, parameters_);
    hazards.illness = parameters_.illness_per_month;
    hazards.layoff = model::layoff_hazard(demand_[now.demand_cell].state, parameters_).value();
    update_mobility(now);
    hazards.removal = parameters_.removal_per_year / 12.0;
    // Early exits of the regime that nobody's harm or illness explains are family's and the worker's own.
    now.exit_harm = model::exits_by_harm(hazards.harm, parameters_);
    const double ill = hazards.illness * parameters_.leave_after_illness_probability;
    hazards.early_own = std::max(0.0, now.early_exit - now.exit_harm - ill);
    now.exit_common = hazards.death + hazards.early_own + ill;
    if (now.may_cross()) {  // the base year's mean stay is that of all who come, most of them without papers
      const double others = model::death_hazard(now.sex, parameters_) + hazards.early_own + ill;
      hazards.removal = model::removal_where_crossed(Months{base_.corridor(now.corridor).mean_stay_months}, PerMonth{others},
                                                     PerMonth{now.exit_harm}, parameters_).value();
    }
    hazards.harm = hazards.harm.times(strain);
    // Seafarers' next contract is a new hire in their register, not a rehire after leave (docs/model/reference-data.md).
    const bool at_sea = base_.destination(now.destination).region == "sea";
    hazards.home_leave = at_sea ? 0.0 : base_.origin(now.origin).home_leave_per_worker_year / 12.0;
    now.alarms_anew = hazards.job_request > before.job_request || hazards.absconding > before.absconding ||
                      hazards.removal > before.removal;
    any_alarms_anew_ = any_alarms_anew_ || now.alarms_anew;
    const auto ticks = static_cast<std::uint32_t>(std::ceil(std::max(hazards.total(), least_hazard) / clock_unit));
    now.clock += ticks;
    now.alarm_bound = ticks * clock_unit;
  }
}

void Markets::observe_crowding(const Closing& closing) {
  for (std::size_t k = 0; k < now_.size(); ++k) {
    MarketNow& now = now_[k];
    const auto matched = static_cast<double>(closing.matched[k]);
    const double on_offer = matched + static_cast<double>(now.open_orders);
    now.crowding.observe(static_cast<double>(closing.payable_applicants[k]), on_offer);
    now.waiting = closing.payable_applicants[k] - closing.matched[k];
  }
}

void Markets::end_month(Month month, const Closing& closing) {
  observe_crowding(closing);
  observe_hires(closing);
  for (MarketNow& now : now_) {
    now.budgeted_cost_percent = now.remittance_cost_percent;
    now.repriced_for_some = false;
  }
  const auto slot = static_cast<std::size_t>(month.count()) % 12;
  for (DemandCell& cell : demand_) {
    double stock = 0, pipeline = 0, exits = 0, orders = 0, filled = 0;
    for (const std::uint32_t k : cell.markets) {
      const MarketNow& now = now_[k];
      if (!now.simulated) {  // stays as it was: its exits are replaced by workers nobody watches
        const double flow = base_.markets[k].workers.value / base_.corridor(now.corridor).mean_stay_months / scale_;
        stock += base_.markets[k].workers.value / scale_;
        exits += flow;
        pipeline += flow * (parameters_.order_to_arrival_months + longer_way_months(now));
        continue;
      }
      stock += static_cast<double>(closing.stock[k]);
      pipeline += static_cast<double>(closing.in_pipeline[k] + now.open_orders);
      exits += static_cast<double>(closing.exits[k]);
      orders += now.crowding.orders;
      filled += now.crowding.orders * now.fill;
    }
    cell.exits[slot] = exits;
    double year = 0;
    for (const double month_exits : cell.exits) year += month_exits;
    cell.state.mean_exits_per_month = year / 12.0;
    cell.state.stock = stock;
    cell.state.in_pipeline = pipeline;
    // Pay answers only where orders stay open, never downwards; a cell of a few orders tells nothing.
    if (orders < 20.0 / 6.0) continue;
    const double rise = parameters_.posted_wage_response_per_month * std::max(0.0, 0.5 - filled / orders);
    if (rise <= 0) continue;
    for (const std::uint32_t k : cell.markets) now_[k].going_wage *= 1.0 + rise;
  }
}

}  // namespace sojourn::sim
