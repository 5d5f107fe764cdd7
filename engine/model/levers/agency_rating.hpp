#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Ratings of agencies, announced and then published. docs/model/levers/agency-rating.md
extern const LeverKind agency_rating_kind;

}  // namespace sojourn::model
