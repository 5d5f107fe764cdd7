#include "io/scenario_effective.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace sojourn::io::scenario {
namespace {

constexpr double growth_preset = 2.0;  // percent a year, INTERFACE 2: carries the base year's levels to the present
constexpr Limits growth_limits{-50, 50};

/// Reads one growth rate: a number, or entries that narrow it.
class GrowthReader {
  const StudyPart& study_;
  Findings& findings_;
  Side side_;
  std::string_view places_key_;
  std::size_t places_;

 public:
  GrowthReader(const StudyPart& study, Findings& findings, Side side, std::size_t places)
      : study_{study},
        findings_{findings},
        side_{side},
        places_key_{side == Side::origins ? "origins" : "destinations"},
        places_{places} {}

  std::vector<study::Growth> read(TableReader& reader, std::string_view key) {
    const Entry* entry = reader.take(key);
    std::vector<study::Growth> growth{everywhere(growth_preset)};
    if (entry == nullptr) {
      reader.record(key, number_text(growth_preset));
    } else if (entry->value.type != NodeType::array) {
      const auto percent = number_of(key, entry->value, findings_);
      if (percent && check_limits(key, entry->value, *percent, growth_limits, findings_))
        growth = {everywhere(*percent)};
      reader.record(key, number_text(growth.front().percent_per_year), entry->value.spot);
    } else {
      read_entries(entry->value, reader, key, growth);
    }
    return growth;
  }

 private:
  [[nodiscard]] study::Growth everywhere(double percent) const {
    return {.places = std::vector<bool>(places_, true), .sectors = 0xff, .percent_per_year = percent};
  }

  [[nodiscard]] static bool reaches_all(const study::Growth& growth) {
    return growth.sectors == 0xff && std::ranges::find(growth.places, false) == growth.places.end();
  }

  [[nodiscard]] std::string preset_entry() const {
    return fmt::format("{{ {} = [\"all\"]{}, percent = {} }}", places_key_,
                       side_ == Side::destinations ? ", sectors = [\"all\"]" : "", number_text(growth_preset));
  }

  [[nodiscard]] static std::string inline_table(const std::vector<Setting>& settings) {
    std::string text;
    for (const Setting& setting : settings)
      text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", setting.key, setting.value);
    return "{ " + text + " }";
  }

  void read_entries(const Node& list, TableReader& reader, std::string_view key, std::vector<study::Growth>& growth) {
    std::vector<std::string> written;
    for (const Node& item : list.items) {
      if (item.type != NodeType::table) {
        findings_.error(item.spot, "wrong-type", fmt::format("{} = [{}]", key, item.raw), "must be a table",
                        fmt::format("write {{ {} = [\"all\"], percent = 2 }}", places_key_));
        continue;
      }
      std::vector<Setting> settings;
      TableReader entry{item, "environment", std::string{key}, findings_, settings};
      study::Growth one = everywhere(growth_preset);
      one.places = study_.vocabulary.places(entry, places_key_, side_, "all");
      if (side_ == Side::destinations) one.sectors = study_.vocabulary.sectors(entry);
      if (find(item, "percent") == nullptr) {
        findings_.error(item.spot, "missing-key", fmt::format("percent is missing in {}", key), "",
                        "percent is -50 to 50, a year");
      }
      one.percent_per_year = entry.number("percent", growth_limits, growth_preset);
      entry.finish();
      written.push_back(inline_table(settings));
      growth.push_back(std::move(one));
    }
    // What no entry reaches grows as by default; an effective file says so, and then its first entry reaches all.
    if (growth.size() > 1 && reaches_all(growth[1])) {
      growth.erase(growth.begin());
    } else {
      written.insert(written.begin(), preset_entry());
    }
    reader.record(key, fmt::format("[{}]", fmt::join(written, ", ")), list.spot);
  }
};

const Node& table_in(const Node& tree, std::string_view key, Findings& findings) {
  static const Node empty;
  const Entry* entry = find(tree, key);
  if (entry == nullptr) return empty;
  if (entry->value.type == NodeType::table) return entry->value;
  findings.error(entry->value.spot, "wrong-type", fmt::format("{} = {}", key, entry->value.raw), "must be a table",
                 fmt::format("write [{}], and its keys below", key));
  return empty;
}

void read_parameters(const Node& table, const ReaderContext& context, Findings& findings, OwnPart& own) {
  TableReader reader{table, "parameters", "parameters", findings, own.settings};
  std::vector<std::string> names;
  for (const ParameterRange& range : context.parameters) names.push_back(range.name);
  for (const Entry& entry : table.entries) {
    const auto range = std::ranges::find(context.parameters, entry.key, &ParameterRange::name);
    if (range == context.parameters.end()) {
      const std::string near = nearest_of(entry.key, names);
      findings.error(entry.spot, "unknown-parameter", fmt::format("unknown parameter {}", entry.key), "",
                     near.empty() ? "sojourn levers --parameters lists all"
                                  : fmt::format("did you mean {}? sojourn levers --parameters lists all", near));
    } else if (const auto value = reader.number_if_written(entry.key, {range->lowest, range->highest})) {
      own.scenario.parameters[entry.key] = *value;
    }
  }
}

void write_tables(const std::vector<Setting>& settings, std::string& text) {
  std::vector<std::string> tables;
  for (const Setting& setting : settings) {
    if (std::ranges::find(tables, setting.table) == tables.end()) tables.push_back(setting.table);
  }
  for (const std::string& table : tables) {
    text += fmt::format("\n[{}]\n", table);
    for (const Setting& setting : settings) {
      if (setting.table == table) text += fmt::format("{} = {}\n", setting.key, setting.value);
    }
  }
}

}  // namespace

OwnPart read_own_part(const Node& tree, const StudyPart& study, const ReaderContext& context, Findings& findings) {
  OwnPart own;
  const Node& environment = table_in(tree, "environment", findings);
  TableReader reader{environment, "environment", "environment", findings, own.settings};
  own.scenario.demand_growth = GrowthReader{study, findings, Side::destinations, context.destinations.size()}.read(
      reader, "demand_growth_percent_per_year");
  own.scenario.home_wage_growth = GrowthReader{study, findings, Side::origins, context.origins.size()}.read(
      reader, "home_wage_growth_percent_per_year");
  reader.finish();
  read_parameters(table_in(tree, "parameters", findings), context, findings, own);
  return own;
}

std::string effective_text(const study::Scenario& scenario, const Heading& heading, const StudyPart& study,
                           const OwnPart& own, const EffectiveLists& lists) {
  std::string text = fmt::format("# Every value that holds in scenario {}, defaults included.\n", scenario.name);
  text += scenario.compared_with.empty() ? "# It is a baseline.\n"
                                         : fmt::format("# Its effect is against {}.\n", scenario.compared_with);
  for (const std::string& override_text : lists.overrides) text += fmt::format("# --set {}\n", toml_text(override_text));
  text += "format = 1\n";
  for (const auto& [key, value] :
       std::array<std::pair<std::string_view, std::string_view>, 5>{{{"title", scenario.title},
                                                                     {"question", scenario.question},
                                                                     {"author", heading.author},
                                                                     {"contact", heading.contact},
                                                                     {"compare_with", "none"}}}) {
    text += fmt::format("{} = {}\n", key, toml_text(value));
  }
  write_tables(study.settings, text);
  write_tables(own.settings, text);
  for (const std::string& id : lists.rules_taken_out)
    text += fmt::format("\n[[lever]]  # a rule in force, taken out\nid = {}\nremove = true\n", toml_text(id));
  for (const ReadLever& lever : lists.levers) {
    text += fmt::format("\n[[lever]]  # {}\n", lever.spec.as_written);
    for (const Setting& setting : lever.settings) text += fmt::format("{} = {}\n", setting.key, setting.value);
  }
  for (const ReadShock& shock : lists.shocks) {
    text += fmt::format("\n[[shock]]  # {}\n", shock.spec.as_written);
    for (const Setting& setting : shock.settings) text += fmt::format("{} = {}\n", setting.key, setting.value);
  }
  return text;
}

}  // namespace sojourn::io::scenario
