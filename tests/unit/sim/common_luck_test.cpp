// Two scenarios of one replicate differ by the lever and by what follows from it, never by luck.
#include <gtest/gtest.h>

#include <cstdlib>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

constexpr int start_place = 2;
constexpr Month start = first_recorded + start_place;

Case with(std::vector<model::LeverSpec> levers) {
  return {.parameters = {}, .levers = std::move(levers), .months = 36, .burn_in_months = 6};
}

// A floor on women in the services of one corridor: 15,000 of 560,000 workers.
Case small_floor() {
  model::LeverSpec floor = wage_floor({aaa_gulf}, start, 1, 600);
  floor.reach.sectors = 1U << index(Sector::services);
  floor.reach.sexes = 1U << index(Sex::women);
  return with({floor});
}

// Months from the lever's start on in which an origin and sex is the same in both scenarios, from the first one.
int months_alike(const sim::RunTables& one, const sim::RunTables& other, OriginId origin, Sex sex) {
  int month = start_place;
  while (month < one.months &&
         one.origin_month(month, index(origin), index(sex)) == other.origin_month(month, index(origin), index(sex)))
    ++month;
  return month - start_place;
}

class SmallFloor : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    without_ = new sim::RunTables{tables_of(with({}))};
    floor_ = new sim::RunTables{tables_of(small_floor())};
  }
  static void TearDownTestSuite() {
    delete without_;
    delete floor_;
  }
  static sim::RunTables *without_, *floor_;
};
sim::RunTables* SmallFloor::without_ = nullptr;
sim::RunTables* SmallFloor::floor_ = nullptr;

TEST_F(SmallFloor, NeverReachesAnOriginThatSharesNoEmployerWithIt) {
  for (const Sex sex : all_sexes) EXPECT_EQ(months_alike(*without_, *floor_, ccc, sex), 36 - start_place);
}

TEST_F(SmallFloor, ChangesItsOwnOriginAndSexAtOnce) { EXPECT_EQ(months_alike(*without_, *floor_, aaa, Sex::women), 0); }

TEST_F(SmallFloor, LeavesWomenOfAnotherOriginAloneWhileNoEmployerOfTheirsIsReached) {
  // Women of BBB work in homes and care, not in the services of the Gulf; men of BBB compete there with AAA. Men's
  // searches reach women of BBB through the record of the agencies that serve both, and through the community: later.
  const int men = months_alike(*without_, *floor_, bbb, Sex::men),
            women = months_alike(*without_, *floor_, bbb, Sex::women);
  EXPECT_LT(men, 12);
  EXPECT_GE(women, men + 1) << "what agencies did in a month acts from the next on";
}

// With other luck every market's departures would differ by about their root; here only those of the floor's
// neighbours.
TEST_F(SmallFloor, MovesOtherMarketsFarLessThanOtherLuckWould) {
  Case other = with({});
  other.replicate = 1;
  const sim::RunTables lucky = tables_of(other);
  std::int64_t by_floor = 0, by_luck = 0;
  for (std::size_t c = 0; c < without_->corridors; ++c) {
    if (CorridorId{static_cast<std::uint16_t>(c)} == aaa_gulf) continue;
    for (std::size_t y = 0; y < 3; ++y) {
      for (std::size_t x = 0; x < 2; ++x) {
        const std::size_t place = (y * without_->corridors + c) * 2 + x;
        const auto deployments = [&](const sim::RunTables& tables) {
          return tables.annual_corridor[place][model::index(Count::deployments)];
        };
        by_floor += std::abs(deployments(*floor_) - deployments(*without_));
        by_luck += std::abs(deployments(lucky) - deployments(*without_));
      }
    }
  }
  EXPECT_GT(by_luck, 0);
  EXPECT_LT(by_floor, by_luck / 2) << by_floor << " by the floor, " << by_luck << " by luck";
}

}  // namespace
}  // namespace sojourn::test
