#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Stops departures through regular channels of those whom it reaches. docs/model/levers/departure-ban.md
extern const LeverKind departure_ban_kind;

}  // namespace sojourn::model
