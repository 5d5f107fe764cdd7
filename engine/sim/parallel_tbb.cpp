#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/task_arena.h>
#include <oneapi/tbb/task_group.h>

#include <algorithm>
#include <optional>

#include "sim/parallel.hpp"
#include "sim/team.hpp"

namespace sojourn {

// Helpers are oneTBB's threads: one pool for all loops of a process, never more than there are processors.
struct Parallel::Backend {
  // Unless more are asked for, to show that results do not depend on their number.
  std::optional<tbb::global_control> more_than_processors;
  tbb::task_arena arena;
  tbb::task_group helpers;
  Team team;

  explicit Backend(int threads)
      : arena{threads}, team{threads, [this](int worker) {
          arena.execute([&] { helpers.run([this, worker] { team.serve(worker); }); });
        }} {
    if (threads > tbb::info::default_concurrency()) {
      more_than_processors.emplace(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
    }
  }
  ~Backend() {
    team.close();
    arena.execute([this] { helpers.wait(); });
  }
  Backend(const Backend&) = delete;
  Backend& operator=(const Backend&) = delete;
};

Parallel::Parallel(int threads) : threads_{checked(threads)}, backend_{std::make_unique<Backend>(threads)} {}
Parallel::~Parallel() = default;

int Parallel::available_threads() noexcept { return std::max(1, tbb::info::default_concurrency()); }

void Parallel::run(std::size_t count, void* context, Call call) { backend_->team.run(count, context, call); }

}  // namespace sojourn
