#pragma once
// Ways out of and back into an origin by one corridor, and who may use them while they are not open to all
// (MODEL 5.16).
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "core/person.hpp"
#include "core/random.hpp"

namespace sojourn::sim {

/// A place in a queue: first come by month, keyed lot within a month. The same in every block, thread and scenario.
[[nodiscard]] inline std::uint64_t turn_of(RunKey run, PersonId person, std::int32_t since, Draw why) noexcept {
  return static_cast<std::uint64_t>(static_cast<std::uint32_t>(since)) << 32U |
         RandomStream{run, person.key(), since, why}.word();
}

/// Somebody who asks for a place this month.
struct Claim {
  std::uint32_t queue = 0;  ///< a corridor of a way out or home, an origin of seats
  std::uint64_t turn = 0;
};

/// The turn of the last of `places` who are let through; 0 where there is no place. Reorders `turns`.
[[nodiscard]] inline std::uint64_t last_turn(std::vector<std::uint64_t>& turns, std::int64_t places) {
  if (places <= 0) return 0;
  if (places >= static_cast<std::int64_t>(turns.size())) return std::numeric_limits<std::uint64_t>::max();
  const auto last = turns.begin() + static_cast<std::ptrdiff_t>(places - 1);
  std::nth_element(turns.begin(), last, turns.end());
  return *last;
}

/// Who of those in a queue is let through this month. Capacities are whole simulated persons; what is rounded off is
/// carried to the next month.
struct Gate {
  double usual = 0;          ///< persons a month while the way is open: mean of about a year
  std::int64_t waiting = 0;  ///< persons at the end of last month
  std::int64_t claimed = 0;  ///< who asked for a place when places were last shared
  double carry = 0, extra_carry = 0;
  // of the month
  bool limited = false;
  std::int64_t places = 0;                    ///< ordinary ones
  std::int64_t extra = 0;                     ///< beside them: evacuation
  std::uint64_t last_ordinary = 0, last = 0;  ///< turns; nobody's where there is no place

  /// Sets the month's places. `open` is the open share of the usual flow; where somebody still waits after reopening,
  /// at most `reopened` usual flows are let through. `extra_places` persons a month come on top of a limited way.
  void open_to(double open, double reopened, double extra_places) noexcept {
    limited = open < 1 || waiting > 0;
    places = extra = 0;
    if (!limited) {
      carry = extra_carry = 0;
      return;
    }
    places = whole(carry, usual * (open < 1 ? open : reopened));
    extra = whole(extra_carry, extra_places);
  }
  /// A month's flow through the gate, and who waits at its end.
  void close(std::int64_t passed, std::int64_t waiting_now) noexcept {
    constexpr double months_of_memory = 12;
    if (!limited && waiting_now == 0) usual += (static_cast<double>(passed) - usual) / months_of_memory;
    waiting = waiting_now;
  }
  [[nodiscard]] bool admits(std::uint64_t turn) const noexcept { return !limited || turn <= last; }
  [[nodiscard]] bool admits_as_usual(std::uint64_t turn) const noexcept { return !limited || turn <= last_ordinary; }

 private:
  static std::int64_t whole(double& carried, double due) noexcept {
    carried += due;
    const auto now = static_cast<std::int64_t>(carried);
    carried -= static_cast<double>(now);
    return now;
  }
};

/// Places of programmes that all people of an origin share.
enum class Seats : std::uint8_t {
  prior_learning,  ///< certificates of what was learnt abroad, at home
  departing,       ///< the same, given when the contract abroad ends
  training,        ///< courses of those who seek work abroad
  credit           ///< loans for enterprises of returnees
};
inline constexpr std::size_t seats_kinds = 4;

/// The ways of one corridor: to a new job, home, and back from home leave to a job that is kept.
struct Passage {
  Gate out, home, back;
  bool newly_shut = false;  ///< `back` is limited this month and was not last month
};

}  // namespace sojourn::sim
