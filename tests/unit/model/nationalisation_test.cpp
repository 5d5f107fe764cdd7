// A quota of nationals: the worked numbers of docs/model/nationalisation.md.
#include "model/nationalisation.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sojourn::model {
namespace {

const Parameters standard;

TEST(FirmsUnderAQuota, AreTheWorkedExampleOfTheDocs) {
  EXPECT_NEAR(share_at_firms_of(10, Sector::construction, standard), 0.8, 1e-12);
  EXPECT_NEAR(share_at_firms_of(20, Sector::construction, standard), 0.692, 5e-4);
  EXPECT_NEAR(share_at_firms_of(1, Sector::construction, standard), 1, 1e-12);
  EXPECT_EQ(share_at_firms_of(1, Sector::domestic_work, standard), 0) << "households are no firms";
}

TEST(QuotaEffect, IsTheWorkedExampleOfTheDocs) {
  const QuotaEffect effect = quota_effect(0.08, standard);
  EXPECT_NEAR(effect.lacking, 0.0249, 5e-5);
  EXPECT_NEAR(effect.firms_closed, 0.0623, 5e-5);
  EXPECT_NEAR(effect.closed, 0.0609, 5e-5);
  EXPECT_NEAR(effect.released, 0.00145, 5e-6);
  EXPECT_NEAR(effect.hired, 0.0172, 5e-5);
  EXPECT_NEAR(effect.posts_lost, 0.0529, 5e-5);
  // Of 6.3 million jobs, 0.8 of them at firms of ten and more workers.
  EXPECT_NEAR(0.8 * (effect.hired - effect.released) * 6.3e6, 79'200, 100);
  EXPECT_NEAR(-0.8 * (effect.posts_lost + effect.closed + effect.released), -0.0922, 5e-5);
  EXPECT_EQ(quota_effect(0, standard).posts_lost, 0);
  EXPECT_EQ(quota_effect(0, standard).firms_closed, 0);
}

// The sums of eq. 2 to 4 are those over firms, one by one.
TEST(QuotaEffect, IsTheSumOverFirms) {
  const double quota = 0.12, mean = standard.nationals_share_of_jobs, hires = 1 / (1 + std::exp(-standard.quota_hire_logit));
  constexpr int steps = 100'000;
  QuotaEffect sum;
  for (int i = 0; i < steps; ++i) {
    const double has = quota * (i + 0.5) / steps, weight = std::exp(-has / mean) / mean * quota / steps;
    const double closes = standard.quota_exit_share * (1 - has / quota);
    sum.lacking += weight * (quota - has);
    sum.firms_closed += weight * closes;
    sum.closed += weight * closes * (1 - has);
    sum.released += weight * closes * has;
    sum.hired += weight * (1 - closes) * hires * (quota - has);
    sum.posts_lost += weight * (1 - closes) * (1 - hires) * (1 - has / quota);
  }
  const QuotaEffect effect = quota_effect(quota, standard);
  EXPECT_NEAR(effect.lacking, sum.lacking, 1e-8);
  EXPECT_NEAR(effect.firms_closed, sum.firms_closed, 1e-8);
  EXPECT_NEAR(effect.closed, sum.closed, 1e-8);
  EXPECT_NEAR(effect.released, sum.released, 1e-8);
  EXPECT_NEAR(effect.hired, sum.hired, 1e-8);
  EXPECT_NEAR(effect.posts_lost, sum.posts_lost, 1e-8);
}

TEST(QuotaEffect, ClosesMoreFirmsAndHiresFewerNationalsWhereExitsAreLikelier) {
  Parameters harsh = standard, mild = standard;
  harsh.quota_exit_share = 0.4;
  mild.quota_exit_share = 0;
  EXPECT_EQ(quota_effect(0.1, mild).closed, 0);
  EXPECT_GT(quota_effect(0.1, harsh).closed, quota_effect(0.1, standard).closed);
  EXPECT_LT(quota_effect(0.1, harsh).hired, quota_effect(0.1, standard).hired);
  EXPECT_GT(quota_effect(0.2, standard).firms_closed, quota_effect(0.1, standard).firms_closed);
}

TEST(QuotaEffect, RisesWithTheQuotaAndFallsOnJobsWhereNationalsAreAtHand) {
  EXPECT_GT(quota_effect(0.2, standard).hired, quota_effect(0.1, standard).hired);
  EXPECT_GT(quota_effect(0.2, standard).posts_lost, quota_effect(0.1, standard).posts_lost);
  Parameters willing = standard;
  willing.quota_hire_logit = 2.2;
  EXPECT_LT(quota_effect(0.1, willing).posts_lost, quota_effect(0.1, standard).posts_lost);
  EXPECT_GT(quota_effect(0.1, willing).hired, quota_effect(0.1, standard).hired);
}

TEST(ForeignPosts, AreTheWorkedExampleOfTheDocs) {
  MarketTerms terms;
  EXPECT_EQ(posts_under_quota(terms, Sector::construction, standard).lost, 0);
  terms.nationals_quota = 0.08;
  terms.nationals_quota_firm_workers = 10;
  terms.nationals_quota_enforcement = 1;
  EXPECT_NEAR(posts_under_quota(terms, Sector::construction, standard).lost, 0.1164, 5e-5);
  EXPECT_NEAR(posts_under_quota(terms, Sector::construction, standard).to_nationals, 0.0140, 5e-5);
  EXPECT_NEAR(posts_under_quota(terms, Sector::construction, standard).closed, 0.0541, 5e-5);
  terms.nationals_quota_enforcement = 0.5;
  EXPECT_NEAR(posts_under_quota(terms, Sector::construction, standard).lost, 0.0582, 5e-5);
  EXPECT_EQ(posts_under_quota(terms, Sector::domestic_work, standard).lost, 0);
}

}  // namespace
}  // namespace sojourn::model
