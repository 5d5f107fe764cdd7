// Clauses of agreements in whole runs: not one bit at zero and before the start, then the sign that their pages argue
// for, on their own filter.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

constexpr int start_place = 6;
constexpr Month start = first_recorded + start_place;
constexpr int long_months = 42;
const std::vector<CorridorId> everywhere{aaa_gulf, aaa_asia, bbb_gulf, bbb_europe, ccc_island};

Case with(std::vector<model::LeverSpec> levers, int months = 14) {
  return {.parameters = {}, .levers = std::move(levers), .months = months};
}

/// The kinds of these tests, with strengths that move what they act on.
struct Kind {
  const char* name;
  std::map<std::string, double> numbers;
  std::map<std::string, std::vector<std::string>> words{};
};
void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }

model::LeverSpec lever(const Kind& kind, double level = 1, std::vector<CorridorId> corridors = everywhere) {
  model::LeverSpec spec = lever_on(kind.name, std::move(corridors), start, level, kind.numbers);
  spec.words = kind.words;
  return spec;
}

const Kind equal{.name = "equal_treatment", .numbers = {{"gap_closed_percent", 100}}};
const Kind insurance{
    .name = "health_insurance", .numbers = {{"workers_covered_percent", 100}}, .words = {{"paid_by", {"employer"}}}};
const Kind own_insurance{
    .name = "health_insurance", .numbers = {{"workers_covered_percent", 100}}, .words = {{"paid_by", {"worker"}}}};
const Kind pension{.name = "social_security_portability",
                   .numbers = {{"portable_percent", 100}, {"contribution_percent", 10}}};
const Kind committee{.name = "joint_committee",
                     .numbers = {{"meetings_per_year", 200}, {"joint_inspections_per_year", 20'000}}};
const Kind home{
    .name = "return_clause", .numbers = {{"wages_settled_percent", 100}}, .words = {{"ticket_paid_by", {"employer"}}}};
const Kind calls{.name = "family_communication", .numbers = {{"hours_per_week", 20}}};
const Kind records{.name = "data_exchange",
                   .numbers = {{"records_shared_percent", 100}, {"by_sex", 1}, {"delay_months", 0}}};
const Kind framework{.name = "gbvh_framework",
                     .numbers = {{"shelter_places", 5'000}, {"shared_blacklist", 1}, {"case_handover_days", 1}}};
const Kind inspectors{.name = "labour_inspection",
                      .numbers = {{"inspections_per_1000_workers_per_year", 30}, {"fine_usd", 5'000}}};

const std::vector<Kind>& all_kinds() {
  static const std::vector<Kind> all{equal, insurance, pension, committee, home, calls, records, framework};
  return all;
}
/// Inspectors stand in every run: records give nothing to do without them.
sim::RunTables tables_with(std::vector<model::LeverSpec> levers, int months = 14) {
  levers.push_back(lever(inspectors));
  return tables_of(with(std::move(levers), months));
}

class Clause : public testing::TestWithParam<Kind> {
 protected:
  static const sim::RunTables& baseline() {
    static const sim::RunTables tables = tables_with({});
    return tables;
  }
};
INSTANTIATE_TEST_SUITE_P(All, Clause, testing::ValuesIn(all_kinds()),
                         [](const auto& tested) { return std::string{tested.param.name}; });

TEST_P(Clause, ChangesNotOneBitAtZeroOrWhereItReachesNobody) {
  model::LeverSpec nobody = lever(GetParam());
  nobody.reach.skills = 0;
  expect_same(tables_with({lever(GetParam(), 0), nobody}), baseline());
}

TEST_P(Clause, ChangesOnlyMonthsFromItsStartOn) {
  const sim::RunTables tables = tables_with({lever(GetParam())});
  EXPECT_NE(tables.digest, baseline().digest);
  for (int month = 0; month < start_place; ++month) {
    for (std::size_t o = 0; o < tables.origins; ++o) {
      for (std::size_t x = 0; x < 2; ++x)
        ASSERT_EQ(tables.origin_month(month, o, x), baseline().origin_month(month, o, x)) << month;
    }
  }
}

TEST(Clauses, GiveTheSameBytesInAnyOrderAndOnOneTwoAndEightThreads) {
  std::vector<model::LeverSpec> levers;
  for (const Kind& kind : all_kinds()) levers.push_back(lever(kind, 0.6));
  levers.push_back(wage_floor(everywhere, start, 0.5, 330));
  const sim::RunTables one = tables_of(with(levers, 10));
  for (const int threads : {2, 8}) expect_same(tables_of(with(levers, 10), threads), one);
  std::ranges::reverse(levers);
  expect_same(tables_of(with(levers, 10)), one);
}

// Signs, from the start of the rule on.
const sim::RunTables& none() {
  static const sim::RunTables tables = tables_of(with({}, long_months));
  return tables;
}
sim::RunTables ruled(const Kind& kind, std::vector<CorridorId> corridors = everywhere) {
  return tables_of(with({lever(kind, 1, std::move(corridors))}, long_months));
}
std::int64_t after(const sim::RunTables& tables, Count kind) { return total(tables, kind, start_place); }
/// Of the years after the one in which the rule starts.
double on(const sim::RunTables& tables, CorridorId corridor, Count kind) {
  std::int64_t sum = 0;
  for (int year = 1; year < tables.years; ++year) {
    for (std::size_t sex = 0; sex < 2; ++sex) {
      sum += tables.annual_corridor[(static_cast<std::size_t>(year) * tables.corridors + index(corridor)) * 2 + sex]
                                   [model::index(kind)];
    }
  }
  return static_cast<double>(sum);
}
double treatment(const sim::RunTables& tables, CorridorId corridor) {
  return on(tables, corridor, Count::treatment_paid_cents) + on(tables, corridor, Count::treatment_borrowed_cents);
}
double first_wage(const sim::RunTables& tables, CorridorId corridor) {
  return on(tables, corridor, Count::wage_first_cents) / on(tables, corridor, Count::deployments);
}

TEST(EqualTreatment, RaisesPayOfTheOriginThatIsPaidLessAndCostsItOrders) {
  const sim::RunTables tables = ruled(equal, {aaa_gulf, bbb_gulf});
  EXPECT_GT(first_wage(tables, aaa_gulf), 1.02 * first_wage(none(), aaa_gulf));
  EXPECT_NEAR(first_wage(tables, ccc_island) / first_wage(none(), ccc_island), 1, 0.01);
  EXPECT_LT(on(tables, aaa_gulf, Count::orders_new), on(none(), aaa_gulf, Count::orders_new));
  // Fewer leave a better paid job, so there are fewer orders for both; of these the other origin gets more.
  const auto share = [](const sim::RunTables& of) {
    return on(of, aaa_gulf, Count::orders_new) / on(of, bbb_gulf, Count::orders_new);
  };
  EXPECT_LT(share(tables), share(none()));
}

TEST(HealthInsurance, EndsPaymentForTreatmentWhereItReaches) {
  EXPECT_GT(after(none(), Count::treatment_borrowed_cents), 0);
  EXPECT_GT(after(none(), Count::treatment_paid_cents), 0);
  const sim::RunTables tables = ruled(insurance, {aaa_gulf});
  EXPECT_LT(treatment(tables, aaa_gulf), 0.3 * treatment(none(), aaa_gulf)) << "those past their permit still pay";
  EXPECT_NEAR(treatment(tables, bbb_gulf) / treatment(none(), bbb_gulf), 1, 0.3);
}

// One draw a stay: of n workers who fall ill about 0.615 pay, standard error 0.487 / sqrt(n); those past a permit
// always do.
TEST(HealthInsurance, IsHeldByTheShareThatTheParameterSays) {
  const auto run = [](double share) {
    Case setup = with({}, 18);
    setup.parameters.insured_share = share;
    setup.parameters.illness_per_month = 0.02;  // many, so that chance is small
    setup.parameters.leave_after_illness_probability = 0;
    return tables_of(setup);
  };
  const sim::RunTables nobody = run(0), some = run(0.385);
  const auto cost = [](const sim::RunTables& tables) {
    return static_cast<double>(total(tables, Count::treatment_paid_cents) +
                               total(tables, Count::treatment_borrowed_cents));
  };
  const auto ill = static_cast<double>(total(nobody, Count::illnesses));
  ASSERT_GT(ill, 1'500);
  // Some fall ill twice, and pay differs: as good as half as many workers.
  EXPECT_NEAR(cost(some) / cost(nobody), 0.615, 5 * 0.487 / std::sqrt(ill / 2) + 0.01);
}

TEST(HealthInsurance, ThatWorkersPayIsPartOfWhatTheyPayBeforeTheyLeave) {
  const auto documented = [](const sim::RunTables& tables) {
    return on(tables, aaa_gulf, Count::cost_documented_cents) / on(tables, aaa_gulf, Count::deployments);
  };
  // 12 USD a month for the contract's months.
  EXPECT_NEAR(documented(ruled(own_insurance)) - documented(none()), 100 * 12 * 24, 100 * 12 * 24 / 10);
  EXPECT_NEAR(documented(ruled(insurance)) / documented(none()), 1, 0.02);
}

TEST(SocialSecurityPortability, IsBroughtHomeByThoseWhomItReaches) {
  const sim::RunTables tables = ruled(pension, {aaa_gulf});
  EXPECT_GT(on(tables, aaa_gulf, Count::social_security_cents), 0);
  EXPECT_EQ(on(tables, bbb_gulf, Count::social_security_cents), 0);
  EXPECT_GT(on(tables, aaa_gulf, Count::savings_brought_cents),
            1.05 * on(none(), aaa_gulf, Count::savings_brought_cents));
  EXPECT_EQ(after(none(), Count::social_security_cents), 0);
}

TEST(EndOfService, IsBroughtHomeByThoseWhoCompleteAContractInDomesticWork) {
  const Kind law{.name = "domestic_worker_coverage", .numbers = {}, .words = {{"rights", {"end_of_service"}}}};
  const auto of = [](const sim::RunTables& tables, Sex sex, Count kind) {  // most women of this corridor do domestic work, and no men
    std::int64_t sum = 0;
    for (int year = 1; year < tables.years; ++year) {
      const std::size_t place = static_cast<std::size_t>(year) * tables.corridors + index(aaa_gulf);
      sum += tables.annual_corridor[place * 2 + index(sex)][model::index(kind)];
    }
    return static_cast<double>(sum);
  };
  const sim::RunTables whole = ruled(law, {aaa_gulf});
  const sim::RunTables half = tables_of(with({lever(law, 0.5, {aaa_gulf})}, long_months));
  const double paid = of(whole, Sex::women, Count::end_of_service_cents);
  EXPECT_GT(paid, 0);
  EXPECT_GT(of(half, Sex::women, Count::end_of_service_cents), 0.3 * paid);
  EXPECT_LT(of(half, Sex::women, Count::end_of_service_cents), 0.7 * paid);
  EXPECT_EQ(of(whole, Sex::men, Count::end_of_service_cents), 0);
  EXPECT_EQ(on(whole, bbb_gulf, Count::end_of_service_cents), 0);
  EXPECT_EQ(after(none(), Count::end_of_service_cents), 0);
  EXPECT_GT(of(whole, Sex::women, Count::savings_brought_cents), of(none(), Sex::women, Count::savings_brought_cents) + paid / 2);
  EXPECT_LT(of(whole, Sex::women, Count::orders_new), of(none(), Sex::women, Count::orders_new)) << "a dearer worker";
}

TEST(JointCommittee, SettlesCasesAndAvertsHarm) {
  const sim::RunTables tables = ruled(committee);
  EXPECT_GT(after(tables, Count::complaints_closed), after(none(), Count::complaints_closed));
  EXPECT_LT(after(tables, Count::complaints_lapsed), after(none(), Count::complaints_lapsed));
  EXPECT_LT(after(tables, Count::late_pay_spells), after(none(), Count::late_pay_spells));
}

TEST(ReturnClause, PaysTicketsAndSettlesWagesWhereItReaches) {
  const sim::RunTables tables = ruled(home, {aaa_gulf});
  EXPECT_GT(on(none(), aaa_gulf, Count::return_tickets_cents), 0);
  EXPECT_LT(on(tables, aaa_gulf, Count::return_tickets_cents), 0.3 * on(none(), aaa_gulf, Count::return_tickets_cents));
  EXPECT_NEAR(on(tables, bbb_gulf, Count::return_tickets_cents) / on(none(), bbb_gulf, Count::return_tickets_cents), 1,
              0.2);
  EXPECT_LT(on(tables, aaa_gulf, Count::owed_lost_cents), 0.5 * on(none(), aaa_gulf, Count::owed_lost_cents));
  EXPECT_GT(on(tables, aaa_gulf, Count::recovered_cents), on(none(), aaa_gulf, Count::recovered_cents));
}

TEST(FamilyCommunication, AvertsThreatsAndViolence) {
  const sim::RunTables tables = ruled(calls);
  const auto hurt = [](const sim::RunTables& of) {
    return after(of, Count::threat_events) + after(of, Count::violence_events);
  };
  EXPECT_LT(hurt(tables), 9 * hurt(none()) / 10);
  EXPECT_LT(after(tables, Count::forced_labour_stock), after(none(), Count::forced_labour_stock));
}

TEST(DataExchange, LetsInspectorsAvertMore) {
  const sim::RunTables alone = tables_with({}, long_months), aimed = tables_with({lever(records)}, long_months);
  EXPECT_LT(after(aimed, Count::late_pay_spells), after(alone, Count::late_pay_spells));
}

TEST(GbvhFramework, TakesWhoWasHurtAwayFromTheEmployer) {
  const sim::RunTables tables = ruled(framework);
  EXPECT_GT(after(tables, Count::returns_violation), after(none(), Count::returns_violation));
}

}  // namespace
}  // namespace sojourn::test
