#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A public platform that brings job orders and workers together. docs/model/levers/matching-platform.md
extern const LeverKind matching_platform_kind;

}  // namespace sojourn::model
