#pragma once
// A scenario file as a tree of values that know where they were written. Free of the TOML library, whose header is
// slow.
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "io/did_you_mean.hpp"

namespace sojourn::io::scenario {

/// One file as read, or one `--set`. Lives as long as the reading.
struct SourceFile {
  std::string shown;             ///< as the user named it, or as the chain of `extends` reaches it
  std::filesystem::path path;    ///< canonical; empty for `--set`
  std::filesystem::path folder;  ///< study folder: what its relative paths may not leave
  std::string input_name;        ///< relative to the study folder, or `library:NAME`
  std::string text;
  std::vector<std::string> lines;
  std::size_t order = 0;  ///< of reading: messages are sorted by it
};

/// What `order` of files begins with: `--set` comes before them.
inline constexpr std::size_t first_file_order = 1'000;

/// A place in a file.
struct Spot {
  const SourceFile* file = nullptr;
  Position where;
};

struct Entry;

enum class NodeType : std::uint8_t { table, array, text, integer, real, boolean, date };

/// One value.
struct Node {
  NodeType type = NodeType::table;
  std::vector<Entry> entries;  ///< of a table, in the order of the file
  std::vector<Node> items;     ///< of an array
  std::string text;
  std::int64_t integer = 0;
  double real = 0;
  bool boolean = false;
  std::string raw;  ///< as written, one line, shortened
  Spot spot;
};

/// One key of a table and its value.
struct Entry {
  std::string key;
  Spot spot;
  Node value;
};

/// The entry of that name, or nullptr.
[[nodiscard]] const Entry* find(const Node& table, std::string_view key);
[[nodiscard]] Entry* find(Node& table, std::string_view key);
void erase(Node& table, std::string_view key);
/// The text of `key` if it is there and is text, else empty.
[[nodiscard]] std::string text_of(const Node& table, std::string_view key);

/// Collects what is wrong with all files, so that it can be told at once.
class Findings {
  struct Found {
    Diagnostic finding;
    std::size_t order;
  };
  std::vector<Found> errors_;
  std::vector<Found> remarks_;
  bool lenient_ = false;
  static std::vector<Diagnostic> sorted(std::vector<Found> found);

 public:
  /// Says it once, however many scenarios the same line reaches.
  void error(const Spot& spot, std::string code, std::string what, std::string why, std::string hint);
  /// While a file is read whose parent could not be: what it lacks may be in there, so nothing missing is an error.
  void lenient(bool on) { lenient_ = on; }
  /// A warning or a note.
  void remark(Severity severity, const Spot& spot, std::string code, std::string what, std::string why,
              std::string hint);
  [[nodiscard]] bool any() const { return !errors_.empty(); }
  [[nodiscard]] std::vector<Diagnostic> errors() const { return sorted(errors_); }
  [[nodiscard]] std::vector<Diagnostic> remarks() const { return sorted(remarks_); }
};

/// `1234567.5` as `1,234,567.5`.
[[nodiscard]] std::string grouped(double number);
/// `"a", "b" and "c"` from a, b, c with `quote` on both sides of each.
[[nodiscard]] std::string listed(const std::vector<std::string>& names, std::string_view quote = "");
/// True for one or more of the letters a to z, digits and characters of `besides`.
[[nodiscard]] bool is_plain_name(std::string_view name, std::string_view besides);
/// Characters, not bytes.
[[nodiscard]] std::size_t characters(std::string_view utf8);
/// `characters` of `line` from 1-based column `begin`.
[[nodiscard]] std::string slice(std::string_view line, std::size_t begin, std::size_t count);
/// `did you mean "x"?`, or nothing. Of candidates equally near, one with the same first letter comes first.
[[nodiscard]] std::string nearest_of(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace sojourn::io::scenario
