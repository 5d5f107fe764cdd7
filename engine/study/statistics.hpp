#pragma once
// Means, spreads and paired differences over replicates.
#include <span>
#include <vector>

namespace sojourn::study {

struct Summary {
  double mean = 0, sd = 0, se = 0, lower = 0, median = 0, upper = 0;
  int count = 0;  ///< finite values
};
/// Mean with a t interval of `interval_percent` for it; lower and upper are NaN with fewer than two finite values.
[[nodiscard]] Summary summarise(std::span<const double> values, double interval_percent);
/// Mean, standard deviation, median, and the quantiles that hold `interval_percent` of the values themselves.
[[nodiscard]] Summary spread(std::span<const double> values, double interval_percent);

struct PairedEffect {
  Summary difference;         ///< of the pairs where both values are finite
  int same_sign = 0;          ///< pairs with the sign of the mean
  double pairing_gain = 0;    ///< variance of independent differences over that of the pairs; NaN where undefined
};
[[nodiscard]] PairedEffect paired_effect(std::span<const double> scenario, std::span<const double> baseline, double interval_percent);

}  // namespace sojourn::study
