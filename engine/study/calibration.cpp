#include "study/calibration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <tuple>

#include "io/digest.hpp"
#include "sim/regime.hpp"
#include "sim/run.hpp"
#include "study/version.hpp"

namespace sojourn::study {
namespace {

using model::Count;

constexpr double prior_taste_mean_men = 1.0, prior_taste_mean_women = 1.5;  // assumed; where the search begins
constexpr double prior_accepted_per_search = 0.3;                            // assumed, where the search begins
constexpr double prior_search_months = 3;                                    // the same
constexpr double prior_rent_residual = -1.0;                                 // EQUATIONS 5.4: others N(-1, 1.3)
constexpr double most_market_constant_usd = 25'000;
constexpr double most_residual = 6.0;
constexpr int supply_passes = 8;    // in which applicants are found before orders are lifted for want of them
constexpr int levels_from = 12;   // month of a pass from which flows and stays are looked at: the queues have filled
constexpr int quiet_months = 12;  // of a pass, in which queues fill: the controllers wait

bool is_domestic(const model::Market& market) { return market.sector == Sector::domestic_work; }

// Slow where the gap is small, so that the lag of queues and contracts does not swing; faster beyond a factor of e.
double paced(double gap, double near, double far) {
  const double beyond = std::max(0.0, std::abs(gap) - 1.0);
  return std::copysign(near * std::min(std::abs(gap), 1.0) + far * std::min(beyond, 1.0), gap);
}

// A mean that forgets over `months`.
struct Smoothed {
  double top = 0, bottom = 0;
  void observe(double more_top, double more_bottom, double months) {
    top += more_top - top / months;
    bottom += more_bottom - bottom / months;
  }
  [[nodiscard]] double value(double otherwise) const { return bottom > 0 ? top / bottom : otherwise; }
};

/// The controllers: each moves one constant a little every month, by what the month showed.
class Fitter {
 public:
  Fitter(const model::BaseYear& base, const model::Parameters& parameters);
  /// The next pass stands for `scale` persons each.
  void set_scale(int scale);
  void observe(sim::Run& run, int pass, int month, double gain);
  [[nodiscard]] model::FittedConstants finish(const sim::Run& run) const;

 private:
  struct Pool {            // markets that share one controller
    std::vector<std::size_t> markets;
    double expected_stock = 0;
    double uplift = 0;
    Smoothed stay;         // exits over stock / mean stay
    Smoothed hires;        // departures over what holds the stock
    double logit_shift = 0;
  };
  struct CostGroup {       // corridors of one origin and sex that share a published cost
    std::vector<std::size_t> corridors;
    double target_months = 0;
    Smoothed cost;
    double residual = prior_rent_residual;
  };
  struct CrowdPool {       // markets whose crowding one constant holds: a corridor's, an origin's sector's, or one alone
    std::vector<std::size_t> markets;
    double constant = 0;
  };
  void make_pools();
  void make_cost_groups();
  void make_crowds();
  void observe_choices(const sim::Run& run);
  void fit_tastes(sim::Run& run, double gain);
  void fit_stays(sim::Run& run);
  void fit_orders(sim::Run& run, double gain);
  void set_order_weights(model::FittedConstants& fitted) const;
  void fit_rents(sim::Run& run, double gain);
  void fit_accepted(sim::Run& run);

  const model::BaseYear& base_;
  const model::Parameters& parameters_;
  int scale_ = 1;
  std::vector<double> flow_, first_logit_;
  std::vector<Pool> pools_;         // by corridor, sex, domestic or not
  std::vector<Pool> cells_;         // by demand cell, made with the first run
  std::vector<CrowdPool> crowds_;   // by corridor and sex, by origin, sector and sex, and each market
  std::vector<CostGroup> costs_;
  std::vector<std::array<Smoothed, 2>> reach_, origin_reach_;
  std::vector<double> employer_cost_;
  std::vector<Smoothed> crowding_;  // by market: applicants over orders
  std::vector<double> searches_wanted_, searches_expected_;  // by market, a month: what crowding asks for, what people's choices give
  std::vector<std::array<Smoothed, 2>> accepted_;  // searches that end in an accepted order, by origin and sex, first and repeat
  std::vector<Smoothed> search_;    // seekers over searches begun: months of one
};

Fitter::Fitter(const model::BaseYear& base, const model::Parameters& parameters)
    : base_{base}, parameters_{parameters}, reach_(base.corridors.size()), origin_reach_(base.origins.size()),
      employer_cost_(base.markets.size()), crowding_(base.markets.size()), searches_wanted_(base.markets.size()),
      searches_expected_(base.markets.size()), accepted_(base.origins.size() * 2), search_(base.origins.size() * 2) {
  for (const model::Market& market : base.markets) {
    const model::Corridor& corridor = base.corridor(market.corridor);
    flow_.push_back(market.workers.value / corridor.mean_stay_months);
    const double renewal = sim::regime_of(corridor, base.destination(corridor.destination), market.sex, parameters).renewal;
    first_logit_.push_back(std::log(std::max(renewal, 0.01) / (1.0 - renewal)));
  }
  make_pools();
  make_cost_groups();
  make_crowds();
}

void Fitter::set_scale(int scale) {
  const double finer = static_cast<double>(scale_) / scale;
  scale_ = scale;
  const auto rescale = [finer](auto& all) {
    for (Smoothed& sum : all) {
      sum.top *= finer;
      sum.bottom *= finer;
    }
  };
  rescale(crowding_);
  rescale(search_);
  for (auto& sums : accepted_) rescale(sums);
  for (auto* pools : {&pools_, &cells_}) {
    for (Pool& pool : *pools) {
      for (Smoothed* sum : {&pool.stay, &pool.hires}) {
        sum->top *= finer;
        sum->bottom *= finer;
      }
    }
  }
  for (auto* reaches : {&reach_, &origin_reach_}) {
    for (auto& sums : *reaches) rescale(sums);
  }
  for (CostGroup& group : costs_) {
    group.cost.top *= finer;
    group.cost.bottom *= finer;
  }
}

void Fitter::make_pools() {
  std::map<std::tuple<std::size_t, std::size_t, bool>, std::size_t> place;
  for (std::size_t k = 0; k < base_.markets.size(); ++k) {
    const model::Market& market = base_.markets[k];
    const auto key = std::tuple{index(market.corridor), index(market.sex), is_domestic(market)};
    const auto [found, fresh] = place.try_emplace(key, pools_.size());
    if (fresh) pools_.emplace_back();
    pools_[found->second].markets.push_back(k);
    pools_[found->second].expected_stock += market.workers.value;
  }
}

void Fitter::make_crowds() {
  std::map<std::tuple<int, std::size_t, std::size_t, std::size_t>, std::size_t> place;
  for (std::size_t k = 0; k < base_.markets.size(); ++k) {
    const model::Market& market = base_.markets[k];
    const std::size_t origin = index(base_.corridor(market.corridor).origin), sex = index(market.sex);
    for (const auto& key : {std::tuple{0, index(market.corridor), sex, std::size_t{0}}, std::tuple{1, origin, sex, index(market.sector)}, std::tuple{2, k, sex, std::size_t{0}}}) {
      const auto [found, fresh] = place.try_emplace(key, crowds_.size());
      if (fresh) crowds_.emplace_back();
      crowds_[found->second].markets.push_back(k);
    }
  }
}

void Fitter::make_cost_groups() {
  std::map<std::tuple<std::size_t, std::size_t, double>, std::size_t> place;
  for (std::size_t c = 0; c < base_.corridors.size(); ++c) {
    for (std::size_t x = 0; x < 2; ++x) {
      const double target = base_.corridors[c].recruitment_cost_months[x].value;
      if (target == 0) continue;
      const auto [found, fresh] = place.try_emplace({index(base_.corridors[c].origin), x, target}, costs_.size());
      if (fresh) costs_.push_back({.corridors = {}, .target_months = target, .cost = {}});
      costs_[found->second].corridors.push_back(c * 2 + x);
    }
  }
}

void Fitter::observe(sim::Run& run, int pass, int month, double gain) {
  if (gain <= 0) return;
  for (std::size_t k = 0; k < employer_cost_.size(); ++k) {
    const double now = run.markets()[k].employer_cost;
    employer_cost_[k] = employer_cost_[k] == 0 ? now : employer_cost_[k] + (now - employer_cost_[k]) / 12.0;
  }
  fit_tastes(run, gain);
  if (month >= levels_from) {
    fit_stays(run);
    fit_orders(run, pass < supply_passes ? 0.0 : gain);
  }
  fit_rents(run, gain);
  fit_accepted(run);
}

// How many searches succeed: the start thins the willing of years past by it.
void Fitter::fit_accepted(sim::Run& run) {
  std::vector<std::array<std::array<double, 2>, 2>> sums(accepted_.size());
  std::vector<double> seekers(accepted_.size());
  for (std::size_t k = 0; k < base_.markets.size(); ++k) {
    const auto of = [&](Count kind) { return static_cast<double>(run.counts()[k][model::index(kind)]); };
    auto& sum = sums[index(base_.corridor(base_.markets[k].corridor).origin) * 2 + index(base_.markets[k].sex)];
    seekers[static_cast<std::size_t>(&sum - sums.data())] += of(Count::seekers);
    sum[0][0] += of(Count::matched) - of(Count::repeat_matched);
    sum[0][1] += of(Count::spells_begun) - of(Count::repeat_spells);
    sum[1][0] += of(Count::repeat_matched);
    sum[1][1] += of(Count::repeat_spells);
  }
  for (std::size_t p = 0; p < sums.size(); ++p) {
    search_[p].observe(seekers[p], sums[p][0][1] + sums[p][1][1], 36);
    if (search_[p].bottom >= 10) run.markets().fitted().search_months[p / 2][p % 2] = search_[p].value(1.0);
    for (std::size_t e = 0; e < 2; ++e) {
      accepted_[p][e].observe(sums[p][e][0], sums[p][e][1], 36);
      if (accepted_[p][e].bottom < 10) continue;
      run.markets().fitted().accepted_per_search[p / 2][p % 2][e] = std::clamp(accepted_[p][e].value(1.0), 0.01, 1.0);
    }
  }
}

// Searches of each market as chances, not as drawn: for corridors of which a simulated month shows nobody.
void Fitter::observe_choices(const sim::Run& run) {
  const sim::Markets& markets = run.markets();
  for (std::size_t o = 0; o < base_.origins.size(); ++o) {
    for (std::size_t x = 0; x < 2; ++x) {
      const auto& all = markets.of(static_cast<OriginId>(o), static_cast<Sex>(x));
      double orders = 0, begun = 0;
      for (const std::uint32_t k : all) {
        searches_wanted_[k] = markets[k].recent_orders * target_tightness(base_, base_.markets[k]);
        orders += searches_wanted_[k];
        searches_expected_[k] = 0;
      }
      for (std::size_t s = 0; s < skill_count; ++s) {
        const sim::Counts& counts = run.profile_counts()[(o * skill_count + s) * 2 + x];
        const auto spells = static_cast<double>(counts[model::index(Count::spells_begun)]);
        double weights = 0;
        for (const std::uint32_t k : all) weights += markets[k].weight[s][0];
        if (weights <= 0) continue;
        for (const std::uint32_t k : all) searches_expected_[k] += spells * markets[k].weight[s][0] / weights;
        begun += spells;
      }
      if (orders <= 0) continue;
      for (const std::uint32_t k : all) searches_wanted_[k] *= begun / orders;
    }
  }
}

// Taste means hold the crowding of an origin and sex; market constants that of its corridors and of its sectors around it.
void Fitter::fit_tastes(sim::Run& run, double gain) {
  model::FittedConstants& fitted = run.markets().fitted();
  observe_choices(run);
  for (std::size_t k = 0; k < crowding_.size(); ++k) {
    crowding_[k].observe(run.markets()[k].crowding.applicants, run.markets()[k].crowding.orders, 36);
  }
  for (CrowdPool& pool : crowds_) {
    double applicants = 0, orders = 0, wanted = 0, searches_wanted = 0, searches_expected = 0;
    for (const std::size_t k : pool.markets) {
      const model::Tightness& crowding = run.markets()[k].crowding;
      applicants += crowding.applicants;
      orders += crowding.orders;
      wanted += crowding.orders * target_tightness(base_, base_.markets[k]);
      searches_wanted += searches_wanted_[k];
      searches_expected += searches_expected_[k];
    }
    const double trust = orders / (orders + 5.0);
    double gap = wanted > 0 ? trust * std::log(wanted / std::max(applicants, 0.03 * wanted)) : 0.0;
    if (searches_wanted > 0) gap += (1 - trust) * std::log(searches_wanted / std::max(searches_expected, 0.001 * searches_wanted));
    pool.constant = std::clamp(pool.constant + gain * parameters_.search_scale_usd * paced(gap, 0.04, 0.12), -most_market_constant_usd, most_market_constant_usd);
  }
  std::ranges::fill(fitted.market_constant_usd, 0.0);
  for (const CrowdPool& pool : crowds_) {
    for (const std::size_t k : pool.markets) fitted.market_constant_usd[k] += pool.constant;
  }
  for (std::size_t o = 0; o < base_.origins.size(); ++o) {
    for (std::size_t x = 0; x < 2; ++x) {
      double applicants = 0, orders = 0, wanted = 0, constants = 0, weights = 0;
      const auto& markets = run.markets().of(static_cast<OriginId>(o), static_cast<Sex>(x));
      for (const std::uint32_t k : markets) {
        const model::Tightness& crowding = run.markets()[k].crowding;
        applicants += crowding.applicants;
        orders += crowding.orders;
        wanted += crowding.orders * target_tightness(base_, base_.markets[k]);
        constants += fitted.market_constant_usd[k] * flow_[k];
        weights += flow_[k];
      }
      if (orders <= 0) continue;
      for (const std::uint32_t k : markets) {
        fitted.market_constant_usd[k] = std::clamp(fitted.market_constant_usd[k] - constants / weights, -most_market_constant_usd, most_market_constant_usd);
      }
      const double gap = std::log(std::max(applicants, 0.02 * orders) / wanted);
      fitted.taste_mean[o][x] = std::clamp(fitted.taste_mean[o][x] + gain * paced(gap, 0.006, 0.03), -3.5, 5.0);
    }
  }
}

// Exits over stock must be one over the mean stay.
void Fitter::fit_stays(sim::Run& run) {
  for (Pool& pool : pools_) {
    double exits = 0, expected = 0;
    for (const std::size_t k : pool.markets) {
      const sim::Counts& counts = run.counts()[k];
      for (const Count kind : {Count::returns_violation, Count::returns_job_loss, Count::returns_own, Count::returns_contract, Count::returns_age, Count::returns_crisis, Count::deaths}) {
        exits += static_cast<double>(counts[model::index(kind)]);
      }
      expected += static_cast<double>(counts[model::index(Count::stock_abroad)]) / base_.corridor(base_.markets[k].corridor).mean_stay_months;
    }
    pool.stay.observe(exits, expected, 36);
    const double trust = pool.stay.bottom / (pool.stay.bottom + 30.0);
    pool.logit_shift = std::clamp(pool.logit_shift + 0.03 * trust * (pool.stay.value(1.0) - 1.0), -3.0, 3.0);
    for (const std::size_t k : pool.markets) run.markets().fitted().stay_logit[k] = first_logit_[k] + pool.logit_shift;
  }
}

// Where orders stay unfilled the share of orders and the desired stock must lie above what is to be held.
void Fitter::fit_orders(sim::Run& run, double gain) {
  model::FittedConstants& fitted = run.markets().fitted();
  const auto missing = [&](const std::vector<std::size_t>& markets, double expected) {
    double stock = 0;
    for (const std::size_t k : markets) stock += static_cast<double>(run.counts()[k][model::index(Count::stock_abroad)]);
    return (expected - stock) / (expected + 20.0);
  };
  for (Pool& pool : pools_) {
    double hires = 0, wanted = 0, stock = 0;
    for (const std::size_t k : pool.markets) {
      hires += static_cast<double>(run.counts()[k][model::index(Count::deployments)]);
      stock += static_cast<double>(run.counts()[k][model::index(Count::stock_abroad)]);
      wanted += flow_[k] / scale_;
    }
    const double short_of = pool.expected_stock > 0 ? (pool.expected_stock / scale_ - stock) / (pool.expected_stock / scale_ + 20.0) : 0.0;
    pool.hires.observe(hires, wanted * (1.0 + 0.5 * std::clamp(short_of, -0.5, 0.5)), 12);
    const double trust = pool.hires.bottom / (pool.hires.bottom + 20.0);
    pool.uplift = std::clamp(pool.uplift + (gain > 0 ? 0.02 * std::max(gain, 0.3) : 0.0) * trust * std::clamp(1.0 - pool.hires.value(1.0), -1.0, 1.0), -0.8, 4.0);
  }
  if (cells_.empty()) {
    for (const sim::DemandCell& cell : run.markets().demand()) {
      Pool pool;
      for (const std::uint32_t k : cell.markets) {
        pool.markets.push_back(k);
        pool.expected_stock += base_.markets[k].workers.value;
      }
      cells_.push_back(std::move(pool));
    }
  }
  for (Pool& cell : cells_) {
    cell.uplift = std::clamp(cell.uplift + (gain > 0 ? 0.04 * std::max(gain, 0.25) : 0.0) * missing(cell.markets, cell.expected_stock / scale_), -0.3, 1.5);
    for (const std::size_t k : cell.markets) fitted.desired_stock[k] = base_.markets[k].workers.value * (1.0 + cell.uplift);
  }
  set_order_weights(fitted);
  run.markets().refresh_demand_base();
}

// Shares of orders at the costs of now, so that a composite order costs one: shares of flows, lifted where orders stay open.
void Fitter::set_order_weights(model::FittedConstants& fitted) const {
  std::vector<double> share(base_.markets.size());
  for (const Pool& pool : pools_) {
    for (const std::size_t k : pool.markets) share[k] = flow_[k] * (1.0 + pool.uplift);
  }
  for (const Pool& cell : cells_) {
    double sum = 0;
    for (const std::size_t k : cell.markets) sum += share[k];
    for (const std::size_t k : cell.markets) {
      fitted.order_weight[k] = share[k] / sum * std::pow(employer_cost_[k], parameters_.origin_substitution);
    }
  }
}

// The share of the surplus that intermediaries take, so that new hires pay what surveys found.
void Fitter::fit_rents(sim::Run& run, double gain) {
  std::vector<std::array<double, 4>> sums(base_.corridors.size() * 2);
  for (std::size_t k = 0; k < base_.markets.size(); ++k) {
    auto& sum = sums[index(base_.markets[k].corridor) * 2 + index(base_.markets[k].sex)];
    const auto of = [&](Count kind) { return static_cast<double>(run.counts()[k][model::index(kind)]); };
    sum[0] += of(Count::cost_millimonths) / 1000.0;
    sum[1] += of(Count::deployments);
    sum[2] += of(Count::payable_rent_reach_cents);
    sum[3] += of(Count::payable_surplus_cents);
  }
  model::FittedConstants& fitted = run.markets().fitted();
  for (std::size_t c = 0; c < base_.corridors.size(); ++c) {
    for (std::size_t x = 0; x < 2; ++x) {
      reach_[c][x].observe(sums[c * 2 + x][2], sums[c * 2 + x][3], 36);
      origin_reach_[index(base_.corridors[c].origin)][x].observe(sums[c * 2 + x][2], sums[c * 2 + x][3], 36 * 10);
      const double origin = origin_reach_[index(base_.corridors[c].origin)][x].value(0.5);
      fitted.rent_reach[c][x] = reach_[c][x].bottom > 0 ? reach_[c][x].value(origin) : origin;
    }
  }
  for (CostGroup& group : costs_) {
    double months = 0, hires = 0;
    for (const std::size_t place : group.corridors) {
      months += sums[place][0];
      hires += sums[place][1];
    }
    group.cost.observe(months, hires, 12);
    if (group.cost.bottom < 5) continue;
    const double found = std::max(0.05, group.cost.value(group.target_months));
    const double wanted = std::max(0.05, group.target_months);  // a family that is paid: no rent is low enough
    group.residual = std::clamp(group.residual + gain * 0.05 * std::clamp(std::log(wanted / found), -1.0, 1.0), -most_residual, most_residual);
    for (const std::size_t place : group.corridors) fitted.rent_residual[place / 2][place % 2] = group.residual;
  }
}

model::FittedConstants Fitter::finish(const sim::Run& run) const {
  model::FittedConstants fitted = run.markets().fitted();
  for (std::size_t k = 0; k < base_.markets.size(); ++k) {  // a market of few orders stands where all are to stand
    const double few = 2.0 * 36;
    fitted.tightness[k] = (crowding_[k].top + few * target_tightness(base_, base_.markets[k])) / (crowding_[k].bottom + few);
  }
  return fitted;
}

}  // namespace

double target_tightness(const model::BaseYear& base, const model::Market& market) {
  if (!is_domestic(market)) return 3.0;
  const std::string& origin = base.origin(base.corridor(market.corridor).origin).code;
  return origin == "PHL" || origin == "IDN" ? 2.0 : 0.8;
}

model::FittedConstants unfitted_constants(const model::BaseYear& base, const model::Parameters& parameters) {
  model::FittedConstants fitted;
  fitted.taste_mean.assign(base.origins.size(), {prior_taste_mean_women, prior_taste_mean_men});
  constexpr std::array<double, 2> by_experience{prior_accepted_per_search, prior_accepted_per_search};
  fitted.accepted_per_search.assign(base.origins.size(), {by_experience, by_experience});
  fitted.search_months.assign(base.origins.size(), {prior_search_months, prior_search_months});
  fitted.rent_residual.assign(base.corridors.size(), {prior_rent_residual, prior_rent_residual});
  fitted.rent_reach.assign(base.corridors.size(), {0.5, 0.5});
  for (const model::Market& market : base.markets) {
    const model::Corridor& corridor = base.corridor(market.corridor);
    const double renewal = sim::regime_of(corridor, base.destination(corridor.destination), market.sex, parameters).renewal;
    fitted.market_constant_usd.push_back(0);
    fitted.stay_logit.push_back(std::log(std::max(renewal, 0.01) / (1.0 - renewal)));
    fitted.order_weight.push_back(market.workers.value / corridor.mean_stay_months);
    fitted.desired_stock.push_back(market.workers.value);
    fitted.tightness.push_back(target_tightness(base, market));
  }
  return fitted;
}

std::string calibration_key(const model::BaseYear& base) {
  std::string text = base.sha256 + fmt::format(" semantics {}", semantics_version);
  const model::Parameters defaults;
  for (const model::ParameterRow& row : model::parameter_list()) text += fmt::format(" {}={:.17g}", row.name, defaults.*row.member);
  return io::sha256_of(text);
}

model::FittedConstants calibrate_base(const model::BaseYear& base, const model::Parameters& parameters, const CalibrationOptions& options) {
  const Month start{base.year, 1};
  const Month end{base.year + options.years - 1, 12};
  const auto scale_of = [&](int pass) { return pass < options.passes - options.last_passes ? options.scale : std::max(1, options.scale / options.last_finer); };
  Parallel threads{options.threads > 0 ? options.threads : Parallel::available_threads()};
  sim::Policy policy;
  policy.demand_growth_percent.assign(base.destinations.size() * sector_count, 0);
  policy.home_wage_growth_percent.assign(base.origins.size(), 0);
  policy.growth_start = start;
  Fitter fitter{base, parameters};
  model::Parameters constant_pay = parameters;
  constant_pay.posted_wage_response_per_month = 0;  // the base year's wages stand; fitting must not move them
  model::FittedConstants fitted = unfitted_constants(base, parameters);
  std::unique_ptr<population::Cells> cells;
  std::unique_ptr<population::Candidates> candidates;
  for (int pass = 0; pass < options.passes; ++pass) {
    const int scale = scale_of(pass);
    if (pass == 0 || scale != scale_of(pass - 1)) {
      cells = std::make_unique<population::Cells>(base, scale, start, end);
      candidates = std::make_unique<population::Candidates>(*cells);
      fitter.set_scale(scale);
    }
    const sim::RunInput input{.base = base, .fitted = fitted, .parameters = constant_pay, .policy = policy, .start = start, .end = end,
                              .burn_in_months = 0, .scale = scale,
                              .origins = std::vector<bool>(base.origins.size(), true),
                              .destinations = std::vector<bool>(base.destinations.size(), true),
                              .key = run_key(options.seed, static_cast<std::uint32_t>(pass))};
    sim::Run run{input, *cells, *candidates, threads};
    run.markets().hold_order_shares(pass == 0);  // costs are not yet known; from the second pass on they move the orders
    const int months = options.years * 12;
    for (int m = 0; m < months; ++m) {
      run.step();
      // Fast in the first passes, then ever slower: the last constants hold on average over the years of a pass, since
      // every pass starts from the same kind of start as a study does.
      const double gain = std::max(0.12, std::pow(0.93, pass));
      fitter.observe(run, pass, m, m < quiet_months ? 0.0 : gain);
      if (pass == 0 && m == 12) run.markets().hold_order_shares(false);
      if (options.on_progress && m % 12 == 11) {
        std::int64_t stock = 0, hires = 0;
        for (const sim::Counts& counts : run.counts()) {
          stock += counts[model::index(Count::stock_abroad)];
          hires += counts[model::index(Count::deployments)];
        }
        options.on_progress(fmt::format("pass {} of {}, year {} of {}: {:.2f} million abroad, {:.0f} thousand departures in the last month",
                                        pass + 1, options.passes, m / 12 + 1, options.years, static_cast<double>(stock) * scale / 1e6,
                                        static_cast<double>(hires) * scale / 1e3));
      }
    }
    fitted = fitter.finish(run);
  }
  fitted.made_from = calibration_key(base);
  return fitted;
}

}  // namespace sojourn::study
