#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Somebody to call, and legal aid. docs/model/levers/hotline.md
extern const LeverKind hotline_kind;

}  // namespace sojourn::model
