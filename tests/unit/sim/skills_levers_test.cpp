// Levers on skills, credit for returnees and welfare funds in whole runs: nothing at zero and before the start, then the sign
// that their pages argue for, on their own filters.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

constexpr int start_place = 6;
constexpr Month start = first_recorded + start_place;
const std::vector<CorridorId> everywhere{aaa_gulf, aaa_asia, bbb_gulf, bbb_europe, ccc_island};
constexpr double plenty = 1e6;  // seats a month

using Numbers = std::map<std::string, double>;
struct Kind {
  std::string name;
  Numbers numbers;
};
void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }

model::LeverSpec lever(const Kind& kind, double level = 1, std::vector<CorridorId> corridors = everywhere) {
  model::LeverSpec made = lever_on(kind.name, std::move(corridors), start, level, kind.numbers);
  made.words["scheme"] = {"saqf"};
  return made;
}
Case with(std::vector<model::LeverSpec> levers, int months = 16) { return {.parameters = {}, .levers = std::move(levers), .months = months}; }

Kind seats(const std::string& name, double per_month, double fee_usd = 0) {
  return {name, {{"seats_per_month", per_month}, {"worker_pays_usd", fee_usd}, {"course_months", 2}}};
}
Kind passports(double days) {
  return {"skills_passport", {{"workers_covered_percent", 100}, {"days_to_verify", days}, {"employers_reading_percent", 100}}};
}
Kind loans(double per_year) {
  return {"returnee_credit", {{"loans_per_year", per_year}, {"max_usd", 50'000}, {"interest_percent_per_year", 5}, {"term_months", 60}}};
}
const Kind recognition{"skills_recognition", {{"certificates_recognised_percent", 100}}};
const Kind framework{"qualification_framework", {{"levels_mapped_percent", 100}, {"employers_accepting_percent", 50}}};
const Kind tests{"skill_test", {{"pass_percent", 50}}};
const Kind fund{"welfare_fund", {{"dues_usd", 50}, {"death_benefit_usd", 5'000}, {"repatriation_covered", 1}}};

std::vector<Kind> all_kinds() {
  return {recognition, framework, passports(14), seats("training_seats", plenty), tests, seats("prior_learning_on_return", plenty),
          seats("certify_skills_gained", plenty), loans(plenty), fund};
}

class SkillsLever : public testing::TestWithParam<Kind> {
 protected:
  static const sim::RunTables& baseline() {
    static const sim::RunTables tables = tables_of(with({}));
    return tables;
  }
};
INSTANTIATE_TEST_SUITE_P(All, SkillsLever, testing::ValuesIn(all_kinds()), [](const auto& tested) { return tested.param.name; });

TEST_P(SkillsLever, ChangesNotOneBitAtZeroOrWhereItReachesNobody) {
  model::LeverSpec nobody = lever(GetParam());
  nobody.reach.skills = 0;
  nobody.id = "nobody";
  expect_same(tables_of(with({lever(GetParam(), 0), nobody})), baseline());
}

TEST_P(SkillsLever, ChangesOnlyMonthsFromItsStartOn) {
  const sim::RunTables tables = tables_of(with({lever(GetParam())}));
  EXPECT_NE(tables.digest, baseline().digest);
  for (int month = 0; month < start_place; ++month) {
    for (std::size_t o = 0; o < tables.origins; ++o) {
      for (std::size_t x = 0; x < 2; ++x) ASSERT_EQ(tables.origin_month(month, o, x), baseline().origin_month(month, o, x)) << month;
    }
  }
}

TEST(SkillsLevers, GiveTheSameBytesOnOneTwoAndEightThreadsInAnyOrder) {
  std::vector<model::LeverSpec> levers;
  for (const Kind& kind : all_kinds()) {
    levers.push_back(lever(kind, 0.6));
    levers.back().start = first_recorded;
    if (levers.back().numbers.contains("seats_per_month")) levers.back().numbers["seats_per_month"] = 20;
  }
  Case setup{.parameters = {}, .levers = levers, .months = 8, .burn_in_months = 2, .scale = 1};
  const sim::RunTables one = tables_of(setup, 1, populous_world());
  EXPECT_GT(total(one, Count::skills_trained), 20);
  EXPECT_GT(total(one, Count::skills_certified), 20);
  std::ranges::reverse(setup.levers);
  for (const int threads : {2, 8}) expect_same(tables_of(setup, threads, populous_world()), one);
}

// Signs. Runs of four years, read from the start of the rule on.
constexpr int long_months = 48;

sim::RunTables tables_with(std::vector<model::LeverSpec> levers, const World& world = synthetic_world()) {
  return tables_of(with(std::move(levers), long_months), 1, world);
}
const sim::RunTables& long_baseline() {
  static const sim::RunTables tables = tables_with({});
  return tables;
}
std::int64_t after(const sim::RunTables& tables, Count kind) { return total(tables, kind, start_place); }
double per(const sim::RunTables& tables, Count part, Count whole, int from = start_place) {
  return static_cast<double>(total(tables, part, from)) / static_cast<double>(total(tables, whole, from));
}
std::int64_t on_corridor(const sim::RunTables& tables, CorridorId corridor, Count kind) {
  std::int64_t sum = 0;
  for (int year = 0; year < tables.years; ++year) {
    for (std::size_t x = 0; x < 2; ++x) {
      sum += tables.annual_corridor[(static_cast<std::size_t>(year) * tables.corridors + index(corridor)) * 2 + x][model::index(kind)];
    }
  }
  return sum;
}
// Where nobody holds a certificate of schooling.
const World& unskilled() {
  static const World world = [] {
    World made = synthetic_world();
    for (model::Origin& origin : made.base.origins) origin.skill_share = {1, 0, 0};
    return made;
  }();
  return world;
}

TEST(SkillsRecognition, RaisesPayOnItsOwnCorridor) {
  const sim::RunTables counted = tables_with({lever(recognition, 1, {aaa_gulf})});
  EXPECT_GT(on_corridor(counted, aaa_gulf, Count::recognised_hires), 0);
  EXPECT_EQ(on_corridor(counted, bbb_gulf, Count::recognised_hires), 0);
  const auto wage = [](const sim::RunTables& tables) {
    return static_cast<double>(on_corridor(tables, aaa_gulf, Count::wage_offered_cents)) /
           static_cast<double>(on_corridor(tables, aaa_gulf, Count::deployments));
  };
  EXPECT_GT(wage(counted), wage(long_baseline()));
}

TEST(SkillsRecognition, ReachesAPilotsShareOfWorkers) {
  model::LeverSpec pilot = lever(recognition);
  pilot.only.pilot_percent = 50;
  const double half = per(tables_with({pilot}), Count::recognised_hires, Count::deployments, 18);
  const double all = per(tables_with({lever(recognition)}), Count::recognised_hires, Count::deployments, 18);
  // Half of the holders, and some more: they stand further up the line.
  EXPECT_GT(half, 0.45 * all);
  EXPECT_LT(half, 0.75 * all);
}

TEST(QualificationFramework, CountsFewerThanAllAndMoreBesideAnother) {
  const std::int64_t half = after(tables_with({lever(framework)}), Count::recognised_hires);
  const std::int64_t both = after(tables_with({lever(framework), lever(recognition, 0.5)}), Count::recognised_hires);
  const std::int64_t all = after(tables_with({lever(recognition)}), Count::recognised_hires);
  EXPECT_GT(half, 0);
  EXPECT_GT(both, half);
  EXPECT_GT(all, both);
}

TEST(SkillsPassport, CountsOnceItIsVerified) {
  const auto recognised = [](double days) { return after(tables_with({lever(passports(days))}), Count::recognised_hires); };
  const std::int64_t at_once = recognised(0);
  EXPECT_GT(at_once, 0);
  EXPECT_GT(recognised(14), 0);
  EXPECT_LT(recognised(120), at_once);
  EXPECT_EQ(recognised(3'650), 0) << "no search lasts ten years";
}

TEST(TrainingSeats, GiveCertificatesToThoseWhoHaveNone) {
  const model::LeverSpec counts = lever(recognition);
  EXPECT_EQ(after(tables_with({counts}, unskilled()), Count::recognised_hires), 0);
  const sim::RunTables trained = tables_with({counts, lever(seats("training_seats", 20'000))}, unskilled());
  EXPECT_GT(after(trained, Count::skills_trained), 0);
  EXPECT_GT(after(trained, Count::recognised_hires), 0);
  EXPECT_EQ(after(trained, Count::training_fees_cents), 0);
}

TEST(TrainingSeats, AreNoMoreThanThereAreAndCostWhatTheFeeSays) {
  constexpr int per_month = 4;  // simulated persons, of each of three origins
  const int months = long_months - start_place;
  const sim::RunTables few = tables_with({lever(seats("training_seats", per_month * 50, 100))});
  const std::int64_t trained = after(few, Count::skills_trained);
  EXPECT_LE(trained, 3 * per_month * months);
  EXPECT_GE(trained, 2 * per_month * months) << "two origins at least fill their seats";
  EXPECT_EQ(after(few, Count::training_fees_cents), trained * 10'000);
  model::LeverSpec skilled = lever(seats("training_seats", plenty));
  skilled.reach.skills = 1U << index(Skill::medium) | 1U << index(Skill::high);
  EXPECT_EQ(after(tables_with({skilled}), Count::skills_trained), 0) << "they hold certificates";
}

TEST(SkillTest, RefusesSomeOnItsOwnCorridorAndAvertsDismissals) {
  const sim::RunTables tested = tables_with({lever(tests, 1, {aaa_gulf})});
  EXPECT_GT(on_corridor(tested, aaa_gulf, Count::tests_failed), 0);
  EXPECT_EQ(on_corridor(tested, bbb_gulf, Count::tests_failed), 0);
  EXPECT_LT(on_corridor(tested, aaa_gulf, Count::payable_applicants), on_corridor(long_baseline(), aaa_gulf, Count::payable_applicants));
  const auto dismissed = [](std::vector<model::LeverSpec> levers) {
    Case setup = with(std::move(levers), 60);
    setup.parameters.tested_dismissals_averted = 0.5;
    const sim::RunTables tables = tables_of(setup, 1, unskilled());
    return static_cast<double>(total(tables, Count::dismissals, 24)) / static_cast<double>(total(tables, Count::stock_abroad, 24));
  };
  EXPECT_LT(dismissed({lever({"skill_test", {{"pass_percent", 100}}})}), 0.9 * dismissed({}));
}

TEST(SkillTest, IsPassedByACertificate) {
  const sim::RunTables alone = tables_with({lever(tests)}, unskilled());
  const sim::RunTables trained = tables_with({lever(tests), lever(seats("training_seats", plenty))}, unskilled());
  EXPECT_LT(after(trained, Count::tests_failed), after(alone, Count::tests_failed) / 2);
}

TEST(PriorLearning, BringsReturneesOfItsFilterToWorkSooner) {
  model::LeverSpec women = lever(seats("prior_learning_on_return", plenty));
  women.reach.sexes = 1U << index(Sex::women);
  const sim::RunTables certified = tables_with({women});
  const auto of_sex = [](const sim::RunTables& tables, Sex sex, Count kind) {
    std::int64_t sum = 0;
    for (int month = 20; month < long_months; ++month) {
      for (std::size_t o = 0; o < tables.origins; ++o) sum += tables.origin_month(month, o, index(sex))[model::index(kind)];
    }
    return sum;
  };
  const auto at_work = [&](const sim::RunTables& tables) {
    return static_cast<double>(of_sex(tables, Sex::women, Count::returnees_working)) /
           static_cast<double>(of_sex(tables, Sex::women, Count::returnees_observed));
  };
  EXPECT_EQ(of_sex(certified, Sex::men, Count::skills_certified), 0);
  EXPECT_GT(of_sex(certified, Sex::women, Count::skills_certified), 0);
  EXPECT_GT(at_work(certified), at_work(long_baseline()) + 0.02);
}

TEST(SkillsGained, AreCertifiedOfThoseWhoCompletedAContract) {
  const sim::RunTables abroad = tables_with({lever(seats("certify_skills_gained", plenty, 10))});
  const std::int64_t certified = after(abroad, Count::skills_certified);
  std::int64_t completed = 0;
  for (const Count reason : {Count::returns_not_renewed, Count::returns_own_choice, Count::returns_target, Count::returns_age}) {
    completed += after(abroad, reason);
  }
  EXPECT_GT(certified, 0);
  EXPECT_LE(certified, completed);
  EXPECT_EQ(after(abroad, Count::certification_fees_cents), certified * 1'000);
  EXPECT_GT(per(abroad, Count::returnees_working, Count::returnees_observed, 20),
            per(long_baseline(), Count::returnees_working, Count::returnees_observed, 20));
  // Seats at home are for those who are left without one abroad.
  const sim::RunTables both = tables_with({lever(seats("certify_skills_gained", plenty)), lever(seats("prior_learning_on_return", plenty))});
  EXPECT_GT(after(both, Count::skills_certified), certified);
}

TEST(SkillsGained, AreCertifiedToNoMoreThanThereAreSeats) {
  constexpr int per_month = 1;  // simulated person, of each of three origins
  const std::int64_t certified = after(tables_with({lever(seats("certify_skills_gained", per_month * 50))}), Count::skills_certified);
  EXPECT_GT(certified, 0);
  EXPECT_LE(certified, 3 * per_month * (long_months - start_place));
}

TEST(ReturneeCredit, BeginsEnterprisesAndLeavesDebts) {
  const sim::RunTables lent = tables_with({lever(loans(plenty))});
  EXPECT_GT(after(lent, Count::enterprises_started), after(long_baseline(), Count::enterprises_started));
  EXPECT_EQ(after(long_baseline(), Count::returnee_loans), 0);
  EXPECT_GT(after(lent, Count::returnee_loans), 0);
  EXPECT_LE(after(lent, Count::returnee_loans), after(lent, Count::enterprises_started));
  EXPECT_GT(per(lent, Count::returnee_loans_cents, Count::returnee_loans), 10'000);
  EXPECT_LE(per(lent, Count::returnee_loans_cents, Count::returnee_loans), 5'000'000);
  constexpr int a_month = 2;  // simulated persons, of each of three origins
  const sim::RunTables few = tables_with({lever(loans(12 * 50 * a_month))});
  EXPECT_GT(after(few, Count::returnee_loans), 0);
  EXPECT_LE(after(few, Count::returnee_loans), 3 * a_month * (long_months - start_place));
  EXPECT_LT(after(few, Count::returnee_loans), after(lent, Count::returnee_loans));
}

TEST(WelfareFund, CostsItsDuesAndPaysAtDeath) {
  const sim::RunTables joined = tables_with({lever(fund)});
  const std::int64_t dues = after(joined, Count::welfare_dues_cents), benefits = after(joined, Count::death_benefits_cents);
  EXPECT_EQ(dues % 5'000, 0);
  EXPECT_GT(dues, after(joined, Count::deployments) * 5'000 / 2);
  EXPECT_LE(dues, after(joined, Count::deployments) * 5'000);
  EXPECT_GT(benefits, 0);
  EXPECT_EQ(benefits % 500'000, 0);
  EXPECT_LE(benefits, after(joined, Count::deaths) * 500'000);
  EXPECT_GT(per(joined, Count::cost_documented_cents, Count::deployments, 18),
            per(long_baseline(), Count::cost_documented_cents, Count::deployments, 18) + 4'000);
  const sim::RunTables elsewhere = tables_with({lever(fund, 1, {ccc_island})});
  EXPECT_GT(on_corridor(elsewhere, ccc_island, Count::welfare_dues_cents), 0);
  EXPECT_EQ(on_corridor(elsewhere, aaa_gulf, Count::welfare_dues_cents), 0);
}

TEST(WelfareFund, BringsHomeMembersWhoAreStranded) {
  const auto closed = [](std::vector<model::LeverSpec> levers) {
    Case setup = with(std::move(levers), long_months);
    setup.shocks = {shock_on("border_closure", everywhere, first_recorded + 36, first_recorded + 41,
                             {{"departures_stopped_percent", 100}, {"returns_stopped_percent", 100}, {"job_loss_percent_per_month", 2}})};
    return tables_of(setup);
  };
  const sim::RunTables alone = closed({}), flown = closed({lever(fund)});
  EXPECT_EQ(after(alone, Count::welfare_repatriations), 0);
  EXPECT_GT(after(flown, Count::welfare_repatriations), 0);
  EXPECT_LT(total(flown, Count::stranded_workers, 38, 42), total(alone, Count::stranded_workers, 38, 42));
  Kind grounded = fund;
  grounded.numbers["repatriation_covered"] = 0;
  EXPECT_EQ(after(closed({lever(grounded)}), Count::welfare_repatriations), 0);
}

}  // namespace
}  // namespace sojourn::test
