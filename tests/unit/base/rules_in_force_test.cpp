// The shipped rules in force in the world of the shipped tables.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "io/scenario_reader.hpp"
#include "model/levers/terms.hpp"
#include "unit/base/real_tables.hpp"

namespace sojourn::test {
namespace {

io::ReaderContext context_of(const model::BaseYear& base) {
  io::ReaderContext context;
  for (const model::Origin& origin : base.origins) context.origins.push_back({origin.code, origin.name});
  for (const model::Destination& place : base.destinations) context.destinations.push_back({place.code, place.name});
  for (const model::Corridor& corridor : base.corridors) {
    context.corridors.emplace_back(index(corridor.origin), index(corridor.destination));
  }
  context.rules_in_force = shipped_tables().rules_in_force;
  return context;
}

TEST(ShippedRules, CanBeLeversOfTheShippedWorld) {
  const io::ReaderContext context = context_of(full_base());
  const std::vector<model::LeverSpec> rules = io::reference_rules(context);
  EXPECT_EQ(rules.size(), context.rules_in_force.size()) << "each reaches a corridor";
  for (const model::LeverSpec& rule : rules) EXPECT_TRUE(rule.rule_in_force) << rule.id;
}

TEST(ShippedRules, ReachAMarketEach) {
  const model::BaseYear& base = full_base();
  for (const model::LeverSpec& rule : io::reference_rules(context_of(base))) {
    const bool reaches = std::ranges::any_of(base.markets, [&](const model::Market& market) {
      return rule.reach.corridors[index(market.corridor)] && (rule.reach.sectors >> index(market.sector) & 1U) != 0 &&
             (rule.reach.sexes >> index(market.sex) & 1U) != 0;
    });
    EXPECT_TRUE(reaches) << rule.id;
  }
}

TEST(ShippedRules, OfTheBaseYearAreThoseOf2019) {
  std::set<std::string> ids;
  for (const model::LeverSpec& rule : io::rules_in_force(context_of(full_base()), Month{2019, 7})) ids.insert(rule.id);
  for (const char* id : {"ref-npl-fee-gcc-2015", "ref-phl-floor-2006", "ref-lka-family-2013"}) EXPECT_TRUE(ids.contains(id)) << id;
  for (const char* id : {"ref-qat-mobility-2020", "ref-idn-zero-cost-2021", "ref-bgd-agencies-mys-2016"}) {
    EXPECT_FALSE(ids.contains(id)) << id;
  }
}

TEST(ShippedRules, LeaveOutRecalledOnesWithTheirGrade) {
  io::ReaderContext context = context_of(full_base());
  const std::size_t all = io::reference_rules(context).size();
  context.grades = 0x3;
  const auto recalled = std::ranges::count(context.rules_in_force, Grade::c, &io::RuleInForceRow::grade);
  EXPECT_GT(recalled, 0);
  EXPECT_EQ(io::reference_rules(context).size(), all - static_cast<std::size_t>(recalled));
}

// Nepal to Malaysia: employers pay on paper since 2018; the earlier cap is over.
TEST(ShippedRules, GiveTheTermsOfAMarket) {
  const model::BaseYear& base = full_base();
  const std::vector<model::LeverSpec> rules = io::reference_rules(context_of(base));
  const model::Corridor& place = corridor(base, "NPL-MYS");
  const auto id = static_cast<CorridorId>(&place - base.corridors.data());
  const auto terms = [&](Month month) {
    return model::terms_of(rules, month, id, Sector::manufacturing, Sex::men, Skill::elementary, 300);
  };
  EXPECT_EQ(terms(Month{2018, 10}).fee_cap_usd, 195);
  EXPECT_LT(terms(Month{2019, 1}).fee_cap_usd, 0);
  EXPECT_EQ(terms(Month{2019, 1}).employer_pays_enforcement, 0.1);
  EXPECT_EQ(terms(Month{2019, 1}).employer_pays_fee, 1);
}

}  // namespace
}  // namespace sojourn::test
