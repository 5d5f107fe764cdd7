#pragma once
// Timing of whole runs, stage by stage.
#include <array>
#include <cstdint>
#include <vector>

#include "model/month.hpp"
#include "world.hpp"

namespace sojourn::bench {

/// Seconds on the wall and seconds of processor time of all threads of the process.
struct Seconds {
  double wall = 0, processor = 0;
  Seconds& operator+=(const Seconds& other) noexcept {
    wall += other.wall;
    processor += other.processor;
    return *this;
  }
};
[[nodiscard]] Seconds operator-(const Seconds& later, const Seconds& earlier) noexcept;
/// Both clocks now.
[[nodiscard]] Seconds clocks() noexcept;
/// Highest resident memory of the process so far, MiB.
[[nodiscard]] double peak_memory_mib() noexcept;

struct RunSpec {
  int scale = 1000;  ///< persons that one simulated person stands for
  int years = 10;
  int burn_in_months = 24;
  int threads = 1;
};

/// One run as timed. Months of the burn-in are among them.
struct RunTiming {
  RunSpec spec;
  int months = 0;
  Seconds start;                                            ///< cells, candidates, the initial stock
  Seconds monthly;                                          ///< all months
  std::array<Seconds, model::month_order.size()> stages{};  ///< by place in model::month_order
  std::vector<double> abroad_rates;  ///< by month: worker-months per wall second of the abroad stages
  std::int64_t worker_months = 0;    ///< workers abroad, summed over the months
  std::int64_t abroad_events = 0;    ///< contract ends, deaths, returns, wages withheld, cases begun and closed
  std::int64_t departures = 0;
  std::int64_t acting = 0;  ///< seekers, on the way, abroad, former migrants at home: end of the last month
  std::uint64_t digest = 0;

  /// Employment, protection and money: what a month abroad costs.
  [[nodiscard]] Seconds abroad() const noexcept;
  [[nodiscard]] double median_abroad_rate() const;
};

/// Runs one baseline on `spec.threads` threads.
[[nodiscard]] RunTiming time_run(const World& world, const RunSpec& spec);

/// Many runs of one thread each, `spec.threads` of them at a time, as a study has them.
struct StudyTiming {
  RunSpec spec;
  int runs = 0;
  Seconds all;
  std::uint64_t digest = 0;  ///< of all runs, in their order
};
[[nodiscard]] StudyTiming time_side_by_side(const World& world, const RunSpec& spec, int runs);

}  // namespace sojourn::bench
