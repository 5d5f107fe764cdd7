#include "base/fitting.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace sojourn::base {
namespace {

double sum_of(const Eigen::Map<Eigen::ArrayXd>& cells, const std::vector<Eigen::Index>& which) {
  return cells(which).sum();
}

std::vector<std::vector<Eigen::Index>> indices(const std::vector<Margin>& margins) {
  std::vector<std::vector<Eigen::Index>> all;
  all.reserve(margins.size());
  for (const Margin& margin : margins) all.emplace_back(margin.cells.begin(), margin.cells.end());
  return all;
}

}  // namespace

Fit fit_proportionally(std::vector<double>& cells, const std::vector<Margin>& margins, int rounds, double tolerance) {
  Eigen::Map<Eigen::ArrayXd> values(cells.data(), static_cast<Eigen::Index>(cells.size()));
  const auto which = indices(margins);
  Fit fit;
  for (fit.rounds = 0; fit.rounds < rounds; ++fit.rounds) {
    fit.worst_gap = 0;
    for (std::size_t m = 0; m < margins.size(); ++m) {
      const double sum = sum_of(values, which[m]);
      if (sum > 0)
        fit.worst_gap = std::max(fit.worst_gap, std::abs(sum - margins[m].sum) / std::max(margins[m].sum, 1.0));
    }
    if (fit.worst_gap <= tolerance) break;
    for (std::size_t m = 0; m < margins.size(); ++m) {
      const double sum = sum_of(values, which[m]);
      if (sum > 0) values(which[m]) *= margins[m].sum / sum;
    }
  }
  return fit;
}

Line fit_log_line(const std::vector<double>& x, const std::vector<double>& y) {
  assert(x.size() == y.size() && x.size() >= 2);
  const auto rows = static_cast<Eigen::Index>(x.size());
  Eigen::MatrixX2d design(rows, 2);
  Eigen::VectorXd target(rows);
  for (Eigen::Index i = 0; i < rows; ++i) {
    design(i, 0) = 1;
    design(i, 1) = std::log(x[static_cast<std::size_t>(i)]);
    target(i) = std::log(y[static_cast<std::size_t>(i)]);
  }
  const Eigen::Vector2d solution = design.colPivHouseholderQr().solve(target);
  return {solution(0), solution(1)};
}

double median(std::vector<double> values) {
  assert(!values.empty());
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

}  // namespace sojourn::base
