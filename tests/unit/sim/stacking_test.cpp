// Two levers on one mechanism: their order in a file changes not one bit, and together they do what their pages say, no more.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "model/conditions.hpp"
#include "model/departure.hpp"
#include "model/fees.hpp"
#include "model/levers/terms.hpp"
#include "model/protection.hpp"
#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;

constexpr int start_place = 6;
constexpr Month start = first_recorded + start_place;
const std::vector<CorridorId> everywhere{aaa_gulf, aaa_asia, bbb_gulf, bbb_europe, ccc_island};
const model::Parameters standard;

sim::RunTables run_with(std::vector<model::LeverSpec> levers, int months = 16) {
  return tables_of({.parameters = {}, .levers = std::move(levers), .months = months});
}
model::MarketTerms terms(const std::vector<model::LeverSpec>& levers, Sex sex = Sex::women) {
  return model::terms_of(levers, start, aaa_gulf, Sector::domestic_work, sex, Skill::elementary, 300);
}

model::LeverSpec ages(double level) {
  model::LeverSpec lever = lever_on("age_limit", {aaa_gulf}, start, level, {{"min_age_years", 30}, {"max_age_years", 45}});
  lever.reach.sexes = 1U << index(Sex::women);
  return lever;
}
model::LeverSpec inspection(double visits, double fine) {
  return lever_on("labour_inspection", everywhere, start, 1, {{"inspections_per_1000_workers_per_year", visits}, {"fine_usd", fine}});
}
model::LeverSpec licensing() {
  return lever_on("agency_licensing", everywhere, start, 0.8,
                  {{"inspections_per_agency_per_year", 12}, {"fine_usd", 5000}, {"bond_usd", 10'000},
                   {"violations_before_suspension", 2}, {"suspension_months", 24}});
}
model::LeverSpec pay_rule() {
  return lever_on("wage_protection", everywhere, start, 0.7, {{"wages_covered_percent", 100}, {"days_to_pay", 7}});
}
model::LeverSpec hotline() { return lever_on("hotline", everywhere, start, 1, {{"reach_percent", 60}, {"legal_aid_cases_per_month", 0}}); }
model::LeverSpec attaches(const char* kind) {
  return lever_on(kind, everywhere, start, 1, {{"attaches_per_destination", 5}, {"cases_per_attache_per_month", 25}});
}

struct Pair {
  const char* name;
  model::LeverSpec one, other;
};
void PrintTo(const Pair& pair, std::ostream* out) { *out << pair.name; }

class TwoOnOneMechanism : public testing::TestWithParam<Pair> {};

INSTANTIATE_TEST_SUITE_P(
    Pairs, TwoOnOneMechanism,
    testing::Values(Pair{"FeeCapAndEmployerPays", fee_cap(everywhere, start, 0.6, 200), employer_pays(everywhere, start, 0.5)},
                    Pair{"FeeCapAndLicensing", fee_cap(everywhere, start, 0.3, 200), licensing()},
                    Pair{"BanAndAges", womens_ban({aaa_gulf}, start, 0.5), ages(0.8)},
                    Pair{"InspectionAndLicensing", inspection(100, 5000), licensing()},
                    Pair{"InspectionAndPay", inspection(100, 5000), pay_rule()},
                    Pair{"HotlineAndAttaches", hotline(), attaches("labour_attaches")},
                    Pair{"AttachesAndWomensAttaches", attaches("labour_attaches"), attaches("women_attaches")}),
    [](const auto& tested) { return std::string{tested.param.name}; });

TEST_P(TwoOnOneMechanism, GiveTheSameBytesInEitherOrderAndNotThoseOfOneAlone) {
  const auto& [name, one, other] = GetParam();
  const sim::RunTables tables = run_with({one, other});
  expect_same(run_with({other, one}), tables);
  EXPECT_NE(tables.digest, run_with({one}).digest);
  EXPECT_NE(tables.digest, run_with({other}).digest);
}

// What the employer pays is taken off first; what is left above the cap is cut (5.5).
TEST(FeeCapAndEmployerPays, TogetherLeaveTheWorkerNoMoreThanEither) {
  model::LeverSpec papers = employer_pays(everywhere, start, 1);
  papers.words["items"] = {"airfare", "documents"};
  for (const double cap_usd : {0.0, 100.0, 300.0, 900.0}) {
    const model::LeverSpec cap = fee_cap(everywhere, start, 1, cap_usd);
    const model::Price price{Usd{350}, Usd{700}};
    const auto left = [&](const std::vector<model::LeverSpec>& levers) {
      const model::Price legal = model::legal_price(price, terms(levers));
      return legal.documented.value() + legal.rent.value();
    };
    EXPECT_NEAR(left({cap, papers}), std::min(cap_usd, left({papers})), 1e-9) << cap_usd;
    EXPECT_LE(left({cap, papers}), std::min(left({cap}), left({papers})) + 1e-9);
  }
}

TEST(FeeCapAndEmployerPays, TogetherTakeOffLessThanTheirSum) {
  model::LeverSpec cap = fee_cap(everywhere, start, 1, 200);
  cap.numbers["refund_percent"] = 0;  // else the cap gives back of what the other rule forbids
  const model::LeverSpec pays = employer_pays(everywhere, start, 1);
  const auto paid = [](const std::vector<model::LeverSpec>& levers) {
    const sim::RunTables tables = run_with(levers, 30);
    return static_cast<double>(total(tables, Count::cost_cents, start_place + 4)) /
           static_cast<double>(total(tables, Count::deployments, start_place + 4));
  };
  const double none = paid({}), by_cap = none - paid({cap}), by_employers = none - paid({pays}), by_both = none - paid({cap, pays});
  ASSERT_GT(by_cap, 0.05 * none);
  ASSERT_GT(by_employers, 0.05 * none);
  EXPECT_LT(by_both, by_cap + by_employers);
  // An agency keeps both or none. Where the employer has to pay all, a cap leaves nothing more to take off.
  EXPECT_NEAR(by_both, by_employers, 0.05 * none);
}

// Who slips past one slips past the other that is enforced as well (age-limit.md): the same women are stopped.
TEST(BanAndAges, OfTheSameEnforcementStopWhomTheBanStops) {
  const model::MarketTerms both = terms({womens_ban({aaa_gulf}, start, 0.6), ages(0.6)}), ban = terms({womens_ban({aaa_gulf}, start, 0.6)});
  const RunKey run = run_key(7, 0);
  for (std::uint32_t i = 0; i < 2'000; ++i) {
    const model::PersonFacts person{.person = PersonId{0, 1, i}, .community = 0, .arrived = start,
                                    .age_years = 16 + static_cast<int>(i % 48)};
    const double u = (i + 0.5) / 2'000;
    const bool stopped = model::is_barred(both, u) || model::is_barred_by_rule(both, person, Sex::women, u, false, run, standard);
    ASSERT_EQ(stopped, model::is_barred(ban, u)) << "age " << person.age_years << ", place " << u;
  }
}

TEST(BanAndAges, OfTheSameEnforcementGiveTheDeparturesOfTheBan) {
  const auto irregular = [](const std::vector<model::LeverSpec>& levers) {
    return static_cast<double>(total(run_with(levers, 36), Count::irregular_departures, start_place));
  };
  const double ban = irregular({womens_ban({aaa_gulf}, start, 0.6)}), both = irregular({womens_ban({aaa_gulf}, start, 0.6), ages(0.6)});
  ASSERT_GT(ban, 30);
  EXPECT_NEAR(both, ban, 5 * std::sqrt(ban + both));
}

// One is of agencies, the other of employers at the destination: neither finds what the other looks for.
TEST(InspectionAndLicensing, LookForDifferentThings) {
  const model::MarketTerms both = terms({inspection(100, 5000), licensing()});
  EXPECT_EQ(model::condition_factors(both, Sector::domestic_work, standard),
            model::condition_factors(terms({inspection(100, 5000)}), Sector::domestic_work, standard));
  EXPECT_EQ(model::licensing_probability(both, standard), model::licensing_probability(terms({licensing()}), standard));
  EXPECT_EQ(model::fee_fine(both).value(), model::fee_fine(terms({licensing()})).value());
}

// "Inspectorates add up; the highest fine holds" (labour-inspection.md); rules on pay take their part of what is left.
TEST(Inspections, AddUpAndMultiplyWithOtherRules) {
  const auto of = [](const std::vector<model::LeverSpec>& levers) {
    return model::condition_factors(terms(levers), Sector::construction, standard);
  };
  EXPECT_EQ(of({inspection(40, 5000), inspection(60, 2000)}), of({inspection(100, 5000)}));
  EXPECT_DOUBLE_EQ(of({inspection(100, 5000), pay_rule()}).wage_withheld,
                   of({inspection(100, 5000)}).wage_withheld * of({pay_rule()}).wage_withheld);
  EXPECT_EQ(of({inspection(100, 5000), pay_rule()}).violence, of({inspection(100, 5000)}).violence);
}

// Who has two to turn to has somebody to turn to once.
TEST(HotlineAndAttaches, ReachNobodyTwice) {
  const model::DeskLoad load{.stock = 90'000, .women_stock = 30'000};
  const auto reached = [&](const std::vector<model::LeverSpec>& levers) {
    return model::channel_share(terms(levers), load, Sex::women, 1, standard);
  };
  const double line = reached({hotline()}), post = reached({attaches("labour_attaches")}), womens = reached({attaches("women_attaches")});
  EXPECT_DOUBLE_EQ(reached({hotline(), attaches("labour_attaches"), attaches("women_attaches")}),
                   1 - (1 - line) * (1 - post) * (1 - womens));
}

}  // namespace
}  // namespace sojourn::test
