#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Permits that tie to no employer, for workers in irregular status who can pay for them. docs/model/levers/flexi-permit.md
extern const LeverKind flexi_permit_kind;

}  // namespace sojourn::model
