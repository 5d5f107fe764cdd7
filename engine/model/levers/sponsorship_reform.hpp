#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// No consent of the employer to change employer, no permit of the employer to leave the country. docs/model/levers/sponsorship-reform.md
extern const LeverKind sponsorship_reform_kind;

}  // namespace sojourn::model
