#include "number_text.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sojourn::cli {
namespace {

TEST(WithSeparators, SeparatesThousands) {
  EXPECT_EQ(with_separators(0), "0");
  EXPECT_EQ(with_separators(999), "999");
  EXPECT_EQ(with_separators(1'000), "1,000");
  EXPECT_EQ(with_separators(-1'234'567), "-1,234,567");
  EXPECT_EQ(with_separators(1'234.5, 2), "1,234.50");
}

TEST(WithSeparators, RoundsToZeroWithoutASign) { EXPECT_EQ(with_separators(-0.2), "0"); }
TEST(WithSeparators, SaysThatNanIsUnknown) { EXPECT_EQ(with_separators(std::nan("")), "unknown"); }

TEST(DecimalsShown, GivesThreeDigitsToTheLargestOfEffectAndInterval) {
  EXPECT_EQ(decimals_shown(-9'312, -15'811, -3'911), -2);
  EXPECT_EQ(decimals_shown(-118, -161, -80), 0);
  EXPECT_EQ(decimals_shown(-11.8, -16.1, -8.0), 1);
  EXPECT_EQ(decimals_shown(-1.5, -1.9, -1.2), 2);
}

TEST(DecimalsShown, GivesTwoDigitsBelowOneSinceMoreAreNotKnown) {
  EXPECT_EQ(decimals_shown(-0.51, -0.70, -0.31), 2);
  EXPECT_EQ(decimals_shown(0.021, 0.012, 0.034), 3);
}

TEST(SignedNumber, ShowsTheSignOfWhatIsNotZero) {
  EXPECT_EQ(signed_number(1'190, -1), "+1,190");
  EXPECT_EQ(signed_number(-15'811, -2), "-15,800");
  EXPECT_EQ(signed_number(-0.004, 2), "0.00");
}

TEST(ThreeDigits, RoundsAtTheThirdDigit) {
  EXPECT_EQ(three_digits(1'054), "1,050");
  EXPECT_EQ(three_digits(0.01234), "0.0123");
  EXPECT_EQ(three_digits(0), "0");
}

TEST(DurationText, SaysSecondsMinutesHours) {
  EXPECT_EQ(duration_text(48.2), "48 s");
  EXPECT_EQ(duration_text(348.1), "5 min 48 s");
  EXPECT_EQ(duration_text(7'500), "2 h 5 min");
  EXPECT_EQ(duration_text(59.7), "1 min 0 s");
}

TEST(FileSizeText, CountsInPowersOfTen) {
  EXPECT_EQ(file_size_text(512), "512 bytes");
  EXPECT_EQ(file_size_text(412'000), "412 kB");
  EXPECT_EQ(file_size_text(116'000'000), "116 MB");
  EXPECT_EQ(file_size_text(1'250'000), "1.2 MB");
}

TEST(MemoryText, CountsInPowersOfTwo) {
  EXPECT_EQ(memory_text(std::uint64_t{3} << 30U), "3.0 GiB");
  EXPECT_EQ(memory_text(std::uint64_t{12} << 20U), "12 MiB");
}

}  // namespace
}  // namespace sojourn::cli
