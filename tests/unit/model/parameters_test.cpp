#include "model/parameters.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <fstream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/demand.hpp"

namespace sojourn::model {
namespace {

const Parameters standard;

// Place of a member among the members, all of them doubles.
std::size_t place_of(double Parameters::*member) {
  const auto* begin = reinterpret_cast<const std::byte*>(&standard);
  const auto* here = reinterpret_cast<const std::byte*>(&(standard.*member));
  return static_cast<std::size_t>(here - begin) / sizeof(double);
}

TEST(ParameterList, HoldsEveryMemberOnceInTheOrderOfTheStruct) {
  const auto list = parameter_list();
  ASSERT_EQ(list.size(), sizeof(Parameters) / sizeof(double));
  for (std::size_t i = 0; i < list.size(); ++i) EXPECT_EQ(place_of(list[i].member), i) << list[i].name;
}

TEST(ParameterList, NamesEachMemberAsTheHeaderDoes) {
  std::ifstream header{SOJOURN_SOURCE_DIR "/engine/model/parameters.hpp"};
  ASSERT_TRUE(header);
  std::vector<std::string> names;
  for (std::string line; std::getline(header, line);) {
    constexpr std::string_view member = "  double ";
    if (line.starts_with(member) && line.find(" = ") != std::string::npos) {
      names.push_back(line.substr(member.size(), line.find(" = ") - member.size()));
    }
  }
  const auto list = parameter_list();
  ASSERT_EQ(names.size(), list.size());
  for (std::size_t i = 0; i < names.size(); ++i) EXPECT_EQ(list[i].name, names[i]);
}

TEST(ParameterList, HasEachNameOnceAndFindsIt) {
  std::set<std::string_view> names;
  for (const ParameterRow& row : parameter_list()) {
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_EQ(find_parameter(row.name), &row);
  }
  EXPECT_EQ(find_parameter("taste_sd"), nullptr);
}

TEST(ParameterList, HasDefaultsInsideTheirRangesAndSaysWhereFrom) {
  for (const ParameterRow& row : parameter_list()) {
    EXPECT_LT(row.lowest, row.highest) << row.name;
    EXPECT_GE(standard.*row.member, row.lowest) << row.name;
    EXPECT_LE(standard.*row.member, row.highest) << row.name;
    EXPECT_FALSE(row.source.empty()) << row.name;
    EXPECT_FALSE(row.unit.empty()) << row.name;
  }
}

TEST(GapClosedPerMonth, IsTheExampleOfThePage) {
  EXPECT_NEAR(standard.gap_closed_per_month, 0.0833, 5e-5);
  EXPECT_NEAR(new_orders({.base_stock = 11'200, .stock = 10'000}, standard), 100, 1e-9);
}

TEST(ParameterList, HasTheUnitThatTheNameSays) {
  // The longest ending decides.
  const std::vector<std::pair<std::string_view, std::string_view>> endings{{"_usd_per_month", "USD/month"},
                                                                           {"_usd", "USD"},
                                                                           {"_per_month", "1/month"},
                                                                           {"_per_year", "1/year"},
                                                                           {"_home_wages", "month of wage"},
                                                                           {"_months", "month"},
                                                                           {"_years", "year"},
                                                                           {"_logit", "logit"},
                                                                           {"_share", "1"},
                                                                           {"_probability", "1"},
                                                                           {"_per_worker", "1"}};
  for (const ParameterRow& row : parameter_list()) {
    for (const auto& [ending, unit] : endings) {
      if (!row.name.ends_with(ending)) continue;
      EXPECT_EQ(row.unit, unit) << row.name;
      break;
    }
  }
}

}  // namespace
}  // namespace sojourn::model
