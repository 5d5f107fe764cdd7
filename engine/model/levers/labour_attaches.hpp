#pragma once
#include <array>

#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Labour attaches at the missions of the origin. docs/model/levers/labour-attaches.md
extern const LeverKind labour_attaches_kind;

/// What attaches for all and those for women share: posts and their cases add up over levers.
extern const std::array<KeySpec, 2> attache_keys;
void add_attaches(const LeverSpec& lever, double enforcement, double& attaches, double& cases_per_month);

}  // namespace sojourn::model
