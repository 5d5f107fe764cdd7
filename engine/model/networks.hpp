#pragma once
// What one month leaves to the next: communities, and how crowded a market has been (MODEL 5.17, 5.18, stage 10).
#include <cstdint>

#include "core/person.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Communities in a block's slice of one origin: about `community_persons` people each, and never fewer than
/// `community_simulated_min` simulated ones, so that the network does not depend on population.scale.
[[nodiscard]] std::uint32_t communities_in_slice(std::uint64_t simulated_persons, int scale, const Parameters& parameters) noexcept;
/// The community of a person among `communities`: from cell and index, so that equal indices do not live together.
[[nodiscard]] std::uint32_t community_of(PersonId person, std::uint32_t communities) noexcept;

/// Applicants who would take an order and could pay, over open orders, both smoothed over six months.
struct Tightness {
  double applicants = 0;
  double orders = 0;
  void observe(double payable_applicants, double open_orders) noexcept;
  [[nodiscard]] double value() const noexcept;
};
/// A market's own tightness, drawn towards its corridor's by the weight of twenty orders over the smoothing window, and that
/// towards its origin's; 1 where nothing is known.
[[nodiscard]] double pooled_tightness(const Tightness& market, const Tightness& corridor, const Tightness& origin) noexcept;

}  // namespace sojourn::model
