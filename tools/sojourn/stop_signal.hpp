#pragma once
// Ctrl-C and SIGTERM: the first asks the run to stop, the second ends the program at once.
#include <atomic>
#include <string>

namespace sojourn::cli {

/// Catches SIGINT and SIGTERM while it lives; one at a time.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  /// Set by the first signal.
  [[nodiscard]] static const std::atomic<bool>& flag();
  [[nodiscard]] static bool asked() { return flag().load(); }
  /// A file being written, which a second signal removes before it ends the program. At most 4,000 bytes; longer ones
  /// stay.
  static void removes(const std::string& path);
};

}  // namespace sojourn::cli
