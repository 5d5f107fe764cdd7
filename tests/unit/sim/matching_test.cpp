// Orders meet applicants: as many matches as orders and applicants allow, by ranks that no order of work can change.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;
using model::Stage;

// Matches of every market and month are min(open orders, applicants who fill one).
void expect_full_use(Case setup, const World& world, bool& scarce_orders, bool& scarce_people) {
  Simulation simulation{setup, 2, world};
  std::vector<std::int64_t> on_offer(world.base.markets.size());
  simulation.run().on_stage([&](Stage stage) {
    if (stage != Stage::decision) return;  // orders of the month are placed, none is matched yet
    for (std::size_t k = 0; k < on_offer.size(); ++k) on_offer[k] = simulation.run().markets()[k].open_orders;
  });
  for (bool more = true; more;) {
    more = simulation.run().step();
    for (std::size_t k = 0; k < on_offer.size(); ++k) {
      const sim::Counts& counts = simulation.run().counts()[k];
      const std::int64_t payable = counts[model::index(Count::payable_applicants)];
      ASSERT_EQ(counts[model::index(Count::matched)], std::min(on_offer[k], payable)) << "market " << k;
      scarce_orders = scarce_orders || (on_offer[k] > 0 && on_offer[k] < payable);
      scarce_people = scarce_people || payable < on_offer[k];
    }
  }
}

TEST(Matching, FillsAsManyOrdersAsThereAreOrdersAndApplicants) {
  bool scarce_orders = false, scarce_people = false;
  Case setup;
  setup.parameters.search_hazard_max_per_month = 0.012;
  expect_full_use(setup, synthetic_world(), scarce_orders, scarce_people);
  EXPECT_TRUE(scarce_orders && scarce_people) << "both sides must have been short somewhere";
}

TEST(Matching, FillsAsManyOrdersAcrossBlocks) {
  bool scarce_orders = false, scarce_people = false;
  Case setup{.parameters = {}, .levers = {}, .months = 6, .burn_in_months = 3, .scale = 1};
  expect_full_use(setup, populous_world(), scarce_orders, scarce_people);
  EXPECT_TRUE(scarce_orders);
}

sim::Application applicant(double rank, std::uint64_t key) {
  sim::Application application;
  application.rank = rank;
  application.key = key;
  return application;
}

TEST(Cutoff, ShowsOrdersFromTheTopRankDownAndBreaksTiesByKey) {
  const sim::Cutoff cutoff{.rank = 1.5, .key = 7};
  EXPECT_TRUE(cutoff.shows(applicant(1.6, 1)));
  EXPECT_TRUE(cutoff.shows(applicant(1.5, 7)));
  EXPECT_TRUE(cutoff.shows(applicant(1.5, 8)));
  EXPECT_FALSE(cutoff.shows(applicant(1.5, 6)));
  EXPECT_FALSE(cutoff.shows(applicant(1.4, 9)));
  EXPECT_TRUE(sim::Cutoff{}.shows(applicant(-1e200, 0))) << "no cutoff: everybody";
}

TEST(Matching, NeedsMoneyConsentAndATrueOffer) {
  sim::Application application = applicant(0, 0);
  application.can_pay = application.accepts = true;
  EXPECT_TRUE(application.fills_an_order());
  application.is_false = true;
  EXPECT_FALSE(application.fills_an_order());
  application.is_false = application.can_pay = false;
  EXPECT_FALSE(application.fills_an_order());
  application.can_pay = true;
  application.accepts = false;
  EXPECT_FALSE(application.fills_an_order());
}

TEST(Matching, LeavesNobodyWithAnOrderWhereThereIsNone) {
  Simulation simulation{{}};
  std::ranges::fill(simulation.run().markets().fitted().order_weight, 0.0);  // no employer turns to anybody
  for (int month = 0; month < 6; ++month) {
    (void)simulation.run().step();
    for (const sim::Counts& counts : simulation.run().counts()) {
      EXPECT_EQ(counts[model::index(Count::matched)], 0);
      EXPECT_EQ(counts[model::index(Count::offers_shown)], 0);
    }
  }
}

}  // namespace
}  // namespace sojourn::test
