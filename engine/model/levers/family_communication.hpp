#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Hours in which a worker may call home. docs/model/levers/family-communication.md
extern const LeverKind family_communication_kind;

}  // namespace sojourn::model
