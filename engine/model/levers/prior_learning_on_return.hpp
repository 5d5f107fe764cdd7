#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Testing centres at home certify what returnees have learnt abroad. docs/model/levers/prior-learning-on-return.md
extern const LeverKind prior_learning_on_return_kind;

}  // namespace sojourn::model
