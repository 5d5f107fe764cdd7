// A lever that does nothing changes nothing, to the bit; one in force changes only what lies after its start.
#include <gtest/gtest.h>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

constexpr int start_place = 8;  // recorded months before the levers of these tests start
constexpr Month start = first_recorded + start_place;

Case with(std::vector<model::LeverSpec> levers, int months = 16) {
  return {.parameters = {}, .levers = std::move(levers), .months = months};
}

struct Kind {
  const char* name;
  model::LeverSpec (*at)(std::vector<CorridorId> corridors, Month start, double level);
};

void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }

class LeverOfKind : public testing::TestWithParam<Kind> {
 protected:
  static const sim::RunTables& baseline() {
    static const sim::RunTables tables = tables_of(with({}));
    return tables;
  }
  static model::LeverSpec lever(double level, std::vector<CorridorId> corridors = {aaa_gulf, aaa_asia, bbb_gulf,
                                                                                   bbb_europe, ccc_island}) {
    return GetParam().at(std::move(corridors), start, level);
  }
};

INSTANTIATE_TEST_SUITE_P(
    AllFour, LeverOfKind,
    testing::Values(Kind{"fee_cap",
                         [](auto corridors, Month from, double level) { return fee_cap(corridors, from, level, 100); }},
                    Kind{"employer_pays", [](auto corridors, Month from,
                                             double level) { return employer_pays(corridors, from, level); }},
                    Kind{"wage_floor", [](auto corridors, Month from,
                                          double level) { return wage_floor(corridors, from, level, 600); }},
                    Kind{"departure_ban",
                         [](auto corridors, Month from, double level) { return womens_ban(corridors, from, level); }}),
    [](const auto& tested) { return std::string{tested.param.name}; });

TEST_P(LeverOfKind, ChangesNotOneBitAtZeroImplementation) { expect_same(tables_of(with({lever(0)})), baseline()); }

TEST_P(LeverOfKind, ChangesNotOneBitWhereItReachesNobody) {
  expect_same(tables_of(with({lever(1, {})})), baseline());
  model::LeverSpec nobody = lever(1);
  nobody.reach.skills = 0;
  expect_same(tables_of(with({nobody})), baseline());
}

TEST_P(LeverOfKind, ChangesNotOneBitBeforeItStarts) {
  model::LeverSpec later = lever(1);
  later.start = first_recorded + 16;
  later.implementation.front().from = later.start;
  expect_same(tables_of(with({later})), baseline());
}

TEST_P(LeverOfKind, ChangesOnlyMonthsFromItsStartOn) {
  const sim::RunTables tables = tables_of(with({lever(1)}));
  EXPECT_NE(tables.digest, baseline().digest);
  bool differs_in_first_month = false;
  for (int month = 0; month <= start_place; ++month) {
    for (std::size_t o = 0; o < tables.origins; ++o) {
      for (std::size_t x = 0; x < 2; ++x) {
        if (month < start_place) {
          ASSERT_EQ(tables.origin_month(month, o, x), baseline().origin_month(month, o, x)) << "month " << month;
        } else {
          differs_in_first_month =
              differs_in_first_month || tables.origin_month(month, o, x) != baseline().origin_month(month, o, x);
        }
      }
    }
  }
  EXPECT_TRUE(differs_in_first_month);
}

TEST_P(LeverOfKind, ThatHasEndedLeavesOnlyItsTracesAndNoRule) {
  model::LeverSpec short_lived = lever(1);
  short_lived.end = start + 2;
  const sim::RunTables tables = tables_of(with({short_lived}));
  EXPECT_NE(tables.digest, baseline().digest);
  Simulation simulation{with({short_lived})};
  (void)simulation.finish();
  for (std::size_t k = 0; k < simulation.run().markets().count(); ++k)
    EXPECT_FALSE(simulation.run().markets()[k].any_rule);
}

TEST(Levers, OfAllKindsAtZeroChangeNothingBesideOneInForce) {
  const auto everywhere = {aaa_gulf, aaa_asia, bbb_gulf, bbb_europe, ccc_island};
  const model::LeverSpec floor = wage_floor({aaa_gulf}, start, 0.5, 450);
  const sim::RunTables alone = tables_of(with({floor}));
  expect_same(tables_of(with({fee_cap(everywhere, start, 0, 0), employer_pays(everywhere, start, 0), floor,
                              womens_ban(everywhere, start, 0)})),
              alone);
}

TEST(Levers, GiveTheSameBytesInAnyOrder) {
  const model::LeverSpec floor = wage_floor({aaa_gulf}, start, 0.5, 450), cap = fee_cap({aaa_gulf}, start, 0.8, 300);
  expect_same(tables_of(with({floor, cap})), tables_of(with({cap, floor})));
}

}  // namespace
}  // namespace sojourn::test
