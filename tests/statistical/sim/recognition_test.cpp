// Certificates that count abroad, as frequencies.
#include <gtest/gtest.h>

#include <cmath>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

// Without any effect, so that the run and those who could be recognised in it are the same at every share.
std::int64_t recognised_at(double share) {
  Case setup{.parameters = {}, .levers = {}, .months = 24, .burn_in_months = 0, .scale = 20};
  setup.parameters.rank_certificate = setup.parameters.recognised_wage_ln = 0;
  Simulation simulation{setup, 2};
  sim::Markets& markets = simulation.run().markets();
  simulation.run().step();
  for (std::size_t k = 0; k < markets.count(); ++k) {
    markets.at(k).terms.change([&](model::MarketTerms& terms) { terms.skills_recognised = share; });
  }
  markets.see_terms();
  return total(simulation.finish(), Count::recognised_hires, 1);
}

TEST(Recognition, CountsTheShareOfThoseWhoHoldACertificate) {
  const auto holders = static_cast<double>(recognised_at(1));
  ASSERT_GT(holders, 2'000);
  const auto counted = static_cast<double>(recognised_at(0.4));
  // The draw is one for a life: who leaves twice in two years is counted twice, which at most doubles the variance.
  EXPECT_NEAR(counted / holders, 0.4, 5 * std::sqrt(2 * 0.4 * 0.6 / holders));
}

}  // namespace
}  // namespace sojourn::test
