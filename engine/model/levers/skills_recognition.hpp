#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A destination counts certificates of an origin's workers. docs/model/levers/skills-recognition.md
extern const LeverKind skills_recognition_kind;

}  // namespace sojourn::model
