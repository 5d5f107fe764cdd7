// Agreements: one lever in a file, as many in the study as it has clauses.
#include "model/levers/lever.hpp"
#include "unit/io/scenario_support.hpp"

namespace sojourn::io::test {
namespace {

class ScenarioAgreements : public ScenarioTest {
 protected:
  static std::string agreement(const std::string& clauses, const std::string& more = "") {
    return "[[lever]]\nkind = \"blma\"\ncorridors = [\"BGD-SAU\"]\nstart = \"2026-07\"\nimplementation = 0.5\n" + more +
           (clauses.empty() ? "" : "[lever.clauses]\n" + clauses);
  }
  static std::vector<std::string> ids_of(const study::Scenario& scenario) {
    std::vector<std::string> ids;
    for (const model::LeverSpec& lever : scenario.levers) ids.push_back(lever.id);
    return ids;
  }
  static const model::LeverSpec& clause(const study::Scenario& scenario, const std::string& id) {
    const auto found = std::ranges::find(scenario.levers, id, &model::LeverSpec::id);
    if (found == scenario.levers.end()) throw std::runtime_error{"no lever " + id};
    return *found;
  }
};

const std::string bundle = "bundle = \"gender_responsive\"\n";

TEST_F(ScenarioAgreements, StandForTheirClausesWithTheirFiltersDatesAndLevel) {
  const study::Study study =
      study_of(agreement("wage_floor = { floor_usd_per_month = 300 }\nreturn_clause = true\nhours_and_rest = false\n",
                         "phase_in_months = 6\nend = \"2030-12\"\nwhy = \"as agreed\"\nsource = \"a page\"\n"));
  const study::Scenario& my = scenario(study, "my");
  EXPECT_EQ(ids_of(my), (std::vector<std::string>{"blma.wage_floor", "blma.return_clause"}));
  for (const model::LeverSpec& lever : my.levers) {
    EXPECT_EQ(corridors_of(lever.reach), std::vector<std::string>{"BGD-SAU"});
    EXPECT_EQ(lever.start, (Month{2026, 7}));
    EXPECT_EQ(lever.end, (Month{2030, 12}));
    EXPECT_EQ(lever.enforcement(Month{2026, 9}), 0.25);
    EXPECT_EQ(lever.why, "as agreed");
    EXPECT_EQ(lever.source, "a page");
  }
  EXPECT_EQ(my.levers[0].numbers.at("floor_usd_per_month"), 300);
  EXPECT_EQ(my.levers[0].as_written, "my.toml:11");
  EXPECT_EQ(my.levers[1].words.at("ticket_paid_by"), std::vector<std::string>{"employer"});
}

TEST_F(ScenarioAgreements, ClausesMaySetTheirOwn) {
  const study::Study study =
      study_of(agreement("wage_floor = { floor_usd_per_month = 300, sectors = [\"domestic_work\"], start = "
                         "\"2027-01\", implementation = 0.2, phase_in_months = 0 }\n"
                         "return_clause = { origins = [\"NPL\"], destinations = [\"QAT\"], why = \"its own\" }\n",
                         "phase_in_months = 6\nid = \"accord\"\n"));
  const study::Scenario& my = scenario(study, "my");
  const model::LeverSpec& floor = clause(my, "accord.wage_floor");
  EXPECT_EQ(floor.reach.sectors, 1U);
  EXPECT_EQ(floor.start, (Month{2027, 1}));
  EXPECT_EQ(floor.enforcement(Month{2027, 1}), 0.2);
  EXPECT_EQ(corridors_of(clause(my, "accord.return_clause").reach), std::vector<std::string>{"NPL-QAT"})
      << "in place of the agreement's corridors";
  EXPECT_EQ(clause(my, "accord.return_clause").why, "its own");
}

TEST_F(ScenarioAgreements, TheBundleIsTheWorkedExampleOfTheDocs) {
  const study::Study study = study_of("variant.tied.set = { lever.blma.clauses.employer_change = false }\n" +
                                      agreement("", "phase_in_months = 6\n" + bundle));
  const study::Scenario& my = scenario(study, "my");
  EXPECT_EQ(my.levers.size(), 16U);
  const study::Scenario& tied = scenario(study, "my-tied");
  EXPECT_EQ(tied.levers.size(), 15U);
  for (const model::LeverSpec& lever : tied.levers) EXPECT_NE(lever.kind, "employer_change");
  for (const model::LeverSpec& lever : my.levers) EXPECT_EQ(lever.enforcement(Month{2026, 9}), 0.25) << lever.id;
  EXPECT_EQ(clause(my, "blma.gbvh_response").numbers.at("shelter_places"), 300);
  EXPECT_EQ(corridors_of(clause(my, "blma.wage_floor").reach), std::vector<std::string>{"BGD-SAU"});
  EXPECT_EQ(study.inputs.back().path, "library:blma-gender-responsive") << "what a run is made of is recorded";
  EXPECT_NE(my.source_text.find("# library:blma-gender-responsive\n"), std::string::npos);
}

TEST_F(ScenarioAgreements, ClausesChangeTheBundlesStrengthsKeyByKey) {
  const study::Study study = study_of(agreement(
      "wage_floor = { floor_local_per_month = 1200, currency = \"SAR\" }\nemployer_change = { after_months = 6 }\n"
      "joint_committee = true\n",
      bundle));
  const study::Scenario& my = scenario(study, "my");
  EXPECT_EQ(my.levers.size(), 16U);
  EXPECT_EQ(clause(my, "blma.wage_floor").numbers.at("floor_usd_per_month"), 320)
      << "local money in place of the bundle's dollars";
  EXPECT_EQ(clause(my, "blma.employer_change").numbers.at("after_months"), 6);
  EXPECT_EQ(clause(my, "blma.employer_change").numbers.at("approval_probability"), 0.65);
  EXPECT_EQ(clause(my, "blma.joint_committee").numbers.at("joint_inspections_per_year"), 100)
      << "true: as in the bundle";
}

TEST_F(ScenarioAgreements, MergeAlongExtendsAndOnTheCommandLine) {
  write("one.toml", agreement("wage_floor = { floor_usd_per_month = 300 }\nemployer_change = { after_months = 6 }\n"));
  context.overrides = {"lever.blma.clauses.employer_change.after_months=3"};
  const study::Study study = study_of(
      "extends = \"one.toml\"\nvariant.v.set.lever.blma.clauses.wage_floor = { floor_local_per_month = 750, currency = "
      "\"SAR\" }\n"
      "[[lever]]\nid = \"blma\"\nimplementation = 1\nclauses = { hours_and_rest = true }\n",
      "two.toml");
  const study::Scenario& two = scenario(study, "two");
  EXPECT_EQ(ids_of(two), (std::vector<std::string>{"blma.wage_floor", "blma.employer_change", "blma.hours_and_rest"}));
  EXPECT_EQ(two.levers[0].enforcement(Month{2026, 7}), 1);
  EXPECT_EQ(two.levers[1].numbers.at("after_months"), 3);
  EXPECT_EQ(scenario(study, "two-v").levers[0].numbers.at("floor_usd_per_month"), 200);
  EXPECT_EQ(scenario(study, "one").levers[1].numbers.at("after_months"), 6);
}

TEST_F(ScenarioAgreements, ReadBackFromWhatTheyStandFor) {
  const study::Study first = study_of(agreement("social_security_portability = false\n", bundle));
  const study::Scenario again = scenario(study_of(scenario(first, "my").effective_toml, "again.toml"), "again");
  const study::Scenario& my = scenario(first, "my");
  ASSERT_EQ(ids_of(again), ids_of(my));
  for (std::size_t l = 0; l < my.levers.size(); ++l) {
    EXPECT_EQ(again.levers[l].numbers, my.levers[l].numbers) << my.levers[l].id;
    EXPECT_EQ(again.levers[l].words, my.levers[l].words) << my.levers[l].id;
    EXPECT_EQ(again.levers[l].reach.sectors, my.levers[l].reach.sectors) << my.levers[l].id;
  }
}

TEST_F(ScenarioAgreements, TwoOfThemMayStandSideBySideAndBesideOtherLevers) {
  const std::string other = "[[lever]]\nkind = \"wage_floor\"\nfloor_usd_per_month = 100\nimplementation = 1\n";
  EXPECT_EQ(short_messages(
                agreement("wage_floor = { floor_usd_per_month = 300 }\n") + other + "origins = [\"NPL\"]\n" +
                agreement("wage_floor = { floor_usd_per_month = 200 }\n", "id = \"other\"\nsexes = [\"women\"]\n")),
            "my.toml:21:1: error: \"other.wage_floor\" and \"blma.wage_floor\" (line 7) both set wage_floor for "
            "BGD-SAU from 2026-07\n"
            "   hint: narrow one filter, or add replaces = \"blma.wage_floor\" here\n");
  EXPECT_EQ(
      short_messages(agreement("wage_floor = { floor_usd_per_month = 300, replaces = \"wage_floor\" }\n") + other), "");
  EXPECT_EQ(short_messages(agreement("return_clause = true\n") +
                           "[[lever]]\nkind = \"return_clause\"\nid = \"blma.return_clause\"\nimplementation = 1\n"),
            "my.toml:8:1: error: two levers with the id \"blma.return_clause\": a clause of an agreement is called so\n"
            "   hint: give this one another name\n");
}

TEST_F(ScenarioAgreements, MistakesAreToldAllAtOnceByLineAndColumn) {
  const std::string messages =
      short_messages(agreement("wage_flor = true\nfee_cap = { cap_usd = 1 }\nwage_floor = true\nhours_and_rest = "
                               "3\nemployer_change = { after_month = 6, id = \"x\" }\n",
                               "bundel = \"none\"\nreplaces = \"other\"\n"));
  EXPECT_EQ(
      messages.find(
          "my.toml:6:1: error: unknown key bundel in blma\n   hint: did you mean bundle?\n"
          "my.toml:7:1: error: replaces in blma: a clause takes the place of a lever of its kind, an agreement of "
          "none\n"
          "   hint: write it in the clause: wage_floor = { replaces = \"...\" }\n"
          "my.toml:9:1: error: unknown clause wage_flor\n   hint: did you mean wage_floor?\n"
          "my.toml:10:1: error: fee_cap is no clause of an agreement\n"
          "   hint: write it as a lever of its own, below a line [[lever]]\n"
          "my.toml:11:1: error: floor_usd_per_month is missing in wage_floor: lowest monthly wage that a contract may "
          "name\n"
          "   hint: floor_usd_per_month is 0 to 20,000\n"
          "my.toml:12:18: error: hours_and_rest = 3: a clause is true, false or a table of its keys\n"
          "   hint: sojourn levers hours_and_rest lists its keys\n"
          "my.toml:13:21: error: unknown key after_month in employer_change\n   hint: did you mean after_months?\n"
          "my.toml:13:38: error: id in a clause: a clause is called by its agreement and its kind\n   hint: delete "
          "it\n"),
      0U)
      << messages;
}

TEST_F(ScenarioAgreements, ThatSayTooLittleAreRefused) {
  EXPECT_EQ(short_messages("[[lever]]\nkind = \"blma\"\nimplementation = 1\n"),
            "my.toml:1:1: error: this agreement has no clause: it would change nothing\n"
            "   hint: write bundle = \"gender_responsive\", or clauses below a line [lever.clauses]\n");
  EXPECT_EQ(short_messages("[[lever]]\nkind = \"blma\"\n" + bundle),
            "my.toml:1:1: error: implementation is missing in blma: a rule on others must say how far it is enforced\n"
            "   hint: write 0 to 1: at 0 the rule does not exist, 1 claims full enforcement\n");
  EXPECT_EQ(
      short_messages("[[lever]]\nkind = \"blma\"\nimplementation = 60\nbundle = \"gender\"\nclauses = true\n"),
      "my.toml:4:10: error: bundle = \"gender\": no such bundle\n   hint: the bundles are none and gender_responsive\n"
      "my.toml:5:11: error: clauses = true: must be a table\n   hint: write [lever.clauses], and clauses below\n");
  EXPECT_EQ(
      short_messages(agreement("return_clause = true\n") +
                     "[[lever]]\nid = \"a.b\"\nkind = \"return_clause\"\nimplementation = 1\norigins = [\"NPL\"]\n"),
      "my.toml:9:6: error: id = \"a.b\" cannot be a lever's name\n"
      "   hint: use the letters a to z, digits, _ and -; names that begin with ref- are kept for rules in force\n");
}

TEST_F(ScenarioAgreements, AWrongSharedValueIsToldOnce) {
  EXPECT_EQ(short_messages("[[lever]]\nkind = \"blma\"\nimplementation = 60\norigins = [\"NPX\"]\n" + bundle),
            "my.toml:3:18: error: implementation = 60: must be between 0 and 1\n   hint: did you mean 0.6?\n"
            "my.toml:4:12: error: origins: \"NPX\" is neither a country of the reference tables nor a group\n"
            "   hint: did you mean \"NPL\" (Nepal)? sojourn levers --groups lists all\n");
}

}  // namespace
}  // namespace sojourn::io::test
