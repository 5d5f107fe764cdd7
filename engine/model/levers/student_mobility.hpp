#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Places to study abroad, with the right to some hours of work. docs/model/levers/student-mobility.md
extern const LeverKind student_mobility_kind;

}  // namespace sojourn::model
