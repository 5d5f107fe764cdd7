// The virtual population: who there is, in equal blocks, each person at one place of its own.
#include "population/cells.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "support/world.hpp"

namespace sojourn::population {
namespace {

constexpr Month january{2026, 1};

class CellsOfAnInventedWorld : public testing::TestWithParam<int> {
 protected:
  model::BaseYear base_ = test::synthetic_base();
  Cells cells_{base_, GetParam(), january, january + 119};

  // Simulated persons of all blocks by origin, sex and skill, of ages 15 to 64 in `month`.
  [[nodiscard]] std::uint64_t of_working_age(OriginId origin, Sex sex, Skill skill, Month month) const {
    std::uint64_t persons = 0;
    for (std::size_t c = 0; c < cells_.count(); ++c) {
      const Cell& cell = cells_[c];
      const int age = cells_.age(cell, month);
      if (cell.origin == origin && cell.sex == sex && cell.skill == skill && age >= youngest_age && age <= oldest_age) {
        persons += cells_.slice(c);
      }
    }
    return persons * cells_.blocks();
  }
};

INSTANTIATE_TEST_SUITE_P(AtScales, CellsOfAnInventedWorld, testing::Values(1, 10, 100, 1000));

TEST_P(CellsOfAnInventedWorld, HoldTheWorkingAgePopulationOfEveryOriginAndSexWithinRounding) {
  // Cells are rounded by cumulative sums: a run of cells is off by less than one person a block, and there are three
  // runs, one for each skill.
  const auto tolerance = 3.0 * cells_.blocks();
  for (std::size_t o = 0; o < base_.origins.size(); ++o) {
    for (const Sex sex : all_sexes) {
      std::uint64_t persons = 0;
      for (std::size_t s = 0; s < skill_count; ++s) {
        const auto skill = static_cast<Skill>(s);
        const std::uint64_t of_skill = of_working_age(static_cast<OriginId>(o), sex, skill, january);
        const double wanted =
            base_.origins[o].working_age[index(sex)].value * base_.origins[o].skill_share[s] / GetParam();
        EXPECT_NEAR(static_cast<double>(of_skill), wanted, cells_.blocks()) << base_.origins[o].code << " skill " << s;
        persons += of_skill;
      }
      EXPECT_NEAR(static_cast<double>(persons), base_.origins[o].working_age[index(sex)].value / GetParam(), tolerance);
    }
  }
}

TEST_P(CellsOfAnInventedWorld, GiveEveryPersonOfABlockABitOfItsOwn) {
  std::vector<bool> taken(cells_.bits_per_block());
  std::uint64_t persons = 0;
  for (std::uint32_t c = 0; c < cells_.count(); ++c) {
    for (std::uint32_t i = 0; i < cells_.slice(c); ++i) {
      const PersonId person{0, c, i};
      const std::uint64_t bit = cells_.bit(person);
      ASSERT_LT(bit, taken.size());
      ASSERT_FALSE(taken[bit]) << "cell " << c << ", person " << i;
      ASSERT_EQ(&cells_.of(person), &cells_[c]);
      taken[bit] = true;
      ++persons;
    }
  }
  EXPECT_EQ(persons, cells_.bits_per_block()) << "a bit is nobody's";
}

TEST_P(CellsOfAnInventedWorld, CountThoseOfWorkingAgeInABlock) {
  // Cohorts that come of age later live in no community yet: a longer run must not thin the networks of its first
  // month.
  for (std::size_t o = 0; o < cells_.origins(); ++o) {
    for (const Sex sex : all_sexes) {
      std::uint64_t persons = 0;
      for (std::size_t s = 0; s < skill_count; ++s)
        persons += of_working_age(static_cast<OriginId>(o), sex, static_cast<Skill>(s), january);
      EXPECT_EQ(cells_.persons_in_block(static_cast<OriginId>(o), sex) * cells_.blocks(), persons);
    }
  }
}

TEST_P(CellsOfAnInventedWorld, HoldOneCellForEachAgeOfWorkingLifeInEveryMonth) {
  for (int m = -12; m < 120; m += 11) {  // a year before the first month too: queues of a start have been waiting
    std::vector<int> seen(cells_.origins() * 2 * skill_count * 100);
    for (std::size_t c = 0; c < cells_.count(); ++c) {
      const Cell& cell = cells_[c];
      const int age = cells_.age(cell, january + m);
      if (age < youngest_age || age > oldest_age) continue;
      const std::size_t profile = (index(cell.origin) * 2 + index(cell.sex)) * skill_count + index(cell.skill);
      ++seen[profile * 100 + static_cast<std::size_t>(age)];
    }
    for (std::size_t p = 0; p < cells_.origins() * 2 * skill_count; ++p) {
      for (int age = youngest_age; age <= oldest_age; ++age) {
        EXPECT_EQ(seen[p * 100 + static_cast<std::size_t>(age)], 1)
            << "profile " << p << ", age " << age << ", month " << m;
      }
    }
  }
}

TEST(Cells, AreCutIntoBlocksBySimulatedPersonsAlone) {
  const model::BaseYear base = test::synthetic_base();  // 22 million: five and a half blocks of four million
  EXPECT_EQ(Cells(base, 1, january, january + 119).blocks(), 8U);
  EXPECT_EQ(Cells(base, 2, january, january + 119).blocks(), 2U);
  EXPECT_EQ(Cells(base, 100, january, january + 119).blocks(), 1U);
  EXPECT_EQ(Cells(base, 1, january, january + 11).blocks(), 8U) << "the length of a run does not matter";
}

TEST(Cells, HaveTheirBirthdayInJanuary) {
  const Cells cells{test::synthetic_base(), 100, january, january + 119};
  const Cell born_2000{.birth_year = 2000};
  EXPECT_EQ(cells.age(born_2000, Month{2025, 12}), 25);
  EXPECT_EQ(cells.age(born_2000, Month{2026, 1}), 26);
  EXPECT_EQ(cells.age(born_2000, Month{2026, 12}), 26);
}

}  // namespace
}  // namespace sojourn::population
