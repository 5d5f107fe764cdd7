#include "model/shocks.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace sojourn::model {
namespace {

const Parameters standard;
constexpr Month start{2027, 3}, end{2027, 8};
constexpr auto here = CorridorId{0}, elsewhere = CorridorId{1};

ShockSpec shock(const char* kind, std::map<std::string, double> numbers, int recovery_months = 0) {
  ShockSpec spec;
  spec.kind = spec.id = kind;
  spec.reach.corridors = {true, false};
  spec.start = start;
  spec.end = end;
  spec.recovery_months = recovery_months;
  spec.numbers = std::move(numbers);
  return spec;
}

ShockTerms terms(const std::vector<ShockSpec>& shocks, Month month, CorridorId corridor = here) {
  return shock_terms(shocks, month, corridor, Sector::construction, Sex::men);
}

ShockSpec closure(int recovery_months = 12) {
  return shock(
      "border_closure",
      {{"departures_stopped_percent", 95}, {"returns_stopped_percent", 70}, {"job_loss_percent_per_month", 1.5}},
      recovery_months);
}

// One of each kind, as strong as the kind allows, or without strength.
std::vector<ShockSpec> one_of_each(bool strong) {
  std::vector<ShockSpec> shocks;
  for (const ShockKind* kind : shock_kinds()) {
    std::map<std::string, double> numbers;
    for (const KeySpec& key : kind->keys) {
      const double nothing = key.lowest > 0 ? key.lowest : 0;
      numbers[std::string{key.name}] = key.type == KeyType::integer ? 12 : strong ? key.highest : nothing;
    }
    if (kind->name == "disaster_at_origin" && strong) numbers["home_income_percent"] = -90;
    shocks.push_back(shock(std::string{kind->name}.c_str(), numbers, 6));
  }
  return shocks;
}

TEST(EvacuationPlaces, FlyByACorridorOfTheirOwnOrAsFarAsTheWayIsOpen) {
  MarketTerms own, bound;
  own.evacuation_seats_per_month = bound.evacuation_seats_without_corridor = 5'000;
  const ShockTerms august = terms({closure()}, Month{2027, 8});
  EXPECT_DOUBLE_EQ(evacuation_places(own, august), 5'000);
  EXPECT_NEAR(evacuation_places(bound, august), 1'500, 1e-9);
  EXPECT_EQ(evacuation_places(bound, {.returns_open = 0}), 0);
  EXPECT_EQ(evacuation_places(bound, {}), 5'000) << "no closure";
}

TEST(ShockStrength, IsWholeFromStartToEndAndFallsInEqualStepsOverTheRecovery) {
  const ShockSpec one = closure(12);
  EXPECT_EQ(one.strength(start + -1), 0);
  EXPECT_EQ(one.strength(start), 1);
  EXPECT_EQ(one.strength(end), 1);
  EXPECT_DOUBLE_EQ(one.strength(end + 1), 11.0 / 12);
  EXPECT_DOUBLE_EQ(one.strength(end + 6), 0.5);
  EXPECT_EQ(one.strength(end + 12), 0);
  EXPECT_EQ(closure(0).strength(end + 1), 0);
  ShockSpec lasting = closure(0);
  lasting.end.reset();
  EXPECT_EQ(lasting.strength(end + 600), 1);
}

TEST(ShockStrength, WithALagIsTheMeanOfTheMonthsBefore) {
  const ShockSpec oil = shock("oil_price", {{"change_percent", -50}, {"lag_months", 12}});
  EXPECT_DOUBLE_EQ(oil.lagged_strength(start, 12), 1.0 / 12);
  EXPECT_DOUBLE_EQ(oil.lagged_strength(end, 12), 0.5) << "six months of twelve";
  EXPECT_DOUBLE_EQ(oil.lagged_strength(end + 11, 12), 1.0 / 12);
  EXPECT_EQ(oil.lagged_strength(end + 12, 12), 0);
  EXPECT_EQ(oil.lagged_strength(start, 0), 1);
}

TEST(ShockTerms, OfTheClosureAreTheExampleOfTheirPage) {
  const std::vector<ShockSpec> shocks{closure()};
  const ShockTerms closed = terms(shocks, end);
  EXPECT_NEAR(closed.departures_open, 0.05, 1e-12);
  EXPECT_NEAR(closed.returns_open, 0.30, 1e-12);
  EXPECT_NEAR(closed.job_loss, 0.015, 1e-12);
  const ShockTerms recovering = terms(shocks, end + 6);
  EXPECT_NEAR(recovering.departures_open, 0.525, 1e-12);
  EXPECT_NEAR(recovering.returns_open, 0.65, 1e-12);
  // Of the calendar year: two open months, six closed, four of recovery.
  double open = 0;
  for (int month = 1; month <= 12; ++month) open += terms(shocks, Month{2027, month}).departures_open;
  EXPECT_NEAR(open / 12, 0.2743, 5e-5) << "departures fall by 73 % in the year";
}

TEST(ShockTerms, AreThoseOfNoShockWhereAndWhileNoneReaches) {
  const std::vector<ShockSpec> shocks = one_of_each(true);
  EXPECT_EQ(terms(shocks, start, elsewhere), ShockTerms{});
  EXPECT_EQ(terms(shocks, start + -1), ShockTerms{});
  EXPECT_EQ(terms(shocks, end + 18), ShockTerms{}) << "recovered, and the lag of oil is over";
  EXPECT_FALSE(terms(shocks, start) == ShockTerms{});
}

TEST(ShockTerms, OfEveryKindWithoutStrengthAreExactlyThoseOfNone) {
  for (const ShockSpec& one : one_of_each(false)) EXPECT_EQ(terms({one}, start), ShockTerms{}) << one.kind;
}

TEST(ShockTerms, OfEveryKindWithStrengthDiffer) {
  for (const ShockSpec& one : one_of_each(true)) EXPECT_FALSE(terms({one}, end) == ShockTerms{}) << one.kind;
}

TEST(ShockTerms, DoNotDependOnTheOrderOfTheFile) {
  std::vector<ShockSpec> shocks = one_of_each(true);
  ShockSpec second = shock("demand", {{"change_percent", -7}}), third = shock("demand", {{"change_percent", -13}});
  second.id = "second";
  third.id = "third";
  shocks.push_back(second);
  shocks.push_back(third);
  const std::vector<ShockSpec> reversed{shocks.rbegin(), shocks.rend()};
  EXPECT_EQ(terms(shocks, end), terms(reversed, end));
}

TEST(ShockTerms, OfSeveralAddUpAsTheirPageSays) {
  ShockSpec first = closure(), second = closure();
  second.id = "second";
  second.numbers["departures_stopped_percent"] = 50;
  const ShockTerms both = terms({first, second}, start);
  EXPECT_NEAR(both.departures_open, 0.05, 1e-12) << "the least open border holds";
  EXPECT_NEAR(both.job_loss, 1 - 0.985 * 0.985, 1e-12) << "chances are independent";
  ShockSpec half = shock("demand", {{"change_percent", -50}}), other = half;
  other.id = "other";
  EXPECT_DOUBLE_EQ(terms({half, other}, start).activity, 0.25) << "factors multiply";
}

TEST(ShockTerms, ReachOnlySectorsAndSexesOfTheirFilter) {
  ShockSpec women = shock("epidemic", {{"death_hazard_factor", 3}});
  women.reach.sexes = 1U << index(Sex::women);
  const std::vector<ShockSpec> shocks{women};
  EXPECT_EQ(shock_terms(shocks, start, here, Sector::services, Sex::women).death_factor, 3);
  EXPECT_EQ(shock_terms(shocks, start, here, Sector::services, Sex::men).death_factor, 1);
}

TEST(ActivityFactor, FollowsOilOnlyInOilEconomies) {
  const ShockTerms halved = terms({shock("oil_price", {{"change_percent", -50}, {"lag_months", 0}})}, start);
  EXPECT_NEAR(activity_factor(halved, true, standard), 0.9330, 5e-5) << "0.5^0.1";
  EXPECT_EQ(activity_factor(halved, false, standard), 1);
  EXPECT_EQ(activity_factor({}, true, standard), 1);
  EXPECT_DOUBLE_EQ(activity_factor(terms({shock("demand", {{"change_percent", -3}})}, start), true, standard), 0.97);
}

TEST(HomeValue, OfADollarRisesWhenTheCurrencyFalls) {
  const ShockTerms fallen = terms({shock("exchange_rate", {{"origin_currency_percent", -20}})}, start);
  EXPECT_DOUBLE_EQ(fallen.origin_currency, 0.8);
  EXPECT_DOUBLE_EQ(home_value(fallen), 1.25);
  EXPECT_EQ(home_value({}), 1);
}

TEST(ShockKinds, AreEightAndKnowTheirKeys) {
  EXPECT_EQ(shock_kinds().size(), 8U);
  EXPECT_EQ(find_shock_kind("war"), nullptr);
  for (const ShockKind* kind : shock_kinds()) {
    EXPECT_EQ(find_shock_kind(kind->name), kind);
    EXPECT_FALSE(kind->keys.empty()) << kind->name;
    EXPECT_NE(kind->apply, nullptr) << kind->name;
  }
}

}  // namespace
}  // namespace sojourn::model
