// Following people through a run changes nothing in it, and tells the same lives whatever threads do.
#include "sim/trace.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "support/world.hpp"

namespace sojourn::test {
namespace {

using model::LifeEvent;

Case two_years() { return {.parameters = {}, .levers = {}, .months = 24, .burn_in_months = 6, .scale = 100}; }

/// A run that is followed, and its tables.
sim::RunTables follow(sim::Trace& trace, int threads) {
  Simulation like{two_years()};
  sim::RunInput input = like.run().input();
  input.trace = &trace;
  const population::Candidates candidates{like.cells()};
  Parallel workers{threads};
  sim::Run run{input, like.cells(), candidates, workers};
  while (run.step()) {
  }
  return run.take_tables();
}

std::int64_t events(const std::vector<sim::Trace::Life>& lives, LifeEvent event, Month from) {
  std::int64_t count = 0;
  for (const auto& [person, notes] : lives) {
    count += std::ranges::count_if(
        notes, [&](const model::LifeNote& note) { return note.event == event && note.month >= from; });
  }
  return count;
}

TEST(Trace, ChangesNoByteOfARun) {
  sim::Trace everybody{1};
  const sim::RunTables followed = follow(everybody, 1);
  expect_same(followed, tables_of(two_years()));
  EXPECT_GT(everybody.lives().size(), 1000U);
}

TEST(Trace, OfEverybodyHasEveryEventThatTheTablesCount) {
  sim::Trace everybody{1};
  const sim::RunTables tables = follow(everybody, 1);
  const auto lives = everybody.lives();
  EXPECT_EQ(events(lives, LifeEvent::arrived, first_recorded), total(tables, model::Count::deployments));
  EXPECT_EQ(events(lives, LifeEvent::began_to_seek, first_recorded), total(tables, model::Count::spells_begun));
  EXPECT_EQ(events(lives, LifeEvent::wage_withheld, first_recorded), total(tables, model::Count::withheld_events));
  EXPECT_EQ(events(lives, LifeEvent::case_won, first_recorded), total(tables, model::Count::complaints_resolved));
  EXPECT_EQ(events(lives, LifeEvent::contract_renewed, first_recorded), total(tables, model::Count::renewals));
  EXPECT_EQ(events(lives, LifeEvent::died, first_recorded), total(tables, model::Count::deaths));
  EXPECT_GT(total(tables, model::Count::deaths), 0);
}

TEST(Trace, TellsTheSameLivesOnOneAndFourThreadsAndOfNamedPersonsAsOfASample) {
  sim::Trace one{50}, four{50};
  (void)follow(one, 1);
  (void)follow(four, 4);
  const auto lives = one.lives();
  ASSERT_GT(lives.size(), 20U);
  EXPECT_TRUE(lives == four.lives());
  sim::Trace named{std::vector{lives[7].first, lives[3].first}};
  (void)follow(named, 2);
  const std::vector expected{lives[3], lives[7]};
  EXPECT_TRUE(named.lives() == expected);
}

TEST(Trace, HasLivesThatMakeSense) {
  sim::Trace trace{20};
  (void)follow(trace, 1);
  for (const auto& [person, notes] : trace.lives()) {
    EXPECT_TRUE(trace.follows(person));
    bool abroad = false, dead = false;
    for (const model::LifeNote& note : notes) {
      EXPECT_FALSE(dead) << "something happens after death";
      if (note.event == LifeEvent::arrived || note.event == LifeEvent::abroad_at_start) {
        EXPECT_FALSE(abroad);
        abroad = true;
      }
      if (note.event == LifeEvent::came_home || note.event == LifeEvent::died) {
        EXPECT_TRUE(abroad);
        abroad = false;
      }
      dead = note.event == LifeEvent::died;
    }
    EXPECT_TRUE(std::ranges::is_sorted(notes, {}, &model::LifeNote::month));
  }
}

}  // namespace
}  // namespace sojourn::test
