#include "core/units.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace sojourn {
namespace {

static_assert(!std::is_convertible_v<double, Usd>, "a bare number is no amount");
static_assert(!std::is_convertible_v<Usd, double>, "an amount is no bare number");
static_assert(!std::is_constructible_v<PerMonth, UsdPerMonth>, "a wage is no hazard");

TEST(Quantity, KeepsItsValueAndCompares) {
  EXPECT_DOUBLE_EQ(Usd{412.5}.value(), 412.5);
  EXPECT_DOUBLE_EQ(Months{}.value(), 0.0);
  EXPECT_LT(PerMonth{0.01}, PerMonth{0.02});
  EXPECT_EQ(Usd{3}, Usd{3});
}

TEST(Cents, AreTheNearestWithHalvesAwayFromZero) {
  EXPECT_EQ(to_cents(0.0), 0);
  EXPECT_EQ(to_cents(1.004), 100);
  EXPECT_EQ(to_cents(1.006), 101);
  EXPECT_EQ(to_cents(0.125), 13);  // 12.5 cents exactly in binary
  EXPECT_EQ(to_cents(-0.125), -13);
  EXPECT_EQ(to_cents(-1.006), -101);
}

TEST(Cents, ComeBackUnchangedFromDollars) {
  for (const Cents cents : {Cents{0}, Cents{1}, Cents{-1}, Cents{99}, Cents{123'456'789}, Cents{9'007'199'254'741}}) {
    EXPECT_EQ(to_cents(to_usd(cents)), cents);
  }
}

}  // namespace
}  // namespace sojourn
