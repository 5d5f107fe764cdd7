// What becomes of complaints in whole runs, as frequencies.
#include <gtest/gtest.h>

#include <cmath>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

// Many complain of what happens, and desks are six times as large as usual or large enough for all: what a case brings is the
// same, how many get so far is not.
TEST(CasesStatistical, EndAsOftenAsTheRuleSaysWhateverTheDesk) {
  // Shares of so many cases, binomial: five standard errors.
  double resolved_of_filed[2] = {0, 0};
  for (const double factor : {6.0, 120.0}) {
    Case setup{.parameters = {}, .levers = {}, .months = 36, .burn_in_months = 12, .scale = 10};
    setup.parameters.complaint_base_logit = 0;
    setup.parameters.case_capacity_per_1000_workers_month *= factor;
    const sim::RunTables tables = tables_of(setup, 2);
    const auto of = [&tables](Count kind) { return static_cast<double>(total(tables, kind)); };
    const double closed = of(Count::complaints_closed), resolved = of(Count::complaints_resolved);
    const double won = setup.parameters.case_success, dismissed = setup.parameters.retaliation_probability;
    ASSERT_GT(closed, 1'000) << factor;
    EXPECT_NEAR(resolved / closed, won, 5 * std::sqrt(won * (1 - won) / closed)) << factor;
    const double lost = of(Count::complaints_unremedied);
    EXPECT_EQ(lost, closed - resolved) << factor;
    EXPECT_NEAR(of(Count::retaliations) / lost, dismissed, 5 * std::sqrt(dismissed * (1 - dismissed) / lost)) << factor;
    const double moved = of(Count::complaints_transferred), hurt = moved + of(Count::complaints_repatriated);
    const double moves = setup.parameters.transfer_after_case_share;
    ASSERT_GT(hurt, 100) << factor;
    EXPECT_NEAR(moved / hurt, moves, 5 * std::sqrt(moves * (1 - moves) / hurt)) << factor;
    resolved_of_filed[factor > 6 ? 1 : 0] = resolved / of(Count::complaints_filed);
  }
  EXPECT_GT(resolved_of_filed[1], 2 * resolved_of_filed[0]);
  EXPECT_LT(resolved_of_filed[1], 0.5);
}

}  // namespace
}  // namespace sojourn::test
