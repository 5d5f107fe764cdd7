// Home leave with the job kept: the worked numbers of docs/model/home_leave.md.
#include "model/home_leave.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sojourn::model {
namespace {

const Parameters standard;

TEST(HomeLeave, IsTheWorkedExampleOfTheDocs) {
  const double assumed = leaves_per_month(0, standard), counted = leaves_per_month(0.42, standard);
  EXPECT_NEAR(assumed, 0.0417, 5e-5);
  EXPECT_NEAR(counted, 0.035, 1e-12);
  EXPECT_NEAR(caught_probability(assumed, 0.05, standard), 0.019, 1e-12);
  EXPECT_NEAR(caught_probability(counted, 0.05, standard), 0.019, 1e-12);
  EXPECT_NEAR(cut_off_probability(assumed, 0.05), 0.0396, 5e-5);
  EXPECT_NEAR(0.05 * 120'000 * assumed, 250, 1e-9);
  EXPECT_NEAR(standard.reopening_capacity * 120'000 * assumed, 10'000, 1e-9);
  EXPECT_NEAR(kept_probability(0.05, standard), 0.665, 1e-12);
  EXPECT_NEAR(kept_probability(0.525, standard), 0.3325, 1e-12);
  EXPECT_NEAR(std::pow(1 - 0.015 - 0.002 - 0.0055, 6), 0.872, 5e-4);
}

TEST(HomeLeave, CatchesAndKeepsNobodyWhereTheWayIsOpen) {
  EXPECT_EQ(caught_probability(0.035, 1, standard), 0);
  EXPECT_EQ(cut_off_probability(0.035, 1), 0);
  EXPECT_EQ(kept_probability(1, standard), 0);
  EXPECT_EQ(caught_probability(0, 0, standard), 0) << "no leave at sea";
  EXPECT_GT(kept_probability(0, standard), kept_probability(0.5, standard));
  EXPECT_GT(caught_probability(0.01, 0, standard), caught_probability(0.01, 0.5, standard));
}

TEST(HomeLeave, KeepsTheJobsOfThoseWhoLeaveOfTheirOwnWishOnly) {
  for (std::size_t reason = 0; reason < return_reason_names.size(); ++reason) {
    const auto of = static_cast<ReturnReason>(reason);
    EXPECT_EQ(job_survives(of), of == ReturnReason::family || of == ReturnReason::contract_own_choice)
        << return_reason_names.at(reason);
  }
}

TEST(MonthOnLeave, EndsKeptJobsByTheHazardsOfThoseAtWork) {
  const LeaveHazards hazards{.shock = 0.015, .layoff = 0.002, .own = 0.0055};
  EXPECT_EQ(month_on_leave(hazards, 0.0149), MonthOnLeave::cut_by_shock);
  EXPECT_EQ(month_on_leave(hazards, 0.0169), MonthOnLeave::laid_off);
  EXPECT_EQ(month_on_leave(hazards, 0.0224), MonthOnLeave::given_up);
  EXPECT_EQ(month_on_leave(hazards, 0.0226), MonthOnLeave::kept);
  EXPECT_EQ(month_on_leave({}, 1e-12), MonthOnLeave::kept) << "no hazard, no end";
}

}  // namespace
}  // namespace sojourn::model
