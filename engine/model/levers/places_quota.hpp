#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A ceiling on hires. docs/model/levers/places-quota.md
extern const LeverKind places_quota_kind;

}  // namespace sojourn::model
