#pragma once
// The one seam for parallel loops. Two implementations stand behind it, chosen when Sojourn is built
// (SOJOURN_THREADS_BACKEND): oneTBB, and plain threads, which the thread sanitizer understands.
#include <cstddef>
#include <memory>
#include <type_traits>

namespace sojourn {

/// A fixed number of threads that share the work of a loop.
///
/// What a loop computes must not depend on which thread takes which index, nor on when: then results are the same for
/// every number of threads. Bodies may start loops of their own on the same object; calls from several threads outside
/// take turns.
class Parallel {
 public:
  /// Throws std::invalid_argument for fewer than 1 or more than 1,024 threads.
  explicit Parallel(int threads);
  ~Parallel();
  Parallel(const Parallel&) = delete;
  Parallel& operator=(const Parallel&) = delete;

  [[nodiscard]] int threads() const noexcept { return threads_; }
  /// Threads that this process may run at once, at least 1: what the machine has, less what its affinity mask takes
  /// out.
  [[nodiscard]] static int available_threads() noexcept;

  /// Calls `body(index, worker)` once for each index below `count`, in any order, and returns when all are done.
  ///
  /// `worker` is in [0, threads()); no two bodies of one loop run at the same time with the same worker, so scratch
  /// space can be kept per worker (a loop within a loop needs its own). An index should be worth some 10 us of work. If
  /// a body throws, indices not yet begun are left out and one of the exceptions thrown reaches the caller.
  template <class Body>
  void for_each(std::size_t count, Body&& body) {
    using Plain = std::remove_reference_t<Body>;
    static_assert(std::is_invocable_v<Plain&, std::size_t, int>, "body takes (std::size_t index, int worker)");
    void* const context = const_cast<void*>(static_cast<const void*>(std::addressof(body)));
    run(count, context,
        [](void* plain, std::size_t index, int worker) { (*static_cast<Plain*>(plain))(index, worker); });
  }

 private:
  struct Backend;
  using Call = void (*)(void* context, std::size_t index, int worker);
  void run(std::size_t count, void* context, Call call);
  [[nodiscard]] static int checked(int threads);

  int threads_;
  std::unique_ptr<Backend> backend_;
};

}  // namespace sojourn
