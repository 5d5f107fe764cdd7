#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Seats for people who come home. docs/model/levers/reintegration-programme.md
extern const LeverKind reintegration_programme_kind;

}  // namespace sojourn::model
