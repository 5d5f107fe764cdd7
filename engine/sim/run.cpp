#include "sim/run.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/bounds.hpp"

namespace sojourn::sim {

using model::Count;
using model::Stage;

Run::Run(const RunInput& input, const population::Cells& cells, const population::Candidates& candidates, Parallel& threads)
    : input_{input}, cells_{cells}, candidates_{candidates}, threads_{threads},
      markets_{input.base, input.fitted, input.parameters, input.policy, input.scale, input.origins, input.destinations, input.key},
      agencies_{markets_, input.key, input.start + -input.burn_in_months}, first_{input.start + -input.burn_in_months}, month_{first_}, rungs_(candidates.groups()),
      totals_(input.base.markets.size()), profile_totals_(input.base.origins.size() * skill_count * 2),
      month_counts_(input.base.markets.size()), month_profiles_(input.base.origins.size() * skill_count * 2),
      lines_(input.base.markets.size()), stocked_(input.base.markets.size()),
      settled_(input.base.origins.size() * 2), died_(input.base.origins.size() * 2), cutoffs_(input.base.markets.size()),
      orders_before_(input.base.markets.size()), waiting_before_(input.base.markets.size()), jobless_before_(input.base.markets.size()), kept_before_(input.base.markets.size()), beside_before_(input.base.markets.size()), fund_before_(input.base.markets.size()),
      backlog_(input.base.corridors.size()), corridor_stock_(input.base.corridors.size()),
      desk_loads_(input.base.corridors.size()),
      tables_{input.base, input.end - input.start + 1, input.start.year(), input.end.year()} {
  agency_reports_.resize(agencies_.count());
  const int months = input.end - first_ + 1;
  for (std::uint32_t b = 0; b < cells.blocks(); ++b) blocks_.emplace_back(b, cells, markets_, first_, months);
  for (int t = 0; t < threads.threads(); ++t) tallies_.emplace_back(input.base.markets.size(), input.base.origins.size(), agencies_.count());
  if (input_.trace != nullptr) input_.trace->begin(cells.blocks());
  start();
}

MonthView Run::view() {
  return {cells_, candidates_, rungs_, markets_, agencies_, backlog_, corridor_stock_, desk_loads_, employer_records_, input_.key, month_, input_.trace};
}

void Run::start() {
  // Gains and prices of the month before the first one, so that the start is drawn by the hazards that will act.
  markets_.begin_month(month_ + -1);
  for (std::size_t k = 0; k < markets_.count(); ++k) {
    markets_.at(k).open_orders = 0;
    markets_.at(k).new_orders = 0;
    markets_.at(k).paths = {};  // ways beside the usual one open with the first month
  }
  const MonthView now = view();
  const Exposure exposure{markets_};
  std::vector<Entrances> entrances;
  for (std::size_t o = 0; o < cells_.origins(); ++o) {
    for (const Sex sex : all_sexes) entrances.emplace_back(markets_, cells_, exposure, static_cast<OriginId>(o), sex, month_);
  }
  each_block([&](Block& block, Tally& tally) { block.start(now, exposure, entrances, tally); });
  // Queues do not begin empty: as many searches as two months without an order leave, about the length of a search.
  const Month first = month_;
  for (int earlier = months_before_start; earlier > 0; --earlier) {
    month_ = first + (-earlier);
    bound_candidates();
    const MonthView then = view();
    each_block([&](Block& block, Tally& tally) {
      block.decide(then, tally);
      block.at_home(then, tally);
    });
    each_block([&](Block& block, Tally&) { block.apply_for_orders(then); });
    each_block([&](Block& block, Tally& tally) { block.resolve_offers(then, cutoffs_, tally); });
  }
  month_ = first;
  collect();
}

Run Run::fork(const Policy& policy) const {
  Run other{*this};
  other.input_.policy = policy;
  other.markets_.set_policy(policy);
  other.observer_ = {};
  other.input_.trace = nullptr;
  return other;
}

bool Run::step() {
  if (month_ > input_.end) return false;
  markets_.begin_month(month_);
  agencies_.set_rules(markets_, month_);
  count_desk_loads();
  bound_candidates();
  told(Stage::environment);
  const MonthView now = view();
  if (markets_.any_alarms_anew()) each_block([&](Block& block, Tally&) { block.set_alarms_anew(now); });
  each_block([&](Block& block, Tally& tally) { block.decide(now, tally); });
  told(Stage::decision);
  train_seekers();
  match();
  told(Stage::recruitment);
  open_ways_out();
  open_ways_back();
  each_block([&](Block& block, Tally& tally) {
    block.depart(now, tally);
    block.go_back(now, tally);
  });
  told(Stage::deployment);
  each_block([&](Block& block, Tally& tally) { block.work(now, tally); });
  told(Stage::employment);
  send_home();
  each_block([&](Block& block, Tally& tally) { block.protect(now, tally); });
  told(Stage::protection);
  each_block([&](Block& block, Tally& tally) { block.repay(now, tally); });
  told(Stage::money);
  certify_skills();
  lend_to_returnees();
  each_block([&](Block& block, Tally& tally) { block.at_home(now, tally); });
  told(Stage::returning);
  collect();
  accrue_savings();
  close_markets();
  told(Stage::feedback);
  record();
  if (month_ >= input_.start) markets_.watch(month_, month_counts_);
  told(Stage::recording);
  month_ = month_ + 1;
  return month_ <= input_.end;
}

void Run::bound_candidates() {
  for (std::size_t o = 0; o < cells_.origins(); ++o) {
    const auto origin = static_cast<OriginId>(o);
    double densest = 0;
    for (const Block& block : blocks_) densest = std::max(densest, block.densest_community(origin));
    const double network = model::network_index(densest, false, input_.parameters);
    for (const Sex sex : all_sexes) bound_hazards(markets_, candidates_, origin, sex, 0, false, network, rungs_);
  }
}

// Orders go down the ranking of all blocks together: the cutoff of a market's way is the rank of the last applicant who fills
// one. Queues stand one way after another, each by market.
void Run::match() {
  const MonthView now = view();
  each_block([&](Block& block, Tally&) { block.apply_for_orders(now); });
  using Place = std::pair<double, std::uint64_t>;
  const std::size_t queues = markets_.count() * (markets_.any_pathway() ? 1 + model::pathway_kinds : 1);
  const auto queue_of = [&](const Application& application) {
    return static_cast<std::size_t>(application.way) * markets_.count() + application.market;
  };
  cutoffs_.assign(queues, {});
  std::vector<std::uint32_t> begin(queues + 1);
  for (const Block& block : blocks_) {
    for (const Application& application : block.applications()) {
      if (application.fills_an_order()) ++begin[queue_of(application) + 1];
    }
  }
  for (std::size_t q = 0; q < queues; ++q) begin[q + 1] += begin[q];
  std::vector<Place> places(begin.back());
  std::vector<std::uint32_t> next{begin.begin(), begin.end() - 1};
  for (const Block& block : blocks_) {
    for (const Application& application : block.applications()) {
      if (application.fills_an_order()) places[next[queue_of(application)]++] = {application.rank, application.key};
    }
  }
  for (std::size_t q = 0; q < queues; ++q) {
    const MarketNow& market = markets_[q % markets_.count()];
    const auto orders = static_cast<std::size_t>(
        std::max<std::int64_t>(0, orders_of_way(market, static_cast<model::Pathway>(q / markets_.count()))));
    if (orders == 0 || begin[q + 1] - begin[q] <= orders) continue;
    const auto first = places.begin() + begin[q], last = places.begin() + begin[q + 1];
    const auto marginal = first + static_cast<std::ptrdiff_t>(orders - 1);
    std::nth_element(first, marginal, last, std::greater<>{});
    cutoffs_[q] = {marginal->first, marginal->second};
  }
  each_block([&](Block& block, Tally& tally) { block.resolve_offers(now, cutoffs_, tally); });
  for (std::size_t q = markets_.count(); q < queues; ++q) {
    PathwayOrders& orders = markets_.at(q % markets_.count()).paths.by_place[q / markets_.count() - 1];
    if (orders.places <= 0) continue;
    const std::int64_t applicants = begin[q + 1] - begin[q];
    orders.match(applicants, std::min(applicants, orders.open));
  }
}

void Run::collect() {
  for (std::size_t t = 1; t < tallies_.size(); ++t) tallies_[0].add(tallies_[t]);
  Tally& all = tallies_[0];
  std::swap(month_counts_, all.markets);
  std::swap(lines_, all.lines);
  std::swap(month_profiles_, all.profiles);
  std::swap(costs_, all.costs);
  std::swap(agency_reports_, all.agencies);
  employer_records_.add(std::move(all.findings), month_.count());
  all.findings.clear();
  const auto carry_stocks = [](Counts& month, Counts& totals, Lines where) {
    Lines stocked = 0;
    each_line(where, [&](std::size_t begin, std::size_t end) {
      std::int64_t any = 0;
      for (std::size_t s = begin; s < std::min(end, model::stock_kinds); ++s) any |= month[s] = totals[s] += month[s];
      if (any != 0) stocked |= Lines{1} << (begin / kinds_per_line);
    });
    return stocked;
  };
  for (std::size_t k = 0; k < month_counts_.size(); ++k) {
    stocked_[k] = carry_stocks(month_counts_[k], totals_[k], lines_[k] | stocked_[k]);
    lines_[k] |= stocked_[k];
  }
  for (std::size_t p = 0; p < month_profiles_.size(); ++p) carry_stocks(month_profiles_[p], profile_totals_[p], every_line);
  for (std::size_t i = 0; i < settled_.size(); ++i) {
    settled_[i] += all.settled[i];
    died_[i] += all.died[i];
  }
  for (Tally& tally : tallies_) tally.clear();
}

// What a month adds to the savings that workers hold: flows in force less what was withheld of them, and wages recovered.
void Run::accrue_savings() {
  const auto accrue = [](Counts& month, Counts& totals) {
    constexpr std::size_t held = model::index(Count::savings_held);
    totals[held] += month[model::index(Count::saved_in_force)] - month[model::index(Count::withheld_saved_cents)] +
                    month[model::index(Count::recovered_cents)];
    month[held] = totals[held];
    return month[held] != 0;
  };
  for (std::size_t k = 0; k < month_counts_.size(); ++k) {
    if (lines_[k] == 0 || !accrue(month_counts_[k], totals_[k])) continue;
    stocked_[k] |= line_of(Count::savings_held);
    lines_[k] |= line_of(Count::savings_held);
  }
  for (std::size_t p = 0; p < month_profiles_.size(); ++p) accrue(month_profiles_[p], profile_totals_[p]);
}

// Who has left on balance since the first month, by origin and skill: what home wages may answer to.
void Run::follow_outflow() {
  const std::size_t groups = input_.base.origins.size() * skill_count;
  std::vector<std::int64_t> abroad(groups);
  for (std::size_t profile = 0; profile < month_profiles_.size(); ++profile) {
    abroad[profile / 2] += month_profiles_[profile][model::index(Count::stock_abroad)];
  }
  if (abroad_at_start_.empty()) {
    abroad_at_start_ = abroad;
    people_.resize(groups);
    for (std::size_t c = 0; c < cells_.count(); ++c) {
      const int age = cells_.age(cells_[c], month_);
      if (age < population::youngest_age || age > population::oldest_age) continue;
      people_[index(cells_[c].origin) * skill_count + index(cells_[c].skill)] += std::int64_t{cells_.slice(c)} * cells_.blocks();
    }
  }
  for (std::size_t g = 0; g < groups; ++g) {
    if (people_[g] == 0) continue;
    const double share = static_cast<double>(abroad[g] - abroad_at_start_[g]) / static_cast<double>(people_[g]);
    markets_.set_net_outflow(static_cast<OriginId>(g / skill_count), static_cast<Skill>(g % skill_count), share);
  }
}

// Who stands before the desks that levers keep for the workers of a corridor.
void Run::count_desk_load(const MarketNow& market, const Counts& counts) {
  const auto of = [&counts](Count kind) { return static_cast<double>(counts[model::index(kind)]); };
  const auto served = [&](double model::MarketTerms::* term) { return markets_.share_served(market, term); };
  // A market that attaches do not serve counts whole: they are among all workers of the corridor.
  const auto near_all = [&](double model::MarketTerms::* term) {
    const double share = served(term);
    return share > 0 ? share : 1.0;
  };
  model::DeskLoad& load = desk_loads_[index(market.corridor)];
  load.stock += of(Count::stock_abroad) * near_all(&model::MarketTerms::attaches);
  if (market.sex == Sex::women) load.women_stock += of(Count::stock_abroad) * near_all(&model::MarketTerms::women_attaches);
  load.waiting += of(Count::waiting_cases) * served(&model::MarketTerms::desk_cases_per_month);
  load.attache_waiting += of(Count::waiting_cases) * served(&model::MarketTerms::attache_cases_per_month);
  load.women_waiting += of(Count::waiting_cases) * served(&model::MarketTerms::women_attache_cases_per_month);
  load.committee_waiting += of(Count::waiting_cases) * served(&model::MarketTerms::committee_meetings_per_year);
  load.hurt += (of(Count::threat_events) + of(Count::violence_events)) * served(&model::MarketTerms::gbvh_reached);
}

// What no person's event counted.
void Run::note(std::size_t market, Count kind, std::int64_t n) {
  if (n == 0) return;
  month_counts_[market][model::index(kind)] = n;
  lines_[market] |= line_of(kind);
}

// By this month's terms, so that a desk works from its first month on.
void Run::count_desk_loads() {
  std::ranges::fill(desk_loads_, model::DeskLoad{});
  for (std::size_t k = 0; k < markets_.count(); ++k) {
    if (markets_[k].any_desk) count_desk_load(markets_[k], month_counts_[k]);
  }
}

void Run::close_markets() {
  static constexpr Counts nobody{};  // for markets without any: those of the month would have to be fetched
  const std::size_t n = markets_.count();
  Markets::Closing closing;
  for (auto* list : {&closing.stock, &closing.in_pipeline, &closing.exits, &closing.payable_applicants, &closing.matched,
                     &closing.hired, &closing.hired_again}) list->resize(n);
  std::ranges::fill(backlog_, 0.0);
  std::ranges::fill(corridor_stock_, 0.0);
  for (std::size_t k = 0; k < n; ++k) {
    const Counts& counts = lines_[k] != 0 ? month_counts_[k] : nobody;
    const auto of = [&counts](Count kind) { return counts[model::index(kind)]; };
    MarketNow& market = markets_.at(k);
    market.irregular_stock = of(Count::irregular_stock);
    const std::int64_t matched = of(Count::matched) - market.paths.sum(&PathwayOrders::filled);
    market.open_orders -= matched;
    if (market.paths.in_use) {
      for (PathwayOrders& orders : market.paths.by_place) orders.lapse(input_.parameters.order_lapse_per_month);
    }
    market.lapse_carry += model::lapsing_orders({.open = market.open_orders, .tightness = market.tightness}, input_.parameters);
    const auto lapsed = static_cast<std::int64_t>(market.lapse_carry);
    market.lapse_carry -= static_cast<double>(lapsed);
    closing.matched[k] = matched;
    closing.hired[k] = of(Count::matched);
    closing.hired_again[k] = of(Count::repeat_matched);
    // Who is stranded without a job is no employer's: left when the job went, and leaves no job when going home. Jobs that
    // a shock takes are gone: they are no turnover to replace, and only the gap to the desired stock fills them again.
    const std::int64_t jobless = of(Count::stranded_without_job);
    closing.stock[k] = of(Count::stock_abroad) - jobless;
    closing.in_pipeline[k] = of(Count::on_the_way);
    closing.payable_applicants[k] = of(Count::payable_applicants);
    closing.exits[k] = of(Count::deaths) + jobless - jobless_before_[k] - of(Count::jobs_lost_to_shock);
    for (const Count reason : model::return_counts) closing.exits[k] += of(reason);
    jobless_before_[k] = jobless;
    // A job that is kept is filled: going on leave is no exit and coming back no hire; only a job given up or ended is one.
    const std::int64_t kept = of(Count::on_home_leave);
    closing.stock[k] += kept;
    closing.exits[k] -= kept - kept_before_[k] + of(Count::back_at_kept_job) - of(Count::caught_on_leave);
    kept_before_[k] = kept;
    // Places beside employers' orders are none of their posts.
    const std::int64_t beside = of(Count::pathway_workers);
    closing.stock[k] -= beside;
    closing.in_pipeline[k] -= of(Count::pathway_on_the_way);
    closing.exits[k] -= beside_before_[k] + of(Count::pathway_deployments) - beside;
    beside_before_[k] = beside;
    market.returned = {};
    for (std::size_t reason = 0; reason < model::return_counts.size(); ++reason) {
      market.returned[static_cast<std::size_t>(model::return_class(static_cast<model::ReturnReason>(reason)))] += of(model::return_counts[reason]);
    }
    note(k, Count::orders_new, market.new_orders + market.paths.sum(&PathwayOrders::added));
    note(k, Count::orders_lapsed, lapsed + market.paths.sum(&PathwayOrders::withdrawn));
    note(k, Count::nationals_in_posts, std::llround(markets_.nationals_at(k)));
    note(k, Count::posts_closed, std::llround(markets_.posts_closed_at(k)));
    backlog_[index(market.corridor)] += static_cast<double>(of(Count::waiting_cases));
    corridor_stock_[index(market.corridor)] += static_cast<double>(of(Count::stock_abroad));
  }
  close_passages();
  markets_.end_month(month_, closing);
  agencies_.end_month(month_, agency_reports_);
  for (std::size_t o = 0; o < input_.base.origins.size(); ++o) {
    markets_.set_concentration(static_cast<OriginId>(o), agencies_.concentration(static_cast<OriginId>(o)));
  }
  for (std::size_t k = 0; k < n; ++k) {
    MarketNow& market = markets_.at(k);
    const model::ShortList list = market.any_rule ? agencies_.list_of(market.origin, market.terms[index(market.lowest)]) : model::ShortList{};
    market.listed_concentration = list.enforcement > 0 ? agencies_.concentration(market.origin, list) : -1.0;
  }
  if (input_.parameters.home_wage_outflow_elasticity > 0) follow_outflow();
  for (std::size_t k = 0; k < n; ++k) {
    MarketNow& market = markets_.at(k);
    market.open_orders -= month_counts_[k][model::index(Count::orders_lapsed)] - market.paths.sum(&PathwayOrders::withdrawn);
    note(k, Count::open_orders, market.all_open_orders());
  }
}

void Run::record() {
  audit_persons();
  audit_money();
  audit_agencies();
  audit_register();
  for (std::size_t k = 0; k < orders_before_.size(); ++k) {
    orders_before_[k] = markets_[k].all_open_orders();
    waiting_before_[k] = lines_[k] != 0 ? month_counts_[k][model::index(Count::waiting_cases)] : 0;
    fund_before_[k] = lines_[k] != 0 ? month_counts_[k][model::index(Count::wage_fund_due_cents)] : 0;
  }
  if (month_ < input_.start) return;
  tables_.digest = chain_digest(tables_.digest, month_counts_, lines_);
  fold_month(tables_, input_.base, month_ - input_.start, month_.year(), month_counts_, lines_, month_profiles_, costs_);
}

}  // namespace sojourn::sim
