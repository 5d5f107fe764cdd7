#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Work abroad and time at home in turn, arranged by two governments. docs/model/levers/circular-scheme.md
extern const LeverKind circular_scheme_kind;

}  // namespace sojourn::model
