#include "model/demand.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <deque>
#include <numeric>
#include <vector>

namespace sojourn::model {
namespace {

const Parameters standard;

double drop_outs() { return 1 - std::pow(1 - standard.drop_out_per_month, standard.processing_mean_months); }

// A market at rest: stock as wanted, pipeline full, exits a 49th of the stock.
DemandState at_rest() {
  return {.base_stock = 100'000,
          .activity = 1,
          .relative_cost = 1,
          .stock = 100'000,
          .in_pipeline = 100'000 / 49.0 * 4,
          .mean_exits_per_month = 100'000 / 49.0};
}

TEST(EmployerCost, OfADomesticWorkerIsTheExampleOfItsPage) {
  const auto cost = [](double wage, double recruitment, double rent) {
    return employer_cost({.wage = UsdPerMonth{wage},
                          .recruitment_paid = Usd{recruitment},
                          .rent_received = Usd{rent},
                          .contract = Months{24}},
                         standard)
        .value();
  };
  EXPECT_NEAR(cost(175, 1900, 0), 404.17, 0.005);
  EXPECT_NEAR(cost(400, 2092, 0), 637.17, 0.005);
  EXPECT_NEAR(cost(175, 1900, 600), cost(175, 1900, 0) - 25, 1e-9) << "rent to the employer's side lowers the cost";
  EXPECT_NEAR(cost(300, 0, 1e6), 30, 1e-9) << "never below a tenth of the wage";
}

TEST(SplitOrders, HalvesTheShareOfAnOriginWhoseWageIsRaisedByAFloor) {
  const std::array base{404.17, 404.17}, raised{637.17, 404.17},
      weights{0.35 * 404.17 * 404.17, 0.65 * 404.17 * 404.17};
  std::array shares{0.0, 0.0};
  split_orders(weights, base, standard, shares);
  EXPECT_NEAR(shares[0], 0.35, 1e-12);
  split_orders(weights, raised, standard, shares);
  EXPECT_NEAR(shares[0], 0.178, 5e-4);
  EXPECT_NEAR(composite_cost(weights, base, standard), 1, 1e-12);
  EXPECT_NEAR(shares[0] / 0.35 - 1, -0.49, 5e-3);
  EXPECT_NEAR(shares[1] / 0.65 - 1, 0.26, 5e-3);
  EXPECT_NEAR(composite_cost(weights, raised, standard), 1.1245, 5e-5);
  // In the end the mean cost in force has followed, and the desired stock with it.
  const double wanted = std::pow(composite_cost(weights, raised, standard), -standard.demand_cost_elasticity);
  EXPECT_NEAR(shares[0] / 0.35 * wanted - 1, -0.52, 5e-3);
  EXPECT_NEAR(shares[1] / 0.65 * wanted - 1, 0.19, 5e-3);
}

TEST(SplitOrders, GivesSharesThatAddUpToOneAndNothingToWhoHasNoWeight) {
  const std::vector weights{2.0, 0.0, 5.0, 0.1}, costs{400.0, 10.0, 700.0, 90.0};
  std::vector<double> shares(4);
  split_orders(weights, costs, standard, shares);
  EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 1, 1e-12);
  EXPECT_EQ(shares[1], 0.0);
}

TEST(SplitOrders, LeavesEverybodyWithoutOrdersWhereNobodyHasAWeight) {
  const std::array weights{0.0, 0.0}, costs{400.0, 500.0};
  std::array shares{0.0, 0.0};
  split_orders(weights, costs, standard, shares);
  EXPECT_EQ(shares[0] + shares[1], 0.0);
}

TEST(DesiredStock, FallsWithCostAndRisesWithActivity) {
  DemandState state = at_rest();
  EXPECT_DOUBLE_EQ(desired_stock(state, standard), 100'000);
  state.relative_cost = 1.1245;
  EXPECT_NEAR(desired_stock(state, standard), 94'302, 1);  // 1.1245^-0.5
  state.activity = 1.05;
  EXPECT_NEAR(desired_stock(state, standard), 1.05 * 94'302, 1);
}

TEST(NewOrders, AtRestReplaceExitsAndDropOuts) {
  EXPECT_NEAR(drop_outs(), 0.0873, 5e-5);
  EXPECT_NEAR(new_orders(at_rest(), standard), 2236.1, 0.05);
  EXPECT_EQ(layoff_hazard(at_rest(), standard).value(), 0.0);
}

TEST(NewOrders, StopAndLayoffsBeginWhereFarTooManyAreThere) {
  DemandState state = at_rest();
  state.base_stock = 50'000;
  EXPECT_EQ(new_orders(state, standard), 0.0);
  // (50,000 - 100,000) / 12 + 2,041 = -2,126 a month: 2.1 % of the stock.
  EXPECT_NEAR(layoff_hazard(state, standard).value(), 0.0213, 5e-5);
  state.base_stock = 0;
  EXPECT_EQ(layoff_hazard(state, standard).value(), standard.layoff_hazard_max_per_month);
  state.stock = 0;
  EXPECT_EQ(layoff_hazard(state, standard).value(), 0.0) << "nobody there, nobody laid off";
}

// docs/model/demand.md, worked number: the month at once, and three years with a pipeline of four months.
TEST(NewOrders, FallByAMultipleOfAFallInTheDesiredStock) {
  DemandState state = at_rest();
  const double before = new_orders(state, standard);
  state.activity = 0.97;
  EXPECT_NEAR(new_orders(state, standard) / before - 1, -0.112, 5e-4);

  std::deque<double> pipeline(4, before);
  std::deque<double> exits(12, state.mean_exits_per_month);
  std::array<double, 3> orders{};
  for (std::size_t month = 0; month < 36; ++month) {
    state.mean_exits_per_month = std::accumulate(exits.begin(), exits.end(), 0.0) / 12;
    state.in_pipeline = std::accumulate(pipeline.begin(), pipeline.end(), 0.0) * (1 - drop_outs());
    pipeline.push_back(new_orders(state, standard));
    orders[month / 12] += pipeline.back() / (12 * before);
    const double leaving = state.stock / 49;
    state.stock += pipeline.front() * (1 - drop_outs()) - leaving;
    pipeline.pop_front();
    exits.push_back(leaving);
    exits.pop_front();
  }
  EXPECT_NEAR(orders[0] - 1, -0.077, 5e-4);
  EXPECT_NEAR(orders[1] - 1, -0.046, 5e-4);
  EXPECT_NEAR(orders[2] - 1, -0.039, 5e-4);
}

TEST(Evasion, OfAFloorIsTheExampleOfItsPage) {
  double evasion = 0;
  for (int month = 0; month < 12; ++month) {
    evasion = next_evasion(evasion, UsdPerMonth{190}, UsdPerMonth{400}, 0.2, standard);
    if (month == 0) {
      EXPECT_NEAR(evasion, 0.06, 1e-12);
    }
  }
  EXPECT_NEAR(evasion, 0.467, 5e-4);
}

TEST(Evasion, IsZeroUnderFullEnforcementOrAFloorThatDoesNotBind) {
  EXPECT_EQ(next_evasion(0, UsdPerMonth{190}, UsdPerMonth{400}, 1, standard), 0.0);
  EXPECT_EQ(next_evasion(0, UsdPerMonth{400}, UsdPerMonth{400}, 0, standard), 0.0);
  EXPECT_GT(next_evasion(0, UsdPerMonth{300}, UsdPerMonth{400}, 0.2, standard),
            next_evasion(0, UsdPerMonth{300}, UsdPerMonth{400}, 0.8, standard));
}

TEST(WholeOrders, ArePlacedEarlyWhereSomebodyWaitsAndElseWhenWhole) {
  EXPECT_EQ(whole_orders({.due = 0.3, .waiting = 0, .tightness = 3}), 0);
  EXPECT_EQ(whole_orders({.due = 0.3, .waiting = 1, .tightness = 3}), 1);
  EXPECT_EQ(whole_orders({.due = -0.7, .waiting = 5, .tightness = 3}), 0) << "already ahead";
  EXPECT_EQ(whole_orders({.due = 2.4, .waiting = 0, .tightness = 3}), 2);
  EXPECT_EQ(whole_orders({.due = 2.4, .waiting = 9, .tightness = 3}), 3);
  EXPECT_EQ(whole_orders({.due = 0.3, .open = 1, .waiting = 1, .tightness = 3}), 0) << "an open order is there for them";
  EXPECT_EQ(whole_orders({.due = -0.7, .waiting = 5, .tightness = 0.5}), 1) << "applicants are few: one ahead";
  EXPECT_EQ(whole_orders({.due = -1.0, .waiting = 5, .tightness = 0.5}), 0);
}

TEST(WholeOrders, AddUpToTheOrdersDueWhateverTheScale) {
  for (const double wanted : {0.01, 0.3, 7.9}) {
    double due = 0, placed = 0;
    constexpr int months = 6000;
    for (int month = 0; month < months; ++month) {
      due += wanted;
      // Somebody waits in every third month.
      const auto orders = whole_orders({.due = due, .waiting = month % 3 == 0 ? 100 : 0, .tightness = 3});
      due -= static_cast<double>(orders);
      placed += static_cast<double>(orders);
    }
    EXPECT_NEAR(placed, wanted * months, 1.0) << wanted;
  }
}

TEST(LapsingOrders, AreThoseThatNoApplicantIsLeftFor) {
  const Parameters parameters;
  EXPECT_NEAR(lapsing_orders({.open = 120, .tightness = 0.8}, parameters), 10.0, 1e-3);
  EXPECT_EQ(lapsing_orders({.open = 120, .tightness = 1.0}, parameters), 0.0);
}

}  // namespace
}  // namespace sojourn::model
