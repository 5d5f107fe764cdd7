#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A list of employers to whom no registered worker is sent. docs/model/levers/employer-blacklist.md
extern const LeverKind employer_blacklist_kind;

}  // namespace sojourn::model
