// Frequencies of what is drawn on the home side, with fixed seeds and tolerances from the binomial distribution.
#include "model/reintegration.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "model/households.hpp"
#include "model/returning.hpp"

namespace sojourn::model {
namespace {

constexpr int persons = 100'000;
const RunKey run = run_key(20'26, 1);

// Five standard errors of a share: one seed in 1.7 million fails by chance.
double tolerance(double share) { return 5 * std::sqrt(share * (1 - share) / persons); }

double month_by_month(double hazard, int months, Cents savings, HomeWork wanted, const Parameters& parameters) {
  int found = 0;
  for (int i = 0; i < persons; ++i) {
    HomeWork work = HomeWork::seeking;
    for (int month = 1; month <= months; ++month) {
      RandomStream stream{run, static_cast<std::uint64_t>(i), 24'000 + month, Draw::home_life};
      work = next_work(work, hazard, savings, 100, stream, parameters);
    }
    if (work == wanted) ++found;
  }
  return static_cast<double>(found) / persons;
}

TEST(ReintegrationStatistical, LeavesSeventyOnePerCentWithoutWorkAfterFiveMonthsAtTheMarketOf2020) {
  const Parameters parameters;
  const double hazard = job_hazard(Sex::men, 0.65, false, parameters);
  const double expected = still_without_work(hazard, 5);
  EXPECT_NEAR(month_by_month(hazard, 5, 0, HomeWork::seeking, parameters), expected, tolerance(expected));
}

// Who seeks and can pay begins an enterprise at its own chance, after the chance of wage work of the month.
TEST(ReintegrationStatistical, BeginsEnterprisesAtTheirChance) {
  Parameters parameters;
  parameters.enterprise_failure_per_month = 0;
  const double hazard = 0.1, leaves = hazard + (1 - hazard) * parameters.enterprise_start_per_month;
  const double expected = (1 - hazard) * parameters.enterprise_start_per_month / leaves * (1 - std::pow(1 - leaves, 6));
  EXPECT_NEAR(month_by_month(hazard, 6, 100, HomeWork::enterprise, parameters), expected, tolerance(expected));
}

TEST(ReturnStatistical, GivesFourInTenATargetAroundFortyHomeWages) {
  const Parameters parameters;
  int with_target = 0, above = 0;
  for (std::uint32_t i = 0; i < persons; ++i) {
    const double target = savings_target_usd(run, PersonId{0, 3, i}, UsdPerMonth{100}, parameters);
    if (target <= 0) continue;
    ++with_target;
    if (target > 4'000) ++above;
  }
  const double share = static_cast<double>(with_target) / persons;
  EXPECT_NEAR(share, 0.4, tolerance(0.4));
  EXPECT_NEAR(static_cast<double>(above) / with_target, 0.5, 5 * 0.5 / std::sqrt(with_target));
}

TEST(HouseholdStatistical, HaveMembersEarnersAndCarersAsTheParametersSay) {
  const Parameters parameters;
  double members = 0, earnings = 0;
  int earners = 0, children = 0, alone = 0;
  for (std::uint32_t i = 0; i < persons; ++i) {
    const PersonId person{0, 3, i};
    const Household household = household_of(run, person, UsdPerMonth{100}, parameters);
    members += household.members;
    earnings += household.earnings_usd;
    earners += household.earnings_usd > 0 ? 1 : 0;
    const Care care = care_left_behind(run, person, 28, parameters);
    children += care.young_child ? 1 : 0;
    alone += care.without_carer ? 1 : 0;
  }
  EXPECT_NEAR(members / persons, 3, 5 * std::sqrt(2.0 / persons)) << "one and a Poisson number of mean 2";
  EXPECT_NEAR(static_cast<double>(earners) / persons, 0.75, tolerance(0.75));
  // Log-normal with mean 1 and a variance of exp(0.36) - 1.
  EXPECT_NEAR(earnings / earners, 100, 100 * 5 * std::sqrt(std::expm1(0.36) / earners));
  EXPECT_NEAR(static_cast<double>(children) / persons, 0.35, tolerance(0.35));
  EXPECT_NEAR(static_cast<double>(alone) / children, 0.2, 5 * 0.4 / std::sqrt(children));
}

}  // namespace
}  // namespace sojourn::model
