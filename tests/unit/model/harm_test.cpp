#include "model/harm.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "model/placement.hpp"

namespace sojourn::model {
namespace {

const Parameters standard;
constexpr std::int32_t now = 24'312;

// Share of workers to whom something of hazard h a month happens within a year, over employers of any quality.
double share_within_a_year(double hazard) {
  double share = 0, weights = 0;
  for (double z = -3; z <= 3; z += 0.001) {
    const double weight = std::exp(-z * z / 2);
    share += weight * -std::expm1(-12 * hazard * harm_factor(z, standard));
    weights += weight;
  }
  return share / weights;
}

TEST(HarmHazards, InvertTheSurveysOfTheirPage) {
  const HarmHazards tied = harm_hazards(Sponsorship::tied, 1, Sector::domestic_work, standard);
  const HarmHazards free = harm_hazards(Sponsorship::free, 1, Sector::domestic_work, standard);
  EXPECT_NEAR(share_within_a_year(tied.wage_withheld), 0.36, 0.01);
  EXPECT_NEAR(share_within_a_year(free.wage_withheld), 0.13, 0.01);
  EXPECT_NEAR(share_within_a_year(tied.violence), 0.08, 0.005);
  EXPECT_NEAR(share_within_a_year(free.violence), 0.07, 0.005);
}

TEST(HarmHazards, OfAbuseAreLowerOutsideHouseholdsAndThoseOfInjuryAreNot) {
  const HarmHazards home = harm_hazards(Sponsorship::tied, 1, Sector::domestic_work, standard);
  const HarmHazards site = harm_hazards(Sponsorship::tied, 1, Sector::construction, standard);
  EXPECT_NEAR(site.violence, 0.2 * home.violence, 1e-15);
  EXPECT_LT(site.threat, home.threat);
  EXPECT_EQ(site.injury, home.injury);
  EXPECT_NEAR(site.injury * 12 * 100'000, 1'814, 1e-9);
  EXPECT_NEAR(site.injury * 12 * 100'000 * standard.injury_severe_share, 24, 0.1);
}

TEST(HarmHazards, OfHouseholdsAnswerToWhatIsKnownOfAPlace) {
  const HarmHazards at_home = harm_hazards(Sponsorship::tied, 0.5, Sector::domestic_work, standard);
  EXPECT_DOUBLE_EQ(at_home.wage_withheld, 0.025);
  EXPECT_DOUBLE_EQ(at_home.violence, 0.0037);
  EXPECT_EQ(at_home.injury, harm_hazards(Sponsorship::tied, 1, Sector::domestic_work, standard).injury);
  EXPECT_EQ(harm_hazards(Sponsorship::tied, 0.5, Sector::construction, standard).total(), harm_hazards(Sponsorship::tied, 1, Sector::construction, standard).total());
}

TEST(ExitsByHarm, AreAboutAFifthOfEarlyExitsInTiedHouseholdsAsOnTheirPage) {
  const double exits = exits_by_harm(harm_hazards(Sponsorship::tied, 1, Sector::domestic_work, standard), standard);
  EXPECT_NEAR(exits, 0.00207, 5e-6);
}

TEST(RelativeRisk, IsOneForTheFreeAndUnindebtedAndRisesWithEachTie) {
  EXPECT_EQ(relative_risk({}, standard), 1.0);
  EXPECT_NEAR(relative_risk({.irregular = true}, standard), 1.5, 1e-15);
  EXPECT_NEAR(relative_risk({.confined = true, .debt_over_half_year_wage = 1}, standard), 1.5 * 1.15, 1e-12);
  EXPECT_EQ(relative_risk({.debt_over_half_year_wage = 2}, standard), relative_risk({.debt_over_half_year_wage = 9}, standard));
}

TEST(DeathCause, HasTheSharesOfItsPage) {
  constexpr int n = 100'000;
  std::array<double, 5> seen{};
  for (int i = 0; i < n; ++i) seen.at(static_cast<std::size_t>(death_cause((i + 0.5) / n, standard))) += 1.0 / n;
  EXPECT_NEAR(seen[static_cast<std::size_t>(DeathCause::natural)], 0.66, 1e-4);
  EXPECT_NEAR(seen[static_cast<std::size_t>(DeathCause::traffic)], 0.13, 1e-4);
  EXPECT_NEAR(seen[static_cast<std::size_t>(DeathCause::suicide)], 0.10, 1e-4);
  EXPECT_NEAR(seen[static_cast<std::size_t>(DeathCause::work)], 0.08, 1e-4);
}

JobRecord job(std::int32_t began) { return {.began = static_cast<std::int16_t>(began)}; }

TEST(ForcedLabour, NeedsBothInvoluntaryWorkAndAMenace) {
  JobRecord unpaid = job(now - 30);
  unpaid.unpaid = now - 2;
  EXPECT_TRUE(is_involuntary(unpaid, now));
  EXPECT_FALSE(in_forced_labour(unpaid, now)) << "late pay alone is not it";
  JobRecord threatened = job(now - 30);
  threatened.hurt = now - 2;
  EXPECT_FALSE(in_forced_labour(threatened, now)) << "violence alone is not it";
  unpaid.hurt = now - 5;
  EXPECT_TRUE(in_forced_labour(unpaid, now));
}

TEST(ForcedLabour, IsNotADebtNorAPassportKeptByConsent) {
  JobRecord kept = job(now - 3);
  kept.passport_refused = true;
  EXPECT_FALSE(in_forced_labour(kept, now));
  kept.deceived = true;
  EXPECT_TRUE(in_forced_labour(kept, now)) << "deceived on arrival, and the papers not given back";
}

TEST(ForcedLabour, OfTheConfinedIsBothAtOnce) {
  JobRecord locked = job(now - 40);
  locked.confined = true;
  EXPECT_TRUE(in_forced_labour(locked, now));
}

TEST(ForcedLabour, EndsWhenASignFallsOutOfTheTwelveMonths) {
  JobRecord record = job(now - 30);
  record.unpaid = now - 4;
  record.hurt = now - 9;
  EXPECT_TRUE(in_forced_labour(record, now));
  EXPECT_EQ(next_review(record, now), now + 3);
  EXPECT_TRUE(in_forced_labour(record, now + 2));
  EXPECT_FALSE(in_forced_labour(record, now + 3));
}

TEST(JobRecord, OfANewJobHasNoSigns) {
  EXPECT_FALSE(is_involuntary(job(now), now));
  EXPECT_FALSE(is_under_menace(job(now), now));
  EXPECT_FALSE(in_forced_labour(JobRecord{}, now));
}

}  // namespace
}  // namespace sojourn::model
