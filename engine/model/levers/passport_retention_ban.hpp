#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Employers may not keep passports. docs/model/levers/passport-retention-ban.md
extern const LeverKind passport_retention_ban_kind;

}  // namespace sojourn::model
