// What options and environment do to the form of the words, never to the words of a mistake.
#include <gtest/gtest.h>

#include "cli/program.hpp"

namespace sojourn::test {
namespace {

constexpr char escape = '\x1b';

bool has_colour(const std::string& text) { return text.find(escape) != std::string::npos; }

TEST(Colour, IsOffWhereNoTerminalReads) {
  const Said said = Workplace{}.run({"levers"});
  EXPECT_FALSE(has_colour(said.out));
}

TEST(Colour, IsOnWhenAskedFor) {
  EXPECT_TRUE(has_colour(Workplace{}.run({"levers", "--color", "always"}).out));
  EXPECT_TRUE(has_colour(Workplace{}.run({"levers"}, {{"CLICOLOR_FORCE", "1"}}).out));
  EXPECT_TRUE(has_colour(Workplace{}.run({"chek", "--color=always"}).err));
}

TEST(Colour, OptionsWinOverTheEnvironment) {
  EXPECT_FALSE(has_colour(Workplace{}.run({"levers", "--color", "never"}, {{"CLICOLOR_FORCE", "1"}}).out));
  EXPECT_TRUE(has_colour(Workplace{}.run({"levers", "--color", "always"}, {{"NO_COLOR", "1"}}).out));
  EXPECT_FALSE(has_colour(Workplace{}.run({"levers"}, {{"NO_COLOR", "1"}, {"CLICOLOR_FORCE", "1"}}).out));
}

TEST(Colour, NeverEntersJson) {
  EXPECT_FALSE(has_colour(Workplace{}.run({"levers", "--json", "--color", "always"}).out));
}

TEST(Log, TakesMessagesWithTheirTimeAndKeepsOldOnes) {
  const Workplace place;
  place.write("log", "kept\n");
  EXPECT_EQ(place.run({"levers", "fee_caps", "--log", "log"}).code, 2);
  const std::string log = place.read("log");
  EXPECT_EQ(log.find("kept\n20"), 0U) << log;
  EXPECT_NE(log.find("Z sojourn levers: error: fee_caps: no such lever"), std::string::npos) << log;
}

TEST(Quiet, SilencesMessagesAndKeepsErrors) {
  const Workplace place;
  const Said said = place.run({"levers", "-q"});
  EXPECT_EQ(said.err, "");
  EXPECT_NE(said.out, "");
  EXPECT_NE(place.run({"levers", "fee_caps", "-q"}).err, "");
}

}  // namespace
}  // namespace sojourn::test
