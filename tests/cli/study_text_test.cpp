#include "study_text.hpp"

#include <gtest/gtest.h>

namespace sojourn::cli {
namespace {

/// Two origins with a corridor each: all levels of the first are of grade B, all of the second filled and as many
/// workers.
model::BaseYear two_origins() {
  model::BaseYear base;
  base.origins.resize(2);
  base.origins[0].code = "BGD";
  base.origins[1].code = "NPL";
  base.corridors.resize(2);
  base.corridors[1].origin = OriginId{1};
  const model::Level observed{.value = 1, .grade = Grade::b, .note = ""};
  model::Corridor& first = base.corridors[0];
  first.workers = first.new_hires_per_year = first.remittance_cost_percent = observed;
  first.documented_cost_usd.fill(observed);
  first.recruitment_cost_months.fill(observed);
  base.corridors[1].workers.value = 1;
  base.corridors[1].recruitment_cost_months.fill({.value = 1, .grade = Grade::model, .note = ""});
  return base;
}

study::Scenario with_lever(const std::string& name, std::vector<bool> corridors) {
  study::Scenario scenario;
  scenario.name = name;
  if (!corridors.empty()) {
    model::LeverSpec lever;
    lever.id = lever.kind = "fee_cap";
    lever.reach.corridors = std::move(corridors);
    scenario.levers = {lever};
  }
  return scenario;
}

study::Study compared(std::vector<study::Scenario> scenarios) {
  study::Study study;
  study.name = "cap";
  study.origins = {true, true};
  study.replicates = 32;
  study.scenarios = std::move(scenarios);
  return study;
}

TEST(StudyLines, SayWhatWillRun) {
  EXPECT_EQ(study_lines(compared({with_lever("baseline", {}), with_lever("cap", {true, false})})),
            "cap: 2 scenarios (baseline, cap), 32 replicates, central parameters, seed 1\n"
            "  2026-01 to 2035-12, 1 in 100 of 2 origins\n");
}

TEST(GradeShares, CountLevelsOfTheOriginsAskedFor) {
  const model::BaseYear base = two_origins();
  EXPECT_DOUBLE_EQ(grade_shares(base, {true, false}).observed, 100);
  EXPECT_DOUBLE_EQ(grade_shares(base, {false, true}).filled, 100);
  EXPECT_DOUBLE_EQ(grade_shares(base, {true, true}).observed, 50);
}

TEST(GradeShares, WeighLevelsByTheirWorkers) {
  model::BaseYear base = two_origins();
  base.corridors[1].workers.value = 3;
  EXPECT_DOUBLE_EQ(grade_shares(base, {true, true}).observed, 25);
}

TEST(OriginsInQuestion, AreThoseThatLeversTellApart) {
  const model::BaseYear base = two_origins();
  const auto everywhere = with_lever("baseline", {true, true});
  EXPECT_EQ(origins_in_question(compared({with_lever("baseline", {}), with_lever("cap", {false, true})}), base),
            (std::vector<bool>{false, true}));
  // A lever in both scenarios tells nothing apart: all origins are in question.
  EXPECT_EQ(origins_in_question(compared({everywhere, with_lever("cap", {true, true})}), base),
            (std::vector<bool>{true, true}));
}

TEST(OriginsText, NamesAFewAndCountsMany) {
  model::BaseYear base = two_origins();
  EXPECT_EQ(origins_text({true, true}, base), "BGD, NPL");
  base.origins.resize(12);
  EXPECT_EQ(origins_text(std::vector<bool>(12, true), base), "12 origins");
}

}  // namespace
}  // namespace sojourn::cli
