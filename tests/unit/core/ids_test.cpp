#include "core/ids.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace sojourn {
namespace {

// An id mixed with a number, or with another kind of id, must not compile.
static_assert(!std::is_convertible_v<OriginId, int>);
static_assert(!std::is_convertible_v<int, OriginId>);
static_assert(!std::is_convertible_v<OriginId, DestinationId>);

TEST(Ids, NamesStandAtTheirIndex) {
  EXPECT_EQ(sex_names[index(Sex::women)], "women");
  EXPECT_EQ(sector_names[index(Sector::domestic_work)], "domestic_work");
  EXPECT_EQ(sector_names[index(Sector::professional)], "professional");
  EXPECT_EQ(skill_names[index(Skill::high)], "high");
  EXPECT_EQ(grade_names[index(Grade::model)], "model");
}

TEST(Ids, CountsMatchTheLastMember) {
  EXPECT_EQ(index(Sector::professional) + 1, sector_count);
  EXPECT_EQ(index(Skill::high) + 1, skill_count);
  EXPECT_EQ(index(Sex::men) + 1, all_sexes.size());
}

}  // namespace
}  // namespace sojourn
