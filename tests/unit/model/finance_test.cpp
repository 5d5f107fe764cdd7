#include "model/finance.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sojourn::model {
namespace {

const Parameters standard;
const Wealth owner{.own_usd = 150, .pledge_limit_usd = 12'000};

Cents all_instalments(const Service& service) {
  return (service.months - 1) * service.instalment + service.last_instalment;
}

TEST(Liquidity, IsTheExampleOfItsPage) {
  const Liquidity is = liquidity(owner, UsdPerMonth{100}, 0.05, standard);
  EXPECT_NEAR(is.relatives_usd, 3900, 1e-9);
  EXPECT_NEAR(is.microcredit_usd, 1200, 1e-9);
  EXPECT_NEAR(is.total().value(), 17'250, 1e-9);
}

TEST(Liquidity, GrowsWithTheCommunityAbroadUpToAFifth) {
  const auto with = [](double share) { return liquidity(owner, UsdPerMonth{100}, share, standard).relatives_usd; };
  EXPECT_LT(with(0), with(0.1));
  EXPECT_EQ(with(0.2), with(0.7));
  EXPECT_NEAR(with(0.2), 3 * with(0), 1e-9);
}

TEST(Loan, IsNothingWhereOwnMoneyIsEnough) {
  const Liquidity limits = liquidity(owner, UsdPerMonth{100}, 0, standard);
  EXPECT_EQ(loan_for(to_cents(150), limits, standard).principal, 0);
  EXPECT_EQ(loan_for(0, limits, standard).principal, 0);
  EXPECT_EQ(service_of(Loan{}, 20'000, standard).months, 0);
}

TEST(Loan, UsesCheapMoneyFirst) {
  const Liquidity limits = liquidity(owner, UsdPerMonth{100}, 0, standard);  // 150, 2,600, 1,200, 12,000
  EXPECT_EQ(loan_for(to_cents(2000), limits, standard).rate_per_month, 0.0) << "relatives take no interest";
  const Loan micro = loan_for(to_cents(3950), limits, standard);
  EXPECT_FALSE(micro.pledged);
  EXPECT_NEAR(micro.rate_per_month, 0.24 / 12 * 1200 / 3800, 1e-12);
  EXPECT_TRUE(loan_for(to_cents(3951), limits, standard).pledged);
}

TEST(Loan, AndItsServiceAreTheExampleOfTheirPage) {
  const Loan loan = loan_for(to_cents(5308.39), liquidity(owner, UsdPerMonth{100}, 0.05, standard), standard);
  EXPECT_EQ(loan.principal, 515'839);
  EXPECT_TRUE(loan.pledged);
  EXPECT_NEAR(loan.rate_per_month * 12, 0.0592, 5e-5);
  const Service service = service_of(loan, 23'600, standard);
  EXPECT_EQ(service.instalment, 18'880);
  EXPECT_EQ(service.months, 30);
}

TEST(Service, TakesWhatAnAgencyAdvancedInAsManyPartsAsTheExampleOfItsPage) {
  const Loan loan = with_advance({}, to_cents(2690));
  EXPECT_EQ(loan.principal, 269'000);
  EXPECT_EQ(loan.rate_per_month, 0.0);
  const Service service = service_of(loan, 40'000, standard);
  EXPECT_EQ(service.instalment, 38'429);
  EXPECT_EQ(service.months, 7);
  EXPECT_EQ(all_instalments(service), 269'000);
  EXPECT_EQ(service_of(loan, 20'000, standard).instalment, 20'000) << "never more than is left of the wage";
}

TEST(Service, OfAnAdvanceBesideALoanServesBoth) {
  const Loan own{.principal = 100'000, .rate_per_month = 0.02};
  const Loan both = with_advance(own, 70'000);
  EXPECT_EQ(both.principal, 170'000);
  EXPECT_NEAR(both.rate_per_month, 0.02 * 100'000 / 170'000, 1e-15);
  EXPECT_NEAR(static_cast<double>(service_of(both, 1'000'000, standard).instalment),
              static_cast<double>(service_of(own, 1'000'000, standard).instalment) + 10'000, 1.0);
  EXPECT_EQ(with_advance(own, 0).rate_per_month, own.rate_per_month);
}

TEST(Service, IsTheAnnuityOverTheTargetWherePayAllowsIt) {
  const Loan loan{.principal = 100'000, .rate_per_month = 0.02};
  const Service service = service_of(loan, 1'000'000, standard);
  EXPECT_EQ(service.months, 18);
  EXPECT_EQ(service.instalment, 6671);  // 1,000 * 0.02 / (1 - 1.02^-18) = 66.70, rounded up to the cent
}

// EQUATIONS 5.6 rounds 19.01 and 11.006 months to 19 and 11; the last crumb is an instalment of its own here.
TEST(Annuity, OfBangladeshAndNepalIsTheExampleOfItsPage) {
  const Service bangladesh = annuity(410'000, 0.11 / 12, 23'600);
  EXPECT_EQ(bangladesh.months, 20);
  EXPECT_EQ(bangladesh.last_instalment, 232);
  EXPECT_EQ(all_instalments(bangladesh) - 410'000, 38'632);
  const Service nepal = annuity(105'000, 0.294 / 12, 11'000);
  EXPECT_EQ(nepal.months, 12);
  EXPECT_NEAR(static_cast<double>(nepal.last_instalment), 66, 1);
}

TEST(Annuity, TakesInterestAndEndsAtZeroToTheCent) {
  for (const Cents principal : {1L, 99L, 105'000L, 410'000L, 2'345'678L}) {
    for (const double yearly : {0.0, 0.09, 0.24, 0.30, 0.60}) {
      for (const Cents pay : {500L, 11'000L, 23'600L, 90'000L}) {
        const Loan loan{.principal = principal, .rate_per_month = yearly / 12};
        const Service service = annuity(principal, loan.rate_per_month, pay);
        if (service.months == never_repaid) continue;
        ASSERT_GE(service.months, 1);
        ASSERT_EQ(balance_after(loan, pay, service.months), 0);
        ASSERT_GT(service.last_instalment, -1);
        ASSERT_LE(service.last_instalment, pay);
        ASSERT_GE(all_instalments(service), principal);
        if (yearly == 0) {
          ASSERT_EQ(all_instalments(service), principal);
        }
        if (service.months > 1) {
          ASSERT_GT(balance_after(loan, pay, service.months - 2), 0);
        }
      }
    }
  }
}

TEST(Annuity, IsNeverRepaidWhereTheInstalmentDoesNotCoverTheInterest) {
  EXPECT_EQ(annuity(100'000, 0.025, 2'500).months, never_repaid);
  EXPECT_EQ(annuity(100'000, 0.0, 0).months, never_repaid);
  EXPECT_EQ(annuity(0, 0.025, 2'500).months, 0);
  EXPECT_LT(annuity(100'000, 0.025, 2'600).months, never_repaid);
}

TEST(Annuity, TakesLongerAtDearerMoneyOrSmallerInstalments) {
  EXPECT_LT(annuity(300'000, 0.01, 20'000).months, annuity(300'000, 0.03, 20'000).months);
  EXPECT_LT(annuity(300'000, 0.01, 20'000).months, annuity(300'000, 0.01, 15'000).months);
}

TEST(Balance, FollowsTheLoanMonthByMonth) {
  const Loan loan{.principal = 410'000, .rate_per_month = 0.11 / 12};
  double debt = 410'000;
  for (int month = 1; month <= 19; ++month) {
    debt = debt * (1 + loan.rate_per_month) - 23'600;
    EXPECT_NEAR(static_cast<double>(balance_after(loan, 23'600, month)), debt, 0.51) << month;
  }
  EXPECT_EQ(balance_after(loan, 23'600, 0), 410'000);
}

}  // namespace
}  // namespace sojourn::model
