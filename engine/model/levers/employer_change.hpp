#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Workers may go to another employer within the contract without the present one's consent. docs/model/levers/employer-change.md
extern const LeverKind employer_change_kind;

}  // namespace sojourn::model
