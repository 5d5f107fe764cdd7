#include "lever_text.hpp"

#include <algorithm>
#include <cctype>
#include <span>
#include <sstream>

#include <fmt/format.h>

#include "number_text.hpp"

namespace sojourn::cli {
namespace {

using model::KeySpec;
using model::KeyType;

/// As a file writes it: no separators.
std::string plain(double value) { return fmt::format("{:.10g}", value); }

/// As a person reads it.
std::string read(double value) {
  return value == static_cast<double>(static_cast<long long>(value)) ? with_separators(value) : plain(value);
}

std::string lower_case(std::string_view text) {
  std::string lower{text};
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

std::string quoted_list(const KeySpec& key, std::string_view last_joint) {
  std::string text;
  for (std::size_t i = 0; i < key.choices.size(); ++i) {
    const bool is_last = i + 1 == key.choices.size();
    text += (i == 0 ? "" : is_last ? std::string{last_joint} : ", ") + fmt::format("\"{}\"", key.choices[i]);
  }
  return text;
}

/// The keys of which exactly one must be written, in one part; every other key by itself.
std::vector<std::vector<const KeySpec*>> alternatives(const model::LeverKind& kind) {
  std::vector<std::vector<const KeySpec*>> parts;
  for (const KeySpec& key : kind.keys) {
    const bool joins = key.one_of != 0 && !parts.empty() && parts.back().front()->one_of == key.one_of;
    if (joins)
      parts.back().push_back(&key);
    else
      parts.push_back({&key});
  }
  return parts;
}

std::string indented(std::string_view text, const std::string& margin) {
  std::string result;
  std::istringstream lines{std::string{text}};
  for (std::string line; std::getline(lines, line);) result += line.empty() ? "\n" : margin + line + "\n";
  return result;
}

std::string key_table(std::span<const KeySpec> keys) {
  std::string text;
  for (const KeySpec& key : keys) {
    const std::string preset = key_default(key);
    const std::string status = key.one_of != 0  ? "one of these"
                               : preset.empty() ? "must be written"
                                                : "default " + preset;
    text += fmt::format("    {:<28} {}; {}{}\n", key.name, key_values(key), status,
                        key.meaning.empty() ? "" : fmt::format("; {}", key.meaning));
  }
  return text;
}

bool any_mentions(std::string all, std::span<const KeySpec> keys, std::string_view word) {
  for (const KeySpec& key : keys) all += fmt::format(" {} {}", key.name, key.meaning);
  return lower_case(all).find(lower_case(word)) != std::string::npos;
}

}  // namespace

std::string key_values(const KeySpec& key) {
  switch (key.type) {
    case KeyType::boolean:
      return "true or false";
    case KeyType::choice:
      return quoted_list(key, " or ");
    case KeyType::choices:
      return "any of " + quoted_list(key, ", ");
    case KeyType::integer:
      return fmt::format("{} to {}, whole", read(key.lowest), read(key.highest));
    case KeyType::number:
      break;
  }
  return fmt::format("{} to {}", read(key.lowest), read(key.highest));
}

std::string key_default(const KeySpec& key) {
  if (key.type == KeyType::choice) return key.preset_choice.empty() ? "" : fmt::format("\"{}\"", key.preset_choice);
  if (key.type == KeyType::choices) return key.preset_choice.empty() ? "" : fmt::format("[\"{}\"]", key.preset_choice);
  if (!key.preset) return "";
  if (key.type == KeyType::boolean) return *key.preset != 0 ? "true" : "false";
  return plain(*key.preset);
}

std::string keys_line(const model::LeverKind& kind) {
  std::string text;
  for (const auto& part : alternatives(kind)) {
    std::string words;
    for (const KeySpec* key : part) {
      const std::string preset = key_default(*key);
      words +=
          (words.empty() ? "" : " or ") + fmt::format("{} {}", key->name, preset.empty() ? key_values(*key) : preset);
    }
    text += (text.empty() ? "" : "; ") + words;
  }
  if (kind.rule_on_others) text += (text.empty() ? "" : "; ") + std::string{"implementation must be written"};
  return text.empty() ? "no keys of its own" : text;
}

std::string lever_page(const model::LeverKind& kind) {
  std::string text = fmt::format("{}: {}      acts through {}\n", kind.name, kind.summary, kind.acts_through);
  text += fmt::format("  {}\n", keys_line(kind));
  text += fmt::format("  evidence  {}\n", kind.evidence);
  if (!kind.keys.empty()) text += "  keys\n" + key_table(kind.keys);
  text +=
      "  and those of every lever: id, origins, destinations or corridors, sectors, sexes, skills, start, end,\n"
      "    implementation (0 to 1, or steps), phase_in_months, replaces, title, why, source,\n"
      "    start_when and end_when in place of dates: { indicator, above or below, for_months = 1, origins, destinations }"
      "\n";
  if (!kind.whole_markets) {
    text +=
        "  and whom of these: pilot_percent (100; a random share of persons), only = { first_timers, arrived_after,\n"
        "    age_min_years, age_max_years, children_under_years, communities_percent }\n";
  }
  return text + "  example\n" + indented(kind.example, "    ");
}

std::string shock_page(const model::ShockKind& kind) {
  std::vector<std::string_view> filters;
  for (std::size_t f = 0; f < model::shock_filter_names.size(); ++f) {
    if ((kind.filters >> f & 1U) != 0) filters.push_back(model::shock_filter_names[f]);
  }
  return fmt::format("{}: {}      acts through {}\n", kind.name, kind.summary, kind.acts_through) +
         fmt::format("  evidence  {}\n  keys\n{}", kind.evidence, key_table(kind.keys)) +
         fmt::format("  and those of this shock: id, {}, start, end, recovery_months, why, source\n",
                     fmt::join(filters, ", ")) +
         "  example\n" + indented(kind.example, "    ");
}

bool mentions(const model::LeverKind& kind, std::string_view word) {
  return any_mentions(
      fmt::format("{} {} {} {} {}", kind.name, kind.theme, kind.summary, kind.acts_through, kind.evidence), kind.keys,
      word);
}

bool mentions(const model::ShockKind& kind, std::string_view word) {
  return any_mentions(fmt::format("shock {} {} {} {}", kind.name, kind.summary, kind.acts_through, kind.evidence),
                      kind.keys, word);
}

}  // namespace sojourn::cli
