// What `sojourn levers` says of each kind, held against the kinds themselves, so that a new kind is held to it too.
#include "lever_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace sojourn::cli {
namespace {

namespace fs = std::filesystem;

bool names_a_grade(std::string_view evidence) {
  for (const std::string_view grade : {"A)", "B)", "C)", "A, ", "no row", "assumed"}) {
    if (evidence.find(grade) != std::string_view::npos) return true;
  }
  return false;
}

TEST(LeverText, PagesOfEveryKindAreThere) {
  const fs::path source{SOJOURN_SOURCE_DIR};
  for (const model::LeverKind* kind : model::lever_kinds()) {
    for (const std::string& page : pages_of(*kind)) EXPECT_TRUE(fs::exists(source / page)) << kind->name << " " << page;
  }
  for (const model::ShockKind* kind : model::shock_kinds()) {
    for (const std::string& page : pages_of(*kind)) EXPECT_TRUE(fs::exists(source / page)) << kind->name << " " << page;
  }
}

TEST(LeverText, EveryKindThatCitesAMechanismNamesItsPage) {
  for (const model::LeverKind* kind : model::lever_kinds()) {
    if (kind->acts_through.find("(5.") == std::string_view::npos) continue;
    EXPECT_GT(pages_of(*kind).size(), 1U) << kind->name << ": " << kind->acts_through;
  }
  EXPECT_EQ(pages_of(*model::find_lever_kind("agency_rating")),
            (std::vector<std::string>{"docs/model/levers/agency-rating.md", "docs/model/placement.md",
                                      "docs/model/agencies.md"}));
  EXPECT_EQ(pages_of(*model::find_lever_kind("hotline")),
            (std::vector<std::string>{"docs/model/levers/hotline.md", "docs/model/protection.md"}));
}

TEST(LeverText, EvidenceCarriesItsGradeOrSaysThatThereIsNone) {
  for (const model::LeverKind* kind : model::lever_kinds())
    EXPECT_TRUE(names_a_grade(kind->evidence)) << kind->name << ": " << kind->evidence;
}

TEST(LeverText, EveryAmountAndShareHasAUnit) {
  const auto wants_unit = [](std::string_view name) {
    return std::ranges::any_of(std::vector<std::string_view>{"usd", "percent", "months", "days", "years", "_per_"},
                               [&](std::string_view word) { return name.find(word) != std::string_view::npos; });
  };
  for (const model::LeverKind* kind : model::lever_kinds()) {
    for (const model::KeySpec& key : kind->keys) {
      const bool number = key.type == model::KeyType::number || key.type == model::KeyType::integer;
      EXPECT_EQ(number && wants_unit(key.name), !key_unit(key).empty()) << kind->name << " " << key.name;
    }
  }
}

TEST(LeverText, ReadsUnitsFromNames) {
  const auto unit = [](std::string_view name) { return key_unit({.name = name}); };
  EXPECT_EQ(unit("cap_usd"), "USD");
  EXPECT_EQ(unit("cap_months_of_wage"), "months of wage");
  EXPECT_EQ(unit("floor_usd_per_month"), "USD a month");
  EXPECT_EQ(unit("interest_percent_per_year"), "% a year");
  EXPECT_EQ(unit("subsidy_percent_of_amount"), "% of the amount");
  EXPECT_EQ(unit("days_to_pay"), "days");
  EXPECT_EQ(unit("max_hours_per_week"), "hours per week");
  EXPECT_EQ(unit("inspections_per_1000_workers_per_year"), "inspections per 1000 workers per year");
  EXPECT_EQ(unit("agencies_allowed"), "");
  EXPECT_EQ(key_unit({.name = "repatriation_usd", .type = model::KeyType::boolean}), "");
}

TEST(LeverText, ShowsUnitRangeAndDefaultOfAKeyAndItsNameInLocalMoney) {
  const std::string page = lever_page(*model::find_lever_kind("fee_cap"));
  EXPECT_NE(page.find("    cap_usd                      0 to 50,000 USD; one of these"), std::string::npos) << page;
  EXPECT_NE(page.find("    fine_usd                     0 to 1,000,000 USD; default 2000"), std::string::npos) << page;
  EXPECT_NE(page.find("    amounts also as cap_local, fine_local, with currency = \"SAR\" beside\n"), std::string::npos)
      << page;
  const std::string rating = lever_page(*model::find_lever_kind("agency_rating"));
  EXPECT_NE(rating.find("0 to 120 months, whole; default 0; "), std::string::npos) << rating;
  EXPECT_EQ(rating.find("amounts also as"), std::string::npos) << rating;
}

TEST(LeverText, ListsEachThemeOnceInTheOrderOfTheDesign) {
  const auto all = model::lever_kinds();
  const std::vector<const model::LeverKind*> kinds = by_theme({all.begin(), all.end()});
  ASSERT_EQ(kinds.size(), all.size());
  std::vector<std::string_view> themes;
  for (const model::LeverKind* kind : kinds) {
    if (themes.empty() || themes.back() != kind->theme) themes.push_back(kind->theme);
  }
  EXPECT_EQ(std::set<std::string_view>(themes.begin(), themes.end()).size(), themes.size());
  EXPECT_TRUE(std::ranges::includes(theme_order, themes, {}, [](std::string_view theme) {
    return std::ranges::find(theme_order, theme) - theme_order.begin();
  }, [](std::string_view theme) { return std::ranges::find(theme_order, theme) - theme_order.begin(); }));
}

}  // namespace
}  // namespace sojourn::cli
