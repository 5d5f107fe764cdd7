#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A card on which employers can check certificates and experience. docs/model/levers/skills-passport.md
extern const LeverKind skills_passport_kind;

}  // namespace sojourn::model
