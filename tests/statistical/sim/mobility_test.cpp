// Who leaves an employer, stays past a permit or is found, and what the register sees, as frequencies of whole runs.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

// Part of a month that somebody who is there at its beginning spends, leaving at hazard x.
double exposure(double x) { return x > 0 ? -std::expm1(-x) / x : 1.0; }

struct Tally {
  double expected = 0, happened = 0;
};

class LeavingStatistical : public testing::Test {
 protected:
  // Nobody harmed, all employers alike, all paid as agreed and at what others pay; debts weigh nothing: every factor of a
  // worker's own is 1.
  static Case setup() {
    Case setup{.parameters = {}, .levers = {}, .months = 36, .burn_in_months = 24, .scale = 10};
    model::Parameters& p = setup.parameters;
    p.wage_withheld_tied_per_month = p.wage_withheld_free_per_month = p.violence_tied_per_month = p.violence_free_per_month = 0;
    p.long_hours_per_month = p.threat_per_month = p.injury_per_100000_year = 0;
    p.dismissal_per_month = p.employer_spread = p.debt_leaving_effect = p.debt_stay_logit = p.overstay_pay_response = 0;
    p.posted_wage_response_per_month = 0;
    p.substitution_logit = p.substitution_registered_logit = -100;
    return setup;
  }
};

TEST_F(LeavingStatistical, FollowsTheHazardsOfStatusAndTheRegistersShare) {
  const Case world = setup();
  Simulation simulation{world, 2};
  Tally requests, abscondings, removals, approved, limited, unlimited;
  std::array<Tally, 5> registered;
  std::array<double, 5> lawful{};
  std::vector<std::array<double, 2>> present;  // regular, irregular
  for (int month = -world.burn_in_months; month < world.months; ++month) {
    (void)simulation.run().step();
    const sim::Markets& markets = simulation.run().markets();
    for (std::size_t k = 0; month >= 0 && k < present.size(); ++k) {
      const sim::MarketNow& market = markets[k];
      const sim::Counts& counts = simulation.run().counts()[k];
      const auto of = [&counts](Count kind) { return static_cast<double>(counts[model::index(kind)]); };
      const double others = market.hazards.death + market.hazards.early_own + market.hazards.layoff +
                            market.hazards.illness * world.parameters.leave_after_illness_probability;
      requests.expected += present[k][0] * market.hazards.job_request * exposure(others);
      requests.happened += of(Count::job_change_requests);
      approved.expected += of(Count::job_change_requests) * world.parameters.job_change_approval;
      approved.happened += of(Count::job_changes);
      abscondings.expected += present[k][0] * market.hazards.absconding * exposure(others + market.hazards.absconding);
      abscondings.happened += of(Count::abscondings);
      removals.expected += present[k][1] * market.hazards.removal * exposure(others + market.hazards.removal);
      removals.happened += of(Count::removals);
      const double at_end = of(Count::overstays) + of(Count::returns_not_renewed) +
                            of(Count::returns_own_choice) + of(Count::returns_target);
      Tally& overstays = market.limited_stay ? limited : unlimited;
      overstays.expected += at_end * (market.limited_stay ? 0.04743 : 0.02413);  // sigma(-3) and sigma(-3.7)
      overstays.happened += of(Count::overstays);
      const std::size_t c = index(market.corridor);
      registered[c].expected += market.registered_share * of(Count::deployments);
      registered[c].happened += of(Count::registered_new);
      lawful[c] += of(Count::deployments) - of(Count::irregular_departures);
    }
    present.clear();
    for (const sim::Counts& counts : simulation.run().counts()) {
      const auto irregular = static_cast<double>(counts[model::index(Count::irregular_stock)]);
      present.push_back({static_cast<double>(counts[model::index(Count::stock_abroad)]) - irregular, irregular});
    }
  }
  // Rare events are Poisson, shares of those who stand before a choice are binomial and vary less: five roots each.
  for (const Tally& tally : {requests, abscondings, removals, limited, unlimited}) {
    EXPECT_GT(tally.expected, 100);
    EXPECT_NEAR(tally.happened, tally.expected, 5 * std::sqrt(tally.expected));
  }
  EXPECT_NEAR(approved.happened, approved.expected,
              5 * std::sqrt(approved.expected * (1 - world.parameters.job_change_approval)));
  for (std::size_t c = 0; c < registered.size(); ++c) {
    const double share = registered[c].expected / lawful[c];
    EXPECT_GT(lawful[c], 500) << c;
    EXPECT_NEAR(registered[c].happened, registered[c].expected, 5 * std::sqrt(lawful[c] * share * (1 - share))) << c;
  }
}

}  // namespace
}  // namespace sojourn::test
