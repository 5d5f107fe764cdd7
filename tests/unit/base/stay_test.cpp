#include "base/stay.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sojourn::base {
namespace {

TEST(ContractArithmetic, GivesTheFourStaysOfThePage) {
  // contract 24 months, early exit 0.008 a month: the renewal shares that the page prints give the months that it
  // prints
  EXPECT_NEAR(mean_stay_months(24, 0.36), 31, 0.5);
  EXPECT_NEAR(mean_stay_months(24, 0.57), 41, 0.5);
  EXPECT_NEAR(mean_stay_months(24, 0.67), 49, 0.5);
  EXPECT_NEAR(mean_stay_months(24, 0.77), 60, 0.5);
}

TEST(ContractArithmetic, FindsTheRenewalThatGivesAStay) {
  for (const double stay : {31.0, 48.0, 60.0, 100.0}) {
    EXPECT_NEAR(mean_stay_months(24, renewal_probability(24, stay)), stay, 1e-9);
  }
}

TEST(ContractArithmetic, NeedsNoRenewalForOneContract) {
  EXPECT_NEAR(renewal_probability(24, mean_contract_months(24)), 0, 1e-12);
  EXPECT_LT(renewal_probability(24, 18), 0);
}

TEST(ContractArithmetic, CountsRenewalsAsContractsBeyondTheFirst) {
  const double q = 0.67 * std::exp(-0.008 * 24);
  EXPECT_NEAR(renewals_per_hire(24, mean_stay_months(24, 0.67)), q / (1 - q), 1e-9);
}

TEST(ContractArithmetic, ServesTheWholeContractWithoutEarlyExit) { EXPECT_DOUBLE_EQ(mean_contract_months(24, 0), 24); }

}  // namespace
}  // namespace sojourn::base
