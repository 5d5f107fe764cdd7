// Levers of one scenario against one another.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "io/scenario_in_force.hpp"
#include "io/scenario_levers.hpp"

namespace sojourn::io::scenario {
namespace {

bool replaces(const model::LeverSpec& lever, const std::string& id) {
  return std::ranges::find(lever.replaces, id) != lever.replaces.end();
}

std::vector<std::size_t> shared_corridors(const model::Reach& a, const model::Reach& b) {
  std::vector<std::size_t> shared;
  if ((a.sectors & b.sectors) == 0 || (a.sexes & b.sexes) == 0 || (a.skills & b.skills) == 0) return shared;
  for (std::size_t i = 0; i < a.corridors.size(); ++i) {
    if (a.corridors[i] && b.corridors[i]) shared.push_back(i);
  }
  return shared;
}

/// First month of the study, burn-in included, in which both are in force and enforced.
std::optional<Month> first_shared_month(const model::LeverSpec& a, const model::LeverSpec& b,
                                        const study::Study& study) {
  for (Month month = study.start + -study.burn_in_months; month <= study.end; month = month + 1) {
    if (a.enforcement(month) > 0 && b.enforcement(month) > 0) return month;
  }
  return std::nullopt;
}

/// "NPL-QAT, NPL-SAU and 5 more".
std::string some_of(const std::vector<std::size_t>& corridors, const Vocabulary& vocabulary) {
  std::vector<std::string> codes;
  for (const std::size_t corridor : corridors) codes.push_back(vocabulary.corridor_code(corridor));
  if (codes.size() <= 3) return listed(codes);
  return fmt::format("{}, {} and {} more", codes[0], codes[1], codes.size() - 2);
}

void check_pair(const ReadLever& first, const ReadLever& second, const StudyPart& study, Findings& findings) {
  if (first.spec.rule_in_force || second.spec.rule_in_force) return;  // one gives way, or the kind says which holds
  if (first.spec.kind != second.spec.kind || !model::find_lever_kind(first.spec.kind)->sets_a_level) return;
  if (replaces(first.spec, second.spec.id) || replaces(second.spec, first.spec.id)) return;
  const std::vector<std::size_t> corridors = shared_corridors(first.spec.reach, second.spec.reach);
  if (corridors.empty()) return;
  const std::optional<Month> month = first_shared_month(first.spec, second.spec, study.study);
  if (!month) return;
  const bool same_file = first.spot.file == second.spot.file;
  const std::string where = same_file ? fmt::format("line {}", first.spot.where.line) : first.spec.as_written;
  findings.error(second.spot, "overlap",
                 fmt::format("\"{}\" and \"{}\" ({}) both set {} for {} from {}", second.spec.id, first.spec.id, where,
                             first.spec.kind, some_of(corridors, study.vocabulary), to_string(*month)),
                 "", fmt::format("narrow one filter, or add replaces = \"{}\" here", first.spec.id));
}

Spot replaces_spot(const ReadLever& lever) {
  const auto found = std::ranges::find(lever.settings, std::string_view{"replaces"}, &Setting::key);
  return found == lever.settings.end() ? lever.spot : found->spot;
}

void check_replaces(const ReadLever& lever, const std::vector<ReadLever>& levers, const Resolved& scenario,
                    Findings& findings) {
  const std::vector<std::string> ids = ids_in(scenario.tree, lever_table);
  for (const std::string& id : lever.spec.replaces) {
    if (std::ranges::find(ids, id) != ids.end() || scenario.removed.contains(id)) continue;
    findings.error(replaces_spot(lever), "unknown-id", fmt::format("replaces = \"{}\"", id),
                   "no lever of this scenario has this id",
                   did_you_mean(nearest_of(id, ids), is_rule_id(id) ? "sojourn levers --in-force lists the rules in force"
                                                                    : "its levers: " + listed(without_rules(ids))));
  }
  // Follows `replaces` from this lever; coming back to it would leave neither in force.
  std::set<std::string> reached(lever.spec.replaces.begin(), lever.spec.replaces.end());
  for (std::size_t before = 0; before != reached.size();) {
    before = reached.size();
    for (const ReadLever& other : levers) {
      if (reached.contains(other.spec.id)) reached.insert(other.spec.replaces.begin(), other.spec.replaces.end());
    }
  }
  if (reached.contains(lever.spec.id)) {
    findings.error(replaces_spot(lever), "cycle", fmt::format("\"{}\" replaces itself", lever.spec.id),
                   "neither would be in force where both apply", "take one replaces out");
  }
}

void check_in_force(const ReadLever& lever, const study::Study& study, Findings& findings) {
  const model::LeverSpec& spec = lever.spec;
  if (spec.rule_in_force) return;
  const bool ends_before = spec.end && *spec.end < study.start;
  if (spec.start <= study.end && !ends_before) return;
  findings.remark(Severity::warning, lever.spot, "never-in-force",
                  fmt::format("\"{}\" is in force from {}{}", spec.id, to_string(spec.start),
                              spec.end ? " to " + to_string(*spec.end) : ""),
                  fmt::format("the study runs from {} to {}", to_string(study.start), to_string(study.end)),
                  "it changes nothing");
}

/// Months in which a lever may come into force.
std::vector<Month> first_months(const std::vector<ReadLever>& levers) {
  std::vector<Month> months;
  for (const ReadLever& lever : levers) {
    months.push_back(lever.spec.start);
    for (const model::ImplementationStep& step : lever.spec.implementation) months.push_back(step.from);
  }
  std::ranges::sort(months);
  const auto repeated = std::ranges::unique(months);
  months.erase(repeated.begin(), repeated.end());
  return months;
}

/// Levers on some persons that are enforced on one market of a corridor in a month, in the order of the file.
std::vector<const ReadLever*> on_market(const std::vector<ReadLever>& levers, Month month, std::size_t corridor,
                                        std::size_t sector, std::size_t sex) {
  std::vector<const ReadLever*> found;
  for (const ReadLever& lever : levers) {
    const model::Reach& reach = lever.spec.reach;
    if (lever.spec.only.any() && reach.corridors[corridor] && (reach.sectors >> sector & 1U) != 0 &&
        (reach.sexes >> sex & 1U) != 0 && lever.spec.enforcement(month) > 0) {
      found.push_back(&lever);
    }
  }
  return found;
}

/// The engine keeps terms for every set of levers that a person may be reached by, so there is a limit.
void check_levers_for_some(const std::vector<ReadLever>& levers, const StudyPart& study, Findings& findings) {
  const auto for_some = [](const ReadLever& lever) { return lever.spec.only.any(); };
  if (std::ranges::count_if(levers, for_some) <= static_cast<std::ptrdiff_t>(model::most_levers_for_some)) return;
  const std::size_t corridors = levers.front().spec.reach.corridors.size();
  for (const Month month : first_months(levers)) {
    for (std::size_t corridor = 0; corridor < corridors; ++corridor) {
      for (std::size_t place = 0; place < 2 * sector_count; ++place) {
        const auto found = on_market(levers, month, corridor, place / 2, place % 2);
        if (found.size() <= model::most_levers_for_some) continue;
        findings.error(found[model::most_levers_for_some]->spot, "too-many",
                       fmt::format("{} levers with only or pilot_percent reach {} in {}", found.size(),
                                   study.vocabulary.corridor_code(corridor), to_string(month)),
                       fmt::format("at most {} may reach one market in a month", model::most_levers_for_some),
                       "narrow a filter or a date, or let one lever say what several do");
        return;
      }
    }
  }
}

}  // namespace

void check_together(const std::vector<ReadLever>& levers, const Resolved& scenario, const StudyPart& study,
                    Findings& findings) {
  check_levers_for_some(levers, study, findings);
  for (std::size_t i = 0; i < levers.size(); ++i) {
    check_replaces(levers[i], levers, scenario, findings);
    check_in_force(levers[i], study.study, findings);
    for (std::size_t j = 0; j < i; ++j) check_pair(levers[j], levers[i], study, findings);
  }
}

}  // namespace sojourn::io::scenario
