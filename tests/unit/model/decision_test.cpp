#include "model/decision.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sojourn::model {
namespace {

const Parameters standard;

// The worked case of docs/model/decision.md: an elementary worker of Bangladesh and Saudi Arabia.
MarketView bangladesh_to_saudi_arabia() {
  return {.wage = UsdPerMonth{295},
          .home_wage = UsdPerMonth{90.75},
          .living_share = 0.2,
          .expected_cost = Usd{5310},
          .death_hazard = 130.0 / 100'000 / 12,
          .experienced = false,
          .expected_stay = Months{48},
          .present_value = present_value_months(Months{48}, 0.01)};
}

TEST(PresentValue, OfTwoThreeAndFourYearsIsTheExampleOfItsPage) {
  EXPECT_NEAR(present_value_months(Months{24}, 0.01), 21.2434, 5e-5);
  EXPECT_NEAR(present_value_months(Months{36}, 0.01), 30.1075, 5e-5);
  EXPECT_NEAR(present_value_months(Months{48}, 0.01), 37.9740, 5e-5);
}

TEST(PresentValue, IsZeroForNoStayAndLessThanTheStay) {
  EXPECT_EQ(present_value_months(Months{0}, 0.01), 0.0);
  for (const double months : {1.0, 12.0, 120.0}) EXPECT_LT(present_value_months(Months{months}, 0.01), months);
}

TEST(PerceivedGain, IsTheExampleOfItsPage) {
  EXPECT_NEAR(cost_with_interest(standard), 1.225, 1e-12);
  EXPECT_NEAR(perceived_gain(bangladesh_to_saudi_arabia(), standard).value(), -9328.57, 0.005);
  MarketView experienced = bangladesh_to_saudi_arabia();
  experienced.experienced = true;
  EXPECT_NEAR(perceived_gain(experienced, standard).value(), -4756.14, 0.005);
}

TEST(PerceivedGain, RisesWithPayAndFallsWithHomePayCostAndDanger) {
  const double base = perceived_gain(bangladesh_to_saudi_arabia(), standard).value();
  const auto with = [](auto change) {
    MarketView view = bangladesh_to_saudi_arabia();
    change(view);
    return perceived_gain(view, standard).value();
  };
  EXPECT_GT(with([](MarketView& view) { view.wage = UsdPerMonth{296}; }), base);
  EXPECT_LT(with([](MarketView& view) { view.home_wage = UsdPerMonth{91}; }), base);
  EXPECT_LT(with([](MarketView& view) { view.expected_cost = Usd{5311}; }), base);
  EXPECT_LT(with([](MarketView& view) { view.death_hazard *= 1.1; }), base);
  EXPECT_LT(with([](MarketView& view) { view.living_share = 0.45; }), base);
}

TEST(LowestSkill, KeepsElementaryWorkersOutOfSkilledSectors) {
  EXPECT_EQ(lowest_skill(Sector::construction), Skill::elementary);
  EXPECT_EQ(lowest_skill(Sector::domestic_work), Skill::elementary);
  EXPECT_EQ(lowest_skill(Sector::transport), Skill::medium);
  EXPECT_EQ(lowest_skill(Sector::care_health), Skill::medium);
  EXPECT_EQ(lowest_skill(Sector::professional), Skill::high);
}

TEST(AgeFactor, IsZeroOutsideTheAgesAtWhichPeopleGo) {
  EXPECT_EQ(age_factor(17, standard), 0.0);
  EXPECT_EQ(age_factor(56, standard), 0.0);
  EXPECT_EQ(age_factor(18, standard), 1.0);
  EXPECT_EQ(age_factor(30, standard), 1.0);
  EXPECT_NEAR(age_factor(40, standard), 0.6648, 5e-5);  // 0.96^10
  for (int age = 30; age < 55; ++age) EXPECT_LT(age_factor(age + 1, standard), age_factor(age, standard));
}

TEST(NetworkIndex, RisesWithTheShareAbroadUpToAFifth) {
  EXPECT_EQ(network_index(0, false, standard), 0.0);
  EXPECT_NEAR(network_index(0.1, false, standard), 0.5, 1e-12);
  EXPECT_NEAR(network_index(0.2, false, standard), 1.0, 1e-12);
  EXPECT_EQ(network_index(0.9, false, standard), network_index(0.2, false, standard));
  EXPECT_NEAR(network_index(0, true, standard), 0.75, 1e-12);
}

TEST(SearchHazard, IsTheExampleOfItsPage) {
  const Usd gain{-9328.57};
  EXPECT_NEAR(search_hazard(gain, 0.0, 0.0, 0.0, 1.0, standard).value(), 0.00427, 5e-6);
  EXPECT_NEAR(search_hazard(gain, 0.5, 0.0, 0.0, 1.0, standard).value(), 0.06358, 5e-6);
  EXPECT_NEAR(search_hazard(gain, 0.0, 0.0, 0.5, 1.0, standard).value(), 0.00685, 5e-6);
}

TEST(SearchHazard, IsZeroOutsideTheAgesAndWhereNoMarketIsOpen) {
  EXPECT_EQ(search_hazard(Usd{50'000}, 3.0, 0.0, 1.0, 0.0, standard).value(), 0.0);
  EXPECT_EQ(search_hazard(Usd{-1e9}, 5.0, 0.0, 1.0, 1.0, standard).value(), 0.0);
}

TEST(SearchHazard, RisesWithGainTasteAndNetworkAndNeverPassesItsHighest) {
  const auto hazard = [](double gain, double taste, double network) {
    return search_hazard(Usd{gain}, taste, 1.0, network, 1.0, standard).value();
  };
  EXPECT_GT(hazard(1000, 0, 0), hazard(0, 0, 0));
  EXPECT_GT(hazard(0, 0.1, 0), hazard(0, 0, 0));
  EXPECT_GT(hazard(0, 0, 0.1), hazard(0, 0, 0));
  EXPECT_LE(hazard(1e6, 5, 1), standard.search_hazard_max_per_month);
}

TEST(Acceptance, IsTheExampleOfItsPage) {
  EXPECT_NEAR(acceptance_probability(Usd{-9328.57}, 0.43, 0.0, standard), 0.522, 5e-4);
  EXPECT_NEAR(acceptance_probability(Usd{-9328.57}, 0.5, 0.0, standard), 0.753, 5e-4);
}

TEST(HelpInSeeking, LeavesWhoNeededItShortOfAsMuchGainAsItMadeUpFor) {
  const auto hazard = [](double help, double taste) { return search_hazard(Usd{-9328.57 + help}, taste, 0, 0, 1, standard); };
  const PerMonth unaided = hazard(0, 0.43);
  EXPECT_NEAR(unaided.value(), 0.0511, 5e-5);
  const Usd short_of = short_without_help(PerMonth{0.08}, unaided, 1, standard);
  EXPECT_NEAR(short_of.value(), 4027.5, 0.5);
  EXPECT_NEAR(hazard(short_of.value(), 0.43).value(), 0.08, 1e-12) << "so much help would just have been enough";
  EXPECT_NEAR(acceptance_probability(Usd{-9328.57 - short_of.value()}, 0.43, 0, standard), 0.0693, 5e-5);
  EXPECT_EQ(short_without_help(PerMonth{0.05}, unaided, 1, standard).value(), 0.0) << "seeks without help";
  EXPECT_NEAR(short_without_help(unaided, unaided, 1, standard).value(), 0.0, 1e-9) << "no step where help begins to be needed";
}

TEST(HelpInSeeking, LowersTheDrawOfAcceptanceAsALossOfGainWould) {
  EXPECT_EQ(acceptance_draw(0.3, Usd{0}, standard), 0.3);
  const Usd short_of{2000};
  for (const double taste : {0.3, 0.43, 0.5, 0.7}) {
    // The draw at which somebody is in doubt without the loss, and the one with it.
    const double with_loss = acceptance_probability(Usd{-9328.57 - short_of.value()}, taste, 0, standard);
    EXPECT_NEAR(acceptance_draw(with_loss, short_of, standard), acceptance_probability(Usd{-9328.57}, taste, 0, standard), 1e-12);
  }
  double last = 0;
  for (const double lack : {0.0, 100.0, 1000.0, 4000.0}) {
    EXPECT_GT(acceptance_draw(0.2, Usd{lack}, standard), last);
    last = acceptance_draw(0.2, Usd{lack}, standard);
  }
  EXPECT_LE(acceptance_draw(0.2, Usd{1e9}, standard), 1.0);
}

TEST(ChoiceWeight, FollowsOrdersShunsCrowdsAndIsZeroWithoutOrders) {
  EXPECT_EQ(choice_weight(0, 1, Usd{1e6}, standard), 0.0);
  EXPECT_NEAR(choice_weight(0.2, 1, Usd{0}, standard), 0.2, 1e-12);
  EXPECT_NEAR(choice_weight(0.2, 4, Usd{0}, standard), 0.05, 1e-12);
  EXPECT_NEAR(choice_weight(0.2, 0.1, Usd{0}, standard), 0.2, 1e-12) << "short of applicants is not shunned";
  EXPECT_NEAR(choice_weight(0.2, 1, Usd{3000}, standard), 0.2 * std::exp(1.0), 1e-12);
  EXPECT_TRUE(std::isfinite(choice_weight(1, 1, Usd{1e9}, standard)));
}

TEST(KeptHomeByNorms, AreWomenWithoutExperienceAndFewerWhereManyHaveGone) {
  EXPECT_NEAR(kept_home_by_norms(Sex::women, false, 0.1, standard), 0.092, 5e-4);
  EXPECT_EQ(kept_home_by_norms(Sex::women, false, 0, standard), 0.25);
  EXPECT_EQ(kept_home_by_norms(Sex::women, true, 0, standard), 0.0);
  EXPECT_EQ(kept_home_by_norms(Sex::men, false, 0, standard), 0.0);
}

}  // namespace
}  // namespace sojourn::model
