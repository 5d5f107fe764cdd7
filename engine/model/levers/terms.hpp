#pragma once
// What all levers of a scenario together say on one market.
#include <span>
#include <vector>

#include "core/calendar.hpp"
#include "core/ids.hpp"
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// The terms of one market and skill in `month`: every lever in force there, applied in any order to the same effect.
///
/// A lever whose enforcement is 0 is skipped whole. One that another `replaces` is ignored where and when the other's
/// reach and months hold, at any level of the other's enforcement. Of several levers of one kind the lowest cap, the
/// highest floor, the largest ban and the employer-pays rule that moves most hold, each with its own enforcement.
/// `levers` must have been read and checked: their kinds and ids exist. Those that `left_out` marks, by place, do not
/// exist for the persons whose terms these are, and replace nothing.
[[nodiscard]] MarketTerms terms_of(std::span<const LeverSpec> levers, Month month, CorridorId corridor, Sector sector,
                                   Sex sex, Skill skill, double wage_usd_per_month,
                                   const std::vector<bool>& left_out = {});

}  // namespace sojourn::model
