// What levers on mobility, conditions, complaints and information write: the worked numbers of their pages.
#include <gtest/gtest.h>

#include <algorithm>

#include "model/levers/terms.hpp"
#include "model/mobility.hpp"
#include "model/protection.hpp"
#include "unit/model/levers/lever_support.hpp"

namespace sojourn::model::test {
namespace {

const Parameters standard;

MarketTerms terms(const std::vector<LeverSpec>& levers, Month month = start, Sex sex = Sex::women, Sector sector = Sector::domestic_work) {
  return terms_of(levers, month, CorridorId{0}, sector, sex, Skill::elementary, 275);
}

LeverSpec with_words(LeverSpec lever, const std::string& key, std::vector<std::string> words) {
  lever.words[key] = std::move(words);
  return lever;
}

TEST(EmployerChange, IsTheWorkedExampleOfTheDocs) {
  const LeverSpec lever = lever_of("employer_change", 0.5, {{"after_months", 0}, {"approval_probability", 0.65}, {"notice_months", 1}});
  const MobilityRule rule = mobility_under(mobility_rule(Sponsorship::tied, standard), terms({lever}), standard);
  EXPECT_NEAR(1200 * request_hazard(rule, standard) * rule.approval, 3.1, 0.05);
  EXPECT_DOUBLE_EQ(absconding_hazard(rule, standard), standard.absconding_per_month / 2);
}

TEST(EmployerChange, TakesNoRightFromWhoIsFree) {
  const LeverSpec lever = lever_of("employer_change", 0.5, {{"after_months", 12}, {"approval_probability", 0.3}, {"notice_months", 6}});
  const MobilityRule base = mobility_rule(Sponsorship::free, standard);
  const MobilityRule rule = mobility_under(base, terms({lever}), standard);
  EXPECT_EQ(request_hazard(rule, standard), request_hazard(base, standard));
  EXPECT_EQ(rule.approval, base.approval);
  EXPECT_TRUE(may_ask(rule, 0));
}

TEST(EmployerChange, LosesOffersToALongNotice) {
  const auto hazard = [](double notice) {
    return request_hazard({.within_contract = 1, .at_contract_end = 1, .approval = 1, .after_months = 0, .notice_months = notice}, standard);
  };
  EXPECT_NEAR(hazard(3) / hazard(1), 0.8187, 5e-5);  // e^(-0.1 x 2)
}

TEST(SponsorshipReform, IsTheWorkedExampleOfTheDocs) {
  const LeverSpec lever = lever_of("sponsorship_reform", 0.6, {{"exit_permit_needed", 0}, {"consent_to_change_needed", 0}});
  const MobilityRule tied = mobility_rule(Sponsorship::tied, standard);
  EXPECT_EQ(mobility_under(tied, terms({lever}), standard).within_contract, 0.6);
  EXPECT_DOUBLE_EQ(leaving_factor(tied, terms({lever}), standard), 1.15);
  EXPECT_EQ(leaving_factor(mobility_rule(Sponsorship::free, standard), terms({lever}), standard), 1.0);
  const LeverSpec nothing = lever_of("sponsorship_reform", 1, {{"exit_permit_needed", 1}, {"consent_to_change_needed", 1}});
  EXPECT_EQ(terms({nothing}), MarketTerms{});
}

TEST(Regularisation, ShutsAfterItsMonths) {
  const LeverSpec lever = lever_of("regularisation", 1, {{"open_months", 6}, {"fee_usd", 300}, {"places", 1e7}});
  EXPECT_DOUBLE_EQ(terms({lever}, start + 5).regularisation_reached, 1.0 / 6);
  EXPECT_EQ(terms({lever}, start + 5).regularisation_places_per_month, -1) << "no limit";
  EXPECT_EQ(terms({lever}, start + 6), MarketTerms{});
}

TEST(WomenAttaches, ServeWomenAlone) {
  const LeverSpec lever = lever_of("women_attaches", 1, {{"attaches_per_destination", 4}, {"cases_per_attache_per_month", 25}});
  EXPECT_EQ(terms({lever}, start, Sex::men), MarketTerms{});
  const DeskLoad load{.stock = 90'000, .women_stock = 20'000, .waiting = 0, .women_waiting = 400, .hurt = 0};
  EXPECT_DOUBLE_EQ(channel_share(terms({lever}), load, Sex::women, 1, standard), 0.4);
  EXPECT_DOUBLE_EQ(desk_chance(terms({lever}), load, Sex::women, 1), 0.25);
  EXPECT_EQ(desk_chance(terms({lever}), load, Sex::men, 1), 0.0);
}

TEST(DomesticWorkerCoverage, IsAboutDomesticWorkAlone) {
  const LeverSpec lever = with_words(lever_of("domestic_worker_coverage", 0.5), "rights", {"hours", "leave"});
  EXPECT_EQ(terms({lever}).leave_right, 0.5);
  EXPECT_EQ(terms({lever}).hours_rule_per_week, 48);
  EXPECT_EQ(terms({lever}).rest_rule, 0);
  EXPECT_EQ(terms({lever}).end_of_service, 0);
  EXPECT_EQ(terms({with_words(lever, "rights", {"end_of_service"})}).end_of_service, 0.5);
  EXPECT_EQ(terms({with_words(lever, "rights", {"all"})}).end_of_service, 0.5);
  EXPECT_EQ(terms({lever}, start, Sex::women, Sector::construction), MarketTerms{});
}

TEST(ComplaintMechanism, IsTheWorkedExampleOfTheDocs) {
  const LeverSpec lever =
      lever_of("complaint_mechanism", 1, {{"cases_per_month", 900}, {"days_to_decide", 45}, {"retaliation_protection", 1}});
  const DeskLoad load{.stock = 0, .women_stock = 0, .waiting = 2000, .women_waiting = 0, .hurt = 0};
  EXPECT_DOUBLE_EQ(desk_chance(terms({lever}), load, Sex::men, 1), 0.45);
  const DeskLoad few{.stock = 0, .women_stock = 0, .waiting = 100, .women_waiting = 0, .hurt = 0};
  EXPECT_NEAR(desk_chance(terms({lever}), few, Sex::men, 1), 0.676, 5e-4) << "as fast as days to decide allow";
}

TEST(GbvhResponse, IsTheWorkedExampleOfTheDocs) {
  const LeverSpec lever = lever_of("gbvh_response", 1, {{"shelter_places", 600}, {"hotline_reach_percent", 60}, {"days_to_respond", 2}});
  EXPECT_NEAR(shelter_chance(terms({lever}), {}, 1, standard), 0.52, 5e-3);
  const DeskLoad many{.stock = 0, .women_stock = 0, .waiting = 0, .women_waiting = 0, .hurt = 600};
  EXPECT_NEAR(shelter_chance(terms({lever}), many, 1, standard), 0.26, 5e-3) << "300 places a month for 600";
}

TEST(Capacities, AddUpInAnyOrder) {
  std::vector<LeverSpec> levers;
  for (int i = 0; i < 4; ++i) {
    levers.push_back(named(lever_of("labour_attaches", 0.1 + 0.17 * i, {{"attaches_per_destination", 1.3 + i}, {"cases_per_attache_per_month", 7}}),
                           "a" + std::to_string(i)));
    levers.push_back(named(lever_of("hotline", 0.3 * i, {{"reach_percent", 37}, {"legal_aid_cases_per_month", 11}}), "h" + std::to_string(i)));
  }
  const MarketTerms forwards = terms(levers);
  std::ranges::reverse(levers);
  EXPECT_EQ(terms(levers), forwards);
}

TEST(Courses, OfTwoTheBetterHoldsAsAWhole) {
  const LeverSpec wide = named(lever_of("orientation", 1, {{"workers_covered_percent", 90}, {"quality_percent", 20}, {"course_days", 3}}), "wide");
  const LeverSpec good = named(lever_of("women_orientation", 1, {{"workers_covered_percent", 60}, {"quality_percent", 80}, {"course_days", 6}}), "good");
  EXPECT_EQ(terms({wide, good}), terms({good}));
  EXPECT_EQ(terms({wide, good}, start, Sex::men), terms({wide}, start, Sex::men));
}

TEST(InformationCampaign, SaysWhatItsTopicsAre) {
  const LeverSpec lever = with_words(lever_of("information_campaign", 1, {{"workers_reached_percent", 30}, {"accuracy_percent", 80}}), "topics", {"wages"});
  EXPECT_DOUBLE_EQ(terms({lever}).campaign_reached, 0.3);
  EXPECT_DOUBLE_EQ(terms({lever}).campaign_pay_accuracy, 0.8);
  EXPECT_EQ(terms({lever}).campaign_risk_accuracy, 0);
}

TEST(EmergencyResponse, AddsSeats) {
  const LeverSpec lever = lever_of("emergency_response", 1,
                                   {{"evacuations_per_month", 5000}, {"wage_claims_per_month", 500}, {"flight_corridor", 1},
                                    {"stranded_support_usd_per_month", 0}});
  EXPECT_EQ(terms({lever}).evacuation_seats_per_month, 5000);
  EXPECT_EQ(terms({lever}).evacuation_seats_without_corridor, 0);
  EXPECT_EQ(terms({lever}).stranded_support_usd_per_month, 0);
  LeverSpec paying = lever;
  paying.numbers["stranded_support_usd_per_month"] = 200;
  paying.implementation = {{start, 0.5}};
  EXPECT_EQ(5 * terms({paying}).stranded_support_usd_per_month, 500);
  EXPECT_EQ(terms({paying, named(paying, "second")}).stranded_support_usd_per_month, 200);
  LeverSpec bound = lever;
  bound.numbers["flight_corridor"] = 0;
  EXPECT_EQ(terms({bound}).evacuation_seats_per_month, 0);
  EXPECT_EQ(terms({bound, named(bound, "second")}).evacuation_seats_without_corridor, 10'000);
  EXPECT_EQ(terms({lever, named(lever, "second")}).evacuation_seats_per_month, 10'000);
}

}  // namespace
}  // namespace sojourn::model::test
