#pragma once
// How far a run is: a bar on a terminal, dated lines elsewhere, JSON lines on request.
#include <chrono>
#include <string>

#include "study/outcome.hpp"

namespace sojourn::cli {

class Terminal;

/// What one line of progress says.
struct ProgressLine {
  study::Progress progress;
  std::string counted = "replicate";  ///< what `progress.replicate` counts; month 0 is not shown
  double elapsed_s = 0;
  double memory_bytes = 0;  ///< resident
};

/// Seconds left if the rest goes as fast; negative while nothing is known.
[[nodiscard]] double time_left_s(const ProgressLine& line);
/// `  running     [====>     ] 58 %  replicate 19 of 32, 2031-04   2 min 31 s left   3.0 GiB`, within `width` columns.
[[nodiscard]] std::string bar_line(const ProgressLine& line, int width);
/// `run 58% replicate 19/32 2031-04 eta 151s rss 3.0GiB` (the date goes before).
[[nodiscard]] std::string plain_line(const ProgressLine& line);
/// `{"event":"progress",...}`
[[nodiscard]] std::string json_line(const ProgressLine& line);

/// Shows the progress of one run; calls come from one thread at a time.
class ProgressDisplay {
  using Clock = std::chrono::steady_clock;
  Terminal& terminal_;
  std::string counted_;
  Clock::time_point started_;
  Clock::time_point shown_;
  bool has_bar_ = false;

 public:
  /// \param counted what progress counts: "replicate", "runs" (scenarios times replicates), "months"
  ProgressDisplay(Terminal& terminal, std::string counted);
  void operator()(const study::Progress& progress);
  /// Progress that has words of its own.
  void say(const std::string& text);
  /// Takes the bar away.
  void finish();
  [[nodiscard]] double elapsed_s() const;

 private:
  /// True if enough time has passed since the last line, which then is this one.
  [[nodiscard]] bool is_due();
};

/// Memory of this program: resident now, and the most it ever was.
[[nodiscard]] double resident_bytes();
[[nodiscard]] double peak_resident_bytes();

}  // namespace sojourn::cli
