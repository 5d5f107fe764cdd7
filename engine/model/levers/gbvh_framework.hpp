#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Shelters, a blacklist and handing over cases, shared by several origins. docs/model/levers/gbvh-framework.md
extern const LeverKind gbvh_framework_kind;

}  // namespace sojourn::model
