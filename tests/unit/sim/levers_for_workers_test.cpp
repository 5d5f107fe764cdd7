// Levers that reach only some persons, on the side of workers and returnees: pilots of half of them, looked at in the lives of
// those who are reached and of the others.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "sim/trace.hpp"
#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::Count;
using model::LifeEvent;
using model::LifeNote;

constexpr int start_place = 4;
constexpr Month start = first_recorded + start_place;
const std::vector<CorridorId> everywhere{aaa_gulf, aaa_asia, bbb_gulf, bbb_europe, ccc_island};

Case with(std::vector<model::LeverSpec> levers, int months = 10, int scale = 20) {
  Case setup{.parameters = {}, .levers = std::move(levers), .months = months, .burn_in_months = 4, .scale = scale};
  setup.parameters.complaint_base_logit += 3;  // else hardly anybody complains in one month, desk or not
  return setup;
}

model::LeverSpec for_some(model::LeverSpec lever, model::Conditions only) {
  lever.only = only;
  return lever;
}
model::LeverSpec pilot(const model::LeverSpec& lever) { return for_some(lever, {.pilot_percent = 50}); }

model::LeverSpec programme_of(double seats) {
  model::LeverSpec lever = lever_on("reintegration_programme", everywhere, start, 1,
                                    {{"seats_per_month", seats}, {"grant_usd", 20'000}, {"support_months", 12}, {"women_min_percent", 0}});
  lever.words = {{"components", {"all"}}, {"eligible", {"all"}}};
  return lever;
}
model::LeverSpec programme() { return programme_of(1e7); }
model::LeverSpec employer_change() {
  return lever_on("employer_change", everywhere, start, 1, {{"after_months", 0}, {"approval_probability", 0.9}, {"notice_months", 1}});
}
model::LeverSpec passport_ban() { return lever_on("passport_retention_ban", everywhere, start, 1, {{"fine_usd", 100'000}}); }
model::LeverSpec desk(double cases, double protection) {
  return lever_on("complaint_mechanism", everywhere, start, 1,
                  {{"cases_per_month", cases}, {"days_to_decide", 20}, {"retaliation_protection", protection}});
}
model::LeverSpec course() {
  return lever_on("orientation", everywhere, start, 1, {{"workers_covered_percent", 100}, {"quality_percent", 100}, {"course_days", 3}});
}
model::LeverSpec subsidy() { return lever_on("remittance_subsidy", everywhere, start, 1, {{"subsidy_percent_of_amount", 4}}); }
model::LeverSpec loans() {
  return lever_on("migration_loan", everywhere, start, 1, {{"loans_per_year", 1e7}, {"max_usd", 3000}, {"interest_percent_per_year", 5}, {"term_months", 24}});
}

/// Every life of a run.
std::vector<sim::Trace::Life> lives_of(const Case& setup) {
  sim::Trace everybody{1};
  Simulation like{setup};
  sim::RunInput input = like.run().input();
  input.trace = &everybody;
  const population::Candidates candidates{like.cells()};
  Parallel thread{1};
  sim::Run run{input, like.cells(), candidates, thread};
  while (run.step()) {
  }
  return everybody.lives();
}

bool reached(PersonId person, const model::LeverSpec& lever) {
  static const model::Parameters parameters;
  const Case setup = with({});
  return model::meets(lever.only, model::lever_key(lever.id), {.person = person, .community = 0, .arrived = start},
                      run_key(setup.seed, setup.replicate), parameters);
}

/// What a life says of these events in a month: the last such note.
using Told = std::map<std::uint64_t, std::pair<PersonId, std::vector<std::int64_t>>>;
Told told(const std::vector<sim::Trace::Life>& lives, const std::vector<LifeEvent>& events, Month month) {
  Told all;
  for (const auto& [person, notes] : lives) {
    for (const LifeNote& note : notes) {
      if (note.month != month || std::ranges::find(events, note.event) == events.end()) continue;
      all[person.key()] = {person, {static_cast<std::int64_t>(note.event), note.amount, note.other, note.detail}};
    }
  }
  return all;
}

struct Kind {
  std::string name;
  model::LeverSpec (*lever)();
  std::vector<LifeEvent> events;  ///< in which it shows
  int month = 0;                  ///< after its start: the first in which it does, before anything else differs
};
void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }

class PilotOfHalf : public testing::TestWithParam<Kind> {
 protected:
  static model::LeverSpec lever() { return GetParam().lever(); }
};

INSTANTIATE_TEST_SUITE_P(
    All, PilotOfHalf,
    testing::Values(Kind{"passport_retention_ban", passport_ban, {LifeEvent::passport_taken}},
                    Kind{"complaint_mechanism", [] { return desk(1e6, 1); }, {LifeEvent::complained}},
                    Kind{"orientation", course, {LifeEvent::arrived}}, Kind{"remittance_subsidy", subsidy, {LifeEvent::budgeted}},
                    Kind{"reintegration_programme", programme, {LifeEvent::began_enterprise, LifeEvent::found_work_at_home}, 1}),
    [](const auto& tested) { return tested.param.name; });

// In the first month that shows it, whom a lever reaches lives as if it reached all, and everybody else as if there were none.
TEST_P(PilotOfHalf, IsTheLeverForThoseWhomItReachesAndNoneForOthers) {
  const Month month = start + GetParam().month;
  const auto of = [&](std::vector<model::LeverSpec> levers) {
    return told(lives_of(with(std::move(levers), 7)), GetParam().events, month);
  };
  const Told none = of({}), all = of({lever()}), half = of({pilot(lever())});
  const auto in = [](const Told& lives, std::uint64_t key) {
    const auto found = lives.find(key);
    return found == lives.end() ? std::vector<std::int64_t>{} : found->second.second;
  };
  Told everybody = none;
  everybody.insert(all.begin(), all.end());
  everybody.insert(half.begin(), half.end());
  int differ_reached = 0, differ_beyond = 0;
  for (const auto& [key, life] : everybody) {
    const bool is_reached = reached(life.first, pilot(lever()));
    ASSERT_EQ(in(half, key), in(is_reached ? all : none, key)) << (is_reached ? "reached" : "beyond");
    if (in(all, key) != in(none, key)) ++(is_reached ? differ_reached : differ_beyond);
  }
  EXPECT_GT(differ_reached, 5) << "whom the lever changes something for";
  EXPECT_GT(differ_beyond, 5) << "whom it would have";
}

TEST_P(PilotOfHalf, OfAHundredPercentIsTheLever) {
  expect_same(tables_of(with({for_some(lever(), {.pilot_percent = 100})}, 8, 50)), tables_of(with({lever()}, 8, 50)));
}

// Everybody is 15 or older: through the terms of persons come the same bytes.
TEST_P(PilotOfHalf, IsTheLeverForAllWhereEverybodyMeetsItsConditions) {
  expect_same(tables_of(with({for_some(lever(), {.age_min_years = 15})}, 8, 50)), tables_of(with({lever()}, 8, 50)));
}

// How often something happens to those whom a pilot reaches and to others, from its start on.
std::array<double, 2> events_of(const std::vector<sim::Trace::Life>& lives, LifeEvent event, const model::LeverSpec& lever) {
  std::array<double, 2> count{};
  for (const auto& [person, notes] : lives) {
    const auto here = std::ranges::count_if(notes, [&](const LifeNote& note) { return note.event == event && note.month >= start; });
    if (here > 0) count[reached(person, lever) ? 1 : 0] += static_cast<double>(here);
  }
  return count;
}

// Two counts of independent events, each Poisson: five standard deviations of their difference.
double bound(double one, double other) { return 5 * std::sqrt(one + other + 1); }

// The alarms of all run at the hazards of the rule that lets most happen, and each worker's events are thinned by the rule
// that holds for that worker: the reached ask as often as where all may, the others not at all more than without the rule.
TEST(PilotOfEmployerChange, LetsThoseWhomItReachesMoveAndNobodyElse) {
  const model::LeverSpec half = pilot(employer_change());
  const auto none = lives_of(with({}, 20)), all = lives_of(with({employer_change()}, 20)), some = lives_of(with({half}, 20));
  for (const LifeEvent event : {LifeEvent::changed_employer, LifeEvent::left_tied_job}) {
    SCOPED_TRACE(event == LifeEvent::changed_employer ? "changed employer" : "left a tied job");
    const auto without = events_of(none, event, half), whole = events_of(all, event, half), piloted = events_of(some, event, half);
    EXPECT_NEAR(piloted[0], without[0], bound(piloted[0], without[0]));
    EXPECT_NEAR(piloted[1], whole[1], bound(piloted[1], whole[1]));
    EXPECT_GT(std::abs(whole[1] - without[1]), bound(whole[1], without[1])) << "else nothing is tested";
  }
  EXPECT_EQ(events_of(some, LifeEvent::left_tied_job, half)[1], 0) << "who may go asks";
}

TEST(PilotOfEmployerChange, OfAHundredPercentIsTheLever) {
  expect_same(tables_of(with({for_some(employer_change(), {.pilot_percent = 100})}, 8, 50)), tables_of(with({employer_change()}, 8, 50)));
}

// A desk for half: cases of others wait as they did.
TEST(PilotOfADesk, ClosesTheCasesOfThoseWhomItReaches) {
  const model::LeverSpec whole = desk(1e6, 0), half = pilot(whole);
  const auto none = lives_of(with({}, 20)), all = lives_of(with({whole}, 20)), some = lives_of(with({half}, 20));
  const auto lapsed = [&](const std::vector<sim::Trace::Life>& lives) { return events_of(lives, LifeEvent::case_lapsed, half); };
  const auto without = lapsed(none), piloted = lapsed(some), served = lapsed(all);
  EXPECT_NEAR(piloted[1], served[1], bound(piloted[1], served[1]));
  EXPECT_NEAR(piloted[0], without[0], bound(piloted[0], without[0]));
  EXPECT_GT(without[1] - served[1], bound(without[1], served[1])) << "else nothing is tested";
}

// Places of a corridor are not multiplied by opening them to fewer: half as many ask, each of them twice as likely served.
TEST(PilotOfSeats, GivesNoMoreSeatsThanThereAre) {
  const auto granted = [](const model::LeverSpec& lever) {
    Simulation simulation{with({lever}, 10)};
    (void)simulation.finish();
    const sim::Markets& markets = simulation.run().markets();
    const std::size_t k = market_of(markets.base(), aaa_gulf, Sector::construction, Sex::men);
    double highest = 0;
    for (std::uint32_t i = 0; i < 50; ++i) {
      const model::PersonFacts someone{.person = PersonId{i % 7, 3, i}, .community = 0, .arrived = start, .age_years = 30};
      highest = std::max(highest, markets.seats_granted(k, Skill::elementary, someone));
    }
    return highest;
  };
  const double all = granted(programme_of(500)), half = granted(pilot(programme_of(500)));
  ASSERT_GT(all, 0.01);
  ASSERT_LT(all, 0.4);
  EXPECT_NEAR(half, 2 * all, 0.1 * all);
}

TEST(PilotOfLoans, LendsToThoseWhomItReachesAlone) {
  Simulation simulation{with({pilot(loans())}, 8)};
  (void)simulation.finish();
  const sim::Markets& markets = simulation.run().markets();
  const std::size_t k = market_of(markets.base(), aaa_gulf, Sector::construction, Sex::men);
  int served = 0;
  for (std::uint32_t i = 0; i < 200; ++i) {
    const model::PersonFacts someone{.person = PersonId{i % 7, 3, i}, .community = 0, .arrived = start, .age_years = 30};
    const bool in = reached(someone.person, pilot(loans()));
    ASSERT_EQ(markets.loans_granted(k, Skill::elementary, someone), in ? 1.0 : 0.0);
    ASSERT_EQ(markets.terms(k, Skill::elementary, someone).loan_limit_usd, in ? 3000.0 : 0.0);
    served += in ? 1 : 0;
  }
  EXPECT_GT(served, 50);
  EXPECT_LT(served, 150);
}

TEST(PilotsOfWorkers, GiveTheSameBytesOnOneTwoAndEightThreads) {
  const Case setup{.parameters = {}, .levers = {pilot(employer_change()), pilot(passport_ban()), pilot(desk(500, 1)), pilot(subsidy()),
                                                pilot(programme())},
                   .months = 7, .burn_in_months = 2, .scale = 1};
  const sim::RunTables one = tables_of(setup, 1, populous_world());
  for (const int threads : {2, 8}) expect_same(tables_of(setup, threads, populous_world()), one);
}

}  // namespace
}  // namespace sojourn::test
