#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Ages at which persons may leave by regular channels. docs/model/levers/age-limit.md
extern const LeverKind age_limit_kind;

}  // namespace sojourn::model
