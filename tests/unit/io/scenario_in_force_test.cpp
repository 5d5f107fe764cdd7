// Rules in force: what every scenario begins with, and how it changes, ends, replaces or takes one over.
#include "unit/io/scenario_support.hpp"

namespace sojourn::io::test {
namespace {

RuleInForceRow fee_rule(const std::string& id, const std::string& destination, const std::string& start = "2015-07") {
  RuleInForceRow row;
  row.at = {5, 1, 1};
  row.id = id;
  row.kind = "fee_cap";
  row.origins = {"NPL"};
  row.destinations = {destination};
  row.start = start;
  row.implementation = 0.05;
  row.keys = {{"cap_usd", {"98"}}, {"counts", {"service_fee"}}};
  row.rows = {"fee_rules.csv:5"};
  row.source = "CESLAM 2016";
  row.note = "on receipts alone";
  row.grade = Grade::b;
  return row;
}

class RulesInForceOfScenarios : public ScenarioTest {
 protected:
  void SetUp() override {
    ScenarioTest::SetUp();
    context.rules_in_force = {fee_rule("ref-npl-fee-gcc-2015", "gcc"), fee_rule("ref-npl-fee-mys-2018", "MYS", "2018-11")};
    context.rules_in_force[1].kind = "employer_pays";
    context.rules_in_force[1].keys = {{"items", {"visa", "airfare"}}};
    context.rules_in_force[1].grade = Grade::c;
    context.rules_file = "library:reference/rules_in_force.csv";
  }

  std::vector<model::LeverSpec> levers_of(const std::string& text, const std::string& name = "my") {
    return scenario(study_of(text), name).levers;
  }
  static std::vector<std::string> ids_of(const std::vector<model::LeverSpec>& levers) {
    std::vector<std::string> ids;
    for (const model::LeverSpec& lever : levers) ids.push_back(lever.id);
    return ids;
  }
  std::vector<Diagnostic> remarks_of(const std::string& text) {
    write("my.toml", text);
    std::vector<Diagnostic> remarks;
    std::ignore = read_study({"my.toml"}, context, &remarks);
    return remarks;
  }
};
using Ids = std::vector<std::string>;
const Ids both{"ref-npl-fee-gcc-2015", "ref-npl-fee-mys-2018"};

TEST_F(RulesInForceOfScenarios, StandAheadOfEveryScenariosLevers) {
  const study::Study study = study_of(good_lever);
  EXPECT_EQ(ids_of(scenario(study, "baseline").levers), both);
  const std::vector<model::LeverSpec>& mine = scenario(study, "my").levers;
  EXPECT_EQ(ids_of(mine), (Ids{both[0], both[1], "fee_cap"}));
  EXPECT_TRUE(mine[0].rule_in_force && mine[1].rule_in_force);
  EXPECT_FALSE(mine[2].rule_in_force);
  EXPECT_EQ(mine[0].start, (Month{2015, 7}));
  EXPECT_EQ(mine[0].enforcement(Month{2026, 1}), 0.05);
  EXPECT_EQ(mine[0].numbers.at("cap_usd"), 98);
  EXPECT_EQ(mine[0].words.at("counts"), Ids{"service_fee"});
  EXPECT_EQ(mine[0].source, "CESLAM 2016 (fee_rules.csv:5, grade B)");
  EXPECT_EQ(mine[0].as_written, "library:reference/rules_in_force.csv:5");
  EXPECT_EQ(corridors_of(mine[1].reach), Ids{"NPL-MYS"});
}

TEST_F(RulesInForceOfScenarios, AnEmptyTableLeavesAScenarioAsItIs) {
  context.rules_in_force.clear();
  const study::Study study = study_of(good_lever);
  EXPECT_TRUE(scenario(study, "baseline").levers.empty());
  EXPECT_EQ(ids_of(scenario(study, "my").levers), Ids{"fee_cap"});
  EXPECT_EQ(scenario(study, "my").effective_toml.find("ref-"), std::string::npos);
}

TEST_F(RulesInForceOfScenarios, AreChangedByTheirId) {
  const auto levers = levers_of("[[lever]]\nid = \"ref-npl-fee-gcc-2015\"\nend = \"2026-12\"\nimplementation = 0.6\n");
  EXPECT_EQ(ids_of(levers), both);
  EXPECT_EQ(levers[0].end, (Month{2026, 12}));
  EXPECT_EQ(levers[0].enforcement(Month{2026, 12}), 0.6);
  EXPECT_EQ(levers[0].numbers.at("cap_usd"), 98);
  EXPECT_TRUE(levers[0].rule_in_force);
}

TEST_F(RulesInForceOfScenarios, AreTakenOutByAFileAVariantOrTheCommandLine) {
  const std::string out = "[[lever]]\nid = \"ref-npl-fee-gcc-2015\"\nremove = true\n";
  EXPECT_EQ(ids_of(levers_of(out)), Ids{both[1]});
  EXPECT_EQ(ids_of(levers_of("variant.free.set.lever.ref-npl-fee-gcc-2015.remove = true\n", "my-free")), Ids{both[1]});
  context.overrides = {"lever.ref-npl-fee-gcc-2015.remove=true"};
  EXPECT_EQ(ids_of(levers_of("title = \"t\"\n")), Ids{both[1]});
}

TEST_F(RulesInForceOfScenarios, AreReplacedByIdWithoutAWord) {
  const std::string text = std::string{good_lever} + "replaces = [\"ref-npl-fee-gcc-2015\", \"ref-npl-fee-mys-2018\"]\n";
  EXPECT_EQ(levers_of(text).back().replaces, both);
  EXPECT_TRUE(remarks_of(text).empty());
}

TEST_F(RulesInForceOfScenarios, ATakeoverIsTold) {
  const auto remarks = remarks_of(std::string{good_lever} + "start = \"2026-07\"\n");
  ASSERT_EQ(remarks.size(), 1U);
  EXPECT_EQ(remarks[0].severity, Severity::note);
  EXPECT_EQ(remarks[0].what,
            "\"fee_cap\" takes over from ref-npl-fee-gcc-2015 (NPL-SAU, NPL-ARE and 4 more from 2026-07)");
}

TEST_F(RulesInForceOfScenarios, ALeverEnforcedLessIsWarnedOf) {
  const std::string weak = "[[lever]]\nkind = \"fee_cap\"\ncap_usd = 10\nimplementation = 0.02\ndestinations = [\"QAT\"]\n";
  const auto remarks = remarks_of(weak);
  ASSERT_EQ(remarks.size(), 1U);
  EXPECT_EQ(remarks[0].severity, Severity::warning);
  EXPECT_EQ(to_string(remarks[0]),
            "my.toml:1:1: warning: \"fee_cap\" says nothing for NPL-QAT: the rule in force ref-npl-fee-gcc-2015 is enforced "
            "better: 0.05 against 0.02\n   1 | [[lever]]\n     | ^~~~~~~~~\n   hint: with replaces = \"ref-npl-fee-gcc-2015\" it "
            "gives way at any level\n");
  EXPECT_TRUE(remarks_of("[[lever]]\nkind = \"fee_cap\"\ncap_usd = 10\nimplementation = 0\n").empty())
      << "one at 0 is no rule at all";
}

TEST_F(RulesInForceOfScenarios, OfOtherGradesAreLeftOutAndMayStillBeReplacedOrRemoved) {
  context.grades = 0x3;
  EXPECT_EQ(ids_of(levers_of("title = \"t\"\n")), Ids{both[0]});
  EXPECT_NO_THROW(study_of(std::string{good_lever} + "replaces = \"ref-npl-fee-mys-2018\"\n"));
  EXPECT_NO_THROW(study_of("[[lever]]\nid = \"ref-npl-fee-mys-2018\"\nremove = true\n"));
  EXPECT_EQ(short_messages("[[lever]]\nid = \"ref-npl-fee-mys-2018\"\nend = \"2026-12\"\n"),
            "my.toml:2:6: error: id = \"ref-npl-fee-mys-2018\": this study leaves the rule out\n   hint: its grade is C: see "
            "reference.grades; or no corridor of the tables is in its filters\n");
}

TEST_F(RulesInForceOfScenarios, WithoutACorridorInTheTablesAreLeftOut) {
  context.rules_in_force[1].destinations = {"KOR"};
  context.rules_in_force[1].origins = {"AFG"};
  EXPECT_EQ(ids_of(levers_of("title = \"t\"\n")), Ids{both[0]});
}

TEST_F(RulesInForceOfScenarios, NamesThatAreNoneAreErrors) {
  EXPECT_EQ(short_messages("[[lever]]\nid = \"ref-npl-fee-gcc-2016\"\nend = \"2026-12\"\n"),
            "my.toml:2:6: error: id = \"ref-npl-fee-gcc-2016\": no rule in force has this id\n   hint: did you mean "
            "\"ref-npl-fee-gcc-2015\"?\n");
  EXPECT_EQ(short_messages(std::string{good_lever} + "replaces = \"ref-zzz\"\n"),
            "my.toml:5:12: error: replaces = \"ref-zzz\": no lever of this scenario has this id\n   hint: sojourn levers "
            "--in-force lists the rules in force\n");
  EXPECT_EQ(short_messages("[[lever]]\nid = \"ref-npl-fee-gcc-2015\"\nkind = \"wage_floor\"\nfloor_usd_per_month = 1\n"),
            "my.toml:2:6: error: id = \"ref-npl-fee-gcc-2015\": this rule in force is a fee_cap\n   hint: leave kind out; for "
            "another kind remove this one and add a lever of your own\n");
}

TEST_F(RulesInForceOfScenarios, SayHowWellARuleIsEnforcedWhereALeverDoesNot) {
  EXPECT_EQ(short_messages("[[lever]]\nkind = \"fee_cap\"\ncap_usd = 0\norigins = [\"NPL\"]\n"),
            "my.toml:1:1: error: implementation is missing in fee_cap: a rule on others must say how far it is enforced\n"
            "   hint: the rule of today stands at 0.05 (ref-npl-fee-gcc-2015); 1 claims full enforcement\n");
  EXPECT_EQ(short_messages("[[lever]]\nkind = \"fee_cap\"\ncap_usd = 0\norigins = [\"BGD\"]\n"),
            "my.toml:1:1: error: implementation is missing in fee_cap: a rule on others must say how far it is enforced\n"
            "   hint: write 0 to 1: at 0 the rule does not exist, 1 claims full enforcement\n");
}

TEST_F(RulesInForceOfScenarios, HoldThroughTheBurnInIfTheyHoldAtTheStart) {
  context.rules_in_force[0].start = "2025-06";
  context.rules_in_force[1].end = "2025-12";
  const auto levers = levers_of("title = \"t\"\n");
  EXPECT_EQ(ids_of(levers), Ids{both[0]}) << "what ended before the start is none of the present rules";
  EXPECT_EQ(levers[0].enforcement(Month{2024, 1}), 0.05);
  context.rules_in_force[0].start = "2026-06";
  EXPECT_EQ(levers_of("title = \"t\"\n")[0].start, (Month{2026, 6})) << "what begins later begins then";
}

TEST_F(RulesInForceOfScenarios, AnEffectiveScenarioReadsAsItself) {
  const study::Study study = study_of(
      "title = \"t\"\n[[lever]]\nid = \"ref-npl-fee-gcc-2015\"\nremove = true\n[[lever]]\nid = "
      "\"ref-npl-fee-mys-2018\"\nimplementation = 0.3\nend = \"2027-06\"\n");
  const study::Scenario& first = scenario(study, "my");
  const study::Study again = study_of(first.effective_toml, "again.toml");
  const study::Scenario& second = scenario(again, "again");
  EXPECT_EQ(ids_of(second.levers), Ids{both[1]});
  EXPECT_EQ(second.levers[0].enforcement(Month{2027, 6}), 0.3);
  EXPECT_EQ(second.levers[0].end, first.levers[0].end);
  EXPECT_EQ(second.levers[0].words, first.levers[0].words);
}

TEST_F(RulesInForceOfScenarios, OfABaseYearAreThoseOfItsMonthAndHoldAlways) {
  EXPECT_EQ(ids_of(reference_rules(context)), both);
  const auto then = rules_in_force(context, Month{2018, 7});
  EXPECT_EQ(ids_of(then), Ids{both[0]});
  EXPECT_EQ(then[0].enforcement(Month{2010, 1}), 0.05);
  EXPECT_EQ(ids_of(rules_in_force(context, Month{2019, 7})), both);
}

}  // namespace
}  // namespace sojourn::io::test
