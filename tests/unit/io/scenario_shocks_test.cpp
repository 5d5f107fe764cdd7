// Shocks as files write them: keys, filters, months, inheritance, and the words of their messages.
#include "io/scenario_shocks.hpp"
#include "unit/io/scenario_support.hpp"

namespace sojourn::io::test {
namespace {

class ScenarioShocks : public ScenarioTest {
 protected:
  model::ShockSpec shock_of(const std::string& text) { return scenario(study_of(text), "my").shocks.at(0); }
  static std::string demand(const std::string& more) {
    return "[[shock]]\nkind = \"demand\"\nchange_percent = -20\n" + more;
  }
};

TEST_F(ScenarioShocks, AreReadWithTheirDefaults) {
  const model::ShockSpec shock = shock_of(
      "[[shock]]\nkind = \"border_closure\"\ncorridors = [\"NPL-gcc\"]\nstart = \"2027-03\"\nend = \"2027-08\"\n"
      "recovery_months = 12\nreturns_stopped_percent = 70\n");
  EXPECT_EQ(shock.id, "border_closure");
  EXPECT_EQ(shock.start, (Month{2027, 3}));
  EXPECT_EQ(shock.end, (Month{2027, 8}));
  EXPECT_EQ(shock.recovery_months, 12);
  EXPECT_EQ(shock.numbers, (std::map<std::string, double>{{"departures_stopped_percent", 100},
                                                          {"job_loss_percent_per_month", 0},
                                                          {"returns_stopped_percent", 70}}));
  EXPECT_EQ(corridors_of(shock.reach),
            (std::vector<std::string>{"NPL-SAU", "NPL-ARE", "NPL-QAT", "NPL-KWT", "NPL-OMN", "NPL-BHR"}));
  EXPECT_EQ(shock.as_written, "my.toml:1");
}

TEST_F(ScenarioShocks, OfEveryKindAreReadFromTheirExample) {
  for (const model::ShockKind* kind : model::shock_kinds())
    EXPECT_EQ(shock_of(std::string{kind->example}).kind, kind->name);
}

TEST_F(ScenarioShocks, WithAMistakeAreRefusedAllAtOnce) {
  EXPECT_EQ(short_messages("[[shock]]\nkind = \"demnd\"\n[[shock]]\nchange_percent = 3\n[[shock]]\nkind = \"demand\"\n"
                           "start = \"2027-08\"\nend = \"2027-03\"\nchange = 5\nid = \"Big One\"\n"),
            "my.toml:2:8: error: kind = \"demnd\": no such shock\n   hint: did you mean \"demand\"?\n"
            "my.toml:3:1: error: kind is missing in this shock\n   hint: the shocks of this version: border_closure, "
            "conflict, demand, disaster_at_origin, epidemic, exchange_rate, expulsion and oil_price\n"
            "my.toml:8:7: error: end = \"2027-03\" is before start = \"2027-08\": it never strikes\n   hint: end is "
            "the last month at full strength; delete it for a shock that lasts\n"
            "my.toml:9:1: error: change = 5: unit missing\n   hint: did you mean change_percent? Units are part of key "
            "names\n"
            "my.toml:10:6: error: id = \"Big One\" cannot be a shock's name\n   hint: use the letters a to z, digits, "
            "_ and -\n");
}

TEST_F(ScenarioShocks, TakeTheNumbersOfTheirKindOnly) {
  EXPECT_EQ(short_messages("[[shock]]\nkind = \"conflict\"\nhazard_factor = 0.5\nstranded_percent = 120\n"),
            "my.toml:1:1: error: job_loss_percent_per_month is missing in conflict: of the workers abroad: employers "
            "release them\n   hint: job_loss_percent_per_month is 0 to 100\n"
            "my.toml:3:17: error: hazard_factor = 0.5: below 1\n   hint: hazard_factor is 1 to 100\n"
            "my.toml:4:20: error: stranded_percent = 120: above 100\n   hint: stranded_percent is 0 to 100\n");
  EXPECT_EQ(short_messages("[[shock]]\nkind = \"disaster_at_origin\"\nhome_income_percent = 20\n"
                           "wealth_loss_percent = 5\n"),
            "my.toml:3:23: error: home_income_percent = 20: above 0\n   hint: home_income_percent is -90 to 0\n");
}

TEST_F(ScenarioShocks, RefuseFiltersThatTheyCannotActOn) {
  EXPECT_EQ(short_messages(demand("origins = [\"NPL\"]\nskills = [\"high\"]\n")),
            "my.toml:4:1: error: origins in demand: employers want workers, whatever their origin, sex and skill\n"
            "   hint: delete the line; demand takes destinations and sectors\n"
            "my.toml:5:1: error: skills in demand: employers want workers, whatever their origin, sex and skill\n"
            "   hint: delete the line; demand takes destinations and sectors\n");
}

TEST_F(ScenarioShocks, RefuseARecoveryWithoutAnEnd) {
  EXPECT_EQ(short_messages(demand("recovery_months = 6\n")),
            "my.toml:4:1: error: recovery_months = 6 without end: a shock that lasts has nothing to recover from\n"
            "   hint: write end, the last month at full strength, or delete the line\n");
}

TEST_F(ScenarioShocks, MergeByIdAlongExtendsAndMayBeTakenOut) {
  write("base.toml", demand("id = \"slump\"\nstart = \"2027-01\"\nend = \"2027-12\"\n") +
                         "[[shock]]\nkind = \"oil_price\"\nchange_percent = -30\n");
  write("my.toml",
        "extends = \"base.toml\"\n[[shock]]\nid = \"slump\"\nchange_percent = -5\n[[shock]]\nid = \"oil_price\"\n"
        "remove = true\n");
  const study::Study study = read_study({"my.toml"}, context);
  ASSERT_EQ(scenario(study, "my").shocks.size(), 1U);
  EXPECT_EQ(scenario(study, "my").shocks[0].numbers.at("change_percent"), -5);
  EXPECT_EQ(scenario(study, "my").shocks[0].end, (Month{2027, 12}));
  EXPECT_EQ(scenario(study, "base").shocks.size(), 2U);
  EXPECT_EQ(
      short_messages("extends = \"base.toml\"\n[[shock]]\nid = \"slum\"\nremove = true\n", "other.toml"),
      "other.toml:2:1: error: shock \"slum\" cannot be removed: nothing of this id is inherited\n   hint: did you "
      "mean \"slump\"?\n");
  EXPECT_EQ(short_messages(demand("") + demand(""), "twice.toml"),
            "twice.toml:4:1: error: two shocks with the id \"demand\" (first at line 1)\n   hint: give this one a name "
            "of its own: id = \"second-demand\"\n");
}

TEST_F(ScenarioShocks, ChangeInVariantsAndOnTheCommandLine) {
  const std::string file = "variant.deep.set = { shock.demand.change_percent = -60 }\n" + demand("");
  EXPECT_EQ(scenario(study_of(file), "my-deep").shocks[0].numbers.at("change_percent"), -60);
  context.overrides = {"shock.demand.change_percent=-10"};
  EXPECT_EQ(scenario(study_of(file), "my").shocks[0].numbers.at("change_percent"), -10);
  EXPECT_EQ(scenario(study_of(file), "my-deep").shocks[0].numbers.at("change_percent"), -60);
  context.overrides = {"shock.demnd.change_percent=-10"};
  EXPECT_EQ(short_messages(file),
            "--set shock.demnd.change_percent=-10: error: no scenario has a shock \"demnd\"\n   hint: did you mean "
            "shock.demand?\n");
  context.overrides.clear();
  EXPECT_EQ(short_messages("variant.deep.set = { shock.slump.change_percent = -60 }\n" + demand("")),
            "my.toml:1:28: error: shock.slump: no shock of this scenario has this id\n   hint: its shocks: demand\n");
}

TEST_F(ScenarioShocks, StandInTheEffectiveScenarioWhichReadsBackToTheSame) {
  const std::string text = "compare_with = \"none\"\n" + demand("destinations = [\"gcc\"]\nend = \"2030-01\"\n") +
                           "[[shock]]\nkind = \"exchange_rate\"\norigins = [\"LKA\"]\norigin_currency_percent = -40\n";
  const study::Scenario first = scenario(study_of(text), "my");
  EXPECT_NE(first.effective_toml.find("\n[[shock]]  # my.toml:2\nkind = \"demand\"\nid = \"demand\"\n"
                                      "destinations = [\"gcc\"]\nsectors = "),
            std::string::npos)
      << first.effective_toml;
  const study::Scenario again = scenario(study_of(first.effective_toml, "again.toml"), "again");
  ASSERT_EQ(again.shocks.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_TRUE(model::same_shock(first.shocks[i], again.shocks[i]));
}

TEST_F(ScenarioShocks, AfterTheStudyAreAWarning) {
  write("my.toml", demand("start = \"2060-01\"\n"));
  std::vector<Diagnostic> remarks;
  std::ignore = read_study({"my.toml"}, context, &remarks);
  ASSERT_EQ(remarks.size(), 1U);
  EXPECT_EQ(remarks[0].code, "never-in-force");
}

}  // namespace
}  // namespace sojourn::io::test
