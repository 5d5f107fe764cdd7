// Whom a lever with conditions reaches, person by person, and what markets expect of it.
#include "model/levers/conditions.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "lever_support.hpp"
#include "model/decision.hpp"
#include "model/households.hpp"
#include "model/levers/terms.hpp"
#include "model/levers/trigger.hpp"
#include "model/parameters.hpp"

namespace sojourn::model::test {
namespace {

const RunKey run = run_key(3, 0);
const Parameters parameters;

PersonFacts somebody() {
  return {.person = PersonId{1, 2, 3}, .community = 4, .spells_before = 1, .arrived = Month{2026, 5}, .age_years = 30};
}
bool reaches(const Conditions& conditions, const PersonFacts& person) {
  return meets(conditions, lever_key("fee_cap"), person, run, parameters);
}

TEST(Conditions, OfNothingReachEverybody) {
  EXPECT_FALSE(Conditions{}.any());
  EXPECT_TRUE(reaches({}, somebody()));
  EXPECT_TRUE((Conditions{.pilot_percent = 99.9}).any());
  EXPECT_TRUE((Conditions{.age_min_years = 15}).any());
}

TEST(Conditions, AskForSpellsArrivalAndAge) {
  PersonFacts person = somebody();
  EXPECT_FALSE(reaches({.first_timers = true}, person));
  person.spells_before = 0;
  EXPECT_TRUE(reaches({.first_timers = true}, person));
  EXPECT_FALSE(reaches({.arrived_after = Month{2026, 5}}, person)) << "after that month, not in it";
  EXPECT_TRUE(reaches({.arrived_after = Month{2026, 4}}, person));
  EXPECT_TRUE(reaches({.age_min_years = 30, .age_max_years = 30}, person)) << "both inclusive";
  EXPECT_FALSE(reaches({.age_min_years = 31}, person));
  EXPECT_FALSE(reaches({.age_max_years = 29}, person));
  EXPECT_FALSE(reaches({.first_timers = true, .age_max_years = 29}, person)) << "all together";
}

TEST(Conditions, OnChildrenReachTheMothersOfTheCareRuleAtFiveYearsAndMoreAtMore) {
  int five = 0;
  for (std::uint32_t i = 0; i < 2000; ++i) {
    PersonFacts person = somebody();
    person.person = PersonId{1, 2, i};
    const bool child = care_left_behind(run, person.person, person.age_years, parameters).young_child;
    ASSERT_EQ(reaches({.children_under_years = 5}, person), child);
    if (child) {
      ASSERT_TRUE(reaches({.children_under_years = 12}, person));
    }
    five += child ? 1 : 0;
  }
  EXPECT_GT(five, 0);
}

// Worked number of the page: at 30 years, two spans of five years at 30 and 25.
TEST(Conditions, CountBirthsInSpansOfFiveYears) {
  const double at_30 = young_child_probability(30, parameters), at_25 = young_child_probability(25, parameters);
  EXPECT_DOUBLE_EQ(child_under_probability(30, 5, parameters), at_30);
  EXPECT_NEAR(child_under_probability(30, 10, parameters), 1 - (1 - at_30) * (1 - at_25), 1e-12);
  EXPECT_NEAR(child_under_probability(30, 10, parameters), 0.548, 0.0005);
  EXPECT_NEAR(child_under_probability(30, 2, parameters), 1 - std::pow(1 - at_30, 0.4), 1e-12);
}

TEST(Conditions, DrawRandomSharesByLeverAndPersonAlone) {
  const Conditions half{.pilot_percent = 50}, more{.pilot_percent = 60};
  constexpr std::uint32_t persons = 10'000;
  int here = 0, in_both = 0;
  for (std::uint32_t i = 0; i < persons; ++i) {
    PersonFacts person = somebody();
    person.person = PersonId{1, 2, i};
    const bool in = reaches(half, person);
    PersonFacts later = person;
    later.age_years = 50;
    later.spells_before = 3;
    later.community = 99;
    ASSERT_EQ(reaches(half, later), in) << "a pilot keeps its persons";
    if (in) {
      ASSERT_TRUE(reaches(more, person));
    }
    here += in ? 1 : 0;
    in_both += in && meets(half, lever_key("another"), person, run, parameters) ? 1 : 0;
  }
  EXPECT_NEAR(here, persons / 2.0, 5 * std::sqrt(persons * 0.25));
  EXPECT_NEAR(in_both, persons / 4.0, 5 * std::sqrt(persons * 0.1875)) << "levers of two names draw apart";
}

TEST(ExpectedShare, MultipliesWhatIsKnown) {
  const ExpectedShares market{.first_timers = 0.6, .month = Month{2026, 5}};
  EXPECT_DOUBLE_EQ(expected_share({}, market, parameters), 1);
  EXPECT_DOUBLE_EQ(expected_share({.pilot_percent = 50}, market, parameters), 0.5);
  EXPECT_DOUBLE_EQ(expected_share({.first_timers = true, .communities_percent = 20, .pilot_percent = 50}, market, parameters), 0.06);
  EXPECT_DOUBLE_EQ(expected_share({.arrived_after = Month{2026, 5}}, market, parameters), 0);
  EXPECT_DOUBLE_EQ(expected_share({.arrived_after = Month{2026, 4}}, market, parameters), 1);
  EXPECT_DOUBLE_EQ(expected_share({.age_min_years = 15}, market, parameters), 1);
  const double younger = expected_share({.age_max_years = 29}, market, parameters);
  EXPECT_NEAR(younger + expected_share({.age_min_years = 30}, market, parameters), 1, 1e-12);
  EXPECT_GT(younger, 0.2);
}

TEST(Terms, LeaveOutALeverThatDoesNotReachThePersonAndWhatItWouldReplace) {
  const std::vector<LeverSpec> levers{named(fee_cap(0.5, 400), "all"), named(fee_cap(0.9, 100), "pilot", {"all"})};
  const auto cap = [&](const std::vector<bool>& left_out) {
    return terms_of(levers, start, CorridorId{0}, Sector::construction, Sex::men, Skill::elementary, 300, left_out).fee_cap_usd;
  };
  EXPECT_EQ(cap({}), 100);
  EXPECT_EQ(cap({false, false}), 100);
  EXPECT_EQ(cap({false, true}), 400) << "whom the pilot leaves out is under the old cap";
  EXPECT_LT(cap({true, true}), 0);
}

TEST(Trigger, ComparesOneMonthsValueInPersons) {
  std::vector<std::int64_t> sums(count_kinds);
  sums[index(Count::stranded_workers)] = 30;
  const Trigger above{.indicator = "stranded_workers", .above = true, .value = 2'999};
  const Trigger below{.indicator = "stranded_workers", .above = false, .value = 3'000};
  EXPECT_TRUE(is_met(above, sums, 100));
  EXPECT_FALSE(is_met(above, sums, 99));
  EXPECT_FALSE(is_met(below, sums, 100)) << "equal is neither";
  EXPECT_TRUE(is_met(below, sums, 99));
  EXPECT_FALSE(is_met({.indicator = "early_returns_percent", .above = false, .value = 1e9}, std::vector<std::int64_t>(count_kinds), 1))
      << "no value, no start";
}

TEST(Trigger, WatchesFlowsStocksAndRatiosAndNoDistribution) {
  for (const Indicator& indicator : indicator_catalogue()) {
    EXPECT_EQ(can_be_watched(indicator), indicator.measure != Measure::median && indicator.measure != Measure::p80) << indicator.name;
  }
}

}  // namespace
}  // namespace sojourn::model::test
