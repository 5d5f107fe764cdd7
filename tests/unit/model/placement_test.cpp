#include "model/placement.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sojourn::model {
namespace {

const Parameters standard;
const RunKey run = run_key(13, 0);

TEST(EmployerQuality, StaysWithinThreeStandardDeviations) {
  int at_the_edge = 0;
  for (std::uint64_t who = 0; who < 20'000; ++who) {
    const double quality = employer_quality(RandomStream{run, who, 24'312, Draw::employer});
    EXPECT_LE(std::abs(quality), 3.0);
    at_the_edge += std::abs(quality) == 3.0 ? 1 : 0;
  }
  EXPECT_GT(at_the_edge, 0);
}

TEST(HarmFactor, IsTheExampleOfItsPage) {
  EXPECT_NEAR(harm_factor(0, standard), 0.607, 5e-4);
  EXPECT_NEAR(harm_factor(-1.2816, standard), 2.185, 5e-4);
  EXPECT_NEAR(harm_factor(-3, standard), 12.18, 5e-3);
}

TEST(HarmFactor, IsOneForEverybodyWithoutSpreadAndFallsWithQuality) {
  Parameters even;
  even.employer_spread = 0;
  EXPECT_EQ(harm_factor(-2.5, even), 1.0);
  for (double quality = -3; quality < 3; quality += 0.5) {
    EXPECT_GT(harm_factor(quality, standard), harm_factor(quality + 0.5, standard));
  }
}

TEST(Substitution, IsTheExampleOfItsPage) {
  EXPECT_NEAR(substitution_probability(0, true, standard), 0.130, 5e-4);
  EXPECT_NEAR(substitution_probability(0, false, standard), 0.250, 5e-4);
  EXPECT_NEAR(substitution_probability(-3, true, standard), 0.401, 5e-4);
}

TEST(Substitution, IsRarerWithARegisteredContractAndABetterEmployer) {
  for (const double quality : {-2.0, 0.0, 2.0}) {
    EXPECT_LT(substitution_probability(quality, true, standard), substitution_probability(quality, false, standard));
    EXPECT_LT(substitution_probability(quality + 0.1, true, standard),
              substitution_probability(quality, true, standard));
  }
}

TEST(SubstitutionCut, LeavesSomeWageAndTakesSome) {
  for (std::uint64_t who = 0; who < 20'000; ++who) {
    const double cut = substitution_cut(RandomStream{run, who, 24'312, Draw::substitution}, standard);
    EXPECT_GT(cut, 0.0);
    EXPECT_LT(cut, 1.0);
  }
}

}  // namespace
}  // namespace sojourn::model
