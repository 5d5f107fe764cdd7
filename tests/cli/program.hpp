#pragma once
// Runs the program in a folder of its own and keeps what it said.
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace sojourn::test {

struct Said {
  int code = -1;
  std::string out, err;
};

/// An empty folder that goes away with the object; the program is run in it.
class Workplace {
  std::filesystem::path folder_;

 public:
  Workplace();
  ~Workplace();
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  void write(const std::string& name, const std::string& text) const;
  [[nodiscard]] std::string read(const std::string& name) const;
  [[nodiscard]] bool has(const std::string& name) const { return std::filesystem::exists(folder_ / name); }
  /// Names of all files, in order.
  [[nodiscard]] std::vector<std::string> files() const;

  using Environment = std::vector<std::pair<std::string, std::string>>;
  /// Runs the program to its end, with nothing on standard input. It sees no variable of the environment but PATH, the
  /// options of sanitizers, and those given.
  [[nodiscard]] Said run(const std::vector<std::string>& words, const Environment& environment = {}) const;
  /// As `run`, with `input` on standard input.
  [[nodiscard]] Said run_with_input(const std::vector<std::string>& words, const std::string& input) const;
  /// As `run`, but stderr is a terminal of 120 columns.
  [[nodiscard]] Said run_on_terminal(const std::vector<std::string>& words, const Environment& environment = {}) const;
  /// As `run`, but sends `signal` once stderr holds `wait_for`.
  [[nodiscard]] Said run_and_signal(const std::vector<std::string>& words, int signal,
                                    const std::string& wait_for) const;
};

}  // namespace sojourn::test
