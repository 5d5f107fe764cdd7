#include "lever_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>
#include <sstream>
#include <utility>

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

/// Pages of docs/model on what a section of the model's design became.
struct Mechanism {
  std::string_view section, pages;
};
constexpr std::array mechanisms{Mechanism{"5.1", "people"},
                                Mechanism{"5.2", "decision beliefs channels"},
                                Mechanism{"5.3", "demand"},
                                Mechanism{"5.4", "recruitment fees"},
                                Mechanism{"5.5", "fees"},
                                Mechanism{"5.6", "finance"},
                                Mechanism{"5.7", "recruitment recognition"},
                                Mechanism{"5.8", "placement"},
                                Mechanism{"5.9", "harm conditions"},
                                Mechanism{"5.10", "mobility contract_end"},
                                Mechanism{"5.11", "protection"},
                                Mechanism{"5.12", "irregular_entry regularisation"},
                                Mechanism{"5.13", "remittances"},
                                Mechanism{"5.14", "returning reintegration"},
                                Mechanism{"5.15", "agencies"},
                                Mechanism{"5.16", "shocks"},
                                Mechanism{"5.17", "households"},
                                Mechanism{"5.18", "beliefs networks"}};

/// True if `text` cites the section: 5.1 stands in "(5.1, 5.3)" and not in "(5.11)".
bool cites(std::string_view text, std::string_view section) {
  for (std::size_t at = text.find(section); at != std::string_view::npos; at = text.find(section, at + 1)) {
    const std::size_t after = at + section.size();
    if (after == text.size() || std::isdigit(static_cast<unsigned char>(text[after])) == 0) return true;
  }
  return false;
}

std::vector<std::string> with_mechanisms(std::string own, std::string_view acts_through) {
  std::vector<std::string> files{std::move(own)};
  for (const Mechanism& one : mechanisms) {
    if (!cites(acts_through, one.section)) continue;
    std::istringstream names{std::string{one.pages}};
    for (std::string name; names >> name;) {
      std::string file = fmt::format("docs/model/{}.md", name);
      if (std::ranges::find(files, file) == files.end()) files.push_back(std::move(file));
    }
  }
  return files;
}

struct UnitWord {
  std::string_view ending, unit;
};
// The first that fits holds, so longer endings come first.
constexpr std::array unit_words{UnitWord{"months_of_wage", "months of wage"},
                                UnitWord{"percent_of_amount", "% of the amount"},
                                UnitWord{"percent_per_year", "% a year"},
                                UnitWord{"percent_per_month", "% a month"},
                                UnitWord{"percent", "%"},
                                UnitWord{"usd_per_month", "USD a month"},
                                UnitWord{"usd_per_year", "USD a year"},
                                UnitWord{"usd_per_transfer", "USD a transfer"},
                                UnitWord{"usd", "USD"},
                                UnitWord{"months", "months"},
                                UnitWord{"years", "years"},
                                UnitWord{"days", "days"}};

/// `0 to 50,000 USD`, and what kind of number if it must be whole.
std::string values_with_unit(const KeySpec& key) {
  std::string values = key_values(key);
  const std::string unit = key_unit(key);
  if (unit.empty()) return values;
  const std::size_t comma = values.find(", whole");
  return values.insert(comma == std::string::npos ? values.size() : comma, " " + unit);
}

/// The names under which amounts can be written in another currency.
std::string local_names(std::span<const KeySpec> keys) {
  std::string names;
  for (const KeySpec& key : keys) {
    const std::string name = key_local_name(key);
    if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

std::string pages_line(const std::vector<std::string>& pages) {
  const std::string mechanisms_too =
      pages.size() == 1 ? "" : fmt::format("; mechanisms: {}", fmt::join(pages.begin() + 1, pages.end(), " "));
  return fmt::format("  pages     {}{}\n", pages.front(), mechanisms_too);
}

std::string key_table(std::span<const KeySpec> keys) {
  std::string text;
  for (const KeySpec& key : keys) {
    const std::string preset = key_default(key);
    const std::string status = key.one_of != 0  ? "one of these"
                               : preset.empty() ? "must be written"
                                                : "default " + preset;
    text += fmt::format("    {:<28} {}; {}{}\n", key.name, values_with_unit(key), status,
                        key.meaning.empty() ? "" : fmt::format("; {}", key.meaning));
  }
  if (const std::string local = local_names(keys); !local.empty())
    text += fmt::format("    amounts also as {}, with currency = \"SAR\" beside\n", local);
  return text;
}

bool any_mentions(std::string all, std::span<const KeySpec> keys, std::string_view word) {
  for (const KeySpec& key : keys) all += fmt::format(" {} {}", key.name, key.meaning);
  return lower_case(all).find(lower_case(word)) != std::string::npos;
}

}  // namespace

std::vector<const model::LeverKind*> by_theme(std::vector<const model::LeverKind*> kinds) {
  std::ranges::stable_sort(kinds, {}, [](const model::LeverKind* kind) {
    return std::ranges::find(theme_order, kind->theme) - theme_order.begin();
  });
  return kinds;
}

std::string key_unit(const KeySpec& key) {
  if (key.type != KeyType::number && key.type != KeyType::integer) return "";
  for (const UnitWord& word : unit_words) {
    if (key.name.ends_with(word.ending)) return std::string{word.unit};
  }
  if (key.name.starts_with("days_to_")) return "days";
  if (key.name.find("_per_") == std::string_view::npos) return "";
  std::string words{key.name.starts_with("max_") ? key.name.substr(4) : key.name};
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string key_local_name(const KeySpec& key) {
  std::string name{key.name};
  const std::size_t at = name.find("usd");
  return at == std::string::npos ? "" : name.replace(at, 3, "local");
}

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

std::vector<std::string> pages_of(const model::LeverKind& kind) {
  std::string name{kind.name};
  std::ranges::replace(name, '_', '-');
  return with_mechanisms(fmt::format("docs/model/levers/{}.md", name), kind.acts_through);
}

std::vector<std::string> pages_of(const model::ShockKind& kind) {
  return with_mechanisms("docs/model/shocks.md", kind.acts_through);
}

std::string lever_page(const model::LeverKind& kind) {
  std::string text = fmt::format("{}: {}      acts through {}\n", kind.name, kind.summary, kind.acts_through);
  text += fmt::format("  {}\n", keys_line(kind));
  text += fmt::format("  evidence  {}\n", kind.evidence) + pages_line(pages_of(kind));
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
         fmt::format("  evidence  {}\n{}  keys\n{}", kind.evidence, pages_line(pages_of(kind)), key_table(kind.keys)) +
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
