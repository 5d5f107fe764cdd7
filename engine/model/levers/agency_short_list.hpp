#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A closed list of agencies that may recruit. docs/model/levers/agency-short-list.md
extern const LeverKind agency_short_list_kind;

}  // namespace sojourn::model
