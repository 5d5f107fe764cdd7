#include <gtest/gtest.h>

#include <cmath>

#include "base/stay.hpp"
#include "unit/base/real_tables.hpp"

namespace sojourn::test {
namespace {

/// All that an origin's register counts in a year: new hires, renewals abroad, rehires after leave.
double counted(const model::BaseYear& base, std::size_t o) {
  const model::Origin& origin = base.origins[o];
  double sum = 0;
  for (const model::Corridor& corridor : base.corridors) {
    if (index(corridor.origin) != o) continue;
    sum += corridor.registered_per_year.value;
    const model::Destination& destination = base.destination(corridor.destination);
    if (corridor.registered_share <= 0 || destination.code == "SEA") continue;
    sum += origin.home_leave_per_worker_year * corridor.workers.value;
    sum += origin.renewals_counted_share * corridor.new_hires_per_year.value *
           base::renewals_per_hire(destination.contract_months, corridor.mean_stay_months);
  }
  return sum;
}

class Corridors : public testing::TestWithParam<const model::BaseYear* (*)()> {
 protected:
  const model::BaseYear& base_ = *GetParam()();
};
INSTANTIATE_TEST_SUITE_P(AllGrades, Corridors, testing::Values(+[] { return &full_base(); }));
INSTANTIATE_TEST_SUITE_P(WithoutRecalled, Corridors, testing::Values(+[] { return &base_without_recalled(); }));

TEST_P(Corridors, AddUpToWhatEachRegisterCounts) {
  for (std::size_t o = 0; o < base_.origins.size(); ++o) {
    const double target = base_.origins[o].registered_target.value;
    EXPECT_NEAR(counted(base_, o), target, 1e-6 * target + 1e-6) << base_.origins[o].code;
  }
}

TEST_P(Corridors, HoldTheirStockByTheirFlowAndStay) {
  for (std::size_t c = 0; c < base_.corridors.size(); ++c) {
    const model::Corridor& corridor = base_.corridors[c];
    const std::string code = base_.corridor_code(static_cast<CorridorId>(c));
    EXPECT_NEAR(corridor.new_hires_per_year.value, corridor.workers.value / corridor.mean_stay_months * 12,
                1e-6 * corridor.workers.value)
        << code;
    EXPECT_GE(corridor.registered_share, 0) << code;
    EXPECT_LE(corridor.registered_share, 1) << code;
    EXPECT_NEAR(corridor.registered_per_year.value, corridor.registered_share * corridor.new_hires_per_year.value,
                1e-6 * corridor.workers.value)
        << code;
  }
}

TEST_P(Corridors, StayBetween18And100MonthsAndAtLeastOneContract) {
  for (std::size_t c = 0; c < base_.corridors.size(); ++c) {
    const model::Corridor& corridor = base_.corridors[c];
    const model::Destination& destination = base_.destination(corridor.destination);
    const std::string code = base_.corridor_code(static_cast<CorridorId>(c));
    EXPECT_GE(base::renewal_probability(destination.contract_months, corridor.mean_stay_months), -1e-9) << code;
    if (destination.code == "SEA") continue;
    EXPECT_GE(corridor.mean_stay_months, 18) << code;
    EXPECT_LE(corridor.mean_stay_months, 100) << code;
  }
}

TEST_P(Corridors, MeetEveryCellOfGradeAAndB) {
  int targets = 0;
  for (std::size_t c = 0; c < base_.corridors.size(); ++c) {
    const model::Corridor& corridor = base_.corridors[c];
    if (!corridor.is_target) continue;
    ++targets;
    const double flow =
        corridor.target_counts_entries ? corridor.new_hires_per_year.value : corridor.registered_per_year.value;
    EXPECT_NEAR(flow, corridor.target_per_year, 1e-6 * corridor.target_per_year)
        << base_.corridor_code(static_cast<CorridorId>(c));
  }
  EXPECT_EQ(targets, 30);  // 24 of registers, 6 of destinations: annual, both sexes, 2019
}

TEST_P(Corridors, StandOrderedByOriginThenDestination) {
  for (std::size_t c = 1; c < base_.corridors.size(); ++c) {
    const auto key = [](const model::Corridor& corridor) {
      return std::pair{index(corridor.origin), index(corridor.destination)};
    };
    EXPECT_LT(key(base_.corridors[c - 1]), key(base_.corridors[c]));
  }
}

TEST(CorridorStocks, FollowThePrecedenceOfSources) {
  EXPECT_EQ(corridor(full_base(), "IDN-TWN").workers.value, 271000);  // count of workers by nationality
  EXPECT_EQ(corridor(full_base(), "BGD-OMN").workers.value, 638059);  // the count of 2019, not that of 2018 or 2020
  EXPECT_EQ(corridor(full_base(), "PHL-KWT").workers.value, 66000 + 201110);  // workers and domestic workers
  EXPECT_EQ(corridor(full_base(), "BGD-ARE").workers.value,
            700000 * 0.8);  // a stopped register does not empty the stock
  EXPECT_EQ(corridor(full_base(), "PAK-SAU").workers.value, 1810000 * 0.8);  // census
  EXPECT_EQ(corridor(full_base(), "KHM-THA").workers.value, 1220000);        // the origin's count of 2021
  EXPECT_EQ(corridor(full_base(), "NPL-IND").workers.value, 533646);         // UN DESA
}

TEST(CorridorStocks, TakeFlowTimesStayWhereTheUnStockIsNoDuration) {
  // BGD-SGP: 68,430 x 0.85 over 49,851 a year would be 14 months
  EXPECT_NEAR(corridor(full_base(), "BGD-SGP").workers.value, 49851.0 * 36 / 12, 1e-6);
  // VNM-KOR: 115,632 x 0.6 over 7,215 would be 115 months where stay is limited
  EXPECT_NEAR(corridor(full_base(), "VNM-KOR").workers.value, 7215.0 * 36 / 12, 1e-6);
}

TEST(RegisteredShare, IsTheWorkedNumberOfThePage) {
  // BGD-KWT: 247,089 workers at 48 months need 61,772 hires a year; the register saw 12,299 (C)
  EXPECT_NEAR(corridor(full_base(), "BGD-KWT").registered_share, 12299.0 * 48 / 12 / 247089, 1e-9);
  EXPECT_NEAR(corridor(full_base(), "BGD-ARE").registered_share, 0.02, 0.005);
}

TEST(CorridorStocks, LeaveOutPairsThatAreNoLabourMigration) {
  for (const char* code :
       {"IND-PAK", "PAK-IND", "BGD-IND", "AFG-PAK", "AFG-IRN", "CHN-HKG", "BGD-GBR", "PHL-USA", "IND-ITA", "CHN-JPN"}) {
    EXPECT_EQ(find_corridor(full_base(), code), nullptr) << code;
  }
}

TEST(SpecialOrigins, ChinaIsOneLumpAndOneKnownCell) {
  EXPECT_NEAR(corridor(full_base(), "CHN-ROW").workers.value + corridor(full_base(), "CHN-ISR").workers.value, 992000,
              1e-6);
  EXPECT_NEAR(corridor(full_base(), "CHN-ROW").registered_per_year.value, 487000 - 6156, 1e-6);
}

TEST(SpecialOrigins, NepalsOpenBorderIsInNoRegister) {
  EXPECT_EQ(corridor(full_base(), "NPL-IND").registered_share, 0);
  EXPECT_EQ(corridor(full_base(), "NPL-IND").documented_cost_usd[1].value, 55);
}

TEST(SpecialOrigins, NepalCountsRenewals) {
  const model::Origin& nepal = origin(full_base(), "NPL");
  EXPECT_TRUE(nepal.counted.renewals_abroad);
  EXPECT_GT(nepal.renewals_counted_share, 0.3);
  EXPECT_LT(nepal.renewals_counted_share, 1);
  EXPECT_EQ(nepal.registered_target.value, 508828);
}

TEST(SpecialOrigins, ThePhilippinesCountRehiresAndSeafarers) {
  EXPECT_NEAR(corridor(full_base(), "PHL-SEA").registered_per_year.value, 0.225 * 2156742, 1e-6);
  EXPECT_NEAR(corridor(full_base(), "PHL-SEA").mean_stay_months, base::mean_contract_months(9), 1e-9);
  EXPECT_GT(origin(full_base(), "PHL").home_leave_per_worker_year, 0.2);
  EXPECT_LT(origin(full_base(), "PHL").home_leave_per_worker_year, 1);
}

TEST(SpecialOrigins, IndiaSeesAThirdOrLess) {
  double registered = 0, hires = 0;
  for (const model::Corridor& corridor : full_base().corridors) {
    if (full_base().origin(corridor.origin).code != "IND") continue;
    registered += corridor.registered_per_year.value;
    hires += corridor.new_hires_per_year.value;
  }
  EXPECT_GT(registered / hires, 0.2);
  EXPECT_LT(registered / hires, 0.35);
  EXPECT_EQ(corridor(full_base(), "IND-ISR").registered_share, 0) << "no clearance is needed there";
}

TEST(SpecialOrigins, AfghanistanHasNoRegister) {
  EXPECT_EQ(origin(full_base(), "AFG").registered_target_year, 0);
  EXPECT_EQ(corridor(full_base(), "AFG-ARE").registered_share, 0);
}

TEST(RegisteredTotals, OfOriginsWithoutOneIn2019AreTheNearestYearThatCanHold) {
  EXPECT_EQ(origin(full_base(), "LKA").registered_target_year, 2018);
  EXPECT_EQ(origin(full_base(), "THA").registered_target_year, 2022);
  // Indonesia: the totals of 2016, 2021 and 2022 are less than the cells that 2019 prints
  EXPECT_EQ(origin(full_base(), "IDN").registered_target_year, 2015);
  EXPECT_EQ(origin(full_base(), "IDN").registered_target.grade, Grade::a);
}

TEST(RemittanceCost, IsTheMeanOfTheYearsQuartersOrOfTheRegion) {
  EXPECT_NEAR(corridor(full_base(), "BGD-SAU").remittance_cost_percent.value, 3.42, 0.01);
  EXPECT_EQ(corridor(full_base(), "BGD-SAU").remittance_cost_percent.grade, Grade::a);
  EXPECT_EQ(corridor(full_base(), "VNM-TWN").remittance_cost_percent.grade, Grade::model);
}

TEST(RecruitmentCost, TargetsAreSurveysBySex) {
  const auto& both = corridor(full_base(), "BGD-SAU").recruitment_cost_months;
  EXPECT_EQ(both[index(Sex::women)].value, 5.6);
  EXPECT_EQ(both[index(Sex::men)].value, 19.1);
  EXPECT_EQ(corridor(full_base(), "PHL-SAU").recruitment_cost_months[0].value, 1.2);
  EXPECT_EQ(corridor(full_base(), "PAK-SAU").recruitment_cost_months[1].value, 8.9);
  EXPECT_EQ(corridor(full_base(), "NPL-QAT").recruitment_cost_months[1].value, 4.5);
  EXPECT_EQ(corridor(full_base(), "VNM-TWN").recruitment_cost_months[1].value, 7.5);
  EXPECT_EQ(corridor(full_base(), "VNM-JPN").recruitment_cost_months[1].grade, Grade::b);
  EXPECT_EQ(corridor(full_base(), "CHN-ROW").recruitment_cost_months[1].value, 0);
}

TEST(Borders, AreCrossedWithoutPapersWhereARowSaysSoAlone) {
  for (std::size_t c = 0; c < full_base().corridors.size(); ++c) {
    const model::Corridor& corridor = full_base().corridors[c];
    const std::string code = full_base().corridor_code(static_cast<CorridorId>(c));
    EXPECT_EQ(corridor.irregular_entry_share, code == "KHM-THA" ? 0.7 : 0.0) << code;
    EXPECT_EQ(corridor.open_border, code == "NPL-IND") << code;
  }
  const model::Corridor& crossed = corridor(full_base(), "KHM-THA");
  EXPECT_EQ(crossed.irregular_cost_usd, (171.0 + 186.0) / 2);
  EXPECT_LT(crossed.irregular_cost_usd, crossed.documented_cost_usd[index(Sex::men)].value);
  EXPECT_LT(crossed.registered_share, 1 - crossed.irregular_entry_share) << "the register sees at most those with papers";
}

}  // namespace
}  // namespace sojourn::test
