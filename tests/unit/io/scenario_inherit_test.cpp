// Files that stand on others: extends, include, variants, and which scenarios run in which order.
#include "unit/io/scenario_support.hpp"

namespace sojourn::io::test {
namespace {

using ScenarioInheritance = ScenarioTest;

std::vector<std::string> names_of(const study::Study& study) {
  std::vector<std::string> names;
  for (const study::Scenario& one : study.scenarios) {
    names.push_back(one.compared_with.empty() ? one.name : one.name + " against " + one.compared_with);
  }
  return names;
}

TEST_F(ScenarioInheritance, AFileWithoutExtendsRunsWithTheLibrarysBaseline) {
  const study::Study study = study_of(good_lever);
  EXPECT_EQ(names_of(study), (std::vector<std::string>{"baseline", "my against baseline"}));
  EXPECT_EQ(study.name, "my");
  EXPECT_TRUE(study.scenarios[0].levers.empty());
  ASSERT_EQ(study.scenarios[1].levers.size(), 1U);
  EXPECT_EQ(study.scenarios[1].levers[0].as_written, "my.toml:1");
}

TEST_F(ScenarioInheritance, OnlyTheDirectParentRunsWithAFile) {
  write("one.toml", good_lever);
  const study::Study study = study_of("extends = \"one.toml\"\n[[lever]]\nid = \"fee_cap\"\ncap_usd = 5\n", "two.toml");
  EXPECT_EQ(names_of(study), (std::vector<std::string>{"one", "two against one"}));
  EXPECT_EQ(scenario(study, "one").levers[0].numbers.at("cap_usd"), 100);
  EXPECT_EQ(scenario(study, "two").levers[0].numbers.at("cap_usd"), 5);
}

TEST_F(ScenarioInheritance, LeversMergeByIdTablesKeyByKeyAndListsReplace) {
  write("one.toml",
        "[run]\nseed = 7\nreplicates = 3\n[output]\ntables = [\"costs\", \"annual_skill\"]\n[[lever]]\nkind = "
        "\"fee_cap\"\n"
        "cap_usd = 100\nfine_usd = 9\norigins = [\"NPL\", \"BGD\"]\nimplementation = 0.5\n");
  const study::Study study = study_of(
      "extends = \"one.toml\"\nrun.replicates = 4\noutput.tables = [\"costs\"]\n"
      "[[lever]]\nkind = \"fee_cap\"\ncorridors = [\"NPL-QAT\"]\ncap_months_of_wage = 2\n",
      "two.toml");
  EXPECT_EQ(study.seed, 7U);
  EXPECT_EQ(study.replicates, 4);
  EXPECT_EQ(study.output_tables, std::vector<std::string>{"costs"});
  const model::LeverSpec& lever = scenario(study, "two").levers.at(0);
  EXPECT_EQ(lever.numbers,
            (std::map<std::string, double>{{"cap_months_of_wage", 2}, {"fine_usd", 9}, {"refund_percent", 0}}))
      << "another way to say the level takes the place of the inherited one";
  EXPECT_EQ(corridors_of(lever.reach), std::vector<std::string>{"NPL-QAT"}) << "and corridors that of origins";
}

TEST_F(ScenarioInheritance, TitleAndComparisonAreNotHandedDown) {
  write("one.toml", "title = \"One\"\nquestion = \"Q\"\ncompare_with = \"none\"\n");
  const study::Study study = study_of("extends = \"one.toml\"\n", "two.toml");
  EXPECT_EQ(names_of(study), (std::vector<std::string>{"one", "two against one"}));
  EXPECT_EQ(scenario(study, "two").title, "two");
  EXPECT_EQ(scenario(study, "two").question, "");
}

TEST_F(ScenarioInheritance, RemoveTakesAnInheritedLeverOut) {
  write("one.toml", good_lever);
  EXPECT_TRUE(
      scenario(study_of("extends = \"one.toml\"\n[[lever]]\nid = \"fee_cap\"\nremove = true\n", "two.toml"), "two")
          .levers.empty());
  EXPECT_EQ(short_messages("extends = \"one.toml\"\n[[lever]]\nid = \"fee_cup\"\nremove = true\n"),
            "my.toml:2:1: error: lever \"fee_cup\" cannot be removed: nothing of this id is inherited\n   hint: did "
            "you mean \"fee_cap\"?\n");
}

TEST_F(ScenarioInheritance, IncludedFilesAddLeversAndGroupsOnly) {
  write("parts/caps.toml", std::string{"[groups.origins]\nmine = [\"NPL\", \"LKA\"]\n"} + good_lever);
  const study::Study study = study_of(
      "include = [\"parts/caps.toml\"]\n[[lever]]\nid = \"fee_cap\"\norigins = [\"mine\"]\ndestinations = [\"KOR\"]\n");
  EXPECT_EQ(corridors_of(scenario(study, "my").levers.at(0).reach), (std::vector<std::string>{"LKA-KOR", "NPL-KOR"}));
  EXPECT_EQ(study.inputs.size(), 3U);
  write("bad.toml", "title = \"x\"\n");
  EXPECT_EQ(short_messages("include = [\"bad.toml\"]\n"),
            "bad.toml:1:1: error: title in an included file: it may hold only levers, shocks and groups\n"
            "   hint: write it in the file that includes this one\n");
}

TEST_F(ScenarioInheritance, AVariantIsTheFileWithSomeKeysChanged) {
  const study::Study study = study_of(
      std::string{
          "question = \"Why?\"\nvariant.weak = { title = \"Weak\", set = { lever.fee_cap.implementation = 0.05, "
          "lever.floor.remove = true } }\nvariant.rich.set.environment.home_wage_growth_percent_per_year = 5\n"} +
      good_lever + "[[lever]]\nkind = \"wage_floor\"\nid = \"floor\"\nfloor_usd_per_month = 1\nimplementation = 1\n");
  EXPECT_EQ(names_of(study), (std::vector<std::string>{"baseline", "my against baseline", "my-weak against baseline",
                                                       "my-rich against baseline"}));
  EXPECT_EQ(scenario(study, "my").levers.size(), 2U);
  ASSERT_EQ(scenario(study, "my-weak").levers.size(), 1U);
  EXPECT_EQ(scenario(study, "my-weak").levers[0].implementation.at(0).level, 0.05);
  EXPECT_EQ(scenario(study, "my-weak").title, "Weak");
  EXPECT_EQ(scenario(study, "my-weak").question, "Why?");
  EXPECT_EQ(scenario(study, "my-rich").home_wage_growth.at(0).percent_per_year, 5);
  EXPECT_EQ(scenario(study, "my").home_wage_growth.at(0).percent_per_year, 2);
}

TEST_F(ScenarioInheritance, AVariantCannotSetWhatBelongsToTheStudy) {
  EXPECT_EQ(short_messages("variant.big.set = { population.scale = 10 }\nvariant.no.set = { lever.x.cap_usd = 1 "
                           "}\nvariant.same.title = \"x\"\n"),
            "my.toml:1:21: error: a variant cannot set population.scale: it belongs to the study and holds for all its "
            "scenarios\n"
            "   hint: set it at the top of the file\n"
            "my.toml:2:26: error: lever.x: no lever of this scenario has this id\n   hint: the scenario has no lever\n"
            "my.toml:3:9: error: set is missing in variant.same: a variant without a change is its own file again\n"
            "   hint: write for instance variant.same.set = { lever.fee_cap.implementation = 0.1 }\n");
}

TEST_F(ScenarioInheritance, AFileMayBeComparedWithItsOwnVariant) {
  const study::Study study =
      study_of(std::string{"compare_with = \"variant:without\"\nvariant.weak.set.lever.fee_cap.implementation = 0.1\n"
                           "variant.without.set.lever.fee_cap.remove = true\n"} +
               good_lever);
  EXPECT_EQ(names_of(study),
            (std::vector<std::string>{"my-without", "my against my-without", "my-weak against my-without"}));
  EXPECT_EQ(short_messages("compare_with = \"variant:x\"\n"),
            "my.toml:1:16: error: compare_with = \"variant:x\": this file has no such variant\n   hint: it has none\n");
}

TEST_F(ScenarioInheritance, NamedFilesShareTheirBaselineAndKeepTheirOrder) {
  write("b.toml", std::string{"variant.v.set.lever.fee_cap.cap_usd = 1\n"} + good_lever);
  write("a.toml", "extends = \"b.toml\"\n");
  write("alone.toml", "compare_with = \"none\"\n");
  EXPECT_EQ(names_of(read_study({"b.toml", "a.toml"}, context)),
            (std::vector<std::string>{"baseline", "b against baseline", "b-v against baseline", "a against b"}));
  EXPECT_EQ(names_of(read_study({"alone.toml"}, context)), std::vector<std::string>{"alone"});
  context.baseline = "b-v";
  EXPECT_EQ(names_of(read_study({"b.toml"}, context)),
            (std::vector<std::string>{"b-v", "baseline against b-v", "b against b-v"}));
  context.baseline.clear();
  context.alone = true;
  EXPECT_EQ(names_of(read_study({"b.toml"}, context)), (std::vector<std::string>{"b", "b-v"}));
}

TEST_F(ScenarioInheritance, ABaselineIsNamedFirstWhereverItIsNamed) {
  write("base.toml", "compare_with = \"none\"\n");
  write("a.toml", std::string{"compare_with = \"base.toml\"\n"} + good_lever);
  EXPECT_EQ(names_of(read_study({"a.toml", "base.toml"}, context)),
            (std::vector<std::string>{"base", "a against base"}));
}

TEST_F(ScenarioInheritance, TwoScenariosOfOneNameAreRefused) {
  write("baseline.toml", good_lever);
  EXPECT_EQ(short_messages_of({"baseline.toml"}),
            "baseline.toml: error: two scenarios are called \"baseline\": the other is library:baseline\n"
            "   hint: rename one of the files, or write compare_with = \"none\"\n");
}

TEST_F(ScenarioInheritance, TwoFilesOfOneNameAreRefusedAndSoIsAFileNamedAsAVariant) {
  write("a/cap.toml", good_lever);
  write("b/cap.toml", good_lever);
  EXPECT_EQ(short_messages_of({"a/cap.toml", "b/cap.toml"}),
            "b/cap.toml: error: two scenarios are called \"cap\": the other is a/cap.toml\n"
            "   hint: a file's name is the scenario's: rename one of the two\n");
  write("a/cap-low.toml", good_lever);
  write("b/cap.toml", std::string{"variant.low.set = { lever.fee_cap.cap_usd = 1 }\n"} + good_lever);
  EXPECT_EQ(short_messages_of({"a/cap-low.toml", "b/cap.toml"}),
            "b/cap.toml: error: two scenarios are called \"cap-low\": the other is a/cap-low.toml\n"
            "   hint: a file's name is the scenario's: rename one of the two\n");
}

TEST_F(ScenarioInheritance, StandardInputIsAScenarioInTheFolderOneStandsIn) {
  write("base.toml", "run.seed = 5\n");
  context.standard_input = std::string{"extends = \"base.toml\"\n"} + good_lever;
  const study::Study study = read_study({"-"}, context);
  EXPECT_EQ(study.name, "stdin");
  EXPECT_EQ(study.seed, 5U);
  EXPECT_EQ(names_of(study), (std::vector<std::string>{"base", "stdin against base"}));
  EXPECT_EQ(study.inputs.back().path, "stdin");
  EXPECT_EQ(scenario(study, "stdin").levers.at(0).as_written, "<stdin>:2");
  EXPECT_EQ(read_reference_choice({"-"}, context.library, {}, "reference.base_year = 2018\n").base_year, 2018);
}

TEST_F(ScenarioInheritance, StandardInputIsCheckedAsAFileIs) {
  context.standard_input = "run.seed = -1\nextends = \"nowhere.toml\"\n";
  EXPECT_EQ(short_messages_of({"-"}),
            "<stdin>:1:12: error: seed = -1: cannot be negative\n   hint: seed is 0 to 9,223,372,036,854,775,807\n"
            "<stdin>:2:11: error: extends = \"nowhere.toml\": no such file\n"
            "   hint: paths are relative to the file that names them; shipped scenarios are library:NAME\n");
  context.standard_input = "title = \"\xE9\"\n";
  EXPECT_EQ(short_messages_of({"-"}),
            "<stdin>:1:10: error: not UTF-8 (byte 0xE9 at position 10)\n"
            "   hint: save as UTF-8; spreadsheets call it \"CSV UTF-8\"\n");
  context.standard_input = std::string(most_scenario_bytes + 1, '#');
  EXPECT_EQ(short_messages_of({"-"}),
            "<stdin>: error: 1,048,577 bytes: at most 1 MiB\n   hint: a scenario is a few kilobytes of text; data go "
            "into the folder that reference.tables names\n");
  context.standard_input.reset();
  EXPECT_EQ(findings_in({"-"}).at(0).code, "no-such-file");
}

TEST_F(ScenarioInheritance, AMarkedFolderIsTheStudyFolder) {
  write("shared/base.toml", "run.seed = 5\n");
  write("mine/my.toml", "extends = \"../shared/base.toml\"\n");
  EXPECT_EQ(findings_in({"mine/my.toml"}).size(), 1U);
  write(".sojourn", "");
  const study::Study study = read_study({"mine/my.toml"}, context);
  EXPECT_EQ(study.seed, 5U);
  EXPECT_EQ(study.inputs.at(1).path, "shared/base.toml");
  EXPECT_EQ(study.inputs.at(2).path, "mine/my.toml");
}

TEST_F(ScenarioInheritance, EightFilesMayStandOnOneAnotherAndNoMore) {
  write("f0.toml", "");
  for (int i = 1; i <= 9; ++i)
    write("f" + std::to_string(i) + ".toml", "extends = \"f" + std::to_string(i - 1) + ".toml\"\n");
  EXPECT_EQ(short_messages_of({"f8.toml"}), "");
  EXPECT_EQ(short_messages_of({"f9.toml"}),
            "f9.toml:1:11: error: extends goes more than 8 files deep\n   hint: put the values of some of them into "
            "one file\n");
  for (int i = 10; i <= 200; ++i)
    write("f" + std::to_string(i) + ".toml", "extends = \"f" + std::to_string(i - 1) + ".toml\"\n");
  EXPECT_EQ(findings_in({"f200.toml"}).size(), 1U);
}

TEST_F(ScenarioInheritance, ABrokenParentIsToldAloneAndNotAsGapsOfItsChild) {
  write("one.toml", "kind = fee_cap\n");
  EXPECT_EQ(short_messages("extends = \"one.toml\"\n[[lever]]\nid = \"fee_cap\"\ncap_usd = -1\nkind = \"fee_cap\"\n"),
            "my.toml:4:11: error: cap_usd = -1: a cap cannot be negative\n   hint: write 0 for zero-fee recruitment, "
            "or delete the line for no cap\n"
            "one.toml:1:8: error: not TOML: text must stand in quotation marks\n   hint: write kind = \"fee_cap\"\n");
}

TEST_F(ScenarioInheritance, TheSourceAndTheHashesOfAllFilesAreKept) {
  write("one.toml", "run.seed = 5\n");
  const study::Study study = study_of("extends = \"one.toml\"\n", "two.toml");
  const std::string& source = scenario(study, "two").source_text;
  EXPECT_TRUE(source.starts_with("# library:baseline\n"));
  EXPECT_TRUE(source.ends_with("# one.toml\nrun.seed = 5\n# two.toml\nextends = \"one.toml\"\n")) << source;
  ASSERT_EQ(study.inputs.size(), 3U);
  EXPECT_EQ(study.inputs[1].path, "one.toml");
  // printf 'run.seed = 5\n' | sha256sum
  EXPECT_EQ(study.inputs[1].sha256, "4b047e2f6ea47460c733b345be4b89f5e3f4d248167a57f6e39e9610e39424ee");
}

}  // namespace
}  // namespace sojourn::io::test
