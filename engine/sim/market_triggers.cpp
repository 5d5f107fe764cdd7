// Levers that start and end when an indicator says so: looked at after each recorded month, acting from the next.
#include <algorithm>
#include <limits>

#include "sim/markets.hpp"

namespace sojourn::sim {
namespace {

constexpr Month never{std::numeric_limits<std::int32_t>::max() / 4};

bool same_triggers(const model::LeverSpec& a, const model::LeverSpec& b) {
  return a.id == b.id && a.start_when == b.start_when && a.end_when == b.end_when;
}

}  // namespace

// What `before` has seen so far holds on: a scenario that parts from another later has its past.
void Markets::arm_triggers(const Policy* before) {
  const std::vector<Watch> seen = std::move(watches_);
  watches_.clear();
  for (std::size_t l = 0; l < policy_.levers.size(); ++l) {
    model::LeverSpec& lever = policy_.levers[l];
    if (!lever.start_when && !lever.end_when) continue;
    Watch watch{.lever = l, .months_met = 0, .on = !lever.start_when, .start = lever.start, .end = lever.end};
    if (lever.start_when) lever.start = never;
    for (const Watch& old : seen) {
      const model::LeverSpec& was = before->levers[old.lever];
      if (!same_triggers(was, lever) || old.start != watch.start || old.end != watch.end) continue;
      watch.months_met = old.months_met;
      watch.on = old.on;
      lever.start = was.start;
      lever.end = was.end;
    }
    watches_.push_back(watch);
  }
}

void Markets::watch(Month month, const std::vector<Counts>& counts) {
  for (Watch& watch : watches_) {
    model::LeverSpec& lever = policy_.levers[watch.lever];
    const std::optional<model::Trigger>& trigger = watch.on ? lever.end_when : lever.start_when;
    if (!trigger || month < watch.start) continue;
    Counts sums{};
    for (std::size_t k = 0; k < now_.size(); ++k) {
      if (!trigger->origins[index(now_[k].origin)] || !trigger->destinations[index(now_[k].destination)]) continue;
      for (std::size_t kind = 0; kind < sums.size(); ++kind) sums[kind] += counts[k][kind];
    }
    watch.months_met = model::is_met(*trigger, sums, scale_) ? watch.months_met + 1 : 0;
    if (watch.months_met < trigger->for_months) continue;
    watch.months_met = 0;
    if (watch.on) {
      lever.end = month;
    } else {
      lever.start = month + 1;
      lever.end = watch.end;
    }
    watch.on = !watch.on;
  }
}

}  // namespace sojourn::sim
