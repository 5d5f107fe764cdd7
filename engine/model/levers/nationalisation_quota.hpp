#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A share of nationals that firms must employ. docs/model/levers/nationalisation-quota.md
extern const LeverKind nationalisation_quota_kind;

}  // namespace sojourn::model
