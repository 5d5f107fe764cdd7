// Lives from the command line: some are offered, one is told, and the same person is found again in another scenario.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/program.hpp"

namespace sojourn::test {
namespace {

constexpr const char* coarse_cap = R"(title = "A cap of 100 dollars, enforced"
time = { start = "2026-01", end = "2030-12", burn_in_months = 6 }
population = { scale = 20000 }
run = { seed = 1, replicates = 2 }
[[lever]]
kind = "fee_cap"
cap_usd = 100
implementation = 1
)";

class Life : public ::testing::Test {
 protected:
  Workplace place_;
  void SetUp() override { write_scenario(); }
  void write_scenario() const { place_.write("cap.toml", coarse_cap); }
  [[nodiscard]] nlohmann::json offered() const {
    const Said said = place_.run({"life", "cap.toml", "--json"});
    EXPECT_EQ(said.code, 0) << said.err;
    return nlohmann::json::parse(said.out)["lives"];
  }
};

TEST_F(Life, OffersPeopleOfSeveralOriginsAndWritesNothing) {
  const Said said = place_.run({"life", "cap.toml"});
  ASSERT_EQ(said.code, 0) << said.err;
  EXPECT_EQ(said.out.find("people who went abroad and came home:\n"), 0U) << said.out;
  EXPECT_NE(said.out.find("one of their lives:  sojourn life cap.toml --person "), std::string::npos) << said.out;
  const nlohmann::json lives = offered();
  ASSERT_GE(lives.size(), 5U);
  std::set<std::string> origins;
  for (const auto& life : lives) origins.insert(life["origin"].get<std::string>());
  EXPECT_GE(origins.size(), 4U);
  EXPECT_EQ(place_.files(), std::vector<std::string>{"cap.toml"});
}

TEST_F(Life, TellsOneFromThePeopleItOffers) {
  const std::string person = offered()[0]["person"].get<std::string>();
  const Said said = place_.run({"life", "cap.toml", "--person", person});
  ASSERT_EQ(said.code, 0) << said.err;
  EXPECT_EQ(said.out.find(person + ": a "), 0U) << said.out;
  auto json = nlohmann::json::parse(place_.run({"life", "cap.toml", "--person", person, "--json"}).out);
  EXPECT_EQ(json["story"], said.out);
  EXPECT_GT(json["events"].size(), 2U);
  const auto came_home = [](const nlohmann::json& event) { return event["event"] == "came_home"; };
  EXPECT_TRUE(std::ranges::any_of(json["events"], came_home)) << said.out;
  auto before = nlohmann::json::parse(
      place_.run({"life", "cap.toml", "--person", person, "--scenario", "baseline", "--json"}).out);
  EXPECT_EQ(before["born"], json["born"]);
}

TEST_F(Life, RefusesWhatIsNoPersonAndNoScenario) {
  const Said word = place_.run({"life", "cap.toml", "--person", "Amina"});
  EXPECT_EQ(word.code, 2);
  EXPECT_NE(word.err.find("a person is three whole numbers"), std::string::npos) << word.err;
  const Said nobody = place_.run({"life", "cap.toml", "--person", "0-0-4000000000"});
  EXPECT_EQ(nobody.code, 2);
  EXPECT_NE(nobody.err.find("nobody has this number"), std::string::npos) << nobody.err;
  const Said scenario = place_.run({"life", "cap.toml", "--scenario", "floor"});
  EXPECT_EQ(scenario.code, 2);
  EXPECT_NE(scenario.err.find("it has baseline, cap"), std::string::npos) << scenario.err;
}

/// The same scenario, and the result of running it.
class LifeOfAResult : public Life {
 protected:
  void SetUp() override {
    Life::SetUp();
    ASSERT_EQ(place_.run({"run", "cap.toml"}).code, 0);
  }
};

TEST_F(LifeOfAResult, IsTheLifeOfItsScenarioInEveryReplicate) {
  const std::string person = offered()[0]["person"].get<std::string>();
  place_.write("cap.toml", "title = \"no longer the scenario that was run\"\n");  // all is inside the result
  const Said told = place_.run({"life", "cap.h5", "--person", person, "--json"});
  const Said before = place_.run({"life", "cap.h5", "--person", person, "--scenario", "baseline", "--json"});
  const Said other = place_.run({"life", "cap.h5", "--person", person, "--replicate", "1", "--json"});
  write_scenario();
  const auto expect_as_scenario = [&](const Said& said, std::vector<std::string> more) {
    ASSERT_EQ(said.code, 0) << said.err;
    std::vector<std::string> words{"life", "cap.toml", "--person", person, "--json"};
    words.insert(words.end(), more.begin(), more.end());
    EXPECT_EQ(said.out, place_.run(words).out);
  };
  expect_as_scenario(told, {});
  expect_as_scenario(before, {"--scenario", "baseline"});
  expect_as_scenario(other, {"--replicate", "1"});
  EXPECT_NE(told.out, before.out);
}

TEST_F(LifeOfAResult, OffersPeopleWithTheWordsThatTellThem) {
  const Said said = place_.run({"life", "cap.h5"});
  ASSERT_EQ(said.code, 0) << said.err;
  EXPECT_NE(said.out.find("one of their lives:  sojourn life cap.h5 --person "), std::string::npos) << said.out;
}

TEST_F(LifeOfAResult, IsRefusedForWhatTheFileDoesNotHold) {
  const auto expect_refusal = [&](const std::vector<std::string>& words, const std::string& why) {
    const Said said = place_.run(words);
    EXPECT_EQ(said.code, 2) << said.out;
    EXPECT_NE(said.err.find(why), std::string::npos) << said.err;
  };
  expect_refusal({"life", "cap.h5", "--scenario", "floor"}, "it has baseline, cap");
  expect_refusal({"life", "cap.h5", "--replicate", "2"}, "it has 0 to 1");
  expect_refusal({"life", "cap.h5", "--person", "0-0-4000000000"}, "nobody has this number");
  expect_refusal({"life", "cap.h5", "--set", "run.seed=2"}, "its runs are lived again as they were");
  place_.write("text.h5", "not HDF5\n");
  expect_refusal({"life", "text.h5"}, "not a results file of Sojourn");
  expect_refusal({"life", "nowhere.h5"}, "no such file");
}

}  // namespace
}  // namespace sojourn::test
