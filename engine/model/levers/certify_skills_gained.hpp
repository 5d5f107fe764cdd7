#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Certificates of what was learnt abroad, given when a contract ends there. docs/model/levers/certify-skills-gained.md
extern const LeverKind certify_skills_gained_kind;

}  // namespace sojourn::model
