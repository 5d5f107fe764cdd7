#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Labour attaches at the missions of the origin. docs/model/levers/labour-attaches.md
extern const LeverKind labour_attaches_kind;

}  // namespace sojourn::model
