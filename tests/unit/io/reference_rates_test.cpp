#include "io/reference_rates.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sojourn::io {
namespace {

constexpr std::uint32_t all_grades = 0x7, without_c = 0x3;

ReferenceTables shipped() { return read_reference_tables({SOJOURN_SOURCE_DIR "/scenarios/reference", "", ""}); }

LocalAmount amount(int year, double local, double usd, Grade grade = Grade::b) {
  return {"wages.csv", {static_cast<std::uint32_t>(year - 2000), 1, 1}, "XYZ", local, usd, year, grade, "a page"};
}

ReferenceTables with(std::vector<LocalAmount> amounts) {
  ReferenceTables tables;
  tables.local_amounts = std::move(amounts);
  return tables;
}

TEST(LocalAmount, IsReadFromATextThatIsOneAmount) {
  const auto is = [](const char* text, const char* currency, double number) {
    const auto read = local_amount(text);
    return read && read->first == currency && read->second == number;
  };
  EXPECT_TRUE(is("SAR 1700", "SAR", 1700));
  EXPECT_TRUE(is("SGD 1081 (300-2400)", "SGD", 1081));
  EXPECT_TRUE(is("BDT 750000; wage BDT 35000", "BDT", 750000));
  EXPECT_TRUE(is("NTD 60000", "TWD", 60000));
}

TEST(LocalAmount, IsNotReadFromRangesSumsDailyRatesOrDollars) {
  for (const char* text : {"", "SAR", "SAR ", "HKD 5000-10000", "SGD 18 a day, overtime SGD 3/h", "USD 400",
                           "USD 940 + NPR 35000", "VND 192 million ('up to')", "28.0% of E-9", "RM 9000 of RM 20000",
                           "NPR 0", "sar 1700", "BDT up to 1500000", "PHP 30000 of 56000", "KWD -75"})
    EXPECT_FALSE(local_amount(text)) << text;
}

TEST(ExchangeRates, AreTheMedianOfTheRowsNearestToThePriceYear) {
  const auto tables = with({amount(2010, 900, 100), amount(2018, 500, 100), amount(2018, 700, 100),
                            amount(2020, 606, 101), amount(2025, 100, 100)});
  const auto rates = exchange_rates(tables, 2019, all_grades);
  ASSERT_EQ(rates.count("XYZ"), 1U);
  EXPECT_DOUBLE_EQ(rates.at("XYZ").local_per_usd, 6);  // of 5, 6 and 7
  EXPECT_EQ(rates.at("XYZ").basis, "median of 3 rows of wages.csv, 2018 and 2020, rows graded B");
  EXPECT_DOUBLE_EQ(exchange_rates(tables, 2011, all_grades).at("XYZ").local_per_usd, 9);
  EXPECT_EQ(exchange_rates(tables, 2011, all_grades).at("XYZ").basis, "wages.csv:10, 2010, row graded B");
  EXPECT_DOUBLE_EQ(exchange_rates(tables, 2018, all_grades).at("XYZ").local_per_usd, 6);  // midway between 5 and 7
}

TEST(ExchangeRates, LeaveOutSmallAmountsAndGradesThatAreNotAllowed) {
  const auto tables = with({amount(2019, 200, 99), amount(2019, 700, 100, Grade::c), amount(2014, 300, 100)});
  EXPECT_DOUBLE_EQ(exchange_rates(tables, 2019, all_grades).at("XYZ").local_per_usd, 7);
  EXPECT_EQ(exchange_rates(tables, 2019, all_grades).at("XYZ").basis, "wages.csv:19, 2019, row graded C");
  EXPECT_DOUBLE_EQ(exchange_rates(tables, 2019, without_c).at("XYZ").local_per_usd, 3);
  EXPECT_TRUE(exchange_rates(with({amount(2019, 200, 99)}), 2019, all_grades).empty());
}

TEST(ExchangeRates, OfTheShippedTablesArePegsWhereCurrenciesArePegged) {
  const auto rates = exchange_rates(shipped(), 2019, all_grades);
  EXPECT_NEAR(rates.at("SAR").local_per_usd, 3.75, 0.01);    // pegged at 3.75
  EXPECT_NEAR(rates.at("AED").local_per_usd, 3.6725, 0.01);  // pegged at 3.6725
  EXPECT_NEAR(rates.at("QAR").local_per_usd, 3.64, 0.01);    // pegged at 3.64
  EXPECT_NEAR(rates.at("HKD").local_per_usd, 7.80, 0.05);    // held between 7.75 and 7.85
}

TEST(ExchangeRates, OfTheShippedTablesNameTheRowThatImpliesThem) {
  const ReferenceTables tables = shipped();
  const auto rates = exchange_rates(tables, 2019, all_grades);
  EXPECT_DOUBLE_EQ(rates.at("PHP").local_per_usd, 45000.0 / 869);
  EXPECT_EQ(rates.at("PHP").basis.substr(0, 10), "wages.csv:");
  EXPECT_NE(rates.at("PHP").basis.find(", 2019, row graded A"), std::string::npos) << rates.at("PHP").basis;
  EXPECT_DOUBLE_EQ(rates.at("NPR").local_per_usd, 17809 / 170.6);  // the home wage of 2018, grade C
  EXPECT_EQ(rates.at("NPR").basis.substr(0, 12), "origins.csv:");
  EXPECT_NE(exchange_rates(tables, 2019, without_c).at("NPR").basis.find(", 2015, rows graded B"), std::string::npos);
  EXPECT_NE(rates.at("PKR").basis.find(", 2019, row graded C"), std::string::npos) << "its rate was recalled";
  for (const char* unknown : {"USD", "AFN", "KHR", "BHD", "OMR"}) EXPECT_EQ(rates.count(unknown), 0U) << unknown;
  for (const LocalAmount& one : tables.local_amounts) {
    EXPECT_FALSE(one.source.empty()) << one.table << ":" << one.at.line;
    EXPECT_GT(one.year, 2000) << one.table << ":" << one.at.line;
  }
}

TEST(BaseYears, AreThoseWithACountOfAWholeYear) {
  const ReferenceTables tables = shipped();
  const std::vector<int> years = base_years(tables, all_grades);
  ASSERT_FALSE(years.empty());
  EXPECT_EQ(years.front(), 2010);
  EXPECT_EQ(years.back(), 2024);
  EXPECT_TRUE(base_years(tables, 0).empty());
}

}  // namespace
}  // namespace sojourn::io
