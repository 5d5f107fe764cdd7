#pragma once
// Typed reading of one table: every key is asked for once, checked, and what nobody asked for is a mistake.
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.hpp"
#include "io/scenario_node.hpp"

namespace sojourn::io::scenario {

/// A value that holds, written or by default, as TOML. Tables are dotted: "run", "groups.origins", "" for the top.
struct Setting {
  std::string table, key, value;
  Spot spot;  ///< of the value; without file if it is a default
};

/// Bounds of a number, and what to say to one outside (nothing: the bounds).
struct Limits {
  double lowest = 0, highest = 0;
  std::string_view hint{};
};

/// Reads one table. A mistake is reported and the default taken, so that reading goes on.
class TableReader {
  const Node& table_;
  std::string path_;  ///< "run"; of a lever "lever"
  std::string name_;  ///< in messages: "run", or a lever's kind
  Findings& findings_;
  std::vector<Setting>& settings_;
  std::vector<std::string> known_;

 public:
  TableReader(const Node& table, std::string path, std::string name, Findings& findings,
              std::vector<Setting>& settings);

  /// Marks `key` as known; its entry, or nullptr.
  const Entry* take(std::string_view key);
  double number(std::string_view key, const Limits& limits, double preset);
  /// Nothing if the key is not written or wrong.
  std::optional<double> number_if_written(std::string_view key, const Limits& limits);
  std::int64_t integer(std::string_view key, const Limits& limits, std::int64_t preset);
  bool boolean(std::string_view key, bool preset);
  std::string text(std::string_view key, std::size_t most_characters, std::string_view preset);
  Month month(std::string_view key, Month preset);
  std::optional<Month> month_if_written(std::string_view key);
  /// One of `choices`; `noun` names them in the message ("no such NOUN").
  std::string choice(std::string_view key, std::span<const std::string_view> choices, std::string_view preset,
                     std::string_view noun);
  /// Some of `choices`, at least one.
  std::vector<std::string> choices(std::string_view key, std::span<const std::string_view> choices,
                                   const std::vector<std::string>& preset, std::string_view noun);
  /// The items of a list of text, each with its place; empty if it is not written or wrong. Records nothing.
  std::vector<const Node*> texts(std::string_view key);
  /// A table in this one, or nullptr.
  const Node* table(std::string_view key);
  /// Reports every key that was not asked for.
  void finish();

  void record(std::string_view key, std::string value, const Spot& spot = {});
  [[nodiscard]] Findings& findings() { return findings_; }
  [[nodiscard]] const Node& node() const { return table_; }

 private:
  void wrong_type(const Entry& entry, std::string_view wanted, std::string hint);
  bool in_limits(const Entry& entry, double value, const Limits& limits);
  void unknown(const Entry& entry);
  bool is_choice(const Entry& entry, const Node& item, std::span<const std::string_view> choices,
                 std::string_view noun);
};

/// `"text"` with escapes, as TOML.
[[nodiscard]] std::string toml_text(std::string_view text);
/// `["a", "b"]`.
[[nodiscard]] std::string toml_list(const std::vector<std::string>& texts);
[[nodiscard]] std::string number_text(double value);
/// The month of a value, or nothing and a finding.
[[nodiscard]] std::optional<Month> month_of(std::string_view key, const Node& value, Findings& findings);
/// Reports a number outside `limits`; true if it is inside.
bool check_limits(std::string_view key, const Node& value, double number, const Limits& limits, Findings& findings);
/// The number of a value, or nothing and a finding.
[[nodiscard]] std::optional<double> number_of(std::string_view key, const Node& value, Findings& findings);

}  // namespace sojourn::io::scenario
