#pragma once
// What is written into a result about how it was made.
#include <chrono>
#include <string>

#include "arguments.hpp"
#include "io/result_provenance.hpp"
#include "study/outcome.hpp"
#include "study/scenario.hpp"

namespace sojourn::cli {

/// Times of the parts of one run.
class RunClock {
  using Clock = std::chrono::steady_clock;
  std::chrono::system_clock::time_point began_at_ = std::chrono::system_clock::now();
  Clock::time_point began_ = Clock::now();
  Clock::time_point read_ = began_, ran_ = began_;

 public:
  void read_done() { read_ = ran_ = Clock::now(); }
  void run_done() { ran_ = Clock::now(); }
  [[nodiscard]] std::chrono::system_clock::time_point began_at() const { return began_at_; }
  [[nodiscard]] double reading_s() const { return std::chrono::duration<double>(read_ - began_).count(); }
  [[nodiscard]] double running_s() const { return std::chrono::duration<double>(ran_ - read_).count(); }
  [[nodiscard]] double elapsed_s() const { return std::chrono::duration<double>(Clock::now() - began_).count(); }
};

/// Program, machine, options, scenarios, inputs, digests, times.
[[nodiscard]] io::Provenance run_provenance(const study::Study& study, const study::Outcome& outcome,
                                            const Arguments& arguments, int threads, const RunClock& clock);

/// The command as a shell would take it again: `sojourn run cap.toml --set run.seed=2`.
[[nodiscard]] std::vector<std::string> command_words(const std::string& command, const Arguments& arguments,
                                                     std::span<const OptionSpec> options);

}  // namespace sojourn::cli
