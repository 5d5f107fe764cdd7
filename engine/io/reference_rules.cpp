// rules_in_force.csv: rules that hold whatever a scenario says, each written as a lever of a scenario would be.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>

#include "core/calendar.hpp"
#include "io/did_you_mean.hpp"
#include "io/reference_schema.hpp"
#include "io/scenario_groups.hpp"
#include "model/levers/lever.hpp"

namespace sojourn::io {
namespace {

using model::KeySpec;
using model::KeyType;
using model::LeverKind;

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size() && !text.empty();) {
    const std::size_t end = std::min(text.find(at, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

bool is_group(std::span<const PlaceGroup> groups, const std::string& word) {
  return std::ranges::find(groups, word, &PlaceGroup::name) != groups.end();
}

template <class Names>
bool is_among(const Names& names, const std::string& word) {
  return std::ranges::find(names, word) != names.end();
}

/// Words of a filter joined by `+`, each known to `knows` once a leading minus is off; none: all.
std::vector<std::string> filter(RowReader& row, std::string_view column, const std::string& hint,
                                const std::function<bool(const std::string&)>& knows) {
  std::vector<std::string> words = split(row.text(column), '+');
  for (const std::string& word : words) {
    if (knows(word.starts_with('-') ? word.substr(1) : word)) continue;
    row.defect(column, fmt::format("\"{}\" is unknown", word), hint, "table-filter");
  }
  return words;
}

std::string month(RowReader& row, std::string_view column) {
  const std::string& written = row.text(column);
  if (!written.empty() && !parse_month(written))
    row.defect(column, "not a month", "write year and month, 2015-07; leave it empty for no limit", "table-month");
  return written;
}

std::string rule_id(RowReader& row) {
  std::string id = row.required("id");
  const bool plain = std::ranges::all_of(
      id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
  if (!id.empty() && (!plain || !id.starts_with("ref-") || id.size() == 4))
    row.defect("id", "cannot be the name of a rule in force", "write ref- and letters a to z, digits and -", "table-id");
  row.unique(id);
  return id;
}

const LeverKind* rule_kind(RowReader& row) {
  std::vector<std::string> names;
  for (const LeverKind* kind : model::lever_kinds()) names.emplace_back(kind->name);
  const LeverKind* kind = model::find_lever_kind(row.text("kind"));
  if (kind == nullptr) {
    row.defect("kind", "no such lever", did_you_mean(nearest_name(row.text("kind"), names), "sojourn levers lists all"),
               "table-choice");
  }
  return kind;
}

/// Checks one `name=value` of the column `keys`.
class KeyChecker {
  RowReader& row_;
  const LeverKind& kind_;

 public:
  KeyChecker(RowReader& row, const LeverKind& kind) : row_{row}, kind_{kind} {}

  void check(const std::string& name, const std::vector<std::string>& values) {
    const auto key = std::ranges::find(kind_.keys, name, &KeySpec::name);
    if (key == kind_.keys.end()) {
      std::vector<std::string> names;
      for (const KeySpec& one : kind_.keys) names.emplace_back(one.name);
      return defect(fmt::format("{} has no key {}", kind_.name, name),
                    did_you_mean(nearest_name(name, names), fmt::format("its keys: {}", fmt::join(names, ", "))));
    }
    if (values.empty()) return defect(fmt::format("{} has no value", name), "write key=value");
    if (key->type == KeyType::choice || key->type == KeyType::choices) return check_words(*key, values);
    if (key->type == KeyType::boolean) return check_boolean(*key, values.front());
    check_number(*key, values.front());
  }

  /// What is left unsaid, or said twice in two ways.
  void check_all(const std::vector<std::pair<std::string, std::vector<std::string>>>& written) {
    const auto is_written = [&](const KeySpec& key) {
      return std::ranges::any_of(written, [&](const auto& one) { return one.first == key.name; });
    };
    for (const KeySpec& key : kind_.keys) {
      const bool number = key.type == KeyType::number || key.type == KeyType::integer;
      if (number && !key.preset && key.one_of == 0 && !is_written(key))
        defect(fmt::format("{} is missing", key.name), std::string{key.meaning});
      if (key.one_of == 0) continue;
      const auto of_group = [&](const KeySpec& other) { return other.one_of == key.one_of && is_written(other); };
      if (std::ranges::count_if(kind_.keys, of_group) == 1) continue;
      return defect(fmt::format("{} and its alternatives: exactly one of them must stand", key.name), "");
    }
  }

 private:
  void defect(std::string why, std::string hint) { row_.defect("keys", std::move(why), std::move(hint), "table-keys"); }

  void check_words(const KeySpec& key, const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      if (is_among(key.choices, value)) continue;
      defect(fmt::format("{} cannot be {}", key.name, value), fmt::format("one of {}", fmt::join(key.choices, ", ")));
    }
  }
  void check_boolean(const KeySpec& key, const std::string& value) {
    if (value != "true" && value != "false") defect(fmt::format("{} is true or false", key.name), "");
  }
  void check_number(const KeySpec& key, const std::string& text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_number = error == std::errc{} && end == text.data() + text.size() && std::isfinite(value);
    const bool fits = is_number && value >= key.lowest && value <= key.highest &&
                      (key.type != KeyType::integer || value == std::floor(value));
    if (fits) return;
    defect(fmt::format("{} is {} to {}{}", key.name, key.lowest, key.highest,
                       key.type == KeyType::integer ? ", a whole number" : ""), "");
  }
};

void read_keys(RowReader& row, const LeverKind* kind, RuleInForceRow& entry) {
  for (const std::string& part : split(row.text("keys"), ';')) {
    const std::size_t equals = part.find('=');
    const std::string name = part.substr(0, equals);
    entry.keys.emplace_back(name, equals == std::string::npos ? std::vector<std::string>{}
                                                              : split(part.substr(equals + 1), '+'));
  }
  if (kind == nullptr) return;
  KeyChecker checker{row, *kind};
  for (const auto& [name, values] : entry.keys) checker.check(name, values);
  checker.check_all(entry.keys);
}

void read_evidence_rows(RowReader& row, RuleInForceRow& entry) {
  entry.rows = split(row.required("rows"), '+');
  for (const std::string& place : entry.rows) {
    const std::size_t colon = place.find(".csv:");
    const bool right = colon != std::string::npos && colon + 5 < place.size() &&
                       place.find_first_not_of("0123456789", colon + 5) == std::string::npos;
    if (!right) row.defect("rows", "names no line of an evidence table", "write fee_rules.csv:5", "table-rows");
  }
}

}  // namespace

void read_rules_in_force(const CsvTable& table, Reading& reading) {
  static const std::vector<std::string> columns = column_names(
      "id kind origins destinations sectors sexes skills start end implementation keys rows source confidence note");
  const std::string places = "write codes of the tables or groups, joined by +; sojourn levers --groups lists all";
  read_rows(table, columns, reading, reading.tables.rules_in_force, [&](RowReader& row, RuleInForceRow& entry) {
    entry.id = rule_id(row);
    const LeverKind* kind = rule_kind(row);
    entry.kind = row.text("kind");
    entry.origins = filter(row, "origins", places, [&](const std::string& word) {
      return is_group(origin_groups(), word) || reading.codes.is_origin(word);
    });
    entry.destinations = filter(row, "destinations", places, [&](const std::string& word) {
      return is_group(destination_groups(), word) || reading.codes.is_destination(word);
    });
    const auto words = [&](std::string_view column, const auto& names) {
      return filter(row, column, fmt::format("one of {}", fmt::join(names, ", ")),
                    [&](const std::string& word) { return is_among(names, word); });
    };
    entry.sectors = words("sectors", sector_names);
    entry.sexes = words("sexes", sex_names);
    entry.skills = words("skills", skill_names);
    entry.start = month(row, "start");
    entry.end = month(row, "end");
    if (!entry.start.empty() && !entry.end.empty() && entry.end < entry.start)
      row.defect("end", "is before the start", "end is the last month in force", "table-month");
    entry.implementation = row.required_between("implementation", 0, 1);
    read_keys(row, kind, entry);
    read_evidence_rows(row, entry);
    read_source(row, entry);
    entry.note = row.text("note");
  });
}

}  // namespace sojourn::io
