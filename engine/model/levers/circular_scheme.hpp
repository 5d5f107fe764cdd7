#pragma once
#include <array>

#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Work abroad and time at home in turn, arranged by two governments. docs/model/levers/circular-scheme.md
extern const LeverKind circular_scheme_kind;

/// What places for work and time at home in turn share with those for a season. Several on one market are combined as
/// add_pathway says.
extern const std::array<KeySpec, 3> stay_and_return_keys;
void add_stay_and_return(Pathway way, const LeverSpec& lever, double enforcement, MarketTerms& terms);

}  // namespace sojourn::model
