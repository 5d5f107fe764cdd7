#include "model/indicators.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cctype>
#include <cmath>
#include <numeric>
#include <set>
#include <string>

namespace sojourn::model {
namespace {

using Sums = std::array<std::int64_t, count_kinds>;

double value(std::string_view name, const Sums& sums, double scale = 1) {
  return indicator_value(*find_indicator(name), sums, scale);
}

TEST(Catalogue, SaysOfEachIndicatorWhatItIs) {
  std::set<std::string_view> names;
  for (const Indicator& indicator : indicator_catalogue()) {
    const std::string name{indicator.name};
    EXPECT_TRUE(names.insert(indicator.name).second) << name << " is there twice";
    EXPECT_FALSE(indicator.label.empty()) << name;
    EXPECT_FALSE(indicator.unit.empty()) << name;
    EXPECT_FALSE(indicator.framework.empty()) << name;
    ASSERT_FALSE(indicator.definition.empty()) << name;
    EXPECT_EQ(indicator.definition.back(), '.') << name;
    for (const char c : name) EXPECT_TRUE(std::islower(c) || std::isdigit(c) || c == '_') << name;
    EXPECT_EQ(find_indicator(indicator.name), &indicator);
  }
  EXPECT_EQ(find_indicator("no_such_indicator"), nullptr);
}

TEST(Catalogue, NamesTheUnitOfMoneyMonthsAndPercents) {
  for (const Indicator& indicator : indicator_catalogue()) {
    const std::string name{indicator.name};
    const auto ends = [&](std::string_view end) { return name.ends_with(end); };
    if (ends("_percent")) {
      EXPECT_EQ(indicator.unit, "percent") << name;
    }
    if (ends("_usd")) {
      EXPECT_EQ(indicator.unit, "usd") << name;
    }
    if (ends("_usd_per_month")) {
      EXPECT_EQ(indicator.unit, "usd month-1") << name;
    }
    if (ends("_months")) {
      EXPECT_EQ(indicator.unit, "month") << name;
    }
  }
}

TEST(Catalogue, CountsSomethingInEveryIndicator) {
  for (const Indicator& indicator : indicator_catalogue()) {
    const bool of_histogram = indicator.measure == Measure::median || indicator.measure == Measure::p80;
    EXPECT_EQ(indicator.numerator_terms > 0, !of_histogram) << indicator.name;
    EXPECT_EQ(indicator.denominator_terms > 0, indicator.measure == Measure::ratio) << indicator.name;
    EXPECT_EQ(indicator.adds_up(), indicator.measure == Measure::flow || indicator.measure == Measure::stock);
  }
}

TEST(Catalogue, TakesStocksFromStocksAndHasAHeadline) {
  int lead = 0;
  for (const Indicator& indicator : indicator_catalogue()) {
    lead += indicator.lead ? 1 : 0;
    if (indicator.measure != Measure::stock) continue;
    for (std::size_t t = 0; t < indicator.numerator_terms; ++t)
      EXPECT_LT(index(indicator.numerator.at(t)), stock_kinds) << indicator.name;
  }
  EXPECT_GE(lead, 5);
}

TEST(IndicatorValue, IsNotANumberOverAnEmptyDenominator) {
  const Sums nothing{};
  for (const Indicator& indicator : indicator_catalogue()) {
    const double is = indicator_value(indicator, nothing, 100);
    if (indicator.measure == Measure::ratio) {
      EXPECT_TRUE(std::isnan(is)) << indicator.name;
    } else {
      EXPECT_EQ(is, 0.0) << indicator.name;
    }
  }
}

TEST(IndicatorValue, OfACostIsTheExampleOfItsPage) {
  Sums sums{};
  sums[index(Count::deployments)] = 4;
  sums[index(Count::cost_cents)] = 600'000;
  sums[index(Count::cost_millimonths)] = 20'400;
  EXPECT_DOUBLE_EQ(value("mean_recruitment_cost_usd", sums, 1000), 1500);
  EXPECT_DOUBLE_EQ(value("mean_recruitment_cost_months", sums, 1000), 5.1);
  EXPECT_DOUBLE_EQ(value("deployments", sums, 1000), 4000);
}

TEST(IndicatorValue, ScalesSumsAndNotRatios) {
  Sums sums{};
  sums.fill(6);
  for (const Indicator& indicator : indicator_catalogue()) {
    const double once = indicator_value(indicator, sums, 1), tenfold = indicator_value(indicator, sums, 10);
    if (indicator.measure == Measure::ratio) {
      EXPECT_TRUE(once == tenfold || (std::isnan(once) && std::isnan(tenfold))) << indicator.name;
    } else {
      EXPECT_DOUBLE_EQ(tenfold, 10 * once) << indicator.name;
    }
  }
}

TEST(IndicatorValue, AddsReasonsOfReturn) {
  Sums sums{};
  sums[index(Count::returns_violation)] = 1;
  sums[index(Count::returns_job_loss)] = 20;
  sums[index(Count::returns_family)] = 100;
  sums[index(Count::returns_health)] = 200;
  sums[index(Count::returns_own_choice)] = 1000;
  sums[index(Count::returns_not_renewed)] = 1000;
  sums[index(Count::returns_target)] = 2000;
  sums[index(Count::returns_age)] = 50'000;
  sums[index(Count::returns_crisis)] = 600'000;
  sums[index(Count::returns_deportation)] = 7'000'000;
  EXPECT_EQ(value("early_returns", sums), 7'600'321);
  EXPECT_EQ(value("returns", sums), 7'654'321);
  EXPECT_EQ(value("returns_forced", sums), 7'600'000);
}

TEST(IndicatorValue, TakesWithheldMoneyOutAboveAndBelowTheLine) {
  Sums sums{};
  sums[index(Count::stock_abroad)] = 10;
  sums[index(Count::wages_in_force)] = 300'000;
  sums[index(Count::withheld_cents)] = 30'000;
  sums[index(Count::sent_in_force)] = 120'000;
  sums[index(Count::withheld_sent_cents)] = 20'000;
  sums[index(Count::fees_in_force)] = 6'000;
  sums[index(Count::withheld_fees_cents)] = 1'000;
  EXPECT_DOUBLE_EQ(value("mean_wage_paid_usd_per_month", sums), 270);
  EXPECT_DOUBLE_EQ(value("remittances_sent_usd", sums), 1000);
  EXPECT_DOUBLE_EQ(value("remittances_received_usd", sums), 950);
  EXPECT_DOUBLE_EQ(value("remittance_cost_percent", sums), 5) << "5,000 cents of 100,000 that were sent";
}

TEST(CostBin, IsTheInverseOfItsFloor) {
  for (std::size_t bin = 1; bin < cost_bins; ++bin) {
    EXPECT_EQ(cost_bin(cost_bin_floor(bin) * (1 + 1e-9)), bin);
    if (bin > 1) {
      EXPECT_EQ(cost_bin(cost_bin_floor(bin) * (1 - 1e-9)), bin - 1);
    }
  }
}

TEST(CostBin, PutsWhatIsFreeOrReceivedInTheFirstAndWhatIsHugeInTheLast) {
  EXPECT_EQ(cost_bin(0), 0U);
  EXPECT_EQ(cost_bin(-6.2), 0U);
  EXPECT_EQ(cost_bin(0.01), 0U);
  EXPECT_EQ(cost_bin(std::nan("")), 0U);
  EXPECT_EQ(cost_bin(1e9), cost_bins - 1);
  EXPECT_EQ(cost_bin_floor(0), 0.0);
  EXPECT_NEAR(cost_bin_floor(1), 0.01, 1e-12);
  EXPECT_NEAR(cost_bin_floor(cost_bins - 1), 100, 1e-9);
  EXPECT_NEAR(cost_bin_floor(65) / cost_bin_floor(64), 1.0758, 5e-5) << "steps of 7.6 percent";
}

std::array<std::int32_t, cost_bins> histogram_of(std::initializer_list<double> months) {
  std::array<std::int32_t, cost_bins> histogram{};
  for (const double cost : months) ++histogram.at(cost_bin(cost));
  return histogram;
}

TEST(HistogramQuantile, IsNotANumberForNobodyAndZeroForFreeJobs) {
  EXPECT_TRUE(std::isnan(histogram_quantile(histogram_of({}), 0.5)));
  EXPECT_EQ(histogram_quantile(histogram_of({0, -1, 0}), 0.5), 0.0);
}

TEST(HistogramQuantile, LiesWithinABinOfTheQuantileOfThePersons) {
  const auto five = histogram_of({1, 2, 4, 8, 16});
  EXPECT_NEAR(histogram_quantile(five, 0.5), 4, 4 * 0.076);
  EXPECT_NEAR(histogram_quantile(five, 0.8), 8, 8 * 0.08);
  EXPECT_LE(histogram_quantile(five, 0.2), histogram_quantile(five, 0.4));
  // Half of the workers pay nothing, half 5 months: everything above the median is near 5.
  EXPECT_NEAR(histogram_quantile(histogram_of({0, 0, 5, 5}), 0.8), 5, 5 * 0.08);
  EXPECT_EQ(histogram_quantile(histogram_of({0, 0, 5, 5}), 0.5), 0.0);
}

TEST(HistogramQuantile, InterpolatesInsideABin) {
  std::array<std::int32_t, cost_bins> histogram{};
  histogram[80] = 4;
  const double floor = cost_bin_floor(80), width = cost_bin_floor(81) - floor;
  EXPECT_NEAR(histogram_quantile(histogram, 0.25), floor + width / 4, 1e-12);
  EXPECT_NEAR(histogram_quantile(histogram, 0.75), floor + width * 3 / 4, 1e-12);
}

TEST(HistogramQuantile, StaysInTheRangeOfTheBins) {
  EXPECT_EQ(histogram_quantile(histogram_of({1e6}), 0.5), 100.0);
  std::array<std::int32_t, cost_bins> everywhere{};
  everywhere.fill(3);
  double last = 0;
  for (int step = 1; step <= 100; ++step) {
    const double is = histogram_quantile(everywhere, step / 100.0);
    EXPECT_GE(is, last);
    EXPECT_LE(is, 100.0);
    last = is;
  }
}

}  // namespace
}  // namespace sojourn::model
