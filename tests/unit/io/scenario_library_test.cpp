// The shipped scenarios: each reads without a finding, and says what it assumes.
#include <algorithm>
#include <set>

#include "io/reference_tables.hpp"
#include "unit/io/scenario_support.hpp"

namespace sojourn::io::test {
namespace {

/// The small world with every destination and every rule in force of the shipped tables: the library names many.
ReaderContext library_world() {
  static const ReferenceTables tables = read_reference_tables({SOJOURN_SOURCE_DIR "/scenarios/reference", "", ""});
  ReaderContext context = small_world();
  context.destinations = {{"SEA", "Seafarers"}, {"ROW", "Rest of the world"}};
  for (const auto& row : tables.destinations) context.destinations.push_back({row.code, row.name});
  context.corridors.clear();
  for (std::size_t o = 0; o < context.origins.size(); ++o) {
    for (std::size_t d = 0; d < context.destinations.size(); ++d) context.corridors.emplace_back(o, d);
  }
  context.rules_in_force = tables.rules_in_force;
  context.rules_file = "library:reference/rules_in_force.csv";
  return context;
}

class ScenarioLibrary : public ScenarioTest {
 protected:
  ScenarioLibrary() { context = library_world(); }
  [[nodiscard]] std::vector<std::filesystem::path> shipped() const {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{context.library}) {
      if (entry.path().extension() == ".toml") paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    return paths;
  }
};

TEST_F(ScenarioLibrary, EveryShippedScenarioReadsWithoutARemark) {
  ASSERT_GE(shipped().size(), 60U);
  for (const std::filesystem::path& path : shipped()) {
    std::vector<Diagnostic> remarks;
    try {
      const study::Study study = read_study({path}, context, &remarks);
      for (const Diagnostic& remark : remarks) EXPECT_EQ(remark.severity, Severity::note) << remark.what << " in " << path;
      EXPECT_FALSE(study.question.empty()) << path;
    } catch (const InputError& error) {
      ADD_FAILURE() << error.what();
    }
  }
}

TEST_F(ScenarioLibrary, NamesAreUniqueSoThatTheLibraryCanBeNamed) {
  std::set<std::string> names;
  for (const std::filesystem::path& path : shipped()) EXPECT_TRUE(names.insert(path.stem().string()).second) << path;
}

TEST_F(ScenarioLibrary, EveryLeverAndShockSaysWhyAndWhereFrom) {
  for (const std::filesystem::path& path : shipped()) {
    for (const study::Scenario& one : read_study({path}, context).scenarios) {
      for (const model::LeverSpec& lever : one.levers) {
        if (lever.rule_in_force) continue;  // its row says so: reference_rules.cpp checks it
        EXPECT_FALSE(lever.why.empty()) << path << " " << lever.id;
        EXPECT_FALSE(lever.source.empty()) << path << " " << lever.id;
      }
      for (const model::ShockSpec& shock : one.shocks) {
        EXPECT_FALSE(shock.why.empty()) << path << " " << shock.id;
        EXPECT_FALSE(shock.source.empty()) << path << " " << shock.id;
      }
    }
  }
}

TEST_F(ScenarioLibrary, TheQuickstartIsABaselineAndTwoPoliciesAtScaleAThousand) {
  const std::filesystem::path folder = context.library / "quickstart";
  const study::Study study =
      read_study({folder / "fee-cap-enforced.toml", folder / "domestic-wage-floor.toml"}, context);
  ASSERT_EQ(study.scenarios.size(), 3U);
  EXPECT_EQ(study.scenarios[0].name, "baseline");
  EXPECT_EQ(study.scenarios[1].name, "fee-cap-enforced");
  EXPECT_EQ(study.scenarios[2].name, "domestic-wage-floor");
  EXPECT_EQ(study.scenarios[2].compared_with, "baseline");
  EXPECT_EQ(study.scale, 1000);
  EXPECT_EQ(study.replicates, 10);
  EXPECT_EQ(study.start, (Month{2026, 1}));
  EXPECT_EQ(study.end, (Month{2035, 12}));
}

TEST_F(ScenarioLibrary, AShippedScenarioCanBeExtendedByName) {
  const study::Study study =
      study_of("extends = \"library:employer-pays\"\nlever = [{ id = \"employer_pays\", implementation = 1 }]\n");
  EXPECT_EQ(study.scenarios.at(0).name, "employer-pays");
  EXPECT_EQ(std::ranges::find(scenario(study, "my").levers, "employer_pays", &model::LeverSpec::id)->implementation.at(0).level, 1);
  EXPECT_EQ(study.inputs.at(1).path, "library:employer-pays");
}

}  // namespace
}  // namespace sojourn::io::test
