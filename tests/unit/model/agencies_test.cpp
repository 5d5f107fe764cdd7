#include "model/agencies.hpp"

#include <gtest/gtest.h>

namespace sojourn::model {
namespace {

const Parameters standard;
constexpr std::int32_t month = 24'312;
const AgencyPlace place{.run = run_key(11, 0), .origin = 3, .slot = 4};

Agency usual() { return first_agency(place, 20, standard); }

TEST(Agencies, AreOneForThreeHundredHiresAndFewerAtCoarseScale) {
  EXPECT_EQ(agency_slots(6'000, 1, standard), 20U);
  EXPECT_EQ(agency_slots(6'000, 100, standard), 3U) << "60 simulated hires, 20 an agency";
  EXPECT_EQ(agency_slots(0, 100, standard), 1U) << "where no register counts too";
}

TEST(Agencies, StandForAsManyCasesAtAnyScale) {
  EXPECT_NEAR(cases_per_simulated(6'000, 1, 20, standard), 1.0, 1e-12);
  // 60 simulated hires at 3 slots: 20 each, and a real agency has 300.
  EXPECT_NEAR(cases_per_simulated(6'000, 100, 3, standard), 15.0, 1e-12);
}

TEST(Agencies, HoldTheWholeRangeOfHonestiesEvenWhereFew) {
  for (std::uint32_t slot = 0; slot < 5; ++slot) {
    AgencyPlace at = place;
    at.slot = slot;
    const Agency agency = first_agency(at, 5, standard);
    EXPECT_GT(agency.honesty, static_cast<float>(slot) / 5);
    EXPECT_LT(agency.honesty, static_cast<float>(slot + 1) / 5);
    EXPECT_GE(agency.capacity, 0.2F);
    EXPECT_LE(agency.capacity, 1.0F);
    EXPECT_LT(agency.violations, 3);
  }
}

TEST(Agencies, AreTheExampleOfTheirPage) {
  Agency agency = usual();
  agency.effort_logit = 0;
  agency.margin_usd_per_month = 8'000;
  agency.complaints_per_year = 6;
  EXPECT_NEAR(agency_stake_kusd(agency, {}, standard), 0.010, 5e-4);
  EXPECT_NEAR(settled_effort(agency, agency_stake_kusd(agency, {}, standard), standard), 0.378, 5e-4);
  EXPECT_NEAR(agency_stake_kusd(agency, {.rating_expected = 1}, standard), 6.410, 5e-4);
  EXPECT_NEAR(settled_effort(agency, 6.410, standard), 0.686, 5e-4);
  EXPECT_NEAR(agency_stake_kusd(agency, {.joint_liability = 1}, standard), 0.410, 5e-4);
  EXPECT_NEAR(screening_shift(0.686, standard), 0.1232, 5e-5);
  EXPECT_NEAR(screening_shift(settled_effort({}, 0.010, standard), standard), 0.0, 1e-12) << "as agencies are";
  // 25 placements, 5,000 USD of rents kept: 25 x 375 + 5,000 - 1,000.
  EXPECT_NEAR(agency_margin_usd({.placements = 25, .rent_cents = 500'000}, 1, standard), 13'375, 1e-6);
  EXPECT_NEAR(agency_margin_usd({.placements = 2}, 15, standard), 10'250, 1e-6);
}

TEST(AgencyMonth, MovesEffortASixthOfTheWayToWhereItSettles) {
  Agency agency = usual();
  agency.effort = 0.2F;
  agency.effort_logit = 0;
  const AgencyRules rating{.rating_expected = 1};
  const Agency before = agency;
  end_agency_month(agency, {.placements = 25}, place, month, rating, standard);
  Agency moved = before;
  moved.margin_usd_per_month = agency.margin_usd_per_month;  // this month's is known when effort is set
  const double settled = settled_effort(moved, agency_stake_kusd(moved, rating, standard), standard);
  EXPECT_NEAR(static_cast<double>(agency.effort), 0.2 + (settled - 0.2) / 6, 1e-6);
}

TEST(AgencyMonth, SuspendsAtTheThirdViolationForAYearAndLosesTheLicenceAtTheSecondTime) {
  Agency agency = usual();
  agency.violations = 2;
  const AgencyMonth certain{.placements = 25, .false_offers = 5, .found_millionths = 50'000'000};
  end_agency_month(agency, certain, place, month, {}, standard);
  EXPECT_TRUE(agency.open);
  EXPECT_EQ(agency.suspensions, 1);
  EXPECT_EQ(agency.violations, 0);
  EXPECT_FALSE(agency.licensed(month + 1));
  EXPECT_FALSE(agency.licensed(month + 12));
  EXPECT_TRUE(agency.licensed(month + 13));
  EXPECT_EQ(agency_weight(agency, 0.8, month + 1, {}, standard), 0.0);
  end_agency_month(agency, certain, place, month + 1, {}, standard);
  EXPECT_EQ(agency.violations, 0) << "without a licence there is none to inspect";
  end_agency_month(agency, certain, place, month + 13, {}, standard);
  EXPECT_FALSE(agency.open);
}

TEST(AgencyMonth, FindsNothingWhereNothingCanBeFound) {
  Agency agency = usual();
  const int before = agency.violations;
  for (int m = 0; m < 240; ++m) end_agency_month(agency, {.placements = 25, .false_offers = 5}, place, month + m, {}, standard);
  EXPECT_EQ(agency.violations, before);
  EXPECT_EQ(agency.suspensions, 0);
  EXPECT_TRUE(agency.open);
}

TEST(AgencyMonth, ClosesAfterTwoYearsOfLoss) {
  Agency agency = usual();
  agency.margin_usd_per_month = -1;
  for (int m = 0; m < 23; ++m) end_agency_month(agency, {}, place, month + m, {}, standard);
  EXPECT_TRUE(agency.open);
  end_agency_month(agency, {}, place, month + 23, {}, standard);
  EXPECT_FALSE(agency.open);
}

TEST(AgencyMonth, LowersTheReputationOfThoseWhoDefraud) {
  Agency honest = usual(), other = usual();
  end_agency_month(honest, {.placements = 25}, place, month, {}, standard);
  end_agency_month(other, {.placements = 15, .false_offers = 10}, place, month, {}, standard);
  EXPECT_GT(honest.reputation, other.reputation);
  EXPECT_GT(agency_weight(honest, 0.8, month, {}, standard), agency_weight(other, 0.8, month, {}, standard));
  const AgencyRules published{.rating_published = 1};
  EXPECT_GT(agency_weight(honest, 0.8, month, published, standard) / agency_weight(other, 0.8, month, published, standard),
            agency_weight(honest, 0.8, month, {}, standard) / agency_weight(other, 0.8, month, {}, standard));
}

TEST(Entry, BringsAnotherAgencyWhereItPays) {
  EXPECT_TRUE(agency_enters(20'001, standard));
  EXPECT_FALSE(agency_enters(20'000, standard));
  const Agency before = usual();
  const Agency next = next_agency(place, before, standard);
  EXPECT_EQ(next.generation, 1);
  EXPECT_NE(next.honesty, before.honesty);
  EXPECT_EQ(next.honesty, next_agency(place, before, standard).honesty);
  EXPECT_TRUE(next.licensed(month));
  EXPECT_EQ(next.reputation, static_cast<float>(place.mean_reputation));
}

}  // namespace
}  // namespace sojourn::model
