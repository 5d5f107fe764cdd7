#pragma once
// One block of people: the unit of parallel work. Only market tables, in whole numbers, cross blocks (MODEL 9.5).
#include <cstdint>
#include <optional>
#include <vector>

#include "core/random.hpp"
#include "model/finance.hpp"
#include "model/remittances.hpp"
#include "model/returning.hpp"
#include "model/training.hpp"
#include "population/candidates.hpp"
#include "population/cells.hpp"
#include "sim/agencies.hpp"
#include "sim/employers.hpp"
#include "sim/entrances.hpp"
#include "sim/hearsay.hpp"
#include "sim/markets.hpp"
#include "sim/persons.hpp"
#include "sim/tally.hpp"
#include "sim/trace.hpp"
#include "sim/traveller.hpp"

namespace sojourn::sim {

struct Career;
using model::LifeEvent;

/// What a block reads in a month.
struct MonthView {
  const population::Cells& cells;
  const population::Candidates& candidates;
  const population::Candidates::Rungs& rungs;
  const Markets& markets;
  const Agencies& agencies;
  const std::vector<double>& backlog;   ///< waiting cases by corridor
  const std::vector<double>& corridor_stock;
  const std::vector<model::DeskLoad>& desk_loads;  ///< by corridor
  const EmployerRecords& records;
  RunKey run;
  Month month;
  Trace* trace = nullptr;  ///< seldom: follows some persons

  /// Keeps an event of a person who is followed, and does nothing for all others.
  void note(PersonId person, model::LifeEvent event, std::uint16_t market = no_market, Cents amount = 0, Cents other = 0,
            std::uint8_t detail = 0) const {
    if (trace != nullptr) [[unlikely]] trace->record(person, {month, event, detail, market, amount, other});
  }
};

/// An applicant's offer as evaluated this month, before it is known who is shown one.
struct Application {
  double rank = 0;
  std::uint64_t key = 0;        ///< breaks ties
  std::uint32_t seeker = 0;
  std::uint16_t market = 0;
  model::Pathway way = model::Pathway::usual;
  bool can_pay = false, accepts = false, is_false = false, under_rule = false;
  bool fails_test = false, fund_member = false;
  Cents fund_dues = 0;
  model::Payment payment;
  [[nodiscard]] bool fills_an_order() const noexcept { return can_pay && accepts && !is_false && !fails_test; }
};

/// Rank down to which orders of a market are shown.
struct Cutoff {
  double rank = -1e300;
  std::uint64_t key = 0;
  [[nodiscard]] bool shows(const Application& application) const noexcept {
    return application.rank > rank || (application.rank == rank && application.key >= key);
  }
};

/// Counts of persons in each place, by origin and sex, found by looking at every record.
struct Headcount {
  std::vector<std::int64_t> acted, seeking, on_the_way, abroad, home;
};
/// Place in a Headcount of those who leave by each market.
[[nodiscard]] std::vector<std::uint16_t> profiles_of_markets(const model::BaseYear& base);
/// Sums over workers and people at home of a block by market, found by looking at every record.
struct FlowCount {
  std::vector<std::int64_t> persons, wage, living, service, sent, saved, fee, informal, savings, irregular, forced, passports, stranded, cases;
  std::vector<std::int64_t> out_of_poverty, without_carer, at_home, seeking_work, enterprises, on_leave, fund_due;
};

/// b of EQUATIONS 5.6: what is still owed over six months' wage.
[[nodiscard]] double debt_over_half_year_wage(const Worker& worker, std::int32_t month);
/// What multiplies the hazards of one worker this month.
/// Pay of who works on without a permit, of the own `wage` with one: nobody's trainee any more.
[[nodiscard]] double pay_without_permit(const MarketNow& market, Cents wage, const model::Parameters& parameters) noexcept;
[[nodiscard]] model::OwnFactors own_factors(const MarketNow& market, const Worker& worker, std::int32_t month, const model::Parameters& parameters);
/// Whether pay, hours, threats or violence harmed the worker in this job within the last `months`.
[[nodiscard]] bool harmed_within(const Worker& worker, std::int32_t month, int months) noexcept;
/// What a worker has saved before `month`, cents.
[[nodiscard]] Cents savings_before(const Worker& worker, std::int32_t month) noexcept;
/// The same of somebody who is abroad when the run begins, from wage and debt.
[[nodiscard]] Cents saved_since_arrival(const MonthView& view, const Worker& worker, std::uint16_t market);
/// Whether that is what the person had gone for.
[[nodiscard]] bool target_reached(const MonthView& view, const Worker& worker);
/// The worker as a person back home: debt, savings, and what the stay has left. Settling is drawn here.
[[nodiscard]] HomePerson home_from(const MonthView& view, const Worker& worker, const model::PersonFacts& facts, std::uint16_t market,
                                   model::ReturnReason reason);
/// What the instalments at home have left of a debt.
[[nodiscard]] Cents balance_at(const HomePerson& person, std::int32_t month);
/// What is left of the last return of somebody who came home before the run begins, the months since then lived here.
[[nodiscard]] HomeLife life_before_start(const MonthView& view, const Career& career, PersonId person);
/// Whether a border is crossed without papers, rather than a ban passed; and the mean months until departure.
[[nodiscard]] inline bool crosses(const MarketNow& market, const Seeker& seeker) noexcept {
  return seeker.recruiter == model::Recruiter::irregular && market.may_cross();
}
[[nodiscard]] inline double months_to_departure(const MarketNow& market, const Seeker& seeker,
                                                const model::Parameters& parameters) noexcept {
  return crosses(market, seeker) ? parameters.border_crossing_months : market.processing_months;
}
/// Orders on offer in a market by one of its ways; whether that way gives places this month.
[[nodiscard]] std::int64_t orders_of_way(const MarketNow& market, model::Pathway way) noexcept;
[[nodiscard]] bool way_is_open(const MarketNow& market, model::Pathway way) noexcept;
/// Mean months from acceptance to departure by the way that somebody takes; share of a full week's pay there.
[[nodiscard]] double way_months(const MonthView& view, const Seeker& seeker, Skill skill);
[[nodiscard]] double pay_share_of_way(const MarketNow& market, model::Pathway way, Skill skill, const model::Parameters& parameters) noexcept;
/// Whether a service by which offers and contracts can be checked reaches this person: the same ones in every scenario.
[[nodiscard]] bool verifies(const MonthView& view, PersonId person, const model::MarketTerms& terms);
/// Months before the first one in which the start lets queues fill and people at home live.
inline constexpr int months_before_start = 2;

class Block {
 public:
  Block(std::uint32_t number, const population::Cells& cells, const Markets& markets, Month first, int months);

  // The stages of a month, in the order of model::month_order. Each counts into the thread's tally.
  void decide(const MonthView& view, Tally& tally);
  void apply_for_orders(const MonthView& view);
  void resolve_offers(const MonthView& view, const std::vector<Cutoff>& cutoffs, Tally& tally);
  void depart(const MonthView& view, Tally& tally);
  /// Before a month in which requests, absconding or removal are likelier somewhere: alarms of those workers, from the
  /// end of last month on.
  void set_alarms_anew(const MonthView& view);
  void work(const MonthView& view, Tally& tally);
  // While a border is not open to all (stranded.cpp): who asks for a way out or home, and who gets it.
  void claim_ways_out(const MonthView& view);
  void claim_seats(const MonthView& view);
  void board(const MonthView& view, Tally& tally);
  /// Pays a month's support to the stranded who have no pay, once seats are shared out.
  void support_stranded(const MonthView& view, Tally& tally);
  // Seats for certificates of what was learnt abroad (certificates.cpp).
  void claim_certificates(const MonthView& view);
  void certify(const MonthView& view, Tally& tally);
  /// Those who ask for a seat in a course, and those who get one, the same for loans for enterprises (training.cpp, home.cpp).
  void claim_training(const MonthView& view);
  void train(const MonthView& view, Tally& tally);
  void claim_credit(const MonthView& view);
  void strike(const MonthView& view, Tally& tally);
  void regularise(const MonthView& view, Tally& tally);
  void protect(const MonthView& view, Tally& tally);
  void repay(const MonthView& view, Tally& tally);
  void at_home(const MonthView& view, Tally& tally);
  // While a way back from home leave is shut (home_leave.cpp): who is caught at home, who asks for a place back, who goes.
  void catch_on_leave(const MonthView& view, Tally& tally);
  void claim_ways_back(const MonthView& view);
  void go_back(const MonthView& view, Tally& tally);

  /// Fills the pools as they stand at the start (start.cpp).
  void start(const MonthView& view, const Exposure& exposure, const std::vector<Entrances>& entrances, Tally& tally);

  [[nodiscard]] const std::vector<Application>& applications() const noexcept { return applications_; }
  [[nodiscard]] const std::vector<Claim>& claims() const noexcept { return claims_; }
  /// Largest share abroad of any community of the origin.
  [[nodiscard]] double densest_community(OriginId origin) const;
  [[nodiscard]] Headcount headcount(const population::Cells& cells, std::span<const std::uint16_t> profile_of_market) const;
  /// Savings as they stand at the end of `month`.
  [[nodiscard]] FlowCount flow_count(std::size_t markets, std::int32_t month) const;
  [[nodiscard]] std::size_t workers() const noexcept { return workers_.size() - free_.size(); }

 private:
  struct CaseRef {
    std::uint32_t slot = 0;
    PersonId person;
  };
  // decision
  void consider(const MonthView& view, const population::Candidate& candidate, Tally& tally);
  /// `short_of`: gain that who seeks only with help falls short of (model::short_without_help).
  [[nodiscard]] bool begin_spell(const MonthView& view, Seeker seeker, const population::Cell& cell, std::uint16_t last_market, Usd short_of,
                                 Tally& tally);
  // recruitment
  void prepare(const MonthView& view, const population::Cell& cell, Seeker& seeker) const;
  /// Whether somebody who sought since `since` takes the way without papers, where there is one.
  [[nodiscard]] static bool goes_without_papers(const MonthView& view, const Seeker& seeker);
  [[nodiscard]] bool gets_loan(const MonthView& view, const population::Cell& cell, const Seeker& seeker) const;
  // ways beside the usual one (ways.cpp)
  [[nodiscard]] static model::Pathway way_of(const MonthView& view, const population::Cell& cell, const Seeker& seeker, double usual_burden_usd);
  [[nodiscard]] static double rank_on_way(const MonthView& view, const Seeker& seeker, Skill skill, double usual_rank);
  static void keep_terms_of_way(const MarketNow& market, model::Pathway way, Skill skill, Worker& worker);
  /// What platforms add to the gain with which this person seeks, USD.
  [[nodiscard]] double search_help(const MonthView& view, PersonId person, const population::Cell& cell, bool experienced) const;
  void find_recruiter(const MonthView& view, const population::Cell& cell, Seeker& seeker) const;
  [[nodiscard]] model::Liquidity means_of(const MonthView& view, const Seeker& seeker, UsdPerMonth home_wage) const;
  [[nodiscard]] Application evaluate(const MonthView& view, const Seeker& seeker) const;
  /// Whether this month's terms count the seeker's certificate in the market sought.
  [[nodiscard]] static bool skills_count_abroad(const MonthView& view, const Seeker& seeker, const model::PersonFacts& facts);
  /// The seats for certificates that somebody back home asks for this month.
  [[nodiscard]] std::optional<Seats> certificate_asked(const MonthView& view, const HomePerson& person) const;
  [[nodiscard]] bool asks_for_training(const MonthView& view, const Seeker& seeker) const;
  /// What a test that the job asks for comes to.
  [[nodiscard]] model::TestOutcome test_of(const MonthView& view, const Seeker& seeker) const;
  [[nodiscard]] static bool joins_fund(const MonthView& view, const Seeker& seeker, const model::MarketTerms& terms);
  void pay_death_benefit(const MonthView& view, std::uint32_t slot, Tally& tally) const;
  /// Whether a welfare fund brings a stranded worker home this month.
  [[nodiscard]] bool flown_by_fund(const MonthView& view, std::uint32_t slot) const;
  [[nodiscard]] static bool gives_up(const MonthView& view, const Seeker& seeker);
  void accept(const MonthView& view, const Application& application, Tally& tally);
  void defraud(const MonthView& view, const Application& application, Tally& tally);
  void report_false_offer(const MonthView& view, const Application& application, Tally& tally) const;
  void count_recruitment(const MonthView& view, const OnTheWay& traveller, Tally& tally) const;
  void leave_queue(const MonthView& view, const Seeker& seeker, Tally& tally);
  // work abroad
  struct Hire {
    Worker worker;
    model::Service service;
    double promised_usd = 0;
    bool substituted = false;
  };
  /// An employer, and what it does with those who come to it.
  struct Job {
    model::EmployerNumber employer;
    double quality = 0;
    float factor = 1;
    bool passport_kept = false, passport_refused = false, confined = false;
  };
  /// What the agency that places a worker does about employers.
  struct Screening {
    bool looks_at_findings = false;
    std::int32_t listed_after = 0;  ///< violations that list an employer, where a blacklist binds; 0: it does not
    std::int32_t listed_since = 0;  ///< month count: older findings list nobody
    double shift = 0;  ///< of the employer's quality, standard deviations
  };
  /// The employer that a worker comes to in a month, drawn for the purpose `why`.
  [[nodiscard]] Job job_of(const MonthView& view, const model::PersonFacts& facts, std::uint16_t market, std::int32_t month, Draw why,
                           Screening screening) const;
  /// What a worker meets on arrival.
  struct Conditions {
    std::uint16_t market = 0;
    model::Channel channel = model::Channel::registered;
    Job job;
    double promised_usd = 0;
    Cents wage = 0;
    bool substituted = false;
    bool screened = false;
    bool informed = false;
    bool skills_recognised = false;
  };
  [[nodiscard]] Conditions conditions_of(const MonthView& view, const Seeker& seeker, std::int32_t arrived) const;
  [[nodiscard]] Hire hire(const MonthView& view, const OnTheWay& traveller, std::int32_t departed) const;
  [[nodiscard]] model::Loan loan_of(const MonthView& view, const OnTheWay& traveller, const population::Cell& cell) const;
  void arrive(const MonthView& view, const OnTheWay& traveller, Tally& tally);
  void count_declaration(const MonthView& view, const Seeker& seeker, Tally& tally);
  std::uint32_t place(const MonthView& view, const Worker& worker, std::uint16_t market, Tally& tally);
  void schedule(std::uint32_t slot);
  /// `why` tells apart alarms that are set for one worker in one month.
  void set_alarm(const MonthView& view, std::uint32_t slot, Draw why);
  /// The same from a place on the market's clock, for who withstands so much hazard (exponential, mean 1).
  void set_alarm(const MonthView& view, std::uint32_t slot, double withstands, std::uint32_t from);
  void ring(const MonthView& view, std::uint32_t slot, int turn, Tally& tally);
  [[nodiscard]] bool rings(const MonthView& view, std::size_t slot, std::uint16_t market) const noexcept;
  void fetch_ahead(const std::vector<std::uint32_t>& slots, std::size_t place) const noexcept;
  void end_contract(const MonthView& view, std::uint32_t slot, Tally& tally);
  void renew(const MonthView& view, std::uint32_t slot, Cents wage, Tally& tally);
  void leave_at_end(const MonthView& view, std::uint32_t slot, bool target_reached, Tally& tally);
  void fall_ill(const MonthView& view, std::uint32_t slot, Tally& tally);
  void die(const MonthView& view, std::uint32_t slot, Tally& tally);
  // harm
  void suffer(const MonthView& view, std::uint32_t slot, model::EmploymentEvent event, Tally& tally);
  /// Whether a rule averts this event: thinned by a keyed chance, so that stricter rules avert the same events, and more.
  [[nodiscard]] bool is_averted(const MonthView& view, std::uint32_t slot, int turn, model::EmploymentEvent event) const;
  /// Whether workers may go to another employer, as far as this one is concerned: 0 to 1.
  [[nodiscard]] double free_to_move(const MonthView& view, std::uint32_t slot) const;
  [[nodiscard]] bool flees_to_shelter(const MonthView& view, std::uint32_t slot, Tally& tally);
  void begin_late_pay(const MonthView& view, std::uint32_t slot, Tally& tally);
  void withhold_wage(const MonthView& view, std::uint32_t slot, Tally& tally);
  void go_on_unpaid(const MonthView& view, std::uint32_t slot, Tally& tally);
  void review_forced_labour(const MonthView& view, std::uint32_t slot, Tally& tally);
  [[nodiscard]] bool has_channel(const MonthView& view, std::uint32_t slot, const model::MarketTerms& terms) const;
  void complain(const MonthView& view, std::uint32_t slot, model::Grievance grievance, Tally& tally);
  void drop_case(const MonthView& view, std::uint32_t slot, Tally& tally);
  void close_case(const MonthView& view, std::uint32_t slot, bool remedied, Tally& tally);
  // to another employer, out of a permit
  void ask_to_move(const MonthView& view, std::uint32_t slot, Tally& tally);
  void change_employer(const MonthView& view, std::uint32_t slot, Tally& tally);
  void begin_job(const MonthView& view, std::uint32_t slot, Draw why, Tally& tally);
  void become_irregular(const MonthView& view, std::uint32_t slot, model::Count how, Tally& tally);
  [[nodiscard]] bool buys_flexible_permit(const MonthView& view, std::uint32_t slot, const model::MarketTerms& terms, Tally& tally);
  void become_regular(const MonthView& view, std::uint32_t slot, Cents fee, Tally& tally);
  [[nodiscard]] Cents refinanced(const MonthView& view, std::uint32_t slot, Cents wage);
  void be_removed(const MonthView& view, std::uint32_t slot, Tally& tally);
  void go_home(const MonthView& view, std::uint32_t slot, model::ReturnReason reason, Tally& tally);
  [[nodiscard]] static std::uint64_t turn_out(const MonthView& view, PersonId person, std::int32_t held_since);
  [[nodiscard]] bool is_held_back(const MonthView& view, const OnTheWay& traveller, Tally& tally);
  [[nodiscard]] bool waits_for_a_seat(const MonthView& view, std::uint32_t slot, model::ReturnReason reason, Tally& tally);
  void lose_job(const MonthView& view, std::uint32_t slot, Tally& tally);
  void end_stranding(const MonthView& view, std::uint32_t slot, Tally& tally);
  [[nodiscard]] bool take_job(const MonthView& view, std::uint32_t slot, Tally& tally);
  void pay_for_treatment(const MonthView& view, std::uint32_t slot, Tally& tally);
  void borrow(const MonthView& view, std::uint32_t slot, Cents amount, Tally& tally);
  void pay_end_of_service(const MonthView& view, std::uint32_t slot, Tally& tally);
  void settle_at_return(const MonthView& view, std::uint32_t slot, model::ReturnReason reason, Tally& tally);
  [[nodiscard]] model::FundClaim claim_from_fund(const MonthView& view, std::uint32_t slot, Tally& tally);
  void pay_fund_claim(const MonthView& view, HomePerson& person, Tally& tally) const;
  void remove_worker(const MonthView& view, std::uint32_t slot, Tally& tally);
  void count_flows(const MonthView& view, const Worker& worker, std::uint16_t market, int sign, Tally& tally) const;
  void rebudget(const MonthView& view, std::uint32_t slot, Cents wage, Cents service, Tally& tally);
  void rebudget_repriced(const MonthView& view, Tally& tally);
  struct Sending {
    model::MonthlyBudget budget;
    model::Transfer way;
  };
  [[nodiscard]] Sending sending_of(const MonthView& view, std::uint32_t slot, Cents wage, Cents service) const;
  void take_savings(const MonthView& view, std::uint32_t slot, model::Count to, Tally& tally);
  void count_family(const MonthView& view, const Worker& worker, std::uint16_t market, int sign, Tally& tally) const;
  void assess_family(const MonthView& view, std::uint32_t slot);
  [[nodiscard]] Book book(const MonthView& view, PersonId person, std::size_t market, Tally& tally) const;
  // start
  struct Quotas;
  struct Stay {
    std::int32_t ends = 0, contract_ends = 0;  ///< month counts
    model::ReturnReason reason{};
    Cents saved = 0;                           ///< by the end of the stay, debts apart
    bool irregular = false;                    ///< past the permit
  };
  [[nodiscard]] Stay live_without_permit(const MonthView& view, const Seeker& seeker, const Conditions& conditions,
                                         std::int32_t arrived) const;
  static void overstay(const MonthView& view, const Conditions& conditions, UsdPerMonth home_wage, RandomStream& stream, Stay& stay);
  void start_origin(const MonthView& view, OriginId origin, Sex sex, const Exposure& exposure, const Entrances& entrances, Tally& tally);
  struct Visit {                 ///< somebody who may have left for the first time at a moment of the past
    double exposed = 0;          ///< months of search at an age factor of 1 until then
    double taste = 0, lot = 0;
    PersonId person;
  };
  void consider_for_start(const MonthView& view, const population::Candidate& candidate, int round, const Quotas& quotas,
                          std::vector<Visit>& visits) const;
  void start_person(const MonthView& view, const Visit& visit, int round, Quotas& quotas, Tally& tally);
  void keep_as_many_as_worked(const MonthView& view, Quotas& quotas, Tally& tally);
  void settle_in(const MonthView& view, const Career& career, Seeker seeker, Tally& tally);
  [[nodiscard]] Career live_career(const MonthView& view, PersonId person, double taste, Month first, const Entrances& entrances) const;
  [[nodiscard]] Career live_latest(const MonthView& view, PersonId person, const Quotas& quotas) const;
  [[nodiscard]] Stay live_stay(const MonthView& view, const Seeker& seeker, std::int32_t arrived) const;
  void start_worker(const MonthView& view, const Career& career, Seeker seeker, Tally& tally);
  void start_on_the_way(const MonthView& view, const Career& career, Seeker seeker, Tally& tally);
  // home
  void come_home(const MonthView& view, HomePerson person, Tally& tally);
  static void owe_at_home(const MonthView& view, HomePerson& person);
  void serve_debt(const MonthView& view, HomePerson& person, Tally& tally) const;
  // on leave with the job kept
  [[nodiscard]] bool goes_on_leave(const MonthView& view, std::uint32_t slot, model::ReturnReason reason, Tally& tally);
  void begin_leave(const MonthView& view, std::uint32_t slot, model::ReturnReason reason, std::int32_t due_back, bool is_return, Tally& tally);
  [[nodiscard]] static std::uint64_t turn_back(const MonthView& view, const OnLeave& leave);
  void go_back(const MonthView& view, const OnLeave& leave, Tally& tally);
  void be_on_leave(const MonthView& view, Tally& tally);
  [[nodiscard]] std::optional<model::ReturnReason> month_of_leave(const MonthView& view, OnLeave& leave, Tally& tally) const;
  void lose_kept_job(const MonthView& view, const OnLeave& leave, model::ReturnReason reason, Tally& tally);
  void start_home(const MonthView& view, const Career& career, const Seeker& seeker, bool settled, Tally& tally);
  void live_at_home(const MonthView& view, HomePerson& person, Tally& tally) const;
  void observe(const MonthView& view, HomePerson& person, Tally& tally) const;
  void decide_remigration(const MonthView& view, HomeLife& life, PersonId person, std::uint16_t market, bool leaves, Tally& tally) const;
  void count_home(const MonthView& view, const HomePerson& person, int sign, Tally& tally) const;
  [[nodiscard]] bool home_month(const MonthView& view, HomePerson& person, Tally& tally);

  /// What levers with conditions ask for of a person; only who it is where there is no such lever.
  [[nodiscard]] model::PersonFacts facts_of(const MonthView& view, PersonId person, int spells_before, Month arrived) const;
  [[nodiscard]] model::PersonFacts facts_of(const MonthView& view, const Seeker& seeker) const;
  [[nodiscard]] model::PersonFacts facts_of(const MonthView& view, const Worker& worker) const;
  [[nodiscard]] model::PersonFacts facts_of(const MonthView& view, const HomePerson& person) const;
  /// The terms and the rule on mobility that hold for a worker where the worker is.
  [[nodiscard]] const model::MarketTerms& terms_of(const MonthView& view, std::uint32_t slot) const;
  [[nodiscard]] MobilityNow mobility_of(const MonthView& view, std::uint32_t slot) const;
  [[nodiscard]] double share_abroad(const MonthView& view, PersonId person) const;
  [[nodiscard]] std::uint32_t community_at(const MonthView& view, PersonId person) const;
  /// G* of this person: best_gain_of, shifted by beliefs of the person and the community.
  [[nodiscard]] static bool kept_home(const MonthView& view, PersonId person, Sex sex, double share_of_community_abroad);
  [[nodiscard]] double believed_gain(const MonthView& view, PersonId person, const population::Cell& cell, bool experienced) const;
  [[nodiscard]] double belief_shift(const MonthView& view, PersonId person, const population::Cell& cell, bool experienced) const;
  void count_community(const MonthView& view, PersonId person, int sign);
  [[nodiscard]] bool is_away(std::uint64_t bit) const noexcept { return (away_[bit >> 6U] >> (bit & 63U) & 1U) != 0; }
  void set_away(std::uint64_t bit, bool away) noexcept {
    if (away) away_[bit >> 6U] |= std::uint64_t{1} << (bit & 63U);
    else away_[bit >> 6U] &= ~(std::uint64_t{1} << (bit & 63U));
  }
  [[nodiscard]] std::vector<std::uint32_t>& due(std::int32_t month);

  std::uint32_t number_;
  Month first_;
  std::vector<std::uint64_t> away_;            // bit set: not virtual, wherever the person is
  std::vector<std::uint32_t> communities_;     // by origin: how many in this block
  std::vector<std::uint32_t> community_begin_; // by origin: into community_abroad_
  std::vector<std::int32_t> community_abroad_;
  std::vector<float> community_size_;          // by origin: simulated persons in one
  Hearsay hearsay_;
  std::vector<Seeker> seekers_;
  std::vector<Application> applications_;
  std::vector<std::vector<Traveller>> departures_;   // by month
  std::vector<std::uint32_t> alarms_;          // hot: threshold on the market's clock
  std::vector<std::uint16_t> worker_market_;   // hot; `no_market` for a free slot
  std::vector<Worker> workers_;                // cold
  std::vector<std::uint32_t> free_;
  std::vector<std::uint32_t> ringing_;          // of this month
  std::vector<std::vector<std::uint32_t>> due_;     // by month: slots with a contract end or a last instalment
  std::vector<CaseRef> cases_;
  std::vector<CaseRef> stranded_;
  std::vector<Claim> claims_;                  // of the month
  std::vector<HomePerson> home_;
  std::vector<OnLeave> on_leave_;
};

}  // namespace sojourn::sim
