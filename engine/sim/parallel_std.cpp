#include "sim/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace sojourn {
namespace {

/// Which worker of which object this thread is at the moment: a loop that starts within a loop runs on that worker.
struct Here {
  const void* backend = nullptr;
  int worker = 0;
};
thread_local Here here;

/// Sets `here` for a scope.
class Within {
  Here before_;

 public:
  explicit Within(Here now) noexcept : before_{std::exchange(here, now)} {}
  ~Within() { here = before_; }
  Within(const Within&) = delete;
  Within& operator=(const Within&) = delete;
};

}  // namespace

struct Parallel::Backend {
  struct Loop {
    std::size_t count;
    void* context;
    Call call;
    std::atomic<std::size_t> next{0};
    std::mutex failure_guard{};
    std::exception_ptr failure{};
  };

  explicit Backend(int threads) {
    for (int worker = 1; worker < threads; ++worker) {
      pool.emplace_back([this, worker](const std::stop_token& stop) { serve(stop, worker); });
    }
  }

  /// Takes indices until none is left.
  void work(Loop& loop, int worker) {
    const Within scope{{this, worker}};
    try {
      for (std::size_t i = loop.next.fetch_add(1); i < loop.count; i = loop.next.fetch_add(1)) {
        loop.call(loop.context, i, worker);
      }
    } catch (...) {
      loop.next.store(loop.count);
      const std::lock_guard lock{loop.failure_guard};
      if (!loop.failure) loop.failure = std::current_exception();
    }
  }

  void serve(const std::stop_token& stop, int worker) {
    std::size_t seen = 0;
    for (;;) {
      Loop* loop = nullptr;
      {
        std::unique_lock lock{guard};
        if (!begun.wait(lock, stop, [&] { return loops_begun != seen; })) return;
        seen = loops_begun;
        loop = current;
      }
      work(*loop, worker);
      const std::lock_guard lock{guard};
      if (--still_working == 0) ended.notify_one();
    }
  }

  void run_shared(Loop& loop) {
    const std::lock_guard turn{one_loop_at_a_time};
    {
      const std::lock_guard lock{guard};
      current = &loop;
      still_working = pool.size();
      ++loops_begun;
    }
    begun.notify_all();
    work(loop, 0);
    std::unique_lock lock{guard};
    ended.wait(lock, [&] { return still_working == 0; });
  }

  std::mutex one_loop_at_a_time;
  std::mutex guard;  // of the four below
  std::condition_variable_any begun;
  std::condition_variable_any ended;
  Loop* current = nullptr;
  std::size_t loops_begun = 0;
  std::size_t still_working = 0;
  std::vector<std::jthread> pool;  // last: its threads end before what they use
};

Parallel::Parallel(int threads) : threads_{checked(threads)}, backend_{std::make_unique<Backend>(threads)} {}
Parallel::~Parallel() = default;

int Parallel::available_threads() noexcept {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void Parallel::run(std::size_t count, void* context, Call call) {
  Backend::Loop loop{.count = count, .context = context, .call = call};
  if (here.backend == backend_.get()) {
    for (std::size_t i = 0; i < count; ++i) call(context, i, here.worker);
  } else if (count == 1) {
    call(context, 0, 0);  // nothing to share: a loop within it still can be
  } else if (count > 1) {
    backend_->run_shared(loop);
    if (loop.failure) std::rethrow_exception(loop.failure);
  }
}

}  // namespace sojourn
