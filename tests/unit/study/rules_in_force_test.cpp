// Rules in force in whole studies: what gives way changes nothing elsewhere, and scenarios share their past as before.
#include <gtest/gtest.h>

#include "sim/run.hpp"
#include "study/headline.hpp"
#include "study/run_input.hpp"
#include "study_support.hpp"

namespace sojourn::study::test {
namespace {

const Month parting = first_recorded + 6;

/// A rule since long ago.
model::LeverSpec rule(model::LeverSpec lever, const std::string& id = "ref-rule") {
  lever.id = id;
  lever.start = Month{2015, 1};
  lever.implementation.front().from = lever.start;
  lever.rule_in_force = true;
  return lever;
}
model::LeverSpec floor_in_force() { return rule(wage_floor({aaa_gulf, bbb_gulf}, first_recorded, 0.4, 420)); }

/// Digests of the two runs of a scenario.
std::vector<std::string> digests(const std::vector<model::LeverSpec>& levers) {
  Study study = small_study(2);
  study.scenarios = {scenario("one", levers)};
  return run(study).run_digests;
}

TEST(RulesInForce, ActInEveryScenario) {
  EXPECT_NE(digests({floor_in_force()}), digests({}));
}

TEST(RulesInForce, AtNoEnforcementOrAfterTheirEndChangeNothing) {
  model::LeverSpec idle = floor_in_force(), over = floor_in_force();
  idle.implementation.front().level = 0;
  over.end = first_recorded + -12;
  EXPECT_EQ(digests({idle, over}), digests({}));
}

TEST(RulesInForce, ALeverAtZeroBesideOneChangesNothing) {
  EXPECT_EQ(digests({floor_in_force(), wage_floor({aaa_gulf}, parting, 0, 300)}), digests({floor_in_force()}));
}

TEST(RulesInForce, ALeverAsWellEnforcedStandsInTheRulesPlace) {
  EXPECT_EQ(digests({floor_in_force(), wage_floor({aaa_gulf, bbb_gulf}, Month{2015, 1}, 0.4, 500)}),
            digests({wage_floor({aaa_gulf, bbb_gulf}, Month{2015, 1}, 0.4, 500)}));
  EXPECT_NE(digests({floor_in_force(), wage_floor({aaa_gulf}, parting, 0.4, 500)}), digests({floor_in_force()}));
}

TEST(RulesInForce, TheirOrderAmongLeversDoesNotMatter) {
  const model::LeverSpec own = wage_floor({aaa_gulf}, parting, 0.6, 500), cap = rule(fee_cap({bbb_gulf}, parting, 0.1, 200), "ref-cap");
  EXPECT_EQ(digests({floor_in_force(), cap, own}), digests({own, cap, floor_in_force()}));
}

/// A baseline under a rule; a floor of its own; the rule ended; the rule taken out.
Study under_a_rule() {
  Study study = small_study(2);
  model::LeverSpec ended = floor_in_force();
  ended.end = parting + -1;
  study.scenarios = {scenario("baseline", {floor_in_force()}),
                     scenario("own", {floor_in_force(), wage_floor({aaa_gulf}, parting, 0.6, 500)}, "baseline"),
                     scenario("ended", {ended}, "baseline"), scenario("without", {}, "baseline")};
  return study;
}

TEST(RulesInForce, PartScenariosFromTheMonthInWhichTheyAreEnforcedOtherwise) {
  const Study study = under_a_rule();
  EXPECT_EQ(acts_first(study, 1, 0), parting);
  EXPECT_EQ(acts_first(study, 2, 0), parting);
  EXPECT_LT(acts_first(study, 3, 0), study.start + -study.burn_in_months);
  EXPECT_EQ(first_difference(study, 2, 0), parting);
  EXPECT_EQ(first_difference(study, 3, 0), study.start);
}

TEST(RulesInForce, GiveTheSameBytesWithASharedPastAsAlone) {
  const Study together = under_a_rule();
  const Outcome outcome = run(together);
  for (std::size_t s = 0; s < together.scenarios.size(); ++s) {
    const std::vector<std::string> alone = digests(together.scenarios[s].levers);
    for (std::size_t r = 0; r < 2; ++r) EXPECT_EQ(outcome.run_digests[s * 2 + r], alone[r]) << together.scenarios[s].name;
  }
}

}  // namespace
}  // namespace sojourn::study::test
