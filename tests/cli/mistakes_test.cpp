// Wrong input: one clear message each, on stderr, exit code 2, and no file left behind.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/program.hpp"

namespace sojourn::test {
namespace {

void expect_mistake(const Said& said, const std::string& message) {
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(said.out, "");
  EXPECT_EQ(said.err, message);
}

TEST(Mistake, InACommandOffersTheNearest) {
  expect_mistake(Workplace{}.run({"chek", "a.toml"}),
                 "sojourn: error: chek: no such command\n   hint: did you mean check? sojourn --help lists all\n");
  expect_mistake(Workplace{}.run({"simulate"}),
                 "sojourn: error: simulate: no such command\n   hint: sojourn --help lists all\n");
}

TEST(Mistake, InAnOptionOffersTheNearest) {
  expect_mistake(Workplace{}.run({"run", "a.toml", "--thread", "8"}),
                 "sojourn run: error: --thread 8: no such option\n"
                 "   hint: did you mean --threads? sojourn run --help lists all\n");
}

TEST(Mistake, InAnOptionsValueSaysWhatItTakes) {
  const Workplace place;
  expect_mistake(place.run({"run", "a.toml", "--threads", "many"}),
                 "sojourn run: error: --threads many: must be a whole number from 1 to 1024\n");
  expect_mistake(place.run({"levers", "--color", "blue"}),
                 "sojourn: error: --color blue: must be auto, always or never\n");
  expect_mistake(place.run({"levers", "--log", "no/such/folder/log"}),
                 "sojourn: error: --log no/such/folder/log: this file cannot be written\n"
                 "   hint: name a file in a folder that exists\n");
}

TEST(Mistake, InSojournThreadsNamesTheVariable) {
  const Workplace place;
  place.write("cap.toml", "");
  const Said said = place.run({"run", "cap.toml"}, {{"SOJOURN_THREADS", "few"}});
  expect_mistake(said, "sojourn run: error: SOJOURN_THREADS = few: must be a whole number from 1 to 1024\n");
}

TEST(Mistake, InSojournLibraryNamesTheVariable) {
  const Workplace place;
  place.write("cap.toml", "");
  const Said said = place.run({"check", "cap.toml"}, {{"SOJOURN_LIBRARY", "nowhere"}});
  expect_mistake(said,
                 "sojourn: error: SOJOURN_LIBRARY = \"nowhere\": no library: it holds no folder reference\n"
                 "   hint: name the folder of the shipped scenarios, or unset it\n");
}

TEST(Mistake, OfAMissingFileNamesIt) {
  const Workplace place;
  for (const char* command : {"run", "check", "info"}) {
    const Said said = place.run({command, "nowhere.toml"});
    EXPECT_EQ(said.code, 2) << command;
    EXPECT_EQ(said.out, "") << command;
    EXPECT_EQ(said.err.find("nowhere.toml: error: "), 0U) << said.err;
  }
  EXPECT_TRUE(place.files().empty());
}

TEST(Mistake, OfAFileThatIsNoResultIsTold) {
  const Workplace place;
  place.write("notes.h5", "not a result");
  const Said said = place.run({"info", "notes.h5"});
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(said.err.find("notes.h5: error: "), 0U) << said.err;
}

constexpr const char* four_mistakes = R"(title = "wrong"
[[lever]]
kind = "fee_cap"
corridors = ["NPL-QAT"]
cap_usd = -200
fine_us = 5000
implementation = 60
sexes = ["woman"]
)";

TEST(Mistake, InAScenarioIsToldWithAllOthersAtOnce) {
  const Workplace place;
  place.write("wrong.toml", four_mistakes);
  for (const char* command : {"run", "check"}) {
    const Said said = place.run({command, "wrong.toml"});
    EXPECT_EQ(said.code, 2) << command;
    EXPECT_EQ(said.out, "") << command;
    for (const char* part : {"wrong.toml:5:11: error: cap_usd = -200: ", "   5 | cap_usd = -200\n",
                             "wrong.toml:6:1: error: ", "did you mean fine_usd?",
                             "wrong.toml:7:18: error: implementation = 60: must be between 0 and 1", "wrong.toml:8:"}) {
      EXPECT_NE(said.err.find(part), std::string::npos) << "no " << part << " in\n" << said.err;
    }
  }
  EXPECT_EQ(place.files(), std::vector<std::string>{"wrong.toml"});
}

TEST(Mistake, IsOneObjectALineWithJson) {
  const Workplace place;
  place.write("wrong.toml", four_mistakes);
  const Said said = place.run({"check", "wrong.toml", "--json"});
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(said.out, "");
  std::istringstream lines{said.err};
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    auto json = nlohmann::json::parse(line);
    EXPECT_EQ(json["event"], "error") << line;
    EXPECT_EQ(json["file"], "wrong.toml") << line;
    EXPECT_FALSE(json["code"].get<std::string>().empty()) << line;
    EXPECT_GT(json["line"], 0) << line;
  }
  EXPECT_EQ(count, 4) << said.err;
}

TEST(Mistake, IsPrintedTwentyTimesThenCounted) {
  const Workplace place;
  std::string text;
  for (int i = 0; i < 25; ++i) text += "unknown_" + std::to_string(i) + " = 1\n";
  place.write("many.toml", text);
  const Said said = place.run({"check", "many.toml"});
  EXPECT_EQ(said.code, 2);
  std::size_t errors = 0;
  for (std::size_t at = said.err.find(" error: "); at != std::string::npos; at = said.err.find(" error: ", at + 1))
    ++errors;
  EXPECT_EQ(errors, 20U) << said.err;
  EXPECT_NE(said.err.find("\nand 5 more\n"), std::string::npos) << said.err;
}

TEST(Mistake, InAResultPathIsToldBeforeAnythingRuns) {
  const Workplace place;
  place.write("cap.toml", "title = \"nothing changed\"\n");
  const Said said = place.run({"run", "cap.toml", "-o", "no/such/folder/cap.h5"});
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(said.out, "");
  EXPECT_NE(said.err.find(
                "no/such/folder/cap.h5: error: the result cannot be written here: there is no folder no/such/folder"),
            std::string::npos)
      << said.err;
  EXPECT_EQ(place.files(), std::vector<std::string>{"cap.toml"});
}

TEST(Mistake, OfNotSayingForceKeepsTheFile) {
  const Workplace place;
  place.write("cap.toml", "title = \"nothing changed\"\n");
  place.write("cap.h5", "mine");
  const Said said = place.run({"run", "cap.toml"});
  EXPECT_EQ(said.code, 2);
  EXPECT_NE(
      said.err.find("cap.h5: error: the result cannot be written here: the file exists\n   hint: --force replaces it"),
      std::string::npos)
      << said.err;
  EXPECT_EQ(place.read("cap.h5"), "mine");
}

}  // namespace
}  // namespace sojourn::test
