#include "model/remittances.hpp"

#include <gtest/gtest.h>

namespace sojourn::model {
namespace {

const Parameters standard;

TEST(MonthlyBudget, IsTheExampleOfItsPage) {
  const MonthlyBudget in_debt = monthly_budget(29'500, 0.2, 18'880, Sex::men, standard);
  EXPECT_EQ(in_debt.living, 5'900);
  EXPECT_EQ(in_debt.service, 18'880);
  EXPECT_EQ(in_debt.sent, 2'832);
  EXPECT_EQ(in_debt.saved, 1'888);
  const MonthlyBudget free = monthly_budget(29'500, 0.2, 0, Sex::men, standard);
  EXPECT_EQ(free.sent, 14'160);
  EXPECT_EQ(transfer_cost(free.sent, 4.5), 637);
}

TEST(MonthlyBudget, LosesAndMakesNoCent) {
  for (Cents wage = 0; wage < 200'000; wage += 1237) {
    for (const double living : {0.0, 0.2, 0.3333, 0.45, 1.0}) {
      for (const Cents service : {0L, 1L, 9'999L, 500'000L}) {
        for (const Sex sex : all_sexes) {
          const MonthlyBudget is = monthly_budget(wage, living, service, sex, standard);
          ASSERT_EQ(is.wage, is.living + is.service + is.sent + is.saved);
          ASSERT_GE(is.living, 0);
          ASSERT_GE(is.service, 0);
          ASSERT_LE(is.service, service);
          ASSERT_GE(is.sent, 0);
          ASSERT_GE(is.saved, 0);
        }
      }
    }
  }
}

TEST(MonthlyBudget, ServesDebtBeforeItSends) {
  const MonthlyBudget is = monthly_budget(10'000, 0.2, 90'000, Sex::men, standard);
  EXPECT_EQ(is.service, 8'000) << "no more than what is left after living";
  EXPECT_EQ(is.sent, 0);
  EXPECT_GT(monthly_budget(10'000, 0.2, 0, Sex::men, standard).sent,
            monthly_budget(10'000, 0.2, 1'000, Sex::men, standard).sent);
}

TEST(MonthlyBudget, OfWomenSendsALargerShare) {
  EXPECT_EQ(monthly_budget(100'000, 0, 0, Sex::women, standard).sent, 68'000);
  EXPECT_EQ(monthly_budget(100'000, 0, 0, Sex::men, standard).sent, 60'000);
}

TEST(Transfers, AnswerToTheirPriceAsInTheExampleOfThePage) {
  const double transfers = transfers_per_month(7, 8, standard);
  EXPECT_NEAR(transfers, 1.069, 5e-4);
  const Cents before = monthly_budget(29'500, 0.2, 0, Sex::men, standard).sent;
  const MonthlyBudget after = monthly_budget(29'500, 0.2, 0, Sex::men, standard, transfers);
  EXPECT_NEAR(static_cast<double>(after.sent) / static_cast<double>(before), 1.069, 5e-4);
  EXPECT_EQ(after.wage, after.living + after.service + after.sent + after.saved) << "taken from own saving";
  // A fee of 8 or 7 dollars on a transfer of 200.
  const auto received = [](Cents sent, double percent) { return static_cast<double>(sent - transfer_cost(sent, percent)); };
  EXPECT_NEAR(received(after.sent, 3.5) / received(before, 4), 1.075, 5e-4);
}

TEST(Transfers, AreExactlyTheUsualOnesAtTheBasePriceAndNeverMoreThanIsLeft) {
  for (const double price : {0.0, 2.5, 4.7, 12.0}) EXPECT_EQ(transfers_per_month(price, price, standard), 1.0);
  EXPECT_EQ(transfers_per_month(0, 8, standard), 4.0) << "a sixteenth of the price at least";
  EXPECT_LT(transfers_per_month(9, 8, standard), 1.0);
  const MonthlyBudget all = monthly_budget(10'000, 0.2, 0, Sex::men, standard, 4);
  EXPECT_EQ(all.sent, 8'000);
  EXPECT_EQ(all.saved, 0);
  Parameters rigid;
  rigid.transfer_cost_elasticity = 0;
  EXPECT_EQ(transfers_per_month(2, 8, rigid), 1.0);
}

TEST(InformalWays, AreTakenMoreWhereFormalOnesCostMore) {
  EXPECT_NEAR(informal_share(3, standard), 0.182, 5e-4);
  EXPECT_NEAR(informal_share(8, standard), 0.250, 5e-4);
  EXPECT_LT(informal_share(7, standard), informal_share(8, standard));
  const Transfer way = transfer(10'000, 8, 0.25, standard);
  EXPECT_EQ(way.informal, 2'500);
  EXPECT_EQ(way.fee, 600 + 50);
}

TEST(TransferCost, IsZeroForNothingSentOrAFreeChannelAndRisesWithBoth) {
  EXPECT_EQ(transfer_cost(0, 7), 0);
  EXPECT_EQ(transfer_cost(20'000, 0), 0);
  EXPECT_EQ(transfer_cost(20'000, 7), 1'400);
  EXPECT_LT(transfer_cost(20'000, 6), transfer_cost(20'000, 7));
  EXPECT_LE(transfer_cost(12'345, 100), 12'345);
}

}  // namespace
}  // namespace sojourn::model
