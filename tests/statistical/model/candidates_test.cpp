// The thinning that decides whom a month visits: exact for any hazards under their bounds.
#include "population/candidates.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace sojourn::population {
namespace {

constexpr Month january{2026, 1};
const RunKey run = run_key(2026, 6);

model::BaseYear one_origin() {
  model::BaseYear base;
  base.origins.resize(1);
  model::Origin& origin = base.origins.front();
  origin.code = "AAA";
  origin.working_age = {model::Level{800'000, Grade::model, ""}, model::Level{1'200'000, Grade::model, ""}};
  origin.age_share.fill(1.0 / 50);
  origin.skill_share = {0.55, 0.35, 0.10};
  return base;
}

// A hazard for each stratum, constant within it: from 10^-5 a month to 0.2 among the keenest.
double hazard_of(std::size_t stratum) { return 1e-5 * std::pow(2e4, static_cast<double>(stratum) / (strata - 1)); }

class CandidatesStatistical : public testing::Test {
 protected:
  model::BaseYear base_ = one_origin();
  Cells cells_{base_, 1, january, january + 119};
  Candidates candidates_{cells_};

  [[nodiscard]] Candidates::Rungs rungs(double factor) const {
    Candidates::Rungs all(candidates_.groups());
    for (auto& row : all) {
      for (std::size_t s = 0; s < strata; ++s) row[s] = static_cast<std::uint8_t>(rung_for(factor * hazard_of(s)));
    }
    return all;
  }
  [[nodiscard]] std::uint32_t edge(std::size_t cell, std::size_t stratum) const {
    return stratum == strata ? cells_.slice(cell)
                             : static_cast<std::uint32_t>(stratum_floor(stratum) * cells_.slice(cell));
  }
  [[nodiscard]] std::size_t stratum_of(PersonId person) const {
    std::size_t stratum = 0;
    while (edge(person.cell(), stratum + 1) <= person.index()) ++stratum;
    return stratum;
  }
  [[nodiscard]] bool of_working_age(std::size_t cell, Month month) const {
    const int age = cells_.age(cells_[cell], month);
    return age >= youngest_age && age <= oldest_age;
  }
  template <class Visit>
  void draw(const Candidates::Rungs& rungs, Month month, double intensity, Visit&& visit) const {
    for (std::uint32_t block = 0; block < cells_.blocks(); ++block) {
      candidates_.draw(run, block, month.count(), month, rungs, intensity, 0, candidates_.groups(), visit);
    }
  }
  [[nodiscard]] std::array<double, strata> persons_by_stratum(Month month) const {
    std::array<double, strata> persons{};
    for (std::size_t cell = 0; cell < cells_.count(); ++cell) {
      if (!of_working_age(cell, month)) continue;
      for (std::size_t s = 0; s < strata; ++s)
        persons[s] += (edge(cell, s + 1) - edge(cell, s)) * static_cast<double>(cells_.blocks());
    }
    return persons;
  }
};

// Events of a stratum are Poisson with mean persons * hazard * months: standard error its root, plus one for the strata
// in which less than one event is expected. 64 strata at five standard errors: one key in 30,000 would fail by chance.
TEST_F(CandidatesStatistical, GiveEveryStratumAsManyEventsAsItsHazardSays) {
  constexpr int months = 24;
  const Candidates::Rungs bounds = rungs(1);
  std::array<double, strata> events{}, expected{};
  for (int m = 0; m < months; ++m) {
    const auto persons = persons_by_stratum(january + m);
    for (std::size_t s = 0; s < strata; ++s) expected[s] += persons[s] * hazard_of(s) * 5;
    draw(bounds, january + m, 5, [&](const Candidate& candidate) {
      const std::size_t stratum = stratum_of(candidate.person);
      if (hazard_of(stratum) > candidate.mark) events[stratum] += 1;
    });
  }
  double all_events = 0, all_expected = 0;
  for (std::size_t s = 0; s < strata; ++s) {
    EXPECT_NEAR(events[s], expected[s], 5 * std::sqrt(expected[s]) + 1) << "stratum " << s;
    all_events += events[s];
    all_expected += expected[s];
  }
  EXPECT_GT(all_expected, 10'000);
  EXPECT_NEAR(all_events, all_expected, 5 * std::sqrt(all_expected));
}

TEST_F(CandidatesStatistical, GiveAsManyEventsUnderAnyLadderOfBounds) {
  // Bounds sixteen times too high cost visits and change nothing else.
  double expected = 0, events = 0, visits = 0;
  const auto persons = persons_by_stratum(january);
  for (std::size_t s = 0; s < strata; ++s) expected += persons[s] * hazard_of(s) * 20;
  draw(rungs(16), january, 20, [&](const Candidate& candidate) {
    visits += 1;
    if (hazard_of(stratum_of(candidate.person)) > candidate.mark) events += 1;
  });
  EXPECT_GT(visits, 3 * events);
  EXPECT_NEAR(events, expected, 5 * std::sqrt(expected));
}

TEST_F(CandidatesStatistical, GiveNoEventAtZeroHazard) {
  const Candidates::Rungs none(candidates_.groups());
  int visits = 0, events = 0;
  for (int m = 0; m < 24; ++m) {
    draw(none, january + m, 1, [&](const Candidate& candidate) {
      ++visits;
      if (0.0 > candidate.mark) ++events;
      EXPECT_LE(candidate.mark, lowest_rung);
    });
  }
  EXPECT_GT(visits, 0) << "the lowest rung is always looked at";
  EXPECT_EQ(events, 0);
}

TEST_F(CandidatesStatistical, VisitWomenAndMenAndAllAgesAlike) {
  // Hazards the same for everybody: visits in proportion to people. Ages 15 to 64, ten bands of equal size.
  Candidates::Rungs flat(candidates_.groups());
  for (auto& row : flat) row.fill(3);
  double women = 0, all = 0;
  std::array<double, age_bands> bands{};
  draw(flat, january + 6, 5, [&](const Candidate& candidate) {
    const Cell& cell = cells_.of(candidate.person);
    const int age = cells_.age(cell, january + 6);
    ASSERT_GE(age, youngest_age);
    ASSERT_LE(age, oldest_age);
    ASSERT_LT(candidate.person.index(), cells_.slice(candidate.person.cell()));
    all += 1;
    women += cell.sex == Sex::women ? 1 : 0;
    bands.at(static_cast<std::size_t>((age - youngest_age) / band_years)) += 1;
  });
  // Counts are Poisson, shares of a given number binomial.
  EXPECT_NEAR(all, 2e6 * rung_top(3) * 5, 5 * std::sqrt(2e6 * rung_top(3) * 5));
  EXPECT_NEAR(women / all, 0.4, 5 * std::sqrt(0.4 * 0.6 / all));
  for (const double band : bands) EXPECT_NEAR(band / all, 0.1, 5 * std::sqrt(0.1 * 0.9 / all));
}

using Mark = std::pair<std::uint64_t, double>;

TEST_F(CandidatesStatistical, AreSharedByScenariosBelowTheLowerOfTheirRungs) {
  // One scenario whose bounds lie three rungs above the other's: every candidate of the lower one is there in both, the
  // same person with the same mark, and the higher one adds only marks above the other's bound.
  const Candidates::Rungs low = rungs(1), high = rungs(8);
  std::vector<Mark> in_low, common, added;
  draw(low, january, 20,
       [&](const Candidate& candidate) { in_low.emplace_back(candidate.person.key(), candidate.mark); });
  draw(high, january, 20, [&](const Candidate& candidate) {
    const std::size_t stratum = stratum_of(candidate.person);
    const bool below = candidate.mark <= rung_top(rung_for(hazard_of(stratum)));
    (below ? common : added).emplace_back(candidate.person.key(), candidate.mark);
  });
  std::ranges::sort(in_low);
  std::ranges::sort(common);
  EXPECT_GT(in_low.size(), 500U);
  EXPECT_GT(added.size(), 500U);
  EXPECT_EQ(in_low, common);
}

TEST_F(CandidatesStatistical, AreDrawnGroupByGroupWithTheSameResult) {
  const Candidates::Rungs bounds = rungs(1);
  std::vector<Mark> at_once, apart;
  const auto into = [](std::vector<Mark>& marks) {
    return [&marks](const Candidate& candidate) { marks.emplace_back(candidate.person.key(), candidate.mark); };
  };
  candidates_.draw(run, 0, january.count(), january, bounds, 1, 0, candidates_.groups(), into(at_once));
  for (std::size_t g = 0; g < candidates_.groups(); ++g) {
    candidates_.draw(run, 0, january.count(), january, bounds, 1, g, g + 1, into(apart));
  }
  EXPECT_EQ(at_once, apart);
}

TEST(Rungs, BoundTheirHazards) {
  for (double hazard = 1e-6; hazard < 1; hazard *= 1.3) {
    const int rung = rung_for(hazard);
    EXPECT_GE(rung_top(rung), hazard);
    if (rung > 0) {
      EXPECT_LT(rung_top(rung - 1), hazard);
    }
  }
  EXPECT_EQ(rung_for(0), 0);
  EXPECT_EQ(rung_top(top_rung), 1.0);
}

TEST(Strata, HoldTheirPersonsTastes) {
  EXPECT_EQ(stratum_floor(0), 0.0);
  for (std::size_t s = 0; s + 1 < strata; ++s) {
    EXPECT_LT(stratum_floor(s), stratum_floor(s + 1));
    EXPECT_NEAR(stratum_taste_ceiling(s), normal_quantile(stratum_floor(s + 1)), 1e-12);
  }
  EXPECT_TRUE(std::isinf(stratum_taste_ceiling(strata - 1)));
}

}  // namespace
}  // namespace sojourn::population
