#include "model/indicators.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cctype>
#include <cmath>
#include <numeric>
#include <regex>
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

// "SDG 8.8, 10.7.1; GCM 6; Secretary-General 2; GOALS skills": in this order, each at most once.
TEST(Catalogue, NamesFrameworksAsTheirReadersCountThem) {
  const std::regex line{
      "(SDG [0-9a-z.]+(, [0-9a-z.]+)*; )?(GCM [0-9]+(, [0-9]+)*); Secretary-General [1-8]"
      "(; GOALS (skills|fair recruitment|reintegration))?"};
  for (const Indicator& indicator : indicator_catalogue()) {
    EXPECT_TRUE(std::regex_match(std::string{indicator.framework}, line))
        << indicator.name << ": " << indicator.framework;
  }
}

TEST(Gap, IsTheShareOfWomenInWhatAddsUp) {
  const Indicator& deployments = *find_indicator("deployments");
  EXPECT_EQ(gap_name(deployments), "deployments_women_percent");
  EXPECT_DOUBLE_EQ(gap_value(deployments, 300, 900), 25);
  EXPECT_DOUBLE_EQ(gap_value(deployments, 0, 900), 0);
  EXPECT_TRUE(std::isnan(gap_value(deployments, 0, 0))) << "nobody left: no share, and not zero";
  EXPECT_TRUE(std::isnan(gap_value(*find_indicator("remittances_received_usd"), -10, 90))) << "no part below zero";
}

TEST(Gap, IsTheDifferenceOfWomenAndMenInWhatDoesNot) {
  const Indicator& cost = *find_indicator("mean_recruitment_cost_usd");
  EXPECT_EQ(gap_name(cost), "mean_recruitment_cost_usd_gap");
  EXPECT_DOUBLE_EQ(gap_value(cost, 400, 1500), -1100);
  EXPECT_TRUE(std::isnan(gap_value(cost, std::nan(""), 1500))) << "no woman left: nothing to compare";
  EXPECT_TRUE(std::isnan(gap_value(cost, 400, std::nan(""))));
  EXPECT_EQ(gap_of(*find_indicator("median_recruitment_cost_usd")), Gap::women_minus_men);
  EXPECT_EQ(gap_of(*find_indicator("stock_abroad")), Gap::women_percent);
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

TEST(IndicatorValue, OfRatesIsWorkedOutByHand) {
  Sums sums{};
  sums[index(Count::stock_abroad)] = 1200;  // a year of a hundred workers
  sums[index(Count::irregular_stock)] = 180;
  sums[index(Count::returns_violation)] = 3;
  sums[index(Count::returns_health)] = 2;
  sums[index(Count::returns_target)] = 40;
  sums[index(Count::wages_in_force)] = 40'000'000;
  sums[index(Count::withheld_cents)] = 1'000'000;
  sums[index(Count::sent_in_force)] = 13'000'000;
  sums[index(Count::fees_in_force)] = 1'000'000;
  sums[index(Count::complaints_closed)] = 8;
  sums[index(Count::complaints_resolved)] = 2;
  EXPECT_DOUBLE_EQ(value("irregular_percent", sums), 15);
  EXPECT_DOUBLE_EQ(value("early_returns_percent", sums), 5);
  EXPECT_DOUBLE_EQ(value("wages_withheld_percent", sums), 2.5);
  EXPECT_DOUBLE_EQ(value("mean_remittance_usd_per_month", sums), 100);
  EXPECT_DOUBLE_EQ(value("complaints_resolved_percent", sums), 25);
}

constexpr const Bins& in_months = bins_of(Distribution::cost_months);
constexpr const Bins& in_usd = bins_of(Distribution::cost_usd);

TEST(CostBin, IsTheInverseOfItsFloor) {
  for (const Bins& bins : distribution_bins) {
    for (std::size_t bin = 1; bin < bins.count; ++bin) {
      EXPECT_EQ(bins.bin(bins.floor(bin) * (1 + 1e-9)), bin);
      if (bin > 1) {
        EXPECT_EQ(bins.bin(bins.floor(bin) * (1 - 1e-9)), bin - 1);
      }
    }
  }
}

TEST(CostBin, OfEachDistributionStandsBehindTheOnesBefore) {
  std::size_t next = 0;
  for (const Bins& bins : distribution_bins) {
    EXPECT_EQ(bins.begin, next);
    next += bins.count;
  }
  EXPECT_EQ(all_bins, next);
}

TEST(CostBin, OfDollarsHoldsSumsFromTwentyToTwentyThousand) {
  for (const Distribution of : {Distribution::cost_usd, Distribution::official_cost_usd}) {
    EXPECT_EQ(bins_of(of).bin(0), 0U);
    EXPECT_EQ(bins_of(of).bin(-300), 0U) << "who is paid to come";
    EXPECT_EQ(bins_of(of).bin(20), 0U);
    EXPECT_EQ(bins_of(of).bin(20.01), 1U);
    EXPECT_EQ(bins_of(of).bin(1e6), bins_of(of).count - 1);
    EXPECT_NEAR(bins_of(of).floor(33) / bins_of(of).floor(32), 1.1179, 5e-5) << "steps of 11.8 percent";
  }
}

TEST(HistogramQuantile, OfDollarsLiesWithinABinOfTheQuantileOfThePersons) {
  std::array<std::int32_t, in_usd.count> histogram{};
  for (const double usd : {0.0, 150.0, 400.0, 1500.0, 4300.0}) ++histogram.at(in_usd.bin(usd));
  EXPECT_NEAR(in_usd.quantile(histogram, 0.5), 400, 400 * 0.12);
  EXPECT_NEAR(in_usd.quantile(histogram, 0.8), 1500, 1500 * 0.12);
  EXPECT_EQ(in_usd.quantile(histogram, 0.2), 0.0);
}

TEST(CostBin, PutsWhatIsFreeOrReceivedInTheFirstAndWhatIsHugeInTheLast) {
  EXPECT_EQ(in_months.bin(0), 0U);
  EXPECT_EQ(in_months.bin(-6.2), 0U);
  EXPECT_EQ(in_months.bin(0.01), 0U);
  EXPECT_EQ(in_months.bin(std::nan("")), 0U);
  EXPECT_EQ(in_months.bin(1e9), in_months.count - 1);
  EXPECT_EQ(in_months.floor(0), 0.0);
  EXPECT_NEAR(in_months.floor(1), 0.01, 1e-12);
  EXPECT_NEAR(in_months.floor(in_months.count - 1), 100, 1e-9);
  EXPECT_NEAR(in_months.floor(65) / in_months.floor(64), 1.0758, 5e-5) << "steps of 7.6 percent";
}

std::array<std::int32_t, in_months.count> histogram_of(std::initializer_list<double> months) {
  std::array<std::int32_t, in_months.count> histogram{};
  for (const double cost : months) ++histogram.at(in_months.bin(cost));
  return histogram;
}

TEST(HistogramQuantile, IsNotANumberForNobodyAndZeroForFreeJobs) {
  EXPECT_TRUE(std::isnan(in_months.quantile(histogram_of({}), 0.5)));
  EXPECT_EQ(in_months.quantile(histogram_of({0, -1, 0}), 0.5), 0.0);
}

TEST(HistogramQuantile, LiesWithinABinOfTheQuantileOfThePersons) {
  const auto five = histogram_of({1, 2, 4, 8, 16});
  EXPECT_NEAR(in_months.quantile(five, 0.5), 4, 4 * 0.076);
  EXPECT_NEAR(in_months.quantile(five, 0.8), 8, 8 * 0.08);
  EXPECT_LE(in_months.quantile(five, 0.2), in_months.quantile(five, 0.4));
  // Half of the workers pay nothing, half 5 months: everything above the median is near 5.
  EXPECT_NEAR(in_months.quantile(histogram_of({0, 0, 5, 5}), 0.8), 5, 5 * 0.08);
  EXPECT_EQ(in_months.quantile(histogram_of({0, 0, 5, 5}), 0.5), 0.0);
}

TEST(HistogramQuantile, InterpolatesInsideABin) {
  std::array<std::int32_t, in_months.count> histogram{};
  histogram[80] = 4;
  const double floor = in_months.floor(80), width = in_months.floor(81) - floor;
  EXPECT_NEAR(in_months.quantile(histogram, 0.25), floor + width / 4, 1e-12);
  EXPECT_NEAR(in_months.quantile(histogram, 0.75), floor + width * 3 / 4, 1e-12);
}

TEST(HistogramQuantile, StaysInTheRangeOfTheBins) {
  EXPECT_EQ(in_months.quantile(histogram_of({1e6}), 0.5), 100.0);
  std::array<std::int32_t, in_months.count> everywhere{};
  everywhere.fill(3);
  double last = 0;
  for (int step = 1; step <= 100; ++step) {
    const double is = in_months.quantile(everywhere, step / 100.0);
    EXPECT_GE(is, last);
    EXPECT_LE(is, 100.0);
    last = is;
  }
}

}  // namespace
}  // namespace sojourn::model
