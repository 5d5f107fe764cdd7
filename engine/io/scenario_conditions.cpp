// Common keys of levers on persons and on what the model itself shows: only, pilot_percent, start_when, end_when.
#include <fmt/format.h>

#include <utility>

#include "io/scenario_levers.hpp"
#include "model/levers/trigger.hpp"

namespace sojourn::io::scenario {
namespace {

constexpr std::string_view example = "write for instance { indicator = \"stranded_workers\", above = 10000 }";
constexpr Limits any_number{-1e15, 1e15, "a value in the indicator's unit"};

/// `{ a = 1, b = 2 }` of what a nested table holds.
std::string inline_table(const std::vector<Setting>& settings) {
  std::string text;
  for (const Setting& setting : settings) {
    if (setting.spot.file != nullptr) text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", setting.key, setting.value);
  }
  return "{ " + text + " }";
}

void wrong_table(const Entry& entry, std::string hint, Findings& findings) {
  findings.error(entry.value.spot, "wrong-type", fmt::format("{} = {}", entry.key, entry.value.raw), "must be a table",
                 std::move(hint));
}

std::optional<int> integer_if_written(TableReader& reader, std::string_view key, const Limits& limits) {
  const Entry* entry = find(reader.node(), key);
  const auto value = reader.integer(key, limits, static_cast<std::int64_t>(limits.lowest));
  return entry == nullptr ? std::nullopt : std::optional<int>{static_cast<int>(value)};
}

std::vector<std::string> watched_indicators() {
  std::vector<std::string> names;
  for (const model::Indicator& indicator : model::indicator_catalogue()) {
    if (model::can_be_watched(indicator)) names.emplace_back(indicator.name);
  }
  return names;
}

void check_indicator(const Entry& entry, const std::string& name, Findings& findings) {
  const model::Indicator* indicator = model::find_indicator(name);
  if (indicator != nullptr && model::can_be_watched(*indicator)) return;
  const std::string shown = fmt::format("indicator = \"{}\"", name);
  if (indicator != nullptr) {
    findings.error(entry.value.spot, "not-watched", shown, "a median or percentile, which one month's counts do not give",
                   "flows, stocks and ratios can be used, for instance mean_recruitment_cost_usd");
    return;
  }
  findings.error(entry.value.spot, "unknown-indicator", shown, "no such indicator",
                 did_you_mean(nearest_of(name, watched_indicators()), "docs/model/indicators.md lists all", "\"", "\""));
}

/// `above` or `below`, exactly one.
void read_bound(TableReader& reader, const Entry& entry, model::Trigger& trigger) {
  const auto above = reader.number_if_written("above", any_number);
  const auto below = reader.number_if_written("below", any_number);
  const Entry* written_above = find(reader.node(), "above");
  const Entry* written_below = find(reader.node(), "below");
  if (written_above != nullptr && written_below != nullptr) {
    reader.findings().error(written_below->spot, "two-ways", "below beside above", "only one of the two can start or end a lever",
                            "delete one of the two");
  } else if (written_above == nullptr && written_below == nullptr) {
    reader.findings().error(entry.value.spot, "missing-key", fmt::format("{} needs one of above and below", entry.key), "",
                            std::string{example});
  }
  trigger.above = written_above != nullptr;
  trigger.value = above.value_or(below.value_or(0));
}

std::optional<model::Trigger> read_trigger(TableReader& lever, std::string_view key, const StudyPart& study) {
  const Entry* entry = lever.take(key);
  if (entry == nullptr) return std::nullopt;
  Findings& findings = lever.findings();
  if (entry->value.type != NodeType::table) {
    wrong_table(*entry, std::string{example}, findings);
    return std::nullopt;
  }
  std::vector<Setting> settings;
  TableReader reader{entry->value, fmt::format("lever.{}", key), std::string{key}, findings, settings};
  model::Trigger trigger;
  const Entry* indicator = find(entry->value, "indicator");
  trigger.indicator = reader.text("indicator", most_title_characters, "");
  if (indicator == nullptr) {
    findings.error(entry->value.spot, "missing-key", fmt::format("indicator is missing in {}", key), "", std::string{example});
  } else if (indicator->value.type == NodeType::text) {
    check_indicator(*indicator, trigger.indicator, findings);
  }
  read_bound(reader, *entry, trigger);
  trigger.for_months = static_cast<int>(reader.integer("for_months", {1, 120}, 1));
  trigger.origins = study.vocabulary.places(reader, "origins", Side::origins, "all");
  trigger.destinations = study.vocabulary.places(reader, "destinations", Side::destinations, "all");
  reader.finish();
  lever.record(key, inline_table(settings), entry->value.spot);
  return trigger;
}

/// A date and a trigger for the same end of a lever.
void refuse_both(const Node& lever, std::string_view date, std::string_view trigger, Findings& findings) {
  const Entry* by_date = find(lever, date);
  const Entry* by_trigger = find(lever, trigger);
  if (by_date == nullptr || by_trigger == nullptr) return;
  findings.error(by_trigger->spot, "two-ways", fmt::format("{} beside {}", trigger, date),
                 fmt::format("{} stands in place of {}", trigger, date), "delete one of the two");
}

void refuse_on_whole_markets(const TableReader& lever, std::string_view key, const model::LeverKind* kind, Findings& findings) {
  const Entry* entry = find(lever.node(), key);
  if (entry == nullptr || kind == nullptr || !kind->whole_markets) return;
  findings.error(entry->spot, "not-for-this-lever", fmt::format("{} in {}", key, kind->name),
                 "it acts on places that all share, not on persons", "delete it; narrow origins, destinations, sectors, sexes or skills");
}

void read_only(TableReader& lever, model::Conditions& only) {
  const Entry* entry = lever.take("only");
  if (entry == nullptr) return;
  Findings& findings = lever.findings();
  if (entry->value.type != NodeType::table) {
    wrong_table(*entry, "write for instance only = { first_timers = true }", findings);
    return;
  }
  std::vector<Setting> settings;
  TableReader reader{entry->value, "lever.only", "only", findings, settings};
  only.first_timers = reader.boolean("first_timers", false);
  only.arrived_after = reader.month_if_written("arrived_after");
  only.age_min_years = integer_if_written(reader, "age_min_years", {15, 64});
  only.age_max_years = integer_if_written(reader, "age_max_years", {15, 64});
  only.children_under_years = integer_if_written(reader, "children_under_years", {1, 18});
  only.communities_percent = reader.number("communities_percent", {0.1, 100}, 100);
  reader.finish();
  if (only.age_min_years && only.age_max_years && *only.age_min_years > *only.age_max_years) {
    findings.error(find(entry->value, "age_max_years")->value.spot, "nobody-left",
                   fmt::format("age_max_years = {} is below age_min_years = {}", *only.age_max_years, *only.age_min_years),
                   "nobody is left", "ages are in completed years, both inclusive");
  }
  lever.record("only", inline_table(settings), entry->value.spot);
}

}  // namespace

void read_conditions(TableReader& lever, const model::LeverKind* kind, model::LeverSpec& spec) {
  refuse_on_whole_markets(lever, "only", kind, lever.findings());
  refuse_on_whole_markets(lever, "pilot_percent", kind, lever.findings());
  read_only(lever, spec.only);
  spec.only.pilot_percent = lever.number_if_written("pilot_percent", {0.1, 100}).value_or(100);
}

void read_triggers(TableReader& lever, const StudyPart& study, model::LeverSpec& spec) {
  refuse_both(lever.node(), "start", "start_when", lever.findings());
  refuse_both(lever.node(), "end", "end_when", lever.findings());
  spec.start_when = read_trigger(lever, "start_when", study);
  spec.end_when = read_trigger(lever, "end_when", study);
}

}  // namespace sojourn::io::scenario
