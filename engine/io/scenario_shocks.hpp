#pragma once
// The shocks of one scenario: read and checked.
#include <string>
#include <vector>

#include "io/scenario_merge.hpp"
#include "io/scenario_settings.hpp"
#include "model/shocks.hpp"

namespace sojourn::io::scenario {

/// A shock, what it says with all defaults, and where it stands.
struct ReadShock {
  model::ShockSpec spec;
  std::vector<Setting> settings;
  Spot spot;
};

/// Reads every shock of a resolved scenario. Those whose kind is unknown are left out of the result.
[[nodiscard]] std::vector<ReadShock> read_shocks(const Resolved& scenario, const StudyPart& study, Findings& findings);

/// Names of all kinds of shocks, in alphabetical order.
[[nodiscard]] std::vector<std::string> shock_kind_names();

}  // namespace sojourn::io::scenario
