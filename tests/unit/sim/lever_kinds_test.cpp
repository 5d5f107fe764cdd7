// Kinds of mobility, conditions, complaints and information in whole runs: not one bit at zero, and their directions.
#include <gtest/gtest.h>

#include <cmath>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

constexpr Month start = first_recorded + 6;
const std::vector<CorridorId> everywhere{aaa_gulf, aaa_asia, bbb_gulf, bbb_europe, ccc_island};

using Numbers = std::map<std::string, double>;
using Words = std::map<std::string, std::vector<std::string>>;

model::LeverSpec lever(const std::string& kind, double level, const Numbers& numbers, const Words& words = {}) {
  model::LeverSpec made = lever_on(kind, everywhere, start, level, numbers);
  made.words = words;
  return made;
}

Case with(std::vector<model::LeverSpec> levers, int months = 12) { return {.parameters = {}, .levers = std::move(levers), .months = months}; }

struct Kind {
  std::string name;
  Numbers numbers;
  Words words{};
};
void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }

const Numbers course{{"workers_covered_percent", 90}, {"quality_percent", 80}, {"course_days", 3}};
const Numbers posts{{"attaches_per_destination", 5}, {"cases_per_attache_per_month", 25}};
const Numbers floor_and_notice{{"after_months", 3}, {"approval_probability", 0.7}, {"notice_months", 1}};

class KindOf : public testing::TestWithParam<Kind> {
 protected:
  static const sim::RunTables& baseline() {
    static const sim::RunTables tables = tables_of(with({}));
    return tables;
  }
  static model::LeverSpec at(double level) { return lever(GetParam().name, level, GetParam().numbers, GetParam().words); }
};

INSTANTIATE_TEST_SUITE_P(
    All, KindOf,
    testing::Values(Kind{"employer_change", floor_and_notice},
                    Kind{"sponsorship_reform", {{"exit_permit_needed", 0}, {"consent_to_change_needed", 0}}},
                    Kind{"flexi_permit", {{"permits_per_year", 1e6}, {"permit_usd_per_year", 100}}},
                    Kind{"passport_retention_ban", {{"fine_usd", 1000}}},
                    Kind{"standard_contract", {{"substitution_fine_usd", 2000}}},
                    Kind{"wage_protection", {{"wages_covered_percent", 100}, {"days_to_pay", 7}}},
                    Kind{"hours_and_rest", {{"max_hours_per_week", 48}, {"rest_days_per_month", 4}}},
                    Kind{"domestic_worker_coverage", {}, {{"rights", {"all"}}}},
                    Kind{"labour_inspection", {{"inspections_per_1000_workers_per_year", 50}, {"fine_usd", 2000}}},
                    Kind{"complaint_mechanism", {{"cases_per_month", 900}, {"days_to_decide", 60}, {"retaliation_protection", 1}}},
                    Kind{"hotline", {{"reach_percent", 80}, {"legal_aid_cases_per_month", 50}}},
                    Kind{"labour_attaches", posts}, Kind{"women_attaches", posts},
                    Kind{"gbvh_response", {{"shelter_places", 5000}, {"hotline_reach_percent", 90}, {"days_to_respond", 1}}},
                    Kind{"orientation", course}, Kind{"women_orientation", course},
                    Kind{"information_campaign", {{"workers_reached_percent", 80}, {"accuracy_percent", 100}}, {{"topics", {"all"}}}},
                    Kind{"regularisation", {{"open_months", 6}, {"fee_usd", 50}, {"places", 1e7}}}),
    [](const auto& tested) { return tested.param.name; });

TEST_P(KindOf, ChangesNotOneBitAtZeroImplementation) { expect_same(tables_of(with({at(0)})), baseline()); }

TEST_P(KindOf, ChangesNotOneBitBeforeItStarts) {
  model::LeverSpec later = at(1);
  later.start = first_recorded + 12;
  later.implementation.front().from = later.start;
  expect_same(tables_of(with({later})), baseline());
}

TEST_P(KindOf, ChangesSomethingFromItsStartOnAndNothingEarlier) {
  const sim::RunTables tables = tables_of(with({at(1)}));
  EXPECT_NE(tables.digest, baseline().digest);
  for (int month = 0; month < 6; ++month) {
    for (std::size_t o = 0; o < tables.origins; ++o) {
      for (std::size_t x = 0; x < 2; ++x) ASSERT_EQ(tables.origin_month(month, o, x), baseline().origin_month(month, o, x)) << month;
    }
  }
}

std::int64_t none(Count count, int months = 36) {
  static const sim::RunTables tables = tables_of(with({}, 36));
  return total(tables, count, 6, months);
}
std::int64_t ruled(Count count, const model::LeverSpec& rule) { return total(tables_of(with({rule}, 36)), count, 6, 36); }

TEST(Directions, OfRulesOnMobility) {
  const sim::RunTables reform = tables_of(with({lever("sponsorship_reform", 1, {{"exit_permit_needed", 0}, {"consent_to_change_needed", 0}})}, 36));
  EXPECT_GT(total(reform, Count::job_changes, 6, 36), 2 * none(Count::job_changes));
  EXPECT_LT(total(reform, Count::abscondings, 6, 36), none(Count::abscondings));
  // A year with the employer first lets fewer ask, and a long notice fewer still.
  const auto changes = [](double after, double notice) {
    return ruled(Count::job_changes, lever("employer_change", 1, {{"after_months", after}, {"approval_probability", 0.645}, {"notice_months", notice}}));
  };
  EXPECT_GT(changes(0, 1), changes(24, 1));
  EXPECT_GT(changes(0, 1), changes(0, 6));
}

TEST(Directions, OfRulesOnConditions) {
  EXPECT_LT(ruled(Count::late_pay_spells, lever("wage_protection", 1, {{"wages_covered_percent", 100}, {"days_to_pay", 7}})),
            8 * none(Count::late_pay_spells) / 10);
  EXPECT_LT(ruled(Count::long_hours_events, lever("hours_and_rest", 1, {{"max_hours_per_week", 48}, {"rest_days_per_month", 4}})),
            8 * none(Count::long_hours_events) / 10);
  EXPECT_LT(ruled(Count::passports_kept, lever("passport_retention_ban", 1, {{"fine_usd", 1000}})), none(Count::passports_kept));
  EXPECT_LT(ruled(Count::substituted, lever("standard_contract", 1, {{"substitution_fine_usd", 2000}})), none(Count::substituted));
  const model::LeverSpec inspected = lever("labour_inspection", 1, {{"inspections_per_1000_workers_per_year", 200}, {"fine_usd", 10'000}});
  EXPECT_LT(ruled(Count::late_pay_spells, inspected), none(Count::late_pay_spells));
}

TEST(Directions, OfDesksAndLines) {
  const model::LeverSpec desk =
      lever("complaint_mechanism", 1, {{"cases_per_month", 5000}, {"days_to_decide", 30}, {"retaliation_protection", 0}});
  EXPECT_GT(ruled(Count::complaints_closed, desk), none(Count::complaints_closed));
  EXPECT_LT(ruled(Count::complaints_lapsed, desk), none(Count::complaints_lapsed));
  EXPECT_GT(ruled(Count::complaints_filed, lever("hotline", 1, {{"reach_percent", 100}, {"legal_aid_cases_per_month", 0}})),
            13 * none(Count::complaints_filed) / 10);
  EXPECT_GT(ruled(Count::complaints_filed, lever("labour_attaches", 1, posts)), none(Count::complaints_filed));
  EXPECT_LT(ruled(Count::retaliations, lever("complaint_mechanism", 1, {{"cases_per_month", 0}, {"days_to_decide", 60}, {"retaliation_protection", 1}})),
            none(Count::retaliations) + none(Count::retaliations) / 2);
}

TEST(Directions, OfWhatIsToldAndOfWindows) {
  EXPECT_GT(ruled(Count::informed_departures, lever("orientation", 1, course)), 0);
  const sim::RunTables women = tables_of(with({lever("women_orientation", 1, course)}, 36));
  std::int64_t men_who_know = 0;
  for (int month = 0; month < 36; ++month) {
    for (std::size_t o = 0; o < women.origins; ++o) men_who_know += women.origin_month(month, o, index(Sex::men))[model::index(Count::informed_departures)];
  }
  EXPECT_EQ(men_who_know, 0);
  EXPECT_GT(total(women, Count::informed_departures), 0);
  const model::LeverSpec window = lever("regularisation", 1, {{"open_months", 6}, {"fee_usd", 0}, {"places", 1e7}});
  const sim::RunTables open = tables_of(with({window}, 36));
  EXPECT_GT(total(open, Count::regularised, 6, 12), 0);
  EXPECT_EQ(total(open, Count::regularised, 12, 36), 0) << "shut after six months";
}

TEST(Kinds, GiveTheSameBytesOnOneTwoAndEightThreads) {
  const Case setup = with({lever("employer_change", 0.7, floor_and_notice), lever("women_attaches", 1, posts),
                           lever("gbvh_response", 1, {{"shelter_places", 500}, {"hotline_reach_percent", 90}, {"days_to_respond", 1}}),
                           lever("flexi_permit", 1, {{"permits_per_year", 1e5}, {"permit_usd_per_year", 100}}),
                           lever("hours_and_rest", 0.5, {{"max_hours_per_week", 48}, {"rest_days_per_month", 4}})});
  const sim::RunTables one = tables_of(setup);
  for (const int threads : {2, 8}) expect_same(tables_of(setup, threads), one);
}

// Qatar 2020 in the invented world: requests by workers tied before run at the hazard that the rule gives from its first
// month on, alarms set under slower hazards notwithstanding.
TEST(Alarms, AreSetAnewWhereRequestsBecomeLikelier) {
  Case setup{.parameters = {}, .levers = {lever("sponsorship_reform", 1, {{"exit_permit_needed", 1}, {"consent_to_change_needed", 0}})},
             .months = 18, .burn_in_months = 6, .scale = 10};
  setup.parameters.job_request_harm_factor = 1;
  setup.parameters.debt_leaving_effect = 0;
  setup.parameters.job_offers_per_month = 0.1;  // well above what else rings
  setup.parameters.better_offer_share = 0.5;
  Simulation simulation{setup, 2};
  double expected = 0, happened = 0;
  for (int month = -6; month < 18; ++month) {
    double regular = 0;
    if (month == 6) {
      for (std::size_t k = 0; k < simulation.run().markets().count(); ++k) {
        const sim::Counts& before = simulation.run().counts()[k];
        regular += static_cast<double>(before[model::index(Count::stock_abroad)] - before[model::index(Count::irregular_stock)]);
      }
    }
    (void)simulation.run().step();
    if (month != 6) continue;
    for (std::size_t k = 0; k < simulation.run().markets().count(); ++k) {
      happened += static_cast<double>(simulation.run().counts()[k][model::index(Count::job_change_requests)]);
    }
    expected = regular * 0.05;
  }
  // One month's requests are Poisson; who leaves in the month asks at most a fortieth less.
  EXPECT_NEAR(happened, expected, 5 * std::sqrt(expected) + expected / 40);
  EXPECT_GT(expected, 200);
}

}  // namespace
}  // namespace sojourn::test
