#include "base/fitting.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sojourn::base {
namespace {

TEST(ProportionalFitting, MeetsRowsAndColumnsOfATwoByTwoTable) {
  std::vector<double> cells{1, 2, 3, 4};
  const Fit fit = fit_proportionally(cells, {{{0, 1}, 30}, {{2, 3}, 70}, {{0, 2}, 40}, {{1, 3}, 60}}, 200, 1e-10);
  EXPECT_NEAR(cells[0] + cells[1], 30, 1e-7);
  EXPECT_NEAR(cells[2] + cells[3], 70, 1e-7);
  EXPECT_NEAR(cells[0] + cells[2], 40, 1e-7);
  EXPECT_LE(fit.worst_gap, 1e-10);
}

TEST(ProportionalFitting, KeepsTheOddsRatioOfThePrior) {
  std::vector<double> cells{1, 2, 3, 4};
  fit_proportionally(cells, {{{0, 1}, 30}, {{2, 3}, 70}, {{0, 2}, 40}, {{1, 3}, 60}}, 500, 1e-13);
  EXPECT_NEAR(cells[0] * cells[3] / (cells[1] * cells[2]), 1.0 * 4 / (2 * 3), 1e-9);
}

TEST(ProportionalFitting, LeavesZeroCellsZero) {
  std::vector<double> cells{0, 1, 1, 1};
  fit_proportionally(cells, {{{0, 1}, 5}, {{2, 3}, 10}}, 50, 1e-9);
  EXPECT_EQ(cells[0], 0);
  EXPECT_NEAR(cells[1], 5, 1e-9);
}

TEST(ProportionalFitting, LeavesAMarginOfZerosAlone) {
  std::vector<double> cells{0, 0};
  EXPECT_EQ(fit_proportionally(cells, {{{0, 1}, 5}}, 50, 1e-9).worst_gap, 0);
  EXPECT_EQ(cells[0], 0);
}

TEST(LogLine, FindsAnExactPowerLaw) {
  const Line line = fit_log_line({1, 10, 100}, {2, 2 * std::sqrt(10.0), 20});
  EXPECT_NEAR(std::exp(line.intercept), 2, 1e-9);
  EXPECT_NEAR(line.slope, 0.5, 1e-9);
}

TEST(Median, IsTheMiddleOrTheMeanOfTheMiddleTwo) {
  EXPECT_EQ(median({3, 1, 2}), 2);
  EXPECT_EQ(median({4, 1, 2, 3}), 2.5);
}

}  // namespace
}  // namespace sojourn::base
