// Files meant to break the reader, and files that are broken by chance: an error each, never a crash.
#include <cstdint>

#include "unit/io/scenario_support.hpp"

namespace sojourn::io::test {
namespace {

class ScenarioHostile : public ScenarioTest {
 protected:
  std::string only_code(const std::string& text) {
    write("my.toml", text);
    const std::vector<Diagnostic> found = findings_in({"my.toml"});
    return found.size() == 1 ? found[0].code : std::to_string(found.size()) + " findings";
  }
  static std::string repeated(std::string_view part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
  }
};

TEST_F(ScenarioHostile, AHundredThousandOpenBracketsAreAnError) {
  EXPECT_EQ(only_code("a = " + repeated("[", 100'000) + "\n"), "too-deep");
  EXPECT_EQ(only_code("a = " + repeated("{a=", 100'000) + "\n"), "too-deep");
  EXPECT_EQ(only_code("a = " + repeated("[\n", 100'000) + "\n"), "too-deep");
}

TEST_F(ScenarioHostile, AHundredThousandDotsInAKeyAreAnError) {
  EXPECT_EQ(only_code(repeated("a.", 100'000) + "a = 1\n"), "too-deep");
  EXPECT_EQ(only_code("[" + repeated("a.", 100'000) + "a]\n"), "too-deep");
  EXPECT_EQ(only_code("[[" + repeated("a.", 100'000) + "a]]\n"), "too-deep");
  EXPECT_EQ(only_code("a = {" + repeated("a.", 100'000) + "a = 1}\n"), "too-deep");
}

TEST_F(ScenarioHostile, SixteenLevelsAreRead) {
  EXPECT_EQ(only_code("a = [[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]\n"), "unknown-key");
  EXPECT_EQ(only_code("[a.b.c.d.e.f.g.h]\ni.j.k.l.m.n.o.p = 1\n"), "unknown-key");
  EXPECT_EQ(only_code("[a.b.c.d.e.f.g.h]\ni.j.k.l.m.n.o.p.q = 1\n"), "too-deep");
}

TEST_F(ScenarioHostile, BracketsInTextAndCommentsAreNotNesting) {
  EXPECT_EQ(only_code("question = \"" + repeated("[", 100) + "\" # " + repeated("[", 100) + "\n"), "0 findings");
  EXPECT_EQ(only_code("question = '''" + repeated("[\n", 100) + "'''\n"), "0 findings");
  EXPECT_EQ(only_code("question = \"\\\"[[[[[[[[[[[[[[[[[[[[[[\"\n"), "0 findings");
}

TEST_F(ScenarioHostile, AFileOfMoreThanAMebibyteIsNotRead) {
  write("my.toml", repeated("# 345678\n", 116'509));
  EXPECT_EQ(short_messages_of({"my.toml"}),
            "my.toml: error: 1,048,581 bytes: at most 1 MiB\n"
            "   hint: a scenario is a few kilobytes of text; data go into the folder that reference.tables names\n");
  EXPECT_EQ(only_code(repeated("# 345678\n", 116'508)), "0 findings");
}

TEST_F(ScenarioHostile, AFolderIsNoScenario) {
  std::filesystem::create_directories("my.toml");
  EXPECT_EQ(findings_in({"my.toml"}).at(0).code, "unreadable");
}

TEST_F(ScenarioHostile, OverlongAndTornUtf8IsRefused) {
  for (const std::string bad :
       {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82", "\x80", "\xFF"}) {
    EXPECT_EQ(only_code("title = \"" + bad + "\"\n"), "not-utf-8");
  }
  EXPECT_EQ(only_code("\xEF\xBB\xBFtitle = \"\xF0\x9F\x8C\x8D N\xC3\xA9pal\"\r\nquestion = \"\xE2\x82\xAC\"\r\n"),
            "0 findings");
}

TEST_F(ScenarioHostile, ColumnsCountCharactersNotBytes) {
  write("my.toml",
        "run = { seed = 1 } # \xC3\xA9\ntitle = \"\xC3\xA9\xC3\xA9\"\npopulation = { origins = "
        "[\"\xC3\x89\xC3\x89\xC3\x89\", \"QTR\"] }\n");
  const std::vector<Diagnostic> found = findings_in({"my.toml"});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].where.column, 27U);
  EXPECT_EQ(found[0].where.width, 5U);
  EXPECT_EQ(found[1].where.column, 34U);
}

TEST_F(ScenarioHostile, HundredsOfLeversOfOneKindAreReadAndCompared) {
  std::string text;
  for (int i = 0; i < 300; ++i) {
    text += "[[lever]]\nid = \"x" + std::to_string(i) +
            "\"\nkind = \"wage_floor\"\nfloor_usd_per_month = 1\nimplementation = 1\ncorridors = [\"NPL-QAT\"]\n" +
            "start = \"" + to_string(Month{2026, 1} + i) + "\"\nend = \"" + to_string(Month{2026, 1} + i) + "\"\n";
  }
  EXPECT_EQ(only_code(text), "0 findings");
}

/// A scenario that uses much of the language.
constexpr std::string_view rich = R"(title = "Rich"
variant.a = { title = "A", set = { lever.fee_cap.implementation = 0.05, lever.floor.remove = true } }
time = { start = "2026-01", end = "2030-12", burn_in_months = 12 }
population = { scale = 500, origins = ["south_asia", "-AFG"] }
[run]
replicates = 4
[environment]
demand_growth_percent_per_year = [{ destinations = ["gcc"], sectors = ["construction"], percent = 3 }]
[groups.origins]
mine = ["NPL", "LKA"]
[[lever]]
kind = "fee_cap"
corridors = ["mine-gcc", "-LKA-KWT"]
cap_months_of_wage = 1.5
implementation = [{ from = "2026-01", level = 0.2 }, { from = "2027-07", level = 0.6 }]
[[lever]]
kind = "wage_floor"
id = "floor"
floor_local_per_month = 1200
currency = "SAR"
implementation = 0.5
)";

TEST_F(ScenarioHostile, EveryTornFileIsReadOrRefused) {
  ASSERT_EQ(short_messages(std::string{rich}), "");
  for (std::size_t length = 0; length < rich.size(); length += 3) {
    write("my.toml", std::string{rich.substr(0, length)});
    for (const Diagnostic& finding : findings_in({"my.toml"})) EXPECT_FALSE(finding.hint.empty()) << to_string(finding);
  }
}

TEST_F(ScenarioHostile, FilesWithChangedBytesAreReadOrRefused) {
  // A fixed linear congruential sequence (Knuth's MMIX constants): the same 600 files on every run.
  std::uint64_t state = 1;
  const auto next = [&state](std::uint64_t bound) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return (state >> 33U) % bound;
  };
  constexpr std::string_view bytes = "[]{}=\"'.,-#\n\\ 019ax_\xC3\x00";
  for (int file = 0; file < 600; ++file) {
    std::string text{rich};
    for (std::uint64_t change = 0; change <= next(4); ++change) text[next(text.size())] = bytes[next(bytes.size())];
    write("my.toml", text);
    for (const Diagnostic& finding : findings_in({"my.toml"})) {
      EXPECT_FALSE(finding.hint.empty()) << to_string(finding);
      EXPECT_EQ(finding.severity, Severity::error);
    }
  }
}

}  // namespace
}  // namespace sojourn::io::test
