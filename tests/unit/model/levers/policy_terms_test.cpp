// Worked numbers of the pages of levers on agencies, on who may leave, on money and on returnees.
#include <gtest/gtest.h>

#include <algorithm>

#include "model/agencies.hpp"
#include "model/departure.hpp"
#include "model/fees.hpp"
#include "model/finance.hpp"
#include "model/levers/terms.hpp"
#include "model/protection.hpp"
#include "model/reintegration.hpp"
#include "model/remittances.hpp"
#include "unit/model/levers/lever_support.hpp"

namespace sojourn::model::test {
namespace {

const Parameters parameters;
constexpr RunKey run{1, 2};

MarketTerms terms(const std::vector<LeverSpec>& levers, Month month = start) {
  return terms_of(levers, month, CorridorId{0}, Sector::domestic_work, Sex::women, Skill::elementary, 275);
}
LeverSpec licensing(double level, double inspections, double violations = 3) {
  return lever_of("agency_licensing", level,
                  {{"inspections_per_agency_per_year", inspections},
                   {"fine_usd", 2000},
                   {"bond_usd", 0},
                   {"violations_before_suspension", violations},
                   {"suspension_months", 12}});
}
LeverSpec rating(double months) {
  return lever_of("agency_rating", 1,
                  {{"agencies_rated_percent", 100}, {"workers_reached_percent", 40}, {"published_after_months", months}});
}
LeverSpec programme(double level, double seats, std::vector<std::string> components) {
  LeverSpec lever = lever_of("reintegration_programme", level,
                             {{"seats_per_month", seats}, {"grant_usd", 0}, {"support_months", 12}, {"women_min_percent", 0}});
  lever.words["components"] = std::move(components);
  lever.words["eligible"] = {"crisis"};
  return lever;
}

TEST(AgencyLicensing, IsTheWorkedExampleOfTheDocs) {
  const MarketTerms result = terms({licensing(0.6, 4)});
  EXPECT_NEAR(licensing_probability(result, parameters), 0.0471, 5e-5);
  EXPECT_NEAR(found_probability(result, parameters), 0.0490, 5e-5);
  EXPECT_EQ(found_probability(MarketTerms{}, parameters), inspection_probability(0, parameters)) << "to the bit";
  EXPECT_EQ(terms({licensing(1, 0)}), MarketTerms{}) << "nobody visits";
}

TEST(AgencyLicensing, WeighsByTheDeparturesThatItReaches) {
  const AgencyRules rules = agency_rules(terms({licensing(1, 12, 1)}), start.count(), parameters);
  AgencyRulesMean mean;
  mean.add(rules, 0.5);
  EXPECT_DOUBLE_EQ(violations_allowed(mean.mean(), parameters), 2.0);  // half way from 3 to 1
  EXPECT_DOUBLE_EQ(mean.mean().licence_found, rules.licence_found / 2);
  EXPECT_EQ(AgencyRulesMean{}.mean(), AgencyRules{});
  const Agency agency;
  EXPECT_GT(agency_stake_kusd(agency, rules, parameters), agency_stake_kusd(agency, {}, parameters));
}

TEST(AgencyRating, IsTheWorkedExampleOfTheDocs) {
  const MarketTerms soon = terms({rating(12)}), late = terms({rating(48)});
  EXPECT_DOUBLE_EQ(agency_rules(soon, start.count() + 11, parameters).rating_expected, 0.4);
  EXPECT_EQ(agency_rules(soon, start.count() + 11, parameters).rating_published, 0);
  EXPECT_DOUBLE_EQ(agency_rules(soon, start.count() + 12, parameters).rating_published, 0.4);
  EXPECT_EQ(agency_rules(late, start.count() + 11, parameters).rating_expected, 0);
}

TEST(JointLiability, IsTheWorkedExampleOfTheDocs) {
  const MarketTerms result = terms({lever_of("joint_liability", 0.5, {{"damage_borne_by_agency_percent", 100}})});
  EXPECT_EQ(result.joint_liability, 0.5);
  Agency agency;
  agency.complaints_per_year = 6;
  EXPECT_NEAR(agency_stake_kusd(agency, agency_rules(result, 0, parameters), parameters) - agency_stake_kusd(agency, {}, parameters), 0.2, 1e-12);
}

TEST(AgencyShortList, IsTheWorkedExampleOfTheDocs) {
  const MarketTerms result = terms({lever_of("agency_short_list", 0.9, {{"agencies_allowed", 25}})});
  EXPECT_EQ(short_list(result, 100, 2000).slots, 1U);
  EXPECT_EQ(short_list(result, 100, 2000).enforcement, 0.9);
  EXPECT_EQ(short_list(result, 20, 20).enforcement, 0);
}

TEST(ServicesToWorkers, AreTheWorkedExamplesOfTheDocs) {
  EXPECT_DOUBLE_EQ(terms({lever_of("subagent_registration", 0.5, {{"registered_percent", 60}})}).subagents_registered, 0.3);
  EXPECT_DOUBLE_EQ(terms({lever_of("verification_service", 0.5, {{"workers_reached_percent", 30}})}).offers_verified, 0.15);
  const LeverSpec one = named(lever_of("employer_blacklist", 0.5, {{"violations_before_listing", 2}, {"listing_months", 24}}), "a");
  const LeverSpec other = named(lever_of("employer_blacklist", 0.4, {{"violations_before_listing", 1}, {"listing_months", 24}}), "b");
  EXPECT_EQ(terms({other, one}).blacklist_violations, 2);
}

TEST(MigrationLoan, IsTheWorkedExampleOfTheDocsAndGoesBeforeMicrocredit) {
  const auto loan = [](double level, double loans, double rate) {
    return lever_of("migration_loan", level, {{"loans_per_year", loans}, {"max_usd", 2500}, {"interest_percent_per_year", rate}, {"term_months", 24}});
  };
  EXPECT_EQ(terms({loan(0.5, 50'000, 9)}).loans_per_year_milli, 25'000'000);
  const MarketTerms two = terms({named(loan(1, 2'000, 12), "a"), named(loan(1, 1'000, 9), "b")});
  EXPECT_EQ(two.loans_per_year_milli, 3'000'000);
  EXPECT_DOUBLE_EQ(two.loan_rate_per_year, 0.09);
  Liquidity means{.own_usd = 0, .relatives_usd = 0, .microcredit_usd = 1000, .lender_usd = 1000};
  const double dear = loan_for(100'000, means, parameters).rate_per_month;
  means.programme_usd = 2500;
  means.programme_rate_per_year = 0.09;
  EXPECT_DOUBLE_EQ(loan_for(100'000, means, parameters).rate_per_month, 0.0075);
  EXPECT_GT(dear, 0.0075);
  // 1,000 USD at 9 %: over the programme's term, over half of it where half is the programme's, over the usual target.
  const Cents pay = 1'000'000;
  means.programme_term_months = two.loan_term_months;
  EXPECT_EQ(service_of(loan_for(100'000, means, parameters), pay, parameters).instalment, 4'569);
  means.relatives_usd = 500;
  EXPECT_DOUBLE_EQ(loan_for(100'000, means, parameters).term_months, (24 + parameters.repayment_target_months) / 2);
  means.programme_term_months = parameters.repayment_target_months;
  means.relatives_usd = 0;
  EXPECT_EQ(service_of(loan_for(100'000, means, parameters), pay, parameters).instalment, 5'960);
}

TEST(AgeLimit, IsTheWorkedExampleOfTheDocs) {
  const MarketTerms result = terms({lever_of("age_limit", 0.8, {{"min_age_years", 24}, {"max_age_years", 100}})});
  const auto stopped = [&](int age, double u, bool other = false) {
    PersonFacts facts{.person = PersonId{0, 0, 7}};
    facts.age_years = age;
    return is_barred_by_rule(result, facts, Sex::men, u, other, run, parameters);
  };
  EXPECT_TRUE(stopped(23, 0.5));
  EXPECT_FALSE(stopped(23, 0.85));
  EXPECT_FALSE(stopped(24, 0.5));
}

TEST(FamilyBackgroundRule, StopsTheShareOfWomenThatThePageTells) {
  const MarketTerms result = terms({lever_of("family_background_rule", 1, {{"youngest_child_min_years", 5}})});
  int closed = 0, with_other = 0;
  constexpr int people = 20'000;
  for (std::uint32_t i = 0; i < people; ++i) {
    PersonFacts facts{.person = PersonId{0, 0, i}};
    facts.age_years = 28;
    closed += is_barred_by_rule(result, facts, Sex::women, 0.5, false, run, parameters) ? 1 : 0;
    with_other += is_barred_by_rule(result, facts, Sex::women, 0.5, true, run, parameters) ? 1 : 0;
    ASSERT_FALSE(is_barred_by_rule(result, facts, Sex::men, 0.5, false, run, parameters));
  }
  EXPECT_NEAR(closed, 0.35 * people, 4 * 68);            // four standard deviations of 20,000 draws at 0.35
  EXPECT_NEAR(with_other, 0.35 * 0.8 * people, 4 * 64);
}

TEST(RemittancePrices, AreTheWorkedExamplesOfTheDocs) {
  const LeverSpec cap = lever_of("remittance_cost_cap", 0.8, {{"cap_percent_of_amount", 3}});
  const LeverSpec subsidy = lever_of("remittance_subsidy", 1, {{"subsidy_percent_of_amount", 2.5}});
  EXPECT_DOUBLE_EQ(price_of_sending(8, terms({cap})), 4);
  EXPECT_DOUBLE_EQ(price_of_sending(8, terms({subsidy, cap})), 1.5);
  EXPECT_EQ(price_of_sending(2, terms({subsidy})), 0);
  EXPECT_EQ(price_of_sending(2, terms({cap})), 2) << "below the cap";
  EXPECT_DOUBLE_EQ(terms({lever_of("remittance_subsidy", 1, {{"subsidy_usd_per_transfer", 5}})}).remittance_subsidy_percent, 2.5);
}

TEST(WageTheftFund, IsTheWorkedExampleOfTheDocs) {
  const auto fund = [](double level, double months, double days) {
    return lever_of("wage_theft_fund", level, {{"max_months_of_wage", months}, {"days_to_pay", days}});
  };
  const MarketTerms result = terms({fund(0.5, 3, 60)});
  EXPECT_EQ(result.wage_fund_reached, 0.5);
  EXPECT_EQ(fund_claim(result, 90'000, 20'000).amount, 60'000);
  EXPECT_EQ(fund_claim(result, 90'000, 20'000).months, 2);
  EXPECT_EQ(fund_claim(result, 40'000, 20'000).amount, 40'000) << "no more than is owed";
  EXPECT_EQ(fund_claim(terms({fund(0.5, 3, 15)}), 90'000, 20'000).months, 0);
  EXPECT_EQ(fund_claim(terms({fund(0.5, 3, 16)}), 90'000, 20'000).months, 1);
  // The larger sum, then the wider reach, then the quicker, in any order.
  const LeverSpec slow = named(fund(0.5, 3, 90), "a"), quick = named(fund(0.5, 3, 30), "b"), large = named(fund(0.2, 4, 200), "c");
  EXPECT_EQ(terms({slow, quick}).wage_fund_days, 30);
  EXPECT_EQ(terms({quick, slow}).wage_fund_days, 30);
  EXPECT_EQ(terms({quick, large, slow}).wage_fund_days, 200);
}

TEST(ReintegrationProgramme, IsTheWorkedExampleOfTheDocs) {
  const MarketTerms two = terms({named(programme(0.5, 500, {"economic"}), "a"), named(programme(1, 100, {"psychosocial"}), "b")});
  EXPECT_EQ(two.reintegration_seats_milli, 350'000);
  EXPECT_EQ(two.reintegration_parts, 5);
  EXPECT_EQ(two.reintegration_reasons, 4);
  EXPECT_EQ(terms({programme(1, 100, {"all"})}).reintegration_parts, 7);
  EXPECT_EQ(two.reintegration_women_min, 0);
  LeverSpec for_women = programme(0.5, 500, {"economic"});
  for_women.numbers["women_min_percent"] = 60;
  const MarketTerms kept = terms({named(for_women, "a"), named(programme(1, 100, {"psychosocial"}), "b")});
  EXPECT_DOUBLE_EQ(kept.reintegration_women_min * static_cast<double>(kept.reintegration_seats_milli), 210'000);
  const HomeState alone{.distress_on_return = 0.5, .months_abroad = 48, .months_home = 6};
  HomeState helped = alone;
  helped.support = 7;
  EXPECT_GT(reintegration(helped, parameters).psychosocial, reintegration(alone, parameters).psychosocial);
  EXPECT_GT(reintegration(helped, parameters).social, reintegration(alone, parameters).social);
  EXPECT_EQ(reintegration(helped, parameters).economic, reintegration(alone, parameters).economic) << "work comes first";
}

TEST(PolicyTerms, DoNotDependOnTheOrderOfLevers) {
  std::vector<LeverSpec> levers{named(licensing(0.5, 8), "a"), named(licensing(0.9, 2), "b"), named(rating(12), "c"),
                                named(rating(6), "d"), named(programme(0.5, 500, {"economic"}), "e"),
                                named(programme(1, 100, {"social"}), "f")};
  const MarketTerms expected = terms(levers);
  const auto by_id = [](const LeverSpec& x, const LeverSpec& y) { return x.id < y.id; };
  do {
    ASSERT_EQ(terms(levers), expected);
  } while (std::ranges::next_permutation(levers, by_id).found);
}

}  // namespace
}  // namespace sojourn::model::test
