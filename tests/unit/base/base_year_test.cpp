#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <set>

#include "unit/base/real_tables.hpp"

namespace sojourn::test {
namespace {

TEST(BaseYear, HasTwelveOriginsAndEveryDestinationOfTheTables) {
  EXPECT_EQ(full_base().origins.size(), 12U);
  EXPECT_EQ(full_base().destinations.size(), shipped_tables().destinations.size() + 2);  // SEA and ROW
}

TEST(BaseYear, SharesOfAgesAndSkillsSumToOne) {
  for (const model::Origin& origin : full_base().origins) {
    EXPECT_NEAR(std::accumulate(origin.age_share.begin(), origin.age_share.end(), 0.0), 1, 1e-12) << origin.code;
    EXPECT_NEAR(std::accumulate(origin.skill_share.begin(), origin.skill_share.end(), 0.0), 1, 1e-12) << origin.code;
  }
}

TEST(BaseYear, IsYoungerWhereFewerAreOfWorkingAge) {
  const auto young = [](const model::Origin& o) {
    return std::accumulate(o.age_share.begin(), o.age_share.begin() + 15, 0.0);
  };
  EXPECT_GT(young(origin(full_base(), "AFG")), young(origin(full_base(), "BGD")) + 0.05);
}

TEST(BaseYear, TakesHomeWagesAsTheTableHasThem) {
  const model::Origin& pakistan = origin(full_base(), "PAK");
  EXPECT_EQ(pakistan.home_wage_usd_per_month[index(Sex::women)].value, 113.7);
  EXPECT_EQ(pakistan.home_wage_usd_per_month[index(Sex::men)].value, 163.0);
  EXPECT_EQ(pakistan.home_wage_usd_per_month[index(Sex::men)].grade, Grade::b);
}

TEST(BaseYear, SplitsAMeanHomeWageBetweenTheSexes) {
  // BGD 164.9 over both; the median ratio of IDN, NPL, PAK, VNM is (0.701 + 0.728) / 2 between the middle two
  const auto& wages = origin(full_base(), "BGD").home_wage_usd_per_month;
  EXPECT_NEAR(wages[0].value / wages[1].value, (130.6 / 186.4 + 248.0 / 340.5) / 2, 0.02);
  EXPECT_LT(wages[0].value, 164.9);
  EXPECT_GT(wages[1].value, 164.9);
  EXPECT_EQ(wages[0].grade, Grade::model);
}

TEST(BaseYear, FillsMissingHomeWagesByGdpPerHead) {
  const double afghan = origin(full_base(), "AFG").home_wage_usd_per_month[1].value;
  const double lankan = origin(full_base(), "LKA").home_wage_usd_per_month[1].value;
  EXPECT_GT(afghan, 30);
  EXPECT_LT(afghan, origin(full_base(), "PAK").home_wage_usd_per_month[1].value);
  EXPECT_GT(lankan, origin(full_base(), "PAK").home_wage_usd_per_month[1].value);
}

TEST(BaseYear, WithoutRecalledRowsUsesNoneOfThem) {
  for (const model::Corridor& corridor : base_without_recalled().corridors) {
    EXPECT_NE(corridor.workers.grade, Grade::c);
    EXPECT_NE(corridor.registered_per_year.grade, Grade::c);
    EXPECT_NE(corridor.new_hires_per_year.grade, Grade::c);
    for (const auto& level : corridor.recruitment_cost_months) EXPECT_NE(level.grade, Grade::c);
  }
  for (const model::Market& market : base_without_recalled().markets)
    EXPECT_NE(market.wage_usd_per_month.grade, Grade::c);
  for (const model::Origin& origin : base_without_recalled().origins) {
    for (const auto& level : origin.home_wage_usd_per_month) EXPECT_NE(level.grade, Grade::c);
  }
}

TEST(BaseYear, UsesRecalledRowsWhereTheyAreAllowed) {
  EXPECT_EQ(corridor(full_base(), "NPL-QAT").registered_per_year.grade, Grade::c);
  EXPECT_EQ(corridor(base_without_recalled(), "NPL-QAT").registered_per_year.grade, Grade::model);
}

TEST(BaseYear, SaysWhenTheAllowedGradesAreTooFew) {
  const auto with_grades = [](std::uint32_t grades) {
    try {
      static_cast<void>(base::build_base_year(shipped_tables(), {2019, grades}));
    } catch (const InputError& error) {
      return error.findings().front().code;
    }
    return std::string{"fine"};
  };
  EXPECT_EQ(with_grades(0x1), "base-wages");  // A alone knows one wage at home
  EXPECT_EQ(with_grades(0x2), "fine");
}

TEST(BaseYear, HashChangesWithTheGrades) {
  EXPECT_EQ(full_base().sha256.size(), 64U);
  EXPECT_NE(full_base().sha256, base_without_recalled().sha256);
  EXPECT_EQ(full_base().sha256, base::build_base_year(shipped_tables(), {2019, 0x7}).sha256);
}

TEST(BaseYear, TellsEveryCorridorWithItsGrade) {
  const std::string text = base::describe(full_base());
  for (const model::Origin& origin : full_base().origins) EXPECT_NE(text.find("\n" + origin.code), std::string::npos);
  for (std::size_t c = 0; c < full_base().corridors.size(); ++c) {
    EXPECT_NE(text.find("\n" + full_base().corridor_code(static_cast<CorridorId>(c)) + " "), std::string::npos);
  }
  EXPECT_NE(text.find("6156e"), std::string::npos) << "CHN-ISR counts entries";
}

TEST(BaseYear, OneTableOfTheUserReplacesTheShippedOne) {
  const std::filesystem::path folder{"user_tables"};
  std::filesystem::create_directories(folder);
  std::ofstream{folder / "women_shares.csv"}
      << "origin,destination,women_share,year,source,confidence\nPAK,ALL,0.25,2019,my survey,A\n";
  const auto tables = io::read_reference_tables({SOJOURN_SOURCE_DIR "/scenarios/reference", folder, "my tables"});
  std::set<std::string> users;
  for (const io::TableFile& file : tables.files) {
    if (file.from_user) users.insert(file.path);
  }
  EXPECT_EQ(users, std::set<std::string>{"my tables/women_shares.csv"});
  EXPECT_NE(tables.sha256, shipped_tables().sha256);
  const model::BaseYear base = base::build_base_year(tables, {2019, 0x7});
  double women = 0, all = 0;
  for (const model::Market& market : base.markets) {
    if (base.origin(base.corridor(market.corridor).origin).code != "PAK") continue;
    all += market.workers.value;
    women += market.sex == Sex::women ? market.workers.value : 0;
  }
  EXPECT_NEAR(women / all, 0.25, 0.01);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace sojourn::test
