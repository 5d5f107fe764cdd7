#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace sojourn::test {
namespace {

const std::vector<std::string> kinds{"fee_cap", "employer_pays", "wage_floor", "departure_ban"};

TEST(Levers, AreListedByTheme) {
  const Said said = Workplace{}.run({"levers"});
  EXPECT_EQ(said.code, 0);
  EXPECT_EQ(said.err, "");
  for (const std::string& kind : kinds) EXPECT_NE(said.out.find("\n  " + kind), std::string::npos) << said.out;
  EXPECT_LT(said.out.find("fair recruitment"), said.out.find("fee_cap"));
  for (const char* heading : {"fair recruitment\n", "\nagreements\n", "\ngender\n", "\nmoney\n"}) {
    const std::size_t first = said.out.find(heading);
    ASSERT_NE(first, std::string::npos) << heading << said.out;
    EXPECT_EQ(said.out.find(heading, first + 1), std::string::npos) << heading << " stands twice\n" << said.out;
  }
}

TEST(Levers, ExplainEveryKindWithKeysEvidenceAndExample) {
  const Workplace place;
  for (const std::string& kind : kinds) {
    const Said said = place.run({"levers", kind});
    EXPECT_EQ(said.code, 0);
    EXPECT_EQ(said.out.find(kind + ": "), 0U) << said.out;
    for (const char* part :
         {"acts through", "implementation must be written", "  evidence  ", "  example\n", "[[lever]]"}) {
      EXPECT_NE(said.out.find(part), std::string::npos) << kind << " lacks " << part;
    }
    EXPECT_NE(said.out.find("kind = \"" + kind + "\""), std::string::npos) << said.out;
  }
}

TEST(Levers, ListTheRulesInForceOfAnOriginOrADestination) {
  const Workplace place;
  const Said nepal = place.run({"levers", "--in-force", "--origin", "NPL"});
  EXPECT_EQ(nepal.code, 0) << nepal.err;
  EXPECT_NE(nepal.out.find("ref-npl-fee-gcc-2015 "), std::string::npos) << nepal.out;
  EXPECT_NE(nepal.out.find("ref-qat-fee-2004 "), std::string::npos) << "one of a destination";
  EXPECT_EQ(nepal.out.find("ref-phl-"), std::string::npos) << nepal.out;
  const Said kuwait = place.run({"levers", "--in-force", "--origin", "NPL", "--destination", "KWT"});
  EXPECT_EQ(kuwait.out.find("ref-qat-fee-2004 "), std::string::npos) << kuwait.out;
  const auto json = nlohmann::json::parse(place.run({"levers", "--in-force", "--json"}).out);
  EXPECT_GT(json["rules_in_force"].size(), 40U);
  EXPECT_EQ(json["rules_in_force"][2]["source"], "CESLAM 2016; Nepali Times 2025; Annapurna Express");
}

TEST(Levers, TellACountryThatTheTablesDoNotHave) {
  const Said said = Workplace{}.run({"levers", "--in-force", "--origin", "NPX"});
  EXPECT_EQ(said.err,
            "sojourn levers: error: --origin NPX: the reference tables have no such country\n   hint: did you mean \"NPL\"?\n");
  EXPECT_NE(Workplace{}.run({"levers", "--origin", "NPL"}).code, 0) << "it narrows --in-force alone";
}

TEST(Levers, ShowTheFeeCapAsTheContractHasIt) {
  const Said said = Workplace{}.run({"levers", "fee_cap"});
  EXPECT_EQ(
      said.out.find("fee_cap: a legal ceiling on what the worker pays      acts through fees (5.5), the recruitment "
                    "market (5.4) and destination demand (5.3)\n"
                    "  cap_usd 0 to 50,000 or cap_months_of_wage 0 to 36; counts \"all_costs\"; fine_usd 2000; "
                    "refund_percent 0; implementation must be written\n"
                    "  evidence  Nepal 2015"),
      0U)
      << said.out;
}

TEST(Levers, ListShocksAndExplainThem) {
  const Workplace place;
  const Said list = place.run({"levers"});
  EXPECT_LT(list.out.find("departure_ban"), list.out.find("shocks, as [[shock]]\n  demand  ")) << list.out;
  const Said said = place.run({"levers", "border_closure"});
  EXPECT_EQ(said.code, 0);
  EXPECT_EQ(
      said.out.find("border_closure: borders and flights close: fewer leave, fewer come home, some lose their jobs  "
                    "    acts through "),
      0U)
      << said.out;
  for (const char* part :
       {"    departures_stopped_percent   0 to 100 %; default 100; of the corridor's usual monthly departures\n",
        "  and those of this shock: id, origins, destinations, corridors, start, end, recovery_months, why, source\n",
        "    [[shock]]\n    kind = \"border_closure\"\n"}) {
    EXPECT_NE(said.out.find(part), std::string::npos) << said.out;
  }
  const auto json = nlohmann::json::parse(place.run({"levers", "--json"}).out);
  EXPECT_EQ(json["shocks"].size(), 8U);
  EXPECT_NE(place.run({"levers", "--search", "stranded"}).out.find("conflict"), std::string::npos);
}

TEST(Levers, OfferTheNearestKind) {
  const Said said = Workplace{}.run({"levers", "fee_caps"});
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(said.out, "");
  EXPECT_EQ(
      said.err.find("sojourn levers: error: fee_caps: no such lever\n   hint: did you mean \"fee_cap\"? sojourn levers "
                    "lists all "),
      0U)
      << said.err;
}

TEST(Levers, AreFoundByAWord) {
  const Said said = Workplace{}.run({"levers", "--search", "FLOOR"});
  EXPECT_NE(said.out.find("wage_floor"), std::string::npos) << said.out;
  EXPECT_EQ(said.out.find("departure_ban"), std::string::npos) << said.out;
  EXPECT_EQ(Workplace{}.run({"levers", "--search", "zebra"}).out,
            "no lever mentions \"zebra\"; sojourn levers lists all\n");
}

TEST(Levers, ListParametersWithUnitRangeAndSource) {
  const Said said = Workplace{}.run({"levers", "--parameters", "--json"});
  EXPECT_EQ(said.code, 0);
  auto json = nlohmann::json::parse(said.out);
  ASSERT_GT(json["parameters"].size(), 50U);
  for (const auto& row : json["parameters"]) {
    EXPECT_FALSE(row["unit"].get<std::string>().empty()) << row;
    EXPECT_FALSE(row["source"].get<std::string>().empty()) << row;
    EXPECT_LE(row["lowest"], row["default"]) << row;
    EXPECT_GE(row["highest"], row["default"]) << row;
  }
}

TEST(Levers, ListGroupsWithTheirMembers) {
  const Said said = Workplace{}.run({"levers", "--groups", "--json"});
  ASSERT_EQ(said.code, 0) << said.err;
  auto json = nlohmann::json::parse(said.out);
  EXPECT_EQ(json["origins"]["colombo_process"].size(), 12U);
  EXPECT_EQ(json["destinations"]["gcc"].size(), 6U);
  EXPECT_EQ(json["destinations"]["add"].size(), 9U);
  EXPECT_EQ(json["origins"]["south_asia"], (nlohmann::json{"AFG", "BGD", "IND", "LKA", "NPL", "PAK"}));
  const std::string text = Workplace{}.run({"levers", "--groups"}).out;
  EXPECT_NE(text.find("  gcc                  ARE BHR KWT OMN QAT SAU\n"), std::string::npos) << text;
  EXPECT_EQ(json["sexes"]["all"], (nlohmann::json{"women", "men"}));
}

TEST(Levers, AreAnObjectWithJson) {
  const Said said = Workplace{}.run({"levers", "fee_cap", "--json"});
  auto json = nlohmann::json::parse(said.out);
  EXPECT_EQ(json["kind"], "fee_cap");
  EXPECT_EQ(json["implementation_must_be_written"], true);
  EXPECT_EQ(json["keys"][0]["name"], "cap_usd");
  EXPECT_EQ(json["keys"][0]["unit"], "USD");
  EXPECT_EQ(json["pages"][0], "docs/model/levers/fee-cap.md");
}

}  // namespace
}  // namespace sojourn::test
