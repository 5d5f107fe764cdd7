#include "progress.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "number_text.hpp"
#include "terminal.hpp"

namespace sojourn::cli {
namespace {

constexpr int bar_width = 30;
constexpr double plain_interval_s = 30, json_interval_s = 1, bar_interval_s = 0.1;

std::string bar(double percent) {
  const int filled = std::clamp(static_cast<int>(percent / 100 * bar_width), 0, bar_width);
  std::string text(static_cast<std::size_t>(filled), '=');
  if (filled > 0 && filled < bar_width) text.back() = '>';
  return text + std::string(static_cast<std::size_t>(bar_width - filled), ' ');
}

std::string no_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

std::string month_text(const study::Progress& progress, const char* before) {
  return progress.month == Month{} ? "" : before + to_string(progress.month);
}

}  // namespace

double time_left_s(const ProgressLine& line) {
  const double percent = line.progress.percent;
  return percent > 0 ? line.elapsed_s * (100 - percent) / percent : -1;
}

std::string bar_line(const ProgressLine& line, int width) {
  const study::Progress& p = line.progress;
  const double left = time_left_s(line);
  const std::string time = left < 0 ? "" : fmt::format("   {} left", duration_text(left));
  const std::string done = fmt::format("{:.0f} %  {} {} of {}", std::floor(p.percent), line.counted, p.replicate, p.of);
  std::string text = fmt::format("  running     [{}] {}{}{}   {}", bar(p.percent), done, month_text(p, ", "), time,
                                 memory_text(static_cast<std::uint64_t>(line.memory_bytes)));
  // A line that wraps cannot be rewritten: what matters most stands first.
  if (text.size() >= static_cast<std::size_t>(width)) text = fmt::format("  {}{}", done, time);
  return text.substr(0, static_cast<std::size_t>(width) - 1);
}

std::string plain_line(const ProgressLine& line) {
  const study::Progress& p = line.progress;
  const double left = time_left_s(line);
  const std::string time = left < 0 ? "" : fmt::format(" eta {:.0f}s", left);
  return fmt::format("run {:.0f}% {} {}/{}{}{} rss {}", std::floor(p.percent), line.counted, p.replicate, p.of,
                     month_text(p, " "), time, no_spaces(memory_text(static_cast<std::uint64_t>(line.memory_bytes))));
}

std::string json_line(const ProgressLine& line) {
  const study::Progress& p = line.progress;
  nlohmann::ordered_json json{
      {"event", "progress"}, {"percent", std::round(p.percent * 10) / 10}, {line.counted, p.replicate}, {"of", p.of}};
  if (p.month != Month{}) json["month"] = to_string(p.month);
  if (const double left = time_left_s(line); left >= 0) json["eta_s"] = std::llround(left);
  json["memory_bytes"] = std::llround(line.memory_bytes);
  return json.dump() + "\n";
}

ProgressDisplay::ProgressDisplay(Terminal& terminal, std::string counted)
    : terminal_{terminal}, counted_{std::move(counted)}, started_{Clock::now()}, shown_{started_} {}

double ProgressDisplay::elapsed_s() const { return std::chrono::duration<double>(Clock::now() - started_).count(); }

bool ProgressDisplay::is_due() {
  const double interval = terminal_.rewrites() ? bar_interval_s : terminal_.json() ? json_interval_s : plain_interval_s;
  const auto now = Clock::now();
  if (std::chrono::duration<double>(now - shown_).count() < interval) return false;
  shown_ = now;
  return true;
}

void ProgressDisplay::operator()(const study::Progress& progress) {
  if (!is_due()) return;
  const ProgressLine line{progress, counted_, elapsed_s(), resident_bytes()};
  if (terminal_.json()) {
    terminal_.event(json_line(line));
  } else if (terminal_.rewrites()) {
    terminal_.status(bar_line(line, Terminal::status_width()));
    has_bar_ = true;
  } else {
    terminal_.message(fmt::format("{} {}\n", time_text(std::chrono::system_clock::now()), plain_line(line)));
  }
}

void ProgressDisplay::say(const std::string& text) {
  if (!is_due()) return;
  if (terminal_.json()) {
    terminal_.event(nlohmann::ordered_json{{"event", "progress"}, {"what", text}}.dump() + "\n");
  } else if (terminal_.rewrites()) {
    terminal_.status(("  running     " + text).substr(0, static_cast<std::size_t>(Terminal::status_width()) - 1));
    has_bar_ = true;
  } else {
    terminal_.message(fmt::format("{} run {}\n", time_text(std::chrono::system_clock::now()), text));
  }
}

void ProgressDisplay::finish() {
  if (has_bar_) terminal_.status("");
  has_bar_ = false;
}

double resident_bytes() {
  std::ifstream pages{"/proc/self/statm"};
  double total = 0, resident = 0;
  pages >> total >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

double peak_resident_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024;  // Linux counts kilobytes
}

}  // namespace sojourn::cli
