// The whole way: a small study is run, its file is described, and what was asked for stands in it.
#include <gtest/gtest.h>

#include <csignal>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/program.hpp"

namespace sojourn::test {
namespace {

// One simulated person for 20,000: small enough for seconds, large enough that Nepal sends somebody.
constexpr const char* small_cap = R"(title = "Nepal: a cap of 100 dollars, enforced"
time = { start = "2026-01", end = "2027-12", burn_in_months = 6 }
population = { scale = 20000 }
run = { seed = 1, replicates = 2 }
[[lever]]
kind = "fee_cap"
origins = ["NPL"]
cap_usd = 100
implementation = 1
)";

class Run : public ::testing::Test {
 protected:
  Workplace place_;
  void SetUp() override { place_.write("cap.toml", small_cap); }
};

TEST_F(Run, WritesAFileThatInfoDescribes) {
  const Said ran = place_.run({"run", "cap.toml"});
  ASSERT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.err.find("cap.toml:5:1: note: \"fee_cap\" takes over from ref-npl-fee-gcc-2015 (NPL-SAU, "), 0U) << ran.err;
  EXPECT_NE(ran.err.find("\ncap: 2 scenarios (baseline, cap), 2 replicates, central parameters, seed 1\n"), std::string::npos)
      << ran.err;
  EXPECT_EQ(ran.out.find("Effect of cap against baseline, Nepal, 2026-01 to 2027-12 (90 % intervals, 2 pairs)\n"), 0U)
      << ran.out;
  EXPECT_NE(ran.out.find("women"), std::string::npos);
  EXPECT_NE(ran.out.find("\nwrote  cap.h5 ("), std::string::npos) << ran.out;
  EXPECT_EQ(place_.files(), (std::vector<std::string>{"cap.h5", "cap.toml"}));
  const Said info = place_.run({"info", "cap.h5"});
  EXPECT_EQ(info.code, 0) << info.err;
  EXPECT_EQ(info.out.find("complete; 2 scenarios x 2 replicates x 24 months; seed 1; Sojourn "), 0U) << info.out;
  const std::string digest = info.out.substr(info.out.find("digest "));
  EXPECT_NE(ran.out.find(digest.substr(0, digest.size() - 1)), std::string::npos)
      << "info: " << info.out << "run: " << ran.out;
}

TEST_F(Run, RefusesAResultThatIsThereAndReplacesItWithForce) {
  ASSERT_EQ(place_.run({"run", "cap.toml", "--set", "run.replicates=1"}).code, 0);
  const std::string first = place_.read("cap.h5");
  EXPECT_EQ(place_.run({"run", "cap.toml"}).code, 2);
  EXPECT_EQ(place_.read("cap.h5"), first);
  EXPECT_EQ(place_.run({"run", "cap.toml", "--force"}).code, 0);
  EXPECT_NE(place_.read("cap.h5"), first);
}

TEST_F(Run, PrintsWomenMenAndTheGapIfAsked) {
  const Said plain = place_.run({"run", "cap.toml"});
  EXPECT_EQ(plain.out.find("Women and men under"), std::string::npos) << plain.out;
  const Said ran = place_.run({"run", "cap.toml", "--gaps", "--force"});
  ASSERT_EQ(ran.code, 0) << ran.err;
  for (const char* scenario : {"baseline", "cap"}) {
    EXPECT_NE(ran.out.find(std::string{"Women and men under "} + scenario +
                           ", all 12 origins, 2026-01 to 2027-12 (90 % intervals, 2 replicates)\n"),
              std::string::npos)
        << ran.out;
  }
  EXPECT_NE(ran.out.find(" % women ("), std::string::npos) << ran.out;
  const auto json = nlohmann::json::parse(place_.run({"run", "cap.toml", "--gaps", "--force", "--json"}).out);
  const auto& seekers = json["gaps"][0];
  EXPECT_EQ(seekers["indicator"], "seekers");
  EXPECT_EQ(seekers["gap_is"], "women_percent");
  EXPECT_GT(seekers["women"]["mean"].get<double>(), 0);
  EXPECT_LT(seekers["gap"]["mean"].get<double>(), 100);
}

TEST_F(Run, RecordsWhatWasSet) {
  const Said ran = place_.run({"run", "cap.toml", "--set", "run.seed=7", "--set", "lever.fee_cap.cap_usd=200"});
  ASSERT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.err.find("seed 7"), std::string::npos) << ran.err;
  auto info = nlohmann::json::parse(place_.run({"info", "cap.h5", "--json"}).out);
  EXPECT_EQ(info["seed"], 7);
  EXPECT_EQ(info["record"]["options"]["set.1"], "run.seed=7");
  EXPECT_EQ(info["record"]["options"]["set.2"], "lever.fee_cap.cap_usd=200");
}

TEST_F(Run, RefusesASettingOfAnUnknownKey) {
  const Said ran = place_.run({"run", "cap.toml", "--set", "run.replicate=4"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.err.find("run.replicate"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("replicates"), std::string::npos) << ran.err;
  EXPECT_EQ(place_.files(), std::vector<std::string>{"cap.toml"});
}

TEST_F(Run, GivesTheSameDigestOnOneThreadAndTwo) {
  const auto digest = [&](const char* threads) {
    const Said ran = place_.run({"run", "cap.toml", "--json", "--force", "--threads", threads});
    EXPECT_EQ(ran.code, 0) << ran.err;
    return nlohmann::json::parse(ran.out)["digest"].get<std::string>();
  };
  EXPECT_EQ(digest("1"), digest("2"));
}

TEST_F(Run, SaysEverythingInOneObjectWithJson) {
  const Said ran = place_.run({"run", "cap.toml", "--json"});
  ASSERT_EQ(ran.code, 0) << ran.err;
  auto done = nlohmann::json::parse(ran.out);
  EXPECT_EQ(done["event"], "done");
  EXPECT_EQ(done["file"], "cap.h5");
  EXPECT_EQ(done["status"], "complete");
  EXPECT_EQ(done["digest"].get<std::string>().find("sj1:"), 0U);
  ASSERT_GT(done["effects"].size(), 2U);
  EXPECT_EQ(done["effects"][0]["scenario"], "cap");
  EXPECT_EQ(done["effects"][0]["origin"], "NPL");
  EXPECT_EQ(done["effects"][0]["sex"], "women");
  std::istringstream lines{ran.err};
  for (std::string line; std::getline(lines, line);) EXPECT_TRUE(nlohmann::json::accept(line)) << line;
}

TEST_F(Run, ShowsNoEffectFromOneReplicate) {
  const Said ran = place_.run({"run", "cap.toml", "--set", "run.replicates=1"});
  ASSERT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find("an interval needs 2 or more replicates (run.replicates)"), std::string::npos) << ran.out;
  EXPECT_EQ(ran.out.find("recruitment cost paid"), std::string::npos) << ran.out;
}

TEST_F(Run, AloneComparesNothing) {
  const Said ran = place_.run({"run", "cap.toml", "--alone", "--set", "run.replicates=1"});
  ASSERT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.err.find("\ncap: 1 scenario (cap), 1 replicate, "), std::string::npos) << ran.err;
  EXPECT_NE(ran.out.find("one scenario, nothing to compare it with"), std::string::npos) << ran.out;
}

TEST_F(Run, DryWritesNothing) {
  const Said ran = place_.run({"run", "cap.toml", "--dry-run"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out, "dry run: nothing was run or written\n");
  EXPECT_EQ(place_.files(), std::vector<std::string>{"cap.toml"});
}

TEST_F(Run, ShowsABarOnATerminalAndTakesItAway) {
  const Said ran =
      place_.run_on_terminal({"run", "cap.toml", "--set", "population.scale=5000", "--set", "run.replicates=4"});
  ASSERT_EQ(ran.code, 0) << ran.err;
  const std::size_t bar = ran.err.rfind("\r\x1b[2K  running     [");
  ASSERT_NE(bar, std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find(" %  runs ", bar), std::string::npos) << ran.err;
  EXPECT_EQ(ran.err.substr(ran.err.size() - 5), "\r\x1b[2K") << ran.err;
}

TEST_F(Run, ShowsNoBarWhereCiOrADumbTerminalReads) {
  for (const Workplace::Environment& environment : {Workplace::Environment{{"CI", "1"}}, {{"TERM", "dumb"}}}) {
    const Said ran = place_.run_on_terminal({"run", "cap.toml", "--force"}, environment);
    ASSERT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(ran.err.find('\x1b'), std::string::npos) << ran.err;
  }
}

TEST_F(Run, StoppedByCtrlCLeavesNoFile) {
  const std::vector<std::string> words{
      "run", "cap.toml", "--set", "run.replicates=2000", "--set", "population.scale=1000"};
  for (const int signal : {SIGINT, SIGTERM}) {
    const Said ran = place_.run_and_signal(words, signal, "  data  ");
    EXPECT_EQ(ran.code, 130) << ran.err;
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err.find("stopped: nothing was written; resuming comes with checkpoints\n"), std::string::npos)
        << ran.err;
    EXPECT_EQ(place_.files(), std::vector<std::string>{"cap.toml"});
  }
}

TEST_F(Run, IsCheckedWithoutRunning) {
  const Said said = place_.run({"check", "cap.toml"});
  EXPECT_EQ(said.code, 0) << said.err;
  EXPECT_EQ(said.out.find("cap.toml: valid; extends library:baseline; 2 scenarios; 1 lever\n"), 0U) << said.out;
  EXPECT_NE(said.out.find("% of the levels behind NPL rest on grade A or B"), std::string::npos) << said.out;
  EXPECT_EQ(place_.files(), std::vector<std::string>{"cap.toml"});
}

TEST_F(Run, ShowsTheDataBehindAQuestion) {
  const Said plain = place_.run({"check", "cap.toml"});
  const Said said = place_.run({"check", "cap.toml", "--data"});
  EXPECT_EQ(said.code, 0) << said.err;
  EXPECT_GT(said.out.size(), plain.out.size() + 100) << said.out;
  EXPECT_EQ(said.out.find(plain.out), 0U) << said.out;
}

}  // namespace
}  // namespace sojourn::test
