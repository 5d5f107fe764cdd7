#include "model/environment.hpp"

#include <gtest/gtest.h>

namespace sojourn::model {
namespace {

constexpr Month start{2026, 1};

TEST(GrowthIndex, IsOneUpToTheStartAndWithoutGrowth) {
  EXPECT_EQ(growth_index(5, start, start + -24), 1.0);
  EXPECT_EQ(growth_index(5, start, start), 1.0);
  EXPECT_EQ(growth_index(0, start, start + 60), 1.0);
}

TEST(GrowthIndex, OfEighteenMonthsAtThreePercentIsTheExampleOfItsPage) {
  EXPECT_NEAR(growth_index(3, start, start + 18), 1.04534, 5e-6);
}

TEST(GrowthIndex, GrowsByTwelveEqualFactorsAYear) {
  EXPECT_NEAR(growth_index(4, start, start + 12), 1.04, 1e-12);
  for (int m = 0; m < 36; ++m) {
    EXPECT_NEAR(growth_index(4, start, start + m + 1) / growth_index(4, start, start + m),
                growth_index(4, start, start + 1), 1e-12);
  }
}

TEST(GrowthIndex, RisesWithGrowthAndFallsWithShrinking) {
  EXPECT_GT(growth_index(1, start, start + 1), 1.0);
  EXPECT_LT(growth_index(-1, start, start + 1), 1.0);
  EXPECT_NEAR(growth_index(-10, start, start + 24), 0.81, 1e-12);
}

}  // namespace
}  // namespace sojourn::model
