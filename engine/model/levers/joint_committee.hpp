#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A committee of both countries that settles cases and visits employers. docs/model/levers/joint-committee.md
extern const LeverKind joint_committee_kind;

}  // namespace sojourn::model
