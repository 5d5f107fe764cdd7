#include "io/scenario_scan.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace sojourn::io::scenario {
namespace {

using Path = std::vector<std::string>;

/// Walks over keys, brackets, strings and comments; knows no types.
class Scanner {
  /// An open bracket: an array, or an inline table with the levels that its own key path adds.
  struct Open {
    bool table;
    std::size_t levels;
    std::string prefix;  ///< path of the inline table, for finding keys twice
  };
  struct First {
    std::uint32_t line;
  };

  const std::string& text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::size_t line_begin_ = 0;
  std::string table_prefix_;
  std::size_t table_levels_ = 0;
  std::vector<Open> open_;
  std::map<std::string, First> keys_;
  std::map<std::string, First> tables_;
  std::map<std::string, std::size_t> elements_;  ///< of arrays of tables, by path
  std::size_t inline_tables_ = 0;
  Scan scan_;

 public:
  explicit Scanner(const std::string& text) : text_{text} {}

  Scan run() {
    while (!done()) {
      skip_blank(true);
      if (done()) break;
      const std::size_t before = at_;
      if (peek() == '[') {
        header();
      } else {
        assignment();
      }
      if (at_ == before) next();
      if (scan_.too_deep) break;
    }
    return std::move(scan_);
  }

 private:
  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  void next() {
    if (text_[at_] == '\n') {
      ++line_;
      line_begin_ = at_ + 1;
    }
    ++at_;
  }

  [[nodiscard]] Position here(std::size_t width = 1) const {
    const std::string_view before{text_.data() + line_begin_, at_ - line_begin_};
    return {line_, static_cast<std::uint32_t>(characters(before) + 1), static_cast<std::uint32_t>(width)};
  }

  void skip_blank(bool over_lines) {
    while (!done()) {
      const char c = peek();
      if (c == '#') {
        while (!done() && peek() != '\n') next();
      } else if (c == ' ' || c == '\t' || c == '\r' || (over_lines && c == '\n')) {
        next();
      } else {
        return;
      }
    }
  }

  /// A quoted text, at its first quote; returns what is between the quotes.
  std::string quoted() {
    const char quote = peek();
    const bool multiline = peek(1) == quote && peek(2) == quote;
    const std::size_t quotes = multiline ? 3 : 1;
    for (std::size_t i = 0; i < quotes; ++i) next();
    std::string content;
    while (!done()) {
      if (!multiline && peek() == '\n') return content;
      if (quote == '"' && peek() == '\\') {
        next();
        if (done()) return content;
      } else if (peek() == quote && (!multiline || (peek(1) == quote && peek(2) == quote))) {
        for (std::size_t i = 0; i < quotes; ++i) next();
        while (multiline && !done() && peek() == quote) next();  // up to two quotes may end the content itself
        return content;
      }
      content += peek();
      next();
    }
    return content;
  }

  [[nodiscard]] bool in_bare_key() const {
    const char c = peek();
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           static_cast<unsigned char>(c) >= 0x80;
  }

  /// A dotted key. Stops where TOML would be wrong.
  Path key_path() {
    Path path;
    while (!done()) {
      skip_blank(false);
      std::string part;
      if (peek() == '"' || peek() == '\'') {
        part = quoted();
      } else {
        while (!done() && in_bare_key()) {
          part += peek();
          next();
        }
        if (part.empty()) break;
      }
      path.push_back(std::move(part));
      check_levels(path.size());
      skip_blank(false);
      if (peek() != '.') break;
      next();
      if (scan_.too_deep) break;
    }
    return path;
  }

  static std::string joined(const std::string& prefix, const Path& path, std::size_t parts) {
    std::string name = prefix;
    for (std::size_t i = 0; i < parts; ++i) name += '\x1f' + path[i];
    return name;
  }

  void check_levels(std::size_t key_levels) {
    std::size_t levels = table_levels_ + key_levels;
    for (const Open& open : open_) levels += open.levels;
    scan_.levels = std::max(scan_.levels, levels);
    if (levels > most_levels && !scan_.too_deep) scan_.too_deep = here();
  }

  void header() {
    const Position where = here();
    next();
    const bool element = peek() == '[';
    if (element) next();
    table_prefix_.clear();
    table_levels_ = 0;
    const Path path = key_path();
    if (path.empty() || scan_.too_deep) return;
    while (!done() && peek() != '\n' && peek() != '#') next();
    table_levels_ = path.size() + (element ? 1 : 0);
    std::string name;
    for (std::size_t i = 0; i < path.size(); ++i) {
      name += '\x1f' + path[i];
      if (i + 1 == path.size() && element) ++elements_[name];
      if (const auto found = elements_.find(name); found != elements_.end())
        name += '\x1e' + std::to_string(found->second);
    }
    table_prefix_ = name;
    if (element) return;
    const auto [first, is_new] = tables_.try_emplace(name, First{where.line});
    if (is_new) return;
    std::string shown = path.front();
    for (std::size_t i = 1; i < path.size(); ++i) shown += "." + path[i];
    Position marked = where;
    marked.width = static_cast<std::uint32_t>(shown.size() + 2);
    scan_.duplicate_tables.push_back({std::move(shown), marked, first->second.line});
  }

  void note_key(const std::string& prefix, const Path& path, Position where, std::size_t begin) {
    const auto [first, is_new] = keys_.try_emplace(joined(prefix, path, path.size()), First{where.line});
    if (is_new) return;
    std::string shown = path.front();
    for (std::size_t i = 1; i < path.size(); ++i) shown += "." + path[i];
    where.width = static_cast<std::uint32_t>(characters(shown));
    scan_.duplicate_keys.push_back({std::move(shown), where, first->second.line, begin, begin, open_.empty()});
  }

  void assignment() {
    const Position where = here();
    const std::size_t begin = at_;
    const std::size_t known = scan_.duplicate_keys.size();
    const Path path = key_path();
    skip_blank(false);
    if (path.empty() || peek() != '=' || scan_.too_deep) {
      while (!done() && peek() != '\n') next();
      return;
    }
    next();
    note_key(table_prefix_, path, where, begin);
    const bool twice = scan_.duplicate_keys.size() > known;
    const std::size_t key_levels = path.size() - 1;
    table_levels_ += key_levels;
    value();
    table_levels_ -= key_levels;
    if (twice) scan_.duplicate_keys[known].end = at_;
  }

  /// A value to its end: the end of the line once no bracket is open.
  void value() {
    while (!done() && !scan_.too_deep) {
      const char c = peek();
      if (c == '\n' && open_.empty()) return;
      if (c == '#') {
        while (!done() && peek() != '\n') next();
      } else if (c == '"' || c == '\'') {
        quoted();
      } else if (c == '[' || c == '{') {
        open_bracket(c == '{');
      } else if (c == ']' || c == '}') {
        if (!open_.empty()) open_.pop_back();
        next();
      } else if (c == ',' && !open_.empty() && open_.back().table) {
        next();
        inline_key();
      } else if (c == '\n' && open_.back().table) {
        open_.clear();  // an inline table ends with its line; what follows is the parser's to refuse
        return;
      } else {
        next();
      }
    }
    open_.clear();
  }

  void open_bracket(bool table) {
    open_.push_back({table, 1, "{" + std::to_string(inline_tables_++)});
    check_levels(0);
    next();
    if (table && !scan_.too_deep) inline_key();
  }

  void inline_key() {
    skip_blank(false);
    const Position where = here();
    const std::size_t begin = at_;
    open_.back().levels = 1;
    const Path path = key_path();
    if (path.empty() || scan_.too_deep || peek() != '=') return;
    open_.back().levels = path.size();
    note_key(open_.back().prefix, path, where, begin);
  }
};

}  // namespace

Scan scan_toml(const std::string& text) { return Scanner{text}.run(); }

}  // namespace sojourn::io::scenario
