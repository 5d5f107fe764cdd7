#include "model/networks.hpp"

#include <algorithm>

namespace sojourn::model {

std::uint32_t communities_in_slice(std::uint64_t simulated_persons, int scale, const Parameters& parameters) noexcept {
  const double simulated_each = std::max(parameters.community_persons / scale, parameters.community_simulated_min);
  return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(static_cast<double>(simulated_persons) / simulated_each));
}

std::uint32_t community_of(PersonId person, std::uint32_t communities) noexcept {
  // splitmix64: a fixed scramble, not a draw; where people live is the same in every replicate.
  std::uint64_t x = (static_cast<std::uint64_t>(person.cell()) << 32U | person.index()) + 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
  x ^= x >> 31U;
  return static_cast<std::uint32_t>(((x >> 32U) * communities) >> 32U);
}

void Tightness::observe(double payable_applicants, double open_orders) noexcept {
  applicants += (payable_applicants - applicants) / 6.0;
  orders += (open_orders - orders) / 6.0;
}

double Tightness::value() const noexcept { return orders > 0 ? applicants / orders : 0.0; }

double pooled_tightness(const Tightness& market, const Tightness& corridor, const Tightness& origin) noexcept {
  constexpr double weight = 20.0 / 6.0;  // orders a month, smoothed (assumed)
  const double of_origin = origin.orders > 0 ? origin.value() : 1.0;
  const double of_corridor = (corridor.applicants + weight * of_origin) / (corridor.orders + weight);
  return (market.applicants + weight * of_corridor) / (market.orders + weight);
}

}  // namespace sojourn::model
