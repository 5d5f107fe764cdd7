#include "model/nationalisation.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/random.hpp"
#include "model/placement.hpp"

namespace sojourn::model {
namespace {

struct SizeClass {
  EmployerSize size;
  double from, below;  // workers
};
// As EmployerSize names them; the largest firms have no end, and all of them lie above any floor that is below theirs.
constexpr std::array classes{SizeClass{EmployerSize::small, 1, 10}, SizeClass{EmployerSize::medium, 10, 50},
                             SizeClass{EmployerSize::large, 50, 500}, SizeClass{EmployerSize::very_large, 500, 10'000}};

}  // namespace

double share_at_firms_of(double workers_min, Sector sector, const Parameters& parameters) {
  double share = 0;
  for (const SizeClass& group : classes) {
    // Inside a class workers are spread evenly over the logarithm of the size.
    const double above = std::log(group.below / std::clamp(workers_min, group.from, group.below)) / std::log(group.below / group.from);
    share += above * share_of_workers(group.size, sector, parameters);
  }
  return share;
}

QuotaEffect quota_effect(double quota, const Parameters& parameters) {
  QuotaEffect effect;
  if (quota <= 0) return effect;
  const double mean = parameters.nationals_share_of_jobs;
  effect.lacking = quota + mean * std::expm1(-quota / mean);
  const double squared = quota * quota - 2.0 * mean * effect.lacking;  // mean square of what firms lack
  const double exits = parameters.quota_exit_share / quota;
  effect.firms_closed = exits * effect.lacking;
  effect.released = exits * (quota * effect.lacking - squared);
  effect.closed = effect.firms_closed - effect.released;
  const double left = effect.lacking - exits * squared;  // lacking at firms that go on
  const double hires = logistic(parameters.quota_hire_logit);
  effect.hired = hires * left;
  effect.posts_lost = (1.0 - hires) * left / quota;
  return effect;
}

ForeignPosts posts_under_quota(const MarketTerms& terms, Sector sector, const Parameters& parameters) {
  if (terms.nationals_quota_enforcement <= 0) return {};
  const double covered = terms.nationals_quota_enforcement * share_at_firms_of(terms.nationals_quota_firm_workers, sector, parameters);
  const QuotaEffect effect = quota_effect(terms.nationals_quota, parameters);
  const double foreign = 1.0 - parameters.nationals_share_of_jobs;
  const double share = covered / foreign;
  return {.lost = std::min(1.0, share * (effect.hired + effect.posts_lost + effect.closed)),
          .to_nationals = share * (effect.hired - effect.released),
          .closed = share * effect.closed};
}

}  // namespace sojourn::model
