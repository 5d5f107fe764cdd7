// Ways into a market beside the usual one: the worked numbers of docs/model/pathways.md.
#include "model/pathways.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "model/channels.hpp"

namespace sojourn::model {
namespace {

const Parameters standard;

TEST(PublicShare, IsTheWorkedExampleOfTheDocs) {
  EXPECT_NEAR(public_share(UsdPerMonth{400}, UsdPerMonth{440}, 0, standard), 0.138, 5e-4);
  EXPECT_NEAR(public_share(UsdPerMonth{400}, UsdPerMonth{440}, 0.5, standard), 0.569, 5e-4);
  EXPECT_DOUBLE_EQ(public_share(UsdPerMonth{400}, UsdPerMonth{440}, 1, standard), 1.0);
  EXPECT_LT(public_share(UsdPerMonth{400}, UsdPerMonth{480}, 0, standard), public_share(UsdPerMonth{400}, UsdPerMonth{440}, 0, standard))
      << "the more an employer loses of what workers pay";
}

TEST(ExpectedMonths, AreTheWorkedExampleOfTheDocs) {
  const auto months = [](double stay, bool reentry) { return expected_months({.places_milli = 1, .stay_months = stay, .reentry = reentry}, 48); };
  EXPECT_DOUBLE_EQ(months(0, false), 48);
  EXPECT_DOUBLE_EQ(months(9, false), 9);
  EXPECT_DOUBLE_EQ(months(9, true), 36);
  EXPECT_DOUBLE_EQ(months(60, true), 48);
}

TEST(CostWeight, IsTheWorkedExampleOfTheDocs) {
  EXPECT_NEAR(cost_weight({.stay_months = 9, .reentry = true}, 48, standard), 1.26, 5e-3);
  EXPECT_NEAR(cost_weight({.stay_months = 9, .reentry = false}, 48, standard), 4.43, 5e-3);
  EXPECT_EQ(cost_weight({.stay_months = 60}, 48, standard), 1);
}

TEST(PayShare, IsThatOfTheHoursAllowed) {
  EXPECT_NEAR(pay_share({.hours_per_week = 20}, standard), 0.4167, 5e-5);
  EXPECT_DOUBLE_EQ(pay_share({.hours_per_week = 0}, standard), 1);
  EXPECT_DOUBLE_EQ(pay_share({.hours_per_week = 60}, standard), 1);
}

TEST(Language, TakesFewerAndLongerTheHigherTheLevel) {
  EXPECT_DOUBLE_EQ(language_share(0, standard), 1);
  EXPECT_NEAR(language_share(3, standard), 0.343, 1e-9);
  EXPECT_DOUBLE_EQ(language_months(3, standard), 9);
}

TEST(ChooseWay, IsTheWorkedExampleOfTheDocs) {
  WayViews ways;
  ways[0] = {.open = true, .burden_usd = 1'800, .chance = 0.5};
  ways[1] = {.open = true, .burden_usd = 0, .chance = 0.05};
  constexpr int people = 20'000;
  int programme = 0;
  for (std::uint64_t i = 0; i < people; ++i) {
    const Pathway way = choose_way(ways, RandomStream{{1, 2}, i, 0, Draw::pathway}, standard);
    ASSERT_TRUE(way == Pathway::usual || way == Pathway::programme);
    programme += way == Pathway::programme ? 1 : 0;
  }
  const double share = 0.05 / (0.05 + 0.5 * std::exp(-2.0));
  EXPECT_NEAR(share, 0.425, 5e-4);
  EXPECT_NEAR(programme, people * share, 4 * std::sqrt(people * share * (1 - share)));
  ways[0].open = false;
  EXPECT_EQ(choose_way(ways, RandomStream{{1, 2}, 7, 0, Draw::pathway}, standard), Pathway::programme);
  ways[1].open = false;
  EXPECT_EQ(choose_way(ways, RandomStream{{1, 2}, 7, 0, Draw::pathway}, standard), Pathway::usual) << "nothing is open";
}

TEST(ChooseWay, MovesNobodyBetweenOtherWaysWhenOneOpens) {
  WayViews before;
  before[0] = {.open = true, .burden_usd = 500, .chance = 1};
  before[3] = {.open = true, .burden_usd = 900, .chance = 1};
  WayViews after = before;
  after[4] = {.open = true, .burden_usd = 700, .chance = 0.5};
  for (std::uint64_t i = 0; i < 2'000; ++i) {
    const Pathway now = choose_way(after, RandomStream{{1, 2}, i, 0, Draw::pathway}, standard);
    if (now == Pathway::legal) continue;
    ASSERT_EQ(now, choose_way(before, RandomStream{{1, 2}, i, 0, Draw::pathway}, standard)) << i;
  }
}

TEST(PrivateWays, WeighTogetherAsTheWorkedExampleOfTheDocs) {
  const ChannelRents rents{1'419.6, 1'153.5, 102.9};  // an agency's with the effort to reach it, three links, a tie
  const double burden = burden_of_private_ways(rents, 0, true, standard);
  double sum = 0;
  for (const double rent : rents) sum += std::exp(-rent * 1.225 / 900);
  EXPECT_NEAR(burden, -900 * std::log(sum), 0.5);
  EXPECT_LT(burden, burden_of_private_ways(rents, 0, false, standard)) << "a tie is cheap";
}

TEST(ProgrammeRank, FollowsItsRule) {
  EXPECT_GT(programme_rank(Selection::queue, -2, 5, 0.1, standard), programme_rank(Selection::queue, 2, 4, 0.9, standard));
  EXPECT_GT(programme_rank(Selection::lottery, -2, 1, 0.9, standard), programme_rank(Selection::lottery, 2, 20, 0.1, standard));
  EXPECT_GT(programme_rank(Selection::test, 2, 1, 0.1, standard), programme_rank(Selection::test, 0, 20, 0.9, standard));
}

TEST(Ceiling, IsTheWorkedExampleOfTheDocs) {
  EXPECT_DOUBLE_EQ(orders_under_ceiling(100, 60, 0.5), 80);
  EXPECT_DOUBLE_EQ(orders_under_ceiling(50, 60, 1), 50);
}

}  // namespace
}  // namespace sojourn::model
