#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A desk with staff of its own for workers' cases. docs/model/levers/complaint-mechanism.md
extern const LeverKind complaint_mechanism_kind;

}  // namespace sojourn::model
