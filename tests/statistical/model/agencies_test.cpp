#include "model/agencies.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "model/recruitment.hpp"

namespace sojourn::model {
namespace {

const Parameters standard;
const RunKey run = run_key(2026, 5);

AgencyPlace slot(std::uint32_t number) { return {.run = run, .origin = 2, .slot = number}; }

TEST(AgencyStatistical, HonestyIsUniformAndFraudMeetsTheShareOfPayersWhoNeverLeave) {
  // Later holders of a slot draw freely: mean 1/2, variance 1/12. Fraud 0.34 (1 - honesty): mean 0.17.
  constexpr std::uint32_t n = 100'000;
  double honesty = 0, fraud = 0;
  for (std::uint32_t s = 0; s < n; ++s) {
    const Agency agency = next_agency(slot(s), {}, standard);
    honesty += static_cast<double>(agency.honesty);
    fraud += fraud_probability(static_cast<double>(agency.honesty), standard.recruitment_chain_links, standard);
  }
  const double se = std::sqrt(1.0 / 12 / n);
  EXPECT_NEAR(honesty / n, 0.5, 5 * se);
  EXPECT_NEAR(fraud / n, 0.17, 5 * 0.34 * se);
}

TEST(AgencyStatistical, IsSuspendedAsOftenAsViolationsAreFound) {
  // Violations found: Poisson, 0.05 a month. The third comes after three waits, mean 60 and variance 3 / 0.05^2 = 1,200;
  // then twelve months pass without inspection, so that a cycle has mean 72. Renewals by t, the first after 60: mean
  // t / 72 - 60 / 72 + (1,200 + 72^2) / (2 x 72^2), variance near t 1,200 / 72^3. Licences are not lost here.
  Parameters parameters;
  parameters.suspensions_before_licence_loss = 1e9;
  constexpr int agencies = 2'000, months = 720;
  double suspensions = 0;
  for (std::uint32_t s = 0; s < agencies; ++s) {
    Agency agency = first_agency(slot(s), agencies, parameters);
    agency.violations = 0;
    for (int m = 0; m < months; ++m) {
      end_agency_month(agency, {.placements = 25, .false_offers = 5, .found_millionths = 50'000}, slot(s), m, {}, parameters);
    }
    suspensions += agency.suspensions;
  }
  const double cycle = 72, variance = 1'200;
  const double expected = months / cycle - 60 / cycle + (variance + cycle * cycle) / (2 * cycle * cycle);
  const double se = std::sqrt(months * variance / (cycle * cycle * cycle) / agencies);
  // Two hundredths more: whole months, and two or more violations found at once.
  EXPECT_NEAR(suspensions / agencies, expected, 5 * se + 0.02 * expected);
}

}  // namespace
}  // namespace sojourn::model
