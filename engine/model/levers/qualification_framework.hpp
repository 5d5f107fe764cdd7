#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Levels of qualifications mapped onto those of the destination. docs/model/levers/qualification-framework.md
extern const LeverKind qualification_framework_kind;

}  // namespace sojourn::model
