#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Who pays the way home, and wages settled before it. docs/model/levers/return-clause.md
extern const LeverKind return_clause_kind;

}  // namespace sojourn::model
