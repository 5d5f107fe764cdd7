#include "io/scenario_parse.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "io/scenario_scan.hpp"

namespace sojourn::io::scenario {
namespace {

constexpr std::size_t longest_shown = 60;  // characters of a value in a message

Position position_of(const toml::source_region& region, const SourceFile& file) {
  Position where{region.begin.line, region.begin.column, 1};
  if (region.end.line == region.begin.line && region.end.column > region.begin.column) {
    where.width = region.end.column - region.begin.column;
  } else if (where.line > 0 && where.line <= file.lines.size()) {
    const std::size_t length = characters(file.lines[where.line - 1]);
    if (length >= where.column) where.width = static_cast<std::uint32_t>(length - where.column + 1);
  }
  return where;
}

std::string raw_of(const Position& where, const SourceFile& file) {
  if (where.line == 0 || where.line > file.lines.size()) return "";
  std::string raw = slice(file.lines[where.line - 1], where.column, where.width);
  if (characters(raw) > longest_shown) raw = slice(raw, 1, longest_shown - 3) + "...";
  return raw;
}

/// Copies the library's tree into ours. Recursion is bounded: the scan has refused deeper nesting.
class Copier {
  const SourceFile& file_;

 public:
  explicit Copier(const SourceFile& file) : file_{file} {}

  [[nodiscard]] Node operator()(const toml::node& from) const {
    Node node;
    node.spot = {&file_, position_of(from.source(), file_)};
    node.raw = raw_of(node.spot.where, file_);
    if (const auto* table = from.as_table()) {
      copy_table(*table, node);
    } else if (const auto* array = from.as_array()) {
      node.type = NodeType::array;
      for (const toml::node& item : *array) node.items.push_back((*this)(item));
    } else {
      copy_value(from, node);
    }
    return node;
  }

 private:
  void copy_table(const toml::table& table, Node& node) const {
    node.type = NodeType::table;
    for (auto&& [key, value] : table) {
      node.entries.push_back({std::string{key.str()}, {&file_, position_of(key.source(), file_)}, (*this)(value)});
    }
    std::ranges::stable_sort(node.entries, {}, [](const Entry& entry) {
      return std::tuple{entry.spot.where.line, entry.spot.where.column};
    });
  }

  static void copy_value(const toml::node& from, Node& node) {
    if (const auto* text = from.as_string()) {
      node.type = NodeType::text;
      node.text = text->get();
    } else if (const auto* integer = from.as_integer()) {
      node.type = NodeType::integer;
      node.integer = integer->get();
    } else if (const auto* real = from.as_floating_point()) {
      node.type = NodeType::real;
      node.real = real->get();
    } else if (const auto* boolean = from.as_boolean()) {
      node.type = NodeType::boolean;
      node.boolean = boolean->get();
    } else {
      node.type = NodeType::date;
    }
  }
};

std::string blanked(std::string text, const std::vector<DuplicateKey>& duplicates) {
  for (const DuplicateKey& duplicate : duplicates) {
    for (std::size_t i = duplicate.begin; i < duplicate.end && i < text.size(); ++i) {
      if (text[i] != '\n' && text[i] != '\r') text[i] = ' ';
    }
  }
  return text;
}

/// Says what was written twice; true if the rest can still be read.
bool report_duplicates(const Scan& scan, const SourceFile& file, Findings& findings) {
  bool can_go_on = true;
  for (const DuplicateKey& twice : scan.duplicate_keys) {
    findings.error({&file, twice.where}, "duplicate-key",
                   fmt::format("key {} is written twice in one table (first at line {})", twice.key, twice.first_line),
                   "", "keep one");
    can_go_on = can_go_on && twice.can_be_blanked;
  }
  for (const DuplicateTable& twice : scan.duplicate_tables) {
    findings.error({&file, twice.where}, "duplicate-table",
                   fmt::format("table [{}] is written twice (first at line {})", twice.name, twice.first_line), "",
                   "keep one header and put all its keys under it");
    can_go_on = false;
  }
  return can_go_on;
}

void report_syntax(const toml::parse_error& error, const SourceFile& file, Findings& findings) {
  Position where = position_of(error.source(), file);
  where.width = 1;
  const std::string line = where.line > 0 && where.line <= file.lines.size() ? file.lines[where.line - 1] : "";
  where.column = std::clamp<std::uint32_t>(where.column, 1, static_cast<std::uint32_t>(characters(line) + 1));
  SyntaxAdvice advice = advice_on(error.description(), line);
  if (const std::size_t at = line.find(advice.marked, line.find('='));
      !advice.marked.empty() && at != std::string::npos) {
    where.column = static_cast<std::uint32_t>(characters(std::string_view{line}.substr(0, at)) + 1);
    where.width = static_cast<std::uint32_t>(characters(advice.marked));
  }
  findings.error({&file, where}, "not-toml", "not TOML", std::move(advice.why), std::move(advice.hint));
}

}  // namespace

std::optional<Node> parse_toml(const SourceFile& file, Findings& findings) {
  const Scan scan = scan_toml(file.text);
  if (scan.too_deep) {
    findings.error({&file, *scan.too_deep}, "too-deep", fmt::format("{} levels of nesting", scan.levels),
                   fmt::format("at most {}", most_levels),
                   "nothing in the language needs more than 5; look for a missing bracket above");
    return std::nullopt;
  }
  if (!report_duplicates(scan, file, findings)) return std::nullopt;
  try {
    const toml::table table =
        toml::parse(std::string_view{blanked(file.text, scan.duplicate_keys)}, std::string{file.shown});
    return Copier{file}(table);
  } catch (const toml::parse_error& error) {
    report_syntax(error, file, findings);
    return std::nullopt;
  }
}

namespace {

void place_all(Node& node, const Spot& spot) {
  node.spot = spot;
  for (Entry& entry : node.entries) {
    entry.spot = spot;
    place_all(entry.value, spot);
  }
  for (Node& item : node.items) place_all(item, spot);
}

}  // namespace

std::optional<Node> parse_toml_fragment(const std::string& text, const Spot& spot) {
  SourceFile fragment;
  fragment.text = text;
  fragment.lines = {text};
  Findings ignored;
  std::optional<Node> node = parse_toml(fragment, ignored);
  if (ignored.any()) return std::nullopt;
  if (node) place_all(*node, spot);
  return node;
}

}  // namespace sojourn::io::scenario
