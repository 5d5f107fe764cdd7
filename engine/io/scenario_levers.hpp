#pragma once
// The levers of one scenario: read, checked one by one and against one another.
#include <string>
#include <vector>

#include "io/scenario_merge.hpp"
#include "io/scenario_settings.hpp"

namespace sojourn::io::scenario {

/// A lever, what it says with all defaults, and where it stands.
struct ReadLever {
  model::LeverSpec spec;
  std::vector<Setting> settings;
  Spot spot;
};

/// The steps of an `implementation`: one level, or a list of months and levels. Empty if nothing in it is right.
[[nodiscard]] std::vector<model::ImplementationStep> read_steps_of(const Entry& implementation, Month lever_start,
                                                                   TableReader& lever);

/// Reads `only` and `pilot_percent`: whom of those in its filters a lever reaches.
void read_conditions(TableReader& lever, const model::LeverKind* kind, model::LeverSpec& spec);
/// Reads `start_when` and `end_when`.
void read_triggers(TableReader& lever, const StudyPart& study, model::LeverSpec& spec);

/// Reads every lever of a resolved scenario. Those whose kind is unknown are left out of the result.
[[nodiscard]] std::vector<ReadLever> read_levers(const Resolved& scenario, const StudyPart& study,
                                                 const ReaderContext& context, Findings& findings);

/// Reports two levers that set the same level on one cell and month, and `replaces` that point nowhere or in a circle.
void check_together(const std::vector<ReadLever>& levers, const Resolved& scenario, const StudyPart& study,
                    Findings& findings);

}  // namespace sojourn::io::scenario
