// What levers say together on one market.
#include "model/levers/terms.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "model/levers/employer_pays.hpp"
#include "unit/model/levers/lever_support.hpp"

namespace sojourn::model::test {
namespace {

constexpr double wage = 275;  // USD a month, NPL-QAT in 2015-21, wages.csv

MarketTerms terms(const std::vector<LeverSpec>& levers, Month month = start, std::uint16_t corridor = 0,
                  Sex sex = Sex::women, Sector sector = Sector::domestic_work) {
  return terms_of(levers, month, CorridorId{corridor}, sector, sex, Skill::elementary, wage);
}

TEST(TermsOf, AreEmptyWithoutALever) { EXPECT_EQ(terms({}), MarketTerms{}); }

TEST(FeeCap, IsTheWorkedExampleOfTheDocs) {
  LeverSpec lever = fee_cap(0.6, 0, 5000);
  lever.numbers.erase("cap_usd");
  lever.numbers["cap_months_of_wage"] = 1.5;
  lever.numbers["refund_percent"] = 50;
  lever.words["counts"] = {"service_fee"};
  const MarketTerms result = terms({lever});
  EXPECT_DOUBLE_EQ(result.fee_cap_usd, 412.5);  // 1.5 x 275
  EXPECT_EQ(result.fee_cap_enforcement, 0.6);
  EXPECT_EQ(result.fee_cap_fine_usd, 5000);
  EXPECT_EQ(result.fee_cap_refund_share, 0.5);
  EXPECT_FALSE(result.fee_cap_counts_all_costs);
}

TEST(FeeCap, OfZeroIsACap) { EXPECT_EQ(terms({fee_cap(0.6, 0)}).fee_cap_usd, 0); }

TEST(EmployerPays, IsTheWorkedExampleOfTheDocs) {
  const MarketTerms flight_and_papers = terms({employer_pays(0.6, {"airfare", "documents"})});
  EXPECT_DOUBLE_EQ(flight_and_papers.employer_pays_documented, (350.0 + 132.0) / 600.0);  // 0.803
  EXPECT_EQ(flight_and_papers.employer_pays_fee, 0);
  EXPECT_EQ(flight_and_papers.employer_pays_enforcement, 0.6);
  EXPECT_EQ(flight_and_papers.employer_pays_fine_usd, 2000);
  const MarketTerms everything = terms({employer_pays(0.6, {"all"})});
  EXPECT_EQ(everything.employer_pays_documented, 1);
  EXPECT_EQ(everything.employer_pays_fee, 1);
  EXPECT_EQ(terms({employer_pays(1, {"recruitment_fee"})}).employer_pays_documented, 0);
  EXPECT_EQ(terms({employer_pays(1, {"recruitment_fee"})}).employer_pays_fee, 1);
}

TEST(EmployerPays, ItemsMakeUpTheWholeDocumentedCost) {
  double sum = 0;
  for (const std::string_view item :
       {"airfare", "visa", "medical", "insurance", "orientation", "training", "documents"}) {
    EXPECT_GT(documented_share_of(item), 0) << item;
    sum += documented_share_of(item);
  }
  EXPECT_DOUBLE_EQ(sum, 1);
  EXPECT_EQ(documented_share_of("all"), 1);
  EXPECT_EQ(documented_share_of("recruitment_fee"), 0);
}

TEST(WageFloor, IsTheWorkedExampleOfTheDocs) {
  LeverSpec lever = wage_floor(0.5, 400);
  lever.phase_in_months = 12;
  const MarketTerms result = terms({lever}, start + 2);
  EXPECT_EQ(result.wage_floor_usd_per_month, 400);
  EXPECT_DOUBLE_EQ(result.wage_floor_enforcement, 0.125);  // 0.5 x 3/12
}

TEST(DepartureBan, BarsTheShareThatIsEnforced) {
  LeverSpec lever = lever_of("departure_ban", 0.9);
  lever.reach.sexes = 1U << index(Sex::women);
  lever.reach.sectors = 1U << index(Sector::domestic_work);
  lever.end = Month{2028, 6};
  EXPECT_EQ(terms({lever}).departure_barred, 0.9);
  EXPECT_EQ(terms({lever}, start, 0, Sex::men).departure_barred, 0);
  EXPECT_EQ(terms({lever}, start, 0, Sex::women, Sector::construction).departure_barred, 0);
  EXPECT_EQ(terms({lever}, Month{2028, 7}).departure_barred, 0) << "lifted";
}

TEST(TermsOf, ReachOnlyTheCellsOfTheFilter) {
  EXPECT_EQ(terms({fee_cap(1, 5)}, start, 1).fee_cap_usd, 5);
  EXPECT_EQ(terms({fee_cap(1, 5)}, start, 2), MarketTerms{});
}

TEST(TermsOf, ARuleAtZeroDoesNotExist) {
  EXPECT_EQ(terms({fee_cap(0, 5), employer_pays(0, {"all"}), wage_floor(0, 400), lever_of("departure_ban", 0)}),
            MarketTerms{});
}

TEST(TermsOf, DoNotDependOnTheOrderOfLevers) {
  std::vector<LeverSpec> levers{named(fee_cap(0.2, 100, 9000), "a"),
                                named(fee_cap(0.9, 300), "b"),
                                named(fee_cap(0.4, 100), "c"),
                                named(employer_pays(0.9, {"airfare"}), "d"),
                                named(employer_pays(0.5, {"all"}), "e"),
                                named(wage_floor(0.9, 200), "f"),
                                named(wage_floor(0.3, 400), "g"),
                                named(lever_of("departure_ban", 0.2), "h"),
                                named(lever_of("departure_ban", 0.7), "i")};
  const MarketTerms expected = terms(levers);
  EXPECT_EQ(expected.fee_cap_usd, 100) << "the lowest cap";
  EXPECT_EQ(expected.fee_cap_enforcement, 0.4) << "between equal caps the better enforced one, as a whole";
  EXPECT_EQ(expected.fee_cap_fine_usd, 2000);
  EXPECT_EQ(expected.employer_pays_fee, 1) << "the rule that moves most: 0.5 x (1 + 1) against 0.9 x 0.583";
  EXPECT_EQ(expected.employer_pays_enforcement, 0.5);
  EXPECT_EQ(expected.wage_floor_usd_per_month, 400) << "the highest floor";
  EXPECT_EQ(expected.wage_floor_enforcement, 0.3);
  EXPECT_EQ(expected.departure_barred, 0.7) << "the largest ban";
  const auto by_id = [](const LeverSpec& x, const LeverSpec& y) { return x.id < y.id; };
  for (int permutation = 0; permutation < 5000; ++permutation) {
    std::ranges::next_permutation(levers, by_id);
    ASSERT_EQ(terms(levers), expected);
  }
  std::ranges::sort(levers, [&](const LeverSpec& x, const LeverSpec& y) { return by_id(y, x); });
  EXPECT_EQ(terms(levers), expected);
}

TEST(Replaces, TheOtherIsIgnoredWhereAndWhenThisOneReaches) {
  LeverSpec second = named(fee_cap(0.1, 500), "second", {"fee_cap"});
  second.reach.corridors = {true, false, false};
  second.start = start + 6;
  second.end = start + 11;
  const std::vector<LeverSpec> levers{fee_cap(0.9, 100), second};
  EXPECT_EQ(terms(levers, start + 5).fee_cap_usd, 100) << "before it is in force";
  EXPECT_EQ(terms(levers, start + 6).fee_cap_usd, 500);
  EXPECT_EQ(terms(levers, start + 6).fee_cap_enforcement, 0.1);
  EXPECT_EQ(terms(levers, start + 6, 1).fee_cap_usd, 100) << "where it does not reach";
  EXPECT_EQ(terms(levers, start + 12).fee_cap_usd, 100) << "after it has ended";
}

TEST(Replaces, HoldsAtAnyLevelOfEnforcement) {
  const std::vector<LeverSpec> levers{fee_cap(0.9, 100), named(fee_cap(0, 500), "second", {"fee_cap"})};
  EXPECT_EQ(terms(levers), MarketTerms{}) << "replaced by a rule that nobody enforces";
}

TEST(Replaces, TheFirstOfAChainStaysReplaced) {
  const std::vector<LeverSpec> levers{fee_cap(0.9, 100), named(fee_cap(0.8, 200), "b", {"fee_cap"}),
                                      named(fee_cap(0.7, 300), "c", {"b"})};
  EXPECT_EQ(terms(levers).fee_cap_usd, 300);
}

}  // namespace
}  // namespace sojourn::model::test
