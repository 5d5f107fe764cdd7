#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Labour attaches for women at the missions of the origin. docs/model/levers/women-attaches.md
extern const LeverKind women_attaches_kind;

}  // namespace sojourn::model
