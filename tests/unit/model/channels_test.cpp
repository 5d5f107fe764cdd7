#include "model/channels.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace sojourn::model {
namespace {

const Parameters standard;
const RunKey run = run_key(11, 0);

TEST(Channels, FollowTheRegimeWhereItHoldsForTheSector) {
  using enum RecruitmentRegime;
  EXPECT_EQ(market_regime(government, Sector::manufacturing), government);
  EXPECT_EQ(market_regime(government, Sector::professional), open);
  EXPECT_EQ(market_regime(visa_sold, Sector::construction), visa_sold);
  EXPECT_EQ(market_regime(visa_sold, Sector::domestic_work), open) << "employers bid for domestic workers";
  EXPECT_EQ(market_regime(wages_deducted, Sector::domestic_work), wages_deducted);
  EXPECT_EQ(market_regime(wages_deducted, Sector::construction), open);
  EXPECT_EQ(market_regime(open, Sector::construction), open);
}

TEST(Links, AreOneOfAnAgencyAndMoreThroughSubAgentsFurtherAway) {
  EXPECT_EQ(chain_links(Recruiter::agency, 0.9, standard), 1);
  EXPECT_EQ(chain_links(Recruiter::sub_agents, 0.1, standard), 2);
  EXPECT_EQ(chain_links(Recruiter::sub_agents, 0.4, standard), 3);
  EXPECT_EQ(chain_links(Recruiter::direct, 0.9, standard), 0);
  EXPECT_EQ(chain_links(Recruiter::government, 0.9, standard), 0);
}

TEST(Channels, AreTheExampleOfTheirPage) {
  EXPECT_NEAR(share_through_links(0.13, 1, standard), 0.0997, 5e-5);
  EXPECT_EQ(share_through_links(0.13, 2, standard), 0.13);
  EXPECT_NEAR(share_through_links(0.13, 3, standard), 0.1678, 5e-5);
  const ChannelRents rents{684.69, 1153.11, 102.70};
  const auto without = channel_weights(rents, 0.3, false, standard);
  EXPECT_NEAR(without[0] / (without[0] + without[1]), 0.363, 5e-4);
  EXPECT_EQ(without[2], 0.0);
  const auto with = channel_weights(rents, 0.3, true, standard);
  const double sum = std::accumulate(with.begin(), with.end(), 0.0);
  EXPECT_NEAR(with[0] / sum, 0.099, 5e-4);
  EXPECT_NEAR(with[1] / sum, 0.174, 5e-4);
  EXPECT_NEAR(with[2] / sum, 0.727, 5e-4);
  EXPECT_NEAR(tie_probability(0.05, false, standard), 0.10, 1e-12);
  EXPECT_EQ(deducted_part(to_cents(2690), UsdPerMonth{480}, RecruitmentRegime::wages_deducted, Recruiter::sub_agents, standard), 268'800);
  EXPECT_NEAR(roster_rank(0.7, 12, standard), 1.4995, 5e-5);
}

TEST(ShareThroughLinks, StaysAShareAtItsEnds) {
  EXPECT_EQ(share_through_links(0, 3, standard), 0.0);
  EXPECT_EQ(share_through_links(1, 3, standard), 1.0);
}

TEST(ChannelWeights, FallWithCostAndDistance) {
  const auto share = [](ChannelRents rents, double distance) {
    const auto w = channel_weights(rents, distance, false, standard);
    return w[0] / (w[0] + w[1]);
  };
  EXPECT_GT(share({700, 1200, 0}, 0.2), share({700, 1200, 0}, 0.8)) << "sub-agents reach the far";
  EXPECT_GT(share({500, 1200, 0}, 0.5), share({700, 1200, 0}, 0.5));
  EXPECT_GT(share({0, 500'000, 0}, 0.5), 0.999);
}

TEST(RentFactor, LeavesDirectHiresTheVisaAndGovernmentsNothing) {
  EXPECT_EQ(rent_factor(Recruiter::sub_agents, RecruitmentRegime::visa_sold, standard), 1.0);
  EXPECT_EQ(rent_factor(Recruiter::direct, RecruitmentRegime::visa_sold, standard), standard.rent_share_employer_visa);
  EXPECT_EQ(rent_factor(Recruiter::direct, RecruitmentRegime::open, standard), standard.direct_rent_factor);
  EXPECT_EQ(rent_factor(Recruiter::government, RecruitmentRegime::government, standard), 0.0);
  EXPECT_EQ(rent_factor(Recruiter::direct, RecruitmentRegime::open_border, standard), 0.0);
}

TEST(RentSplit, GivesTheEmployersSideMoreWhereVisasAreSold) {
  const RentSplit open = rent_split(RecruitmentRegime::open, Recruiter::sub_agents, standard);
  EXPECT_EQ(open.employer, 0.45);
  EXPECT_NEAR(open.agency_of_rest, 0.25 / 0.55, 1e-12);
  EXPECT_EQ(rent_split(RecruitmentRegime::visa_sold, Recruiter::sub_agents, standard).employer, 0.75);
  EXPECT_EQ(rent_split(RecruitmentRegime::open, Recruiter::agency, standard).agency_of_rest, 1.0) << "no sub-agent to pay";
  EXPECT_EQ(rent_split(RecruitmentRegime::open, Recruiter::direct, standard).employer, 1.0);
}

TEST(RentSplit, OfAVisaToTheCentIsTheExampleOfItsPage) {
  const RentSplit split = rent_split(RecruitmentRegime::visa_sold, Recruiter::sub_agents, standard);
  const Payment is = payment({Usd{500}, Usd{4808.39}}, split, MarketTerms{}, true, false, standard);
  EXPECT_EQ(is.to_employer_side, 360'629);
  EXPECT_EQ(is.to_agency, 54'641);
  EXPECT_EQ(is.to_subagents, 65'569);
  EXPECT_EQ(is.borne_by_worker, 530'839);
}

TEST(Roster, GoesByBandThenByMonthsWaitedAndRunsOut) {
  EXPECT_GT(roster_rank(0.6, 0, standard), roster_rank(0.4, 23, standard)) << "a better band before a longer wait";
  EXPECT_GT(roster_rank(0.1, 2, standard), roster_rank(0.4, 1, standard)) << "the same band: who came first";
  EXPECT_FALSE(off_the_roster(23, standard));
  EXPECT_TRUE(off_the_roster(24, standard));
}

TEST(Deduction, IsAtMostTheWagesThatAgenciesAdvanceAndNeverOfADirectHire) {
  using enum RecruitmentRegime;
  EXPECT_EQ(deducted_part(to_cents(900), UsdPerMonth{480}, wages_deducted, Recruiter::agency, standard), 90'000);
  EXPECT_EQ(deducted_part(to_cents(9'000), UsdPerMonth{480}, wages_deducted, Recruiter::agency, standard), 268'800);
  EXPECT_EQ(deducted_part(to_cents(-700), UsdPerMonth{480}, wages_deducted, Recruiter::agency, standard), 0);
  EXPECT_EQ(deducted_part(to_cents(900), UsdPerMonth{480}, wages_deducted, Recruiter::direct, standard), 0);
  EXPECT_EQ(deducted_part(to_cents(900), UsdPerMonth{480}, open, Recruiter::agency, standard), 0);
}

TEST(Access, IsOnesOwnForLife) {
  const Access mine = access_of(run, 17);
  EXPECT_EQ(mine.distance, access_of(run, 17).distance);
  EXPECT_NE(mine.distance, access_of(run, 18).distance);
  EXPECT_EQ(tie_probability(0.9, false, standard), 1.0);
  EXPECT_EQ(tie_probability(0, true, standard), standard.direct_ties_experienced);
}

}  // namespace
}  // namespace sojourn::model
