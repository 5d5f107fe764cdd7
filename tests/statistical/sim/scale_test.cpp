// No rule may depend on population.scale but through chance (MODEL 9.8).
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

constexpr int replicates = 10;
// At 64 the smallest market still has the twenty orders in half a year below which it would take its corridor's
// tightness for its own: that rule knows the scale, and levels of uneven markets move with it.
constexpr int fine = 8, coarse = 64;

/// Levels of one run in persons, or as ratios: the third recorded year.
std::vector<double> levels_of(int scale, std::uint32_t replicate) {
  const sim::RunTables tables = tables_of({.parameters = {},
                                           .levers = {},
                                           .months = 36,
                                           .burn_in_months = 12,
                                           .scale = scale,
                                           .seed = 99,
                                           .replicate = replicate});
  const auto year = [&](Count kind) { return static_cast<double>(total(tables, kind, 24, 36)); };
  return {year(Count::stock_abroad) / 12 * scale,
          year(Count::deployments) * scale,
          year(Count::returns_contract) * scale,
          year(Count::returns_own) * scale,
          year(Count::seekers) / 12 * scale,
          year(Count::spells_begun) * scale,
          year(Count::repeat_hires) / year(Count::deployments),
          year(Count::cost_cents) / year(Count::deployments) / 100,
          year(Count::debt_at_departure_cents) / year(Count::deployments) / 100,
          year(Count::withheld_events) * scale,
          year(Count::sent_in_force) * scale / 100,
          year(Count::payable_applicants) / year(Count::matched)};
}
constexpr const char* names[] = {"stock abroad",          "deployments", "returns at contract end",
                                 "early returns",         "seekers",     "spells begun",
                                 "share of repeat hires", "mean cost",   "mean debt",
                                 "withheld wages",        "remittances", "applicants per match"};

struct Estimate {
  std::vector<double> mean, variance_of_mean;
};

Estimate estimate(int scale) {
  std::vector<std::vector<double>> all(replicates);
  (void)synthetic_world();
  Parallel threads{2};
  threads.for_each(all.size(), [&](std::size_t r, int) { all[r] = levels_of(scale, static_cast<std::uint32_t>(r)); });
  Estimate result;
  for (std::size_t i = 0; i < all.front().size(); ++i) {
    double sum = 0, squares = 0;
    for (const auto& one : all) sum += one[i];
    const double mean = sum / replicates;
    for (const auto& one : all) squares += (one[i] - mean) * (one[i] - mean);
    result.mean.push_back(mean);
    result.variance_of_mean.push_back(squares / (replicates - 1) / replicates);
  }
  return result;
}

// The means of ten replicates at either scale differ by chance with the sum of their variances. Variances of ten are
// themselves uncertain: the ratio is Student's t with about 10 degrees of freedom (Welch; most of the variance is the
// coarse scale's), where 5.7 is passed by one in 5,000, so by one seed in 400 for the twelve levels. Beside chance a
// coarse run may be off by half a per cent: whole orders and whole persons bend means of ratios by about one over the
// events of a market and year, and communities are rounded.
TEST(ScaleStatistical, LevelsAgreeAtScales8And64) {
  const Estimate at_fine = estimate(fine), at_coarse = estimate(coarse);
  for (std::size_t i = 0; i < at_fine.mean.size(); ++i) {
    const double error = std::sqrt(at_fine.variance_of_mean[i] + at_coarse.variance_of_mean[i]);
    EXPECT_NEAR(at_coarse.mean[i], at_fine.mean[i], 5.7 * error + 0.005 * at_fine.mean[i])
        << names[i] << ", standard error " << error;
    EXPECT_LT(error, 0.05 * at_fine.mean[i]) << names[i] << " is too uncertain for a test";
  }
}

}  // namespace
}  // namespace sojourn::test
