#include "model/networks.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace sojourn::model {
namespace {

const Parameters standard;

TEST(Communities, AreTheExampleOfTheirPage) {
  EXPECT_EQ(communities_in_slice(1'000'000, 1, standard), 500U);
  EXPECT_EQ(communities_in_slice(100'000, 10, standard), 500U);
  EXPECT_EQ(communities_in_slice(10'000, 100, standard), 50U) << "never fewer than 200 simulated persons in one";
  EXPECT_EQ(communities_in_slice(3, 1000, standard), 1U);
  EXPECT_EQ(communities_in_slice(0, 1, standard), 1U);
}

TEST(Community, IsThePersonsForLifeInEveryBlock) {
  EXPECT_EQ(community_of(PersonId{0, 5, 77}, 50), community_of(PersonId{0, 5, 77}, 50));
  EXPECT_EQ(community_of(PersonId{9, 5, 77}, 50), community_of(PersonId{0, 5, 77}, 50));
}

TEST(Community, MixesCellsAndIndices) {
  constexpr std::uint32_t n = 40;
  std::vector<int> persons(n), same(1);
  for (std::uint32_t cell = 0; cell < 100; ++cell) {
    for (std::uint32_t i = 0; i < 100; ++i) ++persons.at(community_of(PersonId{0, cell, i}, n));
  }
  // 10,000 persons over 40 communities: 250 each, standard deviation 15.6; five of those.
  for (const int count : persons) EXPECT_NEAR(count, 250, 5 * std::sqrt(250.0 * 39 / 40));
  int neighbours = 0;  // equal index in another cell: equal taste, so another community
  for (std::uint32_t i = 0; i < 4000; ++i)
    neighbours += community_of(PersonId{0, 1, i}, n) == community_of(PersonId{0, 2, i}, n);
  EXPECT_NEAR(neighbours, 100, 50);
}

TEST(Tightness, IsTheExampleOfItsPage) {
  Tightness market{.applicants = 60, .orders = 20};
  EXPECT_NEAR(market.value(), 3, 1e-12);
  for (int month = 0; month < 6; ++month) market.observe(20, 20);
  EXPECT_NEAR(market.value(), 1.670, 5e-4);  // 1 + 2 (5/6)^6
  for (int month = 0; month < 6; ++month) market.observe(20, 20);
  EXPECT_NEAR(market.value(), 1.224, 5e-4);
}

TEST(Tightness, ConvergesToWhatIsSeenAndIsZeroWithoutOrders) {
  Tightness market{.applicants = 500, .orders = 1};
  for (int month = 0; month < 200; ++month) market.observe(40, 80);
  EXPECT_NEAR(market.value(), 0.5, 1e-9);
  EXPECT_EQ(Tightness{}.value(), 0.0);
}

TEST(PooledTightness, DrawsSmallMarketsTowardsTheirCorridorAndThatTowardsItsOrigin) {
  const Tightness market{.applicants = 8, .orders = 4}, corridor{.applicants = 30, .orders = 10},
      origin{.applicants = 50, .orders = 10};
  // Origin 5; corridor (30 + 5 x 20/6) / (10 + 20/6) = 3.5; market (8 + 3.5 x 20/6) / (4 + 20/6).
  EXPECT_NEAR(pooled_tightness(market, corridor, origin), 2.682, 5e-4);
  EXPECT_NEAR(pooled_tightness({}, corridor, origin), 3.5, 1e-12) << "nothing known of the market";
  EXPECT_NEAR(pooled_tightness({.applicants = 80'000, .orders = 40'000}, corridor, origin), 2.0, 1e-3) << "a large market";
  EXPECT_EQ(pooled_tightness({}, {}, {}), 1.0) << "neither crowded nor short where nothing is known";
}

}  // namespace
}  // namespace sojourn::model
