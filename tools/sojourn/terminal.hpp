#pragma once
// Where words go: answers to stdout, progress and messages to stderr, both to a log if one is asked for.
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace sojourn::cli {

enum class Color { automatic, always, never };

struct TerminalSettings {
  bool json = false;
  bool quiet = false;
  int verbosity = 0;
  Color color = Color::automatic;
  std::string log_path;  ///< empty: no log
};

/// What the words and the environment ask for (NO_COLOR, CLICOLOR_FORCE, TERM, CI, COLUMNS); never throws, since errors
/// in the words must already be told in the form they ask for. Options win over the environment.
class Terminal {
  TerminalSettings settings_;
  bool out_is_terminal_ = false;
  bool err_is_terminal_ = false;
  bool plain_ = false;  ///< CI, or a terminal that cannot move its cursor
  std::FILE* log_ = nullptr;

 public:
  explicit Terminal(TerminalSettings settings);
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  /// What was asked for, to stdout.
  void answer(std::string_view text);
  /// What happens meanwhile, to stderr; nothing with -q or --json.
  void message(std::string_view text);
  /// As `message`, with -v only.
  void detail(std::string_view text);
  /// A mistake or failure, to stderr whatever was asked for.
  void error(std::string_view text);
  /// A JSON line beside the answer, to stderr; nothing with -q.
  void event(std::string_view json_line);
  /// Rewrites the line of the cursor on stderr; only if `rewrites()`.
  static void status(std::string_view text);

  /// A log was asked for and cannot be written.
  [[nodiscard]] bool log_failed() const { return !settings_.log_path.empty() && log_ == nullptr; }
  [[nodiscard]] bool json() const { return settings_.json; }
  [[nodiscard]] bool quiet() const { return settings_.quiet; }
  /// A person looks at stderr and the line can be rewritten.
  [[nodiscard]] bool rewrites() const { return err_is_terminal_ && !plain_ && !settings_.json && !settings_.quiet; }
  /// Columns of stdout: COLUMNS, else what the terminal says, else 0 (unknown: no limit).
  [[nodiscard]] static int width();
  /// Columns of stderr, at least 40; 80 if unknown.
  [[nodiscard]] static int status_width();
  /// In bold if stdout takes colour.
  [[nodiscard]] std::string strong(std::string_view text) const;
  /// The words `error:`, `warning:` and `hint:` marked if stderr takes colour.
  [[nodiscard]] std::string marked(std::string text) const;

 private:
  [[nodiscard]] bool colours(bool is_terminal) const;
  void log(std::string_view text);
};

/// Reads what concerns the terminal, before and whatever else is wrong with the words.
[[nodiscard]] TerminalSettings terminal_settings(const std::vector<std::string>& words);

/// `2026-03-02T10:14:30Z`
[[nodiscard]] std::string time_text(std::chrono::system_clock::time_point when);

}  // namespace sojourn::cli
