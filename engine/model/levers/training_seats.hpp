#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Courses that give a certificate to those who seek work abroad. docs/model/levers/training-seats.md
extern const LeverKind training_seats_kind;

}  // namespace sojourn::model
