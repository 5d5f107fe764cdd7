// `implementation`: how far a rule is enforced, as one level or in steps.
#include <fmt/format.h>

#include <optional>

#include "io/scenario_levers.hpp"

namespace sojourn::io::scenario {
namespace {

constexpr std::string_view example = "write { from = \"2026-07\", level = 0.3 }";

std::optional<double> level_of(std::string_view key, const Node& value, Findings& findings) {
  const std::optional<double> level = number_of(key, value, findings);
  if (!level || !check_limits(key, value, *level, {0, 1}, findings)) return std::nullopt;
  return level;
}

std::optional<model::ImplementationStep> step_of(const Node& item, Findings& findings) {
  if (item.type != NodeType::table) {
    findings.error(item.spot, "wrong-type", fmt::format("implementation = [{}]", item.raw),
                   "a step is a month and a level", std::string{example});
    return std::nullopt;
  }
  std::vector<Setting> unused;
  TableReader reader{item, "lever.implementation", "implementation", findings, unused};
  const Entry* from = reader.take("from");
  const Entry* level = reader.take("level");
  reader.finish();
  if (from == nullptr || level == nullptr) {
    findings.error(item.spot, "missing-key",
                   fmt::format("{} is missing in a step of implementation", from == nullptr ? "from" : "level"), "",
                   std::string{example});
    return std::nullopt;
  }
  const std::optional<Month> month = month_of("from", from->value, findings);
  const std::optional<double> value = level_of("level", level->value, findings);
  if (!month || !value) return std::nullopt;
  return model::ImplementationStep{*month, *value};
}

/// A first step no later than the lever, each further one after the one before.
void check_order(const model::ImplementationStep& step, const std::vector<model::ImplementationStep>& before,
                 Month lever_start, const Spot& spot, Findings& findings) {
  if (before.empty() && step.from > lever_start) {
    const std::string start = to_string(lever_start);
    findings.error(spot, "step-after-start",
                   fmt::format("the first step is from \"{}\", the lever from \"{}\"", to_string(step.from), start),
                   "no level is given for the months between",
                   fmt::format("begin with {{ from = \"{}\", level = 0 }}, or move start", start));
  } else if (!before.empty() && step.from <= before.back().from) {
    findings.error(spot, "steps-out-of-order",
                   fmt::format("from = \"{}\" is not after the step before it", to_string(step.from)), "",
                   "order the steps by month");
  }
}

}  // namespace

std::vector<model::ImplementationStep> read_steps_of(const Entry& implementation, Month lever_start,
                                                     TableReader& lever) {
  Findings& findings = lever.findings();
  const Node& value = implementation.value;
  if (value.type != NodeType::array) {
    const std::optional<double> level = level_of("implementation", value, findings);
    if (!level) return {};
    lever.record("implementation", number_text(*level), value.spot);
    return {{lever_start, *level}};
  }
  if (value.items.empty()) {
    findings.error(value.spot, "empty-list", "implementation = []", "an empty list",
                   "write a level, or steps: [{ from = \"2026-07\", level = 0.3 }]");
  }
  std::vector<model::ImplementationStep> steps;
  std::string recorded;
  for (const Node& item : value.items) {
    const std::optional<model::ImplementationStep> step = step_of(item, findings);
    if (!step) continue;
    check_order(*step, steps, lever_start, item.spot, findings);
    steps.push_back(*step);
    recorded += fmt::format("{}{{ from = \"{}\", level = {} }}", recorded.empty() ? "" : ", ", to_string(step->from),
                            number_text(step->level));
  }
  lever.record("implementation", "[" + recorded + "]", value.spot);
  return steps;
}

}  // namespace sojourn::io::scenario
