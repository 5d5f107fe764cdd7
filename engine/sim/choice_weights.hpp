#pragma once
// How much the markets of an origin and sex weigh in the choice, side by side: every search weighs all of them.
#include <cstdint>
#include <vector>

namespace sojourn::sim {

/// Weights of one profile (origin, sex, skill) with or without experience abroad.
struct ChoiceWeights {
  std::vector<double> of_market;       ///< in the order of Markets::of
  std::vector<double> of_destination;  ///< sums of them, a destination after the other

  /// Sums anew; `ends` are the ends of the destinations' markets in that order.
  void sum_up(const std::vector<std::uint32_t>& ends) {
    of_destination.clear();
    std::size_t i = 0;
    for (const std::uint32_t end : ends) {
      double sum = 0;
      for (; i < end; ++i) sum += of_market[i];
      of_destination.push_back(sum);
    }
  }
};

}  // namespace sojourn::sim
