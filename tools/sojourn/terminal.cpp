#include "terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <tuple>

#include <fmt/format.h>

#include "core/diagnostic.hpp"

namespace sojourn::cli {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

int columns_of(int descriptor) {
  const std::string asked = environment("COLUMNS");
  int columns = 0;
  std::from_chars(asked.data(), asked.data() + asked.size(), columns);
  if (columns > 0) return columns;
  winsize size{};
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? static_cast<int>(size.ws_col) : 0;
}

void put(std::FILE* stream, std::string_view text) {
  std::ignore = std::fwrite(text.data(), 1, text.size(), stream);
  std::ignore = std::fflush(stream);
}

void mark(std::string& text, const std::string& word, const char* code) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at)) {
    const std::string marked = fmt::format("\x1b[{}m{}\x1b[0m", code, word);
    text.replace(at, word.size(), marked);
    at += marked.size();
  }
}

}  // namespace

TerminalSettings terminal_settings(const std::vector<std::string>& words) {
  TerminalSettings settings;
  const auto read_color = [&](std::string_view when) {
    settings.color = when == "always" ? Color::always : when == "never" ? Color::never : Color::automatic;
  };
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    const std::string& word = words[i];
    const std::string next = i + 1 < words.size() ? words[i + 1] : "";
    if (word == "--json") settings.json = true;
    if (word == "-q" || word == "--quiet") settings.quiet = true;
    if (word == "-v" || word == "--verbose") settings.verbosity += 1;
    if (word == "-vv") settings.verbosity += 2;
    if (word == "--color") read_color(next);
    if (word.starts_with("--color=")) read_color(word.substr(8));
    if (word == "--log") settings.log_path = next;
    if (word.starts_with("--log=")) settings.log_path = word.substr(6);
  }
  return settings;
}

Terminal::Terminal(TerminalSettings settings)
    : settings_{std::move(settings)},
      out_is_terminal_{isatty(STDOUT_FILENO) == 1},
      err_is_terminal_{isatty(STDERR_FILENO) == 1},
      plain_{!environment("CI").empty() || environment("TERM") == "dumb"} {
  if (!settings_.log_path.empty()) log_ = std::fopen(settings_.log_path.c_str(), "a");
}

Terminal::~Terminal() {
  if (log_ != nullptr) std::ignore = std::fclose(log_);
}

bool Terminal::colours(bool is_terminal) const {
  if (settings_.json || settings_.color == Color::never) return false;
  if (settings_.color == Color::always) return true;
  if (!environment("NO_COLOR").empty()) return false;
  const std::string force = environment("CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return true;
  return is_terminal && !plain_;
}

void Terminal::log(std::string_view text) {
  if (log_ == nullptr) return;
  put(log_, time_text(std::chrono::system_clock::now()) + " ");
  put(log_, text);
}

void Terminal::answer(std::string_view text) {
  log(text);
  put(stdout, text);
}

void Terminal::message(std::string_view text) {
  log(text);
  if (!settings_.quiet && !settings_.json) put(stderr, text);
}

void Terminal::detail(std::string_view text) {
  if (settings_.verbosity > 0) message(text);
}

void Terminal::error(std::string_view text) {
  log(text);
  put(stderr, text);
}

void Terminal::event(std::string_view json_line) {
  log(json_line);
  if (!settings_.quiet) put(stderr, json_line);
}

void Terminal::status(std::string_view text) { put(stderr, fmt::format("\r\x1b[2K{}", text)); }

int Terminal::width() { return columns_of(STDOUT_FILENO); }

int Terminal::status_width() {
  const int columns = columns_of(STDERR_FILENO);
  return columns == 0 ? 80 : std::max(40, columns);
}

std::string Terminal::strong(std::string_view text) const {
  return colours(out_is_terminal_) ? fmt::format("\x1b[1m{}\x1b[0m", text) : std::string{text};
}

std::string Terminal::marked(std::string text) const {
  if (!colours(err_is_terminal_)) return text;
  mark(text, " error:", "1;31");
  mark(text, " warning:", "1;33");
  mark(text, "hint:", "1;36");
  return text;
}

std::string time_text(std::chrono::system_clock::time_point when) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(when);
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  std::array<char, 32> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
  return {text.data(), length};
}

}  // namespace sojourn::cli
