// A study gives the same bytes whatever does not belong to the question: threads, outputs, company, number of
// replicates.
#include <gtest/gtest.h>

#include <atomic>
#include <set>

#include "study_support.hpp"

namespace sojourn::study::test {
namespace {

constexpr std::size_t all_scenarios = 3, all_replicates = 3;

const Outcome& usual() {
  static const Outcome outcome = run(small_study(all_replicates), 1);
  return outcome;
}

TEST(RunStudy, GivesTheSameBytesOnOneTwoAndEightThreads) {
  EXPECT_EQ(usual().digest.rfind("sj1:", 0), 0U);
  for (const int threads : {2, 8}) {
    SCOPED_TRACE(threads);
    const Outcome other = run(small_study(all_replicates), threads);
    EXPECT_EQ(other.digest, usual().digest);
    EXPECT_EQ(other.run_digests, usual().run_digests);
    expect_same_file(other, usual());
  }
}

TEST(RunStudy, GivesTheSameBytesWithThreadsInsideARunAsSideBySide) {
  Study one = small_study(1);  // three runs for eight threads: they work inside each
  const Outcome inside = run(one, 8), alone = run(one, 1);
  EXPECT_EQ(inside.digest, alone.digest);
  expect_same_file(inside, alone);
}

TEST(RunStudy, HasADigestForEveryRunAndNoTwoAlike) {
  ASSERT_EQ(usual().run_digests.size(), all_scenarios * all_replicates);
  EXPECT_EQ(std::set<std::string>(usual().run_digests.begin(), usual().run_digests.end()).size(),
            all_scenarios * all_replicates);
}

TEST(RunStudy, GivesTheSameDigestAndValuesWithAnySelectionOfOutputs) {
  Study few = small_study(all_replicates);
  few.output_tables = {"monthly_origin"};
  few.output_indicators = {"deployments", "mean_recruitment_cost_usd"};
  const Outcome small = run(few);
  EXPECT_EQ(small.digest, usual().digest);
  EXPECT_EQ(find_group(small, "/annual/corridor"), nullptr);
  ASSERT_NE(find_group(usual(), "/annual/corridor"), nullptr);
  for (const char* name : {"deployments", "mean_recruitment_cost_usd", "mean_recruitment_cost_usd_both"}) {
    for (const char* path : {"/monthly/origin", "/effects/monthly_origin"}) {
      EXPECT_TRUE(same_bits(Array(small, path, name).values(), Array(usual(), path, name).values()))
          << path << '/' << name;
    }
  }
  EXPECT_THROW(Array(small, "/monthly/origin", "stock_abroad"), std::runtime_error);
  ASSERT_EQ(small.headlines.size(), usual().headlines.size());
  for (std::size_t i = 0; i < small.headlines[0].rows.size(); ++i) {
    EXPECT_EQ(small.headlines[0].rows[i].effect, usual().headlines[0].rows[i].effect) << "the headline is always told";
  }
}

TEST(RunStudy, KeepsItsFirstReplicatesWhenItGrows) {
  const Outcome grown = run(small_study(all_replicates + 2));
  for (std::size_t s = 0; s < all_scenarios; ++s) {
    for (std::size_t r = 0; r < all_replicates; ++r) {
      EXPECT_EQ(grown.run_digests[s * (all_replicates + 2) + r], usual().run_digests[s * all_replicates + r])
          << "scenario " << s << ", replicate " << r;
    }
  }
  const Array more(grown, "/annual/corridor", "deployments"), before(usual(), "/annual/corridor", "deployments");
  for (std::size_t r = 0; r < all_replicates; ++r) {
    for (std::size_t c = 0; c < before.length(3); ++c) EXPECT_EQ(more.at({1, r, 1, c, 0}), before.at({1, r, 1, c, 0}));
  }
}

TEST(RunStudy, RunsABaselineAloneAsWithinAStudy) {
  Study alone = small_study(all_replicates);
  alone.scenarios.resize(1);
  const Outcome baseline = run(alone);
  ASSERT_EQ(baseline.run_digests.size(), all_replicates);
  for (std::size_t r = 0; r < all_replicates; ++r) EXPECT_EQ(baseline.run_digests[r], usual().run_digests[r]);
  EXPECT_TRUE(baseline.headlines.empty());
  EXPECT_EQ(find_group(baseline, "/effects/annual_corridor"), nullptr);
  EXPECT_EQ(find_group(baseline, "/measures"), nullptr);
}

TEST(RunStudy, GivesEachScenarioTheSameRunsAndEffectsInAnyOrder) {
  Study turned = small_study(all_replicates);
  std::swap(turned.scenarios[1], turned.scenarios[2]);
  const Outcome other = run(turned);
  for (std::size_t r = 0; r < all_replicates; ++r) {
    EXPECT_EQ(other.run_digests[r], usual().run_digests[r]);
    EXPECT_EQ(other.run_digests[all_replicates + r], usual().run_digests[2 * all_replicates + r]);
    EXPECT_EQ(other.run_digests[2 * all_replicates + r], usual().run_digests[all_replicates + r]);
  }
  ASSERT_EQ(usual().headlines.size(), 2U);
  EXPECT_EQ(usual().headlines[0].scenario, "floor");
  EXPECT_EQ(other.headlines[0].scenario, "cap");
  for (std::size_t i = 0; i < usual().headlines[0].rows.size(); ++i) {
    EXPECT_EQ(other.headlines[1].rows[i].lower, usual().headlines[0].rows[i].lower);
    EXPECT_EQ(other.headlines[0].rows[i].effect, usual().headlines[1].rows[i].effect);
  }
}

TEST(RunStudy, SharesThePastOfScenariosUntilTheirFirstDifference) {
  const Array deployments(usual(), "/monthly/origin", "deployments");
  for (std::size_t s = 1; s < all_scenarios; ++s) {
    for (std::size_t m = 0; m < 6; ++m) {
      for (std::size_t o = 0; o < 3; ++o) EXPECT_EQ(deployments.at({s, 0, m, o, 0}), deployments.at({0, 0, m, o, 0}));
    }
  }
}

// What a baseline's lever has seen of its indicator until then goes with a scenario that parts from it.
TEST(RunStudy, RunsALeverThatStartsByItselfAloneAsWithinAStudy) {
  Study study = small_study(2);
  model::LeverSpec watched = employer_pays({bbb_gulf}, study.start, 0.8);
  watched.start_when = model::Trigger{.indicator = "stock_abroad", .above = true, .value = 0, .for_months = 4,
                                      .origins = {true, true, true}, .destinations = {true, true, true, true}};
  watched.end_when = model::Trigger{.indicator = "stock_abroad", .above = true, .value = 0, .for_months = 6,
                                    .origins = {true, true, true}, .destinations = {true, true, true, true}};
  const model::LeverSpec floor = wage_floor({aaa_gulf}, first_recorded + 6, 0.9, 450);
  study.scenarios = {scenario("baseline", {watched}), scenario("without", {}, "baseline"), scenario("floor", {watched, floor}, "baseline")};
  const Outcome together = run(study);
  for (std::size_t s = 0; s < study.scenarios.size(); ++s) {
    Study alone = study;
    alone.scenarios = {study.scenarios[s]};
    alone.scenarios[0].compared_with.clear();
    const Outcome one = run(alone);
    for (std::size_t r = 0; r < 2; ++r) EXPECT_EQ(one.run_digests[r], together.run_digests[s * 2 + r]) << study.scenarios[s].name;
  }
}

// One past for all: a scenario with a shock parts from the others when it strikes, and runs as it would alone.
TEST(RunStudy, RunsAShockAloneAsWithinAStudy) {
  Study study = small_study(2);
  Scenario closed = scenario("closed", {}, "baseline");
  closed.shocks = {shock_on(
      "border_closure", {aaa_gulf}, first_recorded + 9, first_recorded + 14,
      {{"departures_stopped_percent", 90}, {"returns_stopped_percent", 80}, {"job_loss_percent_per_month", 2}}, 3)};
  study.scenarios = {scenario("baseline"), closed};
  const Outcome both = run(study);
  EXPECT_NE(both.run_digests[0], both.run_digests[2]);
  ASSERT_EQ(both.headlines.size(), 1U);
  EXPECT_EQ(both.headlines[0].from, first_recorded + 9);
  EXPECT_NE(find_group(both, "/shocks"), nullptr);
  EXPECT_EQ(find_group(usual(), "/shocks"), nullptr);
  study.scenarios = {closed};
  study.scenarios[0].compared_with.clear();
  const Outcome alone = run(study);
  EXPECT_EQ(alone.run_digests[0], both.run_digests[2]);
  EXPECT_EQ(alone.run_digests[1], both.run_digests[3]);
  // Two scenarios with the same shock differ in nothing.
  Scenario same = closed;
  same.name = "same";
  study.scenarios = {scenario("closed"), same};
  study.scenarios[0].shocks = closed.shocks;
  study.scenarios[1].compared_with = "closed";
  const Outcome twice = run(study);
  EXPECT_EQ(twice.run_digests[0], twice.run_digests[2]);
}

TEST(RunStudy, TellsItsProgressFromNothingToAll) {
  std::vector<double> percents;
  int done = 0, of = 0;
  (void)run_study(small_study(2), synthetic_world().base, synthetic_world().fitted,
                  {.threads = 2, .on_progress = [&](const Progress& progress) {
                     percents.push_back(progress.percent);
                     done = progress.replicate;
                     of = progress.of;
                   }});
  EXPECT_LE(percents.size(), 6U * 27U + 10U) << "at most once a month of each run, burn-in too, once for a shared past and once at its end";
  EXPECT_TRUE(std::ranges::is_sorted(percents));
  EXPECT_NEAR(percents.back(), 100, 1e-9);
  EXPECT_EQ(done, 6);
  EXPECT_EQ(of, 6);
}

TEST(RunStudy, StopsWhenAskedTo) {
  std::atomic<bool> stop = false;
  int months = 0;
  const Outcome outcome =
      run_study(small_study(2), synthetic_world().base, synthetic_world().fitted,
                {.threads = 1, .on_progress = [&](const Progress&) { stop = ++months >= 5; }, .stop = &stop});
  EXPECT_TRUE(outcome.stopped);
  EXPECT_EQ(months, 5);
  EXPECT_TRUE(outcome.file.groups.empty());
}

}  // namespace
}  // namespace sojourn::study::test
