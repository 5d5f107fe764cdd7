// The study's own groups of countries and sectors.
#include <fmt/format.h>

#include <algorithm>

#include "io/scenario_filters.hpp"

namespace sojourn::io::scenario {
namespace {

/// True if the name can be a new group's.
bool is_free(const Entry& group, bool taken, Findings& findings) {
  if (!is_plain_name(group.key, "_")) {
    findings.error(group.spot, "bad-name", fmt::format("\"{}\" cannot be the name of a group", group.key), "",
                   "use the letters a to z, digits and _ only");
    return false;
  }
  if (taken || group.key == "all") {
    findings.error(group.spot, "name-taken", fmt::format("the name {} is taken", group.key), "",
                   "give the group another name");
    return false;
  }
  return true;
}

}  // namespace

void Vocabulary::add_place_groups(const Node& table, Side side, Findings& findings, std::vector<Setting>& settings) {
  const std::string path = side == Side::origins ? "groups.origins" : "groups.destinations";
  TableReader reader{table, path, path, findings, settings};
  for (const Entry& group : table.entries) {
    const bool free = is_free(group, find_place(group.key, side).has_value(), findings);
    const std::vector<bool> members = places(reader, group.key, side, "all");
    if (free) (side == Side::origins ? origin_groups_ : destination_groups_)[group.key] = members;
  }
}

void Vocabulary::add_sector_groups(const Node& table, Findings& findings, std::vector<Setting>& settings) {
  for (const Entry& group : table.entries) {
    const bool taken = std::ranges::find(sector_names, group.key) != sector_names.end();
    if (!is_free(group, taken, findings)) continue;
    // Read as a filter of sectors: the same entries, messages and minus.
    Node filter;
    filter.spot = group.spot;
    filter.entries.push_back({"sectors", group.spot, group.value});
    std::vector<Setting> read;
    TableReader reader{filter, "groups.sectors", "groups.sectors", findings, read};
    sector_groups_[group.key] = sectors(reader);
    for (Setting& setting : read) {
      setting.key = group.key;
      settings.push_back(setting);
    }
  }
}

void Vocabulary::add_groups(const Node& groups, Findings& findings, std::vector<Setting>& settings) {
  TableReader reader{groups, "groups", "groups", findings, settings};
  if (const Node* table = reader.table("origins")) add_place_groups(*table, Side::origins, findings, settings);
  if (const Node* table = reader.table("destinations"))
    add_place_groups(*table, Side::destinations, findings, settings);
  if (const Node* table = reader.table("sectors")) add_sector_groups(*table, findings, settings);
  reader.finish();
}

}  // namespace sojourn::io::scenario
