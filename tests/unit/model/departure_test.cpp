#include "model/departure.hpp"

#include <gtest/gtest.h>

#include "model/decision.hpp"

namespace sojourn::model {
namespace {

TEST(Channel, IsRegisteredForTheShareThatTheRegisterSees) {
  // Bangladesh to Oman in a year in which the register sees 0.28 of those who leave.
  EXPECT_EQ(channel_of(false, 0.28, 0.279), Channel::registered);
  EXPECT_EQ(channel_of(false, 0.28, 0.281), Channel::unregistered);
}

TEST(Channel, PastABanIsIrregularWhateverTheRegister) {
  EXPECT_EQ(channel_of(true, 1.0, 0.01), Channel::irregular);
  EXPECT_EQ(channel_of(true, 0.0, 0.99), Channel::irregular);
}

TEST(Channel, IsNeverIrregularWithoutABan) {
  int registered = 0;
  for (int i = 0; i < 1000; ++i) {
    const Channel channel = channel_of(false, 0.7, (i + 0.5) / 1000);
    EXPECT_NE(channel, Channel::irregular);
    registered += channel == Channel::registered ? 1 : 0;
  }
  EXPECT_EQ(registered, 700);
}

TEST(Ban, StopsNobodyAtZeroAndEverybodyAtOne) {
  MarketTerms terms;
  EXPECT_FALSE(is_barred(terms, 1e-9));
  terms.departure_barred = 1;
  EXPECT_TRUE(is_barred(terms, 1 - 1e-9));
}

TEST(Ban, StopsTheSamePersonsAndMoreWhenItIsBetterEnforced) {
  MarketTerms weak, strong;
  weak.departure_barred = 0.3;
  strong.departure_barred = 0.9;
  int stopped = 0;
  for (int i = 0; i < 1000; ++i) {
    const double u = (i + 0.5) / 1000;
    if (is_barred(weak, u)) {
      EXPECT_TRUE(is_barred(strong, u));
    }
    stopped += is_barred(strong, u) ? 1 : 0;
  }
  EXPECT_EQ(stopped, 900);
}

// The example of the page: of 1,000 women of 28, 350 have a child under five; 280 are stopped and 70 declare another occupation.
TEST(RuleAnswer, PartsThoseStoppedFromThoseWhoDeclareAnotherOccupation) {
  const Parameters parameters;
  const RunKey run = run_key(2026, 7);
  MarketTerms terms;
  terms.child_rule_enforcement = 1;
  terms.child_rule_years = 5;
  constexpr int people = 20'000;
  int stopped = 0, declared = 0, stopped_where_none_is_open = 0;
  for (std::uint32_t i = 0; i < people; ++i) {
    PersonFacts facts{.person = PersonId{0, 0, i}};
    facts.age_years = 28;
    const RuleAnswer answer = answer_to_rule(terms, facts, Sex::women, 0.5, true, run, parameters);
    const RuleAnswer alone = answer_to_rule(terms, facts, Sex::women, 0.5, false, run, parameters);
    stopped += answer == RuleAnswer::stopped ? 1 : 0;
    declared += answer == RuleAnswer::declares_another ? 1 : 0;
    stopped_where_none_is_open += alone == RuleAnswer::stopped ? 1 : 0;
    ASSERT_NE(alone, RuleAnswer::declares_another);
    ASSERT_EQ(answer == RuleAnswer::passes, alone == RuleAnswer::passes);
    ASSERT_EQ(is_barred_by_rule(terms, facts, Sex::women, 0.5, true, run, parameters), answer == RuleAnswer::stopped);
    ASSERT_EQ(answer_to_rule(terms, facts, Sex::men, 0.5, true, run, parameters), RuleAnswer::passes);
  }
  EXPECT_EQ(stopped + declared, stopped_where_none_is_open);
  EXPECT_NEAR(stopped, 0.28 * people, 5 * 64);   // five standard deviations of 20,000 draws
  EXPECT_NEAR(declared, 0.07 * people, 5 * 37);
}

TEST(DeclaredSkill, IsWhatTheOccupationAsksForAndNeverBelowTheOwn) {
  EXPECT_EQ(declared_skill(Skill::elementary, lowest_skill(Sector::care_health)), Skill::medium);
  EXPECT_EQ(declared_skill(Skill::elementary, lowest_skill(Sector::professional)), Skill::high);
  EXPECT_EQ(declared_skill(Skill::medium, lowest_skill(Sector::services)), Skill::medium);
}

}  // namespace
}  // namespace sojourn::model
