// How far a lever is enforced in a month, and the list of kinds.
#include <gtest/gtest.h>

#include <set>

#include "unit/model/levers/lever_support.hpp"

namespace sojourn::model::test {
namespace {

TEST(Enforcement, IsZeroOutsideTheMonthsInForce) {
  LeverSpec lever = wage_floor(0.6, 400);
  lever.end = Month{2028, 6};
  EXPECT_EQ(lever.enforcement(Month{2026, 6}), 0);
  EXPECT_EQ(lever.enforcement(Month{2026, 7}), 0.6);
  EXPECT_EQ(lever.enforcement(Month{2028, 6}), 0.6) << "the end is the last month in force";
  EXPECT_EQ(lever.enforcement(Month{2028, 7}), 0);
}

TEST(Enforcement, RisesLinearlyOverThePhaseIn) {
  LeverSpec lever = wage_floor(0.6, 400);
  lever.phase_in_months = 12;
  EXPECT_DOUBLE_EQ(lever.enforcement(Month{2026, 7}), 0.6 * 1 / 12) << "month 1 of 12";
  EXPECT_DOUBLE_EQ(lever.enforcement(Month{2026, 12}), 0.6 * 6 / 12);
  EXPECT_DOUBLE_EQ(lever.enforcement(Month{2027, 6}), 0.6);
  EXPECT_DOUBLE_EQ(lever.enforcement(Month{2030, 1}), 0.6);
}

TEST(Enforcement, StepsHoldFromTheirMonthAndTheFirstFromTheStart) {
  LeverSpec lever = wage_floor(0, 400);
  lever.implementation = {{Month{2026, 1}, 0.2}, {Month{2027, 7}, 0.6}, {Month{2028, 1}, 0}};
  EXPECT_EQ(lever.enforcement(Month{2026, 6}), 0) << "the lever's own start holds";
  EXPECT_EQ(lever.enforcement(Month{2026, 7}), 0.2);
  EXPECT_EQ(lever.enforcement(Month{2027, 6}), 0.2);
  EXPECT_EQ(lever.enforcement(Month{2027, 7}), 0.6);
  EXPECT_EQ(lever.enforcement(Month{2028, 1}), 0);
}

TEST(Enforcement, StepsAndPhaseInMultiply) {
  LeverSpec lever = wage_floor(0, 400);
  lever.implementation = {{start, 0.2}, {start + 2, 0.8}};
  lever.phase_in_months = 4;
  EXPECT_DOUBLE_EQ(lever.enforcement(start), 0.2 * 0.25);
  EXPECT_DOUBLE_EQ(lever.enforcement(start + 1), 0.2 * 0.5);
  EXPECT_DOUBLE_EQ(lever.enforcement(start + 2), 0.8 * 0.75);
  EXPECT_DOUBLE_EQ(lever.enforcement(start + 3), 0.8);
}

TEST(LeverKinds, AreFoundByTheirNameAndSayAllThatPeopleAreTold) {
  std::set<std::string_view> names;
  for (const LeverKind* kind : lever_kinds()) {
    EXPECT_EQ(find_lever_kind(kind->name), kind);
    EXPECT_TRUE(names.insert(kind->name).second) << kind->name;
    for (const std::string_view text :
         {kind->theme, kind->summary, kind->acts_through, kind->evidence, kind->example}) {
      EXPECT_FALSE(text.empty()) << kind->name;
    }
    EXPECT_NE(kind->apply, nullptr) << kind->name;
    for (const KeySpec& key : kind->keys) EXPECT_FALSE(key.meaning.empty()) << kind->name << " " << key.name;
  }
  for (const std::string_view name : {"fee_cap", "employer_pays", "wage_floor", "departure_ban", "employer_change", "hotline", "agency_licensing", "age_limit", "remittance_subsidy", "reintegration_programme"}) {
    EXPECT_TRUE(names.contains(name)) << name;
  }
  EXPECT_EQ(find_lever_kind("fee_caps"), nullptr);
}

}  // namespace
}  // namespace sojourn::model::test
