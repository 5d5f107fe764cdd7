#include "model/welfare.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sojourn::model {
namespace {

const Parameters standard;

MarketTerms fund(double members, double dues_usd) {
  MarketTerms terms;
  terms.welfare_members = members;
  terms.welfare_dues_usd = dues_usd;
  terms.welfare_repatriates = true;
  return terms;
}

TEST(WelfareFund, IsTheExampleOfItsPage) {
  const Price papers{.documented = Usd{200}, .rent = Usd{300}};
  EXPECT_DOUBLE_EQ(with_dues(papers, fund(0.9, 15)).documented.value(), 215);
  EXPECT_DOUBLE_EQ(with_expected_dues(papers, fund(0.9, 15)).documented.value(), 213.5);
  EXPECT_EQ(with_dues(papers, fund(0.9, 15)).rent.value(), 300);
  EXPECT_EQ(with_expected_dues(papers, MarketTerms{}).documented.value(), 200) << "to the bit";
  EXPECT_NEAR(std::pow(1 - standard.welfare_flights_per_month, 3), 0.512, 1e-12);
}

TEST(WelfareFund, HasTheSameMembersAndOthersWhereItIsWider) {
  EXPECT_TRUE(joins_fund(fund(0.5, 15), 0.49));
  EXPECT_FALSE(joins_fund(fund(0.5, 15), 0.5));
  EXPECT_TRUE(joins_fund(fund(0.9, 15), 0.5));
  EXPECT_FALSE(joins_fund(MarketTerms{}, 1e-9));
}

TEST(WelfareFund, PaysAndFliesOnlyWhereItsRulesSaySo) {
  MarketTerms terms = fund(1, 15);
  EXPECT_EQ(death_benefit(terms), 0);
  terms.welfare_death_benefit_usd = 6'700;
  EXPECT_EQ(death_benefit(terms), 670'000);
  EXPECT_TRUE(flown_home(terms, 0.19, standard));
  EXPECT_FALSE(flown_home(terms, 0.2, standard));
  terms.welfare_repatriates = false;
  EXPECT_FALSE(flown_home(terms, 1e-9, standard));
}

}  // namespace
}  // namespace sojourn::model
