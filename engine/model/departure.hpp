#pragma once
// Before leaving: which papers, which register, which door (MODEL 5.1, 5.19; stage 4).
#include <cstdint>

#include "model/levers/lever.hpp"

namespace sojourn::model {

/// How a worker leaves.
enum class Channel : std::uint8_t { registered, unregistered, irregular };

/// Lawful or not, seen by the origin's register or not. Who slipped past a ban, or over a border without papers, leaves irregularly and unseen;
/// of the others the register sees `registered_share` (EQUATIONS 5.0). `u` uniform in (0, 1).
[[nodiscard]] Channel channel_of(bool without_papers, double registered_share, double u) noexcept;

/// Whether a ban stops this person's regular departure: enforcement as a share of persons, the same persons in every scenario.
[[nodiscard]] bool is_barred(const MarketTerms& terms, double u) noexcept;

}  // namespace sojourn::model
