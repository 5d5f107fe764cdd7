#pragma once
#include <array>

#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A course before departure on contract and rights. docs/model/levers/orientation.md
extern const LeverKind orientation_kind;

/// What courses for all and those for women share.
extern const std::array<KeySpec, 3> orientation_keys;
void apply_orientation(const LeverSpec& lever, double enforcement, double wage_usd_per_month, MarketTerms& terms);

}  // namespace sojourn::model
