#include "core/random.hpp"

#include <boost/math/special_functions/erf.hpp>
#include <boost/random/poisson_distribution.hpp>
#include <cmath>

namespace sojourn {
namespace {

// No long double: its width, and so the last bits, would depend on the platform.
using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

std::uint32_t poisson_by_inversion(double mean, RandomStream& stream) {
  double probability = std::exp(-mean);
  double left = stream.uniform();
  std::uint32_t count = 0;
  while (left > probability && count < 1000) {
    left -= probability;
    ++count;
    probability *= mean / count;
  }
  return count;
}

}  // namespace

double RandomStream::exponential() noexcept { return -std::log(uniform()); }

double RandomStream::normal() noexcept {
  const double radius = std::sqrt(-2.0 * std::log(uniform()));
  return radius * std::cos(6.283185307179586 * uniform());
}

std::uint32_t RandomStream::poisson(double mean) {
  if (mean <= 0) return 0;
  if (mean < 30) return poisson_by_inversion(mean, *this);
  boost::random::poisson_distribution<std::int64_t, double> distribution{mean};
  return static_cast<std::uint32_t>(distribution(*this));
}

double normal_quantile(double p) { return -1.4142135623730951 * boost::math::erfc_inv(2.0 * p, InDouble{}); }

double logistic(double x) noexcept { return 1.0 / (1.0 + std::exp(-x)); }

}  // namespace sojourn
