#pragma once
// What holds, written out: every value of a scenario, defaults included, as a file that reads back to the same.
#include <string>
#include <vector>

#include "io/scenario_levers.hpp"
#include "io/scenario_shocks.hpp"

namespace sojourn::io::scenario {

/// A scenario's own values besides levers and shocks.
struct OwnPart {
  study::Scenario scenario;
  std::vector<Setting> settings;  ///< of environment and parameters
};

/// Reads `environment` and `parameters` of a resolved scenario.
[[nodiscard]] OwnPart read_own_part(const Node& tree, const StudyPart& study, const ReaderContext& context,
                                    Findings& findings);

/// What a scenario holds besides tables of keys.
struct EffectiveLists {
  const std::vector<ReadLever>& levers;
  const std::vector<ReadShock>& shocks;
  const std::vector<std::string>& rules_taken_out;  ///< ids: they would come back when the text is read again
  const std::vector<std::string>& overrides;        ///< told as comments
};

/// Tables in a fixed order, each key on a line.
[[nodiscard]] std::string effective_text(const study::Scenario& scenario, const Heading& heading,
                                         const StudyPart& study, const OwnPart& own, const EffectiveLists& lists);

}  // namespace sojourn::io::scenario
