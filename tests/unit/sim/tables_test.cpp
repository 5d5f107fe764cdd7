// Folding months into tables: nothing is lost or counted twice, and the digest sees every number.
#include "sim/tables.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

const sim::RunTables& two_years() {
  static const sim::RunTables tables = tables_of({});
  return tables;
}

// Events and stocks alike: an annual table holds sums over the months, readers divide.
TEST(RunTables, SumTheSameOverMonthsSectorsAndCorridors) {
  const sim::RunTables& tables = two_years();
  const model::BaseYear& base = synthetic_world().base;
  ASSERT_EQ(tables.years, 2);
  for (int year = 0; year < tables.years; ++year) {
    for (std::size_t o = 0; o < tables.origins; ++o) {
      for (std::size_t x = 0; x < 2; ++x) {
        sim::Counts months{}, sectors{}, corridors{};
        const auto add = [](sim::Counts& sum, const sim::Counts& more) {
          for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += more[k];
        };
        for (int month = year * 12; month < year * 12 + 12; ++month) add(months, tables.origin_month(month, o, x));
        const auto y = static_cast<std::size_t>(year);
        for (std::size_t s = 0; s < sector_count; ++s) {
          add(sectors, tables.annual_sector[((y * tables.origins + o) * sector_count + s) * 2 + x]);
        }
        for (std::size_t c = 0; c < tables.corridors; ++c) {
          if (index(base.corridors[c].origin) == o)
            add(corridors, tables.annual_corridor[(y * tables.corridors + c) * 2 + x]);
        }
        EXPECT_EQ(sectors, months) << "year " << year << ", origin " << o << ", sex " << x;
        EXPECT_EQ(corridors, months) << "year " << year << ", origin " << o << ", sex " << x;
        EXPECT_GT(months[model::index(Count::deployments)], 0);
      }
    }
  }
}

TEST(RunTables, CountEventsOfPersonsByTheirSkillToo) {
  const sim::RunTables& tables = two_years();
  // Orders belong to nobody yet; all the rest is an event of a person whose skill is at hand.
  for (const Count kind : {Count::deployments, Count::cost_cents, Count::stock_abroad, Count::wages_in_force,
                           Count::deaths, Count::withheld_cents, Count::matched, Count::seekers}) {
    for (std::size_t y = 0; y < 2; ++y) {
      std::int64_t by_skill = 0, by_sector = 0;
      for (std::size_t i = 0; i < tables.origins * skill_count * 2; ++i) {
        by_skill += tables.annual_skill[y * tables.origins * skill_count * 2 + i][model::index(kind)];
      }
      for (std::size_t i = 0; i < tables.origins * sector_count * 2; ++i) {
        by_sector += tables.annual_sector[y * tables.origins * sector_count * 2 + i][model::index(kind)];
      }
      EXPECT_EQ(by_skill, by_sector) << "count " << model::index(kind);
    }
  }
}

TEST(RunTables, HoldOneCostForEveryDeploymentInEachDistribution) {
  const sim::RunTables& tables = two_years();
  std::int64_t all = 0;
  for (int month = 0; month < tables.months; ++month) {
    for (std::size_t o = 0; o < tables.origins; ++o) {
      for (std::size_t x = 0; x < 2; ++x) {
        const auto bins = tables.origin_month_costs(month, o, x);
        for (const model::Bins& distribution : model::distribution_bins) {
          const auto first = bins.begin() + static_cast<std::ptrdiff_t>(distribution.begin);
          const std::int64_t people =
              std::accumulate(first, first + static_cast<std::ptrdiff_t>(distribution.count), std::int64_t{0});
          EXPECT_EQ(people, tables.origin_month(month, o, x)[model::index(Count::deployments)]);
          all += people;
        }
      }
    }
  }
  const auto& by_corridor = tables.cost_corridor_year;
  EXPECT_EQ(std::accumulate(by_corridor.begin(), by_corridor.end(), std::int64_t{0}), all);
  EXPECT_GT(all, 1000);
}

TEST(RunTables, GiveCorridorsTheirMonthlyLeadCountsInPersonsAndWholeDollars) {
  const sim::RunTables& tables = two_years();
  const model::BaseYear& base = synthetic_world().base;
  const auto leads = sim::lead_counts();
  for (std::size_t i = 0; i < leads.size(); ++i) {
    std::int64_t in_corridors = 0, of_origin = 0;
    for (std::size_t c = 0; c < tables.corridors; ++c) {
      if (base.corridors[c].origin != aaa) continue;
      for (std::size_t x = 0; x < 2; ++x) in_corridors += tables.monthly_corridor[(c * 2 + x) * leads.size() + i];
    }
    for (std::size_t x = 0; x < 2; ++x) of_origin += tables.origin_month(0, index(aaa), x)[model::index(leads[i])];
    // Cents are cut to dollars market by market: AAA has six, so up to six dollars are lost.
    if (in_corridors != of_origin) {
      EXPECT_NEAR(static_cast<double>(in_corridors), static_cast<double>(of_origin) / 100, 6) << "lead " << i;
    }
  }
}

class FoldedMonth : public testing::Test {
 protected:
  const model::BaseYear& base_ = synthetic_world().base;
  std::vector<sim::Counts> counts_ = std::vector<sim::Counts>(base_.markets.size());
  std::vector<sim::Lines> lines_ = std::vector<sim::Lines>(base_.markets.size(), sim::every_line);
  std::vector<sim::Counts> skills_ = std::vector<sim::Counts>(base_.origins.size() * skill_count * 2);
};

TEST_F(FoldedMonth, PutsACountWhereItsMarketBelongs) {
  sim::RunTables tables{base_, 24, 2026, 2027};
  const std::size_t k = market_of(base_, bbb_europe, Sector::care_health, Sex::women);
  counts_[k][model::index(Count::deployments)] = 3;
  counts_[k][model::index(Count::cost_cents)] = 123'456;
  const std::vector<sim::CostRecord> costs{{static_cast<std::uint16_t>(k), 2.5F, 120'050, 40'000},
                                           {static_cast<std::uint16_t>(k), 0.0F, 0, 0}};
  sim::fold_month(tables, base_, 13, 2027, counts_, lines_, skills_, costs);
  EXPECT_EQ(tables.origin_month(13, index(bbb), 0)[model::index(Count::deployments)], 3);
  EXPECT_EQ(tables.origin_month(12, index(bbb), 0)[model::index(Count::deployments)], 0);
  EXPECT_EQ(tables.origin_month(13, index(bbb), 1)[model::index(Count::deployments)], 0);
  EXPECT_EQ(tables.annual_corridor[(5 + index(bbb_europe)) * 2][model::index(Count::cost_cents)], 123'456);
  EXPECT_EQ(tables.annual_sector[((3 + index(bbb)) * sector_count + index(Sector::care_health)) * 2]
                                [model::index(Count::deployments)],
            3);
  const auto of_month = tables.origin_month_costs(13, index(bbb), 0),
             of_year = tables.corridor_year_costs(1, index(bbb_europe), 0);
  const std::array<double, model::distribution_count> paid{2.5, 1200.5, 400};
  for (std::size_t d = 0; d < model::distribution_count; ++d) {
    const model::Bins& bins = model::distribution_bins.at(d);
    for (const auto& cell : {of_month, of_year}) {
      EXPECT_EQ(cell[bins.begin + bins.bin(paid.at(d))], 1) << "distribution " << d;
      EXPECT_EQ(cell[bins.begin], 1) << "who paid nothing is in the first bin of distribution " << d;
      EXPECT_EQ(std::accumulate(cell.begin(), cell.end(), std::int64_t{0}), 6) << "two persons in three distributions";
    }
  }
}

TEST_F(FoldedMonth, ChangesTheDigestWithAnyOneCount) {
  const std::uint64_t before = sim::chain_digest(0, counts_, lines_);
  EXPECT_EQ(sim::chain_digest(0, counts_, lines_), before);
  for (std::size_t k = 0; k < counts_.size(); ++k) {
    for (std::size_t kind = 0; kind < model::count_kinds; ++kind) {
      ++counts_[k][kind];
      EXPECT_NE(sim::chain_digest(0, counts_, lines_), before) << "market " << k << ", count " << kind;
      --counts_[k][kind];
    }
  }
  counts_[1][9] = 4;
  const std::uint64_t one = sim::chain_digest(0, counts_, lines_);
  EXPECT_NE(sim::chain_digest(1, counts_, lines_), one) << "an earlier month counts too";
  std::ranges::fill(lines_, 0);
  lines_[1] = 1U << (9 / sim::kinds_per_line);
  EXPECT_EQ(sim::chain_digest(0, counts_, lines_), one) << "lines without anything change nothing";
}

TEST(Lines, NameEveryKindOfCountOnce) {
  std::vector<std::size_t> visited;
  sim::each_line(sim::every_line, [&](std::size_t begin, std::size_t end) {
    EXPECT_LE(end - begin, sim::kinds_per_line);
    for (std::size_t kind = begin; kind < end; ++kind) visited.push_back(kind);
  });
  ASSERT_EQ(visited.size(), model::count_kinds);
  for (std::size_t kind = 0; kind < visited.size(); ++kind) {
    EXPECT_EQ(visited[kind], kind);
    bool found = false;
    sim::each_line(sim::line_of(static_cast<Count>(kind)), [&](std::size_t begin, std::size_t end) { found = begin <= kind && kind < end; });
    EXPECT_TRUE(found) << "count " << kind;
  }
}

// /monthly/corridor keeps these counts alone: a lead indicator made of another one would be zero there.
TEST(LeadCounts, HoldEveryCountOfEveryLeadIndicator) {
  const auto kept = sim::lead_counts();
  const auto expect_kept = [&](const model::Indicator& indicator, const auto& kinds, std::size_t terms) {
    for (std::size_t t = 0; t < terms; ++t) EXPECT_NE(std::ranges::find(kept, kinds.at(t)), kept.end()) << indicator.name;
  };
  std::size_t leads = 0;
  for (const model::Indicator& indicator : model::indicator_catalogue()) {
    if (!indicator.lead) continue;
    ++leads;
    expect_kept(indicator, indicator.numerator, indicator.numerator_terms);
    expect_kept(indicator, indicator.denominator, indicator.denominator_terms);
  }
  EXPECT_EQ(leads, 12U) << "the twelve of the headline";
}

}  // namespace
}  // namespace sojourn::test
