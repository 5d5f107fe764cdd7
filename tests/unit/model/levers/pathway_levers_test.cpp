// What levers on pathways, platforms and quotas write: the worked numbers of their pages.
#include <gtest/gtest.h>

#include <algorithm>

#include "model/levers/terms.hpp"
#include "unit/model/levers/lever_support.hpp"

namespace sojourn::model::test {
namespace {

MarketTerms terms(const std::vector<LeverSpec>& levers, Month month = start) {
  return terms_of(levers, month, CorridorId{0}, Sector::construction, Sex::men, Skill::elementary, 275);
}
LeverSpec channel(double level, double places, double cost, const std::string& selection, double barred) {
  LeverSpec lever = lever_of("government_channel", level, {{"places_per_year", places}, {"worker_cost_usd", cost}, {"agencies_barred", barred}});
  lever.words["selection"] = {selection};
  return lever;
}
LeverSpec stay(const std::string& kind, double level, double places, double months, double reentry) {
  return lever_of(kind, level, {{"places_per_year", places}, {"max_stay_months", months}, {"reentry_right", reentry}});
}
LeverSpec legal(double places, double cost, const std::string& language) {
  LeverSpec lever = lever_of("legal_pathway", 1, {{"places_per_year", places}, {"worker_cost_usd", cost}});
  lever.words["language_level"] = {language};
  return lever;
}

TEST(GovernmentChannel, IsTheWorkedExampleOfTheDocs) {
  const MarketTerms result = terms({channel(0.5, 30'000, 450, "lottery", 1)});
  const PathwayTerms& way = result.pathway(Pathway::programme);
  EXPECT_EQ(way.places_milli, 15'000'000);
  EXPECT_EQ(way.worker_cost_usd, 450);
  EXPECT_EQ(way.selection, Selection::lottery);
  EXPECT_EQ(result.agencies_barred, 0.5);
  EXPECT_EQ(terms({channel(1, 30'000, 450, "queue", 0)}).agencies_barred, 0);
  EXPECT_EQ(terms({channel(1, 0, 450, "queue", 0)}), MarketTerms{}) << "no places, no channel";
}

TEST(MatchingPlatform, IsTheWorkedExampleOfTheDocs) {
  const auto platform = [](double level, double listed) { return lever_of("matching_platform", level, {{"job_orders_listed_percent", listed}}); };
  EXPECT_DOUBLE_EQ(terms({platform(0.5, 40)}).orders_listed, 0.2);
  EXPECT_DOUBLE_EQ(terms({named(platform(0.5, 40), "a"), named(platform(1, 30), "b")}).orders_listed, 0.3);
}

TEST(Stays, AreTheWorkedExamplesOfTheDocs) {
  for (const auto& [kind, way] : {std::pair{"circular_scheme", Pathway::circular}, std::pair{"seasonal_quota", Pathway::seasonal}}) {
    const PathwayTerms one = terms({stay(kind, 0.5, 3'000, 9, 1)}).pathway(way);
    EXPECT_EQ(one.places_milli, 1'500'000);
    EXPECT_EQ(one.stay_months, 9);
    EXPECT_TRUE(one.reentry);
    EXPECT_LT(one.worker_cost_usd, 0) << "the papers, or what recruiters take";
    const PathwayTerms two = terms({named(stay(kind, 1, 1'000, 6, 0), "a"), named(stay(kind, 1, 500, 9, 0), "b")}).pathway(way);
    EXPECT_EQ(two.places_milli, 1'500'000);
    EXPECT_EQ(two.stay_months, 9);
    EXPECT_FALSE(two.reentry);
  }
}

TEST(LegalPathway, IsTheWorkedExampleOfTheDocs) {
  const PathwayTerms way = terms({legal(500, 300, "B1")}).pathway(Pathway::legal);
  EXPECT_EQ(way.places_milli, 500'000);
  EXPECT_EQ(way.worker_cost_usd, 300);
  EXPECT_EQ(way.language, 3);
  EXPECT_EQ(terms({legal(500, 300, "none")}).pathway(Pathway::legal).language, 0);
}

TEST(StudentMobility, IsTheWorkedExampleOfTheDocs) {
  const PathwayTerms way =
      terms({lever_of("student_mobility", 1, {{"places_per_year", 2'000}, {"work_hours_per_week", 28}})}).pathway(Pathway::student);
  EXPECT_EQ(way.places_milli, 2'000'000);
  EXPECT_EQ(way.hours_per_week, 28);
}

TEST(PlacesQuota, LowestCeilingHoldsWithItsOwnEnforcement) {
  const auto quota = [](double level, double places) { return lever_of("places_quota", level, {{"places_per_year", places}}); };
  const MarketTerms result = terms({named(quota(0.9, 8'000), "a"), named(quota(0.4, 5'000), "b")});
  EXPECT_EQ(result.hires_ceiling_milli, 5'000'000);
  EXPECT_EQ(result.hires_ceiling_enforcement, 0.4);
}

TEST(NationalisationQuota, HighestQuotaHolds) {
  const auto quota = [](double level, double percent, double firms) {
    return lever_of("nationalisation_quota", level, {{"nationals_percent", percent}, {"firm_workers_min", firms}});
  };
  const MarketTerms result = terms({named(quota(0.9, 8, 10), "a"), named(quota(0.4, 20, 50), "b")});
  EXPECT_DOUBLE_EQ(result.nationals_quota, 0.2);
  EXPECT_EQ(result.nationals_quota_firm_workers, 50);
  EXPECT_EQ(result.nationals_quota_enforcement, 0.4);
  EXPECT_EQ(terms({quota(1, 0, 10)}), MarketTerms{});
}

TEST(PathwayLevers, DoNotDependOnTheirOrder) {
  std::vector<LeverSpec> levers{named(channel(0.5, 3'000, 450, "queue", 1), "a"), named(channel(0.8, 1'000, 300, "test", 0), "b"),
                                named(stay("seasonal_quota", 1, 500, 6, 0), "c"), named(stay("seasonal_quota", 1, 700, 9, 1), "d"),
                                named(legal(500, 300, "B1"), "e"), named(legal(300, 0, "C1"), "f")};
  const MarketTerms expected = terms(levers);
  const auto by_id = [](const LeverSpec& x, const LeverSpec& y) { return x.id < y.id; };
  do {
    ASSERT_EQ(terms(levers), expected);
  } while (std::ranges::next_permutation(levers, by_id).found);
}

}  // namespace
}  // namespace sojourn::model::test
