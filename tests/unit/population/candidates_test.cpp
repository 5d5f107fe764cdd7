// Candidates: who is visited under a ladder of bounds, and what scenarios with other bounds share.
#include "population/candidates.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "support/world.hpp"

namespace sojourn::population {
namespace {

constexpr Month january{2026, 1};
constexpr RunKey luck{7, 11};

class CandidatesOfAnInventedWorld : public testing::Test {
 protected:
  model::BaseYear base_ = test::synthetic_base();
  Cells cells_{base_, 100, january, january + 119};
  Candidates candidates_{cells_};

  // Everybody from `stratum` upwards may have a hazard in `rung`.
  [[nodiscard]] Candidates::Rungs bounds(std::size_t stratum, int rung) const {
    Candidates::Rungs rungs(candidates_.groups());
    for (auto& row : rungs) {
      for (std::size_t s = stratum; s < strata; ++s) row[s] = static_cast<std::uint8_t>(rung);
    }
    return rungs;
  }
  [[nodiscard]] std::vector<Candidate> draw(const Candidates::Rungs& rungs, int months, double intensity = 1) const {
    std::vector<Candidate> all;
    for (int m = 0; m < months; ++m) {
      candidates_.draw(luck, 0, (january + m).count(), january + m, rungs, intensity, 0, candidates_.groups(),
                       [&](const Candidate& candidate) { all.push_back(candidate); });
    }
    return all;
  }
  // Taste quantile of a person, from the place in the cell.
  [[nodiscard]] double quantile(PersonId person) const {
    return (person.index() + 0.5) / cells_.slice(person.cell());
  }
  [[nodiscard]] double persons_of_working_age() const {
    double persons = 0;
    for (std::size_t c = 0; c < cells_.count(); ++c) {
      const int age = cells_.age(cells_[c], january);
      if (age >= youngest_age && age <= oldest_age) persons += cells_.slice(c);
    }
    return persons;
  }
};

TEST(Rungs, HoldTheHazardsUpToTheirTop) {
  EXPECT_EQ(rung_for(0), 0);
  EXPECT_EQ(rung_for(0x1p-13), 0);
  for (int rung = 0; rung <= top_rung; ++rung) {
    EXPECT_EQ(rung_top(rung), std::ldexp(1.0, rung - 12));
    EXPECT_EQ(rung_for(rung_top(rung)), rung);
    EXPECT_EQ(rung_for(std::nextafter(rung_top(rung), 2.0)), std::min(top_rung, rung + 1));
    EXPECT_EQ(rung_for(0.75 * rung_top(rung)), rung);
  }
}

TEST_F(CandidatesOfAnInventedWorld, AreAsManyAsTheBoundsSay) {
  constexpr int months = 48;
  const double expected = persons_of_working_age() * months * rung_top(3);
  const auto all = draw(bounds(0, 3), months);
  EXPECT_NEAR(static_cast<double>(all.size()), expected, 4 * std::sqrt(expected) + 0.01 * expected);  // people also age
  std::map<int, double> by_rung;
  for (const Candidate& candidate : all) by_rung[rung_for(candidate.mark)] += 1;
  for (int rung = 0; rung <= 3; ++rung) {
    const double share = (rung_top(rung) - (rung > 0 ? rung_top(rung - 1) : 0)) / rung_top(3);
    EXPECT_NEAR(by_rung[rung], expected * share, 4 * std::sqrt(expected * share) + 0.01 * expected * share) << rung;
  }
}

TEST_F(CandidatesOfAnInventedWorld, AreDrawnUnderARungOnlyFromItsLowestStratumUpwards) {
  const std::size_t lowest = 12;
  std::size_t above = 0;
  for (const Candidate& candidate : draw(bounds(lowest, 6), 24)) {
    if (candidate.mark <= lowest_rung) continue;
    ++above;
    // A stratum begins at a whole person of its cell.
    EXPECT_GE(candidate.person.index(), std::floor(stratum_floor(lowest) * cells_.slice(candidate.person.cell())));
  }
  EXPECT_GT(above, 100U);
}

TEST_F(CandidatesOfAnInventedWorld, AreSpreadEvenlyOverTheirStrata) {
  double below = 0, all = 0;
  for (const Candidate& candidate : draw(bounds(0, 6), 12)) {
    if (candidate.mark <= lowest_rung) continue;
    all += 1;
    below += quantile(candidate.person) < 0.5 ? 1 : 0;
  }
  ASSERT_GT(all, 1000);
  EXPECT_NEAR(below / all, 0.5, 4 * std::sqrt(0.25 / all) + 0.01);  // cells of odd size
}

TEST_F(CandidatesOfAnInventedWorld, StayTheSameAboveTheHigherOfTwoBounds) {
  using Visit = std::tuple<std::uint64_t, double>;
  const auto visits = [&](std::size_t stratum) {
    std::set<Visit> found;
    for (const Candidate& candidate : draw(bounds(stratum, 5), 12)) found.insert({candidate.person.key(), candidate.mark});
    return found;
  };
  const auto few = visits(30), many = visits(10);
  EXPECT_GT(many.size(), few.size());
  EXPECT_TRUE(std::includes(many.begin(), many.end(), few.begin(), few.end()));
}

TEST_F(CandidatesOfAnInventedWorld, OfManyMonthsAtOnceAreAsManyAsOfThemOneByOne) {
  const auto at_once = static_cast<double>(draw(bounds(0, 4), 1, 24).size());
  const double expected = persons_of_working_age() * 24 * rung_top(4);
  EXPECT_NEAR(at_once, expected, 4 * std::sqrt(expected));
}

}  // namespace
}  // namespace sojourn::population
