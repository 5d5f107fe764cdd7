#pragma once
// A small world of codes, and scenario files in a folder of their own.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

#include "io/scenario_reader.hpp"

namespace sojourn::io::test {

/// Twelve origins, thirteen destinations, every corridor but AFG-KOR.
inline ReaderContext small_world() {
  ReaderContext context;
  context.origins = {{"AFG", "Afghanistan"}, {"BGD", "Bangladesh"},  {"CHN", "China"},     {"IDN", "Indonesia"},
                     {"IND", "India"},       {"KHM", "Cambodia"},    {"LKA", "Sri Lanka"}, {"NPL", "Nepal"},
                     {"PAK", "Pakistan"},    {"PHL", "Philippines"}, {"THA", "Thailand"},  {"VNM", "Viet Nam"}};
  context.destinations = {{"SAU", "Saudi Arabia"},
                          {"ARE", "United Arab Emirates"},
                          {"QAT", "Qatar"},
                          {"KWT", "Kuwait"},
                          {"OMN", "Oman"},
                          {"BHR", "Bahrain"},
                          {"MYS", "Malaysia"},
                          {"SGP", "Singapore"},
                          {"JOR", "Jordan"},
                          {"LBN", "Lebanon"},
                          {"KOR", "Republic of Korea"},
                          {"SEA", "Seafarers"},
                          {"ROW", "Rest of the world"}};
  for (std::size_t o = 0; o < context.origins.size(); ++o) {
    for (std::size_t d = 0; d < context.destinations.size(); ++d) {
      if (context.origins[o].code != "AFG" || context.destinations[d].code != "KOR")
        context.corridors.emplace_back(o, d);
    }
  }
  context.parameters = {{"lender_rate_per_year", 0.2, 0.6}, {"network_effect", 0.2, 0.9}};
  context.rates = {{"NPR", {112.6, "origins.csv:7, 2018, row graded C"}},
                   {"SAR", {3.75, "wages.csv:19, 2019, row graded B"}}};
  context.indicators = {"deployments", "lead"};
  context.library = std::filesystem::path{SOJOURN_SOURCE_DIR} / "scenarios";
  return context;
}

/// Runs each test in an empty folder of its own, so that files are named without a path, as a user names them.
class ScenarioTest : public testing::Test {
  std::filesystem::path before_ = std::filesystem::current_path();
  std::filesystem::path folder_;

 protected:
  ReaderContext context = small_world();

  void SetUp() override {
    const testing::TestInfo& info = *testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path{testing::TempDir()} / "sojourn_scenarios" / info.test_suite_name() / info.name();
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    std::filesystem::current_path(folder_);
  }
  void TearDown() override {
    std::filesystem::current_path(before_);
    std::filesystem::remove_all(folder_);
  }

  static void write(const std::filesystem::path& name, const std::string& text) {
    if (name.has_parent_path()) std::filesystem::create_directories(name.parent_path());
    std::ofstream{name, std::ios::binary} << text;
  }

  /// The study of one file with this text.
  study::Study study_of(const std::string& text, const std::string& name = "my.toml") {
    write(name, text);
    return read_study({name}, context);
  }

  std::vector<Diagnostic> findings_in(const std::vector<std::filesystem::path>& files) {
    try {
      std::ignore = read_study(files, context);
    } catch (const InputError& error) {
      return error.findings();
    }
    return {};
  }

  /// Every message about the files as printed.
  std::string messages_of(const std::vector<std::filesystem::path>& files) {
    std::string text;
    for (const Diagnostic& finding : findings_in(files)) text += to_string(finding);
    return text;
  }
  /// The same without source lines and carets, of one file with this text.
  std::string short_messages(const std::string& text, const std::string& name = "my.toml") {
    write(name, text);
    return short_messages_of({name});
  }
  std::string short_messages_of(const std::vector<std::filesystem::path>& files) {
    std::string text;
    for (Diagnostic finding : findings_in(files)) {
      finding.source_line.clear();
      text += to_string(finding);
    }
    return text;
  }

  static const study::Scenario& scenario(const study::Study& study, const std::string& name) {
    const auto found = std::ranges::find(study.scenarios, name, &study::Scenario::name);
    if (found == study.scenarios.end()) throw std::runtime_error{"no scenario " + name};
    return *found;
  }
  [[nodiscard]] std::vector<std::string> corridors_of(const model::Reach& reach) const {
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < reach.corridors.size(); ++i) {
      const auto [o, d] = context.corridors[i];
      if (reach.corridors[i]) codes.push_back(context.origins[o].code + "-" + context.destinations[d].code);
    }
    return codes;
  }
};

/// A lever that is right, to which a test adds what it is about.
inline constexpr auto good_lever = "[[lever]]\nkind = \"fee_cap\"\ncap_usd = 100\nimplementation = 0.5\n";

}  // namespace sojourn::io::test
