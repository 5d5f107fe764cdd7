// What belongs to the study, what is written out of it, and what the command line changes.
#include "unit/io/scenario_support.hpp"

namespace sojourn::io::test {
namespace {

using ScenarioStudy = ScenarioTest;

TEST_F(ScenarioStudy, AnEmptyFileHasTheDefaultsOfTheLanguage) {
  const study::Study study = study_of("");
  EXPECT_EQ(study.start, (Month{2026, 1}));
  EXPECT_EQ(study.end, (Month{2035, 12}));
  EXPECT_EQ(study.months(), 120);
  EXPECT_EQ(study.burn_in_months, 24);
  EXPECT_EQ(study.scale, 100);
  EXPECT_EQ(study.seed, 1U);
  EXPECT_EQ(study.replicates, 32);
  EXPECT_EQ(study.reference_tables, "");
  EXPECT_EQ(study.base_year, 2019);
  EXPECT_EQ(study.price_year, 2019);
  EXPECT_EQ(study.grades, 7U);
  EXPECT_EQ(study.interval_percent, 90);
  EXPECT_EQ(study.compression_level, 1);
  EXPECT_EQ(study.origins, std::vector<bool>(12, true));
  EXPECT_EQ(study.destinations, std::vector<bool>(13, true));
  EXPECT_EQ(study.output_tables,
            (std::vector<std::string>{"monthly_origin", "monthly_corridor", "annual_corridor", "annual_sector",
                                      "annual_skill", "annual_returns", "costs"}));
  EXPECT_EQ(study.output_indicators, std::vector<std::string>{"all"});
  const study::Scenario& my = scenario(study, "my");
  ASSERT_EQ(my.demand_growth.size(), 1U);
  EXPECT_EQ(my.demand_growth[0].percent_per_year, 2);
  EXPECT_EQ(my.demand_growth[0].places, std::vector<bool>(13, true));
  EXPECT_EQ(my.home_wage_growth[0].places, std::vector<bool>(12, true));
}

TEST_F(ScenarioStudy, EveryStudyValueCanBeWritten) {
  std::filesystem::create_directories("tables");
  const study::Study study = study_of(
      "author = \"A\"\ncontact = \"C\"\nformat = 1\n[time]\nstart = \"2020-03\"\nend = \"2020-03\"\nburn_in_months = "
      "0\n"
      "[population]\nscale = 1\norigins = [\"south_asia\", \"-AFG\"]\ndestinations = [\"-gcc\"]\n[run]\nseed = "
      "9223372036854775807\nreplicates = 1\n"
      "[reference]\ntables = \"tables\"\nbase_year = 2022\nprice_year = 2021\ngrades = [\"A\", \"C\"]\n"
      "[uncertainty]\nparameters = \"central\"\ninterval_percent = 95.5\n[output]\nindicators = "
      "[\"lead\"]\ncompression_level = 9\n");
  EXPECT_EQ(study.author + study.contact, "AC");
  EXPECT_EQ(study.months(), 1);
  EXPECT_EQ(study.burn_in_months, 0);
  EXPECT_EQ(study.scale, 1);
  EXPECT_EQ(study.seed, 9223372036854775807U);
  EXPECT_EQ(study.replicates, 1);
  EXPECT_EQ(study.base_year, 2022);
  EXPECT_EQ(study.price_year, 2021);
  EXPECT_EQ(study.grades, 5U);
  EXPECT_EQ(study.interval_percent, 95.5);
  EXPECT_EQ(study.output_indicators, std::vector<std::string>{"lead"});
  EXPECT_EQ(std::filesystem::path{study.reference_tables}.filename(), "tables");
  EXPECT_EQ(std::ranges::count(study.origins, true), 5);
  EXPECT_EQ(std::ranges::count(study.destinations, true), 7);
}

TEST_F(ScenarioStudy, ValuesOutsideTheirRangeAreRefused) {
  EXPECT_EQ(short_messages("format = 2\n[time]\nstart = \"2026-01\"\nend = \"2025-12\"\nburn_in_months = "
                           "241\n[population]\nscale = 100001\n"
                           "[run]\nseed = -1\n[reference]\ngrades = [\"D\"]\n[uncertainty]\ninterval_percent = 49\n"
                           "[output]\ncompression_level = 10\nindicators = [\"deploymens\"]\n"),
            "my.toml:1:10: error: format = 2: above 1\n   hint: this program reads format 1\n"
            "my.toml:4:7: error: end = \"2025-12\" is before start = \"2026-01\" (line 3): no month is left\n"
            "   hint: end is the last month that is run\n"
            "my.toml:5:18: error: burn_in_months = 241: above 240\n   hint: burn_in_months is 0 to 240\n"
            "my.toml:7:9: error: scale = 100001: above 100,000\n"
            "   hint: scale is the persons that one simulated person stands for: 1 to 100,000\n"
            "my.toml:9:8: error: seed = -1: cannot be negative\n   hint: seed is 0 to 9,223,372,036,854,775,807\n"
            "my.toml:11:11: error: grades = [\"D\"]: no such grade\n   hint: the grades are A, B and C\n"
            "my.toml:13:20: error: interval_percent = 49: below 50\n   hint: interval_percent is 50 to 99.9\n"
            "my.toml:15:21: error: compression_level = 10: above 9\n   hint: compression_level is 0 to 9\n"
            "my.toml:16:15: error: indicators = [\"deploymens\"]: no such indicator\n"
            "   hint: did you mean \"deployments\"? the indicators are all, deployments and lead\n");
  EXPECT_EQ(short_messages("[time]\nend = \"2126-01\"\n"),
            "my.toml:2:7: error: 1,201 months from 2026-01 to 2126-01: at most 1,200\n   hint: end is the last month "
            "that is run\n");
}

TEST_F(ScenarioStudy, TwoFilesThatDifferInTheStudyAreShownBoth) {
  write("one.toml", "population.scale = 50\n");
  write("two.toml", "[run]\nseed = 1\n[population]\nscale = 60\n");
  write("three.toml", "");
  EXPECT_EQ(short_messages_of({"one.toml", "two.toml", "three.toml"}),
            "two.toml:4:9: error: population.scale = 60 in two.toml:4, but 50 in one.toml:1: it belongs to the study, "
            "which both files share\n"
            "   hint: write the same in both, or --set population.scale=50\n"
            "three.toml: error: population.scale = 100 in three.toml (from library:baseline:9), but 50 in one.toml:1: "
            "it belongs to the study, which both files share\n"
            "   hint: write the same in both, or --set population.scale=50\n");
  context.overrides = {"population.scale=70"};
  const study::Study study = read_study({"one.toml", "two.toml", "three.toml"}, context);
  EXPECT_EQ(study.scale, 70);
}

TEST_F(ScenarioStudy, TheNamedFilesStudyHoldsForItsParentToo) {
  write("one.toml",
        "run.replicates = 5\n[[lever]]\nkind = \"wage_floor\"\nfloor_usd_per_month = 3\nimplementation = 1\n");
  const study::Study study =
      study_of("extends = \"one.toml\"\ntime.start = \"2030-01\"\npopulation.scale = 2000\n", "two.toml");
  EXPECT_EQ(study.scale, 2000);
  EXPECT_EQ(study.replicates, 5);
  EXPECT_EQ(scenario(study, "one").levers[0].start, (Month{2030, 1}))
      << "the default start of a parent's lever is the study's";
}

TEST_F(ScenarioStudy, OverridesAreRecordedAndCheckedLikeTheFile) {
  context.overrides = {"run.replicates=4", "time.end=2027-06", "lever.fee_cap.cap_usd=7",
                       "environment.demand_growth_percent_per_year=0"};
  const study::Study study = study_of(good_lever);
  EXPECT_EQ(study.replicates, 4);
  EXPECT_EQ(study.end, (Month{2027, 6}));
  const study::Scenario& my = scenario(study, "my");
  EXPECT_EQ(my.levers[0].numbers.at("cap_usd"), 7);
  EXPECT_EQ(scenario(study, "baseline").demand_growth[0].percent_per_year, 0)
      << "both sides of a comparison live in one world";
  EXPECT_NE(my.effective_toml.find("# --set \"run.replicates=4\"\n"), std::string::npos);
  EXPECT_NE(my.source_text.find("# --set \"time.end=2027-06\"\n"), std::string::npos);

  context.overrides = {"run.replicates=0", "populaton.scale=1", "nonsense", "lever.fee_cup.cap_usd=1", "title=x"};
  EXPECT_EQ(
      short_messages(good_lever),
      "--set run.replicates=0: error: replicates = 0: below 1\n   hint: 32 pairs are usual\n"
      "--set populaton.scale=1: error: populaton cannot be set on the command line\n   hint: did you mean population?\n"
      "--set nonsense: error: not key=value\n   hint: write for instance --set run.replicates=8\n"
      "--set lever.fee_cup.cap_usd=1: error: no scenario has a lever \"fee_cup\"\n   hint: did you mean "
      "lever.fee_cap?\n"
      "--set title=x: error: title cannot be set on the command line\n"
      "   hint: did you mean time?\n");
}

TEST_F(ScenarioStudy, GrowthIsANumberOrAListWhoseLaterEntriesWin) {
  const study::Study study = study_of(
      "[environment]\nhome_wage_growth_percent_per_year = -1.5\n"
      "demand_growth_percent_per_year = [{ destinations = [\"gcc\"], percent = 3 }, { sectors = [\"domestic_work\"], "
      "percent = 0 }]\n");
  const study::Scenario& my = scenario(study, "my");
  ASSERT_EQ(my.demand_growth.size(), 3U);
  EXPECT_EQ(my.demand_growth[0].percent_per_year, 2) << "what no entry reaches grows as by default";
  EXPECT_EQ(std::ranges::count(my.demand_growth[1].places, true), 6);
  EXPECT_EQ(my.demand_growth[2].sectors, 1U);
  EXPECT_EQ(my.home_wage_growth.at(0).percent_per_year, -1.5);
  EXPECT_EQ(short_messages("[environment]\ndemand_growth_percent_per_year = [{ origins = [\"NPL\"] }, "
                           "3]\nhome_wage_growth_percent_per_year = 51\n"),
            "my.toml:2:35: error: percent is missing in demand_growth_percent_per_year\n   hint: percent is -50 to 50, "
            "a year\n"
            "my.toml:2:37: error: unknown key origins in demand_growth_percent_per_year\n   hint: known here: "
            "destinations, sectors and percent\n"
            "my.toml:2:58: error: demand_growth_percent_per_year = [3]: must be a table\n   hint: write { destinations "
            "= [\"all\"], percent = 2 }\n"
            "my.toml:3:37: error: home_wage_growth_percent_per_year = 51: above 50\n   hint: "
            "home_wage_growth_percent_per_year is -50 to 50\n");
}

TEST_F(ScenarioStudy, ParametersAreFixedByNameInTheirRange) {
  EXPECT_EQ(scenario(study_of("parameters.network_effect = 0.4\n"), "my").parameters,
            (std::map<std::string, double>{{"network_effect", 0.4}}));
  EXPECT_EQ(short_messages("[parameters]\nnetwork_efect = 0.4\nlender_rate_per_year = 3\n"),
            "my.toml:2:1: error: unknown parameter network_efect\n   hint: did you mean network_effect? sojourn levers "
            "--parameters lists all\n"
            "my.toml:3:24: error: lender_rate_per_year = 3: above 0.6\n   hint: lender_rate_per_year is 0.2 to 0.6\n");
}

TEST_F(ScenarioStudy, OwnGroupsMayUseOtherGroups) {
  const study::Study study = study_of(
      "[groups.origins]\nhills = [\"NPL\", \"AFG\"]\nrest = [\"south_asia\", \"-hills\"]\n[groups.sectors]\nsite = "
      "[\"construction\", \"transport\"]\n"
      "[[lever]]\nkind = \"wage_floor\"\nfloor_usd_per_month = 1\nimplementation = 1\ncorridors = "
      "[\"rest-QAT\"]\nsectors = [\"-site\"]\n");
  const model::LeverSpec& lever = scenario(study, "my").levers.at(0);
  EXPECT_EQ(corridors_of(lever.reach), (std::vector<std::string>{"BGD-QAT", "IND-QAT", "LKA-QAT", "PAK-QAT"}));
  EXPECT_EQ(lever.reach.sectors, 0xFFU & ~0x44U);
  EXPECT_EQ(
      short_messages("[groups.origins]\nNPL = [\"BGD\"]\ngulf_a = [\"gcc\"]\nsouth_asia = [\"NPL\"]\n"),
      "my.toml:2:1: error: \"NPL\" cannot be the name of a group\n   hint: use the letters a to z, digits and _ only\n"
      "my.toml:3:11: error: gulf_a: \"gcc\" is neither a country of the reference tables nor a group\n"
      "   hint: \"gcc\" is one of the destinations; sojourn levers --groups lists all\n"
      "my.toml:4:1: error: the name south_asia is taken\n   hint: give the group another name\n");
}

TEST_F(ScenarioStudy, TheEffectiveFileIsStableAndReadsBackToTheSame) {
  const study::Study first = study_of(
      std::string{"title = \"T \\\"q\\\"\"\nparameters.network_effect = 0.4\n[groups.origins]\nmine = "
                  "[\"NPL\"]\n[groups.sectors]\nsite = [\"construction\"]\n"
                  "[environment]\ndemand_growth_percent_per_year = [{ destinations = [\"gcc\"], percent = 3 }]\n"} +
      good_lever +
      "origins = [\"mine\"]\nsectors = [\"site\"]\nstart = \"2026-07\"\nphase_in_months = 6\n"
      "[[lever]]\nkind = \"wage_floor\"\nfloor_local_per_month = 1200\ncurrency = \"SAR\"\nend = \"2030-01\"\n"
      "implementation = [{ from = \"2026-01\", level = 0 }, { from = \"2027-01\", level = 0.25 }]\nwhy = \"so\"\n");
  const std::string& text = scenario(first, "my").effective_toml;
  EXPECT_NE(text.find("floor_usd_per_month = 320\n"), std::string::npos) << text;
  EXPECT_NE(text.find("interval_percent = 90\n"), std::string::npos);
  const study::Study second = study_of(text, "again.toml");
  ASSERT_EQ(second.scenarios.size(), 1U) << "it compares with nothing";
  const auto body = [](const std::string& whole) {
    std::string kept;
    std::size_t begin = whole.find("format = 1");
    for (std::size_t at = begin; at < whole.size();) {
      const std::size_t end = whole.find('\n', at);
      const std::string line = whole.substr(at, end - at);
      kept += (line.starts_with("[[lever]]") ? "[[lever]]" : line) + "\n";
      at = end + 1;
    }
    return kept;
  };
  EXPECT_EQ(body(second.scenarios[0].effective_toml), body(text));
  EXPECT_EQ(second.scenarios[0].levers[1].implementation.size(), 2U);
}

TEST_F(ScenarioStudy, TheReferenceChoiceComesFirstAndToleratesMistakes) {
  std::filesystem::create_directories("tables");
  write("one.toml", "[reference]\ngrades = [\"A\", \"B\"]\ntables = \"tables\"\n");
  write("two.toml", "extends = \"one.toml\"\nnonsense = 1\nreference.price_year = 2020\n[[lever]]\nkind = \"no\"\n");
  const ReferenceChoice choice = read_reference_choice({"two.toml"}, context.library);
  EXPECT_EQ(choice.grades, 3U);
  EXPECT_EQ(choice.tables.filename(), "tables");
  EXPECT_EQ(choice.base_year, 2019);
  EXPECT_EQ(choice.price_year, 2020);
  EXPECT_EQ(read_reference_choice({"two.toml"}, context.library, {"reference.grades=[\"C\"]"}).grades, 4U);
  EXPECT_EQ(read_reference_choice({"missing.toml"}, context.library).grades, 7U);
  EXPECT_EQ(short_messages("[reference]\ntables = \"nowhere\"\n"),
            "my.toml:2:10: error: tables = \"nowhere\": no such folder\n"
            "   hint: paths are relative to the file that names them; the shipped tables are library:reference\n");
}

}  // namespace
}  // namespace sojourn::io::test
