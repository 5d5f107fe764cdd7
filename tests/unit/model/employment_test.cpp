#include "model/employment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace sojourn::model {
namespace {

using Event = EmploymentEvent;
const Parameters standard;
const EmploymentHazards usual{.death = 0.0001,
                              .early_own = 0.0064,
                              .early_violation = 0.0016,
                              .layoff = 0.002,
                              .wage_withheld = 0.02,
                              .home_leave = 0.003};

// How often each event happens when the clock's rings are spread evenly.
std::array<double, 7> hazards_seen(const EmploymentHazards& hazards, double bound, double factor) {
  constexpr int rings = 1'000'000;
  std::array<double, 7> seen{};
  for (int i = 0; i < rings; ++i) {
    const Event event = event_at_alarm(hazards, bound, factor, (i + 0.5) / rings);
    seen.at(static_cast<std::size_t>(event)) += bound * std::max(1.0, factor) / rings;
  }
  return seen;
}
double of(const std::array<double, 7>& seen, Event event) { return seen.at(static_cast<std::size_t>(event)); }

TEST(DeathHazard, IsTheExampleOfItsPage) {
  EXPECT_NEAR(death_hazard(Sex::men, standard), 0.00010833, 5e-9);
  EXPECT_NEAR(death_hazard(Sex::women, standard), 0.00005, 1e-12);
}

TEST(EventAtAlarm, HappensAsOftenAsItsHazardSays) {
  for (const double factor : {0.2, 1.0, 3.5, 12.18}) {
    for (const double slack : {1.0, 1.3}) {
      const auto seen = hazards_seen(usual, usual.total() * slack, factor);
      const double grain = 3e-6 * slack * std::max(1.0, factor);  // two edges of a grid of a millionth of the bound
      EXPECT_NEAR(of(seen, Event::death), usual.death, grain);
      EXPECT_NEAR(of(seen, Event::early_own), usual.early_own, grain);
      EXPECT_NEAR(of(seen, Event::layoff), usual.layoff, grain);
      EXPECT_NEAR(of(seen, Event::home_leave), usual.home_leave, grain);
      EXPECT_NEAR(of(seen, Event::early_violation), usual.early_violation * factor, grain);
      EXPECT_NEAR(of(seen, Event::wage_withheld), usual.wage_withheld * factor, grain);
    }
  }
}

TEST(EventAtAlarm, AtABadEmployerIsTheExampleOfItsPage) {
  EXPECT_NEAR(usual.total(), 0.0331, 1e-12);
  const double rings = usual.total() * 3.5;
  const auto seen = hazards_seen(usual, usual.total(), 3.5);
  EXPECT_NEAR(rings, 0.11585, 1e-12);
  EXPECT_NEAR(of(seen, Event::wage_withheld) / rings, 0.604, 5e-4);
  EXPECT_NEAR(of(seen, Event::none) / rings, 0.248, 5e-4);
}

TEST(EventAtAlarm, IsNothingAtZeroHazards) {
  const auto seen = hazards_seen(EmploymentHazards{}, 0.05, 12.18);
  EXPECT_NEAR(of(seen, Event::none), 0.05 * 12.18, 1e-9);
}

TEST(EventAtAlarm, NeverIsWhatHasNoHazard) {
  EmploymentHazards hazards = usual;
  hazards.layoff = 0;
  hazards.wage_withheld = 0;
  const auto seen = hazards_seen(hazards, usual.total(), 2);
  EXPECT_EQ(of(seen, Event::layoff), 0.0);
  EXPECT_EQ(of(seen, Event::wage_withheld), 0.0);
}

TEST(Hazards, OfOneEmployerAndOfAnyAddUpToTheBoundOfTheClock) {
  EXPECT_NEAR(usual.of_employer() + usual.common(), usual.total(), 1e-15);
  EXPECT_NEAR(usual.of_employer(), 0.0216, 1e-15);
  for (const double factor : {0.0, 0.5, 1.0, 12.18}) {
    EXPECT_LE(usual.common() + factor * usual.of_employer(), usual.total() * std::max(1.0, factor) + 1e-15);
  }
}

}  // namespace
}  // namespace sojourn::model
