#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Wages through banks, watched, and due within days. docs/model/levers/wage-protection.md
extern const LeverKind wage_protection_kind;

}  // namespace sojourn::model
