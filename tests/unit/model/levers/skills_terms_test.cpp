// Worked numbers of the pages of levers on skills, on credit for returnees and on welfare funds.
#include <gtest/gtest.h>

#include <algorithm>

#include "model/levers/terms.hpp"
#include "model/recognition.hpp"
#include "model/reintegration.hpp"
#include "model/training.hpp"
#include "model/welfare.hpp"
#include "unit/model/levers/lever_support.hpp"

namespace sojourn::model::test {
namespace {

const Parameters parameters;

MarketTerms terms(const std::vector<LeverSpec>& levers) {
  return terms_of(levers, start, CorridorId{0}, Sector::construction, Sex::men, Skill::medium, 300);
}
LeverSpec recognition(double level, double percent) {
  return lever_of("skills_recognition", level, {{"certificates_recognised_percent", percent}});
}
LeverSpec framework(double level, double mapped, double accepting) {
  return lever_of("qualification_framework", level, {{"levels_mapped_percent", mapped}, {"employers_accepting_percent", accepting}});
}
LeverSpec passport(double level, double covered, double days, double reading) {
  return lever_of("skills_passport", level,
                  {{"workers_covered_percent", covered}, {"days_to_verify", days}, {"employers_reading_percent", reading}});
}
LeverSpec seats(const std::string& kind, double level, double per_month, double fee = 0) {
  return lever_of(kind, level, {{"seats_per_month", per_month}, {"worker_pays_usd", fee}, {"course_months", 2}});
}
LeverSpec credit(double level, double loans, double rate, double months) {
  return lever_of("returnee_credit", level,
                  {{"loans_per_year", loans}, {"max_usd", 8'000}, {"interest_percent_per_year", rate}, {"term_months", months}});
}
LeverSpec fund(double level, double dues) {
  return lever_of("welfare_fund", level, {{"dues_usd", dues}, {"death_benefit_usd", 6'700}, {"repatriation_covered", 1}});
}
LeverSpec skill_tests(double level, double pass) { return lever_of("skill_test", level, {{"pass_percent", pass}}); }

TEST(SkillsRecognition, IsTheWorkedExampleOfTheDocs) {
  EXPECT_NEAR(terms({recognition(0.5, 40)}).skills_recognised, 0.2, 1e-12);
  EXPECT_NEAR(terms({recognition(0.5, 40), framework(1, 60, 25)}).skills_recognised, 0.32, 1e-12);
  EXPECT_EQ(terms({recognition(1, 100)}).skills_recognised, 1);
  EXPECT_EQ(terms({recognition(1, 0)}), MarketTerms{}) << "nobody's counts";
}

TEST(QualificationFramework, IsTheWorkedExampleOfTheDocs) {
  EXPECT_NEAR(terms({framework(1, 60, 25)}).skills_recognised, 0.15, 1e-12);
  EXPECT_EQ(terms({framework(1, 100, 0)}), MarketTerms{});
}

TEST(SkillsPassport, IsTheWorkedExampleOfTheDocs) {
  const MarketTerms card = terms({passport(1, 40, 14, 30)});
  EXPECT_EQ(card.skills_recognised, 0) << "not before it is verified";
  EXPECT_TRUE(is_recognised_by_passport(card, 0.1199));
  EXPECT_FALSE(is_recognised_by_passport(card, 0.1201));
  int verified = 0;
  for (int i = 0; i < 300; ++i) {
    verified += is_passport_verified(card, 0, (i + 0.5) / 300) ? 1 : 0;
    EXPECT_TRUE(is_passport_verified(card, 1, (i + 0.5) / 300));
  }
  EXPECT_EQ(verified, 160);  // 1 - 14/30
  EXPECT_FALSE(is_passport_verified(MarketTerms{}, 12, 0.5));
  EXPECT_EQ(terms({passport(1, 40, 60, 30), named(passport(1, 10, 7, 10), "quick")}).passport_days, 7);
}

TEST(Certificates, AreTheWorkedExamplesOfTheDocs) {
  const std::string kind = "prior_learning_on_return";
  EXPECT_EQ(terms({seats(kind, 0.5, 300)}).certification_seats_per_month, 150);
  const MarketTerms two = terms({named(seats(kind, 0.5, 300, 30), "a"), named(seats(kind, 1, 100, 20), "b")});
  EXPECT_EQ(two.certification_seats_per_month, 250);
  EXPECT_EQ(two.certification_fee_usd, 20);
  EXPECT_EQ(terms({seats(kind, 1, 0, 20)}), MarketTerms{});
  const MarketTerms abroad = terms({seats("certify_skills_gained", 0.25, 300)});
  EXPECT_EQ(abroad.departing_seats_per_month, 75);
  EXPECT_EQ(abroad.certification_seats_per_month, 0);
}

TEST(TrainingSeats, IsTheWorkedExampleOfTheDocs) {
  const MarketTerms courses = terms({seats("training_seats", 0.4, 500, 50)});
  EXPECT_EQ(courses.training_seats_per_month, 200);
  EXPECT_EQ(courses.training_months, 2);
  EXPECT_EQ(courses.training_fee_usd, 50);
}

TEST(SkillTests, AreTheWorkedExampleOfTheDocsAndTheStricterHolds) {
  const MarketTerms one = terms({skill_tests(0.8, 70)});
  EXPECT_NEAR(one.test_enforcement * (1 - one.test_pass), 0.24, 1e-12);
  EXPECT_NEAR(one.test_enforcement * one.test_pass, 0.56, 1e-12);
  EXPECT_EQ(terms({skill_tests(0.8, 70), named(skill_tests(1, 90), "mild")}), one);
  EXPECT_EQ(terms({skill_tests(0, 70)}), MarketTerms{});
}

TEST(ReturneeCredit, IsTheWorkedExampleOfTheDocs) {
  const MarketTerms one = terms({credit(0.6, 2'000, 5, 60)});
  EXPECT_NEAR(one.credit_loans_per_month, 100, 1e-5);
  const Cents entry = enterprise_entry(UsdPerMonth{100}, parameters);
  EXPECT_TRUE(lacks_credit(HomeWork::seeking, 120'000, entry, one));
  EXPECT_FALSE(lacks_credit(HomeWork::wage_work, 120'000, entry, one));
  EXPECT_FALSE(lacks_credit(HomeWork::seeking, entry, entry, one)) << "has the money";
  EXPECT_FALSE(lacks_credit(HomeWork::seeking, 120'000, entry, MarketTerms{}));
  const HomeDebt poor = with_enterprise_loan({}, 0, 180'000, one, UsdPerMonth{100}, parameters);
  EXPECT_EQ(poor.service.instalment, 2'500);
  EXPECT_EQ(poor.service.months, 86);
  const HomeDebt rich = with_enterprise_loan({}, 0, 180'000, one, UsdPerMonth{400}, parameters);
  EXPECT_EQ(rich.service.instalment, 3'397);
  EXPECT_EQ(rich.service.months, 60);
  // Beside an older debt at 20 %: the mean rate, and both instalments.
  const HomeDebt both = with_enterprise_loan({.principal = 60'000, .rate_per_month = 0.2 / 12}, 2'000, 180'000, one, UsdPerMonth{400}, parameters);
  EXPECT_EQ(both.loan.principal, 240'000);
  EXPECT_NEAR(both.loan.rate_per_month, (0.25 * 0.2 + 0.75 * 0.05) / 12, 1e-12);
  EXPECT_EQ(both.service.instalment, 5'397);
}

TEST(WelfareFund, IsTheWorkedExampleOfTheDocs) {
  const MarketTerms one = terms({fund(0.9, 15)});
  const Price papers{.documented = Usd{200}, .rent = Usd{0}};
  EXPECT_DOUBLE_EQ(with_expected_dues(papers, one).documented.value() - 200, 13.5);
  EXPECT_DOUBLE_EQ(with_dues(papers, one).documented.value(), 215);
  EXPECT_EQ(terms({named(fund(0.5, 100), "small"), fund(0.9, 15)}), one) << "the one with more members";
}

TEST(SkillsTerms, DoNotDependOnTheOrderOfLevers) {
  std::vector<LeverSpec> levers{named(recognition(0.3, 40), "a"),        named(recognition(0.7, 33), "b"), named(framework(0.9, 70, 30), "c"),
                                named(passport(0.7, 40, 14, 30), "d"),   named(passport(0.9, 10, 7, 50), "e"),
                                named(skill_tests(0.8, 70), "f"),        named(credit(0.7, 1'000, 9, 24), "g"),
                                named(seats("training_seats", 0.3, 100), "h")};
  const MarketTerms expected = terms(levers);
  const auto by_id = [](const LeverSpec& x, const LeverSpec& y) { return x.id < y.id; };
  for (int i = 0; i < 500 && std::ranges::next_permutation(levers, by_id).found; ++i) ASSERT_EQ(terms(levers), expected);
  std::ranges::reverse(levers);
  EXPECT_EQ(terms(levers), expected);
}

}  // namespace
}  // namespace sojourn::model::test
