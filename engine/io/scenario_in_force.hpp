#pragma once
// Rules in force: rows of rules_in_force.csv as the levers that every scenario begins with.
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "io/scenario_levers.hpp"
#include "io/scenario_merge.hpp"
#include "io/scenario_reader.hpp"

namespace sojourn::io::scenario {

/// The rules of a context as a scenario file would hold them. They point into this: it stays where it is.
class InForce {
  SourceFile table_;
  std::vector<Node> levers_;
  std::set<std::string> left_out_;

 public:
  explicit InForce(const ReaderContext& context);
  InForce(const InForce&) = delete;
  InForce& operator=(const InForce&) = delete;

  /// What a file that stands on nothing begins with. Rules that the chosen grades or corridors leave out count as taken
  /// out, so that a scenario may still say that it replaces or removes one.
  [[nodiscard]] Resolved beginning() const;
  /// Ids of rules that `scenario` has taken out, left out ones apart.
  [[nodiscard]] std::vector<std::string> taken_out(const Resolved& scenario) const;
};

/// Puts rules in force into the months of a study: those of its first month hold through the burn-in too, what ended
/// before or begins after it is left out.
void settle_rules(std::vector<ReadLever>& levers, const study::Study& study);

/// Says which levers take over from rules in force, where and from when, and which are too weak to.
void tell_takeovers(const std::vector<ReadLever>& levers, const StudyPart& study, Findings& findings);

}  // namespace sojourn::io::scenario
