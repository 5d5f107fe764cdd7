// Zero rate, zero events, and nothing else changes that does not follow from them.
#include <gtest/gtest.h>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

// Two years of a world in which one thing differs; first with the default, where the event must happen.
sim::RunTables with(double model::Parameters::*parameter, double value) {
  Case setup;
  setup.parameters.*parameter = value;
  return tables_of(setup);
}

const sim::RunTables& usual() {
  static const sim::RunTables tables = tables_of({});
  return tables;
}

void expect_none(const sim::RunTables& tables, std::initializer_list<Count> kinds) {
  for (const Count kind : kinds) {
    EXPECT_EQ(total(tables, kind), 0) << "count " << model::index(kind);
    EXPECT_GT(total(usual(), kind), 0) << "count " << model::index(kind) << " never happens anyway";
  }
}

TEST(ZeroHazard, OfSearchBeginsNoSpell) {
  const sim::RunTables tables = with(&model::Parameters::search_hazard_max_per_month, 0);
  expect_none(tables, {Count::spells_begun, Count::seekers, Count::matched, Count::deployments, Count::repeat_hires});
}

TEST(ZeroHazard, OfDeathKillsNobody) {
  Case setup;
  setup.parameters.death_men_per_100000_year = setup.parameters.death_women_per_100000_year = 0;
  const sim::RunTables tables = tables_of(setup);
  expect_none(tables, {Count::deaths});
  EXPECT_GT(total(tables, Count::returns_own_choice), 0);
}

TEST(ZeroHazard, OfDeathForWomenAloneStillKillsMen) {
  const sim::RunTables tables = with(&model::Parameters::death_women_per_100000_year, 0);
  std::array<std::int64_t, 2> deaths{};
  for (int month = 0; month < tables.months; ++month) {
    for (std::size_t o = 0; o < tables.origins; ++o) {
      for (const Sex sex : all_sexes)
        deaths[index(sex)] += tables.origin_month(month, o, index(sex))[model::index(Count::deaths)];
    }
  }
  EXPECT_EQ(deaths[index(Sex::women)], 0);
  EXPECT_GT(deaths[index(Sex::men)], 0);
}

TEST(ZeroHazard, OfLatePayLeavesEveryWagePaidInItsMonth) {
  Case setup;
  setup.parameters.wage_withheld_tied_per_month = setup.parameters.wage_withheld_free_per_month = 0;
  expect_none(tables_of(setup), {Count::late_pay_spells, Count::withheld_events, Count::withheld_cents, Count::recovered_cents,
                                 Count::owed_lost_cents});
}

TEST(ZeroHazard, OfEveryHarmLeavesNobodyToComplainNorForced) {
  Case setup;
  model::Parameters& none = setup.parameters;
  none.wage_withheld_tied_per_month = none.wage_withheld_free_per_month = none.long_hours_per_month = none.threat_per_month = 0;
  none.violence_tied_per_month = none.violence_free_per_month = none.injury_per_100000_year = none.dismissal_per_month = 0;
  none.substitution_logit = none.confined_logit = -100;
  expect_none(tables_of(setup), {Count::late_pay_spells, Count::long_hours_events, Count::threat_events, Count::violence_events,
                                 Count::injuries_mild, Count::injuries_severe, Count::dismissals, Count::returns_violation,
                                 Count::complaints_filed, Count::waiting_cases, Count::complaints_closed, Count::complaints_lapsed,
                                 Count::forced_labour_stock});
}

TEST(ZeroHazard, OfIllnessAndInjurySendsNobodyHomeForHealth) {
  Case setup;
  setup.parameters.illness_per_month = setup.parameters.injury_per_100000_year = 0;
  expect_none(tables_of(setup), {Count::illnesses, Count::returns_health});
}

TEST(ZeroHazard, OfLeavingTheTiedAndStayingPastAPermitMakesNobodyIrregular) {
  Case setup;
  setup.parameters.absconding_per_month = 0;
  setup.parameters.overstay_logit = -100;
  expect_none(tables_of(setup), {Count::abscondings, Count::overstays, Count::removals, Count::irregular_stock, Count::returns_deportation});
}

TEST(ZeroHazard, OfRemovalFindsNobody) {
  expect_none(with(&model::Parameters::removal_per_year, 0), {Count::removals, Count::returns_deportation});
}

TEST(ZeroHazard, OfOffersLeavesEverybodyWithTheirEmployerWithinTheContract) {
  expect_none(with(&model::Parameters::job_offers_per_month, 0), {Count::job_change_requests, Count::job_changes});
}

TEST(ZeroHazard, OfEarlyExitSendsNobodyHomeForTheirOwnReasons) {
  Case setup;
  setup.parameters.early_exit_per_month = 0;
  setup.parameters.removal_per_year = 0;  // of whom some give up and go home
  const sim::RunTables tables = tables_of(setup);
  expect_none(tables, {Count::returns_family});
}

TEST(ZeroHazard, OfFraudDefraudsNobody) {
  const sim::RunTables tables = with(&model::Parameters::fraud_share, 0);
  expect_none(tables, {Count::defrauded, Count::defrauded_cents});
}

TEST(ZeroHazard, OfDroppingOutBringsEverybodyMatchedAbroad) {
  const sim::RunTables tables = with(&model::Parameters::drop_out_per_month, 0);
  expect_none(tables, {Count::dropped_out});
}

TEST(ZeroHazard, OfSeizureLeavesTheLand) {
  const sim::RunTables tables = with(&model::Parameters::pledge_seized_probability, 0);
  expect_none(tables, {Count::pledges_seized, Count::written_off_cents});
}

TEST(ZeroHazard, OfSuccessRecoversNoWage) {
  const sim::RunTables tables = with(&model::Parameters::case_success, 0);
  expect_none(tables, {Count::complaints_resolved, Count::recovered_cents});
  EXPECT_GT(total(tables, Count::complaints_closed), 0);
  EXPECT_EQ(total(tables, Count::complaints_unremedied), total(tables, Count::complaints_closed));
}

TEST(ZeroHazard, OfFailureOrOfCapacityClosesNothingWithoutARemedy) {
  expect_none(with(&model::Parameters::case_success, 1), {Count::complaints_unremedied, Count::retaliations});
  expect_none(with(&model::Parameters::case_capacity_per_1000_workers_month, 0),
              {Count::complaints_resolved, Count::complaints_unremedied, Count::complaints_closed});
}

TEST(ZeroHazard, OfAnyRuleLeavesNoIrregularDepartureAndNoCaseUnderARule) {
  EXPECT_EQ(total(usual(), Count::irregular_departures), 0);
  EXPECT_EQ(total(usual(), Count::declared_otherwise), 0);
  EXPECT_EQ(total(usual(), Count::declared_here), 0);
  EXPECT_EQ(total(usual(), Count::rule_cases), 0);
  EXPECT_EQ(total(usual(), Count::refunded_cents), 0);
  EXPECT_EQ(total(usual(), Count::paid_by_employer_cents), 0);
}

}  // namespace
}  // namespace sojourn::test
