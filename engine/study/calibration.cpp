#include "study/calibration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "io/digest.hpp"
#include "sim/regime.hpp"
#include "sim/run.hpp"
#include "study/fitter.hpp"
#include "study/version.hpp"

namespace sojourn::study {
namespace {

using model::Count;

constexpr double prior_taste_mean_men = 1.0, prior_taste_mean_women = 1.5;  // assumed; where the search begins
constexpr double prior_accepted_per_search = 0.3;                            // assumed, where the search begins
constexpr double prior_search_months = 3;                                    // the same
constexpr int quiet_months = 12;  // of a pass, in which queues fill: the controllers wait

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
  policy.levers = options.rules;
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
