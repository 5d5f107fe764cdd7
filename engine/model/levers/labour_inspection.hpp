#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Inspectors at destination visit employers and fine them. docs/model/levers/labour-inspection.md
extern const LeverKind labour_inspection_kind;

}  // namespace sojourn::model
