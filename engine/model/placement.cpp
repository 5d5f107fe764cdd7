#include "model/placement.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::model {

double employer_quality(RandomStream stream) { return std::clamp(stream.normal(), -3.0, 3.0); }

double harm_factor(double quality, const Parameters& parameters) {
  const double sd = parameters.employer_spread;
  return std::exp(-sd * quality - 0.5 * sd * sd);
}

double substitution_probability(double quality, bool registered, const Parameters& parameters) {
  return logistic(parameters.substitution_logit + (registered ? parameters.substitution_registered_logit : 0.0) +
                  parameters.substitution_quality_logit * quality);
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

}  // namespace sojourn::model
