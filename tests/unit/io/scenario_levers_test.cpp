// Levers as files write them: filters, months, levels, money, and one against another.
#include "model/levers/lever.hpp"
#include "unit/io/scenario_support.hpp"

namespace sojourn::io::test {
namespace {

class ScenarioLevers : public ScenarioTest {
 protected:
  model::LeverSpec lever_of(const std::string& text) { return scenario(study_of(text), "my").levers.at(0); }
  static std::string floor(const std::string& more) {
    return "[[lever]]\nkind = \"wage_floor\"\nfloor_usd_per_month = 300\nimplementation = 1\n" + more;
  }
};

TEST_F(ScenarioLevers, FiltersTakeCodesGroupsAndMinusEntries) {
  EXPECT_EQ(corridors_of(lever_of(floor("origins = [\"NPL\"]\ndestinations = [\"gcc\", \"-KWT\"]\n")).reach),
            (std::vector<std::string>{"NPL-SAU", "NPL-ARE", "NPL-QAT", "NPL-OMN", "NPL-BHR"}));
  EXPECT_EQ(corridors_of(lever_of(floor("origins = [\"NPL\"]\ndestinations = [\"-gcc\"]\n")).reach),
            (std::vector<std::string>{"NPL-MYS", "NPL-SGP", "NPL-JOR", "NPL-LBN", "NPL-KOR", "NPL-SEA", "NPL-ROW"}));
  EXPECT_EQ(corridors_of(lever_of(floor("corridors = [\"NPL-QAT\", \"LKA-gcc\", \"-LKA-KWT\", \"*-KOR\", "
                                        "\"-southeast_asia-KOR\", \"-CHN-*\"]\n"))
                             .reach),
            (std::vector<std::string>{"BGD-KOR", "IND-KOR", "LKA-SAU", "LKA-ARE", "LKA-QAT", "LKA-OMN", "LKA-BHR",
                                      "LKA-KOR", "NPL-QAT", "NPL-KOR", "PAK-KOR"}));
  const model::LeverSpec lever =
      lever_of(floor("sectors = [\"-professional\"]\nsexes = [\"women\"]\nskills = [\"elementary\", \"high\"]\n"));
  EXPECT_EQ(lever.reach.sectors, 0x7FU);
  EXPECT_EQ(lever.reach.sexes, 1U);
  EXPECT_EQ(lever.reach.skills, 5U);
}

TEST_F(ScenarioLevers, FiltersThatReachNobodyAreRefused) {
  EXPECT_EQ(
      short_messages(floor("origins = [\"NPL\", \"-south_asia\"]\nsexes = [\"-women\", \"-men\"]\nsectors = []\n")),
      "my.toml:5:11: error: origins = [\"NPL\", \"-south_asia\"]: nobody is left\n   hint: leave one in, or delete the "
      "line for all\n"
      "my.toml:6:9: error: sexes = [\"-women\", \"-men\"]: nobody is left\n   hint: leave one sex in, or delete the "
      "line for all\n"
      "my.toml:7:11: error: sectors = []: an empty list\n   hint: name one at least, or delete the line for the "
      "default\n");
  EXPECT_EQ(short_messages(floor("origins = [\"AFG\"]\ndestinations = [\"KOR\"]\n")),
            "my.toml:1:1: error: origins and destinations have no corridor between them: no deployments, stock or wage "
            "in the reference tables\n"
            "   hint: add rows, or widen a filter; sojourn check --data shows what is there\n");
  EXPECT_EQ(short_messages(floor("corridors = [\"NPL\", \"NPL-QTR\"]\norigins = [\"NPL\"]\n")),
            "my.toml:5:14: error: corridors = [\"NPL\"]: a corridor is an origin and a destination\n"
            "   hint: write \"NPL-QAT\"; groups and * may stand on either side\n"
            "my.toml:5:21: error: corridors: \"QTR\" is neither a country of the reference tables nor a group\n"
            "   hint: did you mean \"QAT\" (Qatar)? sojourn levers --groups lists all\n"
            "my.toml:6:1: error: origins beside corridors: corridors stands in place of origins and destinations\n   "
            "hint: delete one of the two\n");
}

TEST_F(ScenarioLevers, DefaultsAreFilledIn) {
  const model::LeverSpec lever = lever_of("[[lever]]\nkind = \"fee_cap\"\ncap_usd = 100\nimplementation = 0.5\n");
  EXPECT_EQ(lever.id, "fee_cap");
  EXPECT_EQ(lever.start, (Month{2026, 1}));
  EXPECT_FALSE(lever.end.has_value());
  EXPECT_EQ(lever.phase_in_months, 0);
  EXPECT_EQ(lever.numbers,
            (std::map<std::string, double>{{"cap_usd", 100}, {"fine_usd", 2000}, {"refund_percent", 0}}));
  EXPECT_EQ(lever.words.at("counts"), std::vector<std::string>{"all_costs"});
  EXPECT_EQ(lever_of("[[lever]]\nkind = \"employer_pays\"\nimplementation = 1\n").words.at("items"),
            std::vector<std::string>{"all"});
}

TEST_F(ScenarioLevers, ImplementationMayRiseInSteps) {
  const model::LeverSpec lever = lever_of(floor("start = \"2026-07\"\nphase_in_months = 2\n") + "id = \"x\"\n");
  EXPECT_EQ(lever.enforcement(Month{2026, 7}), 0.5);
  const model::LeverSpec steps = lever_of(
      "[[lever]]\nkind = \"wage_floor\"\nfloor_usd_per_month = 300\nstart = \"2026-07\"\n"
      "implementation = [{ from = \"2026-07\", level = 0.2 }, { from = \"2027-07\", level = 0.6 }]\n");
  EXPECT_EQ(steps.enforcement(Month{2026, 6}), 0);
  EXPECT_EQ(steps.enforcement(Month{2027, 6}), 0.2);
  EXPECT_EQ(steps.enforcement(Month{2027, 7}), 0.6);
}

TEST_F(ScenarioLevers, StepsOutOfOrderOrWithGapsAreRefused) {
  const std::string head =
      "[[lever]]\nkind = \"wage_floor\"\nfloor_usd_per_month = 300\nstart = \"2026-07\"\nimplementation = ";
  EXPECT_EQ(short_messages(head + "[{ from = \"2027-01\", level = 0.2 }]\n"),
            "my.toml:5:19: error: the first step is from \"2027-01\", the lever from \"2026-07\": no level is given "
            "for the months between\n"
            "   hint: begin with { from = \"2026-07\", level = 0 }, or move start\n");
  EXPECT_EQ(
      short_messages(head + "[{ from = \"2026-07\", level = 0.2 }, { from = \"2026-07\", level = 3 }, { level = 0 }, { "
                            "from = \"2026-01\", level = 1 }, 5]\n"),
      "my.toml:5:82: error: level = 3: must be between 0 and 1\n   hint: did you mean 0.03?\n"
      "my.toml:5:87: error: from is missing in a step of implementation\n   hint: write { from = \"2026-07\", level = "
      "0.3 }\n"
      "my.toml:5:102: error: from = \"2026-01\" is not after the step before it\n   hint: order the steps by month\n"
      "my.toml:5:135: error: implementation = [5]: a step is a month and a level\n   hint: write { from = \"2026-07\", "
      "level = 0.3 }\n");
}

TEST_F(ScenarioLevers, ALevelIsSaidInOneWayOnly) {
  EXPECT_EQ(short_messages("[[lever]]\nkind = \"fee_cap\"\nimplementation = 1\ncap_usd = 1\ncap_months_of_wage = 1\n"),
            "my.toml:5:1: error: cap_months_of_wage beside cap_usd: the same said in two ways\n   hint: delete one of "
            "the two\n");
  EXPECT_EQ(short_messages("[[lever]]\nkind = \"fee_cap\"\nimplementation = 1\n"),
            "my.toml:1:1: error: fee_cap needs one of cap_usd and cap_months_of_wage\n   hint: write for instance "
            "cap_usd = 0\n");
  EXPECT_EQ(
      short_messages("[[lever]]\nkind = \"wage_floor\"\nimplementation = 1\n"),
      "my.toml:1:1: error: floor_usd_per_month is missing in wage_floor: lowest monthly wage that a contract may name\n"
      "   hint: floor_usd_per_month is 0 to 20,000\n");
  EXPECT_EQ(short_messages("[[lever]]\ncap_usd = 1\n"),
            "my.toml:1:1: error: kind is missing in this lever\n   hint: sojourn levers lists all " +
                std::to_string(model::lever_kinds().size()) + "\n");
}

TEST_F(ScenarioLevers, ChoicesAreCheckedAgainstTheirKind) {
  EXPECT_EQ(
      short_messages("[[lever]]\nkind = \"fee_cap\"\nimplementation = 1\ncap_usd = 1\ncounts = \"service_fees\"\n"),
      "my.toml:5:10: error: counts = \"service_fees\": no such value\n   hint: did you mean \"service_fee\"? the "
      "values are all_costs and service_fee\n");
}

TEST_F(ScenarioLevers, LocalMoneyIsConvertedAtTheRateOfThePriceYear) {
  write("my.toml",
        "[[lever]]\nkind = \"wage_floor\"\nimplementation = 1\nfloor_local_per_month = 1200\ncurrency = \"SAR\"\n");
  std::vector<Diagnostic> remarks;
  const study::Study study = read_study({"my.toml"}, context, &remarks);
  EXPECT_EQ(scenario(study, "my").levers.at(0).numbers.at("floor_usd_per_month"), 320);
  ASSERT_EQ(remarks.size(), 1U);
  remarks[0].source_line.clear();
  EXPECT_EQ(
      to_string(remarks[0]),
      "my.toml:4:25: note: floor_local_per_month = 1200 SAR: 320.00 USD of 2019, at 3.75 SAR a dollar (wages.csv:19, "
      "2019, row graded B)\n");
  EXPECT_EQ(short_messages("[[lever]]\nkind = \"wage_floor\"\nimplementation = 1\nfloor_local_per_month = 1200\n"),
            "my.toml:4:1: error: floor_local_per_month = 1200: its currency is missing\n   hint: add for instance "
            "currency = \"SAR\"\n");
  EXPECT_EQ(short_messages("[[lever]]\nkind = \"wage_floor\"\nimplementation = 1\nfloor_local_per_month = "
                           "1200\nfloor_usd_per_month = 3\ncurrency = \"SRA\"\n"),
            "my.toml:5:1: error: floor_usd_per_month beside floor_local_per_month: one amount in two kinds of money\n  "
            " hint: delete one of the two\n"
            "my.toml:6:12: error: currency = \"SRA\": no row of the reference tables states an amount in it beside "
            "dollars\n   hint: did you mean \"SAR\"? else write floor_usd_per_month with the amount in dollars\n");
  EXPECT_EQ(short_messages("[[lever]]\nkind = \"fee_cap\"\nimplementation = 1\ncap_local = 3\ncurrency = \"EUR\"\n"),
            "my.toml:5:12: error: currency = \"EUR\": no row of the reference tables states an amount in it beside "
            "dollars\n   hint: write cap_usd with the amount in dollars; rates are known for NPR and SAR\n");
  EXPECT_EQ(short_messages(floor("currency = \"SAR\"\n")),
            "my.toml:5:1: error: currency = \"SAR\": nothing here is in local money\n   hint: keys in local money end "
            "in _local in place of _usd\n");
  EXPECT_EQ(
      short_messages(
          "[[lever]]\nkind = \"wage_floor\"\nimplementation = 1\nfloor_local_per_month = 80000\ncurrency = \"SAR\"\n"),
      "my.toml:4:25: error: floor_local_per_month = 80000: above 20,000\n   hint: floor_usd_per_month is 0 to "
      "20,000; this is 21333.33 USD, at 3.75 SAR a dollar\n");
}

TEST_F(ScenarioLevers, LeversThatDoNotMeetMayShareAKind) {
  const std::string second =
      "[[lever]]\nid = \"second\"\nkind = \"wage_floor\"\nfloor_usd_per_month = 1\nimplementation = 1\n";
  EXPECT_EQ(short_messages(floor("origins = [\"NPL\"]\n") + second + "origins = [\"-NPL\"]\n"), "");
  EXPECT_EQ(short_messages(floor("sectors = [\"domestic_work\"]\n") + second + "sectors = [\"-domestic_work\"]\n"), "");
  EXPECT_EQ(short_messages(floor("end = \"2027-12\"\n") + second + "start = \"2028-01\"\n"), "");
  EXPECT_EQ(short_messages(floor("end = \"2027-12\"\n") + second +
                           "start = \"2027-12\"\norigins = [\"NPL\"]\ndestinations = [\"QAT\"]\n"),
            "my.toml:6:1: error: \"second\" and \"wage_floor\" (line 1) both set wage_floor for NPL-QAT from 2027-12\n"
            "   hint: narrow one filter, or add replaces = \"wage_floor\" here\n");
  EXPECT_EQ(short_messages(floor("") + second + "replaces = \"wage_floor\"\n"), "");
  EXPECT_EQ(short_messages(floor("") + second +
                           "replaces = [\"wage_flor\"]\norigins = [\"NPL\"]\ndestinations = [\"QAT\", \"KWT\"]\n"),
            "my.toml:5:1: error: \"second\" and \"wage_floor\" (line 1) both set wage_floor for NPL-QAT and NPL-KWT "
            "from 2026-01\n"
            "   hint: narrow one filter, or add replaces = \"wage_floor\" here\n"
            "my.toml:10:12: error: replaces = \"wage_flor\": no lever of this scenario has this id\n   hint: did you "
            "mean \"wage_floor\"?\n");
}

TEST_F(ScenarioLevers, TheOverlapSaysWhereTheOtherStandsIfItIsInAnotherFile) {
  write("one.toml", floor(""));
  EXPECT_EQ(
      short_messages("extends = \"one.toml\"\n[[lever]]\nid = \"second\"\nkind = \"wage_floor\"\nfloor_usd_per_month = "
                     "1\nimplementation = 1\ncorridors = [\"NPL-QAT\"]\n"),
      "my.toml:2:1: error: \"second\" and \"wage_floor\" (one.toml:1) both set wage_floor for NPL-QAT from 2026-01\n"
      "   hint: narrow one filter, or add replaces = \"wage_floor\" here\n");
}

TEST_F(ScenarioLevers, ReplacingInACircleIsRefused) {
  EXPECT_EQ(
      short_messages(floor("replaces = \"b\"\n") + "[[lever]]\nid = \"b\"\nkind = \"wage_floor\"\nfloor_usd_per_month "
                                                   "= 1\nimplementation = 1\nreplaces = \"wage_floor\"\n"),
      "my.toml:5:12: error: \"wage_floor\" replaces itself: neither would be in force where both apply\n   hint: take "
      "one replaces out\n"
      "my.toml:11:12: error: \"b\" replaces itself: neither would be in force where both apply\n   hint: take one "
      "replaces out\n");
}

TEST_F(ScenarioLevers, TwoLeversOfOneKindNeedTwoNames) {
  EXPECT_EQ(short_messages(floor("") + floor("")),
            "my.toml:5:1: error: two levers with the id \"wage_floor\" (first at line 1)\n   hint: give this one a "
            "name of its own: id = \"second-wage_floor\"\n");
  EXPECT_EQ(
      short_messages(floor("id = \"ref-x\"\n")),
      "my.toml:5:6: error: id = \"ref-x\": no rule in force has this id\n"
      "   hint: sojourn levers --in-force lists them; other levers' names do not begin with ref-\n");
}

TEST_F(ScenarioLevers, AVariantMayRemoveWhatAnotherLeverReplaces) {
  const study::Study study = study_of("variant.v.set.lever.wage_floor.remove = true\n" + floor("") +
                                      "[[lever]]\nid = \"second\"\nkind = \"wage_floor\"\nfloor_usd_per_month = "
                                      "1\nimplementation = 1\nreplaces = \"wage_floor\"\n");
  EXPECT_EQ(scenario(study, "my-v").levers.size(), 1U);
}

TEST_F(ScenarioLevers, ALeverOutsideTheStudysMonthsIsAWarning) {
  write("my.toml", floor("start = \"2040-01\"\n"));
  std::vector<Diagnostic> remarks;
  std::ignore = read_study({"my.toml"}, context, &remarks);
  ASSERT_EQ(remarks.size(), 1U);
  EXPECT_EQ(remarks[0].severity, Severity::warning);
  EXPECT_EQ(remarks[0].what + ": " + remarks[0].why,
            "\"wage_floor\" is in force from 2040-01: the study runs from 2026-01 to 2035-12");
}

TEST_F(ScenarioLevers, TheExampleOfEveryKindIsRight) {
  for (const model::LeverKind* kind : model::lever_kinds()) {
    EXPECT_EQ(short_messages(std::string{kind->example}), "") << kind->name;
    EXPECT_EQ(lever_of(std::string{kind->example}).kind, kind->name);
  }
}

TEST_F(ScenarioLevers, ReachOnlySomePersonsIfTheySaySo) {
  EXPECT_FALSE(lever_of(floor("")).only.any());
  EXPECT_FALSE(lever_of(floor("pilot_percent = 100\nonly = { first_timers = false, communities_percent = 100 }\n")).only.any());
  const model::LeverSpec lever = lever_of(floor(
      "pilot_percent = 12.5\n[lever.only]\nfirst_timers = true\narrived_after = \"2026-03\"\nage_min_years = 20\n"
      "age_max_years = 40\nchildren_under_years = 3\ncommunities_percent = 30\n"));
  EXPECT_EQ(lever.only, (model::Conditions{.first_timers = true, .arrived_after = Month{2026, 3}, .age_min_years = 20,
                                           .age_max_years = 40, .children_under_years = 3, .communities_percent = 30,
                                           .pilot_percent = 12.5}));
}

TEST_F(ScenarioLevers, StartAndEndWhenAnIndicatorSaysSo) {
  const model::LeverSpec lever = lever_of(floor(
      "start_when = { indicator = \"stranded_workers\", above = 10000, origins = [\"NPL\"] }\n"
      "end_when = { indicator = \"irregular_percent\", below = 2.5, for_months = 2, destinations = [\"gcc\"] }\n"));
  ASSERT_TRUE(lever.start_when && lever.end_when);
  EXPECT_EQ(lever.start_when->indicator, "stranded_workers");
  EXPECT_TRUE(lever.start_when->above);
  EXPECT_EQ(lever.start_when->value, 10000);
  EXPECT_EQ(lever.start_when->for_months, 1);
  EXPECT_EQ(std::ranges::count(lever.start_when->origins, true), 1);
  EXPECT_EQ(std::ranges::count(lever.start_when->destinations, true), 13);
  EXPECT_FALSE(lever.end_when->above);
  EXPECT_EQ(lever.end_when->value, 2.5);
  EXPECT_EQ(lever.end_when->for_months, 2);
  EXPECT_EQ(std::ranges::count(lever.end_when->destinations, true), 6);
  EXPECT_EQ(lever.start, (Month{2026, 1})) << "the first month that may be looked at";
}

TEST_F(ScenarioLevers, ForSomeAndByThemselvesAreTheSameFromTheEffectiveText) {
  const study::Scenario first = scenario(
      study_of(floor("pilot_percent = 12.5\nonly = { first_timers = true, arrived_after = \"2026-03\", communities_percent = 30 }\n"
                     "start_when = { indicator = \"stranded_workers\", above = 10000, for_months = 3, origins = [\"NPL\"] }\n"
                     "end_when = { indicator = \"stranded_workers\", below = 10, destinations = [\"-gcc\"] }\n")),
      "my");
  const model::LeverSpec& one = first.levers.at(0);
  const study::Scenario again = scenario(study_of(first.effective_toml, "again.toml"), "again");
  const model::LeverSpec& other = again.levers.at(0);
  EXPECT_TRUE(one.only.any());
  EXPECT_EQ(one.only, other.only);
  EXPECT_EQ(one.start_when, other.start_when);
  EXPECT_EQ(one.end_when, other.end_when);
  EXPECT_EQ(one.start, other.start);
}

TEST_F(ScenarioLevers, WhatAVariantWritesAnewTakesThePlaceOfTheDateOrTrigger) {
  const study::Study study = study_of(floor("start = \"2026-05\"\nend_when = { indicator = \"returns\", above = 10 }\n") +
                                      "[variant.other]\nset = { lever.wage_floor.end = \"2027-01\", lever.wage_floor.start_when = "
                                      "{ indicator = \"returns\", above = 5 } }\n");
  const model::LeverSpec& lever = scenario(study, "my-other").levers.at(0);
  EXPECT_TRUE(lever.start_when.has_value());
  EXPECT_FALSE(lever.end_when.has_value());
  EXPECT_EQ(lever.end, (Month{2027, 1}));
}

TEST_F(ScenarioLevers, WrongConditionsAreToldAllAtOnce) {
  EXPECT_EQ(short_messages(floor("pilot_percent = 0\nonly = { first_timer = true, age_min_years = 40, age_max_years = 30, "
                                 "communities_percent = 101, arrived_after = \"2026-01-05\", children_under_years = 2.5 }\n")),
            "my.toml:5:17: error: pilot_percent = 0: below 0.1\n   hint: pilot_percent is 0.1 to 100\n"
            "my.toml:6:10: error: unknown key first_timer in only\n   hint: did you mean first_timers?\n"
            "my.toml:6:66: error: age_max_years = 30 is below age_min_years = 40: nobody is left\n"
            "   hint: ages are in completed years, both inclusive\n"
            "my.toml:6:92: error: communities_percent = 101: above 100\n   hint: communities_percent is 0.1 to 100\n"
            "my.toml:6:113: error: arrived_after = \"2026-01-05\": dates are months, without a day\n   hint: write \"2026-01\"\n"
            "my.toml:6:150: error: children_under_years = 2.5: must be a whole number\n   hint: children_under_years is 1 to 18\n");
  EXPECT_EQ(short_messages(floor("only = 2\n")),
            "my.toml:5:8: error: only = 2: must be a table\n   hint: write for instance only = { first_timers = true }\n");
}

TEST_F(ScenarioLevers, WrongTriggersAreToldAllAtOnce) {
  EXPECT_EQ(short_messages(floor("start = \"2026-02\"\nstart_when = { indicator = \"stranded_worker\", above = 1, below = 2 }\n"
                                 "end_when = { indicator = \"median_recruitment_cost_usd\", for_months = 0 }\n")),
            "my.toml:6:1: error: start_when beside start: start_when stands in place of start\n   hint: delete one of the two\n"
            "my.toml:6:28: error: indicator = \"stranded_worker\": no such indicator\n   hint: did you mean \"stranded_workers\"?\n"
            "my.toml:6:58: error: below beside above: only one of the two can start or end a lever\n   hint: delete one of the two\n"
            "my.toml:7:12: error: end_when needs one of above and below\n"
            "   hint: write for instance { indicator = \"stranded_workers\", above = 10000 }\n"
            "my.toml:7:26: error: indicator = \"median_recruitment_cost_usd\": a median or percentile, which one month's counts "
            "do not give\n"
            "   hint: flows, stocks and ratios can be used, for instance mean_recruitment_cost_usd\n"
            "my.toml:7:70: error: for_months = 0: below 1\n   hint: for_months is 1 to 120\n");
}

TEST_F(ScenarioLevers, AtMostEightForSomePersonsMayMeet) {
  std::string text;
  for (const char* id : {"a", "b", "c", "d", "e", "f", "g", "h", "i"}) {
    text += "[[lever]]\nkind = \"departure_ban\"\nid = \"" + std::string{id} + "\"\nimplementation = 1\ncorridors = [\"NPL-QAT\"]\n"
            "pilot_percent = 10\n" + (id[0] > 'a' ? "replaces = \"" + std::string{static_cast<char>(id[0] - 1)} + "\"\n" : "");
  }
  const std::string messages = short_messages(text);
  EXPECT_NE(messages.find("error: 9 levers with only or pilot_percent reach NPL-QAT in 2026-01: at most 8 may reach one market in a month\n"
                          "   hint: narrow a filter or a date, or let one lever say what several do\n"),
            std::string::npos)
      << messages;
}

}  // namespace
}  // namespace sojourn::io::test
