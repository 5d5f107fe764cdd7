// Scenarios as people hand them in: on standard input, in local money, in two files of one name.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace sojourn::test {
namespace {

/// A cap for the Philippines in a study of seconds; `amount` holds the lines that say how much.
std::string small_cap(const std::string& amount) {
  return R"(time = { start = "2026-01", end = "2026-12", burn_in_months = 6 }
population = { scale = 20000 }
run = { seed = 1, replicates = 2 }
[[lever]]
kind = "fee_cap"
origins = ["PHL"]
implementation = 1
)" + amount;
}

std::string digest_of(const Said& ran) {
  EXPECT_EQ(ran.code, 0) << ran.err;
  return ran.code == 0 ? nlohmann::json::parse(ran.out)["digest"].get<std::string>() : "";
}

TEST(ScenarioInput, InLocalMoneyGivesTheDigestOfTheSameInDollars) {
  const Workplace place;
  // wages.csv has PHP 45,000 as 869 USD in 2019, so 9,000 are a fifth of it.
  place.write("cap.toml", small_cap("cap_local = 9000\ncurrency = \"PHP\"\n"));
  const Said ran = place.run({"run", "cap.toml", "--json"});
  const std::string in_pesos = digest_of(ran);
  EXPECT_NE(ran.err.find("cap_local = 9000 PHP"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("173.80 USD of 2019, at 51.784 PHP a dollar (wages.csv:"), std::string::npos) << ran.err;
  place.write("cap.toml", small_cap("cap_usd = 173.8\n"));
  EXPECT_EQ(digest_of(place.run({"run", "cap.toml", "--json", "--force"})), in_pesos);
  place.write("cap.toml", small_cap("cap_usd = 17.38\n"));
  EXPECT_NE(digest_of(place.run({"run", "cap.toml", "--json", "--force"})), in_pesos);
}

TEST(ScenarioInput, InACurrencyWithoutARateSaysToWriteDollars) {
  const Workplace place;
  place.write("cap.toml", small_cap("cap_local = 40\ncurrency = \"BHD\"\n"));
  const Said said = place.run({"check", "cap.toml"});
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(
      said.err.find("cap.toml:9:12: error: currency = \"BHD\": no row of the reference tables states an amount in "
                    "it beside dollars\n   9 | currency = \"BHD\"\n     |            ^~~~~\n   hint: write cap_usd "
                    "with the amount in dollars; rates are known for AED, BDT, CNY, "),
      0U)
      << said.err;
}

TEST(ScenarioInput, OnStandardInputIsTheStudyStdin) {
  const Workplace place;
  place.write("base.toml", "run.seed = 1\n");
  const std::string text = "extends = \"base.toml\"\n" + small_cap("cap_usd = 100\n");
  const Said checked = place.run_with_input({"check", "-"}, text);
  EXPECT_EQ(checked.code, 0) << checked.err;
  EXPECT_EQ(checked.out.find("<stdin>: valid; extends base.toml, library:baseline; 2 scenarios; 1 lever\n"), 0U)
      << checked.out;
  const Said ran = place.run_with_input({"run", "-", "--json"}, text);
  place.write("same.toml", text);
  EXPECT_EQ(digest_of(ran), digest_of(place.run({"run", "same.toml", "--json"})));
  EXPECT_EQ(place.files(), (std::vector<std::string>{"base.toml", "same.h5", "same.toml", "stdin.h5"}));
}

TEST(ScenarioInput, OnStandardInputIsCheckedLikeAFile) {
  const Workplace place;
  const Said said = place.run_with_input({"run", "-"}, "run.seed = 1\nrun.replicates = 0\n");
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(said.out, "");
  EXPECT_EQ(said.err.find("<stdin>:2:18: error: replicates = 0: "), 0U) << said.err;
  EXPECT_NE(said.err.find("\n   2 | run.replicates = 0\n"), std::string::npos) << said.err;
  EXPECT_TRUE(place.files().empty());
}

TEST(ScenarioInput, OfAYearThatTheTablesCannotServeIsRefusedWithTheYearsThatTheyCan) {
  const Workplace place;
  place.write("late.toml", "reference = { base_year = 2035, price_year = 1999 }\n");
  for (const char* command : {"check", "run", "validate"}) {
    const Said said = std::string{command} == "validate" ? place.run({command, "--levels", "late.toml"})
                                                         : place.run({command, "late.toml"});
    EXPECT_EQ(said.code, 2) << command;
    EXPECT_EQ(said.out, "") << command;
    EXPECT_EQ(said.err,
              "late.toml:1:27: error: base_year = 2035: deployments.csv counts no whole year of deployments then, in "
              "the grades of this study\n"
              "   1 | reference = { base_year = 2035, price_year = 1999 }\n"
              "     |                           ^~~~\n"
              "   hint: write a year that it counts: 2010 to 2024\n"
              "late.toml:1:46: error: price_year = 1999: dollars of 2014 to 2022 stand as they are, and no table holds "
              "a price index for other years\n"
              "   1 | reference = { base_year = 2035, price_year = 1999 }\n"
              "     |                                              ^~~~\n"
              "   hint: write a year from 2014 to 2022; without the line it is 2019\n");
  }
}

TEST(ScenarioInput, InTwoFilesOfOneNameIsRefusedBeforeAnythingRuns) {
  const Workplace place;
  for (const char* folder : {"first", "second"}) {
    std::filesystem::create_directory(place.folder() / folder);
    place.write(std::string{folder} + "/cap.toml", small_cap("cap_usd = 100\n"));
  }
  for (const char* command : {"check", "run"}) {
    const Said said = place.run({command, "first/cap.toml", "second/cap.toml"});
    EXPECT_EQ(said.code, 2) << command;
    EXPECT_EQ(said.out, "") << command;
    EXPECT_EQ(said.err,
              "second/cap.toml: error: two scenarios are called \"cap\": the other is first/cap.toml\n"
              "   hint: a file's name is the scenario's: rename one of the two\n");
  }
  EXPECT_EQ(place.files(), (std::vector<std::string>{"first", "second"}));
}

TEST(ScenarioInput, AsAnAgreementIsCheckedByTheClausesThatItStandsFor) {
  const Workplace place;
  place.write("accord.toml",
              "variant.none.set = { lever.blma.clauses.return_clause = false }\n[[lever]]\nkind = \"blma\"\n"
              "corridors = [\"BGD-SAU\"]\nimplementation = 0.5\n[lever.clauses]\nreturn_clause = true\n"
              "wage_floor = { floor_usd_per_month = 300 }\n");
  const Said said = place.run({"check", "accord.toml"});
  EXPECT_EQ(said.code, 0) << said.err;
  EXPECT_NE(said.out.find("\n  agreement   blma of accord, 2 clauses: wage_floor, return_clause\n"
                          "  agreement   blma of accord-none, 1 clause: wage_floor\n"),
            std::string::npos)
      << said.out;
}

}  // namespace
}  // namespace sojourn::test
