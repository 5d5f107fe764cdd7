#pragma once
// Which markets the people left for who went abroad before a run began, so that today's workers are theirs.
#include <array>
#include <vector>

#include "population/cells.hpp"
#include "sim/markets.hpp"

namespace sojourn::sim {

inline constexpr std::uint16_t no_market = 0xffff;

/// Months of search at an age factor of 1 that a life so far is worth, and back: search hazards are per such month.
class Exposure {
 public:
  explicit Exposure(const Markets& markets);
  /// From birth to `month`.
  [[nodiscard]] double until(Month month, std::int32_t birth_year) const;
  /// Month in which `exposure` is reached.
  [[nodiscard]] Month when(double exposure, std::int32_t birth_year) const;
  /// Of a whole life.
  [[nodiscard]] double most() const noexcept { return by_age_.back(); }

 private:
  const Markets& markets_;
  std::vector<double> by_age_;  // at the beginning of an age
};

/// Entrances of one origin and sex: chances of each market by skill and experience. They follow the weights by which people
/// choose today, scaled market by market so that all skills together enter at the flows of the base year.
class Entrances {
 public:
  Entrances(const Markets& markets, const population::Cells& cells, const Exposure& exposure, OriginId origin, Sex sex, Month month);
  /// A market for a uniform draw; somebody with a last market is drawn back to it. `no_market` if none is open.
  [[nodiscard]] std::uint16_t pick(Skill skill, std::uint16_t last_market, double u) const;
  /// Network index of the origin's average community.
  [[nodiscard]] double network() const noexcept { return network_; }
  /// Share of the origin's working-age people who work abroad.
  [[nodiscard]] double share_abroad() const noexcept { return share_abroad_; }

 private:
  const Markets& markets_;
  const std::vector<std::uint32_t>& all_;
  std::array<std::array<std::vector<double>, 2>, skill_count> sums_;  // cumulative, by skill and experience
  double network_ = 0, share_abroad_ = 0;
};

}  // namespace sojourn::sim
