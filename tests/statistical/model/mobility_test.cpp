#include "model/mobility.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"
#include "model/employment.hpp"

namespace sojourn::model {
namespace {

const Parameters standard;
const RunKey run = run_key(2026, 12);
constexpr std::int32_t month = 24'312;

struct Years {
  double requests = 0, moves = 0, abscondings = 0;
};

// `workers` years of one worker each, by alarms that ring at `bound` and are thinned to the worker's own hazard.
Years lived(Sponsorship sponsorship, const OwnFactors& own, double bound, std::uint64_t workers) {
  const MobilityRule rule = mobility_rule(sponsorship, standard);
  EmploymentHazards hazards;
  hazards.job_request = request_hazard(rule, standard);
  hazards.absconding = absconding_hazard(rule, standard);
  Years years;
  for (std::uint64_t who = 0; who < workers; ++who) {
    RandomStream alarm{run, who, month, Draw::alarm}, event{run, who, month, Draw::event}, job{run, who, month, Draw::job_event};
    for (double t = alarm.exponential() / bound; t < 12; t += alarm.exponential() / bound) {
      switch (event_at_alarm(hazards, own, bound, event.uniform())) {
        case EmploymentEvent::job_request:
          ++years.requests;
          years.moves += job.uniform() < rule.approval ? 1 : 0;
          break;
        case EmploymentEvent::absconding: ++years.abscondings; break;
        default: break;
      }
    }
  }
  return years;
}

// Counts of independent rare events are Poisson: five roots of what is expected.
void expect_count(double happened, double expected) { EXPECT_NEAR(happened, expected, 5 * std::sqrt(expected)); }

TEST(MobilityStatistical, HasNinePointSixRequestsAndSixPointTwoMovesOfAHundredFreeWorkersAYear) {
  const Years years = lived(Sponsorship::free, {}, 0.05, 100'000);
  expect_count(years.requests, 9'600);
  expect_count(years.moves, 9'600 * 0.645);
  EXPECT_EQ(years.abscondings, 0);
  // Of so many requests the approved share has a standard error of sqrt(0.645 x 0.355 / requests).
  EXPECT_NEAR(years.moves / years.requests, 0.645, 5 * std::sqrt(0.645 * 0.355 / years.requests));
}

TEST(MobilityStatistical, HasThreeTimesTheRequestsAfterHarmAndFewerInDebt) {
  const auto requests = [](bool harmed, double debt) {
    return lived(Sponsorship::free, {.request = request_factor(harmed, debt, standard)}, 0.05, 100'000).requests;
  };
  expect_count(requests(true, 0), 28'800);
  expect_count(requests(false, 1), 9'600 * 0.60653);  // e^-0.5
}

TEST(MobilityStatistical, HasTwoPointFourAbscondingsOfAThousandTiedWorkersAYear) {
  const Years years = lived(Sponsorship::tied, {}, 0.01, 500'000);
  expect_count(years.abscondings, 1'200);
  EXPECT_EQ(years.requests, 0);
  // Harmed within three months: six times as many.
  const OwnFactors harmed{.abscond = absconding_factor(1, 0, true, 1, standard)};
  expect_count(lived(Sponsorship::tied, harmed, 0.01, 500'000).abscondings, 7'200);
}

TEST(MobilityStatistical, HasTheOverstaysOfItsPageAtTheEndsOfContracts) {
  constexpr std::uint64_t ends = 200'000;
  const auto share = [](bool may_come_back) {
    const double chance = overstay_probability({.irregular_over_home_wage = 240.0 / 91.0, .may_come_back = may_come_back}, standard);
    double stayed = 0;
    for (std::uint64_t who = 0; who < ends; ++who) stayed += RandomStream{run, who, month, Draw::overstays}.uniform() < chance ? 1 : 0;
    return stayed / ends;
  };
  // sigma(-3 + 0.5 ln 2.637 - 0.7) = 0.03862, without a way back sigma(-2.5152) = 0.07484.
  EXPECT_NEAR(share(true), 0.03862, 5 * std::sqrt(0.03862 * 0.96138 / ends));
  EXPECT_NEAR(share(false), 0.07484, 5 * std::sqrt(0.07484 * 0.92516 / ends));
}

}  // namespace
}  // namespace sojourn::model
