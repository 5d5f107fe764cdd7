// A quota of nationals: the worked numbers of docs/model/nationalisation.md.
#include "model/nationalisation.hpp"

#include <gtest/gtest.h>

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
  EXPECT_NEAR(effect.hired, 0.0200, 5e-5);
  EXPECT_NEAR(effect.posts_lost, 0.0617, 5e-5);
  // Of 6.3 million jobs, 0.8 of them at firms of ten and more workers.
  EXPECT_NEAR(0.8 * effect.hired * 6.3e6, 100'800, 100);
  EXPECT_NEAR(-0.8 * effect.posts_lost, -0.0493, 5e-5);
  EXPECT_EQ(quota_effect(0, standard).posts_lost, 0);
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
  EXPECT_NEAR(posts_under_quota(terms, Sector::construction, standard).lost, 0.0726, 5e-5);
  EXPECT_NEAR(posts_under_quota(terms, Sector::construction, standard).to_nationals, 0.0178, 5e-5);
  terms.nationals_quota_enforcement = 0.5;
  EXPECT_NEAR(posts_under_quota(terms, Sector::construction, standard).lost, 0.0363, 5e-5);
  EXPECT_EQ(posts_under_quota(terms, Sector::domestic_work, standard).lost, 0);
}

}  // namespace
}  // namespace sojourn::model
