// The example that `sojourn levers KIND` shows can be pasted: alone in a file it is a scenario.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace sojourn::test {
namespace {

/// The example as a file of its own, named after the kind.
std::string write_example(const Workplace& place, const nlohmann::json& kind, const char* name_key) {
  std::string name = kind[name_key].get<std::string>();
  std::ranges::replace(name, '_', '-');
  place.write(name + ".toml", kind["example"].get<std::string>());
  return name + ".toml";
}

TEST(LeverExamples, OfEveryKindReadWithoutAWarning) {
  const Workplace place;
  const auto json = nlohmann::json::parse(place.run({"levers", "--json"}).out);
  std::vector<std::string> words{"check"};
  for (const auto& kind : json["levers"]) words.push_back(write_example(place, kind, "kind"));
  for (const auto& kind : json["shocks"]) words.push_back(write_example(place, kind, "shock"));
  ASSERT_GT(words.size(), 40U);
  const Said said = place.run(words);
  EXPECT_EQ(said.code, 0) << said.err;
  EXPECT_EQ(said.err.find("warning: "), std::string::npos) << said.err;
  for (std::size_t i = 1; i < words.size(); ++i)
    EXPECT_NE(said.out.find(words[i] + ": valid; "), std::string::npos) << words[i] << "\n" << said.out;
}

TEST(LeverExamples, AreThoseThatThePageShows) {
  const Workplace place;
  const auto json = nlohmann::json::parse(place.run({"levers", "hotline", "--json"}).out);
  const std::string page = place.run({"levers", "hotline"}).out;
  const std::string first = json["example"].get<std::string>().substr(0, json["example"].get<std::string>().find('\n'));
  EXPECT_NE(page.find("  example\n    " + first + "\n"), std::string::npos) << page;
}

}  // namespace
}  // namespace sojourn::test
