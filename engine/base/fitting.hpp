#pragma once
// The three numerical methods that fill cells: proportional fitting, a line through logarithms, a median.
#include <cstddef>
#include <vector>

namespace sojourn::base {

/// A known sum of cells, each taken with weight 1.
struct Margin {
  std::vector<std::size_t> cells;
  double sum = 0;
};

/// What proportional fitting came to.
struct Fit {
  int rounds = 0;
  double worst_gap = 0;  ///< largest |sum - margin| / margin over the margins after the last round
};

/// Iterative proportional fitting: scales `cells` to each margin in turn until all hold within `tolerance` or `rounds`
/// are over. Later margins win where they contradict; a margin whose cells are all zero is left alone.
Fit fit_proportionally(std::vector<double>& cells, const std::vector<Margin>& margins, int rounds, double tolerance);

struct Line {
  double intercept = 0, slope = 0;
};

/// Ordinary least squares of ln y on ln x. At least two points with different x.
[[nodiscard]] Line fit_log_line(const std::vector<double>& x, const std::vector<double>& y);

/// Median; the mean of the middle two of an even number. Not empty.
[[nodiscard]] double median(std::vector<double> values);

}  // namespace sojourn::base
