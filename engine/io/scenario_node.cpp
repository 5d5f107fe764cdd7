#include "io/scenario_node.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace sojourn::io::scenario {
namespace {

bool same(const Diagnostic& a, const Diagnostic& b) {
  return a.file == b.file && a.where.line == b.where.line && a.where.column == b.where.column && a.what == b.what;
}

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Codes of errors that a parent could cure.
constexpr std::array<std::string_view, 4> perhaps_inherited{"missing-key", "nothing-to-remove", "unknown-lever",
                                                            "unknown-id"};

Diagnostic made(Severity severity, const Spot& spot, std::string code, std::string what, std::string why,
                std::string hint) {
  Diagnostic finding;
  finding.severity = severity;
  finding.where = spot.where;
  finding.what = std::move(what);
  finding.why = std::move(why);
  finding.hint = std::move(hint);
  finding.code = std::move(code);
  if (spot.file == nullptr) return finding;
  finding.file = spot.file->shown;
  if (spot.where.line > 0 && spot.where.line <= spot.file->lines.size()) {
    finding.source_line = spot.file->lines[spot.where.line - 1];
  }
  return finding;
}

}  // namespace

const Entry* find(const Node& table, std::string_view key) {
  const auto found = std::ranges::find(table.entries, key, &Entry::key);
  return found == table.entries.end() ? nullptr : &*found;
}

Entry* find(Node& table, std::string_view key) {
  const auto found = std::ranges::find(table.entries, key, &Entry::key);
  return found == table.entries.end() ? nullptr : &*found;
}

void erase(Node& table, std::string_view key) {
  std::erase_if(table.entries, [&](const Entry& entry) { return entry.key == key; });
}

std::string text_of(const Node& table, std::string_view key) {
  const Entry* entry = find(table, key);
  return entry != nullptr && entry->value.type == NodeType::text ? entry->value.text : std::string{};
}

void Findings::error(const Spot& spot, std::string code, std::string what, std::string why, std::string hint) {
  if (lenient_ && std::ranges::find(perhaps_inherited, code) != perhaps_inherited.end()) return;
  Diagnostic finding = made(Severity::error, spot, std::move(code), std::move(what), std::move(why), std::move(hint));
  if (std::ranges::any_of(errors_, [&](const Found& known) { return same(known.finding, finding); })) return;
  errors_.push_back({std::move(finding), spot.file == nullptr ? 0 : spot.file->order});
}

void Findings::remark(Severity severity, const Spot& spot, std::string code, std::string what, std::string why,
                      std::string hint) {
  Diagnostic finding = made(severity, spot, std::move(code), std::move(what), std::move(why), std::move(hint));
  if (std::ranges::any_of(remarks_, [&](const Found& known) { return same(known.finding, finding); })) return;
  remarks_.push_back({std::move(finding), spot.file == nullptr ? 0 : spot.file->order});
}

std::vector<Diagnostic> Findings::sorted(std::vector<Found> found) {
  std::ranges::stable_sort(found, {}, [](const Found& one) {
    return std::tuple{one.order, one.finding.where.line, one.finding.where.column};
  });
  std::vector<Diagnostic> result;
  result.reserve(found.size());
  for (Found& one : found) result.push_back(std::move(one.finding));
  return result;
}

std::string grouped(double number) {
  std::string text = fmt::format("{}", number);
  const bool negative = text.starts_with('-');
  const std::size_t first = negative ? 1 : 0;
  if (text.find('e') != std::string::npos) return text;
  std::size_t point = std::min(text.find('.'), text.size());
  if (text.ends_with(".0")) text.erase(point);
  while (point > first + 3) {
    point -= 3;
    text.insert(point, ",");
  }
  return text;
}

std::string listed(const std::vector<std::string>& names, std::string_view quote) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += fmt::format("{}{}{}", quote, names[i], quote);
  }
  return text;
}

bool is_plain_name(std::string_view name, std::string_view besides) {
  return !name.empty() && std::ranges::all_of(name, [besides](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || besides.find(c) != std::string_view::npos;
  });
}

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::ranges::count_if(utf8, [](char byte) { return !continues_character(byte); }));
}

std::string slice(std::string_view line, std::size_t begin, std::size_t count) {
  std::string text;
  std::size_t column = 0;
  for (const char byte : line) {
    if (!continues_character(byte)) ++column;
    if (column >= begin && column < begin + count) text += byte;
  }
  return text;
}

std::string nearest_of(const std::string& word, const std::vector<std::string>& candidates) {
  if (word.size() < 2) return "";  // every letter is near to every other
  std::vector<std::string> ordered = candidates;
  std::stable_partition(ordered.begin(), ordered.end(), [&](const std::string& candidate) {
    return !word.empty() && !candidate.empty() && candidate.front() == word.front();
  });
  return nearest_name(word, ordered);
}

}  // namespace sojourn::io::scenario
