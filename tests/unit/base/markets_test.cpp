#include <gtest/gtest.h>

#include <map>

#include "unit/base/real_tables.hpp"

namespace sojourn::test {
namespace {

double workers(const model::BaseYear& base, auto fits) {
  double sum = 0;
  for (const model::Market& market : base.markets) sum += fits(market) ? market.workers.value : 0;
  return sum;
}

const model::Market& market(const model::BaseYear& base, const std::string& code, Sector sector, Sex sex) {
  for (const model::Market& found : base.markets) {
    if (base.corridor_code(found.corridor) == code && found.sector == sector && found.sex == sex) return found;
  }
  throw std::runtime_error{"no market in " + code};
}

double women_share(const model::BaseYear& base, const std::string& prefix) {
  const auto ours = [&](const model::Market& m) {
    return base.corridor_code(m.corridor).starts_with(prefix) && !base.corridor_code(m.corridor).ends_with("-IND");
  };
  return workers(base, [&](const model::Market& m) { return ours(m) && m.sex == Sex::women; }) / workers(base, ours);
}

TEST(Markets, AddUpToTheirCorridors) {
  for (const model::BaseYear* base : {&full_base(), &base_without_recalled()}) {
    std::vector<double> sums(base->corridors.size());
    for (const model::Market& found : base->markets) sums[index(found.corridor)] += found.workers.value;
    for (std::size_t c = 0; c < sums.size(); ++c) {
      EXPECT_NEAR(sums[c], base->corridors[c].workers.value, 1e-9 * sums[c])
          << base->corridor_code(static_cast<CorridorId>(c));
    }
  }
}

TEST(Markets, AreOrderedAndNeverEmpty) {
  const auto key = [](const model::Market& m) { return std::tuple{index(m.corridor), index(m.sector), index(m.sex)}; };
  const auto& markets = full_base().markets;
  for (std::size_t m = 0; m < markets.size(); ++m) {
    EXPECT_GT(markets[m].workers.value, 0);
    EXPECT_TRUE(m == 0 || key(markets[m - 1]) < key(markets[m]));
  }
  EXPECT_GT(markets.size(), 1500U);
  EXPECT_LT(markets.size(), 3500U);
}

TEST(Markets, MeetTheKnownSharesOfWomen) {
  EXPECT_NEAR(women_share(full_base(), "BGD-"), 0.150, 0.01);  // 104,786 of 700,159
  EXPECT_NEAR(women_share(full_base(), "PAK-"), 0.004, 0.003);
  EXPECT_NEAR(women_share(full_base(), "PHL-"), 0.602, 0.01);  // survey of 2021, the year nearest to 2019
  EXPECT_NEAR(women_share(full_base(), "IDN-HKG"), 0.998, 0.002);
  EXPECT_NEAR(women_share(full_base(), "IDN-SGP"), 0.9996, 0.002);
  EXPECT_NEAR(women_share(full_base(), "BGD-SAU"), 0.116, 0.01);  // of 2021: 2019 is an upper bound by its note
}

TEST(Markets, MeetTheCountsOfDomesticWorkers) {
  EXPECT_NEAR(market(full_base(), "PHL-KWT", Sector::domestic_work, Sex::women).workers.value, 199903, 20);
  EXPECT_NEAR(market(full_base(), "BGD-KWT", Sector::domestic_work, Sex::men).workers.value, 85129, 20);
  const auto to = [&](const std::string& d, bool domestic) {
    return workers(full_base(), [&](const model::Market& m) {
      return full_base().corridor_code(m.corridor).ends_with(d) && (!domestic || m.sector == Sector::domestic_work);
    });
  };
  EXPECT_NEAR(to("-HKG", true) / to("-HKG", false), 1, 0.01);
  EXPECT_NEAR(to("-LBN", true) / to("-LBN", false), 0.738, 0.01);
}

TEST(Markets, JoinWhatIsTooSmall) {
  for (const model::Market& found : full_base().markets) {
    const double all = full_base().corridor(found.corridor).workers.value;
    if (found.workers.value >= 200 || found.workers.value >= all / 1000) continue;
    // smaller than both: then it is all that there is of its sex
    const double same_sex = workers(
        full_base(), [&](const model::Market& m) { return m.corridor == found.corridor && m.sex == found.sex; });
    EXPECT_DOUBLE_EQ(same_sex, found.workers.value);
  }
}

TEST(Wages, TakeTheRowOfOriginAndSectorFirst) {
  EXPECT_EQ(market(full_base(), "PAK-SAU", Sector::construction, Sex::men).wage_usd_per_month.value, 480);
  EXPECT_EQ(market(full_base(), "BGD-SGP", Sector::construction, Sex::men).wage_usd_per_month.value, 339);
  EXPECT_EQ(market(full_base(), "BGD-SAU", Sector::domestic_work, Sex::women).wage_usd_per_month.value,
            266);  // contract; 213 is one case
  EXPECT_EQ(market(full_base(), "VNM-JPN", Sector::manufacturing, Sex::men).wage_usd_per_month.value, 1439);
  EXPECT_EQ(market(full_base(), "VNM-JPN", Sector::manufacturing, Sex::men).wage_usd_per_month.grade, Grade::b);
}

TEST(Wages, StandAtTheFloorInForceWhereNothingElseIsKnown) {
  const auto& hong_kong = market(full_base(), "IDN-HKG", Sector::domestic_work, Sex::women).wage_usd_per_month;
  EXPECT_EQ(hong_kong.value, 565);  // from September 2017; the table's next is of 2021
  EXPECT_EQ(hong_kong.grade, Grade::model);
  EXPECT_EQ(market(full_base(), "PHL-KWT", Sector::domestic_work, Sex::women).wage_usd_per_month.value,
            400);  // asked since 2006, above 198
}

TEST(Wages, OfAllMarketsArePlausible) {
  for (const model::Market& found : full_base().markets) {
    EXPECT_GE(found.wage_usd_per_month.value, 100) << full_base().corridor_code(found.corridor);
    EXPECT_LE(found.wage_usd_per_month.value, 2500) << full_base().corridor_code(found.corridor);
    EXPECT_FALSE(found.wage_usd_per_month.note.empty());
  }
}

}  // namespace
}  // namespace sojourn::test
