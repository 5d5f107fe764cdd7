// No rule may depend on population.scale but through chance (MODEL 9.8).
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

#include "base/base_year.hpp"
#include "io/fitted_constants.hpp"
#include "io/reference_tables.hpp"
#include "study/calibration.hpp"
#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

// At 200 the smallest market has ten orders in half a year: its tightness is half its own and half its pools'
// (networks), its orders are placed whole, and its 75 workers make communities of hundreds of simulated people.
constexpr int fine = 20, coarse = 200;
constexpr int fine_replicates = 24, coarse_replicates = 96;

/// Levels of one run in persons, or as ratios: the third recorded year.
std::vector<double> levels_of(int scale, std::uint32_t replicate) {
  model::Parameters parameters;
  parameters.norms_keep_women_home = 0;  // not fitted to this world: women's small markets would be short of workers
  const sim::RunTables tables = tables_of({.parameters = parameters,
                                           .levers = {},
                                           .months = 36,
                                           .burn_in_months = 12,
                                           .scale = scale,
                                           .seed = 99,
                                           .replicate = replicate});
  const auto year = [&](Count kind) { return static_cast<double>(total(tables, kind, 24, 36)); };
  return {year(Count::stock_abroad) / 12 * scale,
          year(Count::deployments) * scale,
          (year(Count::returns_not_renewed) + year(Count::returns_own_choice) + year(Count::returns_target)) * scale,
          (year(Count::returns_family) + year(Count::returns_health)) * scale,
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
// Beside chance: whole orders and whole persons bend means of ratios by about one over the events of a market and year.
constexpr double whole_numbers = 0.005;

struct Estimate {
  std::vector<double> mean, variance_of_mean;
};

/// Mean over replicates of the levels that `levels_of(replicate)` gives, and the variance of that mean.
template <class Levels>
Estimate estimate(int replicates, Levels&& levels_of_one) {
  std::vector<std::vector<double>> all(static_cast<std::size_t>(replicates));
  Parallel threads{2};
  threads.for_each(all.size(), [&](std::size_t r, int) { all[r] = levels_of_one(static_cast<std::uint32_t>(r)); });
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

/// Expects levels to agree within so many standard errors and, beside chance, a share of the level.
void expect_agreement(const std::string& what, const Estimate& at_fine, const Estimate& at_coarse, std::size_t i,
                      double standard_errors, double allowed, double most_uncertain) {
  const double error = std::sqrt(at_fine.variance_of_mean[i] + at_coarse.variance_of_mean[i]);
  EXPECT_NEAR(at_coarse.mean[i], at_fine.mean[i], standard_errors * error + allowed * at_fine.mean[i])
      << what << ": " << at_coarse.mean[i] / at_fine.mean[i] - 1 << " of the fine level, standard error "
      << error / at_fine.mean[i];
  EXPECT_LT(error, most_uncertain * at_fine.mean[i]) << what << " is too uncertain for a test";
}

// The means of the replicates at either scale differ by chance with the sum of their variances. Variances of 24 are
// themselves uncertain: the ratio is Student's t with at least 23 degrees of freedom (Welch), where 4.5 is passed by
// one in 6,000, so by one seed in 500 for the twelve levels.
TEST(ScaleStatistical, LevelsAgreeAtScales20And200) {
  (void)synthetic_world();
  const Estimate at_fine = estimate(fine_replicates, [](std::uint32_t r) { return levels_of(fine, r); });
  const Estimate at_coarse = estimate(coarse_replicates, [](std::uint32_t r) { return levels_of(coarse, r); });
  for (std::size_t i = 0; i < at_fine.mean.size(); ++i) {
    expect_agreement(names[i], at_fine, at_coarse, i, 4.5, whole_numbers, 0.015);
  }
}

/// The shipped tables with the constants fitted to them.
class ReferenceScale : public testing::Test {
 protected:
  static constexpr std::array largest{"IND", "BGD", "PHL", "PAK"};
  static constexpr int burn_in_months = 24;
  const std::filesystem::path tables_ = std::filesystem::path{SOJOURN_SOURCE_DIR} / "scenarios" / "reference";
  const model::BaseYear base_ = base::build_base_year(io::read_reference_tables({.library = tables_}), {});
  const model::FittedConstants fitted_ = io::read_fitted_constants(
      io::fitted_constants_path(tables_, base::BaseYearOptions{}.grades), base_, study::calibration_key(base_));

  /// Deployments and mean stock abroad of the first recorded year in persons: of all origins, then of each of the
  /// largest.
  [[nodiscard]] std::vector<double> first_year(const sim::RunTables& tables, int scale) const {
    std::vector<double> levels(2 * (1 + largest.size()));
    for (std::size_t o = 0; o < base_.origins.size(); ++o) {
      const auto place = static_cast<std::size_t>(std::ranges::find(largest, base_.origins[o].code) - largest.begin());
      double deployments = 0, stock = 0;
      for (int month = 0; month < 12; ++month) {
        for (std::size_t x = 0; x < 2; ++x) {
          const sim::Counts& counts = tables.origin_month(month, o, x);
          deployments += static_cast<double>(counts[model::index(Count::deployments)]) * scale;
          stock += static_cast<double>(counts[model::index(Count::stock_abroad)]) * scale / 12;
        }
      }
      levels[0] += deployments;
      levels[1] += stock;
      if (place == largest.size()) continue;
      levels[2 + 2 * place] = deployments;
      levels[3 + 2 * place] = stock;
    }
    return levels;
  }

  [[nodiscard]] Estimate estimate_at(int scale, int replicates) const {
    const Month start{base_.year, 1}, end = start + 11;
    const population::Cells cells{base_, scale, start + -burn_in_months, end};
    const population::Candidates candidates{cells};
    sim::Policy policy;
    policy.demand_growth_percent.assign(base_.destinations.size() * sector_count, 0);
    policy.home_wage_growth_percent.assign(base_.origins.size(), 0);
    policy.growth_start = start;
    return estimate(replicates, [&](std::uint32_t replicate) {
      Parallel alone{1};
      sim::Run run{{.base = base_,
                    .fitted = fitted_,
                    .parameters = {},
                    .policy = policy,
                    .start = start,
                    .end = end,
                    .burn_in_months = burn_in_months,
                    .scale = scale,
                    .origins = std::vector<bool>(base_.origins.size(), true),
                    .destinations = std::vector<bool>(base_.destinations.size(), true),
                    .key = run_key(2019, replicate)},
                   cells,
                   candidates,
                   alone};
      while (run.step()) {
      }
      return first_year(run.tables(), scale);
    });
  }
};

// Levels of the reference data at 1 in 1,000 lie below those at 1 in 100 beside chance, since markets of a few persons
// and orders that come whole lose some of both. Measured when this test was written: stocks -0.90 per cent in all
// (standard error 0.03; these origins -0.2 to -1.7, the most in PHL), deployments -0.6 (0.2; -0.3 to -1.3). Two per
// cent are allowed for that bias and five standard errors for chance: Student's t with 5 degrees of freedom or more
// passes them on either side once in 250.
TEST_F(ReferenceScale, LevelsOfTheFirstYearAgreeAtScales100And1000) {
  const Estimate at_100 = estimate_at(100, 6), at_1000 = estimate_at(1'000, 40);
  for (std::size_t i = 0; i < at_100.mean.size(); ++i) {
    const std::string place = i < 2 ? "all origins" : largest.at(i / 2 - 1);
    const bool flow = i % 2 == 0;
    expect_agreement(place + (flow ? ", deployments" : ", stock abroad"), at_100, at_1000, i, 5, 0.02,
                     flow ? 0.01 : 0.004);
  }
}

}  // namespace
}  // namespace sojourn::test
