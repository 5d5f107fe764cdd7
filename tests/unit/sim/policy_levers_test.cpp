// Levers on agencies, on who may leave, on money and on returnees, in whole runs: nothing at zero and before the start, then
// the sign that their pages argue for.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

constexpr int start_place = 8;
constexpr Month start = first_recorded + start_place;
const std::vector<CorridorId> everywhere{aaa_gulf, aaa_asia, bbb_gulf, bbb_europe, ccc_island};

Case with(std::vector<model::LeverSpec> levers, int months = 16) {
  return {.parameters = {}, .levers = std::move(levers), .months = months};
}

using Numbers = std::map<std::string, double>;

/// The kinds of these tests, with strengths that move what they act on.
struct Kind {
  const char* name;
  Numbers numbers;
  bool needs_a_fee_rule = false;
};
void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }

model::LeverSpec lever(const Kind& kind, double level, std::vector<CorridorId> corridors = everywhere, Month from = start) {
  model::LeverSpec spec = lever_on(kind.name, std::move(corridors), from, level, kind.numbers);
  spec.words["components"] = {"all"};
  spec.words["eligible"] = {"all"};
  return spec;
}

const Kind licensing{.name = "agency_licensing",
                     .numbers = {{"inspections_per_agency_per_year", 24},
                                 {"fine_usd", 5'000},
                                 {"bond_usd", 10'000},
                                 {"violations_before_suspension", 2},
                                 {"suspension_months", 24}}};
const Kind rating{.name = "agency_rating",
                  .numbers = {{"agencies_rated_percent", 100}, {"workers_reached_percent", 100}, {"published_after_months", 6}}};
const Kind liability{.name = "joint_liability", .numbers = {{"damage_borne_by_agency_percent", 100}}};
const Kind short_list{.name = "agency_short_list", .numbers = {{"agencies_allowed", 3}}};
const Kind registration{.name = "subagent_registration", .numbers = {{"registered_percent", 100}}};
const Kind verification{.name = "verification_service", .numbers = {{"workers_reached_percent", 100}}};
const Kind blacklist{.name = "employer_blacklist", .numbers = {{"violations_before_listing", 1}, {"listing_months", 600}}};
const Kind loans{.name = "migration_loan", .numbers = {{"loans_per_year", 1e6}, {"max_usd", 3'000}, {"interest_percent_per_year", 5}, {"term_months", 24}}};
const Kind ages{.name = "age_limit", .numbers = {{"min_age_years", 30}, {"max_age_years", 45}}};
const Kind mothers{.name = "family_background_rule", .numbers = {{"youngest_child_min_years", 18}}};
const Kind price_cap{.name = "remittance_cost_cap", .numbers = {{"cap_percent_of_amount", 1}}};
const Kind subsidy{.name = "remittance_subsidy", .numbers = {{"subsidy_percent_of_amount", 2.5}}};
const Kind wage_fund{.name = "wage_theft_fund", .numbers = {{"max_months_of_wage", 6}, {"days_to_pay", 60}}};
const Kind programme{.name = "reintegration_programme",
                     .numbers = {{"seats_per_month", 1e6}, {"grant_usd", 3'000}, {"support_months", 12}, {"women_min_percent", 0}}};

const std::vector<Kind>& all_kinds() {
  static const std::vector<Kind> all{licensing, rating, liability, short_list, registration, verification, blacklist,
                                     loans,     ages,   mothers,   price_cap,  subsidy,      wage_fund,    programme};
  return all;
}

class PolicyLever : public testing::TestWithParam<Kind> {
 protected:
  static const sim::RunTables& baseline() {
    static const sim::RunTables tables = tables_of(with({}));
    return tables;
  }
};
INSTANTIATE_TEST_SUITE_P(All, PolicyLever, testing::ValuesIn(all_kinds()),
                         [](const auto& tested) { return std::string{tested.param.name}; });

TEST_P(PolicyLever, ChangesNotOneBitAtZeroOrWhereItReachesNobody) {
  model::LeverSpec nobody = lever(GetParam(), 1);
  nobody.reach.skills = 0;
  expect_same(tables_of(with({lever(GetParam(), 0), nobody})), baseline());
}

TEST_P(PolicyLever, ChangesOnlyMonthsFromItsStartOn) {
  const sim::RunTables tables = tables_of(with({lever(GetParam(), 1)}));
  // A list is empty until cases have been found against employers, and an agency answers for nobody until somebody complains:
  // EmployerBlacklist and AgencyRating wait for that.
  const std::string_view name = GetParam().name;
  if (name != "employer_blacklist" && name != "joint_liability") {
    EXPECT_NE(tables.digest, baseline().digest);
  }
  for (int month = 0; month < start_place; ++month) {
    for (std::size_t o = 0; o < tables.origins; ++o) {
      for (std::size_t x = 0; x < 2; ++x) {
        ASSERT_EQ(tables.origin_month(month, o, x), baseline().origin_month(month, o, x)) << "month " << month;
      }
    }
  }
}

TEST(PolicyLevers, GiveTheSameBytesInAnyOrder) {
  std::vector<model::LeverSpec> levers;
  for (const Kind& kind : all_kinds()) levers.push_back(lever(kind, 0.6));
  levers.push_back(fee_cap(everywhere, start, 0.5, 200));
  levers.push_back(womens_ban({aaa_gulf}, start, 0.5));
  const sim::RunTables one = tables_of(with(levers));
  std::ranges::reverse(levers);
  expect_same(tables_of(with(levers)), one);
}

TEST(PolicyLevers, OfOneMechanismStackInEitherOrder) {
  const auto both_ways = [](const model::LeverSpec& one, const model::LeverSpec& other) {
    const sim::RunTables tables = tables_of(with({one, other}));
    expect_same(tables_of(with({other, one})), tables);
    EXPECT_NE(tables.digest, tables_of(with({one})).digest);
    EXPECT_NE(tables.digest, tables_of(with({other})).digest);
  };
  both_ways(womens_ban({aaa_gulf}, start, 0.5), lever(ages, 0.8));
  both_ways(fee_cap(everywhere, start, 0.3, 200), lever(licensing, 0.8));
}

TEST(PolicyLevers, GiveTheSameBytesOnOneTwoAndEightThreads) {
  std::vector<model::LeverSpec> levers;
  for (const Kind& kind : all_kinds()) levers.push_back(lever(kind, 0.7, everywhere, first_recorded));
  Case setup = with(levers, 8);
  setup.burn_in_months = 2;
  setup.scale = 1;
  const sim::RunTables one = tables_of(setup, 1, populous_world());
  for (const int threads : {2, 8}) expect_same(tables_of(setup, threads, populous_world()), one);
}

// Signs. Runs of four years, read from the start of the rule on.
constexpr int long_months = 48;

const sim::RunTables& long_baseline() {
  static const sim::RunTables tables = tables_of(with({}, long_months));
  return tables;
}
sim::RunTables tables_with(const Kind& kind, double level = 1, std::vector<CorridorId> corridors = everywhere) {
  return tables_of(with({lever(kind, level, std::move(corridors))}, long_months));
}
std::int64_t after(const sim::RunTables& tables, Count kind) { return total(tables, kind, start_place); }
std::int64_t on_corridor(const sim::RunTables& tables, CorridorId corridor, Sex sex, Count kind) {
  std::int64_t sum = 0;
  for (int year = 1; year < tables.years; ++year) {
    sum += tables.annual_corridor[(static_cast<std::size_t>(year) * tables.corridors + index(corridor)) * 2 + index(sex)][model::index(kind)];
  }
  return sum;
}
double mean_effort(Simulation& simulation, OriginId origin) {
  (void)simulation.finish();
  double sum = 0;
  const auto all = simulation.run().agencies().of(origin);
  for (const model::Agency& agency : all) sum += static_cast<double>(agency.effort);
  return sum / static_cast<double>(all.size());
}

TEST(AgencyLicensing, SuspendsMoreLicencesAndMakesFeeRulesKept) {
  Simulation none{with({}, long_months)}, inspected{with({lever(licensing, 1)}, long_months)};
  (void)none.finish();
  (void)inspected.finish();
  EXPECT_GT(inspected.run().agencies().suspended(aaa), none.run().agencies().suspended(aaa));
  const model::LeverSpec cap = fee_cap(everywhere, start, 0.1, 200);
  const sim::RunTables alone = tables_of(with({cap}, long_months)), together = tables_of(with({cap, lever(licensing, 1)}, long_months));
  const auto kept = [](const sim::RunTables& tables) {
    return static_cast<double>(after(tables, Count::rule_cases_kept)) / static_cast<double>(after(tables, Count::rule_cases));
  };
  EXPECT_GT(kept(together), kept(alone) + 0.1);
}

TEST(AgencyRating, RaisesEffortBeforeItIsPublishedAndLiabilityDoesToo) {
  Simulation none{with({}, long_months)};
  const double usual = mean_effort(none, aaa);
  Kind later = rating;
  later.numbers["published_after_months"] = 60;  // within the horizon of 36 months at the end
  Simulation announced{with({lever(later, 1)}, long_months)}, liable{with({lever(liability, 1)}, long_months)};
  EXPECT_GT(mean_effort(announced, aaa), usual);
  EXPECT_GT(mean_effort(liable, aaa), usual);
  Simulation elsewhere{with({lever(liability, 1, {bbb_gulf})}, long_months)};
  EXPECT_NEAR(mean_effort(elsewhere, ccc), [&] {
    Simulation again{with({}, long_months)};
    return mean_effort(again, ccc);
  }(), 0.02) << "agencies of other origins heed nothing";
}

TEST(AgencyShortList, RaisesCostsWhereItHoldsAndPutsFewInPlace) {
  const sim::RunTables listed = tables_with(short_list, 1, {aaa_gulf});
  const auto cost = [](const sim::RunTables& tables, CorridorId corridor) {
    return static_cast<double>(on_corridor(tables, corridor, Sex::men, Count::cost_cents)) /
           static_cast<double>(on_corridor(tables, corridor, Sex::men, Count::deployments));
  };
  EXPECT_GT(cost(listed, aaa_gulf), 1.05 * cost(long_baseline(), aaa_gulf));
  EXPECT_NEAR(cost(listed, bbb_gulf) / cost(long_baseline(), bbb_gulf), 1, 0.05);
}

TEST(SubagentRegistration, ShortensChainsAndLowersFraud) {
  const sim::RunTables registered = tables_with(registration);
  EXPECT_LT(after(registered, Count::chain_links), 9 * after(long_baseline(), Count::chain_links) / 10);
  EXPECT_LT(after(registered, Count::defrauded), 9 * after(long_baseline(), Count::defrauded) / 10);
}

TEST(VerificationService, EndsFalseOffersAndLowersSubstitution) {
  const sim::RunTables checked = tables_with(verification);
  EXPECT_EQ(after(checked, Count::defrauded), 0);
  EXPECT_LT(after(checked, Count::substituted), 9 * after(long_baseline(), Count::substituted) / 10);
  EXPECT_GT(after(tables_with(verification, 0.3), Count::defrauded), after(long_baseline(), Count::defrauded) / 2);
}

TEST(EmployerBlacklist, LowersHarmOfThoseWhoArrive) {
  Case setup = with({}, 72);
  setup.parameters.complaint_base_logit += 3;  // many cases, heard and won: else hardly an employer has a finding
  setup.parameters.case_capacity_per_1000_workers_month = 50;
  setup.parameters.case_success = 1;
  const sim::RunTables none = tables_of(setup);
  setup.levers = {lever(blacklist, 1)};
  const sim::RunTables listed = tables_of(setup);
  const auto per_arrival = [](const sim::RunTables& tables, Count kind) {
    return static_cast<double>(total(tables, kind, 36)) / static_cast<double>(total(tables, Count::deployments, 36));
  };
  EXPECT_LT(per_arrival(listed, Count::withheld_events), per_arrival(none, Count::withheld_events));
}

TEST(MigrationLoan, LendsCheaperAndLetsIntermediariesAskForMore) {
  const sim::RunTables lent = tables_with(loans);
  const auto service_of_debt = [](const sim::RunTables& tables) {
    return static_cast<double>(after(tables, Count::service_in_force)) / static_cast<double>(after(tables, Count::debt_at_departure_cents));
  };
  const auto cost = [](const sim::RunTables& tables) {
    return static_cast<double>(after(tables, Count::cost_cents)) / static_cast<double>(after(tables, Count::deployments));
  };
  EXPECT_LT(service_of_debt(lent), service_of_debt(long_baseline()));
  EXPECT_GT(cost(lent), 1.03 * cost(long_baseline()));
  Kind few = loans;
  few.numbers["loans_per_year"] = 5'000;
  EXPECT_LT(cost(tables_with(few)), cost(lent));
}

TEST(AgeLimit, MovesDeparturesOutOfTheRegularChannelOnItsOwnFilter) {
  model::LeverSpec limit = lever(ages, 1, {aaa_gulf});
  limit.reach.sexes = 1U << index(Sex::women);
  limit.reach.sectors = 1U << index(Sector::domestic_work);
  const sim::RunTables limited = tables_of(with({limit}, long_months));
  EXPECT_EQ(on_corridor(long_baseline(), aaa_gulf, Sex::women, Count::irregular_departures), 0);
  EXPECT_GT(on_corridor(limited, aaa_gulf, Sex::women, Count::irregular_departures), 20);
  EXPECT_LT(on_corridor(limited, aaa_gulf, Sex::women, Count::registered_new),
            on_corridor(long_baseline(), aaa_gulf, Sex::women, Count::registered_new));
  EXPECT_EQ(on_corridor(limited, aaa_gulf, Sex::men, Count::irregular_departures), 0);
}

TEST(FamilyBackgroundRule, ClosesTheRegularChannelToSomeWomenAndToNoMan) {
  const sim::RunTables barred = tables_with(mothers, 1, {aaa_gulf});
  EXPECT_GT(on_corridor(barred, aaa_gulf, Sex::women, Count::irregular_departures), 20);
  EXPECT_EQ(on_corridor(barred, aaa_gulf, Sex::men, Count::irregular_departures), 0);
  Kind young = mothers;
  young.numbers["youngest_child_min_years"] = 2;
  EXPECT_LT(on_corridor(tables_with(young, 1, {aaa_gulf}), aaa_gulf, Sex::women, Count::irregular_departures),
            on_corridor(barred, aaa_gulf, Sex::women, Count::irregular_departures));
}

TEST(RemittancePrices, LowerTheFeeAndSendMore) {
  for (const Kind& kind : {price_cap, subsidy}) {
    const sim::RunTables cheaper = tables_with(kind);
    EXPECT_LT(after(cheaper, Count::fees_in_force), after(long_baseline(), Count::fees_in_force)) << kind.name;
    EXPECT_GT(after(cheaper, Count::sent_in_force), after(long_baseline(), Count::sent_in_force)) << kind.name;
  }
}

TEST(WageTheftFund, PaysPartOfWhatIsOwedToThoseWhoReturn) {
  const sim::RunTables paid = tables_with(wage_fund);
  EXPECT_LT(after(paid, Count::owed_lost_cents), after(long_baseline(), Count::owed_lost_cents) / 2);
  EXPECT_GT(after(paid, Count::wage_fund_paid_cents), 0);
  EXPECT_EQ(after(long_baseline(), Count::wage_fund_granted_cents), 0);
}

// The audit of every month holds granted = paid + due, and counts the claims again; it throws where one is lost.
TEST(WageTheftFund, PaysAfterItsDaysAndLosesNoClaim) {
  const auto delayed = [](double days) {
    Kind kind = wage_fund;
    kind.numbers["days_to_pay"] = days;
    return tables_with(kind);
  };
  const auto due_at_end = [](const sim::RunTables& tables) { return total(tables, Count::wage_fund_due_cents, tables.months - 1); };
  const sim::RunTables at_once = delayed(0), soon = delayed(60), late = delayed(1'095);
  EXPECT_GT(after(at_once, Count::recovered_cents), after(long_baseline(), Count::recovered_cents));
  for (const sim::RunTables* tables : {&at_once, &soon, &late}) {
    EXPECT_EQ(after(*tables, Count::wage_fund_granted_cents), after(*tables, Count::wage_fund_paid_cents) + due_at_end(*tables));
  }
  EXPECT_EQ(after(at_once, Count::wage_fund_due_cents), 0);
  const auto of_first_month = [&soon](Count kind) { return total(soon, kind, start_place, start_place + 1); };
  EXPECT_LT(10 * of_first_month(Count::wage_fund_paid_cents), of_first_month(Count::wage_fund_granted_cents)) << "who seeks again";
  EXPECT_GT(due_at_end(soon), 0);
  EXPECT_GT(due_at_end(late), 2 * due_at_end(soon));
  // Who seeks again is paid although the term of three years is not over.
  EXPECT_GT(after(late, Count::wage_fund_paid_cents), 0);
  EXPECT_LT(after(late, Count::wage_fund_paid_cents), after(soon, Count::wage_fund_paid_cents));
  EXPECT_LT(after(late, Count::owed_lost_cents), after(long_baseline(), Count::owed_lost_cents) / 2);
}

TEST(ReintegrationProgramme, RaisesWorkAndEasesDistress) {
  const sim::RunTables helped = tables_with(programme);
  const auto per_returnee = [](const sim::RunTables& tables, Count kind) {
    return static_cast<double>(total(tables, kind, 30)) / static_cast<double>(total(tables, Count::returnees_observed, 30));
  };
  for (const Count kind : {Count::returnees_working, Count::index_social_milli, Count::index_psychosocial_milli}) {
    EXPECT_GT(per_returnee(helped, kind), per_returnee(long_baseline(), kind));
  }
  EXPECT_GT(after(helped, Count::enterprises_started), after(long_baseline(), Count::enterprises_started));
}

TEST(ReintegrationProgramme, KeepsSeatsForWomenWhereThereAreTooFew) {
  const auto supported = [](double seats, double kept) {
    Kind kind = programme;
    kind.numbers["seats_per_month"] = seats;
    kind.numbers["women_min_percent"] = kept;
    return tables_with(kind);
  };
  const auto of_sex = [](const sim::RunTables& tables, Sex sex) {
    std::int64_t sum = 0;
    for (int month = 0; month < tables.months; ++month) {
      for (std::size_t o = 0; o < tables.origins; ++o) {
        sum += tables.origin_month(month, o, index(sex))[model::index(Count::returnees_supported)];
      }
    }
    return static_cast<double>(sum);
  };
  const sim::RunTables lot = supported(1'000, 0), kept = supported(1'000, 100);
  ASSERT_GT(of_sex(lot, Sex::men), 100);
  EXPECT_GT(of_sex(kept, Sex::women), 1.5 * of_sex(lot, Sex::women));
  EXPECT_LT(of_sex(kept, Sex::men), 0.7 * of_sex(lot, Sex::men));
  // As many in all, but for the lots that several hundred persons draw.
  const double all = of_sex(lot, Sex::women) + of_sex(lot, Sex::men);
  EXPECT_NEAR(of_sex(kept, Sex::women) + of_sex(kept, Sex::men), all, 5 * std::sqrt(2 * all));
  expect_same(supported(1e6, 100), supported(1e6, 0));  // seats for all are nobody's
}

}  // namespace
}  // namespace sojourn::test
