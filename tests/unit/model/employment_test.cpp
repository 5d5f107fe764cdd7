#include "model/employment.hpp"

#include <gtest/gtest.h>

#include <array>

namespace sojourn::model {
namespace {

using Event = EmploymentEvent;
constexpr std::size_t events = 15;
const Parameters standard;
const EmploymentHazards usual{.death = 0.0001, .early_own = 0.0055, .illness = 0.0015, .layoff = 0.002, .home_leave = 0.003,
                              .harm = {.wage_withheld = 0.05, .long_hours = 0.01, .threat = 0.01, .violence = 0.0074,
                                       .injury = 0.0015, .dismissal = 0.0005},
                              .job_request = 0.0125, .absconding = 0.0002, .removal = 0.0167};
constexpr double least = 0x1p-7;

// How often each event happens when the clock's rings are spread evenly.
std::array<double, events> hazards_seen(const EmploymentHazards& hazards, const OwnFactors& own, double bound) {
  constexpr int rings = 1'000'000;
  std::array<double, events> seen{};
  for (int i = 0; i < rings; ++i) {
    seen.at(static_cast<std::size_t>(event_at_alarm(hazards, own, bound, (i + 0.5) / rings))) += bound / rings;
  }
  return seen;
}
double of(const std::array<double, events>& seen, Event event) { return seen.at(static_cast<std::size_t>(event)); }

constexpr std::array people{OwnFactors{}, OwnFactors{.harm = 0.2, .request = 3}, OwnFactors{.harm = 3.5, .abscond = 3.5},
                            OwnFactors{.harm = 18, .request = 3, .abscond = 300, .irregular = true},
                            OwnFactors{.harm = 0.6, .request = 0.6, .abscond = 1.6, .irregular = true}};

TEST(DeathHazard, IsTheExampleOfItsPage) {
  EXPECT_NEAR(death_hazard(Sex::men, standard), 0.00010833, 5e-9);
  EXPECT_NEAR(death_hazard(Sex::women, standard), 0.00005, 1e-12);
}

TEST(EventAtAlarm, HappensAsOftenAsItsHazardSays) {
  for (const OwnFactors& own : people) {
    for (const double slack : {1.0, 1.3}) {
      const double bound = usual.total() * slack * alarm_factor(usual, own, least);
      const auto seen = hazards_seen(usual, own, bound);
      const double grain = 3e-6 * bound;  // two edges of a grid of a millionth of the bound
      EXPECT_NEAR(of(seen, Event::death), usual.death, grain);
      EXPECT_NEAR(of(seen, Event::early_own), usual.early_own, grain);
      EXPECT_NEAR(of(seen, Event::illness), usual.illness, grain);
      EXPECT_NEAR(of(seen, Event::layoff), usual.layoff, grain);
      EXPECT_NEAR(of(seen, Event::home_leave), usual.home_leave, grain);
      EXPECT_NEAR(of(seen, Event::wage_withheld), usual.harm.wage_withheld * own.harm, grain);
      EXPECT_NEAR(of(seen, Event::violence), usual.harm.violence * own.harm, grain);
      EXPECT_NEAR(of(seen, Event::dismissal), usual.harm.dismissal * own.harm, grain);
      EXPECT_NEAR(of(seen, Event::job_request), usual.job_request * own.request, grain);
      EXPECT_NEAR(of(seen, Event::absconding), usual.absconding * own.abscond, grain);
      EXPECT_NEAR(of(seen, Event::removal), own.irregular ? usual.removal : 0.0, grain);
    }
  }
}

TEST(EventAtAlarm, AtABadEmployerIsTheExampleOfItsPage) {
  EXPECT_NEAR(usual.total(), 0.1042, 1e-12);
  const OwnFactors own{.harm = 3.5, .abscond = 3.5};
  const double rings = usual.total() * alarm_factor(usual, own, least);
  EXPECT_NEAR(rings, 0.3647, 1e-12);
  EXPECT_NEAR(of(hazards_seen(usual, own, rings), Event::wage_withheld) / rings, 0.480, 5e-4);
}

TEST(AlarmFactor, NeverLetsAnAlarmRunBelowTheHazardsOfItsWorker) {
  // Whatever the market's levels become: with more layoffs, with half the harm, where workers may not move.
  EmploymentHazards others = usual;
  others.layoff = 0.05;
  EmploymentHazards safer = usual;
  safer.harm = {.wage_withheld = 0.02, .long_hours = 0.001, .threat = 0, .violence = 0, .injury = 0, .dismissal = 0};
  EmploymentHazards bound_to_stay = usual;
  bound_to_stay.job_request = bound_to_stay.absconding = 0;
  for (const OwnFactors& own : people) {
    const double factor = alarm_factor(usual, own, least);
    for (const EmploymentHazards& hazards : {usual, others, safer, bound_to_stay}) {
      EXPECT_LE(total_hazard(hazards, own), std::max(least, hazards.total()) * factor + 1e-15);
    }
  }
}

TEST(EventAtAlarm, IsNothingAtZeroHazards) {
  const auto seen = hazards_seen(EmploymentHazards{}, people[3], 0.5);
  EXPECT_NEAR(of(seen, Event::none), 0.5, 1e-9);
}

TEST(EventAtAlarm, NeverIsWhatHasNoHazard) {
  EmploymentHazards hazards = usual;
  hazards.layoff = 0;
  hazards.harm.wage_withheld = 0;
  const auto seen = hazards_seen(hazards, people[3], 10);
  EXPECT_EQ(of(seen, Event::layoff), 0.0);
  EXPECT_EQ(of(seen, Event::wage_withheld), 0.0);
}

}  // namespace
}  // namespace sojourn::model
