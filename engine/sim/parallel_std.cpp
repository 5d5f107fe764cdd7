#include <algorithm>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

#include "sim/parallel.hpp"
#include "sim/team.hpp"

namespace sojourn {

// Helpers are threads of its own, which sleep until they are called for.
struct Parallel::Backend {
  struct Helper {
    std::mutex guard;
    std::condition_variable_any wake;
    bool called = false;
    std::jthread thread;  // last: it ends before what it uses
  };

  Team team;
  std::vector<std::unique_ptr<Helper>> helpers;  // helper w serves as worker w + 1

  explicit Backend(int threads) : team{threads, [this](int worker) { call(worker); }} {
    for (int worker = 1; worker < threads; ++worker) {
      Helper& helper = *helpers.emplace_back(std::make_unique<Helper>());
      helper.thread = std::jthread{[this, &helper, worker](const std::stop_token& stop) {
        while (awaits_call(helper, stop)) team.serve(worker);
      }};
    }
  }
  ~Backend() { team.close(); }
  Backend(const Backend&) = delete;
  Backend& operator=(const Backend&) = delete;

  void call(int worker) {
    Helper& helper = *helpers[static_cast<std::size_t>(worker) - 1];
    {
      const std::lock_guard lock{helper.guard};
      helper.called = true;
    }
    helper.wake.notify_one();
  }

  static bool awaits_call(Helper& helper, const std::stop_token& stop) {
    std::unique_lock lock{helper.guard};
    if (!helper.wake.wait(lock, stop, [&] { return helper.called; })) return false;
    helper.called = false;
    return true;
  }
};

Parallel::Parallel(int threads) : threads_{checked(threads)}, backend_{std::make_unique<Backend>(threads)} {}
Parallel::~Parallel() = default;

int Parallel::available_threads() noexcept {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void Parallel::run(std::size_t count, void* context, Call call) { backend_->team.run(count, context, call); }

}  // namespace sojourn
