// Employers' answers in a whole run: the desired stock is held, and rules move orders the way that costs go.
#include <gtest/gtest.h>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

// Sums over recorded months [from, months) of one market's counts.
class MarketSums {
  std::vector<sim::Counts> sums_;

 public:
  explicit MarketSums(const Case& setup, int from) : sums_(synthetic_world().base.markets.size()) {
    Simulation simulation{setup, 2};
    for (int month = -setup.burn_in_months; month < setup.months; ++month) {
      (void)simulation.run().step();
      if (month < from) continue;
      for (std::size_t k = 0; k < sums_.size(); ++k) {
        for (std::size_t kind = 0; kind < model::count_kinds; ++kind)
          sums_[k][kind] += simulation.run().counts()[k][kind];
      }
    }
  }
  [[nodiscard]] double of(CorridorId corridor, Sector sector, Sex sex, Count kind) const {
    return static_cast<double>(sums_[market_of(synthetic_world().base, corridor, sector, sex)][model::index(kind)]);
  }
};

TEST(Demand, HoldsTheDesiredStockOfFiveYearsWhereWorkersAbound) {
  // Supply is abundant in this world: two and more payable applicants for an order. Total stock, month by month.
  Case setup{.parameters = {}, .levers = {}, .months = 60, .burn_in_months = 0, .scale = 20};
  setup.parameters.norms_keep_women_home = 0;  // this world's constants are not fitted: norms would leave women short
  Simulation simulation{setup, 2};
  double desired = 0;
  for (const double stock : synthetic_world().fitted.desired_stock) desired += stock;
  for (int month = 0; month < setup.months; ++month) {
    (void)simulation.run().step();
    double stock = 0;
    for (const sim::Counts& counts : simulation.run().counts())
      stock += static_cast<double>(counts[model::index(Count::stock_abroad)]);
    ASSERT_NEAR(stock * setup.scale / desired, 1, 0.05) << "month " << month;
  }
  for (std::size_t k = 0; k < simulation.run().markets().count(); ++k) {
    EXPECT_GT(simulation.run().markets()[k].fill, 0.98) << "market " << k << " is short of workers after all";
  }
}

constexpr Month start = first_recorded + 6;
constexpr int first_month_looked_at = 7;  // the first whole month after the start

Case with(std::vector<model::LeverSpec> levers) {
  return {.parameters = {}, .levers = std::move(levers), .months = 30, .burn_in_months = 6, .scale = 20};
}
const MarketSums& baseline() {
  static const MarketSums sums{with({}), first_month_looked_at};
  return sums;
}

// At theta = 2 a cost of an order that is a fifth higher takes away roughly 1 - 1.2^-2 = 30 % of a market's orders
// before the split is shared out; the bounds below ask for a few per cent and the right sign.
TEST(Demand, MovesOrdersFromTheOriginWithAFloorToTheOthers) {
  // Workers abroad who do not answer to pay, so that the split of orders is seen alone: a floor that incumbents get at
  // contract end makes them stay, and fewer are replaced from anywhere.
  const auto unmoved = [](std::vector<model::LeverSpec> levers) {
    Case setup = with(std::move(levers));
    setup.parameters.pay_response = 0;
    return MarketSums{setup, first_month_looked_at};
  };
  const MarketSums before = unmoved({}), floor = unmoved({wage_floor({aaa_gulf}, start, 1, 450)});
  for (const auto& [sector, sex] :
       {std::pair{Sector::domestic_work, Sex::women}, std::pair{Sector::construction, Sex::men}}) {
    const double aaa_before = before.of(aaa_gulf, sector, sex, Count::orders_new),
                 aaa_now = floor.of(aaa_gulf, sector, sex, Count::orders_new);
    const double bbb_before = before.of(bbb_gulf, sector, sex, Count::orders_new),
                 bbb_now = floor.of(bbb_gulf, sector, sex, Count::orders_new);
    EXPECT_LT(aaa_now, 0.9 * aaa_before);
    EXPECT_GT(bbb_now, 1.05 * bbb_before);
    EXPECT_LT(aaa_now + bbb_now, aaa_before + bbb_before) << "a dearer composite order: fewer in all";
  }
  const double elsewhere = before.of(ccc_island, Sector::services, Sex::men, Count::orders_new);
  EXPECT_EQ(floor.of(ccc_island, Sector::services, Sex::men, Count::orders_new), elsewhere);
}

TEST(Demand, GivesTheOthersALargerShareOfOrders) {
  const MarketSums floor{with({wage_floor({aaa_gulf}, start, 1, 450)}), first_month_looked_at};
  const auto share = [](const MarketSums& sums) {
    const double others = sums.of(bbb_gulf, Sector::domestic_work, Sex::women, Count::orders_new);
    return others / (others + sums.of(aaa_gulf, Sector::domestic_work, Sex::women, Count::orders_new));
  };
  EXPECT_GT(share(floor), share(baseline()) + 0.05);
}

TEST(Demand, FallsWithoutDiversionWhereAllOriginsOfACellAdoptAFloorTogether) {
  const MarketSums floor{with({wage_floor({aaa_gulf, bbb_gulf}, start, 1, 450)}), first_month_looked_at};
  for (const CorridorId corridor : {aaa_gulf, bbb_gulf}) {
    EXPECT_LT(floor.of(corridor, Sector::domestic_work, Sex::women, Count::orders_new),
              baseline().of(corridor, Sector::domestic_work, Sex::women, Count::orders_new));
  }
}

TEST(Demand, PaysNewHiresTheFloor) {
  const MarketSums floor{with({wage_floor({aaa_gulf}, start, 1, 450)}), first_month_looked_at};
  const auto mean_offer = [](const MarketSums& sums) {
    return sums.of(aaa_gulf, Sector::construction, Sex::men, Count::wage_offered_cents) /
           sums.of(aaa_gulf, Sector::construction, Sex::men, Count::deployments) / 100;
  };
  EXPECT_NEAR(mean_offer(baseline()), 350, 1e-9);
  EXPECT_NEAR(mean_offer(floor), 450, 1e-9);
}

TEST(Demand, TurnsFromTheOriginWhoseEmployersMustPayForRecruitment) {
  const MarketSums pays{with({employer_pays({aaa_gulf}, start, 1)}), first_month_looked_at};
  const double aaa_before = baseline().of(aaa_gulf, Sector::construction, Sex::men, Count::orders_new);
  EXPECT_LT(pays.of(aaa_gulf, Sector::construction, Sex::men, Count::orders_new), 0.98 * aaa_before);
  EXPECT_GT(pays.of(bbb_gulf, Sector::construction, Sex::men, Count::orders_new),
            1.01 * baseline().of(bbb_gulf, Sector::construction, Sex::men, Count::orders_new));
  const auto mean_cost = [](const MarketSums& sums) {
    return sums.of(aaa_gulf, Sector::construction, Sex::men, Count::cost_cents) /
           sums.of(aaa_gulf, Sector::construction, Sex::men, Count::deployments);
  };
  EXPECT_LT(mean_cost(pays), mean_cost(baseline()));
  EXPECT_GT(pays.of(aaa_gulf, Sector::construction, Sex::men, Count::paid_by_employer_cents), 0);
}

TEST(FeeCap, LowersWhatWorkersPayAndLeavesWhatOthersPayAlone) {
  const MarketSums cap{with({fee_cap({aaa_gulf}, start, 1, 200)}), first_month_looked_at};
  const auto mean_cost = [](const MarketSums& sums, CorridorId corridor, Sector sector) {
    return sums.of(corridor, sector, Sex::men, Count::cost_cents) /
           sums.of(corridor, sector, Sex::men, Count::deployments);
  };
  EXPECT_LT(mean_cost(cap, aaa_gulf, Sector::construction),
            0.9 * mean_cost(baseline(), aaa_gulf, Sector::construction));
  EXPECT_EQ(mean_cost(cap, ccc_island, Sector::services), mean_cost(baseline(), ccc_island, Sector::services));
  EXPECT_GT(cap.of(aaa_gulf, Sector::construction, Sex::men, Count::rule_cases_kept), 0);
  EXPECT_LE(cap.of(aaa_gulf, Sector::construction, Sex::men, Count::rule_cases_kept),
            cap.of(aaa_gulf, Sector::construction, Sex::men, Count::rule_cases));
}

TEST(Ban, KeepsWomenFromTheRegularDoorAndSendsSomeThroughAnother) {
  const MarketSums ban{with({womens_ban({aaa_gulf}, start, 0.9)}), first_month_looked_at};
  const auto women = [](const MarketSums& sums, Count kind) {
    return sums.of(aaa_gulf, Sector::domestic_work, Sex::women, kind);
  };
  // Those accepted before the start still leave; from then on nine in ten are stopped at the regular door.
  const double regular_before = women(baseline(), Count::deployments),
               regular_now = women(ban, Count::deployments) - women(ban, Count::irregular_departures);
  EXPECT_LT(regular_now, 0.7 * regular_before);
  EXPECT_EQ(women(baseline(), Count::irregular_departures), 0);
  EXPECT_GT(women(ban, Count::irregular_departures), 0);
  // Where applicants abound, orders are filled past the ban; but it makes them dearer, so there are fewer.
  EXPECT_LT(women(ban, Count::deployments), women(baseline(), Count::deployments));
  EXPECT_EQ(ban.of(aaa_gulf, Sector::construction, Sex::men, Count::irregular_departures), 0);
}

}  // namespace
}  // namespace sojourn::test
