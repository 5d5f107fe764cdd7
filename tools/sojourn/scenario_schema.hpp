#pragma once
// The scenario language as a JSON Schema, for completion and hover in editors that know TOML.
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "model/levers/lever.hpp"
#include "model/shocks.hpp"
#include "place_groups.hpp"

namespace sojourn::cli {

/// JSON Schema (draft 2020-12) of a scenario file: keys of the study, levers and shocks of every kind with the units,
/// ranges and defaults of the registry, parameters of the model. `places` give the codes that filters complete to.
///
/// It takes every file that `sojourn check` takes. It does not take all that is wrong for wrong: what hangs on other
/// files (`extends`, ids), on the tables or on several keys together is for `check` to say.
[[nodiscard]] nlohmann::ordered_json scenario_schema(const std::vector<PlaceGroups>& places);
/// The same of one `[[lever]]` or `[[shock]]` of a kind.
[[nodiscard]] nlohmann::ordered_json lever_schema(const model::LeverKind& kind, const std::vector<PlaceGroups>& places);
[[nodiscard]] nlohmann::ordered_json shock_schema(const model::ShockKind& kind, const std::vector<PlaceGroups>& places);

}  // namespace sojourn::cli
