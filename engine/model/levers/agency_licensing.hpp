#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Visits by the licensing authority, and what follows from what they find. docs/model/levers/agency-licensing.md
extern const LeverKind agency_licensing_kind;

}  // namespace sojourn::model
