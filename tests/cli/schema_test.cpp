// The JSON Schema says of every kind what the registry says, and knows every key that the library uses.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>

#include "cli/program.hpp"

namespace sojourn::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

json schema(const std::vector<std::string>& words = {}) {
  std::vector<std::string> all{"schema"};
  all.insert(all.end(), words.begin(), words.end());
  const Said said = Workplace{}.run(all);
  EXPECT_EQ(said.code, 0) << said.err;
  return json::parse(said.out);
}

TEST(Schema, HasEveryKindWithItsKeysUnitsAndDefaults) {
  const json whole = schema();
  EXPECT_EQ(whole["$schema"], "https://json-schema.org/draft/2020-12/schema");
  const json levers = json::parse(Workplace{}.run({"levers", "--json"}).out);
  for (const char* part : {"levers", "shocks"}) {
    for (const json& kind : levers[part]) {
      const std::string name = kind[part == std::string{"levers"} ? "kind" : "shock"];
      ASSERT_TRUE(whole["$defs"].contains(name)) << name;
      const json& properties = whole["$defs"][name]["properties"];
      EXPECT_EQ(properties["kind"]["const"], name);
      for (const json& key : kind["keys"]) {
        const std::string key_name = key["name"];
        ASSERT_TRUE(properties.contains(key_name)) << name << " " << key_name;
        EXPECT_EQ(properties[key_name].value("title", ""), key.value("unit", "")) << name << " " << key_name;
        const bool has_default = !key["default"].get<std::string>().empty();
        EXPECT_EQ(properties[key_name].contains("default"), has_default) << name << " " << key_name;
      }
      EXPECT_FALSE(whole["$defs"][name]["additionalProperties"].get<bool>());
    }
  }
}

TEST(Schema, SaysWhatAFeeCapTakes) {
  const json cap = schema({"fee_cap"});
  EXPECT_EQ(cap["title"], "lever fee_cap");
  json cap_usd = cap["properties"]["cap_usd"];
  EXPECT_FALSE(cap_usd["description"].get<std::string>().empty());
  cap_usd.erase("description");
  EXPECT_EQ(cap_usd, json::parse(R"({"type": "number", "minimum": 0, "maximum": 50000, "title": "USD"})"));
  EXPECT_TRUE(cap["properties"].contains("cap_local"));
  EXPECT_EQ(cap["properties"]["counts"]["enum"], (json{"all_costs", "service_fee"}));
  EXPECT_FALSE(cap["properties"]["implementation"].contains("default"));
  EXPECT_EQ(schema({"hotline"})["properties"]["implementation"]["default"], 1);
  const json origins = cap["$defs"]["filter_origins"]["items"]["anyOf"][0]["enum"];
  for (const char* word : {"NPL", "-NPL", "colombo_process", "all"})
    EXPECT_NE(std::find(origins.begin(), origins.end(), word), origins.end()) << word;
}

TEST(Schema, KnowsEveryKeyOfTheLibrary) {
  const json whole = schema();
  const std::regex key{R"(([a-z_]+) = .*)"}, kind{"kind = \"([a-z_]+)\""};
  std::size_t keys = 0;
  for (const auto& entry : fs::recursive_directory_iterator{fs::path{SOJOURN_SOURCE_DIR} / "scenarios"}) {
    if (entry.path().extension() != ".toml") continue;
    std::ifstream file{entry.path()};
    json properties;
    std::smatch found;
    for (std::string line; std::getline(file, line);) {
      if (std::regex_match(line, found, kind)) {
        const std::string name = found[1].str();
        ASSERT_TRUE(whole["$defs"].contains(name)) << entry.path() << ": " << line;
        properties = whole["$defs"][name]["properties"];
      }
      if (line.starts_with("[")) properties = nullptr;
      if (properties.is_null() || !std::regex_match(line, found, key)) continue;
      EXPECT_TRUE(properties.contains(found[1].str())) << entry.path() << ": " << line;
      ++keys;
    }
  }
  EXPECT_GT(keys, 300U);
}

TEST(Schema, OffersTheNearestName) {
  const Said said = Workplace{}.run({"schema", "fee_caps"});
  EXPECT_EQ(said.code, 2);
  EXPECT_EQ(said.err.find("sojourn schema: error: fee_caps: no such schema\n   hint: did you mean \"fee_cap\"?"), 0U) << said.err;
}

}  // namespace
}  // namespace sojourn::test
