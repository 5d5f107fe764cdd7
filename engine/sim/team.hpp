#pragma once
// How the threads of a Parallel share a loop: the caller and its helpers take indices until none is left. Where helpers
// come from is the backend's part (parallel_tbb.cpp, parallel_std.cpp).
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace sojourn {

/// The caller of a loop is worker 0; helpers are workers 1 and up.
///
/// A helper that has run out of work looks out for the next loop for a while before it leaves: the stages of a month
/// follow each other within milliseconds, and to wake a sleeping thread for each costs a third of their time.
/// A loop waits for those helpers only that have joined it, so it ends with whatever threads the machine can spare.
class Team {
 public:
  using Call = void (*)(void* context, std::size_t index, int worker);
  /// Has a thread call `serve(worker)`, soon.
  using Enlist = std::function<void(int worker)>;

  Team(int threads, Enlist enlist);

  /// Parallel::for_each.
  void run(std::size_t count, void* context, Call call);
  /// A helper's part: works on loops until none has come for some milliseconds.
  void serve(int worker) noexcept;
  /// Sends helpers away, for good; who owns the threads then waits for them before this object goes.
  void close() noexcept { closing_ = true; }

 private:
  static constexpr std::size_t cache_line = 64;
  /// The indices that a worker begins with; others help once their own are done.
  struct alignas(cache_line) Share {
    std::atomic<std::size_t> next{0};
    std::size_t end = 0;
    std::atomic<bool> enlisted{false};
  };

  void begin_loop(std::size_t count, void* context, Call call);
  void end_loop();
  void take_indices(int worker) noexcept;
  [[nodiscard]] bool join(std::uint64_t& seen) noexcept;
  [[nodiscard]] bool await_loop(std::uint64_t& seen) noexcept;
  void work_while_loops_come(int worker, std::uint64_t& seen) noexcept;

  Enlist enlist_;
  std::vector<Share> shares_;  // by worker
  std::mutex one_loop_at_a_time_;
  // Number of the loop, whether it takes helpers, and how many it has (team.cpp): what follows may be read by whoever
  // has joined, and is written only while nobody has.
  std::atomic<std::uint64_t> gate_{0};
  void* context_ = nullptr;
  Call call_ = nullptr;
  std::mutex failure_guard_;
  std::exception_ptr failure_;
  std::atomic<bool> closing_{false};
};

}  // namespace sojourn
