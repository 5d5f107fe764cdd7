#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Joint and several liability of agency and employer. docs/model/levers/joint-liability.md
extern const LeverKind joint_liability_kind;

}  // namespace sojourn::model
