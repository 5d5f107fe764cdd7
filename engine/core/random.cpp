#include "core/random.hpp"

#include <array>
#include <boost/random/poisson_distribution.hpp>
#include <cmath>

namespace sojourn {
namespace {

double polynomial(double x, const std::array<double, 8>& coefficients) {
  double sum = 0;
  for (std::size_t i = coefficients.size(); i-- > 0;) sum = sum * x + coefficients[i];
  return sum;
}

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

// Wichura's algorithm AS 241 (Applied Statistics 37, 1988): rational functions of 16 digits, five times as fast as an
// inverse error function by iteration. A taste is looked up for every candidate, millions a month at full scale.
double normal_quantile(double p) {
  const double q = p - 0.5;
  if (std::abs(q) <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * polynomial(r, {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
                              4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3}) /
           polynomial(r, {1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
                          2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3});
  }
  const double tail = std::sqrt(-std::log(q < 0 ? p : 1.0 - p));
  const double z = tail <= 5.0
      ? polynomial(tail - 1.6, {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
                                1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4}) /
        polynomial(tail - 1.6, {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
                                1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9})
      : polynomial(tail - 5.0, {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
                                2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7}) /
        polynomial(tail - 5.0, {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
                                7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15});
  return q < 0 ? -z : z;
}

double logistic(double x) noexcept { return 1.0 / (1.0 + std::exp(-x)); }

}  // namespace sojourn
