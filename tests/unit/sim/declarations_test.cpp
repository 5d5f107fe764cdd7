// What a register is told by those whom a rule closes their occupation to: counted where they work and where they are written down.
#include <gtest/gtest.h>

#include "model/indicators.hpp"
#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

constexpr int start_place = 8;
constexpr Month start = first_recorded + start_place;

model::LeverSpec rule_on_mothers(double level, std::uint32_t sectors = 1U << index(Sector::domestic_work)) {
  model::LeverSpec rule = lever_on("family_background_rule", {aaa_gulf, bbb_gulf}, start, level, {{"youngest_child_min_years", 18}});
  rule.reach.sectors = sectors;
  return rule;
}

sim::RunTables under(const model::LeverSpec& rule, double redeclares = 0.5) {
  Case setup{.parameters = {}, .levers = {rule}, .months = 36, .scale = 20};
  setup.parameters.redeclare_probability = redeclares;
  return tables_of(setup);
}

const sim::RunTables& barred() {
  static const sim::RunTables tables = under(rule_on_mothers(1));
  return tables;
}

std::int64_t of_sector(const sim::RunTables& tables, OriginId origin, Sector sector, Sex sex, Count kind) {
  std::int64_t sum = 0;
  for (std::size_t y = 0; y < static_cast<std::size_t>(tables.years); ++y) {
    sum += tables.annual_sector[((y * tables.origins + index(origin)) * sector_count + index(sector)) * 2 + index(sex)][model::index(kind)];
  }
  return sum;
}

TEST(Declarations, AreCountedInTheJobThatIsDoneAndInTheOccupationDeclared) {
  const std::int64_t otherwise = of_sector(barred(), aaa, Sector::domestic_work, Sex::women, Count::declared_otherwise);
  EXPECT_GT(otherwise, 20);
  EXPECT_EQ(of_sector(barred(), aaa, Sector::services, Sex::women, Count::declared_here), otherwise);
  EXPECT_EQ(total(barred(), Count::declared_otherwise), otherwise);
  EXPECT_EQ(total(barred(), Count::declared_here), otherwise);
  // From BBB there is nothing else to declare in the Gulf for a woman, and the rule is on no man.
  EXPECT_EQ(of_sector(barred(), bbb, Sector::domestic_work, Sex::women, Count::declared_otherwise), 0);
  EXPECT_GT(of_sector(barred(), bbb, Sector::domestic_work, Sex::women, Count::irregular_departures), 20);
}

TEST(Declarations, MoveTheRegistersCompositionAndNothingElse) {
  const sim::RunTables none = under(rule_on_mothers(0));
  const model::Indicator& declared = *model::find_indicator("registered_as_declared");
  const auto registered = [&declared](const sim::RunTables& tables, Sector sector) {
    sim::Counts sums{};
    for (std::size_t kind = 0; kind < model::count_kinds; ++kind) sums[kind] = of_sector(tables, aaa, sector, Sex::women, static_cast<Count>(kind));
    return indicator_value(declared, sums, 1);
  };
  EXPECT_LT(registered(barred(), Sector::domestic_work), 0.9 * registered(none, Sector::domestic_work));
  EXPECT_GT(registered(barred(), Sector::services), registered(none, Sector::services));
  EXPECT_EQ(registered(barred(), Sector::domestic_work) + registered(barred(), Sector::services) + registered(barred(), Sector::manufacturing),
            static_cast<double>(of_sector(barred(), aaa, Sector::domestic_work, Sex::women, Count::registered_new) +
                                of_sector(barred(), aaa, Sector::services, Sex::women, Count::registered_new) +
                                of_sector(barred(), aaa, Sector::manufacturing, Sex::women, Count::registered_new)));
}

TEST(Declarations, AreNobodysAtAZeroRuleBeforeItStartsWhereNoneIsOpenAndWhereNobodyDares) {
  EXPECT_EQ(total(under(rule_on_mothers(0)), Count::declared_otherwise), 0);
  EXPECT_EQ(total(under(rule_on_mothers(1, ~0U)), Count::declared_otherwise), 0);
  EXPECT_EQ(total(under(rule_on_mothers(1), 0), Count::declared_otherwise), 0);
  for (int month = 0; month < start_place; ++month) {
    EXPECT_EQ(barred().origin_month(month, index(aaa), index(Sex::women))[model::index(Count::declared_otherwise)], 0) << month;
  }
}

// Drawn in proportion to orders, among occupations of the corridor and sex alone.
TEST(DeclaredMarket, IsAnOpenOccupationOfTheSameCorridorOrTheOwnOne) {
  Simulation simulation{{.parameters = {}, .levers = {rule_on_mothers(1)}, .months = 12}};
  (void)simulation.finish();
  const sim::Markets& markets = simulation.run().markets();
  const std::size_t domestic = market_of(simulation.base(), aaa_gulf, Sector::domestic_work, Sex::women);
  const std::size_t services = market_of(simulation.base(), aaa_gulf, Sector::services, Sex::women);
  for (const double u : {1e-9, 0.5, 1 - 1e-9}) EXPECT_EQ(markets.declared_market(domestic, Skill::elementary, u), services) << u;
  const std::size_t other = market_of(simulation.base(), bbb_gulf, Sector::domestic_work, Sex::women);
  EXPECT_EQ(markets.declared_market(other, Skill::elementary, 0.5), other);
}

}  // namespace
}  // namespace sojourn::test
