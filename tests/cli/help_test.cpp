#include <gtest/gtest.h>

#include "cli/program.hpp"

namespace sojourn::test {
namespace {

const std::vector<std::string> commands{"run", "check", "levers", "schema", "info", "life", "validate", "calibrate"};

TEST(Help, OfEveryCommandStartsWithExamples) {
  const Workplace place;
  for (const std::string& command : commands) {
    for (const char* option : {"--help", "-h"}) {
      const Said said = place.run({command, option});
      EXPECT_EQ(said.code, 0) << command;
      EXPECT_EQ(said.err, "") << command;
      EXPECT_EQ(said.out.find("sojourn " + command + ": "), 0U) << said.out;
      const std::size_t examples = said.out.find("\nExamples:\n  sojourn " + command);
      EXPECT_NE(examples, std::string::npos) << said.out;
      EXPECT_LT(examples, said.out.find("Usage: sojourn " + command)) << said.out;
    }
  }
}

TEST(Help, OfTheProgramNamesEveryCommandAndExitCode) {
  const Said said = Workplace{}.run({"--help"});
  EXPECT_EQ(said.code, 0);
  EXPECT_EQ(said.err, "");
  for (const std::string& command : commands)
    EXPECT_NE(said.out.find("\n  " + command + " "), std::string::npos) << command;
  EXPECT_LT(said.out.find("Examples:"), said.out.find("Commands:"));
  EXPECT_NE(said.out.find("2 wrong input"), std::string::npos);
}

TEST(Help, IsGivenWhateverElseIsMissing) { EXPECT_EQ(Workplace{}.run({"run", "--help"}).code, 0); }

TEST(Help, OfANakedCallGoesToStderrSinceNothingWasAsked) {
  const Said said = Workplace{}.run({});
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(said.out, "");
  EXPECT_NE(said.err.find("Commands:"), std::string::npos);
}

TEST(Version, IsTheSameEverywhere) {
  const Workplace place;
  const Said program = place.run({"--version"});
  EXPECT_EQ(program.code, 0);
  EXPECT_EQ(program.out.find("Sojourn "), 0U) << program.out;
  EXPECT_NE(program.out.find(", semantics 8"), std::string::npos) << program.out;
  for (const std::string& command : commands) EXPECT_EQ(place.run({command, "--version"}).out, program.out) << command;
}

TEST(Version, IsAnObjectWithJson) {
  const Said said = Workplace{}.run({"--version", "--json"});
  EXPECT_EQ(said.code, 0);
  EXPECT_EQ(said.out.find("{\"program\":\"sojourn\",\"version\":\""), 0U) << said.out;
  EXPECT_NE(said.out.find("\"semantics\":8"), std::string::npos) << said.out;
}

}  // namespace
}  // namespace sojourn::test
