#include "model/regularisation.hpp"

#include <gtest/gtest.h>

namespace sojourn::model {
namespace {

const Parameters standard;

// 320 USD without papers where the others earn 400; a contract of two years.
PermitTerms worker(double fee = 0, double saved = 5'000) {
  return {.wage = UsdPerMonth{320}, .living_share = 0.2, .contract = Months{24}, .fee = Usd{fee}, .saved = Usd{saved}};
}

TEST(Permit, BringsBackWhatIrregularStatusTook) {
  EXPECT_NEAR(regular_wage(UsdPerMonth{320}, standard).value(), 400, 1e-9);
  EXPECT_NEAR(permit_gain(worker(), standard).value(), 1359.58, 0.005);
  EXPECT_NEAR(permit_gain(worker(1'000), standard).value(), 359.58, 0.005);
}

TEST(Permit, IsAskedForByMoreTheMoreItBrings) {
  EXPECT_NEAR(permit_probability(worker(), standard), 0.7123, 5e-5);
  EXPECT_NEAR(permit_probability(worker(1'000), standard), 0.5596, 5e-5);
  PermitTerms longer = worker();
  longer.contract = Months{36};
  EXPECT_GT(permit_probability(longer, standard), permit_probability(worker(), standard));
}

TEST(Permit, IsOutOfReachForWhoHasNotSavedItsFee) {
  EXPECT_EQ(permit_probability(worker(1'000, 999), standard), 0);
  EXPECT_GT(permit_probability(worker(1'000, 1'000), standard), 0);
  EXPECT_GT(permit_probability(worker(0, 0), standard), 0);
}

TEST(Window, SendsAFixedShareHomeAndGrantsTheOthersWhatTheyAskForWhileThereArePlaces) {
  EXPECT_EQ(window_choice(1, 1, 0.099, 0.5, 0.5, standard), WindowChoice::goes_home);
  EXPECT_EQ(window_choice(0.7, 1, 0.101, 0.699, 0.999, standard), WindowChoice::becomes_regular);
  EXPECT_EQ(window_choice(0.7, 1, 0.101, 0.701, 0.5, standard), WindowChoice::stays_irregular);
  EXPECT_EQ(window_choice(0.7, 0.25, 0.101, 0.5, 0.251, standard), WindowChoice::stays_irregular);
  EXPECT_EQ(window_choice(0, 1, 0.5, 0.0001, 0.5, standard), WindowChoice::stays_irregular);
}

TEST(Window, GrantsAllWithoutALimitAndAShareAboveIt) {
  EXPECT_EQ(granted_share(-1, 2'000), 1);
  EXPECT_EQ(granted_share(500, 400), 1);
  EXPECT_EQ(granted_share(500, 2'000), 0.25);
  EXPECT_EQ(granted_share(0, 2'000), 0);
  EXPECT_EQ(granted_share(0, 0), 1);  // nobody asks
}

}  // namespace
}  // namespace sojourn::model
