#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Places for a season, filled by the usual recruiters. docs/model/levers/seasonal-quota.md
extern const LeverKind seasonal_quota_kind;

}  // namespace sojourn::model
