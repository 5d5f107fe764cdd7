#include "sim/team.hpp"

#include <utility>

namespace sojourn {
namespace {

// The gate counts helpers inside in its low bits; one bit says that more may join; the rest numbers the loops.
constexpr std::uint64_t inside_mask = 0xffff;
constexpr std::uint64_t open_bit = inside_mask + 1;
constexpr std::uint64_t one_loop = open_bit << 1;

// Looks at a memory location before giving the processor to others, and how often it is given before a thread sleeps.
// Some ten microseconds and some ten milliseconds; results depend on neither.
constexpr int looks_before_yield = 200, yields_before_sleep = 20'000;

/// Which worker of which team this thread is at the moment: a loop that starts within a loop runs on that worker.
struct Here {
  const void* team = nullptr;
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

/// Whether `ready` came true before it was time to sleep.
template <class Ready>
bool watch_for(Ready&& ready) noexcept {
  for (int look = 0; look < looks_before_yield + yields_before_sleep; ++look) {
    if (ready()) return true;
    if (look >= looks_before_yield) std::this_thread::yield();
  }
  return false;
}

}  // namespace

Team::Team(int threads, Enlist enlist) : enlist_{std::move(enlist)}, shares_(static_cast<std::size_t>(threads)) {}

void Team::run(std::size_t count, void* context, Call call) {
  if (here.team == this || shares_.size() == 1) {
    const int worker = here.team == this ? here.worker : 0;
    for (std::size_t i = 0; i < count; ++i) call(context, i, worker);
  } else if (count == 1) {
    call(context, 0, 0);  // nothing to share: a loop within it still can be
  } else if (count > 1) {
    const std::lock_guard turn{one_loop_at_a_time_};
    begin_loop(count, context, call);
    take_indices(0);
    end_loop();
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
  }
}

void Team::begin_loop(std::size_t count, void* context, Call call) {
  context_ = context;
  call_ = call;
  // Each worker begins where it began in the last loop of as many indices: what it wrote then is near to it.
  const std::size_t workers = shares_.size();
  for (std::size_t w = 0; w < workers; ++w) {
    shares_[w].next = count * w / workers;
    shares_[w].end = count * (w + 1) / workers;
  }
  gate_ = ((gate_ / one_loop) + 1) * one_loop + open_bit;
  for (std::size_t w = 1; w < workers; ++w) {
    if (!shares_[w].enlisted.exchange(true)) enlist_(static_cast<int>(w));
  }
}

void Team::end_loop() {
  gate_ &= ~open_bit;
  const auto all_left = [this] { return (gate_ & inside_mask) == 0; };
  if (watch_for(all_left)) return;
  for (std::uint64_t gate = gate_; (gate & inside_mask) != 0; gate = gate_) gate_.wait(gate);
}

void Team::take_indices(int worker) noexcept {
  const Within scope{{this, worker}};
  const std::size_t workers = shares_.size();
  try {
    for (std::size_t w = 0; w < workers; ++w) {
      Share& share = shares_[(static_cast<std::size_t>(worker) + w) % workers];
      for (std::size_t i = share.next++; i < share.end; i = share.next++) call_(context_, i, worker);
    }
  } catch (...) {
    for (Share& share : shares_) share.next = share.end;
    const std::lock_guard lock{failure_guard_};
    if (!failure_) failure_ = std::current_exception();
  }
}

// Joins a loop that is open and that this helper has not worked on.
bool Team::join(std::uint64_t& seen) noexcept {
  std::uint64_t gate = gate_;
  while ((gate & open_bit) != 0 && gate / one_loop != seen) {
    if (!gate_.compare_exchange_weak(gate, gate + 1)) continue;
    seen = gate / one_loop;
    return true;
  }
  return false;
}

bool Team::await_loop(std::uint64_t& seen) noexcept {
  bool joined = false;
  watch_for([&] { return (joined = join(seen)) || closing_; });
  return joined;
}

void Team::work_while_loops_come(int worker, std::uint64_t& seen) noexcept {
  while (await_loop(seen)) {
    take_indices(worker);
    if ((--gate_ & (inside_mask | open_bit)) == 0) gate_.notify_all();
  }
}

void Team::serve(int worker) noexcept {
  std::atomic<bool>& enlisted = shares_[static_cast<std::size_t>(worker)].enlisted;
  std::uint64_t seen = 0;
  do {
    work_while_loops_come(worker, seen);
    // A loop that begins from here on calls for a helper; one that began just before did not, so look once more.
    enlisted = false;
  } while ((gate_ & open_bit) != 0 && gate_ / one_loop != seen && !enlisted.exchange(true));
}

}  // namespace sojourn
