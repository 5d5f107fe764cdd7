#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <limits>

#include "io/result_layout.hpp"
#include "unit/io/result_synthetic.hpp"

namespace sojourn::io {
namespace {

TEST(FiveSignificantDigits, AreThoseThatPrintfWrites) {
  // printf rounds the exact binary value; both agree unless it lies on a tie, which these factors avoid.
  int compared = 0;
  for (int exponent = -37; exponent <= 38; ++exponent) {
    for (const double digits : {1.0, 1.23451, 2.71828182, 3.3333333, 9.99994, 9.999951}) {
      const float value = static_cast<float>(digits * std::pow(10.0, exponent));
      if (!std::isfinite(value)) continue;
      char text[32];
      std::snprintf(text, sizeof text, "%.4e", static_cast<double>(value));
      EXPECT_EQ(five_significant_digits(value), std::strtof(text, nullptr)) << text;
      EXPECT_EQ(five_significant_digits(-value), -std::strtof(text, nullptr)) << text;
      ++compared;
    }
  }
  EXPECT_GT(compared, 440);
}

TEST(FiveSignificantDigits, AreRightAtEveryPowerOfTwo) {
  for (int exponent = -149; exponent <= 127; ++exponent) {
    const float value = std::ldexp(1.0F, exponent);
    char text[32];
    std::snprintf(text, sizeof text, "%.4e", static_cast<double>(value));
    EXPECT_EQ(five_significant_digits(value), std::strtof(text, nullptr)) << text;
  }
}

TEST(FiveSignificantDigits, DoNotChangeWhenRoundedAgain) {
  for (int i = 1; i < 20'000; ++i) {
    const float once = five_significant_digits(std::exp(static_cast<float>(i % 160 - 80)) * static_cast<float>(i));
    EXPECT_EQ(five_significant_digits(once), once);
  }
}

TEST(FiveSignificantDigits, KeepMissingAndInfiniteAndDropTheSignOfZero) {
  constexpr float infinite = std::numeric_limits<float>::infinity();
  EXPECT_TRUE(std::isnan(five_significant_digits(std::nanf(""))));
  EXPECT_EQ(five_significant_digits(-infinite), -infinite);
  EXPECT_FALSE(std::signbit(five_significant_digits(-0.0F)));
  EXPECT_EQ(five_significant_digits(std::numeric_limits<float>::denorm_min()),
            std::numeric_limits<float>::denorm_min());
}

TEST(ValidUtf8, KeepsTextOfAllScripts) {
  const std::string text = "fee \xC3\xA9 \xE0\xA4\xA8 \xF0\x9F\x8C\x8D";
  EXPECT_EQ(valid_utf8(text), text);
}

TEST(ValidUtf8, ReplacesWhatReadersRefuse) {
  const std::string mark = "\xEF\xBF\xBD";
  EXPECT_EQ(valid_utf8("a\xE9z"), "a" + mark + "z");
  EXPECT_EQ(valid_utf8(std::string_view{"a\0z", 3}), "a" + mark + "z");
  EXPECT_EQ(valid_utf8("\xE0\xA4"), mark + mark);                        // cut short
  EXPECT_EQ(valid_utf8("\xC0\xAF"), mark + mark);                        // overlong
  EXPECT_EQ(valid_utf8("\xED\xA0\x80"), mark + mark + mark);             // surrogate
  EXPECT_EQ(valid_utf8("\xF4\x90\x80\x80"), mark + mark + mark + mark);  // above U+10FFFF
}

/// What check_layout says of the synthetic result once `spoil` has been at it.
std::string complaint(const std::function<void(ResultFile&)>& spoil) {
  ResultFile file = synthetic::result();
  spoil(file);
  try {
    check_layout(file);
  } catch (const std::logic_error& fault) {
    return fault.what();
  }
  return "";
}

TEST(CheckLayout, TakesTheSyntheticResult) {
  EXPECT_EQ(complaint([](ResultFile&) {}), "");
}

TEST(CheckLayout, CountsValuesAgainstCells) {
  EXPECT_EQ(complaint([](ResultFile& file) { file.groups[0].variables[0].values = std::vector<std::int32_t>(95); }),
            "result file: /monthly/origin/deployments: 95 values for 96 cells");
  EXPECT_EQ(complaint([](ResultFile& file) { file.groups[0].variables[0].axes.clear(); }),
            "result file: /monthly/origin/deployments: 96 values for 1 cells");
}

TEST(CheckLayout, KnowsEveryAxisOfAVariableOnce) {
  EXPECT_EQ(complaint([](ResultFile& file) { file.groups[0].variables[0].axes[3] = "country"; }),
            "result file: /monthly/origin/deployments: the group has no axis country");
  EXPECT_EQ(complaint([](ResultFile& file) { file.groups[0].variables[0].axes[3] = "sex"; }),
            "result file: /monthly/origin/deployments: axis sex is used twice");
}

TEST(CheckLayout, WantsUniqueNames) {
  EXPECT_EQ(complaint([](ResultFile& file) { file.groups[0].variables[1].name = "deployments"; }),
            "result file: /monthly/origin/deployments: the name is used twice");
  EXPECT_EQ(complaint([](ResultFile& file) { file.groups[0].variables[1].name = "origin"; }),
            "result file: /monthly/origin/origin: the name is used twice");
  EXPECT_EQ(complaint([](ResultFile& file) { file.groups[1].path = "/monthly/origin"; }),
            "result file: /monthly/origin: the name is used twice");
  EXPECT_EQ(complaint([](ResultFile& file) { file.groups[3].variables[0].name = "log"; }),
            "result file: /measures/log: the name is used twice");
  EXPECT_EQ(complaint([](ResultFile& file) {
              file.groups[0].axes[3].labels = Text{"NPL", "NPL"};
            }),
            "result file: /monthly/origin/origin: label \"NPL\" is written twice");
}

TEST(CheckLayout, WantsNamesThatReadersTake) {
  EXPECT_EQ(complaint([](ResultFile& file) { file.groups[0].variables[0].name = "cost in USD"; }),
            "result file: /monthly/origin/cost in USD: a name is letters, digits and _, and starts with no digit");
  EXPECT_EQ(complaint([](ResultFile& file) { file.groups[0].path = "monthly"; }),
            "result file: monthly: a group's path is /name or /name/name");
  EXPECT_EQ(complaint([](ResultFile& file) { file.groups[0].path = "/monthly/"; }),
            "result file: /monthly/: not a path of names");
}

TEST(CheckLayout, KeepsTheFormatsOwnAttributesToItself) {
  const auto add = [](const char* name, AttributeValue value) {
    return [=](ResultFile& file) { file.groups[0].variables[0].attributes.emplace_back(name, value); };
  };
  EXPECT_EQ(complaint(add("_FillValue", std::int32_t{0})),
            "result file: /monthly/origin/deployments: attribute _FillValue belongs to the format");
  EXPECT_EQ(complaint(add("units", "day")),
            "result file: /monthly/origin/deployments: attribute units is written twice");
  EXPECT_EQ(complaint(add("flag_values", std::vector<std::int8_t>{})),
            "result file: /monthly/origin/deployments: attribute flag_values is empty");
}

}  // namespace
}  // namespace sojourn::io
