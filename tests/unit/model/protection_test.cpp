#include "model/protection.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace sojourn::model {
namespace {

const Parameters standard;

double unpaid(double debt, bool oriented, bool irregular) {
  return complaint_probability({.debt_over_half_year_wage = debt, .knows_rights = oriented, .irregular = irregular}, standard);
}

TEST(Complaint, IsTheExampleOfItsPage) {
  EXPECT_NEAR(unpaid(0, false, false), 0.01213, 5e-6);
  EXPECT_NEAR(unpaid(1, false, false), 0.00858, 5e-6);
  EXPECT_NEAR(unpaid(0, true, false), 0.02660, 5e-6);
  EXPECT_NEAR(unpaid(0, false, true), 0.00606, 5e-6);
  EXPECT_NEAR(complaint_probability({.tied = false}, standard), 0.02413, 5e-6);
  EXPECT_NEAR(complaint_probability({.grievance = Grievance::violence}, standard), 0.01984, 5e-6);
}

TEST(Complaint, IsSilencedByDebtTiesAndIrregularStatusAndHelpedByKnowledgeAndAChannel) {
  EXPECT_LT(unpaid(0.5, false, false), unpaid(0, false, false));
  EXPECT_LT(unpaid(0, false, true), unpaid(0, false, false));
  EXPECT_GT(unpaid(0, true, false), unpaid(0, false, false));
  EXPECT_EQ(unpaid(2, false, false), unpaid(9, false, false));
  EXPECT_GT(complaint_probability({.has_channel = true}, standard), unpaid(0, false, false));
  EXPECT_GT(complaint_probability({.tied = false}, standard), unpaid(0, false, false));
  EXPECT_LT(complaint_probability({.grievance = Grievance::long_hours}, standard), unpaid(0, false, false));
}

TEST(CaseOutcome, OfARemedyMovesOnlyThoseWhoWereHurt) {
  EXPECT_EQ(case_outcome(Grievance::unpaid_wage, true, 0.1, standard), CaseOutcome::stays);
  EXPECT_EQ(case_outcome(Grievance::violence, true, 0.4, standard), CaseOutcome::transferred);
  EXPECT_EQ(case_outcome(Grievance::violence, true, 0.6, standard), CaseOutcome::repatriated);
}

TEST(CaseOutcome, WithoutRemedyIsDismissalForOneInFive) {
  EXPECT_EQ(case_outcome(Grievance::unpaid_wage, false, 0.19, standard), CaseOutcome::dismissed);
  EXPECT_EQ(case_outcome(Grievance::violence, false, 0.21, standard), CaseOutcome::stays);
}

TEST(CaseCapacity, IsTheExampleOfItsPage) {
  EXPECT_NEAR(case_capacity(1'700'000, standard), 476, 1e-9);
  EXPECT_EQ(case_capacity(0, standard), 0.0);
}

// Shares of the four outcomes when u and v are spread evenly.
std::array<double, 4> shares(double backlog, double capacity, const Parameters& parameters) {
  constexpr int n = 1000;
  std::array<double, 4> seen{};
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < n; ++k) {
      const CaseStep step = case_step(backlog, capacity, (i + 0.5) / n, (k + 0.5) / n, parameters);
      seen.at(static_cast<std::size_t>(step)) += 1.0 / n / n;
    }
  }
  return seen;
}
double of(const std::array<double, 4>& seen, CaseStep step) { return seen.at(static_cast<std::size_t>(step)); }

TEST(CaseStep, SharesTheDesksMonthAmongAllWhoWait) {
  const auto seen = shares(1000, 300, standard);
  EXPECT_NEAR(of(seen, CaseStep::closes_with_remedy), 0.135, 2e-3);
  EXPECT_NEAR(of(seen, CaseStep::closes_without), 0.165, 2e-3);
  EXPECT_NEAR(of(seen, CaseStep::lapses), 0.7 * 0.09, 2e-3);
  EXPECT_NEAR(of(seen, CaseStep::waits), 0.7 * 0.91, 2e-3);
}

TEST(CaseStep, ClosesEverythingWhereTheDeskIsLargeAndNothingWhereThereIsNone) {
  EXPECT_NEAR(of(shares(100, 500, standard), CaseStep::closes_with_remedy), 0.45, 2e-3);
  EXPECT_NEAR(of(shares(100, 500, standard), CaseStep::closes_without), 0.55, 2e-3);
  EXPECT_NEAR(of(shares(100, 500, standard), CaseStep::waits), 0, 1e-9);
  EXPECT_NEAR(of(shares(100, 0, standard), CaseStep::lapses), 0.09, 2e-3);
  Parameters patient;
  patient.case_lapse_per_month = 0;
  EXPECT_NEAR(of(shares(100, 0, patient), CaseStep::waits), 1, 1e-9);
}

// A desk as that of EQUATIONS 5.11: 820 lodged a month, each month's cases waiting together with the older ones.
TEST(CaseStep, GivesTheBacklogOfTheExampleOfItsPage) {
  const auto month = [](double backlog, double capacity) {
    const double waiting = backlog + 820;
    const double handled = std::min(waiting, capacity);
    return (waiting - handled) * (1 - standard.case_lapse_per_month);
  };
  double backlog = 0;
  for (int m = 0; m < 240; ++m) backlog = month(backlog, 476);
  EXPECT_NEAR(backlog, 3478, 1);
  EXPECT_NEAR(476 * standard.case_success / 820, 0.26, 5e-3);
  EXPECT_NEAR(476 * (1 - standard.case_success) / 820, 0.32, 5e-3);
  EXPECT_NEAR((820 - 476) / 820.0, 0.42, 5e-3);
  EXPECT_NEAR(766 * standard.case_success / 820, 0.42, 5e-3);
  for (int m = 0; m < 12; ++m) {
    backlog = month(backlog, 766);
    if (m == 4) {
      EXPECT_NEAR(backlog, 2376, 1);
    }
  }
  EXPECT_NEAR(backlog, 1492, 1);
}

}  // namespace
}  // namespace sojourn::model
