#include "sim/parallel.hpp"

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <optional>

namespace sojourn {

struct Parallel::Backend {
  // oneTBB holds no more threads than processors unless told so; more are asked for to show that results do not depend
  // on their number.
  std::optional<tbb::global_control> more_than_processors;
  tbb::task_arena arena;

  explicit Backend(int threads) : arena{threads} {
    if (threads > tbb::info::default_concurrency()) {
      more_than_processors.emplace(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
    }
  }
};

Parallel::Parallel(int threads) : threads_{checked(threads)}, backend_{std::make_unique<Backend>(threads)} {}
Parallel::~Parallel() = default;

int Parallel::available_threads() noexcept { return std::max(1, tbb::info::default_concurrency()); }

void Parallel::run(std::size_t count, void* context, Call call) {
  // Small enough that uneven indices balance, large enough that splitting costs nothing beside the work.
  const std::size_t grain = std::max<std::size_t>(1, count / (static_cast<std::size_t>(threads_) * 64));
  const tbb::blocked_range<std::size_t> all{0, count, grain};
  const auto some = [context, call](const tbb::blocked_range<std::size_t>& indices) {
    const int worker = tbb::this_task_arena::current_thread_index();
    for (std::size_t i = indices.begin(); i != indices.end(); ++i) call(context, i, worker);
  };
  backend_->arena.execute([&] {
    // Isolated: a worker that waits for the end of an inner loop must not take up a body of the outer one meanwhile,
    // which would find the worker's scratch space half written.
    tbb::this_task_arena::isolate([&] { tbb::parallel_for(all, some, tbb::simple_partitioner{}); });
  });
}

}  // namespace sojourn
