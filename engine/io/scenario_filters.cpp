#include "io/scenario_filters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "io/scenario_groups.hpp"

namespace sojourn::io::scenario {
namespace {

constexpr std::string_view groups_hint = "sojourn levers --groups lists all";

bool any(const std::vector<bool>& flags) { return std::ranges::find(flags, true) != flags.end(); }

/// Adds or takes out one entry of a filter; a filter of minus entries only starts from all.
class Selection {
  std::vector<bool> flags_;
  std::vector<bool> taken_out_;
  bool has_plus_ = false;

 public:
  explicit Selection(std::size_t size) : flags_(size), taken_out_(size) {}
  void apply(const std::vector<bool>& entry, bool minus) {
    has_plus_ = has_plus_ || !minus;
    for (std::size_t i = 0; i < entry.size(); ++i) {
      if (entry[i]) (minus ? taken_out_ : flags_)[i] = true;
    }
  }
  [[nodiscard]] std::vector<bool> result() const {
    std::vector<bool> kept(flags_.size());
    for (std::size_t i = 0; i < kept.size(); ++i) kept[i] = (flags_[i] || !has_plus_) && !taken_out_[i];
    return kept;
  }
};

std::pair<std::string, bool> without_minus(const std::string& entry) {
  const bool minus = entry.starts_with('-');
  return {minus ? entry.substr(1) : entry, minus};
}

std::vector<std::string> texts_of(const std::vector<const Node*>& items) {
  std::vector<std::string> texts;
  for (const Node* item : items) texts.push_back(item->text);
  return texts;
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

/// Words that people write for a sex.
std::string sex_meant(const std::string& word) {
  const std::string w = lower(word);
  if (w == "woman" || w == "female" || w == "females" || w == "f") return "women";
  if (w == "man" || w == "male" || w == "males" || w == "m") return "men";
  return "";
}

void no_such(TableReader& reader, std::string_view key, const Node& item, const std::string& name,
             std::span<const std::string_view> names, std::string_view noun) {
  const std::vector<std::string> all{names.begin(), names.end()};
  const bool sex = noun == "sex";
  std::string near = sex ? sex_meant(name) : "";
  if (near.empty()) near = nearest_of(name, all);
  const std::string list =
      sex ? "the two values are " + listed(all, "\"") : fmt::format("the {}s are {}", noun, listed(all));
  std::string hint = list;
  if (!near.empty())
    hint = sex ? fmt::format("write \"{}\"; {}", near, list) : fmt::format("did you mean \"{}\"? {}", near, list);
  reader.findings().error(item.spot, "no-such-choice", fmt::format("{} = [{}]", key, item.raw),
                          fmt::format("no such {}", noun), std::move(hint));
}

struct Names {
  std::string_view key, noun;
  std::span<const std::string_view> names;
};

std::uint32_t bits(TableReader& reader, const Names& names, const std::map<std::string, std::uint32_t>& groups) {
  const std::uint32_t all = (1U << names.names.size()) - 1U;
  const std::vector<const Node*> items = reader.texts(names.key);
  std::uint32_t plus = 0;
  std::uint32_t minus = 0;
  bool has_plus = false;
  for (const Node* item : items) {
    const auto [name, is_minus] = without_minus(item->text);
    std::uint32_t mask = name == "all" ? all : 0;
    const auto at = std::ranges::find(names.names, name);
    if (at != names.names.end()) mask = 1U << static_cast<std::size_t>(at - names.names.begin());
    if (const auto group = groups.find(name); group != groups.end()) mask = group->second;
    if (mask == 0) no_such(reader, names.key, *item, name, names.names, names.noun);
    has_plus = has_plus || !is_minus;
    (is_minus ? minus : plus) |= mask;
  }
  if (items.empty()) {
    reader.record(names.key, "[\"all\"]");
    return all;
  }
  const Entry* entry = find(reader.node(), names.key);
  reader.record(names.key, toml_list(texts_of(items)), entry->value.spot);
  const std::uint32_t kept = (has_plus ? plus : all) & ~minus;
  if (kept == 0 && (has_plus ? plus : all) != 0) {
    reader.findings().error(entry->value.spot, "empty-filter", fmt::format("{} = {}", names.key, entry->value.raw),
                            "nobody is left", fmt::format("leave one {} in, or delete the line for all", names.noun));
  }
  return kept == 0 ? all : kept;
}

}  // namespace

Vocabulary::Vocabulary(const ReaderContext& context) : context_{&context} {
  const auto add = [&](Side side, std::span<const PlaceGroup> groups, std::map<std::string, std::vector<bool>>& into) {
    for (const PlaceGroup& group : groups) {
      std::vector<bool>& flags = into[std::string{group.name}];
      for (const Place& place : all(side))
        flags.push_back(std::ranges::find(group.members, place.code) != group.members.end());
    }
  };
  add(Side::origins, sojourn::io::origin_groups(), origin_groups_);
  add(Side::destinations, sojourn::io::destination_groups(), destination_groups_);
}

const std::vector<Place>& Vocabulary::all(Side side) const {
  return side == Side::origins ? context_->origins : context_->destinations;
}

std::optional<std::vector<bool>> Vocabulary::find_place(const std::string& name, Side side) const {
  const std::vector<Place>& places = all(side);
  if (name == "all" || name == "*") return std::vector<bool>(places.size(), true);
  const auto& groups = side == Side::origins ? origin_groups_ : destination_groups_;
  if (const auto group = groups.find(name); group != groups.end()) return group->second;
  const auto place = std::ranges::find(places, name, &Place::code);
  if (place == places.end()) return std::nullopt;
  std::vector<bool> flags(places.size());
  flags[static_cast<std::size_t>(place - places.begin())] = true;
  return flags;
}

std::string Vocabulary::hint_for(const std::string& name, Side side) const {
  const Side other = side == Side::origins ? Side::destinations : Side::origins;
  std::vector<std::string> codes;
  for (const Place& place : all(side)) {
    if (lower(place.name) == lower(name))
      return fmt::format("did you mean \"{}\" ({})? {}", place.code, place.name, groups_hint);
    codes.push_back(place.code);
  }
  if (find_place(name, other)) {
    return fmt::format("\"{}\" is one of the {}; {}", name, other == Side::origins ? "origins" : "destinations",
                       groups_hint);
  }
  for (const auto& [group, flags] : side == Side::origins ? origin_groups_ : destination_groups_)
    codes.push_back(group);
  const std::string near = nearest_of(name, codes);
  if (near.empty()) return std::string{groups_hint};
  const auto place = std::ranges::find(all(side), near, &Place::code);
  if (place == all(side).end()) return fmt::format("did you mean \"{}\"? {}", near, groups_hint);
  return fmt::format("did you mean \"{}\" ({})? {}", near, place->name, groups_hint);
}

std::optional<std::vector<bool>> Vocabulary::named(const std::string& name, Side side, std::string_view key,
                                                   const Spot& spot, Findings& findings) const {
  std::optional<std::vector<bool>> flags = find_place(name, side);
  if (!flags) {
    findings.error(spot, "unknown-country",
                   fmt::format("{}: \"{}\" is neither a country of the reference tables nor a group", key, name), "",
                   hint_for(name, side));
  }
  return flags;
}

std::vector<bool> Vocabulary::places(TableReader& reader, std::string_view key, Side side,
                                     std::string_view preset) const {
  const std::vector<const Node*> items = reader.texts(key);
  if (items.empty()) {
    reader.record(key, toml_list({std::string{preset}}));
    return find_place(std::string{preset}, side).value_or(std::vector<bool>(all(side).size(), true));
  }
  Selection selection{all(side).size()};
  bool all_known = true;
  for (const Node* item : items) {
    const auto [name, minus] = without_minus(item->text);
    const std::optional<std::vector<bool>> flags = named(name, side, key, item->spot, reader.findings());
    all_known = all_known && flags;
    if (flags) selection.apply(*flags, minus);
  }
  const Entry* entry = find(reader.node(), key);
  reader.record(key, toml_list(texts_of(items)), entry->value.spot);
  const std::vector<bool> result = selection.result();
  if (any(result)) return result;
  if (all_known) {
    reader.findings().error(entry->value.spot, "empty-filter", fmt::format("{} = {}", key, entry->value.raw),
                            "nobody is left", "leave one in, or delete the line for all");
  }
  return std::vector<bool>(all(side).size(), true);
}

std::uint32_t Vocabulary::sectors(TableReader& reader) const {
  return bits(reader, {"sectors", "sector", sector_names}, sector_groups_);
}
std::uint32_t Vocabulary::sexes(TableReader& reader) { return bits(reader, {"sexes", "sex", sex_names}, {}); }
std::uint32_t Vocabulary::skills(TableReader& reader) { return bits(reader, {"skills", "skill", skill_names}, {}); }

std::string Vocabulary::corridor_code(std::size_t corridor) const {
  const auto [origin, destination] = context_->corridors[corridor];
  return context_->origins[origin].code + "-" + context_->destinations[destination].code;
}

std::optional<std::vector<bool>> Vocabulary::corridors_of(const std::string& pattern, const Node& item,
                                                          Findings& findings) const {
  const std::size_t dash = pattern.find('-');
  if (dash == std::string::npos) {
    findings.error(item.spot, "not-a-corridor", fmt::format("corridors = [{}]", item.raw),
                   "a corridor is an origin and a destination",
                   "write \"NPL-QAT\"; groups and * may stand on either side");
    return std::nullopt;
  }
  const auto from = named(pattern.substr(0, dash), Side::origins, "corridors", item.spot, findings);
  const auto to = named(pattern.substr(dash + 1), Side::destinations, "corridors", item.spot, findings);
  if (!from || !to) return std::nullopt;
  std::vector<bool> flags;
  for (const auto& [origin, destination] : context_->corridors) flags.push_back((*from)[origin] && (*to)[destination]);
  if (any(flags)) return flags;
  findings.error(item.spot, "unreachable-corridor", fmt::format("corridors = [{}] cannot be reached", item.raw),
                 "no deployments, stock or wage in the reference tables",
                 "add rows for it, or widen the filter; sojourn check --data shows what is there");
  return std::nullopt;
}

std::vector<bool> Vocabulary::corridors(TableReader& reader) const {
  const std::vector<const Node*> items = reader.texts("corridors");
  const Entry* entry = find(reader.node(), "corridors");
  Selection selection{context_->corridors.size()};
  bool all_known = true;
  for (const Node* item : items) {
    const auto [pattern, minus] = without_minus(item->text);
    const std::optional<std::vector<bool>> flags = corridors_of(pattern, *item, reader.findings());
    all_known = all_known && flags;
    if (flags) selection.apply(*flags, minus);
  }
  reader.record("corridors", toml_list(texts_of(items)), entry->value.spot);
  std::vector<bool> result = selection.result();
  if (!any(result) && all_known && !items.empty()) {
    reader.findings().error(entry->value.spot, "empty-filter", fmt::format("corridors = {}", entry->value.raw),
                            "no corridor is left", "leave one in, or delete the line for all");
  }
  return result;
}

model::Reach Vocabulary::reach(TableReader& reader) const {
  model::Reach reach;
  if (find(reader.node(), "corridors") != nullptr) {
    reach.corridors = corridors(reader);
    for (const std::string_view other : {"origins", "destinations"}) {
      if (const Entry* both = reader.take(other)) {
        reader.findings().error(both->spot, "two-filters", fmt::format("{} beside corridors", other),
                                "corridors stands in place of origins and destinations", "delete one of the two");
      }
    }
  } else {
    reader.take("corridors");
    const std::vector<bool> from = places(reader, "origins", Side::origins, "all");
    const std::vector<bool> to = places(reader, "destinations", Side::destinations, "all");
    for (const auto& [origin, destination] : context_->corridors)
      reach.corridors.push_back(from[origin] && to[destination]);
    if (!any(reach.corridors)) {
      reader.findings().error(reader.node().spot, "empty-filter",
                              "origins and destinations have no corridor between them",
                              "no deployments, stock or wage in the reference tables",
                              "add rows, or widen a filter; sojourn check --data shows what is there");
    }
  }
  reach.sectors = sectors(reader);
  reach.sexes = sexes(reader);
  reach.skills = skills(reader);
  return reach;
}

}  // namespace sojourn::io::scenario
