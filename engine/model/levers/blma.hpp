#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A bilateral labour agreement: clauses that are levers of their own. docs/model/levers/blma.md
extern const LeverKind blma_kind;

}  // namespace sojourn::model
