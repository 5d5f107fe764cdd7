#include "io/scenario_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "io/scenario_later.hpp"

namespace sojourn::io::scenario {
namespace {

std::string shown(std::string_view key, const Node& value) { return fmt::format("{} = {}", key, value.raw); }

std::string_view type_name(NodeType type) {
  constexpr std::array<std::string_view, 7> names{"a table",  "a list",        "text",  "a number",
                                                  "a number", "true or false", "a date"};
  return names[static_cast<std::size_t>(type)];
}

/// "a cap cannot be negative", for keys that begin with what they set.
std::string cannot_be_negative(std::string_view key) {
  constexpr std::array<std::string_view, 4> nouns{"cap", "fine", "floor", "refund"};
  const std::string_view noun = key.substr(0, key.find('_'));
  if (std::ranges::find(nouns, noun) == nouns.end()) return "cannot be negative";
  return fmt::format("a {} cannot be negative", noun);
}

std::string bounds_of(std::string_view key, const Limits& limits) {
  if (!limits.hint.empty()) return std::string{limits.hint};
  return fmt::format("{} is {} to {}", key, grouped(limits.lowest), grouped(limits.highest));
}

/// `floor` for `floor_usd_per_month`; not for the twin in local money, which no one means without a currency.
bool lacks_unit(const std::string& written, const std::string& key) {
  return key.starts_with(written + "_") && key.find("_local") == std::string::npos;
}

std::string sentence(std::string_view noun, std::span<const std::string_view> choices) {
  const std::vector<std::string> names{choices.begin(), choices.end()};
  if (noun == "sex") return "the two values are " + listed(names, "\"");
  return fmt::format("the {}s are {}", noun, listed(names));
}

}  // namespace

std::string toml_text(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (c == '\n') {
      result += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      result += fmt::format("\\u{:04X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::string toml_list(const std::vector<std::string>& texts) {
  std::string result;
  for (const std::string& text : texts) result += (result.empty() ? "" : ", ") + toml_text(text);
  return "[" + result + "]";
}

std::string number_text(double value) {
  std::string text = fmt::format("{}", value);
  return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

std::optional<double> number_of(std::string_view key, const Node& value, Findings& findings) {
  if (value.type == NodeType::integer) return static_cast<double>(value.integer);
  if (value.type == NodeType::real && std::isfinite(value.real)) return value.real;
  const bool number_in_quotes = value.type == NodeType::text && !value.text.empty() &&
                                value.text.find_first_not_of("0123456789.+-") == std::string::npos;
  findings.error(value.spot, "wrong-type", shown(key, value), "must be a number",
                 number_in_quotes ? fmt::format("write {} without quotation marks", value.text)
                                  : fmt::format("this is {}", value.type == NodeType::real ? "no finite number"
                                                                                           : type_name(value.type)));
  return std::nullopt;
}

bool check_limits(std::string_view key, const Node& value, double number, const Limits& limits, Findings& findings) {
  if (number >= limits.lowest && number <= limits.highest) return true;
  std::string why;
  std::string hint = bounds_of(key, limits);
  if (number < 0 && limits.lowest == 0) {
    why = cannot_be_negative(key);
    if (key.starts_with("cap_")) hint = "write 0 for zero-fee recruitment, or delete the line for no cap";
  } else if (limits.lowest == 0 && limits.highest == 1) {
    why = "must be between 0 and 1";
    if (number <= 100) hint = fmt::format("did you mean {}?", number_text(number / 100));
  } else if (number > limits.highest) {
    why = fmt::format("above {}", grouped(limits.highest));
  } else {
    why = fmt::format("below {}", grouped(limits.lowest));
  }
  findings.error(value.spot, "out-of-range", shown(key, value), std::move(why), std::move(hint));
  return false;
}

std::optional<Month> month_of(std::string_view key, const Node& value, Findings& findings) {
  if (value.type == NodeType::text) {
    if (const std::optional<Month> month = parse_month(value.text)) return month;
  }
  const std::string& written = value.type == NodeType::text ? value.text : value.raw;
  const bool has_day = written.size() == 10 && parse_month(std::string_view{written}.substr(0, 7)).has_value();
  if (has_day) {
    findings.error(value.spot, "not-a-month", shown(key, value), "dates are months, without a day",
                   fmt::format("write \"{}\"", written.substr(0, 7)));
  } else {
    findings.error(value.spot, "not-a-month", shown(key, value), "not a month", "write year and month: \"2026-07\"");
  }
  return std::nullopt;
}

TableReader::TableReader(const Node& table, std::string path, std::string name, Findings& findings,
                         std::vector<Setting>& settings)
    : table_{table}, path_{std::move(path)}, name_{std::move(name)}, findings_{findings}, settings_{settings} {}

const Entry* TableReader::take(std::string_view key) {
  known_.emplace_back(key);
  return find(table_, key);
}

void TableReader::record(std::string_view key, std::string value, const Spot& spot) {
  settings_.push_back({path_, std::string{key}, std::move(value), spot});
}

void TableReader::wrong_type(const Entry& entry, std::string_view wanted, std::string hint) {
  findings_.error(entry.value.spot, "wrong-type", shown(entry.key, entry.value), fmt::format("must be {}", wanted),
                  std::move(hint));
}

bool TableReader::in_limits(const Entry& entry, double value, const Limits& limits) {
  return check_limits(entry.key, entry.value, value, limits, findings_);
}

std::optional<double> TableReader::number_if_written(std::string_view key, const Limits& limits) {
  const Entry* entry = take(key);
  if (entry == nullptr) return std::nullopt;
  const std::optional<double> value = number_of(key, entry->value, findings_);
  if (!value || !in_limits(*entry, *value, limits)) return std::nullopt;
  record(key, number_text(*value), entry->value.spot);
  return value;
}

double TableReader::number(std::string_view key, const Limits& limits, double preset) {
  if (const std::optional<double> value = number_if_written(key, limits)) return *value;
  record(key, number_text(preset));
  return preset;
}

std::int64_t TableReader::integer(std::string_view key, const Limits& limits, std::int64_t preset) {
  if (const Entry* entry = take(key)) {
    if (entry->value.type != NodeType::integer) {
      wrong_type(*entry, "a whole number", bounds_of(key, limits));
    } else if (in_limits(*entry, static_cast<double>(entry->value.integer), limits)) {
      record(key, std::to_string(entry->value.integer), entry->value.spot);
      return entry->value.integer;
    }
  }
  record(key, std::to_string(preset));
  return preset;
}

bool TableReader::boolean(std::string_view key, bool preset) {
  bool value = preset;
  Spot spot;
  if (const Entry* entry = take(key)) {
    if (entry->value.type != NodeType::boolean) {
      wrong_type(*entry, "true or false", "write true or false, without quotation marks");
    } else {
      value = entry->value.boolean;
      spot = entry->value.spot;
    }
  }
  record(key, value ? "true" : "false", spot);
  return value;
}

std::string TableReader::text(std::string_view key, std::size_t most_characters, std::string_view preset) {
  if (const Entry* entry = take(key)) {
    if (entry->value.type != NodeType::text) {
      wrong_type(*entry, "text", fmt::format("write \"{}\", in quotation marks", entry->value.raw));
    } else if (characters(entry->value.text) > most_characters) {
      findings_.error(
          entry->value.spot, "too-long",
          fmt::format("{} has {} characters", key, grouped(static_cast<double>(characters(entry->value.text)))),
          fmt::format("at most {}", grouped(static_cast<double>(most_characters))),
          "comments (#) may be as long as you like");
    } else {
      record(key, toml_text(entry->value.text), entry->value.spot);
      return entry->value.text;
    }
  }
  record(key, toml_text(preset));
  return std::string{preset};
}

std::optional<Month> TableReader::month_if_written(std::string_view key) {
  const Entry* entry = take(key);
  if (entry == nullptr) return std::nullopt;
  const std::optional<Month> month = month_of(key, entry->value, findings_);
  if (month) record(key, toml_text(to_string(*month)), entry->value.spot);
  return month;
}

Month TableReader::month(std::string_view key, Month preset) {
  if (const std::optional<Month> month = month_if_written(key)) return *month;
  record(key, toml_text(to_string(preset)));
  return preset;
}

bool TableReader::is_choice(const Entry& entry, const Node& item, std::span<const std::string_view> choices,
                            std::string_view noun) {
  if (item.type == NodeType::text && std::ranges::find(choices, item.text) != choices.end()) return true;
  const bool in_list = entry.value.type == NodeType::array;
  const std::string near = item.type == NodeType::text ? nearest_of(item.text, {choices.begin(), choices.end()}) : "";
  std::string hint = sentence(noun, choices);
  if (!near.empty())
    hint = noun == "sex" ? fmt::format("write \"{}\"; {}", near, hint)
                         : fmt::format("did you mean \"{}\"? {}", near, hint);
  findings_.error(item.spot, "no-such-choice",
                  in_list ? fmt::format("{} = [{}]", entry.key, item.raw) : shown(entry.key, item),
                  fmt::format("no such {}", noun), std::move(hint));
  return false;
}

std::string TableReader::choice(std::string_view key, std::span<const std::string_view> choices,
                                std::string_view preset, std::string_view noun) {
  const Entry* entry = take(key);
  if (entry != nullptr && is_choice(*entry, entry->value, choices, noun)) {
    record(key, toml_text(entry->value.text), entry->value.spot);
    return entry->value.text;
  }
  record(key, toml_text(preset));
  return std::string{preset};
}

std::vector<std::string> TableReader::choices(std::string_view key, std::span<const std::string_view> choices,
                                              const std::vector<std::string>& preset, std::string_view noun) {
  const std::vector<const Node*> items = texts(key);
  std::vector<std::string> chosen;
  const Entry* entry = find(table_, key);
  for (const Node* item : items) {
    if (is_choice(*entry, *item, choices, noun) && std::ranges::find(chosen, item->text) == chosen.end())
      chosen.push_back(item->text);
  }
  if (chosen.empty()) {
    record(key, toml_list(preset));
    return preset;
  }
  record(key, toml_list(chosen), entry->value.spot);
  return chosen;
}

std::vector<const Node*> TableReader::texts(std::string_view key) {
  std::vector<const Node*> items;
  const Entry* entry = take(key);
  if (entry == nullptr) return items;
  if (entry->value.type != NodeType::array) {
    wrong_type(*entry, "a list", fmt::format("write [{}]", entry->value.raw));
    return items;
  }
  if (entry->value.items.empty()) {
    findings_.error(entry->value.spot, "empty-list", fmt::format("{} = []", key), "an empty list",
                    "name one at least, or delete the line for the default");
  }
  for (const Node& item : entry->value.items) {
    if (item.type == NodeType::text) {
      items.push_back(&item);
    } else {
      findings_.error(item.spot, "wrong-type", fmt::format("{} = [{}]", key, item.raw), "must be text",
                      "write the entries of this list in quotation marks");
    }
  }
  return items;
}

const Node* TableReader::table(std::string_view key) {
  const Entry* entry = take(key);
  if (entry == nullptr) return nullptr;
  if (entry->value.type == NodeType::table) return &entry->value;
  wrong_type(*entry, "a table", fmt::format("write [{}], and its keys below", key));
  return nullptr;
}

void TableReader::unknown(const Entry& entry) {
  const std::string in = name_.empty() ? "" : " in " + name_;
  if (const auto advice = advice_on_later_key(path_, entry.key)) {
    const std::string full = path_.empty() || path_ == "lever" ? entry.key : path_ + "." + entry.key;
    findings_.error(entry.spot, "not-in-this-version", full, "this key does not exist in this version",
                    std::string{*advice});
    return;
  }
  const auto unit = std::ranges::find_if(known_, [&](const std::string& key) { return lacks_unit(entry.key, key); });
  if (unit != known_.end() && entry.value.type != NodeType::table && entry.value.type != NodeType::array) {
    findings_.error(entry.spot, "unit-missing", shown(entry.key, entry.value), "unit missing",
                    fmt::format("did you mean {}? Units are part of key names", *unit));
    return;
  }
  const std::string near = nearest_of(entry.key, known_);
  findings_.error(entry.spot, "unknown-key", fmt::format("unknown key {}{}", entry.key, in), "",
                  did_you_mean(near, "known here: " + listed(known_), "", ""));
}

void TableReader::finish() {
  for (const Entry& entry : table_.entries) {
    if (std::ranges::find(known_, entry.key) == known_.end()) unknown(entry);
  }
}

}  // namespace sojourn::io::scenario
