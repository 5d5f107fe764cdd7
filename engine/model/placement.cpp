#include "model/placement.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::model {

namespace {

constexpr unsigned size_bits = 28;

}  // namespace

double mean_workers(EmployerSize size, const Parameters& parameters) noexcept {
  switch (size) {
    case EmployerSize::household: return 1;
    case EmployerSize::small: return parameters.employer_workers_small;
    case EmployerSize::medium: return parameters.employer_workers_medium;
    case EmployerSize::large: return parameters.employer_workers_large;
    case EmployerSize::very_large: return parameters.employer_workers_very_large;
  }
  return 1;
}

double share_of_workers(EmployerSize size, Sector sector, const Parameters& parameters) noexcept {
  if (sector == Sector::domestic_work) return size == EmployerSize::household ? 1.0 : 0.0;
  const double rest = 1.0 - parameters.employer_share_small - parameters.employer_share_medium - parameters.employer_share_large;
  switch (size) {
    case EmployerSize::household: return 0;
    case EmployerSize::small: return parameters.employer_share_small;
    case EmployerSize::medium: return parameters.employer_share_medium;
    case EmployerSize::large: return parameters.employer_share_large;
    case EmployerSize::very_large: return std::max(0.0, rest);
  }
  return 0;
}

EmployerCounts employers_for(double workers, Sector sector, const Parameters& parameters) noexcept {
  EmployerCounts counts;
  for (std::size_t s = 0; s < employer_sizes; ++s) {
    const auto size = static_cast<EmployerSize>(s);
    const double share = share_of_workers(size, sector, parameters);
    if (share <= 0 || workers <= 0) continue;
    counts.of_size[s] = static_cast<std::uint32_t>(std::clamp(workers * share / mean_workers(size, parameters), parameters.employers_simulated_min, 2.0e8));
  }
  return counts;
}

EmployerNumber draw_employer(RandomStream& stream, const EmployerCounts& employers, Sector sector, const Parameters& parameters) noexcept {
  double left = stream.uniform();
  const double place = stream.uniform();
  std::size_t chosen = 0;
  for (std::size_t s = 0; s < employer_sizes; ++s) {
    if (employers.of_size[s] == 0) continue;
    chosen = s;
    left -= share_of_workers(static_cast<EmployerSize>(s), sector, parameters);
    if (left < 0) break;
  }
  const auto within = static_cast<std::uint32_t>(place * static_cast<double>(std::max(1U, employers.of_size[chosen])));
  return {(static_cast<std::uint32_t>(chosen) << size_bits) | within};
}

double employer_quality(RandomStream stream) { return std::clamp(stream.normal(), -3.0, 3.0); }

double harm_factor(double quality, const Parameters& parameters) {
  const double sd = parameters.employer_spread;
  return std::exp(-sd * quality - 0.5 * sd * sd);
}

double substitution_probability(double quality, bool registered, const Parameters& parameters, ContractKnown known, double rule_logit) {
  const double replaced = logistic(parameters.substitution_logit + (registered ? parameters.substitution_registered_logit : 0.0) +
                                   (known != ContractKnown::not_at_all ? parameters.substitution_informed_logit : 0.0) +
                                   parameters.substitution_quality_logit * quality + rule_logit);
  return known == ContractKnown::seen ? (1.0 - parameters.promise_without_contract_share) * replaced : replaced;
}

double substitution_cut(RandomStream stream, const Parameters& parameters) {
  // A beta(2, b) is the ratio of two gamma variates; with b whole it is the second smallest of b + 1 uniforms.
  const int others = std::max(2, static_cast<int>(std::lround(2.0 / parameters.substitution_cut_mean - 2.0)));
  double smallest = 1, second = 1;
  for (int i = 0; i < others + 1; ++i) {
    const double u = stream.uniform();
    if (u < smallest) {
      second = smallest;
      smallest = u;
    } else {
      second = std::min(second, u);
    }
  }
  return second;
}

double passport_kept_probability(double quality, const Destination& destination, const Parameters& parameters, double rule_logit) {
  const double known = destination.passport_kept_share;
  const double by_rule = destination.sponsorship == Sponsorship::free ? parameters.passport_kept_free_logit : parameters.passport_kept_tied_logit;
  const double level = known > 0 ? std::log(known / (1.0 - known)) : by_rule;
  return logistic(level - parameters.employer_quality_effect * quality + rule_logit);
}

double confined_probability(double quality, const Destination& destination, Sector sector, const Parameters& parameters) {
  if (sector != Sector::domestic_work) return 0;
  const double usual = logistic(parameters.confined_logit - parameters.employer_quality_effect * quality);
  return std::min(1.0, destination.household_harm_factor * usual);
}

}  // namespace sojourn::model
