#include "core/calendar.hpp"

#include <gtest/gtest.h>

namespace sojourn {
namespace {

TEST(ParseMonth, ReadsYearAndMonth) {
  const auto month = parse_month("2026-07");
  ASSERT_TRUE(month.has_value());
  EXPECT_EQ(month->year(), 2026);
  EXPECT_EQ(month->of_year(), 7);
}

TEST(ParseMonth, RefusesWhatIsNoMonth) {
  for (const char* text : {"", "2026", "2026-7", "2026-07-01", "2026-00", "2026-13", "2026/07", "07-2026", "20 6-07",
                           "-026-07", "2026-0x", " 2026-07"}) {
    EXPECT_FALSE(parse_month(text).has_value()) << text;
  }
}

TEST(ParseMonth, TakesTheYears1900To2200) {
  EXPECT_TRUE(parse_month("1900-01").has_value());
  EXPECT_TRUE(parse_month("2200-12").has_value());
  EXPECT_FALSE(parse_month("1899-12").has_value());
  EXPECT_FALSE(parse_month("2201-01").has_value());
}

TEST(ParseMonth, IsUndoneByToString) {
  for (Month month{1999, 1}; month < Month{2003, 1}; month = month + 1) EXPECT_EQ(parse_month(to_string(month)), month);
}

TEST(Month, CountsAcrossTheYear) {
  EXPECT_EQ(Month(2026, 12) + 1, Month(2027, 1));
  EXPECT_EQ(Month(2027, 1) + -1, Month(2026, 12));
  EXPECT_EQ(Month(2035, 12) - Month(2026, 1), 119);
}

TEST(Month, IsOrderedByTime) {
  EXPECT_LT(Month(2025, 12), Month(2026, 1));
  EXPECT_GT(Month(2026, 2), Month(2026, 1));
}

TEST(Month, IsPrintedWithFourAndTwoDigits) { EXPECT_EQ(to_string(Month{2026, 7}), "2026-07"); }

TEST(DaysSince1970, AgreesWithTheGregorianCalendar) {
  EXPECT_EQ(days_since_1970(Month{1970, 1}), 0);
  EXPECT_EQ(days_since_1970(Month{1970, 2}), 31);
  EXPECT_EQ(days_since_1970(Month{1969, 12}), -31);
  EXPECT_EQ(days_since_1970(Month{2000, 1}), 10957);  // 30 years, 7 of them leap: 30 * 365 + 7
}

TEST(DaysSince1970, KnowsWhichCenturiesLeap) {
  EXPECT_EQ(days_since_1970(Month{2000, 3}) - days_since_1970(Month{2000, 2}), 29);
  EXPECT_EQ(days_since_1970(Month{2100, 3}) - days_since_1970(Month{2100, 2}), 28);
  EXPECT_EQ(days_since_1970(Month{2024, 3}) - days_since_1970(Month{2024, 2}), 29);
}

}  // namespace
}  // namespace sojourn
