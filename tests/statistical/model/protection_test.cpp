#include "model/protection.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <vector>

#include "core/random.hpp"

namespace sojourn::model {
namespace {

const Parameters standard;
const RunKey run = run_key(2026, 13);
constexpr std::int32_t first = 24'312;

double tolerance(double share, double of) { return 5 * std::sqrt(share * (1 - share) / of); }

TEST(ComplaintStatistical, ComesOfEachGrievanceAtItsChance) {
  // sigma(-4.2 + 0.5 severity - 0.7): severity 1, 0.5 for hours, 2 for violence.
  struct Expected {
    Grievance grievance;
    double chance;
  };
  constexpr std::uint64_t events = 400'000;
  for (const auto& [grievance, chance] : {Expected{Grievance::unpaid_wage, 0.01213}, {Grievance::long_hours, 0.00947},
                                          {Grievance::threat, 0.01213}, {Grievance::violence, 0.01984}, {Grievance::injury, 0.01213}}) {
    const double complains = complaint_probability({.grievance = grievance}, standard);
    double filed = 0;
    for (std::uint64_t who = 0; who < events; ++who) {
      filed += RandomStream{run, who, first + static_cast<std::int32_t>(grievance), Draw::complain}.uniform() < complains ? 1 : 0;
    }
    EXPECT_NEAR(filed / events, chance, tolerance(chance, events)) << static_cast<int>(grievance);
  }
}

struct Desk {
  double backlog = 0;   // after each month, mean
  double remedied = 0, closed = 0, lodged = 0;
};

// The desk of EQUATIONS 5.11, case by case: `lodged` a month, of whom `capacity` are closed; the first 100 months are not looked at.
Desk desk(int lodged, double capacity, int months) {
  Desk desk;
  std::vector<std::uint64_t> waiting;
  std::uint64_t next = 0;
  for (int m = -100; m < months; ++m) {
    for (int i = 0; i < lodged; ++i) waiting.push_back(next++);
    const auto backlog = static_cast<double>(waiting.size());
    std::size_t kept = 0;
    for (const std::uint64_t one : waiting) {
      RandomStream stream{run, one, first + m, Draw::case_closes};
      const double u = stream.uniform();
      const CaseStep step = case_step(backlog, capacity, u, stream.uniform(), standard);
      if (step == CaseStep::waits) waiting[kept++] = one;
      if (m < 0) continue;
      desk.remedied += step == CaseStep::closes_with_remedy ? 1 : 0;
      desk.closed += step == CaseStep::closes_with_remedy || step == CaseStep::closes_without ? 1 : 0;
    }
    waiting.resize(kept);
    if (m >= 0) desk.backlog += static_cast<double>(kept) / months;
  }
  desk.lodged = static_cast<double>(lodged) * months;
  return desk;
}

TEST(DeskStatistical, KeepsTheBacklogOfItsPageAndResolvesTwentySixInAHundred) {
  constexpr int months = 1'000;
  const Desk usual = desk(820, 476, months);
  // A month's luck has variance 4,298 x 0.809 x 0.191 = 664, and 0.91 of a deviation is left a month later: the mean of
  // n months has a standard error of sqrt(664 / n) / 0.09.
  EXPECT_NEAR(usual.backlog, 3'478, 5 * std::sqrt(664.0 / months) / 0.09);
  // 476 a month are handled in the mean whatever the backlog: variances below those of Poisson counts.
  EXPECT_NEAR(usual.closed, 476.0 * months, 5 * std::sqrt(476.0 * months));
  EXPECT_NEAR(usual.remedied / usual.lodged, 0.45 * 476 / 820, 5 * std::sqrt(0.45 * 476 * months) / usual.lodged);
}

TEST(DeskStatistical, ClosesEverythingInItsMonthWhereItIsLargeEnough) {
  const Desk large = desk(563, 600, 200);
  EXPECT_EQ(large.backlog, 0);
  EXPECT_EQ(large.closed, large.lodged);
  EXPECT_NEAR(large.remedied / large.lodged, 0.45, tolerance(0.45, large.lodged));
}

TEST(CaseOutcomeStatistical, DismissesOneInFiveWithoutRemedyAndMovesHalfOfThoseHurtWithOne) {
  constexpr std::uint64_t cases = 100'000;
  const auto share = [](Grievance grievance, bool remedied, CaseOutcome outcome) {
    double seen = 0;
    for (std::uint64_t who = 0; who < cases; ++who) {
      const double u = RandomStream{run, who, first, Draw::case_outcome}.uniform();
      seen += case_outcome(grievance, remedied, u, standard) == outcome ? 1 : 0;
    }
    return seen / cases;
  };
  EXPECT_NEAR(share(Grievance::unpaid_wage, false, CaseOutcome::dismissed), 0.2, tolerance(0.2, cases));
  EXPECT_NEAR(share(Grievance::violence, true, CaseOutcome::transferred), 0.5, tolerance(0.5, cases));
  EXPECT_NEAR(share(Grievance::threat, true, CaseOutcome::repatriated), 0.5, tolerance(0.5, cases));
  EXPECT_EQ(share(Grievance::unpaid_wage, true, CaseOutcome::stays), 1);
}

}  // namespace
}  // namespace sojourn::model
