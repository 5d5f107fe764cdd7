#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A test that an offer depends on, for those without a certificate. docs/model/levers/skill-test.md
extern const LeverKind skill_test_kind;

}  // namespace sojourn::model
