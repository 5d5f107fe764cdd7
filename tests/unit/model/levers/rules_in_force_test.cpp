// Rules in force and levers of their kind on one market: which of them holds, whatever their order.
#include <gtest/gtest.h>

#include <algorithm>

#include "model/levers/terms.hpp"
#include "unit/model/levers/lever_support.hpp"

namespace sojourn::model::test {
namespace {

MarketTerms terms(const std::vector<LeverSpec>& levers, std::uint16_t corridor = 0, Month month = start,
                  const std::vector<bool>& left_out = {}) {
  return terms_of(levers, month, CorridorId{corridor}, Sector::domestic_work, Sex::women, Skill::elementary, 275, left_out);
}

LeverSpec rule(LeverSpec lever, const std::string& id = "ref-rule") {
  lever.id = id;
  lever.start = Month{2015, 7};
  lever.implementation.front().from = lever.start;
  lever.rule_in_force = true;
  return lever;
}

TEST(RulesInForce, HoldWhereNoLeverOfTheirKindIs) {
  EXPECT_EQ(terms({rule(fee_cap(0.05, 98))}).fee_cap_usd, 98);
  const MarketTerms both = terms({rule(fee_cap(0.05, 98)), wage_floor(1, 400)});
  EXPECT_EQ(both.fee_cap_usd, 98) << "a lever of another kind takes nothing over";
  EXPECT_EQ(both.wage_floor_usd_per_month, 400);
}

TEST(RulesInForce, GiveWayToALeverThatIsEnforcedAsWell) {
  for (const double level : {0.05, 0.6}) {
    const MarketTerms found = terms({rule(fee_cap(0.05, 98)), fee_cap(level, 500)});
    EXPECT_EQ(found, terms({fee_cap(level, 500)})) << "the lower cap of the rule is gone, at " << level;
  }
}

TEST(RulesInForce, StandAgainstALeverThatIsEnforcedLess) {
  for (const double level : {0.0, 0.02, 0.0499}) {
    const MarketTerms found = terms({rule(fee_cap(0.05, 98)), fee_cap(level, 10)});
    EXPECT_EQ(found, terms({rule(fee_cap(0.05, 98))})) << "a lower cap hardly enforced does not weaken the rule, at " << level;
  }
}

TEST(RulesInForce, GiveWayAtAnyLevelToALeverThatReplacesThem) {
  EXPECT_EQ(terms({rule(fee_cap(0.05, 98)), named(fee_cap(0.02, 500), "own", {"ref-rule"})}), terms({fee_cap(0.02, 500)}));
  EXPECT_EQ(terms({rule(fee_cap(0.05, 98)), named(fee_cap(0, 500), "own", {"ref-rule"})}), MarketTerms{});
}

TEST(RulesInForce, GiveWayOnlyWhereAndWhileTheLeverHolds) {
  LeverSpec own = fee_cap(0.6, 500);
  own.reach.corridors = {true, false, false};
  own.end = Month{2027, 6};
  EXPECT_EQ(terms({rule(fee_cap(0.05, 98)), own}, 1).fee_cap_usd, 98);
  EXPECT_EQ(terms({rule(fee_cap(0.05, 98)), own}, 0, start + -1).fee_cap_usd, 98);
  EXPECT_EQ(terms({rule(fee_cap(0.05, 98)), own}, 0, Month{2027, 7}).fee_cap_usd, 98);
  EXPECT_EQ(terms({rule(fee_cap(0.05, 98)), own}).fee_cap_usd, 500);
}

TEST(RulesInForce, GiveWayAsSoonAsALeverIsPhasedInFarEnough) {
  LeverSpec own = fee_cap(0.6, 500);
  own.phase_in_months = 12;  // 0.05, 0.1, ...
  const std::vector<LeverSpec> levers{rule(fee_cap(0.07, 98)), own};
  EXPECT_EQ(terms(levers, 0, start).fee_cap_usd, 98);
  EXPECT_EQ(terms(levers, 0, start + 1).fee_cap_usd, 500);
}

TEST(RulesInForce, StandForThosePersonsWhomALeverDoesNotReach) {
  const std::vector<LeverSpec> levers{rule(fee_cap(0.05, 98)), fee_cap(0.6, 500)};
  EXPECT_EQ(terms(levers, 0, start, {false, true}).fee_cap_usd, 98);
  EXPECT_EQ(terms(levers, 0, start, {false, false}).fee_cap_usd, 500);
}

TEST(RulesInForce, NeverHoldTogetherWithLeversOfTheirKind) {
  // Of several rules the best enforced decides; then all of them hold, or none.
  const LeverSpec weak = rule(fee_cap(0.05, 98), "ref-weak"), strong = rule(fee_cap(0.5, 900), "ref-strong");
  EXPECT_EQ(terms({weak, strong, fee_cap(0.3, 10)}), terms({weak, strong}));
  EXPECT_EQ(terms({weak, strong, fee_cap(0.5, 2000)}), terms({fee_cap(0.5, 2000)}));
}

TEST(RulesInForce, CapacitiesAddUp) {
  const LeverSpec there = rule(lever_of("labour_attaches", 1, {{"attaches_per_destination", 4}, {"cases_per_attache_per_month", 25}}));
  const LeverSpec more = lever_of("labour_attaches", 0.5, {{"attaches_per_destination", 4}, {"cases_per_attache_per_month", 25}});
  EXPECT_EQ(terms({there, more}).attaches, 6);
}

TEST(RulesInForce, HoldOrGiveWayInAnyOrder) {
  std::vector<LeverSpec> levers{rule(fee_cap(0.05, 98), "ref-a"), rule(fee_cap(0.2, 300), "ref-b"),
                                rule(employer_pays(0.1, {"airfare"}), "ref-c"), fee_cap(0.2, 700),
                                named(employer_pays(0.01, {"all"}), "own", {"ref-c"})};
  const auto by_id = [](const LeverSpec& a, const LeverSpec& b) { return a.id < b.id; };
  std::ranges::sort(levers, by_id);
  const MarketTerms first = terms(levers);
  EXPECT_EQ(first.fee_cap_usd, 700);
  EXPECT_EQ(first.employer_pays_enforcement, 0.01);
  while (std::next_permutation(levers.begin(), levers.end(), by_id)) ASSERT_EQ(terms(levers), first);
}

}  // namespace
}  // namespace sojourn::model::test
