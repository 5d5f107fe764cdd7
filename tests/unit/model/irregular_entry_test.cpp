#include "model/irregular_entry.hpp"

#include <gtest/gtest.h>

namespace sojourn::model {
namespace {

const Parameters standard;

// Cambodia to Thailand: papers of 300 USD, three months of waiting, 60 USD a month gained by being there.
RegularWay memorandum(double cost) { return {.cost = Usd{cost}, .waiting = Months{3}, .gained_a_month = UsdPerMonth{60}}; }

TEST(RegularWay, BurdensByCostWithInterestAndByWaiting) {
  EXPECT_NEAR(regular_burden(memorandum(300), standard).value(), 300 * 1.225 + 180, 1e-9);
  RegularWay slower = memorandum(300);
  slower.waiting = Months{4};
  EXPECT_GT(regular_burden(slower, standard).value(), regular_burden(memorandum(300), standard).value());
  RegularWay worthless = memorandum(300);
  worthless.gained_a_month = UsdPerMonth{-20};  // waiting at home costs nothing then
  EXPECT_NEAR(regular_burden(worthless, standard).value(), 367.5, 1e-9);
}

TEST(IrregularEntry, IsTheBaseShareAtTheBaseBurdenToTheBit) {
  const Usd burden = regular_burden(memorandum(317.37), standard);
  for (const double share : {0.1, 0.7, 0.99}) EXPECT_EQ(irregular_share(share, burden, burden, standard), share);
}

TEST(IrregularEntry, GrowsWithWhatPapersCost) {
  const Usd base = regular_burden(memorandum(300), standard);
  EXPECT_NEAR(irregular_share(0.7, regular_burden(memorandum(700), standard), base, standard), 0.8009, 5e-5);
  EXPECT_NEAR(irregular_share(0.7, regular_burden(memorandum(0), standard), base, standard), 0.6080, 5e-5);
  EXPECT_LE(irregular_share(0.7, Usd{1e9}, base, standard), 1.0);
  EXPECT_GE(irregular_share(0.7, Usd{-1e9}, base, standard), 0.0);
}

TEST(IrregularEntry, IsNeverWhereThereIsNoWay) {
  EXPECT_EQ(irregular_share(0, Usd{5'000}, Usd{100}, standard), 0.0);
  EXPECT_EQ(share_of_seekers(0, Months{3}, standard), 0.0);
}

TEST(IrregularEntry, NeedsFewerSeekersWhereTheRegularWayLosesMore) {
  EXPECT_NEAR(share_of_seekers(0.7, Months{3}, standard), 0.6871, 5e-5);
  EXPECT_EQ(share_of_seekers(0.7, Months{1}, standard), 0.7);
}

TEST(IrregularEntry, IsFoundAsOftenAsTheMeanStayLeavesRoomFor) {
  const auto removal = [](double stay, double others) {
    return removal_where_crossed(Months{stay}, PerMonth{others}, PerMonth{0.001}, standard).value();
  };
  EXPECT_NEAR(removal(60, 0.0075), 0.00767, 5e-6);  // 0.092 a year
  EXPECT_EQ(removal(18, 0.0075), 0.20 / 12);        // never more often than elsewhere
  EXPECT_EQ(removal(200, 0.0075), 0);
}

}  // namespace
}  // namespace sojourn::model
