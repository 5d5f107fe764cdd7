#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Mothers of young children may not leave by regular channels. docs/model/levers/family-background-rule.md
extern const LeverKind family_background_rule_kind;

}  // namespace sojourn::model
