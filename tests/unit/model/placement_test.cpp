#include "model/placement.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace sojourn::model {
namespace {

const Parameters standard;
const RunKey run = run_key(13, 0);

TEST(EmployerQuality, StaysWithinThreeStandardDeviations) {
  int at_the_edge = 0;
  for (std::uint64_t who = 0; who < 20'000; ++who) {
    const double quality = employer_quality(RandomStream{run, who, 24'312, Draw::employer});
    EXPECT_LE(std::abs(quality), 3.0);
    at_the_edge += std::abs(quality) == 3.0 ? 1 : 0;
  }
  EXPECT_GT(at_the_edge, 0);
}

TEST(HarmFactor, IsTheExampleOfItsPage) {
  EXPECT_NEAR(harm_factor(0, standard), 0.607, 5e-4);
  EXPECT_NEAR(harm_factor(-1.2816, standard), 2.185, 5e-4);
  EXPECT_NEAR(harm_factor(-3, standard), 12.18, 5e-3);
}

TEST(HarmFactor, IsOneForEverybodyWithoutSpreadAndFallsWithQuality) {
  Parameters even;
  even.employer_spread = 0;
  EXPECT_EQ(harm_factor(-2.5, even), 1.0);
  for (double quality = -3; quality < 3; quality += 0.5) {
    EXPECT_GT(harm_factor(quality, standard), harm_factor(quality + 0.5, standard));
  }
}

TEST(Substitution, IsTheExampleOfItsPage) {
  EXPECT_NEAR(substitution_probability(0, true, standard), 0.130, 5e-4);
  EXPECT_NEAR(substitution_probability(0, false, standard), 0.250, 5e-4);
  EXPECT_NEAR(substitution_probability(-3, true, standard), 0.401, 5e-4);
}

TEST(Substitution, IsRarerWhereTheContractIsKnownAndRarestWhereItWasSeen) {
  EXPECT_NEAR(substitution_probability(0, true, standard, ContractKnown::told), 0.083, 5e-4);
  EXPECT_NEAR(substitution_probability(0, true, standard, ContractKnown::seen), 0.0166, 5e-5);
  Parameters employers_alone;
  employers_alone.promise_without_contract_share = 0;
  for (const double quality : {-2.0, 0.0, 2.0}) {
    EXPECT_LT(substitution_probability(quality, true, standard, ContractKnown::told), substitution_probability(quality, true, standard));
    EXPECT_LT(substitution_probability(quality, true, standard, ContractKnown::seen),
              substitution_probability(quality, true, standard, ContractKnown::told));
    EXPECT_EQ(substitution_probability(quality, true, employers_alone, ContractKnown::seen),
              substitution_probability(quality, true, employers_alone, ContractKnown::told));
  }
}

TEST(Substitution, IsRarerWithARegisteredContractAndABetterEmployer) {
  for (const double quality : {-2.0, 0.0, 2.0}) {
    EXPECT_LT(substitution_probability(quality, true, standard), substitution_probability(quality, false, standard));
    EXPECT_LT(substitution_probability(quality + 0.1, true, standard),
              substitution_probability(quality, true, standard));
  }
}

TEST(SubstitutionCut, LeavesSomeWageAndTakesSome) {
  for (std::uint64_t who = 0; who < 20'000; ++who) {
    const double cut = substitution_cut(RandomStream{run, who, 24'312, Draw::substitution}, standard);
    EXPECT_GT(cut, 0.0);
    EXPECT_LT(cut, 1.0);
  }
}

TEST(Employers, AreHouseholdsInDomesticWorkAndOfFourSizesElsewhere) {
  const EmployerCounts homes = employers_for(5'000, Sector::domestic_work, standard);
  EXPECT_EQ(homes.of_size[0], 5'000U);
  EXPECT_EQ(homes.of_size[1] + homes.of_size[2] + homes.of_size[3] + homes.of_size[4], 0U);
  const EmployerCounts firms = employers_for(1'000'000, Sector::construction, standard);
  EXPECT_EQ(firms.of_size[0], 0U);
  EXPECT_EQ(firms.of_size[1], 50'000U);
  EXPECT_EQ(firms.of_size[2], 12'500U);
  EXPECT_EQ(firms.of_size[3], 2'500U);
  EXPECT_EQ(firms.of_size[4], 250U);
  EXPECT_EQ(employers_for(3, Sector::construction, standard).of_size[4], 200U);
}

// Binomial shares of 40,000 draws: five standard errors are 0.0109 at a share of 0.25.
TEST(Employers, HaveWorkersInProportionToSize) {
  const EmployerCounts firms = employers_for(100'000, Sector::construction, standard);
  std::array<int, employer_sizes> seen{};
  constexpr int n = 40'000;
  for (std::uint64_t who = 0; who < n; ++who) {
    RandomStream stream{run, who, 24'312, Draw::employer};
    const EmployerNumber employer = draw_employer(stream, firms, Sector::construction, standard);
    ++seen.at(static_cast<std::size_t>(employer.size()));
    EXPECT_LT(employer.value & 0xfffffffU, firms.of_size.at(static_cast<std::size_t>(employer.size())));
  }
  EXPECT_NEAR(seen[1] / double{n}, 0.20, 0.0109);
  EXPECT_NEAR(seen[2] / double{n}, 0.25, 0.0109);
  EXPECT_NEAR(seen[3] / double{n}, 0.30, 0.0115);
  EXPECT_NEAR(seen[4] / double{n}, 0.25, 0.0109);
}

TEST(PassportKept, IsTheExampleOfItsPage) {
  Destination malaysia;
  malaysia.passport_kept_share = 0.94;
  EXPECT_NEAR(passport_kept_probability(0, malaysia, standard), 0.94, 1e-12);
  EXPECT_NEAR(passport_kept_probability(0, Destination{}, standard), 0.731, 5e-4);
  EXPECT_NEAR(passport_kept_probability(2, Destination{}, standard), 0.450, 5e-4);
  Destination free;
  free.sponsorship = Sponsorship::free;
  EXPECT_NEAR(passport_kept_probability(0, free, standard), 0.047, 5e-4);
}

TEST(Confinement, HappensInHouseholdsAloneAndAtBadEmployersMore) {
  EXPECT_EQ(confined_probability(-3, {}, Sector::construction, standard), 0.0);
  EXPECT_NEAR(confined_probability(0, {}, Sector::domestic_work, standard), 0.047, 5e-4);
  EXPECT_NEAR(confined_probability(0, {.household_harm_factor = 0.5}, Sector::domestic_work, standard), 0.0237, 5e-4);
  EXPECT_GT(confined_probability(-1, {}, Sector::domestic_work, standard), confined_probability(0, {}, Sector::domestic_work, standard));
}

}  // namespace
}  // namespace sojourn::model
