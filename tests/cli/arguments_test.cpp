#include "arguments.hpp"

#include <gtest/gtest.h>

#include "commands.hpp"
#include "core/diagnostic.hpp"

namespace sojourn::cli {
namespace {

Invocation parsed(const std::vector<std::string>& words) { return parse(words, all_commands()); }

std::vector<Diagnostic> mistakes(const std::vector<std::string>& words) {
  try {
    (void)parsed(words);
  } catch (const InputError& error) {
    return error.findings();
  }
  return {};
}

TEST(Parse, TakesOptionsBeforeAndAfterTheCommand) {
  const Invocation call =
      parsed({"-q", "--color", "never", "run", "a.toml", "--threads", "2", "b.toml", "-o", "out.h5"});
  ASSERT_NE(call.command, nullptr);
  EXPECT_EQ(call.command->name, "run");
  EXPECT_EQ(call.arguments.operands, (std::vector<std::string>{"a.toml", "b.toml"}));
  EXPECT_EQ(call.arguments.value("threads"), "2");
  EXPECT_EQ(call.arguments.value("output"), "out.h5");
  EXPECT_EQ(call.arguments.value("color"), "never");
  EXPECT_TRUE(call.arguments.has("quiet"));
}

TEST(Parse, KeepsEverySettingInOrder) {
  const Invocation call = parsed({"run", "a.toml", "--set", "run.seed=2", "--set=lever.fee_cap.cap_usd=-1"});
  EXPECT_EQ(call.arguments.values("set"), (std::vector<std::string>{"run.seed=2", "lever.fee_cap.cap_usd=-1"}));
}

TEST(Parse, ReadsWhatFollowsTwoDashesAsFiles) {
  EXPECT_EQ(parsed({"check", "--", "--odd.toml"}).arguments.operands, std::vector<std::string>{"--odd.toml"});
}

TEST(Parse, NamesEveryUnknownOptionAtOnce) {
  const auto findings = mistakes({"run", "a.toml", "--thread", "8", "--forse"});
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(to_string(findings[0]),
            "sojourn run: error: --thread 8: no such option\n   hint: did you mean --threads? sojourn run --help lists "
            "all\n");
  EXPECT_EQ(
      to_string(findings[1]),
      "sojourn run: error: --forse: no such option\n   hint: did you mean --force? sojourn run --help lists all\n");
}

TEST(Parse, DoesNotGuessAnAbbreviation) { EXPECT_EQ(mistakes({"run", "a.toml", "--thr", "8"}).size(), 1U); }

TEST(Parse, TellsAMissingValueFromOneTooMany) {
  ASSERT_EQ(mistakes({"run", "a.toml", "--threads"}).size(), 1U);
  EXPECT_EQ(mistakes({"run", "a.toml", "--threads"})[0].why, "N is missing");
  ASSERT_EQ(mistakes({"run", "a.toml", "--force=yes"}).size(), 1U);
  EXPECT_EQ(mistakes({"run", "a.toml", "--force=yes"})[0].why, "takes no value");
}

TEST(Parse, RefusesAnOptionGivenTwice) {
  ASSERT_EQ(mistakes({"run", "a.toml", "-o", "a.h5", "--output", "b.h5"}).size(), 1U);
  EXPECT_EQ(mistakes({"run", "a.toml", "-o", "a.h5", "--output", "b.h5"})[0].why, "given more than once");
}

TEST(Parse, CountsWhatACommandTakes) {
  EXPECT_EQ(mistakes({"run"}).at(0).code, "missing-operand");
  EXPECT_EQ(mistakes({"info", "a.h5", "b.h5"}).at(0).code, "extra-operand");
  EXPECT_TRUE(mistakes({"run", "--help"}).empty());
}

TEST(WholeNumber, HoldsItsLimits) {
  Arguments arguments;
  EXPECT_EQ(whole_number(arguments, "run", "threads", 1, 64, 0), 0);
  arguments.add("threads", "8");
  EXPECT_EQ(whole_number(arguments, "run", "threads", 1, 64, 0), 8);
  for (const char* wrong : {"0", "65", "8x", "", "99999999999"}) {
    arguments = {};
    arguments.add("threads", wrong);
    EXPECT_THROW((void)whole_number(arguments, "run", "threads", 1, 64, 0), InputError) << wrong;
  }
}

}  // namespace
}  // namespace sojourn::cli
