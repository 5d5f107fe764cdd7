#pragma once
// Market tables of one run: what every block reads in a month, and what all blocks together leave to the next.
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/calendar.hpp"
#include "core/random.hpp"
#include "model/base_year.hpp"
#include "model/beliefs.hpp"
#include "model/channels.hpp"
#include "model/conditions.hpp"
#include "model/decision.hpp"
#include "model/demand.hpp"
#include "model/departure.hpp"
#include "model/employment.hpp"
#include "model/mobility.hpp"
#include "model/fees.hpp"
#include "model/fitted.hpp"
#include "model/levers/lever.hpp"
#include "model/networks.hpp"
#include "model/orientation.hpp"
#include "model/parameters.hpp"
#include "model/placement.hpp"
#include "model/shocks.hpp"
#include "sim/belief_slopes.hpp"
#include "sim/choice_weights.hpp"
#include "sim/passage.hpp"
#include "sim/pathway_orders.hpp"
#include "sim/personal_terms.hpp"
#include "sim/shared_by_skill.hpp"
#include "sim/tables.hpp"

namespace sojourn::sim {

/// What a scenario changes over time, resolved for a run.
struct Policy {
  std::vector<model::LeverSpec> levers;
  std::vector<model::ShockSpec> shocks;
  std::vector<double> demand_growth_percent;     ///< by DestinationId x sector
  std::vector<double> home_wage_growth_percent;  ///< by OriginId
  Month growth_start;
};

/// How many seats of each kind the terms of a market give, persons a month.
inline constexpr std::array<double model::MarketTerms::*, seats_kinds> terms_of_seats{
    &model::MarketTerms::certification_seats_per_month, &model::MarketTerms::departing_seats_per_month,
    &model::MarketTerms::training_seats_per_month, &model::MarketTerms::credit_loans_per_month};

/// One market in the current month. Money in USD; stocks and orders in simulated persons.
struct MarketNow {
  // fixed through a run
  OriginId origin{};
  DestinationId destination{};
  CorridorId corridor{};
  Sector sector{};
  Sex sex{};
  Skill lowest{};
  bool simulated = true;              ///< false: a remainder whose stock stays as it is
  model::RecruitmentRegime regime = model::RecruitmentRegime::open;
  double processing_months = 3;       ///< from acceptance to departure
  double contract_months = 24;
  double trainee_pay_share = 1;       ///< model::Market::trainee_pay_share
  double early_exit = 0.008;
  model::Sponsorship sponsorship = model::Sponsorship::tied;
  bool limited_stay = false;
  double leaves_per_month = 0;        ///< usual home leaves a worker
  bool may_overstay = true;           ///< not at sea, nor where the border is open
  double living_share = 0.2;
  double expected_stay = 48, present_value = 0;
  double base_documented_usd = 0;     ///< papers, clinics, flights
  double base_remittance_cost_percent = 5, registered_share = 1;
  double employer_budget_usd = 525;   ///< for one order, incentives come out of it
  double reference_wage = 0;          ///< of the base year
  double irregular_share_base = 0;    ///< of seekers who would cross the border without papers, in the base year; 0: no such way
  double irregular_cost_usd = 0;      ///< what that takes
  std::uint32_t demand_cell = 0;
  std::uint32_t place = 0;            ///< in Markets::of its origin and sex

  /// Whether the border can be crossed without papers.
  [[nodiscard]] bool may_cross() const noexcept { return irregular_share_base > 0; }

  // of the month
  double documented_usd = 0;             ///< `base_documented_usd`, and insurance that workers must pay
  double remittance_cost_percent = 5;    ///< of sending 200 USD
  double budgeted_cost_percent = 5;      ///< at which the workers' budgets stand
  double informal_share = 0;             ///< of what is sent
  [[nodiscard]] bool repriced() const noexcept { return remittance_cost_percent != budgeted_cost_percent; }
  std::array<double, 2> sending_span{};  ///< lowest and highest price of it, with those of levers for some
  bool repriced_for_some = false;        ///< since last month
  /// Of the levers without conditions, which reach everybody; what holds for one person is Markets::terms.
  SharedBySkill<model::MarketTerms> terms;
  std::array<double, skill_count> barred{};      ///< the widest ban of all terms, 0 to 1
  std::array<double, skill_count> stopped{};     ///< the same with rules on age and on mothers
  bool any_clause = false;                       ///< on insurance, social security or tickets
  bool any_desk = false;                         ///< for workers of its corridor: desks, attaches, shelters, a committee
  SharedBySkill<model::ConditionFactors> conditions;
  double leaving_factor = 1;          ///< on going home for harm
  bool alarms_anew = false;           ///< requests, absconding or removal have become likelier since last month
  double flexi_granted = 1;           ///< share of those who ask for a flexible permit
  std::int32_t personal = -1;            ///< place of the terms of those whom levers with conditions reach; none: below 0
  bool any_rule = false;
  double matched = 0, matched_again = 0;  ///< new hires and those who had been abroad before, smoothed over a year
  model::ShockTerms shock;
  double going_wage = 0;              ///< posted by those who evade or where no floor is
  double wage_floor = 0, evasion = 0;
  double posted_wage = 0;             ///< mean paid to a new hire
  double tightness = 1;
  double rent_share = 0, surplus = 0, rent_mean = 0;
  std::array<double, 4> rent_share_by_links{};  ///< of chains of 0 to 3 links; `rent_share` is that of the mean chain
  double expected_cost = 0;           ///< going recruitment cost
  double irregular_share = 0;         ///< `irregular_share_base` at this month's cost of the regular way
  double employer_cost = 0;
  double orders_share = 0;            ///< of recent orders of the origin and sex, for the choice
  std::array<std::array<double, 2>, skill_count> gain{};    ///< by skill and experience, market constant included
  model::MobilityRule base_mobility, mobility;
  double pay_belief_usd = 0;                  ///< gain of a bias on pay higher by 1
  std::array<double, 2> death_belief_usd{};   ///< what the believed risk of death weighs, by experience
  std::array<std::array<double, 2>, skill_count> campaign_usd{};  ///< gain of whom a campaign reaches over that of others
  model::EmploymentHazards hazards;
  double entry_pay = 1;               ///< pay of newcomers over the going wage, where the mobility rule is not the base year's
  double exit_common = 0;             ///< hazard of leaving before contract end, the same for all, deaths included
  double exit_harm = 0;               ///< the same, of what the employer does, at factor 1
  double alarm_bound = 0;             ///< hazard per month that the clock ran at this month
  std::uint32_t clock = 0;            ///< 2^-20 per month of hazard, wraps
  double permits_granted = 1;         ///< share of requests in an open window of regularisation
  std::array<double, skill_count> loans_granted{};  ///< share of seekers who get a programme's loan
  std::array<double, skill_count> seats_granted{};  ///< share of those who come home and may have one
  std::array<bool, skill_count> other_occupation_open{};  ///< to whom a rule on persons bars from this sector
  std::array<bool, skill_count> free_of_rules{};          ///< on persons, by the skill that is declared; kept while there is such a rule
  double listed_concentration = -1;   ///< of agencies where a short list is in force; below 0: that of the origin
  std::array<std::int64_t, 3> returned{};  ///< last month, by model::ReturnClass
  std::int64_t irregular_stock = 0;   ///< at the end of last month
  std::int64_t open_orders = 0;
  std::int64_t new_orders = 0;
  double order_carry = 0;             ///< what was rounded off, for the next month; below 0 for orders placed ahead of time
  std::int64_t waiting = 0;           ///< applicants who could pay and accept, and got no order last month
  double lapse_carry = 0;
  double recent_orders = 0;           ///< smoothed, a month
  double fill = 1;                    ///< share of orders on offer that find somebody: all where applicants are as many
  model::Tightness crowding;
  PathwaysNow paths;                  ///< ways beside the usual one

  /// Orders on offer, of all ways.
  [[nodiscard]] std::int64_t all_open_orders() const noexcept { return open_orders + paths.sum(&PathwayOrders::open); }
};

/// One destination-sector (and sex in domestic work).
struct DemandCell {
  DestinationId destination{};
  Sector sector{};
  std::vector<std::uint32_t> markets;
  model::DemandState state;
  model::EmployerCounts employers;
  bool oil_economy = false;           ///< activity follows the price of oil
  double longer_way_months = 0;       ///< from order to arrival, in the base year
  double nationals = 0;               ///< in posts of foreigners under a quota, simulated persons
  double posts_closed = 0;            ///< of foreigners, gone with firms that a quota closed, simulated persons
  std::array<double, 12> exits{};     ///< ring of monthly exits
  double best_wage = 0;               ///< of its markets, base year, USD a month
  double cost_in_force = 0;           ///< mean cost of contracts in force, over the base year's composite
};

/// What shocks make of an origin this month: factors of 1 without any.
struct OriginNow {
  double home_value = 1;     ///< what a dollar from abroad buys at home, e(m)
  double wage_factor = 1;    ///< on wages at home, in dollars
  double wealth_factor = 1;  ///< on means that are drawn in home wages
};

inline constexpr double clock_unit = 0x1p-20;  ///< hazard per tick of a market's clock
inline constexpr double least_hazard = 0x1p-7;  ///< a month: no clock runs slower, so that own factors have a bound

/// The tables of a run, and the rules that move them once a month (stages 1 and 10).
class Markets {
 public:
  Markets(const model::BaseYear& base, const model::FittedConstants& fitted, const model::Parameters& parameters,
          const Policy& policy, int scale, const std::vector<bool>& origins, const std::vector<bool>& destinations,
          RunKey run);

  /// Stage 1: terms of the month, wages, fees, gains, demand, new orders, hazards and clocks.
  void begin_month(Month month);
  /// The terms that hold for a person in a market: those of all levers that reach it.
  [[nodiscard]] const model::MarketTerms& terms(std::size_t market, Skill skill, const model::PersonFacts& person) const {
    const MarketNow& now = now_[market];
    if (now.personal < 0) return now.terms[index(skill)];
    return personal_[static_cast<std::size_t>(now.personal)].terms[index(skill)][mask_of(now, person)];
  }
  /// What follows from them: conditions of work, mobility, sending money, shares of a programme's loans and seats.
  [[nodiscard]] const model::ConditionFactors& conditions(std::size_t market, Skill skill, const model::PersonFacts& person) const;
  [[nodiscard]] MobilityNow mobility(std::size_t market, const model::PersonFacts& person) const;
  [[nodiscard]] SendingNow sending(std::size_t market, const model::PersonFacts& person) const;
  [[nodiscard]] double loans_granted(std::size_t market, Skill skill, const model::PersonFacts& person) const;
  [[nodiscard]] double seats_granted(std::size_t market, Skill skill, const model::PersonFacts& person) const;
  /// Expected share of a market's workers for whom a term is above 0: 0 or 1 where no lever for some is in force.
  [[nodiscard]] double share_served(const MarketNow& now, double model::MarketTerms::* term) const;
  /// Gain of a person whom the market's campaign reaches over that of others, USD.
  [[nodiscard]] double campaign_usd(std::size_t market, Skill skill, bool experienced, const model::PersonFacts& person) const {
    const MarketNow& now = now_[market];
    if (now.personal < 0) return now.campaign_usd[index(skill)][experienced ? 1 : 0];
    const auto& by_mask = personal_[static_cast<std::size_t>(now.personal)].campaign_usd[index(skill)];
    return by_mask.empty() ? 0.0 : by_mask[mask_of(now, person)][experienced ? 1 : 0];
  }
  /// Whether any lever with conditions is in force this month; else nobody asks for a person's facts.
  [[nodiscard]] bool any_personal() const noexcept { return !personal_.empty(); }
  /// Whether such a lever changes bans or campaigns for some of these people: then a person's G* is summed anew.
  [[nodiscard]] bool bans_some(OriginId origin, Sex sex, Skill skill) const noexcept {
    return (!personal_.empty() && bans_some_[profile(origin, sex, skill)]) || asks_who_leaves(origin, sex, skill);
  }
  [[nodiscard]] bool tells_some(OriginId origin, Sex sex, Skill skill) const noexcept {
    return !personal_.empty() && tells_some_[profile(origin, sex, skill)];
  }
  /// Whether a rule of this month asks how old somebody is, or somebody's youngest child.
  [[nodiscard]] bool asks_who_leaves() const noexcept { return any_rule_on_persons_; }
  [[nodiscard]] bool asks_who_leaves(OriginId origin, Sex sex, Skill skill) const noexcept {
    return any_rule_on_persons_ && rules_on_persons_[profile(origin, sex, skill)];
  }
  /// Takes note of what the terms of all markets say, which months go by; after every change of terms.
  void see_terms();
  /// Whether every rule of the profile lets this person pass who has the place `u` among the stopped; false if not sure.
  [[nodiscard]] bool passes_all_rules(OriginId origin, Sex sex, Skill skill, const model::PersonFacts& person, double u) const;
  /// Whether a ban, or a rule on persons, stops this one of the market's regular channel; `u`: its place among the stopped.
  [[nodiscard]] bool stops(std::size_t market, Skill skill, const model::PersonFacts& person, double u) const {
    const model::MarketTerms& rules = terms(market, skill, person);
    if (model::is_barred(rules, u)) return true;
    return answer_to_rule(rules, market, skill, person, u) == model::RuleAnswer::stopped;
  }
  /// Whether this person, whom a rule closes the market's occupation to, gets past it by declaring another one.
  [[nodiscard]] bool declares_another(std::size_t market, Skill skill, const model::PersonFacts& person, double u) const {
    const model::MarketTerms& rules = terms(market, skill, person);
    return !model::is_barred(rules, u) && answer_to_rule(rules, market, skill, person, u) == model::RuleAnswer::declares_another;
  }
  /// The market whose occupation such a person declares: of the same corridor and sex and free of rules on persons, in proportion
  /// to recent orders, by `u`, uniform in (0, 1). The market itself if there is none any more.
  [[nodiscard]] std::uint16_t declared_market(std::size_t market, Skill skill, double u) const;
  /// G* of a sum of choice weights, USD.
  [[nodiscard]] double gain_of(double sum_of_weights) const;
  /// The levers as they stand: starts and ends that triggers have set are in them.
  [[nodiscard]] const std::vector<model::LeverSpec>& levers() const noexcept { return policy_.levers; }
  /// After a recorded month: starts and ends levers whose triggers have been met for long enough, from the next month on.
  void watch(Month month, const std::vector<Counts>& counts);

  /// Stage 10: crowding, fill, exits, wages that answer. Stocks are sums over all blocks.
  struct Closing {
    std::vector<std::int64_t> stock, in_pipeline, exits, payable_applicants, matched, hired, hired_again;  ///< by market
  };
  void end_month(Month month, const Closing& closing);

  /// Another policy from the next month on: for scenarios that part here and have one past.
  void set_policy(const Policy& policy);
  [[nodiscard]] std::size_t count() const noexcept { return now_.size(); }
  [[nodiscard]] const MarketNow& operator[](std::size_t market) const noexcept { return now_[market]; }
  [[nodiscard]] MarketNow& at(std::size_t market) noexcept { return now_[market]; }
  [[nodiscard]] const std::vector<DemandCell>& demand() const noexcept { return demand_; }
  [[nodiscard]] double home_wage(OriginId origin, Sex sex, Skill skill) const noexcept {
    return home_wage_[(index(origin) * 2 + index(sex)) * skill_count + index(skill)];
  }
  /// Mean of women's and men's home wage of a skill.
  [[nodiscard]] UsdPerMonth mean_home_wage(OriginId origin, Skill skill) const noexcept {
    return UsdPerMonth{(home_wage(origin, Sex::women, skill) + home_wage(origin, Sex::men, skill)) / 2};
  }
  /// Factor on the hazard of finding work at home.
  [[nodiscard]] double home_job_market(OriginId) const noexcept { return parameters_.home_job_market; }
  /// Whether sending money costs something else in any market than workers' budgets reckon with.
  [[nodiscard]] bool any_repriced() const noexcept { return any_repriced_; }
  /// Share of an origin's people of a skill that has left on balance since the run began; moves home wages if
  /// `home_wage_outflow_elasticity` is above 0.
  void set_net_outflow(OriginId origin, Skill skill, double share) { net_outflow_[index(origin) * skill_count + index(skill)] = share; }
  /// G*: log-sum over the eligible markets of an origin, sex and skill; very low if there is none.
  /// For a person whom a ban stops, banned markets count as irregular ones.
  [[nodiscard]] double best_gain(OriginId origin, Sex sex, Skill skill, bool experienced, bool barred = false) const noexcept {
    return best_gain_[(profile(origin, sex, skill) * 2 + (experienced ? 1 : 0)) * 2 + (barred ? 1 : 0)];
  }
  /// Largest share of persons that any ban of this month stops, by origin, sex and skill.
  [[nodiscard]] double largest_ban(OriginId origin, Sex sex, Skill skill) const noexcept {
    return largest_ban_[profile(origin, sex, skill)];
  }
  [[nodiscard]] static std::size_t profile(OriginId origin, Sex sex, Skill skill) noexcept {
    return (index(origin) * 2 + index(sex)) * skill_count + index(skill);
  }
  [[nodiscard]] const BeliefSlopes& belief_slopes(OriginId origin, Sex sex, Skill skill, bool experienced) const noexcept {
    return belief_slopes_[profile(origin, sex, skill) * 2 + (experienced ? 1 : 0)];
  }
  [[nodiscard]] const DestinationRisk& destination_risk(OriginId origin, Sex sex, Skill skill, bool experienced,
                                                        DestinationId destination) const noexcept {
    return destination_risks_[(profile(origin, sex, skill) * 2 + (experienced ? 1 : 0)) * base_.destinations.size() + index(destination)];
  }
  /// G* of whom every campaign of the month reaches over that of others, USD, exact at common beliefs; 0 without one.
  [[nodiscard]] double campaign_gain(OriginId origin, Sex sex, Skill skill, bool experienced) const noexcept {
    return any_campaign_ ? campaign_gain_[profile(origin, sex, skill) * 2 + (experienced ? 1 : 0)] : 0.0;
  }
  /// Largest share of persons that any campaign of this month reaches.
  [[nodiscard]] double widest_campaign(OriginId origin, Sex sex, Skill skill) const noexcept {
    return any_campaign_ ? widest_campaign_[profile(origin, sex, skill)] : 0.0;
  }
  /// Factor on the weight of a market to whom its campaign reaches.
  [[nodiscard]] double campaign_weight(double shift_usd) const noexcept;
  /// The most that beliefs other than the common ones add to G* of people without experience: what bounds of hazards allow for.
  [[nodiscard]] double highest_belief_shift(OriginId origin, Sex sex, Skill skill) const noexcept;
  [[nodiscard]] const model::DeathBeliefs& death_beliefs() const noexcept { return death_beliefs_; }
  /// Deaths or returns in `community_persons` people for which a simulated one counts.
  [[nodiscard]] double news_weight() const noexcept { return news_weight_; }
  /// Bias on pay of a community to which nobody returns.
  [[nodiscard]] double untold_pay_bias(OriginId origin) const noexcept { return untold_pay_bias_[index(origin)]; }
  /// model::age_factor by age, made once.
  [[nodiscard]] double age_factor(int age) const noexcept { return age < 0 || age >= static_cast<int>(age_factors_.size()) ? 0.0 : age_factors_[static_cast<std::size_t>(age)]; }
  /// Factor on the weight of a market that is open only past a ban.
  [[nodiscard]] double irregular_weight() const noexcept { return irregular_weight_; }
  /// Markets of an origin and sex, ordered by destination.
  [[nodiscard]] const std::vector<std::uint32_t>& of(OriginId origin, Sex sex) const noexcept {
    return by_origin_sex_[index(origin) * 2 + index(sex)];
  }
  /// Where the markets of each destination end in that order.
  [[nodiscard]] const std::vector<std::uint32_t>& destination_ends(OriginId origin, Sex sex) const noexcept {
    return destination_ends_[index(origin) * 2 + index(sex)];
  }
  [[nodiscard]] const ChoiceWeights& choice_weights(OriginId origin, Sex sex, Skill skill, bool experienced) const noexcept {
    return choice_weights_[profile(origin, sex, skill) * 2 + (experienced ? 1 : 0)];
  }
  /// What one market weighs there.
  [[nodiscard]] double choice_weight(const MarketNow& now, Skill skill, bool experienced) const noexcept {
    return choice_weights(now.origin, now.sex, skill, experienced).of_market[now.place];
  }
  [[nodiscard]] const model::FittedConstants& fitted() const noexcept { return fitted_; }
  [[nodiscard]] model::FittedConstants& fitted() noexcept { return fitted_; }
  [[nodiscard]] const model::Parameters& parameters() const noexcept { return parameters_; }
  [[nodiscard]] const model::BaseYear& base() const noexcept { return base_; }
  [[nodiscard]] int scale() const noexcept { return scale_; }
  /// Home value of a dollar earned abroad, e(m).
  [[nodiscard]] double home_value(OriginId origin) const noexcept { return origins_[index(origin)].home_value; }
  /// Factor on what people of an origin own.
  [[nodiscard]] double wealth_factor(OriginId origin) const noexcept { return origins_[index(origin)].wealth_factor; }
  /// The ways out and home of a corridor.
  [[nodiscard]] const Passage& passage(std::size_t corridor) const noexcept { return passages_[corridor]; }
  [[nodiscard]] Passage& passage(std::size_t corridor) noexcept { return passages_[corridor]; }
  [[nodiscard]] bool any_way_out_limited() const noexcept;
  [[nodiscard]] bool any_way_home_limited() const noexcept;
  [[nodiscard]] bool any_way_back_limited() const noexcept;
  /// Whether a shock takes jobs or expels somewhere this month.
  [[nodiscard]] bool any_strike() const noexcept { return any_strike_; }
  /// Whether a window of regularisation is open anywhere this month.
  [[nodiscard]] bool any_regularisation() const noexcept { return any_regularisation_; }
  /// Places of a kind that an origin's people share, and whether there are any this month.
  [[nodiscard]] const Gate& seats(Seats kind, std::size_t origin) const noexcept { return seats_[index(kind)][origin]; }
  [[nodiscard]] Gate& seats(Seats kind, std::size_t origin) noexcept { return seats_[index(kind)][origin]; }
  [[nodiscard]] bool any_seats(Seats kind) const noexcept { return any_seats_[index(kind)]; }
  /// Whether any way beside the usual one is open this month; whether any orders are listed on a platform.
  [[nodiscard]] bool any_pathway() const noexcept { return any_pathway_; }
  [[nodiscard]] bool any_listed() const noexcept { return any_listed_; }
  /// What a platform adds to the gain with which people seek (not to what they choose or accept), USD: the most of a profile.
  [[nodiscard]] double most_search_help(OriginId origin, Sex sex, Skill skill) const { return any_listed_ ? most_search_help_[profile(origin, sex, skill)] : 0.0; }
  /// Nationals in posts of a market's workers under a quota, simulated persons.
  [[nodiscard]] double nationals_at(std::size_t market) const;
  /// Posts of a market's workers that went with firms which a quota closed, simulated persons.
  [[nodiscard]] double posts_closed_at(std::size_t market) const;
  /// Whether alarms of any market must be set anew this month.
  [[nodiscard]] bool any_alarms_anew() const noexcept { return any_alarms_anew_; }
  /// Taken up by `sojourn calibrate --base`: keeps shares of orders and desired stocks in step with changed constants.
  void refresh_demand_base();
  /// How far agencies have become fewer, from the next month on: 0 as at the start, 1 none left.
  void set_concentration(OriginId origin, double concentration) { concentration_[index(origin)] = concentration; }
  /// While fitting, orders are split by base shares and costs are not yet compared.
  void hold_order_shares(bool hold) noexcept { hold_order_shares_ = hold; }

 private:
  void make_market(std::size_t market, const std::vector<bool>& origins, const std::vector<bool>& destinations, RunKey run);
  void list_market(std::size_t market);
  [[nodiscard]] double longer_way_months(const MarketNow& now) const;
  void make_demand_cells();
  void update_terms(Month month);
  void update_personal(Month month);
  void update_shares(Month month);
  void find_personal_rules();
  void find_rules_on_persons();
  void update_remittance_prices();
  void update_mobility(MarketNow& now);
  void update_programmes();
  [[nodiscard]] model::ConditionPlace place_of(const MarketNow& now) const;
  [[nodiscard]] double documented_under_clauses(const MarketNow& now) const;
  [[nodiscard]] double cost_of_clauses(const MarketNow& now) const;
  void update_pathways();
  void update_quotas();
  [[nodiscard]] double part_of_cell(std::size_t market, double DemandCell::* what) const;
  void find_listed();
  void mix_ways(MarketNow& now, double employer_cost_without_rent);
  [[nodiscard]] double usual_orders(MarketNow& now, double wanted);
  [[nodiscard]] static double crowding_of_all_ways(const MarketNow& now);
  [[nodiscard]] double programme_delay_months(const DemandCell& cell) const;
  [[nodiscard]] std::size_t mask_of(const MarketNow& now, const model::PersonFacts& person) const;
  // Of all who are reached or not: the largest of a term, its mean, and that for those whom every lever reaches.
  [[nodiscard]] double widest(const MarketNow& now, Skill skill, double model::MarketTerms::* term) const;
  [[nodiscard]] double mean(const MarketNow& now, Skill skill, double model::MarketTerms::* term) const;
  [[nodiscard]] const model::MarketTerms& of_all_levers(const MarketNow& now, Skill skill) const;
  [[nodiscard]] double tell_some(const MarketNow& now, Skill skill, const model::BeliefWorth& worth);
  [[nodiscard]] FloorMean floor_of(const MarketNow& now) const;
  [[nodiscard]] ExpectedCosts expected_costs(const MarketNow& now) const;
  void observe_hires(const Closing& closing);
  void arm_triggers(const Policy* before);
  void make_passages();
  void update_shocks(Month month);
  void update_wages_and_fees(Month month);
  [[nodiscard]] double irregular_share_of(const MarketNow& now) const;
  void update_gains();
  void make_beliefs();
  void update_beliefs();
  void update_campaigns();
  void update_orders(Month month);
  void update_hazards();
  void update_regularisation();
  void update_seats();
  void observe_crowding(const Closing& closing);

  [[nodiscard]] model::RuleAnswer answer_to_rule(const model::MarketTerms& rules, std::size_t market, Skill skill,
                                                 const model::PersonFacts& person, double u) const {
    if (!any_rule_on_persons_ || !model::asks_who_leaves(rules)) return model::RuleAnswer::passes;
    return model::answer_to_rule(rules, person, now_[market].sex, u, now_[market].other_occupation_open[index(skill)], run_, parameters_);
  }

  /// A lever with a trigger, and how long that has been met.
  struct Watch {
    std::size_t lever = 0;
    int months_met = 0;
    bool on = false;  ///< started, or without `start_when`
    Month start;                ///< as written, like `end`
    std::optional<Month> end;
  };

  const model::BaseYear& base_;
  RunKey run_;
  model::FittedConstants fitted_;
  model::Parameters parameters_;
  Policy policy_;
  int scale_;
  std::vector<MarketNow> now_;
  std::vector<DemandCell> demand_;
  std::vector<double> home_wage_, best_gain_, largest_ban_;
  std::vector<double> concentration_;  // of agencies, by origin
  double irregular_weight_ = 0;
  model::DeathBeliefs death_beliefs_;
  double news_weight_ = 1;
  std::vector<double> untold_pay_bias_;             // by origin
  std::vector<BeliefSlopes> belief_slopes_;         // by profile and experience
  std::vector<DestinationRisk> destination_risks_;  // by profile, experience and destination
  std::array<double, 100> age_factors_{};
  std::vector<std::vector<std::uint32_t>> by_origin_sex_, destination_ends_;
  std::vector<ChoiceWeights> choice_weights_;  // by profile and experience
  std::vector<double> enforcement_;  // of each lever last month; terms are made anew only when one changes
  std::vector<double> net_outflow_;  // by origin and skill
  bool any_repriced_ = false;
  bool terms_made_ = false;
  /// What any terms of this month say something of: months without it pass at once.
  struct TermsSeen {
    bool campaigns = false, permits = false, seats = false, pathways = false;
  };
  TermsSeen seen_;
  bool pathways_to_settle_ = true;  // of this month or the last, or workers' orders that are still open
  std::vector<double> shock_strength_;  // of each shock last month, as enforcement_
  bool shocks_made_ = false, any_strike_ = false, any_regularisation_ = false, any_alarms_anew_ = false;
  bool any_campaign_ = false;
  std::array<std::vector<Gate>, seats_kinds> seats_;  // by kind and origin
  std::array<bool, seats_kinds> any_seats_{};
  std::vector<double> campaign_gain_, widest_campaign_;  // by profile and experience; by profile
  std::vector<PersonalLever> personal_levers_;  // of the month
  std::vector<PersonalTerms> personal_;
  std::vector<bool> bans_some_, tells_some_;  // by profile
  std::vector<bool> plainly_banned_;          // by profile: by a ban of one of its markets
  std::vector<bool> rules_on_persons_;        // by profile
  std::vector<std::vector<model::MarketTerms>> person_rules_;  // by profile: those that differ in what they ask
  std::vector<double> most_search_help_;      // by profile
  bool any_rule_on_persons_ = false, any_pathway_ = false, any_listed_ = false;
  std::vector<Watch> watches_;
  std::vector<OriginNow> origins_;
  std::vector<Passage> passages_;       // by corridor
  bool hold_order_shares_ = false;
};

}  // namespace sojourn::sim
