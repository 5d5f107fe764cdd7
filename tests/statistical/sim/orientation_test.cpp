// Courses before departure, as frequencies.
#include <gtest/gtest.h>

#include <cmath>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

TEST(Course, InformsTheShareCoveredTimesItsQualityOfThoseWhoLeave) {
  Simulation simulation{{.parameters = {}, .levers = {}, .months = 24, .burn_in_months = 0, .scale = 20}, 2};
  sim::Markets& markets = simulation.run().markets();
  simulation.run().step();
  for (std::size_t k = 0; k < markets.count(); ++k) {
    markets.at(k).terms.change([&](model::MarketTerms& terms) {
      terms.orientation_covered = 0.8;
      terms.orientation_quality = 0.5;
    });
  }
  markets.see_terms();
  const sim::RunTables& tables = simulation.finish();
  const auto informed = static_cast<double>(total(tables, Count::informed_departures, 1));
  const auto left = static_cast<double>(total(tables, Count::deployments, 1));
  ASSERT_GT(left, 5'000);
  EXPECT_NEAR(informed / left, 0.4, 5 * std::sqrt(0.4 * 0.6 / left));  // five standard errors
}

}  // namespace
}  // namespace sojourn::test
