#pragma once
// `--set key=value`: values from the command line, recorded with the scenario.
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "io/scenario_files.hpp"
#include "io/scenario_merge.hpp"

namespace sojourn::io::scenario {

/// All `--set` of one command.
class Overrides {
  std::vector<std::unique_ptr<SourceFile>> sources_;
  std::vector<Node> trees_;

 public:
  /// Values are TOML, or text without quotation marks.
  Overrides(const std::vector<std::string>& written, Findings& findings);
  enum class To : std::uint8_t { named_file, other_file };
  /// Puts them over a scenario's values: levers and shocks over those of named files only, where a file without
  /// that one is passed over; the rest over every scenario, so that both sides of a comparison live in one world.
  void apply(Resolved& scenario, To to, Findings& findings) const;
  /// Reports levers and shocks that none of the named files has.
  void check_ids(const std::vector<const ScenarioFile*>& named, Findings& findings) const;
};

}  // namespace sojourn::io::scenario
