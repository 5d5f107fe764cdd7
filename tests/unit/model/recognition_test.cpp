#include "model/recognition.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "model/recruitment.hpp"
#include "model/reintegration.hpp"

namespace sojourn::model {
namespace {

const Parameters standard;

MarketTerms recognising(double share) {
  MarketTerms terms;
  terms.skills_recognised = share;
  return terms;
}

MarketTerms seats(double per_month, double fee_usd = 0) {
  MarketTerms terms;
  terms.certification_seats_per_month = per_month;
  terms.certification_fee_usd = fee_usd;
  return terms;
}

constexpr Learnt back{.months_abroad = 24, .months_home = 2, .savings = Usd{150}};

TEST(Recognition, CountsTheCertificatesOfTheSamePersonsAndMoreWhereMoreCount) {
  int counted = 0;
  for (int i = 0; i < 1000; ++i) {
    const double u = (i + 0.5) / 1000;
    if (is_recognised(recognising(0.2), u)) {
      EXPECT_TRUE(is_recognised(recognising(0.4), u));
    }
    counted += is_recognised(recognising(0.4), u) ? 1 : 0;
  }
  EXPECT_EQ(counted, 400);
  EXPECT_FALSE(is_recognised(MarketTerms{}, 1e-9));
}

TEST(Recognition, IsOfCertificatesInSectorsThatPayByThem) {
  EXPECT_FALSE(holds_certificate(Skill::elementary, false));
  EXPECT_TRUE(holds_certificate(Skill::elementary, true));
  EXPECT_TRUE(holds_certificate(Skill::medium, false));
  EXPECT_TRUE(holds_certificate(Skill::high, false));
  EXPECT_FALSE(pays_by_certificate(Sector::domestic_work));
  EXPECT_FALSE(pays_by_certificate(Sector::agriculture_fishing));
  EXPECT_TRUE(pays_by_certificate(Sector::construction));
  EXPECT_TRUE(pays_by_certificate(Sector::care_health));
}

TEST(Recognition, IsTheExampleOfItsPage) {
  EXPECT_NEAR(rank(true, Usd{3000}, Usd{4000}, Usd{2000}, 0.25, standard, true), 1.731, 5e-4);
  EXPECT_NEAR(300 * recognised_pay_factor(standard), 331.55, 5e-3);
  EXPECT_NEAR(recognition_worth(Usd{9'113}, false, standard).value(), 1'198.0, 0.1);
  EXPECT_LT(recognition_worth(Usd{9'113}, true, standard).value(), 1'198.0);
}

TEST(Recognition, IsWorthNothingWithoutAPremium) {
  Parameters none;
  none.recognised_wage_ln = none.rank_certificate = none.certified_job_ln = none.certified_home_wage_ln = 0;
  EXPECT_EQ(recognised_pay_factor(none), 1.0);
  EXPECT_EQ(recognition_worth(Usd{9'113}, false, none).value(), 0.0);
  EXPECT_EQ(certificate_rank(none), 0.0);
  EXPECT_EQ(certified_job_factor(none), 1.0);
  EXPECT_EQ(certified_pay_factor(none), 1.0);
}

TEST(Certificate, IsAskedForByThoseWhomTheStayTaughtSomethingAndWhoCanPay) {
  EXPECT_TRUE(asks_for_certificate(back, seats(10), standard));
  EXPECT_FALSE(asks_for_certificate(back, MarketTerms{}, standard));
  Learnt other = back;
  other.months_abroad = 12;
  EXPECT_TRUE(asks_for_certificate(other, seats(10), standard));
  other.months_abroad = 11;
  EXPECT_FALSE(asks_for_certificate(other, seats(10), standard));
  other = back;
  other.months_home = 12;
  EXPECT_FALSE(asks_for_certificate(other, seats(10), standard));
  other = back;
  other.certified = true;
  EXPECT_FALSE(asks_for_certificate(other, seats(10), standard));
  other = back;
  other.inactive = true;
  EXPECT_FALSE(asks_for_certificate(other, seats(10), standard));
  EXPECT_TRUE(asks_for_certificate(back, seats(10, 150), standard));
  EXPECT_FALSE(asks_for_certificate(back, seats(10, 151), standard));
}

TEST(Certificate, FindsWorkSoonerAndBetterPaidAsOnItsPage) {
  EXPECT_NEAR(job_hazard(Sex::men, 1, false, standard, true), 0.1350, 5e-5);
  EXPECT_NEAR(still_without_work(job_hazard(Sex::men, 1, false, standard, true), 12), 0.1755, 5e-5);
  EXPECT_NEAR(still_without_work(job_hazard(Sex::men, 1, false, standard), 12), 0.2824, 5e-5);
  HomeState state{.work = HomeWork::wage_work, .debt_ratio = 0.5};
  EXPECT_NEAR(reintegration(state, standard).economic, 0.75, 1e-12);
  state.debt_ratio /= certified_pay_factor(standard);
  EXPECT_NEAR(reintegration(state, standard).economic, 0.7692, 5e-5);
}

TEST(SkillsPassport, IsTheExampleOfThePageOfRecognition) {
  MarketTerms terms;
  terms.passport_missed_ln = 0.1;
  terms.passport_days = 14;
  EXPECT_TRUE(is_passport_verified(terms, 0, 1.0 / 3));   // 20 days
  EXPECT_FALSE(is_passport_verified(terms, 0, 0.6));      // 12 days
  EXPECT_TRUE(is_passport_verified(terms, 1, 0.6));
  terms.skills_recognised = 0.2;
  terms.passport_missed_ln = -std::log(0.85);
  EXPECT_TRUE(is_recognised_by_passport(terms, 0.3199));
  EXPECT_FALSE(is_recognised_by_passport(terms, 0.3201));
}

TEST(Certificates, AreGivenOnLeavingToWhoCompletedAContract) {
  MarketTerms terms;
  const Learnt leaving{.months_abroad = 24, .savings = Usd{150}};
  EXPECT_FALSE(asks_for_certificate_on_leaving(leaving, ReturnClass::completed, terms, standard)) << "no seats";
  terms.departing_seats_per_month = 10;
  terms.departing_fee_usd = 100;
  EXPECT_TRUE(asks_for_certificate_on_leaving(leaving, ReturnClass::completed, terms, standard));
  EXPECT_FALSE(asks_for_certificate_on_leaving(leaving, ReturnClass::early, terms, standard));
  EXPECT_FALSE(asks_for_certificate_on_leaving(leaving, ReturnClass::crisis, terms, standard));
  EXPECT_FALSE(asks_for_certificate_on_leaving(back, ReturnClass::completed, terms, standard)) << "home for two months";
  EXPECT_FALSE(asks_for_certificate_on_leaving({.months_abroad = 11, .savings = Usd{150}}, ReturnClass::completed, terms, standard));
  EXPECT_FALSE(asks_for_certificate_on_leaving({.months_abroad = 24, .savings = Usd{99}}, ReturnClass::completed, terms, standard));
  EXPECT_FALSE(asks_for_certificate(leaving, terms, standard)) << "seats at home are others";
}

}  // namespace
}  // namespace sojourn::model
