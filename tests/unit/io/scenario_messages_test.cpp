// The words of INTERFACE chapter 4, held letter by letter.
#include "model/levers/lever.hpp"
#include "unit/io/scenario_support.hpp"

namespace sojourn::io::test {
namespace {

using ScenarioMessages = ScenarioTest;

TEST_F(ScenarioMessages, ANegativeCapIsShownWithItsLineAndCarets) {
  write("npl.toml", "[[lever]]\nkind = \"fee_cap\"\nimplementation = 0.5\ncap_usd = -200\n");
  EXPECT_EQ(messages_of({"npl.toml"}),
            "npl.toml:4:11: error: cap_usd = -200: a cap cannot be negative\n"
            "   4 | cap_usd = -200\n"
            "     |           ^~~~\n"
            "   hint: write 0 for zero-fee recruitment, or delete the line for no cap\n");
}

TEST_F(ScenarioMessages, AMisspeltLeverGetsTheNearestName) {
  EXPECT_EQ(short_messages("[[lever]]\nkind = \"fee_caps\"\n"),
            "my.toml:2:8: error: kind = \"fee_caps\": no such lever\n"
            "   hint: did you mean \"fee_cap\"? sojourn levers lists all " +
                std::to_string(model::lever_kinds().size()) + "\n");
}

TEST_F(ScenarioMessages, ALeverOfALaterVersionIsRefusedByName) {
  EXPECT_EQ(short_messages(
                "title = \"x\"\n# one\n# two\n# three\n# four\n# five\n# six\n[[lever]]\nkind = \"training_seats\"\n",
                "x.toml"),
            "x.toml:9:8: error: kind = \"training_seats\": this lever does not exist in this version\n"
            "   hint: sojourn levers lists all " +
                std::to_string(model::lever_kinds().size()) + "\n");
}

TEST_F(ScenarioMessages, AnUnknownKeyGetsTheNearestName) {
  EXPECT_EQ(short_messages(std::string{good_lever} + "fine_us = 3\n"),
            "my.toml:5:1: error: unknown key fine_us in fee_cap\n   hint: did you mean fine_usd?\n");
}

TEST_F(ScenarioMessages, AnUnknownKeyAtTheTopOrInATableGetsTheNearestName) {
  EXPECT_EQ(short_messages("titel = \"x\"\n[population]\nsclae = 5\n"),
            "my.toml:1:1: error: unknown key titel\n   hint: did you mean title?\n"
            "my.toml:3:1: error: unknown key sclae in population\n   hint: did you mean scale?\n");
}

TEST_F(ScenarioMessages, AnUnknownSexIsToldTheTwoValues) {
  EXPECT_EQ(short_messages(std::string{good_lever} + "sexes = [\"woman\"]\n"),
            "my.toml:5:10: error: sexes = [\"woman\"]: no such sex\n"
            "   hint: write \"women\"; the two values are \"women\" and \"men\"\n");
}

TEST_F(ScenarioMessages, AnUnknownCountryGetsTheNearestCodeAndItsName) {
  EXPECT_EQ(short_messages(std::string{good_lever} + "destinations = [\"gcc\", \"QTR\"]\n"),
            "my.toml:5:24: error: destinations: \"QTR\" is neither a country of the reference tables nor a group\n"
            "   hint: did you mean \"QAT\" (Qatar)? sojourn levers --groups lists all\n");
}

TEST_F(ScenarioMessages, ACountryByNameOrOnTheWrongSideIsUnderstood) {
  EXPECT_EQ(short_messages(std::string{good_lever} + "origins = [\"nepal\"]\ndestinations = [\"NPL\"]\n"),
            "my.toml:5:12: error: origins: \"nepal\" is neither a country of the reference tables nor a group\n"
            "   hint: did you mean \"NPL\" (Nepal)? sojourn levers --groups lists all\n"
            "my.toml:6:17: error: destinations: \"NPL\" is neither a country of the reference tables nor a group\n"
            "   hint: \"NPL\" is one of the origins; sojourn levers --groups lists all\n");
}

TEST_F(ScenarioMessages, AnEndBeforeTheStartNamesBothLines) {
  EXPECT_EQ(short_messages(std::string{good_lever} + "start = \"2026-07\"\nend = \"2026-01\"\n"),
            "my.toml:6:7: error: end = \"2026-01\" is before start = \"2026-07\" (line 5): never in force\n"
            "   hint: end is the last month in force; delete it for no end\n");
}

TEST_F(ScenarioMessages, AnImplementationInPercentIsOfferedAsAShare) {
  EXPECT_EQ(short_messages("[[lever]]\nkind = \"fee_cap\"\ncap_usd = 1\nimplementation = 60\n"),
            "my.toml:4:18: error: implementation = 60: must be between 0 and 1\n   hint: did you mean 0.6?\n");
}

TEST_F(ScenarioMessages, ARuleOnOthersMustSayHowFarItIsEnforced) {
  EXPECT_EQ(
      short_messages("title = \"x\"\n[[lever]]\nkind = \"fee_cap\"\ncap_usd = 1\n"),
      "my.toml:2:1: error: implementation is missing in fee_cap: a rule on others must say how far it is enforced\n"
      "   hint: write 0 to 1: at 0 the rule does not exist, 1 claims full enforcement\n");
}

TEST_F(ScenarioMessages, AYearThatTheTablesCannotServeNamesThoseThatTheyCan) {
  context.base_years = std::vector<int>{2010, 2012, 2013, 2019};
  EXPECT_EQ(short_messages("reference.base_year = 2015\n"),
            "my.toml:1:23: error: base_year = 2015: deployments.csv counts no whole year of deployments then, in the "
            "grades of this study\n"
            "   hint: write a year that it counts: 2010, 2012 to 2013, 2019\n");
  EXPECT_EQ(short_messages("reference.base_year = 2012\nreference.price_year = 2014\n"), "");
  EXPECT_EQ(short_messages("reference.price_year = 2023\n"),
            "my.toml:1:24: error: price_year = 2023: dollars of 2014 to 2022 stand as they are, and no table holds a "
            "price index for other years\n"
            "   hint: write a year from 2014 to 2022; without the line it is 2019\n");
  // The tables of the study count, not the year of a file that it stands on and overrules.
  context.base_years = std::vector<int>{2012};
  EXPECT_EQ(short_messages("reference.base_year = 2012\n"), "");
  EXPECT_EQ(short_messages(""),
            "my.toml: error: base_year = 2019: deployments.csv counts no whole year of deployments then, in the grades "
            "of this study\n"
            "   hint: write a year that it counts: 2012\n");
  context.base_years = std::vector<int>{};
  EXPECT_EQ(
      short_messages("[reference]\ngrades = [\"C\"]\n"),
      "my.toml: error: base_year = 2019: deployments.csv counts no whole year of deployments then, in the grades of "
      "this study\n"
      "   hint: it counts none in any year: allow more grades, or add rows\n");
}

TEST_F(ScenarioMessages, TwoLevelsOnOneCellNameTheCorridorsAndTheMonth) {
  EXPECT_EQ(
      short_messages(std::string{good_lever} +
                     "[[lever]]\nid = \"second-cap\"\nkind = \"fee_cap\"\ncorridors = [\"NPL-gcc\", \"NPL-MYS\"]\n"
                     "start = \"2027-01\"\ncap_usd = 1\nimplementation = 1\n"),
      "my.toml:5:1: error: \"second-cap\" and \"fee_cap\" (line 1) both set fee_cap for NPL-SAU, NPL-ARE and 5 more "
      "from 2027-01\n"
      "   hint: narrow one filter, or add replaces = \"fee_cap\" here\n");
}

TEST_F(ScenarioMessages, AKeyWrittenTwiceNamesTheFirstLineAndTheRestIsReadOn) {
  EXPECT_EQ(short_messages("[time]\nstart = \"2026-01\"\nend = \"2030-12\"\nstart = \"2027-01\"\nburn_in_month = 3\n"),
            "my.toml:4:1: error: key start is written twice in one table (first at line 2)\n   hint: keep one\n"
            "my.toml:5:1: error: unknown key burn_in_month in time\n   hint: did you mean burn_in_months?\n");
}

TEST_F(ScenarioMessages, AKeyTwiceInAnInlineTableAndATableTwiceAreTold) {
  EXPECT_EQ(short_messages("run = { seed = 1, seed = 2 }\n"),
            "my.toml:1:19: error: key seed is written twice in one table (first at line 1)\n   hint: keep one\n");
  EXPECT_EQ(short_messages("[run]\nseed = 1\n[time]\n[run]\nreplicates = 2\n"),
            "my.toml:4:1: error: table [run] is written twice (first at line 1)\n   hint: keep one header and put all "
            "its keys under it\n");
}

TEST_F(ScenarioMessages, ACorridorWithoutDataCannotBeReached) {
  EXPECT_EQ(short_messages(std::string{good_lever} + "corridors = [\"AFG-KOR\"]\n"),
            "my.toml:5:14: error: corridors = [\"AFG-KOR\"] cannot be reached: no deployments, stock or wage in the "
            "reference tables\n"
            "   hint: add rows for it, or widen the filter; sojourn check --data shows what is there\n");
}

TEST_F(ScenarioMessages, AMissingUnitIsOffered) {
  EXPECT_EQ(short_messages("[[lever]]\nkind = \"wage_floor\"\nimplementation = 1\nfloor = 400\n"),
            "my.toml:4:1: error: floor = 400: unit missing\n"
            "   hint: did you mean floor_usd_per_month? Units are part of key names\n");
}

TEST_F(ScenarioMessages, ACycleIsShownFileByFile) {
  write("a.toml", "# a\n\nextends = \"b.toml\"\n");
  write("b.toml", "# b\nextends = \"a.toml\"\n");
  EXPECT_EQ(short_messages_of({"a.toml"}),
            "a.toml:3:11: error: extends forms a cycle: a.toml -> b.toml (b.toml:2) -> a.toml\n"
            "   hint: one of them must stand on library:baseline\n");
}

TEST_F(ScenarioMessages, AFileOutsideTheStudyFolderIsRefused) {
  EXPECT_EQ(short_messages("\n\nextends = \"../../secret.toml\"\n"),
            "my.toml:3:11: error: extends = \"../../secret.toml\" leaves the study folder\n"
            "   hint: copy the file in, or place an empty file named .sojourn in the folder that holds both\n");
}

TEST_F(ScenarioMessages, BytesThatAreNotUtf8AreNamedWithTheirPlace) {
  EXPECT_EQ(short_messages("title = \"x\"\n\n\xE9t\xE9 = 1\n"),
            "my.toml:3:1: error: not UTF-8 (byte 0xE9 at position 14)\n"
            "   hint: save as UTF-8; spreadsheets call it \"CSV UTF-8\"\n");
}

TEST_F(ScenarioMessages, TooManyReplicatesAreToldWhatIsUsual) {
  EXPECT_EQ(short_messages("[run]\nseed = 1\nreplicates = 99999999999\n"),
            "my.toml:3:14: error: replicates = 99999999999: above 10,000\n   hint: 32 pairs are usual\n");
}

TEST_F(ScenarioMessages, NestingDeeperThanSixteenIsRefused) {
  EXPECT_EQ(short_messages("\na = [[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]\n"),
            "my.toml:2:21: error: 17 levels of nesting: at most 16\n"
            "   hint: nothing in the language needs more than 5; look for a missing bracket above\n");
}

TEST_F(ScenarioMessages, AMissingFileGetsTheNearestName) {
  write("npl-cap.toml", "");
  EXPECT_EQ(short_messages_of({"npl-cab.toml"}),
            "npl-cab.toml: error: no such file\n   hint: did you mean \"npl-cap.toml\"?\n");
  EXPECT_EQ(short_messages("extends = \"npl-cab.toml\"\n"),
            "my.toml:1:11: error: extends = \"npl-cab.toml\": no such file\n   hint: did you mean \"npl-cap.toml\"?\n");
  EXPECT_EQ(short_messages("extends = \"library:basline\"\n"),
            "my.toml:1:11: error: extends = \"library:basline\": the library has no such scenario\n"
            "   hint: did you mean \"library:baseline\"?\n");
}

TEST_F(ScenarioMessages, WrongTypesSayWhatIsWanted) {
  EXPECT_EQ(short_messages("title = 5\n[population]\nscale = \"100\"\norigins = \"NPL\"\n[run]\nreplicates = 2.5\n"
                           "[environment]\ndemand_growth_percent_per_year = \"2\"\n"),
            "my.toml:1:9: error: title = 5: must be text\n   hint: write \"5\", in quotation marks\n"
            "my.toml:3:9: error: scale = \"100\": must be a whole number\n"
            "   hint: scale is the persons that one simulated person stands for: 1 to 100,000\n"
            "my.toml:4:11: error: origins = \"NPL\": must be a list\n   hint: write [\"NPL\"]\n"
            "my.toml:6:14: error: replicates = 2.5: must be a whole number\n   hint: 32 pairs are usual\n"
            "my.toml:8:34: error: demand_growth_percent_per_year = \"2\": must be a number\n   hint: write 2 without "
            "quotation marks\n");
}

TEST_F(ScenarioMessages, DatesAreMonths) {
  EXPECT_EQ(short_messages("[time]\nstart = 2026-07-15\nend = \"2026-13\"\n"),
            "my.toml:2:9: error: start = 2026-07-15: dates are months, without a day\n   hint: write \"2026-07\"\n"
            "my.toml:3:7: error: end = \"2026-13\": not a month\n   hint: write year and month: \"2026-07\"\n");
}

TEST_F(ScenarioMessages, WhatLaterVersionsAddIsRefusedAndNeverIgnored) {
  EXPECT_EQ(
      short_messages(
          "run.until = 3\nreport.sections = []\n[output]\ntables = [\"journey\", \"costs\"]\npanel_one_in = 1000\n"
          "[uncertainty]\nparameters = \"prior\"\nmembers = 3\n"),
      "my.toml:1:5: error: run.until: this key does not exist in this version\n   hint: run.replicates sets how many "
      "pairs are run\n"
      "my.toml:2:1: error: report: this key does not exist in this version\n"
      "   hint: delete the table; this version prints the effects and writes the results file\n"
      "my.toml:4:11: error: tables = [\"journey\"]: this table does not exist in this version\n"
      "   hint: the tables of this version: monthly_origin, monthly_corridor, annual_corridor, annual_sector, "
      "annual_skill, "
      "annual_returns and costs\n"
      "my.toml:5:1: error: output.panel_one_in: this key does not exist in this version\n"
      "   hint: delete the line; no life histories are sampled\n"
      "my.toml:7:14: error: parameters = \"prior\": does not exist in this version\n"
      "   hint: write \"central\", or delete the line: parameters stand at their central values\n"
      "my.toml:8:1: error: uncertainty.members: this key does not exist in this version\n"
      "   hint: delete the line; parameters stand at their central values\n");
  EXPECT_EQ(
      short_messages(std::string{good_lever} +
                     "replaces = \"ref-npl-fee-gcc-2015\"\n"),
      "my.toml:5:12: error: replaces = \"ref-npl-fee-gcc-2015\": no lever of this scenario has this id\n"
      "   hint: sojourn levers --in-force lists the rules in force\n");
}

TEST_F(ScenarioMessages, WhatIsNotTomlIsToldInWordsForPeople) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"kind = fee_cap", "1:8: error: not TOML: text must stand in quotation marks\n   hint: write kind = \"fee_cap\""},
      {"kind = cap # x", "1:8: error: not TOML: text must stand in quotation marks\n   hint: write kind = \"cap\""},
      {"a = True", "1:5: error: not TOML: not a value\n   hint: write true or false, in small letters"},
      {"start = 2026-07", "1:9: error: not TOML: a month is text\n   hint: write it in quotation marks: \"2026-07\""},
      {"a =", "1:4: error: not TOML: the value is missing\n   hint: write a value after =, or delete the line"},
      {"a = \"x",
       "1:7: error: not TOML: the closing quotation mark is missing\n   hint: end the text on its own line with the "
       "mark that begins it"},
      {"a = [1, 2", "1:10: error: not TOML: the closing ] is missing\n   hint: end the list with ]"},
      {"a = 1,200",
       "1:6: error: not TOML: two values for one key\n   hint: write 1200 for 1,200: decimal point, no thousands "
       "separator; lists stand in [ ]"},
      {"a = 60%",
       "1:7: error: not TOML: a number without a sign for percent\n   hint: percent stands in the name of the key: "
       "write 60"},
      {"a = .5", "1:5: error: not TOML: not a number\n   hint: write a digit on both sides of the decimal point: 0.5"},
      {"a = { x = 1",
       "1:12: error: not TOML: a table in { } must end on its own line\n   hint: keep it on one line, or write it as a "
       "[table]"},
      {"a : 1", "1:3: error: not TOML: a key needs = and a value\n   hint: write key = value, one on a line"},
      {"[[lever]",
       "1:9: error: not TOML: the closing ] is missing\n   hint: a table begins with [name], a lever with [[lever]]"},
      {"[\nM",
       "1:2: error: not TOML: a key is missing\n   hint: keys are letters, digits, _ and -; a lever begins with "
       "[[lever]]"},
      {"a = 99999999999999999999",
       "1:25: error: not TOML: the number is too large\n   hint: whole numbers go to 9,223,372,036,854,775,807"},
      {"= 3",
       "1:1: error: not TOML: a key or a table was expected here\n   hint: write key = value, one on a line; a table "
       "begins with [name], a lever with [[lever]]"},
  };
  for (const auto& [text, message] : cases) EXPECT_EQ(short_messages(text + "\n"), "my.toml:" + message + "\n") << text;
}

TEST_F(ScenarioMessages, AllMistakesOfAllFilesComeAtOnceInOrder) {
  write("one.toml", "[[lever]]\nkind = \"fee_cap\"\ncap_usd = -1\nimplementation = 2\n[run]\nreplicates = 0\n");
  write("two.toml", "sed = 1\n[[lever]]\nkind = \"nothing_like_it\"\n");
  const std::vector<Diagnostic> found = findings_in({"one.toml", "two.toml"});
  std::vector<std::string> places;
  for (const Diagnostic& finding : found)
    places.push_back(finding.file + ":" + std::to_string(finding.where.line) + " " + finding.code);
  EXPECT_EQ(places,
            (std::vector<std::string>{"one.toml:3 out-of-range", "one.toml:4 out-of-range", "one.toml:6 out-of-range",
                                      "two.toml:1 unknown-key", "two.toml:3 unknown-lever-kind"}));
}

TEST_F(ScenarioMessages, EveryMessageHasAHintAndACode) {
  write("bad.toml",
        "titel = 1\nrun = 3\nauthor = 4\n[population]\norigins = []\nscale = 0\n[groups.origins]\nNPL = [\"NPL\"]\n"
        "[variant.X]\n[variant.y]\nset.run.seed = 1\n[[lever]]\nkind = \"fee_cap\"\n[[lever]]\nkind = \"fee_cap\"\n");
  const std::vector<Diagnostic> found = findings_in({"bad.toml"});
  EXPECT_GE(found.size(), 9U);
  for (const Diagnostic& finding : found) {
    EXPECT_FALSE(finding.hint.empty()) << to_string(finding);
    EXPECT_FALSE(finding.code.empty()) << to_string(finding);
    EXPECT_FALSE(finding.source_line.empty()) << to_string(finding);
  }
}

}  // namespace
}  // namespace sojourn::io::test
